"""Basis documents (依据文件) of two documents."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.changes.edition import Edition
from plangen.changes.fields import details
from plangen.changes.matching import Matching
from plangen.model.change import Area, Field, ItemChange, Kind
from plangen.model.plans import Source


def source_changes(old: Edition, new: Edition) -> Iterator[ItemChange]:
    """Basis documents that are new or gone, or have another number, date or issuers."""
    matching = Matching(old.facts.basis, new.facts.basis)
    matching.by_key(_title)
    for before, after in matching.rows:
        if before and after:
            found = details(
                (Field.NUMBER, before.number, after.number),
                (Field.ISSUED, _day(before), _day(after)),
                (Field.ISSUERS, before.issuers, after.issuers),
            )
            if found:
                yield ItemChange(Area.BASIS, after.title, (Kind.CHANGED,), details=found)
        elif after:
            yield ItemChange(Area.BASIS, after.title, (Kind.ADDED,))
        elif before:
            yield ItemChange(Area.BASIS, before.title, (Kind.DROPPED,))


def _title(source: Source) -> str:
    """A title without the blanks and marks in which copies of one title differ."""
    return "".join(character for character in source.title if character.isalnum())


def _day(source: Source) -> str:
    return source.issued.isoformat() if source.issued else ""
