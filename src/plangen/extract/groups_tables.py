"""Rosters that stand in tables: a row a person, with columns of roles, names and offices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plangen.document.origins import Passage, ReadDocument, ReadTable, Span
from plangen.extract.groups_lines import FoundMember, FoundRoster
from plangen.extract.groups_words import is_name, is_office, is_role, joined, offices, unspaced

# What a heading names, tried in this order: 单位及职务 is an office, 组内职务 a role.
_HEADINGS: Mapping[str, re.Pattern[str]] = {
    "role": re.compile("(?:组内|小组|专班|领导小组|委员会)(?:职务|职责|分工|身份)|角色|类别|组成"),
    "name": re.compile("姓名|人员|成员"),
    "office": re.compile("职务|职称|岗位|职责"),
    "organ": re.compile("单位|部门|机关|机构|科室"),
}
_MOST_HEADINGS = 2  # rows that headings may take


@dataclass(slots=True)
class _Cell:
    """A cell's words, and where they stand."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)


Grid = list[list[_Cell]]


def table_roster(document: ReadDocument, table: ReadTable) -> FoundRoster | None:
    """The roster that a table holds; None where it is a table of something else."""
    grid = cells(document, table)
    columns, first = _columns(grid)
    if "name" not in columns:
        return None
    members = tuple(_members(grid[first:], columns))
    people = [member for member in members if is_name(member.name)]
    if not members or len(people) * 2 < len(members):
        return None
    spans = [member.span for member in people]
    return FoundRoster(tuple(people), Span(spans[0].start, spans[-1].end))


def cells(document: ReadDocument, table: ReadTable) -> Grid:
    """The cells of a table by row and column; one that spans rows or columns stands in each."""
    grid = [[_Cell() for _ in range(table.columns)] for _ in range(table.rows)]
    placed: dict[tuple[int, int], _Cell] = {}
    for number in table.passages:
        passage = document.passages[number]
        cell = placed.setdefault((passage.row, passage.column), _Cell())
        cell.text = f"{cell.text}\n{passage.text}" if cell.text else passage.text
        cell.spans.append(Span(passage.start, passage.end))
        _fill(grid, passage, cell)
    return grid


def _fill(grid: Grid, passage: Passage, cell: _Cell) -> None:
    for row in range(passage.row, min(passage.row + passage.rows, len(grid))):
        for column in range(passage.column, min(passage.column + passage.columns, len(grid[row]))):
            grid[row][column] = cell


def _columns(grid: Grid) -> tuple[dict[str, int], int]:
    """Which column holds what, by its headings or by what stands in it; and the first row."""
    for row in range(min(_MOST_HEADINGS, len(grid))):
        found = headings([cell.text for cell in grid[row]], _HEADINGS)
        if "name" in found and len(found) > 1:
            return _with_roles(found, grid, row), row + 1
    return _by_content(grid), 0


def _with_roles(found: dict[str, int], grid: Grid, row: int) -> dict[str, int]:
    """The columns with that of the roles, which may be headed 职务 as that of the offices is."""
    if "role" in found:
        return found
    texts = [cell.text for cell in grid[row]]
    for column in range(len(texts)):
        below = [unspaced(cells[column].text).rstrip("：:") for cells in grid[row + 1 :]]
        filled = [text for text in below if text]
        if filled and column != found["name"] and all(map(is_role, filled)):
            others = ["" if place == column else text for place, text in enumerate(texts)]
            return {"role": column, **headings(others, _HEADINGS)}
    return found


def headings(texts: list[str], known: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """Which columns the headings of a row name; each column and each kind once."""
    found: dict[str, int] = {}
    for kind, pattern in known.items():
        for column, text in enumerate(texts):
            taken = column in found.values() or kind in found
            if not taken and len(text) <= 20 and pattern.search(unspaced(text)):
                found[kind] = column
    return found


def _by_content(grid: Grid) -> dict[str, int]:
    """A table without headings: roles, names and offices told by how they look."""
    width = min(map(len, grid), default=0)
    tests = {"role": is_role, "name": _plain_name, "office": is_office}
    found: dict[str, int] = {}
    for kind, test in tests.items():
        for column in range(width):
            texts = [unspaced(row[column].text).rstrip("：:") for row in grid]
            filled = [text for text in texts if text]
            enough = len(filled) > 1 and sum(map(test, filled)) * 3 >= len(filled) * 2
            if enough and kind not in found and column not in found.values():
                found[kind] = column
    return found if "role" in found else {}


def _plain_name(text: str) -> bool:
    return is_name(text) and not is_office(text) and not is_role(text)


def _members(rows: Grid, columns: Mapping[str, int]) -> Iterator[FoundMember]:
    role = "成员"
    for row in rows:
        texts = {kind: row[column].text for kind, column in columns.items()}
        label = unspaced(texts.get("role", "")).rstrip("：:")
        role = label if is_role(label) else role
        name = unspaced(texts["name"])
        spans = [span for column in columns.values() for span in row[column].spans]
        own = row[columns["name"]].spans
        if name and own:
            end = max(span.end for span in spans if span.start >= own[0].start)
            organ = joined(texts.get("organ", ""))
            post = _whole_offices(organ, offices(texts.get("office", "")))
            yield FoundMember(role, name, post, Span(own[0].start, end), organ)


def _whole_offices(organ: str, posts: tuple[str, ...]) -> tuple[str, ...]:
    """Offices as a roster prints them, with the organ that has a column of its own."""
    if not posts or not organ:
        return posts or offices(organ)
    first = posts[0] if posts[0].startswith(organ) else f"{organ}{posts[0]}"
    return (first, *posts[1:])
