"""Facts as a data file holds them: keys and texts, what is not written left out."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from plangen.quantity.deadlines import Deadline
from plangen.quantity.grammar import write_deadline, write_quantity
from plangen.quantity.values import Quantity


def plain(value: Any) -> Any:
    """Facts in keys, lists and texts, from which the same facts can be read again."""
    match value:
        case BaseModel():
            fields = type(value).model_fields
            return {
                name: plain(getattr(value, name))
                for name in sorted(fields, key=lambda name: not fields[name].is_required())
                if _is_written(value, name, fields[name].default)
            }
        case dict():
            return {str(key): plain(part) for key, part in value.items()}
        case tuple() | list():
            return [plain(part) for part in value]
        case Quantity():
            return write_quantity(value)
        case Deadline():
            return write_deadline(value)
        case date():
            return value.isoformat()
    return _scalar(value)


def _scalar(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def _is_written(facts: BaseModel, name: str, default: Any) -> bool:
    value = getattr(facts, name)
    if value is None or (isinstance(value, tuple | dict) and not value):
        return False
    return value != default or name in facts.model_fields_set
