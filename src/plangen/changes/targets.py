"""Targets (目标) of two documents: which stands for which, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plangen.changes.edition import Edition
from plangen.changes.frame import Frame, Period
from plangen.changes.matching import Matching
from plangen.changes.steps import due, point_changes, step_kinds, steps_of
from plangen.changes.values import value_remark
from plangen.errors import Message
from plangen.model.change import Held, Kind, TargetChange, asked, weighed
from plangen.model.indicators import Indicator
from plangen.model.populations import Extent, Populations
from plangen.model.strictness import STRENGTH
from plangen.model.targets import Target
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided

_EXTENTS = {
    Extent.WIDER: Kind.WIDER,
    Extent.NARROWER: Kind.NARROWER,
    Extent.OTHER: Kind.OTHER_POPULATION,
}


BY_CALENDAR = Message("期限在文件的实施期之后，这一项按日历比较")


class Targets:
    """Compares the targets of two documents."""

    def __init__(self, old: Edition, new: Edition, frame: Frame) -> None:
        self._old, self._new = old, new
        self._frame = frame
        indicators = (edition.dictionary.indicators.values() for edition in (old, new))
        self._populations = Populations.of(chain(*indicators))

    def changes(self) -> Iterator[TargetChange]:
        """Every target of either document: in the new one's order, then those that it lacks.

        A target stands for one of the same indicator: of the same population and clause, of the
        same population, of a population that holds the other, and at last for any.
        """
        matching = Matching(self._old.facts.targets, self._new.facts.targets)
        matching.by_key(lambda target: (target.indicator, target.scope, target.clause))
        matching.by_key(lambda target: (target.indicator, target.scope))
        matching.by_likeness(self._related)
        matching.by_key(lambda target: target.indicator)
        for old, new in matching.rows:
            if old and new:
                yield self._both(old, new)
            elif new:
                yield self._alone(new, Kind.ADDED)
            elif old:
                yield self._alone(old, Kind.DROPPED)

    def _related(self, old: Target, new: Target) -> float:
        if old.indicator != new.indicator:
            return 0.0
        found = self._extent(old, new)
        return {Extent.SAME: 1.0, Extent.OTHER: 0.0}.get(found, 0.5)

    def _extent(self, old: Target, new: Target) -> Extent:
        """How the population of the new target stands to that of the old one."""
        whole = self._indicator(new.indicator).of or ""
        return self._populations.extent(old.scope or whole, new.scope or whole)

    def _indicator(self, name: str) -> Indicator:
        indicator = self._new.indicator(name) or self._old.indicator(name)
        if indicator is None:
            raise LookupError(name)  # loading refuses targets without an indicator
        return indicator

    def _alone(self, target: Target, kind: Kind) -> TargetChange:
        name = self._indicator(target.indicator).name
        added = kind is Kind.ADDED
        held = _held(target, self._frame.new if added else self._frame.old)
        sides = (None, held) if added else (held, None)
        return TargetChange(target.indicator, name, (kind,), *sides)

    def _both(self, old: Target, new: Target) -> TargetChange:
        indicator = self._indicator(new.indicator)
        frame = self._frame.fit_for(_dates(old), _dates(new))
        before, after = steps_of(old, frame.old, frame), steps_of(new, frame.new, frame)
        points = tuple(point_changes(before, after, indicator, frame))
        kinds = step_kinds(before, after, points, indicator, frame)
        kinds |= _modality(old, new)
        population = _EXTENTS.get(self._extent(old, new))
        kinds |= {population} if population else set()
        return TargetChange(
            new.indicator,
            indicator.name,
            weighed(kinds),
            _held(old, frame.old),
            _held(new, frame.new),
            points if max(len(before), len(after)) > 1 else (),
            tuple(_remarks(old, new, indicator, frame)),
        )


def _held(target: Target, period: Period) -> Held:
    by = target.steps[-1].by
    return Held(target, due(by, period), by is not None)


def _modality(old: Target, new: Target) -> set[Kind]:
    difference = STRENGTH[new.modality] - STRENGTH[old.modality]
    if difference == 0:
        return set()
    return {Kind.STRONGER if difference > 0 else Kind.WEAKER}


def _dates(target: Target) -> list[Deadline | Undecided | None]:
    return [step.by for step in target.steps]


def _remarks(old: Target, new: Target, indicator: Indicator, frame: Frame) -> Iterator[Message]:
    """What is to be said of dates, and of the values of as many steps; each remark once."""
    if frame.by_calendar:
        yield BY_CALENDAR
    if len(old.steps) != len(new.steps):
        return
    told: dict[Message, None] = {}
    for before, after in zip(old.steps, new.steps, strict=True):
        remark = value_remark(asked(before), asked(after), indicator)
        if remark:
            told[remark] = None
    yield from told
