"""Two documents → everything that changed from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plangen.changes.circumstances import fact_changes
from plangen.changes.duties import duty_changes
from plangen.changes.edition import Edition
from plangen.changes.fields import details
from plangen.changes.frame import Frame, Period, period_of
from plangen.changes.organs import organ_changes
from plangen.changes.rosters import Rosters
from plangen.changes.sources import source_changes
from plangen.changes.tables import table_changes
from plangen.changes.targets import Targets
from plangen.changes.tasks import Tasks
from plangen.model.change import (
    Area,
    Basis,
    Compared,
    Comparison,
    Field,
    ItemChange,
    Kind,
    weighed,
)
from plangen.quantity.undecided import shown


def compare_editions(old: Edition, new: Edition) -> Comparison:
    """What changed from the old document to the new one; the same document has no change."""
    frame = Frame(period_of(old.facts), period_of(new.facts))
    return Comparison(
        _compared(old, frame.old),
        _compared(new, frame.new),
        frame.basis,
        tuple(Targets(old, new, frame).changes()),
        tuple(_items(old, new, frame)),
    )


def _compared(edition: Edition, period: Period) -> Compared:
    facts = edition.facts
    number = facts.issue.number if facts.issue else None
    return Compared(
        edition.id,
        facts.title,
        f"{number.code}〔{number.year}〕{shown(number.sequence)}号" if number else "",
        facts.date,
        period.starts,
        period.ends,
    )


def _items(old: Edition, new: Edition, frame: Frame) -> Iterator[ItemChange]:
    yield from _period(old, new, frame)
    yield from Tasks(old, new, frame).changes()
    yield from duty_changes(old, new)
    yield from organ_changes(old, new)
    yield from source_changes(old, new)
    yield from Rosters(old, new).changes()
    yield from fact_changes(old, new)
    yield from table_changes(old, new)


def _period(old: Edition, new: Edition, frame: Frame) -> Iterator[ItemChange]:
    """Another end of the period (实施期): periods that follow each other have one as such."""
    days = old.facts.ends, new.facts.ends
    if frame.basis is Basis.OWN_PERIOD or days[0] == days[1]:
        return
    found = details((Field.PERIOD, _day(days[0]), _day(days[1])))
    yield ItemChange(Area.DOCUMENT, new.facts.title, weighed(_end_kinds(*days)), details=found)


def _end_kinds(old: date | None, new: date | None) -> set[Kind]:
    if old is None or new is None:
        return {Kind.CHANGED}
    return {Kind.EARLIER if new < old else Kind.LATER}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
