"""The data of a document → the rows of a workbook's sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plangen.load.workbooks.columns import (
    COMPARING,
    DUTIES,
    GROUPS,
    HEAD,
    MEMBERS,
    NO,
    TARGETS,
    TASKS,
    YES,
    DataSheet,
    Kind,
    SheetColumn,
)
from plangen.load.workbooks.flat import flat
from plangen.load.workbooks.lists import join_cell
from plangen.load.yaml_text import key_text

Texts = dict[str, str]
_BOUNDED = (*COMPARING.values(), "by")


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet and the texts of its rows, a text for each column."""

    layout: DataSheet
    rows: tuple[tuple[str, ...], ...]


def workbook_sheets(data: Mapping[str, Any], names: Mapping[str, str]) -> tuple[SheetRows, ...]:
    """The sheets that hold a document's data; ``names`` are those of the indicators.

    Raises InvalidError for what a cell cannot hold.
    """
    apart = ("targets", "groups", "duties", "tasks")
    head = {key: value for key, value in data.items() if key not in apart}
    groups = data.get("groups", ())
    return (
        _sheet(HEAD, ({"key": key_text(path), "value": text or ""} for path, text in flat(head))),
        _sheet(
            TARGETS, (row for target in data.get("targets", ()) for row in _target(target, names))
        ),
        _sheet(GROUPS, map(_group, groups)),
        _sheet(MEMBERS, (row for group in groups for row in _members(group))),
        _sheet(DUTIES, (_texts(duty, DUTIES) for duty in data.get("duties", ()))),
        _sheet(TASKS, (_texts(task, TASKS) for task in data.get("tasks", ()))),
    )


def _sheet(layout: DataSheet, records: Iterator[Texts]) -> SheetRows:
    keys = [column.key for column in layout.columns]
    rows = (tuple(record.get(key, "") for key in keys) for record in records)
    return SheetRows(layout, tuple(rows))


def _texts(record: Mapping[str, Any], layout: DataSheet) -> Texts:
    columns = {column.key: column for column in layout.columns}
    return {key: _text(columns[key], value) for key, value in record.items() if key in columns}


def _text(column: SheetColumn, value: Any) -> str:
    if column.kind is Kind.LIST:
        return join_cell(tuple(value))
    if column.kind is Kind.YES_NO:
        return YES if value == "true" else NO
    return str(value)


def _target(target: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Texts]:
    own = {key: value for key, value in target.items() if key not in (*_BOUNDED, "points")}
    texts = _texts(own, TARGETS) | {"name": names.get(str(target["indicator"]), "")}
    # Rows may be sorted: every step says whose it is.
    whose = {key: texts[key] for key in ("indicator", "name", "scope") if key in texts}
    points = target.get("points", ())
    if not points:
        yield texts | _bound(target)
    for number, point in enumerate(points, 1):
        yield (texts if number == 1 else whose) | {"step": str(number)} | _bound(point)


def _bound(step: Mapping[str, Any]) -> Texts:
    said = {key: word for word, key in COMPARING.items()}
    key = next(key for key in said if key in step)
    return {"comparator": said[key], "value": step[key], "by": step.get("by", "")}


def _group(group: Mapping[str, Any]) -> Texts:
    return _texts({**group, **group.get("office", {})}, GROUPS)


def _members(group: Mapping[str, Any]) -> Iterator[Texts]:
    for member in group.get("members", ()):
        yield {"group": str(group["id"]), **_texts(member, MEMBERS)}
