"""Which indicator of the dictionary a figure belongs to, by the words of its name and clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from plangen.extract.targets.words import HEADS
from plangen.model.indicators import Indicator
from plangen.quantity.values import Unit

NEARNESS = 0.8  # share of a name's pairs of characters that the text must hold
LONGEST = 200  # characters of the sentence before a figure that are looked at

_TAIL = re.compile("(?:服务时间|次数|件数|时长|比例|数)\\Z")
_MARKS = re.compile("[（）()、，“”的\\s]")


@dataclass(frozen=True, slots=True)
class _Alias:
    indicator: str
    length: int  # pairs of characters


class Indicators:
    """The names of a dictionary's indicators, asked which of them a text speaks of."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        self._indicators = indicators
        self._aliases: list[_Alias] = []
        self._holding: dict[Unit, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for key, indicator in indicators.items():
            for name in dict.fromkeys((indicator.name, *indicator.aliases)):
                self._add(key, indicator, name)

    def get(self, key: str | None) -> Indicator | None:
        """The indicator of an id; None for None."""
        return self._indicators[key] if key else None

    def match(self, unit: Unit, *texts: str) -> str | None:
        """The indicator whose name one of the texts holds, the first that holds any.

        None where no name is near enough, or two are equally near.
        """
        if unit not in self._holding:
            return None
        return next(filter(None, (self._nearest(unit, text[-LONGEST:]) for text in texts)), None)

    def match_as(self, name: str, unit: Unit, *texts: str) -> str | None:
        """The indicator that the text around a figure names, where its own name does not deny it.

        建成率 may be short for 心理咨询室建成率 in the sentence before; 建档率 is another rate.
        """
        found = self.match(unit, *texts)
        own = _pairs(name)
        if found is None or not own or not HEADS.search(name):
            return found
        names = (self._indicators[found].name, *self._indicators[found].aliases)
        return found if any(own & _pairs(one) for one in names) else None

    def _add(self, key: str, indicator: Indicator, name: str) -> None:
        pairs = _pairs(_TAIL.sub("", name))
        for pair in pairs:
            self._holding[indicator.unit][pair].append(len(self._aliases))
        self._aliases.append(_Alias(key, len(pairs)))

    def _nearest(self, unit: Unit, text: str) -> str | None:
        holding = self._holding[unit]
        hits: dict[int, int] = {}
        for pair in _pairs(text) & holding.keys():
            for place in holding[pair]:
                hits[place] = hits.get(place, 0) + 1
        scores: dict[str, float] = {}
        for place, held in hits.items():
            alias = self._aliases[place]
            nearness = held / alias.length
            if nearness >= NEARNESS:
                best = scores.get(alias.indicator, 0.0)
                scores[alias.indicator] = max(best, nearness * held)
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
        if not ranked or (len(ranked) == 2 and scores[ranked[0]] == scores[ranked[1]]):
            return None
        return ranked[0]


def _pairs(text: str) -> set[str]:
    plain = _MARKS.sub("", text)
    return set(map("".join, pairwise(plain)))
