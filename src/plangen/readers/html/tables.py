"""Tables of a web page: which place of the grid each cell takes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from plangen.document.origins import PassageKind
from plangen.errors import Message
from plangen.readers.building import Where
from plangen.readers.limits import MOST_CELLS, MOST_COLUMNS
from plangen.readers.refusing import refused

_GROUPS = frozenset(("tbody", "thead", "tfoot"))
_CELLS = frozenset(("td", "th"))
_EMPTY = frozenset(("col", "colgroup"))


class Grid:
    """Which places of a table are taken by cells that span rows and columns."""

    def __init__(self, name: str) -> None:
        self.height = 0
        self.width = 1
        self._name = name
        self._until: dict[int, int] = {}  # column → the row from which it is free

    def row(self, row: HtmlElement, table: int) -> Iterator[tuple[HtmlElement, Where]]:
        """The cells of the next row and their places. Raises InputError for too many columns."""
        column = 0
        for cell in row:
            if str(cell.tag).lower() not in _CELLS:
                continue
            while self._until.get(column, 0) > self.height:
                column += 1
            rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
            for taken in range(column, column + columns):
                self._until[taken] = self.height + rows
            self.width = max(self.width, column + columns)
            if self.width > MOST_CELLS:
                raise refused(self._name, Message("表格超过 {limit} 格，没有读", limit=MOST_CELLS))
            yield (
                cell,
                Where(
                    kind=PassageKind.CELL,
                    table=table,
                    row=self.height,
                    column=column,
                    rows=rows,
                    columns=columns,
                ),
            )
            column += columns
        self.height += 1


def parts_of(table: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """What stands in a table, and whether it is a row: captions and stray elements are none."""
    for part in table:
        tag = str(part.tag).lower()
        if tag in _GROUPS:
            yield from parts_of(part)
        elif tag not in _EMPTY:
            yield part, tag == "tr"


def words_of_groups(table: HtmlElement) -> Iterator[str | None]:
    """The words that stand in a table between its rows, in no cell."""
    for part in table:
        tag = str(part.tag).lower()
        if tag in _EMPTY:
            yield from part.itertext()
            yield part.tail
        elif tag in _GROUPS:
            yield part.text
            yield from words_of_groups(part)
            yield part.tail


def strays_of(row: HtmlElement) -> list[HtmlElement]:
    """What stands in a row beside its cells."""
    return [part for part in row if str(part.tag).lower() not in _CELLS]


def _span(cell: HtmlElement, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return max(1, min(int(text), MOST_COLUMNS)) if text.isdecimal() and len(text) < 6 else 1
