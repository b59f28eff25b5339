"""Tables of indicators (指标表): a name, a unit and a value a row, years and 目标值 at the head.

Word's tables come as cells; scanned and plain text has rows of words with wide gaps between them.
Both are rows of cells here. A table counts as one of indicators where its head says so, or where
its rows have the names and values of indicators; every other table is read as prose is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from itertools import groupby

from plangen.document.origins import Passage, PassageKind
from plangen.extract.targets.governing import years_spanned
from plangen.extract.targets.words import HEADS

_GAP = re.compile(r"[ 　]{2,}|\t+")
_SPACE = re.compile(r"\s+")
_UNIT_IN_NAME = re.compile("[（(](?P<unit>[^（()）]{1,12})[)）]\\Z")
_YEAR = re.compile("(20[0-9]{2})年?")
_VALUE = re.compile(
    r"[≥≤<>=＞＜]{0,2}\d[\d.,，]*(?:[-—~～至]\d[\d.]*)?(?:[%‰％]|[万亿]?[一-鿿/]{0,8})?(?:以[上下内])?|100%|全覆盖"
)
_NAME_HEAD = re.compile("指标(?!值|属性|类型|性质)|名称|项目|内容|事项")
_UNIT_HEAD = re.compile("(?:计量)?单位\\Z")
_TARGET_HEAD = re.compile("目标|指标值|规划值|计划|预期|要求|任务数")
_BASE_HEAD = re.compile("实绩|基数|现状|基期|基准|实际|完成值|完成数|完成情况|上年|去年")
_OTHER_HEAD = re.compile("属性|性质|类型|备注|序号|责任|牵头|类别|年均|累计|说明")
_NO_VALUE = frozenset(("", "—", "-", "－", "/", "——", "待定", "…"))
_FEWEST = 2  # rows that make a table without a head


class Role(Enum):
    """What a column of an indicator table holds."""

    NAME = auto()
    UNIT = auto()
    TARGET = auto()
    BASE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell without white space, and where it stands in the whole text."""

    text: str
    start: int
    end: int


Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a table: its name and unit, its cell, the day of its column, whether reached."""

    name: Cell
    unit: str
    value: Cell
    day: date | None
    reached: bool


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator table: where it stands, and its values row by row."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def tables_in(text: str, passages: Sequence[Passage] | None) -> Iterator[Table]:
    """The indicator tables of a text, in no order: of its cells, and of its spaced lines."""
    cells = [passage for passage in passages or () if passage.kind is PassageKind.CELL]
    for _, group in groupby(cells, lambda passage: passage.table):
        yield from _tables(list(_rows(group)))
    taken = [(cell.start, cell.end) for cell in cells]
    for lines in _spaced(text):
        first, last = lines[0][0].start, lines[-1][-1].end
        if not any(start < last and first < end for start, end in taken):
            yield from _tables(lines)


def _rows(cells: Iterable[Passage]) -> Iterator[Row]:
    for _, group in groupby(cells, lambda passage: passage.row):
        yield [Cell(_SPACE.sub("", passage.text), passage.start, passage.end) for passage in group]


def _spaced(text: str) -> Iterator[list[Row]]:
    """Stretches of lines that have wide gaps; blank lines between them do not end a stretch."""
    stretch: list[Row] = []
    at = 0
    for line in text.split("\n"):
        row = _split(line, at)
        at += len(line) + 1
        if len(row) > 1:
            stretch.append(row)
        elif row and stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _split(line: str, at: int) -> Row:
    cells: Row = []
    begin = 0
    for gap in [*_GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        words = line[begin:end]
        said = words.strip()
        if said:
            start = at + begin + words.index(said)
            cells.append(Cell(_SPACE.sub("", said), start, start + len(said)))
        begin = gap.end() if gap else end
    return cells


def _tables(rows: list[Row]) -> Iterator[Table]:
    """The indicator tables in a stretch of rows: under each head, else the whole stretch."""
    heads = [place for place, row in enumerate(rows) if _is_head(row)]
    if not heads:
        entries = _headless(rows)
        if len({entry.name.start for entry in entries}) >= _FEWEST:
            yield _table(rows, entries)
        return
    for head, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        columns = _columns(rows[head])
        body = [row for row in rows[head + 1 : end] if len(row) == len(columns)]
        entries = [entry for row in body for entry in _entries(row, columns)]
        if entries:
            yield _table([rows[head], *body], entries)


def _table(rows: list[Row], entries: list[Entry]) -> Table:
    return Table(rows[0][0].start, rows[-1][-1].end, tuple(entries))


def _is_head(row: Row) -> bool:
    names = [cell for cell in row if _NAME_HEAD.search(cell.text)]
    values = [cell for cell in row if _TARGET_HEAD.search(cell.text) or _YEAR.match(cell.text)]
    other = [cell for cell in values if cell not in names]
    return bool(names and (other or any(_UNIT_HEAD.search(cell.text) for cell in row)))


def _columns(head: Row) -> list[tuple[Role, date | None]]:
    roles = [_role(cell.text) for cell in head]
    years = [place for place, (role, day) in enumerate(roles) if role is Role.TARGET and day]
    plain = [place for place in years if not _TARGET_HEAD.search(head[place].text)]
    bases = plain[:1] if len(plain) == len(years) == 2 else plain if len(plain) < len(years) else []
    for place in bases:  # 2022年, 2025年目标: where it starts and where it is to go
        roles[place] = (Role.BASE, roles[place][1])
    return roles


def _role(text: str) -> tuple[Role, date | None]:
    year = _YEAR.search(text)
    spanned = years_spanned(text)
    day = spanned[-1] if spanned else date(int(year[1]), 12, 31) if year else None
    if _UNIT_HEAD.search(text) and not re.search("责任|牵头|主管", text):
        return Role.UNIT, None
    if _BASE_HEAD.search(text):
        return Role.BASE, day
    if _OTHER_HEAD.search(text):
        return Role.OTHER, None
    if day or _TARGET_HEAD.search(text):
        return Role.TARGET, day
    return (Role.NAME if _NAME_HEAD.search(text) else Role.OTHER), None


def _entries(row: Row, columns: Sequence[tuple[Role, date | None]]) -> Iterator[Entry]:
    roles = [role for role, _ in columns]
    if Role.NAME not in roles:
        return
    name = row[roles.index(Role.NAME)]
    unit = row[roles.index(Role.UNIT)].text if Role.UNIT in roles else ""
    named, bracketed = _without_unit(name)
    for cell, (role, day) in zip(row, columns, strict=True):
        if role in (Role.TARGET, Role.BASE) and cell.text not in _NO_VALUE:
            yield Entry(named, unit or bracketed, cell, day, role is Role.BASE)


def _without_unit(name: Cell) -> tuple[Cell, str]:
    """A name without the unit in its brackets: 覆盖率（%）."""
    found = _UNIT_IN_NAME.search(name.text)
    if found is None:
        return name, ""
    return replace(name, text=name.text[: found.start()]), found["unit"]


def _headless(rows: list[Row]) -> list[Entry]:
    """The rows of a name and its value: 普惠性幼儿园覆盖率（%） ≥92."""
    entries = []
    for name, value in (row[-2:] for row in rows if len(row) > 1):
        named, unit = _without_unit(name)
        if _VALUE.fullmatch(value.text) and (unit or HEADS.search(named.text)):
            entries.append(Entry(named, unit, value, None, reached=False))
    return entries
