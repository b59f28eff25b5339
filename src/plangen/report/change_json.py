"""Changes as JSON; keys and their order are a promise to other programs.

- ``old``, ``new``: the documents: ``document`` (id), ``title``, ``number``, ``date``, ``starts``,
  ``ends``; days are ISO text, what is not known is null.
- ``dates_by``: ``calendar`` or ``own_period``.
- ``targets``: one object a target, those of the new document first: ``indicator``, ``name``,
  ``changes``, ``old``, ``new``, ``points``, ``remarks``. A side is null or has ``value`` (of the
  last step, as documents write it), ``by``, ``by_stated`` (false where it is the end of the
  document's period), ``clause``, ``modality``, ``scope``, ``quote``, and ``steps`` of ``value`` and
  ``by``. ``points`` are given where either side has several steps: ``old_day``, ``new_day``,
  ``old``, ``new`` (values or null) and ``change``. What is still to be decided is ``待定``.
- ``items``: tasks, organs, people and the like that changed: ``area``, ``name``, ``within``,
  ``changes``, ``fields`` of ``field``, ``old``, ``new`` (lists of texts), ``remarks``.
- ``summary``: ``targets`` and ``items``: how many there are of each change; one that changed in
  two ways counts twice.

``changes`` are the values of ``plangen.model.change.Kind``, heaviest first; ``area`` and ``field``
those of ``Area`` and ``Field``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from plangen.errors import Message
from plangen.model.change import (
    Asked,
    Compared,
    Comparison,
    Held,
    ItemChange,
    Kind,
    PointChange,
    TargetChange,
    asked,
)
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided
from plangen.quantity.writing import write_bound

Translate = Callable[[str], str]


def change_json(comparison: Comparison, translate: Translate = str) -> dict[str, Any]:
    """The comparison as JSON holds it; only remarks are put into another language."""
    return {
        "old": _compared(comparison.old),
        "new": _compared(comparison.new),
        "dates_by": comparison.basis.value,
        "targets": [_target(change, translate) for change in comparison.targets],
        "items": [_item(change, translate) for change in comparison.items],
        "summary": {
            "targets": _counts(change.kinds for change in comparison.targets),
            "items": _counts(change.kinds for change in comparison.items),
        },
    }


def _compared(document: Compared) -> dict[str, Any]:
    return {
        "document": document.id,
        "title": document.title,
        "number": document.number or None,
        "date": _day(document.date),
        "starts": _day(document.starts),
        "ends": _day(document.ends),
    }


def _target(change: TargetChange, translate: Translate) -> dict[str, Any]:
    return {
        "indicator": change.indicator,
        "name": change.name,
        "changes": [kind.value for kind in change.kinds],
        "old": _held(change.old),
        "new": _held(change.new),
        "points": [_point(point) for point in change.points],
        "remarks": _remarks(change.remarks, translate),
    }


def _held(held: Held | None) -> dict[str, Any] | None:
    if held is None:
        return None
    target = held.target
    return {
        "value": _asked(held.bound),
        "by": _by(held.by),
        "by_stated": held.stated,
        "clause": target.clause,
        "modality": target.modality,
        "scope": target.scope,
        "quote": target.quote,
        "steps": [{"value": _asked(asked(step)), "by": _by(step.by)} for step in target.steps],
    }


def _point(point: PointChange) -> dict[str, Any]:
    return {
        "old_day": _day(point.old_day),
        "new_day": _day(point.new_day),
        "old": None if point.old is None else _asked(point.old),
        "new": None if point.new is None else _asked(point.new),
        "change": point.kind.value,
    }


def _item(change: ItemChange, translate: Translate) -> dict[str, Any]:
    return {
        "area": change.area.value,
        "name": change.name,
        "within": change.within or None,
        "changes": [kind.value for kind in change.kinds],
        "fields": [
            {"field": detail.field.value, "old": list(detail.old), "new": list(detail.new)}
            for detail in change.details
        ],
        "remarks": _remarks(change.remarks, translate),
    }


def _remarks(remarks: Iterable[Message], translate: Translate) -> list[str]:
    return [remark.translated(translate) for remark in remarks]


def _counts(rows: Iterable[tuple[Kind, ...]]) -> dict[str, int]:
    found = Counter(kind for kinds in rows for kind in kinds)
    return {kind.value: found[kind] for kind in Kind if found[kind]}


def _asked(value: Asked) -> str:
    return str(value) if isinstance(value, Undecided) else write_bound(value)


def _by(by: Deadline | Undecided | None) -> str | None:
    return by.last_day.isoformat() if isinstance(by, Deadline) else by and str(by)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
