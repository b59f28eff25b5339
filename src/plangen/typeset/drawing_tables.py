"""Drawing tables: the rules, and the text in the middle of every cell.

A cell that reaches over several rows has its text in the middle of those that stand on the page,
and once more on the page where it goes on, so that a reader need not turn back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plangen.pages.marks import Page, Rule
from plangen.pages.nodes import Node, NodeKind
from plangen.sheet.columns import PADDING
from plangen.sheet.geometry import MM_PER_POINT
from plangen.sheet.styles import SIZE_TABLE
from plangen.typeset.drawing_lines import draw_line
from plangen.typeset.elements import Elements
from plangen.typeset.pages import TableRow
from plangen.typeset.pen import Pen, baseline
from plangen.typeset.tables import BORDER, CELL_LINE, SetCell, SetRow

THICKNESS = BORDER * MM_PER_POINT
Segments = dict[float, list[tuple[float, float]]]  # place of a line → from, to


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of a table on a page, its upper edge in mm from the page's top."""

    page: Page
    top: float
    row: TableRow

    @property
    def bottom(self) -> float:
        """Where the row ends."""
        return self.top + self.row.height


@dataclass(slots=True)
class _Standing:
    """A cell on a page: from where to where it stands, and the row that shows its text."""

    cell: SetCell
    shown_in: PlacedRow
    bottom: float
    begun: bool  # not one that reaches down from an earlier page


def draw_table(rows: Iterable[PlacedRow], left: float, pen: Pen, elements: Elements) -> None:
    """Draw the rows of one table, page by page, its left edge ``left`` mm from the page's."""
    nodes = _TableNodes(elements)
    for _, group in groupby(rows, lambda placed: id(placed.page)):
        on_page = list(group)
        standing = _standing(on_page)
        _draw_rules(on_page[0].page, standing, left)
        for place in standing:
            _draw_text(place, left, pen, nodes.of(place))


def _standing(rows: list[PlacedRow]) -> list[_Standing]:
    """The cells on one page, in reading order."""
    found: dict[tuple[int, bool], _Standing] = {}
    for placed in rows:
        row, repeated = placed.row.row, placed.row.repeated
        for begun, cells in ((True, row.cells), (False, row.reached)):
            for cell in cells:
                key = (id(cell), repeated)
                if key in found:
                    found[key].bottom = placed.bottom
                else:
                    found[key] = _Standing(cell, placed, placed.bottom, begun)
    return list(found.values())


class _TableNodes:
    """The elements of a table; what is shown again on a later page belongs to none."""

    def __init__(self, elements: Elements) -> None:
        self._table = elements.add(NodeKind.TABLE)
        self._parts: dict[NodeKind, Node] = {}
        self._rows: dict[int, Node] = {}
        self._cells: dict[int, Node] = {}
        self._heads: set[int] = set()

    def of(self, place: _Standing) -> Node | None:
        """The element of a cell's text on a page."""
        shown = place.shown_in.row
        if shown.repeated or not place.begun:
            return None
        node = self._cells.get(id(place.cell))
        if node is None:
            head = shown.row in shown.table.head
            kind = NodeKind.HEAD_CELL if head else NodeKind.CELL
            row = self._row(shown.row, NodeKind.TABLE_HEAD if head else NodeKind.TABLE_BODY)
            node = row.add(kind, columns=place.cell.columns, rows=place.cell.rows)
            self._cells[id(place.cell)] = node
        return node

    def _row(self, row: SetRow, part: NodeKind) -> Node:
        node = self._rows.get(id(row))
        if node is None:
            if part not in self._parts:
                self._parts[part] = self._table.add(part)
            node = self._rows[id(row)] = self._parts[part].add(NodeKind.ROW)
        return node


def _draw_text(place: _Standing, left: float, pen: Pen, node: Node | None) -> None:
    shown = place.shown_in
    whole = shown.row.first == 0 and shown.row.end == shown.row.row.lines
    lines = place.cell.lines if whole else place.cell.lines[shown.row.first : shown.row.end]
    white = (place.bottom - shown.top - len(lines) * CELL_LINE) / 2
    top = shown.top + (white if whole else THICKNESS)
    for paragraph, pieces in lines:
        nodes = [node] * len(paragraph.line.runs) if node else None
        at = (left + place.cell.left + PADDING / 2, baseline(top, CELL_LINE, SIZE_TABLE))
        draw_line(shown.page, pieces, paragraph, at, pen, nodes)
        top += CELL_LINE


def _draw_rules(page: Page, standing: list[_Standing], left: float) -> None:
    """The borders of all cells, each line drawn once."""
    across: Segments = {}
    down: Segments = {}
    for place in standing:
        west, east = left + place.cell.left, left + place.cell.left + place.cell.width
        top, bottom = place.shown_in.top, place.bottom
        for y in (top, bottom):
            across.setdefault(round(y, 3), []).append((west, east))
        for x in (west, east):
            down.setdefault(round(x, 3), []).append((top, bottom))
    half = THICKNESS / 2
    for y, start, end in _joined(across):
        page.marks.append(Rule(start - half, y - half, end - start + THICKNESS, THICKNESS))
    for x, start, end in _joined(down):
        page.marks.append(Rule(x - half, start, THICKNESS, end - start))


def _joined(segments: Segments) -> Iterator[tuple[float, float, float]]:
    """Lines that touch or overlap, as one."""
    for place, parts in segments.items():
        start, end = min(parts)
        for begins, ends in sorted(parts):
            if begins > end + THICKNESS:
                yield place, start, end
                start, end = begins, ends
            end = max(end, ends)
        yield place, start, end
