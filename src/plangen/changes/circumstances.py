"""Local facts (本地情况) of two documents: what is recorded about the place, and its source."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.changes.edition import Edition
from plangen.changes.fields import details
from plangen.model.change import Area, Field, ItemChange, Kind
from plangen.model.plans import LocalFact


def fact_changes(old: Edition, new: Edition) -> Iterator[ItemChange]:
    """Facts that are new or no longer recorded, and those with another number or source."""
    before, after = old.facts.facts, new.facts.facts
    for name in dict.fromkeys((*after, *before)):
        kind = Kind.CHANGED
        if name not in before:
            kind = Kind.ADDED
        elif name not in after:
            kind = Kind.DROPPED
        found = details(
            (Field.COUNT, _count(before.get(name)), _count(after.get(name))),
            (Field.SOURCE, _source(before.get(name)), _source(after.get(name))),
        )
        if found:
            yield ItemChange(Area.FACT, name, (kind,), details=found)


def _count(fact: LocalFact | None) -> str | None:
    return str(fact.value) if fact else None


def _source(fact: LocalFact | None) -> str | None:
    return fact.source if fact else None
