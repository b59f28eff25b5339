"""Step functions of two documents, point by point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plangen.changes.frame import OPEN, Frame, Period, Place
from plangen.changes.values import value_kinds
from plangen.model.change import Asked, Kind, PointChange, asked
from plangen.model.indicators import Indicator
from plangen.model.targets import Target
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a target: what it asks for, and the place of its deadline among all dates."""

    place: Place
    bound: Asked


def steps_of(target: Target, period: Period, frame: Frame) -> tuple[Step, ...]:
    """The steps in order of time; one without a date is due at the end of the period."""
    return tuple(
        Step(frame.place(due(step.by, period), period), asked(step)) for step in target.steps
    )


def due(by: Deadline | Undecided | None, period: Period) -> Deadline | Undecided | None:
    """A target's own deadline, or the end of the document's period."""
    if by is None and period.ends is not None:
        return Deadline.from_date(period.ends)
    return by


def in_force(steps: Sequence[Step], place: Place, indicator: Indicator) -> Asked | None:
    """What a target asks for at a place in time.

    A stock (达到后保持) is held from its date on, so the last step before counts. In a flow every
    period stands alone: the step counts whose period, from the step before to its own date, holds
    the place.
    """
    if indicator.kind == "flow":
        return next((step.bound for step in steps if step.place >= place), None)
    return next((step.bound for step in reversed(steps) if step.place <= place), None)


def point_changes(
    old: Sequence[Step], new: Sequence[Step], indicator: Indicator, frame: Frame
) -> Iterator[PointChange]:
    """The values of both documents at every date at which either has a step.

    Where one period follows the other and yet the calendar counts, dates before the later period
    are past: it cannot ask for anything by then.
    """
    for place in sorted({step.place for step in (*old, *new)}):
        if _past(place, frame):
            continue
        before, after = (in_force(steps, place, indicator) for steps in (old, new))
        yield PointChange(
            frame.day(place, frame.old),
            frame.day(place, frame.new),
            before,
            after,
            _kind(before, after, indicator),
        )


def _past(place: Place, frame: Frame) -> bool:
    if not (frame.by_calendar and frame.later and frame.later.starts):
        return False
    return place < (frame.later.starts.toordinal(), 0)


def _kind(old: Asked | None, new: Asked | None, indicator: Indicator) -> Kind:
    if old is None:
        return Kind.TIGHTENED
    if new is None:
        return Kind.LOOSENED
    return next(iter(value_kinds(old, new, indicator)), Kind.UNCHANGED)


def step_kinds(
    old: Sequence[Step],
    new: Sequence[Step],
    points: Sequence[PointChange],
    indicator: Indicator,
    frame: Frame,
) -> set[Kind]:
    """In which ways a step function changed.

    As many steps on both sides are compared one by one, value and date apart; other functions by
    what they ask for at each date, and so are those whose first steps are past.
    """
    if len(old) != len(new) or (len(old) > 1 and frame.by_calendar):
        return {point.kind for point in points} - {Kind.UNCHANGED}
    kinds: set[Kind] = set()
    for before, after in zip(old, new, strict=True):
        kinds |= value_kinds(before.bound, after.bound, indicator)
        kinds |= date_kinds(before.place, after.place)
    return kinds


def date_kinds(old: Place, new: Place) -> set[Kind]:
    """Whether a date came earlier or later, as far as both are decided."""
    if old == new:
        return set()
    if OPEN in (old, new):
        return {Kind.UNDECIDED}
    return {Kind.EARLIER if new < old else Kind.LATER}
