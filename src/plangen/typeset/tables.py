"""Tables (表格): cells broken into lines, and rows as high as their tallest cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from plangen.document.blocks import Column, Row, Slot, Table, placed
from plangen.sheet.arrangement import inline_runs
from plangen.sheet.columns import PADDING, column_widths
from plangen.sheet.geometry import MM_PER_POINT
from plangen.sheet.runs import Line
from plangen.sheet.styles import STYLES
from plangen.typeset.measures import Measures
from plangen.typeset.paragraphs import Piece, SetParagraph, set_paragraph

BORDER = 0.5  # points: the rules of a table
CELL_LINE = (STYLES["table_cell"].line or 0.0) * MM_PER_POINT  # mm: the line step in cells


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell in lines: its left edge and width in mm from the table's left, its paragraphs."""

    left: float
    width: float
    columns: int
    rows: int
    paragraphs: tuple[SetParagraph, ...]

    @property
    def lines(self) -> list[tuple[SetParagraph, tuple[Piece, ...]]]:
        """The lines of all its paragraphs, one below the other."""
        return [(paragraph, line) for paragraph in self.paragraphs for line in paragraph.lines]


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row: the cells that begin in it, and how many lines of cells it is high.

    ``reached`` are the cells of rows above that reach down into it.
    """

    cells: tuple[SetCell, ...]
    reached: tuple[SetCell, ...]
    lines: int

    @property
    def height(self) -> float:
        """From rule to rule, in mm."""
        return row_height(self.lines)

    def heads(self, width: float) -> bool:
        """Whether its one cell spans a table of some width: the heading of what follows."""
        alone = len(self.cells) == 1 and not self.reached
        return alone and self.cells[0].columns > 1 and self.cells[0].width > width - 1


@dataclass(frozen=True, slots=True)
class SetTableRows:
    """A table whose cells are broken into lines: the rows of its head and those below."""

    width: float
    head: tuple[SetRow, ...]
    rows: tuple[SetRow, ...]

    @property
    def head_height(self) -> float:
        """What the head takes on every page, in mm."""
        return sum(row.height for row in self.head)


def row_height(lines: int) -> float:
    """The height of a row of so many lines with the rule below it, in mm."""
    return lines * CELL_LINE + BORDER * MM_PER_POINT


def set_table(
    table: Table, total: float, labels: Mapping[str, str], measures: Measures
) -> SetTableRows:
    """Break the cells of a table that is ``total`` mm wide."""
    widths = column_widths(table, total, labels)
    setter = _Setter(table.columns, widths, labels, measures)
    return SetTableRows(total, setter.rows(table.head, True), setter.rows(table.rows, False))


class _Setter:
    def __init__(
        self,
        columns: tuple[Column, ...],
        widths: list[float],
        labels: Mapping[str, str],
        measures: Measures,
    ) -> None:
        self._columns, self._labels, self._measures = columns, labels, measures
        self._edges = [0.0, *accumulate(widths)]

    def rows(self, rows: tuple[Row, ...], head: bool) -> tuple[SetRow, ...]:
        """The rows of the head, or of the body."""
        reaching: dict[int, tuple[SetCell, int, int]] = {}  # column → cell, rows and lines to come
        done = []
        for slots in placed(rows, len(self._columns)):
            begun = {slot.column: self._cell(slot, head) for slot in slots if slot.cell}
            reached = tuple(cell for cell, _, _ in reaching.values())
            reaching |= {at: (cell, cell.rows, len(cell.lines)) for at, cell in begun.items()}
            tallest = max((ceil(lines / rows) for _, rows, lines in reaching.values()), default=1)
            done.append(SetRow(tuple(begun.values()), reached, max(1, tallest)))
            reaching = {
                at: (cell, rows - 1, max(0, lines - done[-1].lines))
                for at, (cell, rows, lines) in reaching.items()
                if rows > 1
            }
        return tuple(done)

    def _cell(self, slot: Slot, head: bool) -> SetCell:
        left = self._edges[slot.column]
        width = self._edges[slot.column + slot.columns] - left
        style = "table_head" if head else "table_cell"
        align = "center" if head else self._columns[slot.column].align
        cell = slot.cell
        paragraphs = tuple(
            set_paragraph(
                Line(style, inline_runs(paragraph.content, self._labels)),
                width - PADDING,
                self._measures,
                align,
            )
            for paragraph in (cell.paragraphs if cell else ())
        )
        return SetCell(left, width, slot.columns, cell.rows if cell else 1, paragraphs)
