"""Tables: a caption, header cells that say what they head, and room to scroll on a phone."""

from __future__ import annotations

from itertools import chain

from plangen.document.blocks import Cell, ColumnAlign, Slot, Table, placed
from plangen.sheet.columns import column_widths
from plangen.sheet.geometry import TYPE_WIDTH
from plangen.writers.html.markup import Element, add, number
from plangen.writers.html.references import References

NARROWEST = 6  # em a column: a table of more columns than a phone has room for scrolls


def add_table(parent: Element, table: Table, references: References) -> None:
    """A table in a frame of its own that scrolls sideways, by the keyboard too."""
    if not any(chain(table.head, table.rows)):
        if table.caption:
            add(parent, "p", "table-caption", table.caption)
        return
    frame = add(
        parent, "div", "scroll", role="group", tabindex="0", aria_label=table.caption or "表格"
    )
    width = f"min-width:{len(table.columns) * NARROWEST}em"
    element = add(frame, "table", style=width)
    if table.caption:
        add(element, "caption", text=table.caption)
    _add_columns(element, table, references)
    if table.head:
        _add_rows(add(element, "thead"), table, references, head=True)
    if table.rows:
        _add_rows(add(element, "tbody"), table, references, head=False)


def _add_columns(parent: Element, table: Table, references: References) -> None:
    """The columns' shares of the width, as the sheet reckons them."""
    group = add(parent, "colgroup")
    for width in column_widths(table, TYPE_WIDTH, references.labels):
        add(group, "col", style=f"width:{number(100 * width / TYPE_WIDTH)}%")


def _add_rows(parent: Element, table: Table, references: References, head: bool) -> None:
    for slots in placed(table.head if head else table.rows, len(table.columns)):
        row = add(parent, "tr")
        for slot in slots:
            if slot.cell:
                align = "center" if head else table.columns[slot.column].align
                _add_cell(row, slot, slot.cell, head, align)
                _add_paragraphs(row[-1], slot.cell, references)


def _add_cell(parent: Element, slot: Slot, cell: Cell, head: bool, align: ColumnAlign) -> None:
    heading = head and bool(cell.paragraphs)  # an empty one would head its column with silence
    element = add(parent, "th" if heading else "td", align)
    if heading:
        element.set("scope", "col")
    if slot.columns > 1:
        element.set("colspan", str(slot.columns))
    if cell.rows > 1:
        element.set("rowspan", str(cell.rows))


def _add_paragraphs(parent: Element, cell: Cell, references: References) -> None:
    """One paragraph is the cell's text; several are paragraphs in it."""
    if len(cell.paragraphs) == 1:
        references.add_content(parent, cell.paragraphs[0].content)
        return
    for paragraph in cell.paragraphs:
        references.add_content(add(parent, "p"), paragraph.content)
