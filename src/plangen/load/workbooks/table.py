"""One sheet → its rows as texts by key, each with its cells' places."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plangen.errors import InvalidError, Message, Place, Problem
from plangen.findings import Finding, Severity
from plangen.load.workbooks.cells import cell_text
from plangen.load.workbooks.columns import EXAMPLE, EXPLAINS, MARK, DataSheet, Kind, SheetColumn
from plangen.load.workbooks.opening import CellKind, Sheet, SheetCell
from plangen.load.workbooks.places import cell_name

SEARCHED = 10  # rows that may stand above the headings
MOST_NAMED = 10  # rows that one remark names
_MARKS = (EXPLAINS, EXAMPLE)
_Row = tuple[SheetCell, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A row of data: what its columns hold by key, and the name of each cell.

    ``wrong`` are the keys of cells whose fault has been told.
    """

    texts: Mapping[str, str]
    places: Mapping[str, str]
    wrong: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        """What stands in a column, without the space around it; empty where nothing does."""
        return self.texts.get(key, "").strip()

    @property
    def place(self) -> str:
        """The name of the row's first cell."""
        return next(iter(self.places.values()))


class Table:
    """A sheet read by its headings: faults in ``problems``, what was left out in ``findings``."""

    def __init__(self, layout: DataSheet, sheet: Sheet, file: str) -> None:
        self.problems: list[Problem] = []
        self.findings: list[Finding] = []
        self._layout, self._sheet, self._file = layout, sheet, file
        self._top = self._headings_row()
        self._mark: int | None = None  # the column that tells the rows which are no data
        self._columns = self._read_headings()
        self._tell_hidden()

    def records(self) -> Iterator[Record]:
        """The rows below the headings, but for empty ones and those that explain."""
        if self.problems:
            return
        for number, row in enumerate(self._sheet.rows[self._top + 1 :], self._top + 1):
            if self._is_data(number, row):
                yield self._record(number, row)

    def _record(self, number: int, row: _Row) -> Record:
        places = {
            column.key: cell_name(self._sheet.name, number, place, column.title)
            for place, column in self._columns.items()
        }
        texts, wrong = {}, set()
        for place, column in self._columns.items():
            cell = row[place] if place < len(row) else SheetCell()
            try:
                text = cell_text(cell, column.kind)
            except InvalidError as invalid:
                self._wrong(places[column.key], invalid.message)
                wrong.add(column.key)
                continue
            if text.strip():
                texts[column.key] = text
        return Record(texts, places, frozenset(wrong))

    def _wrong(self, place: str, message: Message) -> None:
        self.problems.append(Problem(message, Place(self._file, 0, place)))

    def _is_data(self, number: int, row: _Row) -> bool:
        """Whether a row is data: it holds some, and neither explains nor is the example."""
        known = [row[place] for place in self._columns if place < len(row)]
        if not any(_holds(cell) for cell in known):
            return False
        if self._mark is None:
            return not self._explains_unmarked(number, row)
        mark = row[self._mark].text.strip() if self._mark < len(row) else ""
        place = cell_name(self._sheet.name, number, self._mark, MARK)
        if mark == EXAMPLE and not self._is_as_written(row, EXAMPLE, or_empty=True):
            message = Message("这一行标着“{mark}”，内容却改过：是数据的，删去“{mark}”", mark=mark)
            self._wrong(place, message)
        elif not mark and self._is_as_written(row, EXPLAINS):
            message = Message(
                "这一行是说明，这一格却没有“{mark}”：排序时请连同这一列", mark=EXPLAINS
            )
            self._wrong(place, message)
        elif mark not in _MARKS and mark and not mark.isdigit():
            message = Message(
                "这一格只写“{explains}”或“{example}”，是数据的行空着；这里是“{found}”",
                explains=EXPLAINS,
                example=EXAMPLE,
                found=mark[:40],
            )
            self._wrong(place, message)
        return mark not in _MARKS

    def _explains_unmarked(self, number: int, row: _Row) -> bool:
        """Whether a row only explains, in a sheet whose column of marks was taken away."""
        if self._is_as_written(row, EXPLAINS):
            return True
        if self._is_as_written(row, EXAMPLE):
            message = Message(
                "这一行和示例一样：不是数据的请删去；是数据的，加一列“{mark}”，空着", mark=MARK
            )
            self._wrong(cell_name(self._sheet.name, number, min(self._columns)), message)
        return False

    def _is_as_written(self, row: _Row, mark: str, *, or_empty: bool = False) -> bool:
        """Whether a row is the explanation, or the example, that every workbook is given."""
        for place, column in self._columns.items():
            text = row[place].text.strip() if place < len(row) else ""
            wanted = column.description if mark == EXPLAINS else column.example
            if text != wanted and (text or not or_empty):
                return False
        return True

    def _headings_row(self) -> int:
        """The row with the most headings that the sheet is to have."""
        titles = {column.title for column in self._layout.columns}
        rows = self._sheet.rows[:SEARCHED]
        counts = [len(titles & {_heading(cell) for cell in row}) for row in rows]
        return counts.index(max(counts)) if counts else 0

    def _read_headings(self) -> dict[int, SheetColumn]:
        known = {column.title: column for column in self._layout.columns}
        found: dict[int, SheetColumn] = {}
        for place, title in enumerate(self._titles()):
            column = known.get(title)
            if column and column not in found.values():
                found[place] = column
            elif title == MARK and self._mark is None:
                self._mark = place
            elif column:
                self._refuse(place, Message("表头“{title}”写了两次", title=title))
            elif near := difflib.get_close_matches(title, known, n=1):
                message = Message(
                    "表头“{title}”不认识，应为：{near}", title=title[:40], near=near[0]
                )
                self._refuse(place, message)
            else:
                self._tell_left_out(place, title)
        self._check_needed(set(found.values()))
        return {place: column for place, column in found.items() if column.kind is not Kind.INFO}

    def _titles(self) -> list[str]:
        """The headings, as many as the widest row has cells."""
        rows = self._sheet.rows[self._top :]
        width = max(map(len, rows), default=0)
        titles = [_heading(cell) for cell in rows[0]] if rows else []
        return titles + [""] * (width - len(titles))

    def _check_needed(self, found: set[SheetColumn]) -> None:
        if self.problems or not any(map(_holds, sum(self._sheet.rows, ()))):
            return
        missing = [column.title for column in self._layout.columns if column.needed]
        missing = [title for title in missing if title not in {column.title for column in found}]
        if missing:
            message = Message("缺表头：{missing}", missing=tuple(missing))
            self._refuse(0, message)

    def _refuse(self, place: int, message: Message) -> None:
        self._wrong(cell_name(self._sheet.name, self._top, place), message)

    def _tell_left_out(self, place: int, title: str) -> None:
        below = self._sheet.rows[self._top + 1 :]
        if any(place < len(row) and _holds(row[place]) for row in below):
            name = cell_name(self._sheet.name, self._top, place)
            message = Message("这一列（表头“{title}”）没有读：不是数据的列", title=title[:40])
            self._tell(message, name)

    def _tell_hidden(self) -> None:
        rows = [str(row + 1) for row in self._sheet.hidden if row > self._top]
        if rows:
            named = "、".join(rows[:MOST_NAMED]) + ("…" if len(rows) > MOST_NAMED else "")
            message = Message("第{rows}行隐藏着，照样读了；不要的请删去", rows=named)
            self._tell(message, self._sheet.name)

    def _tell(self, message: Message, place: str) -> None:
        self.findings.append(
            Finding("workbook", Severity.INFO, message, Place(self._file, 0, place))
        )


def has_headings(layout: DataSheet, sheet: Sheet) -> bool:
    """Whether a sheet has all headings that a layout needs, in one of its first rows."""
    needed = {column.title for column in layout.columns if column.needed}
    return any(needed <= {_heading(cell) for cell in row} for row in sheet.rows[:SEARCHED])


def _holds(cell: SheetCell) -> bool:
    return bool(cell.text.strip()) or cell.kind is CellKind.FAULT


def _heading(cell: SheetCell) -> str:
    """A heading without the blanks that spread it: 姓　名."""
    return "".join(cell.text.split())
