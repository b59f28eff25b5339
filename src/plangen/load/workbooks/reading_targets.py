"""The sheet 目标 → targets, each with one value or in steps."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from plangen.errors import Message
from plangen.load.workbooks.columns import COMPARING, TARGETS
from plangen.load.workbooks.rows import RowReader
from plangen.load.workbooks.table import Record
from plangen.load.yaml_text import Path

_OWN = ("indicator", "clause", "modality", "scope", "levels", "quote", "note")
_WHOSE = ("indicator", "scope")  # what tells the target of a step


def read_targets(rows: RowReader, records: Sequence[Record]) -> list[dict[str, Any]]:
    """Targets, a row each; the rows of one with steps stand one below the other."""
    found: list[dict[str, Any]] = []
    columns = [TARGETS.column(key) for key in _OWN]
    for record in records:
        step = _digits(record.text("step"))
        if step in ("", "1"):
            own = rows.values(record, tuple(columns), ("targets", len(found)))
            found.append(own)
        elif not (found and step == str(len(found[-1].get("points", ())) + 1)):
            rows.wrong(record.places["step"], _WRONG_STEP)
            continue
        elif not _continues(rows, record, found[-1]):
            continue
        position = len(found) - 1
        if step:
            points = found[-1].setdefault("points", [])
            path: Path = ("targets", position, "points", len(points))
            points.append(_bound(rows, record, path))
        else:
            found[-1] |= _bound(rows, record, ("targets", position))
    return found


def _continues(rows: RowReader, record: Record, target: dict[str, Any]) -> bool:
    """Whether a row is a further step of the target above it, and not of another one.

    Rows that were sorted stand below others; so a step says whose it is.
    """
    for key in _OWN:
        column = TARGETS.column(key)
        own = rows.value(record, column, record.text(key)) if record.text(key) else ""
        differs = own != target.get(key, "") and (own or key in _WHOSE)
        if differs and key in record.places:
            rows.wrong(record.places[key], _other_step(column.title))
            return False
    return True


def _bound(rows: RowReader, record: Record, path: Path) -> dict[str, str]:
    """The comparator, the value and the date of a step."""
    said, value, by = (record.text(key) for key in ("comparator", "value", "by"))
    rows.data.cells.setdefault(path, record.place)
    key = COMPARING.get(said, "")
    if not key and "comparator" not in record.wrong:
        message = Message("应为{choices}，这里是“{found}”", choices=tuple(COMPARING), found=said)
        rows.wrong(record.places.get("comparator", record.place), message)
    if not value and "value" not in record.wrong:
        message = Message("缺数值，如：80%、每半年1次、3所；还没有定的写“待定”")
        rows.wrong(record.places.get("value", record.place), message)
    for name, column in ((key, "value"), ("by", "by")):
        if column in record.places:
            rows.data.cells[(*path, name)] = record.places[column]
    return {key: value, **({"by": by} if by else {})}


def _digits(text: str) -> str:
    """A number in plain digits: １ is 1."""
    return unicodedata.normalize("NFKC", text)


_WRONG_STEP = Message("阶段应从1起逐行加1；不分阶段的不写")


def _other_step(title: str) -> Message:
    return Message(
        "和上一阶段的“{title}”不同：一个目标的各阶段要一行接一行，指标和对象每行都写", title=title
    )
