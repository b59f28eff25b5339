"""The steps of a document's targets: what they ask for, by when, and how two of them compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plangen.errors import Message
from plangen.model.disagreement import KeyPath
from plangen.model.plans import DocumentFacts
from plangen.model.targets import Bounded, Target
from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.values import Quantity


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a target with its key; ``by`` is its own last day, else the document's."""

    path: KeyPath
    target: Target
    step: Bounded
    by: date | None

    @property
    def stated(self) -> bool:
        """Whether the step names a date of its own."""
        return self.step.deadline is not None

    @property
    def quantity(self) -> Quantity:
        """The value of the step."""
        return self.step.bound.quantity

    @property
    def where(self) -> Message:
        """The clause that the target rests on; its place in the data where none is recorded."""
        if self.target.clause:
            return Message("{clause}", clause=self.target.clause)
        return Message("targets[{number}]", number=int(self.path[1]) + 1)


def steps(facts: DocumentFacts) -> Iterator[Step]:
    """Every step whose value is decided, in the order of the data."""
    for position, target in enumerate(facts.targets):
        for number, step in enumerate(target.steps):
            path: KeyPath = ("targets", position)
            path = (*path, "points", number) if target.points else path
            if not step.undecided:
                deadline = step.deadline
                yield Step(path, target, step, deadline.last_day if deadline else facts.ends)


def stated_twice(facts: DocumentFacts) -> Iterator[tuple[Step, Step]]:
    """Steps with one of an earlier target about the same: indicator, scope and modality.

    The earlier one has the same date where there is such a one, else it is the first.
    """
    first: dict[tuple[str, str | None, str], Step] = {}
    dated: dict[tuple[str, str | None, str, date | None], Step] = {}
    for step in steps(facts):
        target = step.target
        about = (target.indicator, target.scope, target.modality)
        earlier = dated.setdefault((*about, step.by), step)
        start = first.setdefault(about, step)
        earlier = start if earlier is step else earlier
        if earlier.target is not target:
            yield earlier, step


def same_value(first: Quantity, second: Quantity) -> bool | None:
    """Whether two values are the same; None where they cannot be compared."""
    try:
        return compare(first, second) == 0
    except IncomparableError:
        return None
