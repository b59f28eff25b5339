"""Tables with every width stated three times, as Word, WPS and LibreOffice each want it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from plangen.document.blocks import Cell, Column, Orientation, Row, Table
from plangen.sheet.arrangement import inline_runs
from plangen.sheet.geometry import TYPE_HEIGHT, TYPE_WIDTH, Profile
from plangen.writers.docx.paragraphs import add_run, paragraph
from plangen.writers.docx.styles import TABLE_STYLE
from plangen.writers.docx.wml import Element, add, twips

ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def add_table(
    parent: Element,
    table: Table,
    labels: Mapping[str, str],
    profile: Profile,
    orientation: Orientation,
) -> None:
    """A table as wide as the type area; its header repeats and its rows do not split."""
    total = twips(TYPE_WIDTH if orientation == "portrait" else TYPE_HEIGHT)
    widths = _widths(table.columns, total)
    element = add(parent, "tbl")
    properties = add(element, "tblPr")
    add(properties, "tblStyle", val=TABLE_STYLE)
    add(properties, "tblW", w=total, type="dxa")
    add(properties, "jc", val="center")
    add(properties, "tblLayout", type="fixed")
    grid = add(element, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    setter = _Rows(table.columns, widths, labels, profile)
    for row in table.head:
        setter.add(element, row, head=True)
    setter.finish()
    for row in table.rows:
        setter.add(element, row, head=False)


def _widths(columns: tuple[Column, ...], total: int) -> list[int]:
    """Whole twips in proportion to the weights, adding up to the total."""
    weight = sum(column.weight for column in columns)
    edges = [0]
    for column in columns:
        edges.append(edges[-1] + column.weight)
    ends = [total * edge // weight for edge in edges]
    return [end - start for start, end in pairwise(ends)]


class _Rows:
    """Sets rows one after the other, keeping count of cells that reach down."""

    def __init__(
        self,
        columns: tuple[Column, ...],
        widths: list[int],
        labels: Mapping[str, str],
        profile: Profile,
    ) -> None:
        self._columns = columns
        self._widths = widths
        self._labels = labels
        self._profile = profile
        self._reaching: dict[int, tuple[int, int]] = {}  # first column → rows left, columns

    def finish(self) -> None:
        """Forget cells that reach down: header and body are separate grids."""
        self._reaching = {}

    def add(self, parent: Element, row: Row, head: bool) -> None:
        element = add(parent, "tr")
        properties = add(element, "trPr")
        add(properties, "cantSplit")
        if head:
            add(properties, "tblHeader")
        for start, cell in self._placed(row):
            self._cell(element, start, cell, head)

    def _placed(self, row: Row) -> Iterator[tuple[int, Cell | int]]:
        """Each grid position of a row: a cell, or how many columns a cell above covers."""
        cells = iter(row)
        column = 0
        while column < len(self._columns):
            if column in self._reaching:
                left, span = self._reaching.pop(column)
                if left > 1:
                    self._reaching[column] = (left - 1, span)
                yield column, span
                column += span
                continue
            cell = next(cells)
            if cell.rows > 1:
                self._reaching[column] = (cell.rows - 1, cell.columns)
            yield column, cell
            column += cell.columns

    def _cell(self, parent: Element, start: int, cell: Cell | int, head: bool) -> None:
        span = cell if isinstance(cell, int) else cell.columns
        element = add(parent, "tc")
        properties = add(element, "tcPr")
        add(properties, "tcW", w=sum(self._widths[start : start + span]), type="dxa")
        if span > 1:
            add(properties, "gridSpan", val=span)
        if isinstance(cell, int):
            add(properties, "vMerge")
        elif cell.rows > 1:
            add(properties, "vMerge", val="restart")
        add(properties, "vAlign", val="center")
        self._content(element, start, cell, head)

    def _content(self, parent: Element, start: int, cell: Cell | int, head: bool) -> None:
        style = "table_head" if head else "table_cell"
        paragraphs = () if isinstance(cell, int) else cell.paragraphs
        if not paragraphs:  # a cell must hold a paragraph
            paragraph(parent, style)
        for given in paragraphs:
            element, properties = paragraph(parent, style)
            align = self._columns[start].align
            if not head and align != "left":
                add(properties, "jc", val=ALIGN[align])
            for inline in inline_runs(given.content, self._labels):
                add_run(element, inline, self._profile)
