"""Tables (17.4): which place of the grid each cell takes, and how many rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plangen.readers.archives import Element
from plangen.readers.docx.wml import VAL, W, child, value, whole_number
from plangen.readers.limits import MOST_COLUMNS

_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml"))


@dataclass(slots=True)
class Cell:
    """A cell and its place, counted from 0."""

    element: Element
    row: int
    column: int
    columns: int
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, each with its cells, and the number of columns."""

    rows: list[list[Cell]]
    columns: int


def grid_of(table: Element, pass_over: Callable[[Element], None]) -> Grid:
    """The grid of a table; a cell that goes on from the row above belongs to the one there.

    ``pass_over`` is told of rows that were deleted.
    """
    rows: list[list[Cell]] = []
    open_cells: dict[int, Cell] = {}  # column → the cell that may go on downwards
    columns = 1
    for row in _rows(table, pass_over):
        cells = list(_cells(row, len(rows)))
        columns = max([columns, *(cell.column + cell.columns for cell in cells)])
        rows.append([cell for cell in cells if not _goes_on(cell, open_cells)])
        above = {cell.column: open_cells.get(cell.column, cell) for cell in cells}
        open_cells = {
            cell.column: above[cell.column] if _is_merged(cell, "continue") else cell
            for cell in cells
            if _is_merged(cell)
        }
    return Grid(rows, columns)


def _goes_on(cell: Cell, open_cells: dict[int, Cell]) -> bool:
    """Whether a cell is the lower part of one above and says nothing of its own."""
    above = open_cells.get(cell.column)
    if above is None or not _is_merged(cell, "continue"):
        return False
    above.rows = cell.row - above.row + 1
    return next(cell.element.iter(f"{W}t"), None) is None


def _is_merged(cell: Cell, kind: str = "") -> bool:
    merged = child(cell.element, "tcPr", "vMerge")
    if merged is None:
        return False
    return not kind or (value(cell.element, "tcPr", "vMerge") or "continue") == kind


def _rows(element: Element, pass_over: Callable[[Element], None]) -> Iterator[Element]:
    for part in element:
        if part.tag == f"{W}tr":
            if child(part, "trPr", "del") is None:
                yield part
            else:
                pass_over(part)
        elif part.tag in _WRAPPERS:
            yield from _rows(part, pass_over)


def _cells(row: Element, number: int) -> Iterator[Cell]:
    column = whole_number(value(row, "trPr", "gridBefore"), 0, MOST_COLUMNS)
    last: Cell | None = None
    for element in _cell_elements(row):
        span = max(whole_number(value(element, "tcPr", "gridSpan"), 1, MOST_COLUMNS), 1)
        column += span
        if last and _goes_on_left(element):
            last.columns += span
            continue
        if last:
            yield last
        last = Cell(element, number, column - span, span)
    if last:
        yield last


def _goes_on_left(element: Element) -> bool:
    """Whether a cell is the rest of the one at its left: the older way to merge (17.4.22)."""
    merged = child(element, "tcPr", "hMerge")
    if merged is None or next(element.iter(f"{W}t"), None) is not None:
        return False
    return (merged.get(VAL) or "continue") == "continue"


def _cell_elements(row: Element) -> Iterator[Element]:
    for part in row:
        if part.tag == f"{W}tc":
            yield part
        elif part.tag in _WRAPPERS:
            yield from _cell_elements(part)
