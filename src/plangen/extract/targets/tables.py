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
from plangen.quantity.grammar import find_deadlines

_GAP = re.compile(r"[ 　]{2,}|\t+")
_SPACE = re.compile(r"\s+")
_UNIT_IN_NAME = re.compile("[（(](?P<unit>[^（()）]{1,12})[)）]\\Z")
_YEAR = re.compile("(20[0-9]{2})年?")
_VALUE = re.compile(
    r"[≥≤<>=＞＜]{0,2}\d[\d.,，]*(?:[-—~～至]\d[\d.]*)?(?:[%‰％]|[万亿]?[一-鿿/]{0,8})?(?:以[上下内])?|100%|全覆盖"
)
_COMPARED = re.compile("[≥≤]|不[少低高超]")
_NAME_HEAD = re.compile("指标(?!值|属性|类型|性质)|名称|项目|内容|事项|类别")
_UNIT_HEAD = re.compile("(?:计量)?单位\\Z")
_TARGET_HEAD = re.compile("目标|指标值|规划值|计划|预期|要求|任务数")
_PLACE_HEAD = re.compile(
    "(?:各?(?:县|市|区|旗|乡|镇|村|街|园|校|单|地|机|部|管|支|学)[^指标目]{0,8})(?:名称)?\\Z"
)
_DUE_HEAD = re.compile("(?:完成)?(?:时限|时间|期限)\\Z")
_UNIT_LINE = re.compile("单位[:：]\\s*([^\\s，。；）)]{1,10})")
_STEM = re.compile(
    "^(?:附?[表件][0-9一二三四五六七八九十]*)?[:：]?(?:20[0-9]{2}年?(?:度)?(?:[—-]20[0-9]{2}年)?)?"
    "|(?:目标|任务|计划|指标)?(?:分解|分配|安排)?(?:情况)?(?:表|计划|任务|目标)?(?:（[^（）]*）)?\\Z"
)
_BASE_HEAD = re.compile("实绩|基数|现状|基期|基准|实际|完成值|完成数|完成情况|上年|去年")
_OTHER_HEAD = re.compile("属性|性质|类型|备注|序号|责任|牵头|年均|累计|说明")
_NO_VALUE = frozenset(("", "—", "-", "－", "/", "——", "待定", "…"))
_ABOVE = 160  # characters above a table in which its caption stands
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
    """A value of a table: its name and unit, its cell, the day of its column, whether reached.

    ``scope`` is the place or organ of the row in a table that gives each its share.
    """

    name: Cell
    unit: str
    value: Cell
    day: date | None
    reached: bool
    scope: str = ""


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
        yield from _tables(list(_rows(group)), text)
    taken = [(cell.start, cell.end) for cell in cells]
    for lines in _spaced(text):
        first, last = lines[0][0].start, lines[-1][-1].end
        if not any(start < last and first < end for start, end in taken):
            yield from _tables(lines, text)


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


def _tables(rows: list[Row], text: str) -> Iterator[Table]:
    """The indicator tables in a stretch of rows: under each head, else the whole stretch."""
    heads = [place for place, row in enumerate(rows) if _is_head(row)]
    shares = next((place for place, row in enumerate(rows) if _shares_out(row)), None)
    if not heads and shares is not None:
        entries = list(_shares(rows[shares], rows[shares + 1 :], text))
        if entries:
            yield _table(rows[shares:], entries)
        return
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
    names = [place for place, role in enumerate(roles) if role is Role.NAME]
    name = row[names[-1]]  # 类别, then 指标
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
        says = unit or HEADS.search(named.text) or _COMPARED.match(value.text)
        if _VALUE.fullmatch(value.text) and says:
            entries.append(Entry(named, unit, value, None, reached=False))
    return entries


def _shares_out(row: Row) -> bool:
    """Whether a row heads a table that gives every place its share (区县 小区数（个） …)."""
    first = [cell for cell in row if not _OTHER_HEAD.search(cell.text)][:1]
    if not first or not _PLACE_HEAD.match(first[0].text):
        return False
    others = [cell for cell in row if cell is not first[0]]
    return any(_UNIT_IN_NAME.search(c.text) or _YEAR.fullmatch(c.text) for c in others)


def _shares(head: Row, body: Sequence[Row], text: str) -> Iterator[Entry]:
    """The shares row by row; a column of years is of what the caption names."""
    above = text[max(0, head[0].start - _ABOVE) : head[0].start]
    unit = _UNIT_LINE.search(above)
    place = next(n for n, cell in enumerate(head) if _PLACE_HEAD.match(cell.text))
    dues = [n for n, cell in enumerate(head) if _DUE_HEAD.search(cell.text)]
    for row in (row for row in body if len(row) == len(head)):
        due = next((day for n in dues if (day := _day_of(row[n].text))), None)
        for column, cell in enumerate(row):
            named, bracketed = _without_unit(head[column])
            year = _YEAR.fullmatch(named.text)
            said = bracketed or (unit[1] if year and unit else "")
            if column in (place, *dues) or not said or cell.text in _NO_VALUE:
                continue
            day = date(int(year[1]), 12, 31) if year else due
            name = replace(row[place], text=_subject(above) if year else named.text)
            yield Entry(name, said, cell, day, reached=False, scope=row[place].text)


def _subject(above: str) -> str:
    """What the caption says that a table shares out: 高标准农田建设 of …任务分解表."""
    for line in reversed(above.split("\n")):
        words = _SPACE.sub("", _UNIT_LINE.sub("", line))
        if "表" in words:
            return _STEM.sub("", words)
    return ""


def _day_of(text: str) -> date | None:
    return next((due.deadline.last_day for due in find_deadlines(text)), None)
