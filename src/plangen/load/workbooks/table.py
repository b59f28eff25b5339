"""One sheet → its rows as texts by key, each with its cells' places."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plangen.errors import Message, Place, Problem
from plangen.load.workbooks.columns import EXAMPLE, EXPLAINS, MARK, DataSheet, Kind, SheetColumn
from plangen.load.workbooks.opening import Sheet, SheetCell
from plangen.load.workbooks.places import cell_name

SEARCHED = 10  # rows that may stand above the headings
_MARKS = (EXPLAINS, EXAMPLE)


@dataclass(frozen=True, slots=True)
class Record:
    """A row of data: what its columns hold by key, and the name of each cell."""

    texts: Mapping[str, SheetCell]
    places: Mapping[str, str]

    def text(self, key: str) -> str:
        """What stands in a column, without the space around it; empty where nothing does."""
        cell = self.texts.get(key)
        return cell.text.strip() if cell else ""

    @property
    def place(self) -> str:
        """The name of the row's first cell."""
        return next(iter(self.places.values()))


class Table:
    """A sheet read by its headings; faults of the headings are in ``problems``."""

    def __init__(self, layout: DataSheet, sheet: Sheet, file: str) -> None:
        self.problems: list[Problem] = []
        self._layout, self._sheet, self._file = layout, sheet, file
        self._top = self._headings_row()
        self._columns = self._read_headings()

    def records(self) -> Iterator[Record]:
        """The rows below the headings, but for empty ones and those that explain."""
        if self.problems:
            return
        for number, row in enumerate(self._sheet.rows[self._top + 1 :], self._top + 1):
            if row and row[0].text.strip() in _MARKS and self._marked:
                continue
            texts = {
                column.key: row[place]
                for place, column in self._columns.items()
                if place < len(row) and row[place].text.strip()
            }
            if texts:
                yield Record(texts, self._places(number))

    def _places(self, row: int) -> dict[str, str]:
        return {
            column.key: cell_name(self._sheet.name, row, place, column.title)
            for place, column in self._columns.items()
        }

    @property
    def _marked(self) -> bool:
        row = self._sheet.rows[self._top]
        return bool(row) and row[0].text.strip() == MARK

    def _headings_row(self) -> int:
        """The row with the most headings that the sheet is to have."""
        titles = {column.title for column in self._layout.columns}
        rows = self._sheet.rows[:SEARCHED]
        counts = [len(titles & {cell.text.strip() for cell in row}) for row in rows]
        return counts.index(max(counts)) if counts else 0

    def _read_headings(self) -> dict[int, SheetColumn]:
        known = {column.title: column for column in self._layout.columns}
        found: dict[int, SheetColumn] = {}
        for place, cell in enumerate(self._sheet.rows[self._top] if self._sheet.rows else ()):
            title = cell.text.strip()
            if title in known and known[title] not in found.values():
                if known[title].kind is not Kind.INFO:
                    found[place] = known[title]
            elif title and title != MARK:
                self._refuse(place, title, known)
        if not found and self._sheet.rows:
            self._refuse(0, "", known)
        return found

    def _refuse(self, place: int, title: str, known: Mapping[str, SheetColumn]) -> None:
        near = difflib.get_close_matches(title, known, n=1)
        expected = near[0] if near and title not in known else tuple(known)
        message = Message(
            "表头“{title}”不认识或重复，应为：{expected}", title=title[:40], expected=expected
        )
        name = cell_name(self._sheet.name, self._top, place)
        self.problems.append(Problem(message, Place(self._file, 0, name)))
