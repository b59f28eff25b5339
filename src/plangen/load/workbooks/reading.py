"""The sheets of a workbook → the data of a document, every fault with its sheet and cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from plangen.errors import InputError, InvalidError, Message, Place, Problem
from plangen.findings import Finding, Severity
from plangen.load.workbooks.columns import (
    CHOICES,
    DUTIES,
    GROUPS,
    HEAD,
    MEMBERS,
    SHEETS,
    TARGETS,
    TASKS,
    DataSheet,
)
from plangen.load.workbooks.flat import parsed_key, put
from plangen.load.workbooks.opening import Sheet
from plangen.load.workbooks.places import ExactCells, WorkbookData, cell_order, cell_row
from plangen.load.workbooks.reading_groups import add_members, keep_members, read_groups
from plangen.load.workbooks.reading_targets import read_targets
from plangen.load.workbooks.rows import Indicators, RowReader
from plangen.load.workbooks.table import Record, Table, has_headings
from plangen.load.yaml_text import Path

_NONE: Mapping[str, Any] = {}
Check = Callable[[WorkbookData], Iterable[Problem]]
_TITLES = tuple(layout.title for layout in SHEETS)


def _unchecked(_: WorkbookData) -> Iterable[Problem]:
    return ()


def workbook_data(
    sheets: tuple[Sheet, ...],
    file: str,
    indicators: Indicators,
    below: Mapping[str, Any] = _NONE,
    check: Check = _unchecked,
) -> tuple[WorkbookData, tuple[Finding, ...]]:
    """The data that sheets hold, in the shape of a data file, and what is to be looked at.

    A roster whose groups have no sheet belongs to those of the data ``below``. Raises InputError
    with every fault at once: where cells cannot be read, with what ``check`` says of the others.
    """
    reader = _Reader(sheets, file, indicators)
    reader.read(below.get("groups", ()))
    if told := reader.rows.problems:
        rows = {cell_row(problem.place.key) for problem in told} | {("", "")}
        others = check(ExactCells(file, reader.rows.data.value, cells=reader.rows.data.cells))
        told += [problem for problem in others if cell_row(problem.place.key) not in rows]
        names = [sheet.name for sheet in sheets]
        raise InputError.of(sorted(told, key=lambda found: cell_order(found.place.key, names)))
    return reader.rows.data, tuple(reader.findings())


class _Reader:
    def __init__(self, sheets: tuple[Sheet, ...], file: str, indicators: Indicators) -> None:
        self.rows = RowReader(file, indicators)
        self._file, self._all = file, sheets
        self._sheets = {sheet.name.strip(): sheet for sheet in sheets}
        self._name_by_headings()

    def _name_by_headings(self) -> None:
        """Take a sheet of another name for the one whose headings it has, and tell that."""
        for sheet in self._all:
            fitting = [layout.title for layout in SHEETS if has_headings(layout, sheet)]
            others = sheet.name.strip() not in _TITLES and len(fitting) == 1
            if others and fitting[0] not in self._sheets:
                self._sheets[fitting[0]] = self._sheets.pop(sheet.name.strip())
                message = Message("按表头当作“{title}”表读了", title=fitting[0])
                self.rows.tell(sheet.name, message)

    def read(self, groups: Sequence[Mapping[str, Any]]) -> None:
        """All that the sheets say; ``groups`` are those that the document has already."""
        if not self._sheets.keys() & set(_TITLES):
            message = Message("没有可读的工作表；应有：{known}", known=tuple(_TITLES))
            self.rows.problems.append(Problem(message, Place(self._file)))
        self._check_names()
        self._read_head()
        records = self._records(TARGETS)
        self._keep(TARGETS, "targets", records, read_targets(self.rows, records))
        self._read_groups(groups)
        self._read_plain(DUTIES, "duties")
        self._read_plain(TASKS, "tasks")

    def findings(self) -> Iterator[Finding]:
        """What was left out, and what may have been meant otherwise."""
        yield from self.rows.findings
        for name in self._sheets:
            if name not in (CHOICES, *_TITLES):
                message = Message("工作表“{name}”没有读：不是数据的表", name=name)
                yield Finding("workbook", Severity.INFO, message, Place(self._file))

    def _check_names(self) -> None:
        names = [sheet.name.strip() for sheet in self._all]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            if name in _TITLES:
                self.rows.wrong(name, Message("有两个工作表都叫“{name}”", name=name))

    def _records(self, layout: DataSheet) -> list[Record]:
        sheet = self._sheets.get(layout.title)
        if sheet is None:
            return []
        table = Table(layout, sheet, self._file)
        records = list(table.records())
        self.rows.problems += table.problems
        self.rows.findings += table.findings
        return records

    def _read_head(self) -> None:
        found = sorted(self._head(), key=_positions)
        for path, value, record in found:
            try:
                put(self.rows.data.value, path, value)
            except InvalidError as invalid:
                self.rows.wrong(record.places.get("key", record.place), invalid.message)
                continue
            self.rows.data.cells[path] = record.places.get("value", record.place)

    def _head(self) -> Iterator[tuple[Path, str | None, Record]]:
        for record in self._records(HEAD):
            if record.wrong:
                continue
            value = record.text("value") or None
            try:
                path = parsed_key(record.text("key"))
            except InvalidError as invalid:
                self.rows.wrong(record.places.get("key", record.place), invalid.message)
                continue
            if value is not None or isinstance(path[-1], int):
                yield path, value, record

    def _keep(
        self, layout: DataSheet, key: str, records: list[Record], found: list[dict[str, Any]]
    ) -> None:
        if found and key in self.rows.data.value:
            self.rows.wrong(records[0].place, Message("“文件”表里已经写了 {key}", key=key))
        elif found:
            self.rows.data.value[key] = found
        elif layout.title in self._sheets:
            self.rows.data.empty[key] = layout.title

    def _read_plain(self, layout: DataSheet, key: str) -> None:
        """A sheet whose rows are things as they are."""
        records = self._records(layout)
        found = [
            self.rows.values(record, layout.columns, (key, position))
            for position, record in enumerate(records)
        ]
        self._keep(layout, key, records, found)

    def _read_groups(self, below: Sequence[Mapping[str, Any]]) -> None:
        records, members = self._records(GROUPS), self._records(MEMBERS)
        groups = read_groups(self.rows, records)
        if not records and members:  # a roster alone
            groups = [dict(group) for group in below]
        met = add_members(self.rows, members, groups)
        if not members or not records:
            keep_members(groups, met, below)
        self._keep(GROUPS, "groups", records or members, groups)


def _positions(found: tuple[Path, str | None, Record]) -> list[int]:
    """The places of a key in lists: rows may have been sorted in any way."""
    return [part for part in found[0] if isinstance(part, int)]
