"""The targets of one document made ready, as requirements or as promises."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from plangen.audit.offers import Offer, offer_of
from plangen.audit.papers import Paper
from plangen.errors import Message, wording
from plangen.model.consistency import UNIT_NAMES
from plangen.model.disagreement import KeyPath, unknown
from plangen.model.indicators import Indicator
from plangen.model.populations import Populations
from plangen.model.targets import Target
from plangen.model.verdicts import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangen.audit.cases import Case

C = TypeVar("C", bound=Claim)
MOST_OFFERS = 100_000  # kept ready, so that a long run of plans does not fill the memory


@dataclass(frozen=True, slots=True)
class Shared:
    """An offer that many documents make, with the cases found for it, by number of the demand."""

    offer: Offer
    cases: dict[int, Case] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared(Generic[C]):
    """A document's targets by position: what they offer, and their claims, one a step.

    ``positions`` are those of the targets of an indicator; ``firsts`` says where in ``claims``
    those of a target begin.
    """

    paper: Paper
    positions: dict[str, tuple[int, ...]]
    offers: list[Shared]
    firsts: list[int]
    claims: list[C]

    def claim(self, position: int, step: int) -> C:
        """The claim of one step of a target."""
        return self.claims[self.firsts[position] + step]


class Preparation:
    """Makes documents ready; targets that say the same share one offer."""

    def __init__(self, indicators: Mapping[str, Indicator], populations: Populations) -> None:
        self._indicators, self._populations = indicators, populations
        self._offers: dict[Hashable, Shared] = {}

    def prepare(self, paper: Paper, kind: type[C]) -> Prepared[C]:
        """A document made ready. Raises InputError for targets that cannot be understood."""
        facts, place, known = paper.facts, paper.place, self._offers
        if len(known) > MOST_OFFERS:
            known.clear()
        prepared: Prepared[C] = Prepared(paper, {}, [], [], [])
        positions, claims = prepared.positions, prepared.claims
        document, title, level, ends = paper.id, facts.title, facts.level, facts.ends
        for position, target in enumerate(facts.targets):
            content = _content(target, ends)
            shared = known.get(content)
            if shared is None:
                shared = known[content] = self._make(paper, position)
            offer, indicator = shared.offer, target.indicator
            prepared.offers.append(shared)
            prepared.firsts.append(len(claims))
            others = positions.get(indicator)
            positions[indicator] = (*others, position) if others else (position,)
            key: KeyPath = ("targets", position)
            for number, (bound, by, stated) in enumerate(offer.said):
                claim = kind(
                    document,
                    title,
                    level,
                    target.clause or "",
                    indicator,
                    offer.indicator.name,
                    bound,
                    by,
                    stated,
                    offer.scope,
                    offer.modality,
                    target.quote or "",
                    place((*key, "points", number) if target.points else key),
                )
                claims.append(claim)
        return prepared

    def _make(self, paper: Paper, position: int) -> Shared:
        """The offer of a target that has not been seen yet."""
        target = paper.facts.targets[position]
        indicator = self._indicator(paper, position, target)
        return Shared(offer_of(target, indicator, self._populations, paper.facts.ends))

    def _indicator(self, paper: Paper, position: int, target: Target) -> Indicator:
        indicator = self._indicators.get(target.indicator)
        if indicator is None:
            raise paper.wrong(
                ("targets", position, "indicator"),
                unknown(wording("指标"), target.indicator, self._indicators),
            )
        for step in target.steps:
            if not step.undecided and step.bound.quantity.unit is not indicator.unit:
                message = Message(
                    "“{name}”的单位是{unit}，这里写的是{found}",
                    name=indicator.name,
                    unit=UNIT_NAMES[indicator.unit],
                    found=UNIT_NAMES[step.bound.quantity.unit],
                )
                raise paper.wrong(("targets", position), message)
        return indicator


def _content(target: Target, ends: date | None) -> Hashable:
    """What a target says, without where it says it."""
    return (
        target.indicator,
        ends,
        target.by,
        target.scope,
        target.modality,
        target.at_least,
        target.at_most,
        target.equals,
        target.points,
    )
