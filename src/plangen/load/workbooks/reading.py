"""The sheets of a workbook → the data of a document, every fault with its sheet and cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from plangen.errors import InputError, InvalidError, Message, Place, Problem
from plangen.findings import Finding, Severity
from plangen.load.workbooks.columns import (
    CHOICES,
    COMPARING,
    DUTIES,
    GROUPS,
    HEAD,
    MEMBERS,
    NO,
    SHEETS,
    TARGETS,
    TASKS,
    YES,
    DataSheet,
    Kind,
    SheetColumn,
)
from plangen.load.workbooks.flat import parsed_key, put
from plangen.load.workbooks.lists import split_cell
from plangen.load.workbooks.opening import Sheet
from plangen.load.workbooks.places import WorkbookData
from plangen.load.workbooks.table import Record, Table
from plangen.load.yaml_text import Path

Indicators = Mapping[str, tuple[str, ...]]  # what a cell may say → the keys that it may stand for
_OWN_STEP = ("indicator", "clause", "modality", "scope", "levels", "quote", "note")


def workbook_data(
    sheets: tuple[Sheet, ...], file: str, indicators: Indicators
) -> tuple[WorkbookData, tuple[Finding, ...]]:
    """The data that sheets hold, in the shape of a data file, and the sheets that were not read.

    Raises InputError with every fault at once.
    """
    reader = _Reader(sheets, file, indicators)
    data = reader.read()
    if reader.problems:
        raise InputError.of(reader.problems)
    return data, tuple(reader.findings())


class _Reader:
    def __init__(self, sheets: tuple[Sheet, ...], file: str, indicators: Indicators) -> None:
        self.problems: list[Problem] = []
        self._file, self._indicators = file, indicators
        self._sheets = {sheet.name.strip(): sheet for sheet in sheets}
        self._data = WorkbookData(file, value={})

    def read(self) -> WorkbookData:
        """All that the sheets say; faults are in ``problems``."""
        known = [layout.title for layout in SHEETS]
        if not set(known) & self._sheets.keys():
            message = Message("没有可读的工作表；应有：{known}", known=tuple(known))
            self.problems.append(Problem(message, Place(self._file)))
        self._read_head()
        self._each(TARGETS, "targets", self._targets)
        self._each(GROUPS, "groups", self._groups)
        self._members()
        self._each(DUTIES, "duties", self._plain(DUTIES, "duties"))
        self._each(TASKS, "tasks", self._plain(TASKS, "tasks"))
        return self._data

    def findings(self) -> Iterator[Finding]:
        """The sheets that hold none of the data."""
        known = {CHOICES, *(layout.title for layout in SHEETS)}
        for name in self._sheets:
            if name not in known:
                message = Message("工作表“{name}”没有读：不是数据的表", name=name)
                yield Finding("workbook", Severity.INFO, message, Place(self._file))

    def _records(self, layout: DataSheet) -> list[Record]:
        sheet = self._sheets.get(layout.title)
        if sheet is None:
            return []
        table = Table(layout, sheet, self._file)
        self.problems += table.problems
        return list(table.records())

    def _wrong(self, place: str, message: Message) -> None:
        self.problems.append(Problem(message, Place(self._file, 0, place)))

    def _read_head(self) -> None:
        for record in self._records(HEAD):
            value = record.text("value") or None
            try:
                path = parsed_key(record.text("key"))
                if value is None and not isinstance(path[-1], int):
                    continue
                put(self._data.value, path, value)
            except InvalidError as invalid:
                self._wrong(record.places.get("key", record.place), invalid.message)
                continue
            self._data.cells[path] = record.places.get("value", record.place)

    def _each(
        self, layout: DataSheet, key: str, read: Callable[[list[Record]], list[dict[str, Any]]]
    ) -> None:
        records = self._records(layout)
        found = read(records)
        if found and key in self._data.value:
            self._wrong(records[0].place, Message("“文件”表里已经写了 {key}", key=key))
        elif found:
            self._data.value[key] = found

    def _plain(self, layout: DataSheet, key: str) -> Callable[[list[Record]], list[dict[str, Any]]]:
        """A reader of a sheet whose rows are things as they are."""

        def read(records: list[Record]) -> list[dict[str, Any]]:
            return [
                self._values(record, layout.columns, (key, position))
                for position, record in enumerate(records)
            ]

        return read

    def _values(
        self, record: Record, columns: tuple[SheetColumn, ...], path: Path
    ) -> dict[str, Any]:
        """The values of a row, and where each of them stands."""
        self._data.cells.setdefault(path, record.place)
        found: dict[str, Any] = {}
        for column in columns:
            text = record.text(column.key)
            if column.key in record.places:
                self._data.cells[(*path, column.key)] = record.places[column.key]
            if text:
                found[column.key] = self._value(record, column, text)
        return found

    def _value(self, record: Record, column: SheetColumn, text: str) -> Any:
        if column.kind is Kind.LIST:
            return list(split_cell(record.texts[column.key].text))
        if column.kind is Kind.YES_NO:
            if text not in (YES, NO):
                self._wrong(
                    record.places[column.key],
                    Message("应为“是”或“否”，这里是“{found}”", found=text),
                )
            return "true" if text == YES else "false"
        if column.key == "indicators" or column.key == "indicator":
            return self._indicator(record, column.key, text)
        return text

    def _indicator(self, record: Record, key: str, text: str) -> str:
        """The key of an indicator that a cell names by its key, its name or an alias."""
        keys = self._indicators.get(text, ())
        if len(keys) > 1:
            message = Message(
                "几个指标都叫“{name}”，请写其中一个的键：{keys}", name=text, keys=tuple(keys)
            )
            self._wrong(record.places[key], message)
        return keys[0] if keys else text

    def _targets(self, records: list[Record]) -> list[dict[str, Any]]:
        """Targets, a row each; the rows of one with steps stand one below the other."""
        found: list[dict[str, Any]] = []
        columns = [TARGETS.column(key) for key in _OWN_STEP]
        for record in records:
            step = record.text("step")
            if step in ("", "1"):
                own = self._values(record, tuple(columns), ("targets", len(found)))
                found.append(own)
            elif not (found and step == str(len(found[-1].get("points", ())) + 1)):
                self._wrong(record.places["step"], _WRONG_STEP)
                continue
            elif wrong := [key for key in _OWN_STEP[1:] if record.text(key)]:
                self._wrong(record.places[wrong[0]], Message("应写在第1阶段那一行"))
            position = len(found) - 1
            if step:
                points = found[-1].setdefault("points", [])
                path: Path = ("targets", position, "points", len(points))
                points.append(self._bound(record, path))
            else:
                found[-1] |= self._bound(record, ("targets", position))
        return found

    def _bound(self, record: Record, path: Path) -> dict[str, str]:
        """The comparator, the value and the date of a step."""
        said, value, by = (record.text(key) for key in ("comparator", "value", "by"))
        self._data.cells.setdefault(path, record.place)
        key = COMPARING.get(said, "")
        if not key:
            message = Message(
                "应为{choices}，这里是“{found}”", choices=tuple(COMPARING), found=said
            )
            self._wrong(record.places.get("comparator", record.place), message)
        if not value:
            message = Message("缺数值，如：80%、每半年1次、3所；还没有定的写“待定”")
            self._wrong(record.places.get("value", record.place), message)
        elif record.texts["value"].number:
            message = Message(
                "数值是数字 {found}，不知道单位；请把单元格设为文本，写成如 80%、3所", found=value
            )
            self._wrong(record.places["value"], message)
        for name, column in ((key, "value"), ("by", "by")):
            if column in record.places:
                self._data.cells[(*path, name)] = record.places[column]
        return {key: value, **({"by": by} if by else {})}

    def _groups(self, records: list[Record]) -> list[dict[str, Any]]:
        found = []
        for position, record in enumerate(records):
            path: Path = ("groups", position)
            group = self._values(record, GROUPS.columns, path)
            office = {
                key: group.pop(key) for key in ("seat", "director", "deputies") if key in group
            }
            for key in ("seat", "director", "deputies"):
                if key in record.places:
                    self._data.cells[(*path, "office", key)] = record.places[key]
            found.append({**group, "members": [], **({"office": office} if office else {})})
        return found

    def _members(self) -> None:
        groups = {group.get("id"): position for position, group in enumerate(self._own_groups())}
        for record in self._records(MEMBERS):
            name = record.text("group")
            if name not in groups:
                known = tuple(filter(None, groups)) or Message("（无）")
                message = Message("“小组”表里没有“{name}”；有：{known}", name=name, known=known)
                self._wrong(record.places.get("group", record.place), message)
                continue
            position = groups[name]
            members = self._own_groups()[position]["members"]
            path: Path = ("groups", position, "members", len(members))
            member = self._values(record, MEMBERS.columns, path)
            members.append({key: value for key, value in member.items() if key != "group"})

    def _own_groups(self) -> list[dict[str, Any]]:
        groups = self._data.value.get("groups", []) if GROUPS.title in self._sheets else []
        assert isinstance(groups, list)
        return groups


_WRONG_STEP = Message("阶段应从1起逐行加1；不分阶段的不写")
