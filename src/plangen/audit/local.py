"""A local document made ready: its targets as offers and promises, and what its place is like."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from plangen.audit.circumstances import Circumstances
from plangen.audit.offers import Indicators, Offer, claim, known_indicator, offer_of
from plangen.audit.papers import Paper
from plangen.model.populations import Populations
from plangen.model.targets import Target
from plangen.model.verdicts import Promise

MOST_OFFERS = 100_000  # kept ready, so that a long run of plans does not fill the memory


@dataclass(frozen=True, slots=True)
class Local:
    """A document with the positions of its targets by indicator, its offers and promises.

    ``promises`` holds a promise a step, target by target.
    """

    paper: Paper
    positions: dict[str, tuple[int, ...]]
    offers: tuple[Offer, ...]
    promises: tuple[tuple[Promise, ...], ...]
    circumstances: Circumstances

    @property
    def ends(self) -> date | None:
        """The end of the local period."""
        return self.paper.facts.ends


class Locals:
    """Makes local documents ready; targets that say the same share one offer."""

    def __init__(self, indicators: Indicators, populations: Populations) -> None:
        self._indicators, self._populations = indicators, populations
        self._offers: dict[Hashable, Offer] = {}

    def ready(self, paper: Paper) -> Local:
        """A document made ready. Raises InputError for targets that cannot be understood."""
        positions: dict[str, tuple[int, ...]] = {}
        offers, promises = [], []
        for position, target in enumerate(paper.facts.targets):
            offer = self._offer(paper, position, target)
            positions[target.indicator] = (*positions.get(target.indicator, ()), position)
            offers.append(offer)
            promises.append(tuple(self._promises(paper, position, offer)))
        circumstances = Circumstances(paper.facts.facts, self._populations)
        return Local(paper, positions, tuple(offers), tuple(promises), circumstances)

    def _promises(self, paper: Paper, position: int, offer: Offer) -> Iterator[Promise]:
        name = self._indicators[paper.facts.targets[position].indicator].name
        for number, step in enumerate(offer.steps):
            yield claim(Promise, paper, position, number, step, name)

    def _offer(self, paper: Paper, position: int, target: Target) -> Offer:
        key = _content(target)
        offer = self._offers.get(key)
        if offer is None:
            indicator = known_indicator(paper, position, self._indicators)
            offer = offer_of(target, indicator, self._populations)
            if len(self._offers) >= MOST_OFFERS:
                self._offers.clear()
            self._offers[key] = offer
        return offer


def _content(target: Target) -> Hashable:
    """What a target says, without where it says it."""
    return (
        target.indicator,
        target.at_least,
        target.at_most,
        target.equals,
        target.by,
        target.points,
        target.scope,
        target.modality,
    )
