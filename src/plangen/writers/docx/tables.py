"""Tables with every width stated three times, as Word, WPS and LibreOffice each want it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, pairwise

from plangen.document.blocks import Column, Orientation, Slot, Table, placed
from plangen.sheet.arrangement import inline_runs
from plangen.sheet.columns import column_widths
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
    total = TYPE_WIDTH if orientation == "portrait" else TYPE_HEIGHT
    widths = _widths(table, total, labels)
    element = add(parent, "tbl")
    properties = add(element, "tblPr")
    add(properties, "tblStyle", val=TABLE_STYLE)
    add(properties, "tblW", w=twips(total), type="dxa")
    add(properties, "jc", val="center")
    add(properties, "tblLayout", type="fixed")
    grid = add(element, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    setter = _Rows(table.columns, widths, labels, profile)
    for rows, head in ((table.head, True), (table.rows, False)):
        for slots in placed(rows, len(table.columns)):
            setter.add(element, slots, head)


def _widths(table: Table, total: float, labels: Mapping[str, str]) -> list[int]:
    """The columns' widths in whole twips that add up to the total."""
    edges = accumulate(column_widths(table, total, labels), initial=0.0)
    return [twips(end) - twips(start) for start, end in pairwise(edges)]


class _Rows:
    """Sets rows one after the other."""

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

    def add(self, parent: Element, slots: list[Slot], head: bool) -> None:
        """A row that does not split; those of the head repeat on every page."""
        element = add(parent, "tr")
        properties = add(element, "trPr")
        add(properties, "cantSplit")
        if head:
            add(properties, "tblHeader")
        for slot in slots:
            self._cell(element, slot, head)

    def _cell(self, parent: Element, slot: Slot, head: bool) -> None:
        element = add(parent, "tc")
        properties = add(element, "tcPr")
        end = slot.column + slot.columns
        add(properties, "tcW", w=sum(self._widths[slot.column : end]), type="dxa")
        if slot.columns > 1:
            add(properties, "gridSpan", val=slot.columns)
        if slot.cell is None:
            add(properties, "vMerge")
        elif slot.cell.rows > 1:
            add(properties, "vMerge", val="restart")
        add(properties, "vAlign", val="center")
        self._content(element, slot, head)

    def _content(self, parent: Element, slot: Slot, head: bool) -> None:
        style = "table_head" if head else "table_cell"
        paragraphs = slot.cell.paragraphs if slot.cell else ()
        heads = 1 < slot.columns == len(self._columns) and not head  # what the next rows belong to
        if not paragraphs:  # a cell must hold a paragraph
            paragraph(parent, style)
        for given in paragraphs:
            element, properties = paragraph(parent, style)
            if heads:
                add(properties, "keepNext")
            align = self._columns[slot.column].align
            if not head and align != "left":
                add(properties, "jc", val=ALIGN[align])
            for inline in inline_runs(given.content, self._labels):
                add_run(element, inline, self._profile)
