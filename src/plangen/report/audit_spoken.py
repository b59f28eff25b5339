"""Findings as an official document says them: titles and names in place of ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plangen.errors import Message, Value
from plangen.model.verdicts import Audit
from plangen.report.audit_words import book_title, line

_BESIDE = re.compile(" (?=[《“])|(?<=[》”]) ")  # blanks that set off an id in a sentence


def spoken(message: Message, names: Mapping[str, str]) -> str:
    """A message in one line without its full stop; ``names`` are what ids are called."""
    said = str(_named(message, names))
    return _BESIDE.sub("", line(said)).rstrip("。")


def _named(message: Message, names: Mapping[str, str]) -> Message:
    values = {key: _value(value, names) for key, value in message.values.items()}
    return Message(message.wording, **values)


def _value(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, Message):
        return _named(value, names)
    if isinstance(value, tuple):
        return tuple(_part(part, names) for part in value)
    return names.get(value, value) if isinstance(value, str) else value


def _part(part: str | Message, names: Mapping[str, str]) -> str | Message:
    return _named(part, names) if isinstance(part, Message) else names.get(part, part)


def names_of(audit: Audit, titles: Mapping[str, str]) -> dict[str, str]:
    """What the ids of documents and indicators are called in a sentence; ``titles`` by id."""
    indicators = {row.requirement.indicator: f"“{row.requirement.name}”" for row in audit.rows}
    return indicators | {name: book_title(title) for name, title in titles.items()}


def texts(message: Message) -> Iterator[str]:
    """Every text that fills a gap of a message: ids are among them."""
    for value in message.values.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Message):
                yield from texts(part)
            elif isinstance(part, str):
                yield part
