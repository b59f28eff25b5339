"""Tables over pages: a head on every page; rows split only where they are longer than a page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from plangen.typeset.pages import NEARLY, Pages, TableRow
from plangen.typeset.tables import CELL_LINE, SetRow, SetTableRows, row_height


def take_table(pages: Pages, table: SetTableRows) -> None:
    """Place a table where the text has come to, its rules within the type area."""
    pages.begin_at_ink()
    if not pages.holds(table.head_height + sum(row.height for row in table.rows[:1])):
        pages.turn()
        pages.begin_at_ink()
    _put_head(pages, table, repeated=False)
    for row, following in zip_longest(table.rows, table.rows[1:]):
        needed = row.height
        if following and row.heads(table.width):
            needed += following.height
        if not pages.holds(needed) and pages.used > pages.ink_top + table.head_height + NEARLY:
            _turn_in_table(pages, table)
        first = 0
        for end in _ends(pages, table, row):
            if first:
                _turn_in_table(pages, table)
            part = TableRow(table, row, first, end)
            pages.put(part)
            pages.used += part.height
            first = end


def _turn_in_table(pages: Pages, table: SetTableRows) -> None:
    """The next page begins with the table's head once more."""
    pages.turn()
    pages.begin_at_ink()
    _put_head(pages, table, repeated=True)


def _put_head(pages: Pages, table: SetTableRows, repeated: bool) -> None:
    for row in table.head:
        pages.put(TableRow(table, row, 0, row.lines, repeated))
        pages.used += row.height


def _ends(pages: Pages, table: SetTableRows, row: SetRow) -> Iterable[int]:
    """Where a row is cut: at its end, or, where it is longer than a page, page by page."""
    room = int((pages.ink_bottom - pages.used - row_height(0)) / CELL_LINE + NEARLY)
    if row.lines <= max(room, 1):
        return (row.lines,)
    whole = pages.ink_bottom - pages.ink_top - table.head_height
    fresh = int((whole - row_height(0)) / CELL_LINE + NEARLY)
    return (*range(max(room, 1), row.lines, max(fresh, 1)), row.lines)
