"""What a target says, whoever says it: its steps, population, words and period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plangen.audit.steps import Step, steps_of
from plangen.model.indicators import Indicator
from plangen.model.populations import Populations
from plangen.model.targets import Modality, Target
from plangen.quantity.bounds import Bound
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided

Said = tuple[Bound | Undecided, Deadline | Undecided | None, bool]
"""A bound, when it is due, and whether the target says so itself."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a target says of an indicator.

    ``atoms`` are the smallest parts of its population, none where it names no population.
    ``ends`` is the end of the document's period, which is when steps without a date are due in
    ``said``.
    """

    indicator: Indicator
    steps: tuple[Step, ...]
    said: tuple[Said, ...]
    scope: str
    atoms: frozenset[str]
    modality: Modality
    ends: date | None


def offer_of(
    target: Target, indicator: Indicator, populations: Populations, ends: date | None
) -> Offer:
    """What a target of a document says whose period ends on a day."""
    text = target.scope or indicator.of
    atoms = populations.atoms(text) if text else frozenset[str]()
    steps = steps_of(target)
    last = Deadline.from_date(ends) if ends else None
    said = [
        (step.bound, last if step.by is None else step.by, step.by is not None) for step in steps
    ]
    return Offer(indicator, steps, tuple(said), target.scope or "", atoms, target.modality, ends)
