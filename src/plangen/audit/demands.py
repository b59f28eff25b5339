"""The requirements of documents above, made ready once for all plans that are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.audit.prepared import Prepared
from plangen.audit.steps import Step
from plangen.model.indicators import Indicator
from plangen.model.levels import Level
from plangen.model.verdicts import Requirement


@dataclass(frozen=True, slots=True)
class Demand:
    """One required step, and whom and what it binds.

    ``atoms`` are the smallest parts of its population, none where it names no population.
    ``step`` holds the bound and when it is due. ``number`` tells the demands of one auditor apart.
    ``conditional`` says that levels or recorded facts decide whether it binds.
    """

    number: int
    requirement: Requirement
    indicator: Indicator
    step: Step
    atoms: frozenset[str]
    levels: tuple[Level, ...]
    conditional: bool


def demands_of(prepared: Prepared[Requirement], first: int) -> Iterator[Demand]:
    """Every required step of a document in its own order, numbered from ``first``."""
    targets = prepared.paper.facts.targets
    for position, shared in enumerate(prepared.offers):
        offer = shared.offer
        indicator = offer.indicator
        levels = targets[position].levels or indicator.levels
        conditional = bool(levels or indicator.applies_if)
        for number in range(len(offer.steps)):
            claim = prepared.claim(position, number)
            due = Step(claim.bound, claim.by)
            at = first + prepared.firsts[position] + number
            yield Demand(at, claim, indicator, due, offer.atoms, levels, conditional)
