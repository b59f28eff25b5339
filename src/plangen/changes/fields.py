"""Fields of one thing before and after."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.change import Detail, Field

Value = str | None | tuple[str, ...]


def details(*fields: tuple[Field, Value, Value]) -> tuple[Detail, ...]:
    """The fields whose value is another than before; for lists the order alone does not count."""
    return tuple(_differing(fields))


def _differing(fields: tuple[tuple[Field, Value, Value], ...]) -> Iterator[Detail]:
    for field, old, new in fields:
        detail = Detail(field, _entries(old), _entries(new))
        if sorted(detail.old) != sorted(detail.new):
            yield detail


def _entries(value: Value) -> tuple[str, ...]:
    if value is None or isinstance(value, str):
        return (value,) if value else ()
    return value
