"""Rows of a workbook → values by key, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plangen.errors import Message, Place, Problem
from plangen.findings import Finding, Severity
from plangen.load.workbooks.columns import NO, YES, Kind, SheetColumn
from plangen.load.workbooks.lists import COMMAS, split_cell
from plangen.load.workbooks.places import WorkbookData
from plangen.load.workbooks.table import Record
from plangen.load.yaml_text import Path

Indicators = Mapping[str, tuple[str, ...]]  # what a cell may say → the keys that it may stand for


class RowReader:
    """Puts the places of rows into ``data``; faults are in ``problems``, doubts in ``findings``."""

    def __init__(self, file: str, indicators: Indicators) -> None:
        self.data = WorkbookData(file, value={})
        self.problems: list[Problem] = []
        self.findings: list[Finding] = []
        self._file, self._indicators = file, indicators

    def wrong(self, place: str, message: Message) -> None:
        """Tell a fault at a cell."""
        self.problems.append(Problem(message, Place(self._file, 0, place)))

    def tell(self, place: str, message: Message) -> None:
        """Tell what may have been meant otherwise."""
        self.findings.append(
            Finding("workbook", Severity.INFO, message, Place(self._file, 0, place))
        )

    def values(
        self, record: Record, columns: tuple[SheetColumn, ...], path: Path
    ) -> dict[str, Any]:
        """The values of a row, and where each of them stands."""
        self.data.cells.setdefault(path, record.place)
        found: dict[str, Any] = {}
        for column in columns:
            text = record.text(column.key)
            if column.key in record.places:
                self.data.cells[(*path, column.key)] = record.places[column.key]
            if text:
                found[column.key] = self.value(record, column, text)
        return found

    def value(self, record: Record, column: SheetColumn, text: str) -> Any:
        """What a cell says, as a data file holds it."""
        if column.kind is Kind.LIST:
            names = split_cell(record.texts[column.key])
            self._tell_comma(record.places[column.key], record.texts[column.key])
            if column.key == "indicators":
                return [self._indicator(record, column.key, name) for name in names]
            return list(names)
        if column.kind is Kind.YES_NO:
            if text not in (YES, NO):
                self.wrong(
                    record.places[column.key],
                    Message("应为“是”或“否”，这里是“{found}”", found=text),
                )
            return "true" if text == YES else "false"
        if column.key == "indicator":
            return self._indicator(record, column.key, text)
        return text

    def _tell_comma(self, place: str, text: str) -> None:
        """A comma in a name mostly parts two; names a line each are meant as they stand."""
        doubtful = next((name for name in split_cell(text) if COMMAS.search(name)), "")
        if doubtful and "\n" not in text:
            message = Message("“{name}”读作一个名称；几个的用“、”隔开", name=doubtful[:40])
            self.tell(place, message)

    def _indicator(self, record: Record, key: str, text: str) -> str:
        """The key of an indicator that a cell names by its key, its name or an alias."""
        keys = self._indicators.get(text, ())
        if len(keys) > 1:
            message = Message(
                "几个指标都叫“{name}”，请写其中一个的键：{keys}", name=text, keys=tuple(keys)
            )
            self.wrong(record.places[key], message)
        return keys[0] if keys else text
