"""Targets made ready for comparison: those above as demands, the local ones as offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from plangen.audit.papers import Paper
from plangen.audit.steps import Step, steps_of
from plangen.errors import Message, wording
from plangen.model.consistency import UNIT_NAMES
from plangen.model.disagreement import unknown
from plangen.model.indicators import Indicator
from plangen.model.levels import Level
from plangen.model.populations import Populations
from plangen.model.targets import Modality, Target
from plangen.model.verdicts import Claim, Requirement
from plangen.quantity.bounds import Bound
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided

C = TypeVar("C", bound=Claim)
Indicators = Mapping[str, Indicator]


@dataclass(frozen=True, slots=True)
class Demand:
    """One required step, and whom and what it binds.

    ``atoms`` are the smallest parts of its population, none where it names no population.
    ``step`` holds the bound and when it is due. ``number`` tells the demands of one set apart.
    """

    number: int
    requirement: Requirement
    indicator: Indicator
    step: Step
    atoms: frozenset[str]
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a local target promises: its steps, population and modality, whoever promises it."""

    steps: tuple[Step, ...]
    scope: str
    atoms: frozenset[str]
    modality: Modality


def demands_of(
    paper: Paper, indicators: Indicators, populations: Populations, first: int
) -> Iterator[Demand]:
    """Every required step of a document in its own order, numbered from ``first``.

    Raises InputError for an indicator that is not known and a unit that does not fit.
    """
    number = first
    for position, target in enumerate(paper.facts.targets):
        indicator = known_indicator(paper, position, indicators)
        offer = offer_of(target, indicator, populations)
        for place, step in enumerate(offer.steps):
            requirement = claim(Requirement, paper, position, place, step, indicator.name)
            due = Step(step.bound, requirement.by)
            levels = target.levels or indicator.levels
            yield Demand(number, requirement, indicator, due, offer.atoms, levels)
            number += 1


def offer_of(target: Target, indicator: Indicator, populations: Populations) -> Offer:
    """What a target promises."""
    text = target.scope or indicator.of
    atoms = populations.atoms(text) if text else frozenset[str]()
    return Offer(steps_of(target), target.scope or "", atoms, target.modality)


def claim(kind: type[C], paper: Paper, position: int, number: int, step: Step, name: str) -> C:
    """A step of a target as reports show it."""
    facts, target = paper.facts, paper.facts.targets[position]
    by = step.by
    if by is None and facts.ends is not None:
        by = Deadline.from_date(facts.ends)
    return kind(
        paper.id,
        facts.title,
        facts.level,
        target.clause or "",
        target.indicator,
        name,
        step.bound,
        by,
        step.by is not None,
        target.scope or "",
        target.modality,
        target.quote or "",
        paper.place(("targets", position, *(("points", number) if target.points else ()))),
    )


def known_indicator(paper: Paper, position: int, indicators: Indicators) -> Indicator:
    """The indicator of a target. Raises InputError where it is not known or its unit differs."""
    target = paper.facts.targets[position]
    indicator = indicators.get(target.indicator)
    if indicator is None:
        raise paper.wrong(
            ("targets", position, "indicator"),
            unknown(wording("指标"), target.indicator, indicators),
        )
    for step in steps_of(target):
        if not isinstance(step.bound, Undecided):
            _check_unit(paper, position, step.bound, indicator)
    return indicator


def _check_unit(paper: Paper, position: int, bound: Bound, indicator: Indicator) -> None:
    if bound.quantity.unit is not indicator.unit:
        message = Message(
            "“{name}”的单位是{unit}，这里写的是{found}",
            name=indicator.name,
            unit=UNIT_NAMES[indicator.unit],
            found=UNIT_NAMES[bound.quantity.unit],
        )
        raise paper.wrong(("targets", position), message)
