"""What the documents above require of an indicator on a day: the step of theirs in force then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from plangen.model.plans import DocumentFacts
from plangen.model.targets import Bounded, Target
from plangen.quantity.bounds import Comparator
from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.values import Quantity

Kind = Literal["stock", "flow"]


@dataclass(frozen=True, slots=True)
class Upper:
    """A document above, with its id."""

    id: str
    facts: DocumentFacts


@dataclass(frozen=True, slots=True)
class Required:
    """A value that a document above requires, from a day on where it names one."""

    document: str
    clause: str
    quantity: Quantity
    day: date | None


def required(
    uppers: Sequence[Upper], target: Target, comparator: Comparator, day: date, kind: Kind
) -> Required | None:
    """The strictest value that is in force on a day for the same indicator and population."""
    strictest: Required | None = None
    for upper, other in _same(uppers, target):
        step = _in_force(other, upper.facts, day, kind)
        found = step and _as_required(upper, other, step, comparator)
        if found and (strictest is None or _stricter(found, strictest, comparator)):
            strictest = found
    return strictest


def _stricter(left: Required, right: Required, comparator: Comparator) -> bool:
    return stricter(left.quantity, right.quantity, comparator)


def upcoming(
    uppers: Sequence[Upper], target: Target, comparator: Comparator, day: date
) -> Required | None:
    """The first value that will be required after a day."""
    later = [
        found
        for upper, other in _same(uppers, target)
        for step in other.steps
        if (due := _due(step, upper.facts)) and due > day
        if (found := _as_required(upper, other, step, comparator))
    ]
    return min(later, key=lambda found: found.day or date.max, default=None)


def stricter(left: Quantity, right: Quantity, comparator: Comparator) -> bool:
    """Whether one value asks for more than another; never where the two cannot be compared.

    Of values that are to be met exactly, another one is stricter: both cannot be met.
    """
    try:
        order = compare(left, right)
    except IncomparableError:
        return False
    if comparator is Comparator.EQUAL:
        return order != 0
    return order > 0 if comparator is Comparator.AT_LEAST else order < 0


def _same(uppers: Sequence[Upper], target: Target) -> Iterator[tuple[Upper, Target]]:
    """Targets of one indicator and population; an aim (力争) above binds nobody who must."""
    for upper in uppers:
        for other in upper.facts.targets:
            same = (other.indicator, other.scope) == (target.indicator, target.scope)
            if same and other.modality in ("应当", target.modality):
                yield upper, other


def _in_force(target: Target, facts: DocumentFacts, day: date, kind: Kind) -> Bounded | None:
    """The last step that is due by a day; of what is counted anew each period, the day's own."""
    steps = [step for step in target.steps if step.by is None or step.deadline]
    if kind == "flow":
        return next((step for step in steps if _covers(step, facts, day)), None)
    due = [step for step in steps if (_due(step, facts) or date.min) <= day]
    return due[-1] if due else None


def _covers(step: Bounded, facts: DocumentFacts, day: date) -> bool:
    if step.deadline:
        return step.deadline.last_day.year == day.year and step.deadline.last_day <= day
    started = facts.starts or facts.date or date.min
    return started <= day <= (facts.ends or date.max)


def _due(step: Bounded, facts: DocumentFacts) -> date | None:
    """A step's last day: that of the document's period where it has none of its own."""
    return step.deadline.last_day if step.deadline else facts.ends


def _as_required(
    upper: Upper, target: Target, step: Bounded, comparator: Comparator
) -> Required | None:
    """A step as a requirement; None where it is undecided or compares another way."""
    if step.undecided or step.bound.comparator is not comparator:
        return None
    due = _due(step, upper.facts)
    return Required(upper.id, target.clause or "", step.bound.quantity, due)
