"""Which thing of one document is which of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T")

LARGEST_SEARCH = 40_000  # pairs of things whose likeness is asked
LONGEST_TEXT = 600  # characters of a text that are compared


class Matching(Generic[T]):
    """Things of two documents, paired rule by rule; what no rule pairs stands alone.

    The other way round the same pairs come out: of two pairs that are equally good, either both
    can be taken or the places of the things decide.
    """

    def __init__(self, old: Sequence[T], new: Sequence[T]) -> None:
        self._old, self._new = old, new
        self._left = dict.fromkeys(range(len(old)))
        self._right = dict.fromkeys(range(len(new)))
        self._pairs: list[tuple[int, int]] = []

    def by_key(self, key: Callable[[T], Hashable]) -> None:
        """Pair things with one key, in their order."""
        places: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for i in self._left:
            places[key(self._old[i])][0].append(i)
        for j in self._right:
            places[key(self._new[j])][1].append(j)
        for left, right in places.values():
            for pair in zip(left, right, strict=False):
                self._take(*pair)

    def by_likeness(self, likeness: Callable[[T, T], float]) -> None:
        """Pair things that are alike (more than 0), the most alike first."""
        if len(self._left) * len(self._right) > LARGEST_SEARCH:
            return
        scored = [
            (score, i, j)
            for i in self._left
            for j in self._right
            if (score := likeness(self._old[i], self._new[j])) > 0
        ]
        for _, i, j in sorted(scored, key=_order):
            if i in self._left and j in self._right:
                self._take(i, j)

    @property
    def pairs(self) -> list[tuple[T, T]]:
        """What belongs together, in the order of the old document."""
        return [(self._old[i], self._new[j]) for i, j in sorted(self._pairs)]

    @property
    def gone(self) -> list[T]:
        """What stands only in the old document."""
        return [self._old[i] for i in self._left]

    @property
    def come(self) -> list[T]:
        """What stands only in the new document."""
        return [self._new[j] for j in self._right]

    @property
    def rows(self) -> list[tuple[T | None, T | None]]:
        """Everything of the new document in its order, then what only the old one has."""
        counterparts = {j: self._old[i] for i, j in self._pairs}
        rows: list[tuple[T | None, T | None]] = [
            (counterparts.get(j), thing) for j, thing in enumerate(self._new)
        ]
        return [*rows, *((thing, None) for thing in self.gone)]

    def out_of_order(self) -> list[tuple[T, T]]:
        """The pairs that have to move so that all others keep their order: the fewest."""
        pairs = sorted(self._pairs)
        moved = set(range(len(pairs))) - _rising([j for _, j in pairs])
        return [
            (self._old[i], self._new[j]) for place, (i, j) in enumerate(pairs) if place in moved
        ]

    def _take(self, i: int, j: int) -> None:
        del self._left[i]
        del self._right[j]
        self._pairs.append((i, j))


def _order(candidate: tuple[float, int, int]) -> tuple[float, int, int]:
    score, i, j = candidate
    return -score, i + j, abs(i - j)


def similarity(old: str, new: str, least: float) -> float:
    """How much two texts are alike, 1 for equal ones; 0 where that is less than ``least``."""
    old, new = old[:LONGEST_TEXT], new[:LONGEST_TEXT]
    if old == new:
        return 1.0
    best = max(_ratio(old, new, least), _ratio(new, old, least))  # difflib depends on the order
    return best if best >= least else 0.0


def _ratio(old: str, new: str, least: float) -> float:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def _rising(places: Sequence[int]) -> set[int]:
    """The positions of the longest rising row of different numbers."""
    ends: list[int] = []  # of rising rows by length: the lowest number that one ends with
    tails: list[int] = []  # and its position
    before: list[int] = []
    for position, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        tails[length : length + 1] = [position]
    kept: set[int] = set()
    last = tails[-1] if tails else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    return kept
