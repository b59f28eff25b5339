"""Findings as an official document says them: titles, names and dates in place of ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date

from plangen.document.wording import chinese_date
from plangen.errors import Message
from plangen.model.verdicts import Audit
from plangen.report.audit_words import book_title, line

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BESIDE = re.compile(" (?=[《“])|(?<=[》”]) ")  # blanks that set off an id in a sentence


def spoken(message: Message, names: Mapping[str, str]) -> str:
    """A message in one line without its full stop; ``names`` are what ids are called."""
    said = str(_named(message, names))
    return _BESIDE.sub("", line(said)).rstrip("。")


def _named(message: Message, names: Mapping[str, str]) -> Message:
    values = {key: _value(value, names) for key, value in message.values.items()}
    return Message(message.wording, **values)


def _value(value: str | int | Message, names: Mapping[str, str]) -> str | int | Message:
    if isinstance(value, Message):
        return _named(value, names)
    if not isinstance(value, str):
        return value
    if _DAY.fullmatch(value):
        with suppress(ValueError):
            return chinese_date(date.fromisoformat(value))
    return names.get(value, value)


def names_of(audit: Audit, titles: Mapping[str, str]) -> dict[str, str]:
    """What the ids of documents and indicators are called in a sentence; ``titles`` by id."""
    indicators = {row.requirement.indicator: f"“{row.requirement.name}”" for row in audit.rows}
    return indicators | {name: book_title(title) for name, title in titles.items()}


def texts(message: Message) -> Iterator[str]:
    """Every text that fills a gap of a message: ids are among them."""
    for value in message.values.values():
        if isinstance(value, Message):
            yield from texts(value)
        elif isinstance(value, str):
            yield value
