"""Which element of one body is which of another: paragraphs and rows that kept their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

LEAST_ALIKE = 0.4  # share of common pairs of characters from which texts are taken for one
ONLY_ONE = 0.5  # what two elements of a kind score that each body has once, whatever they say
LARGEST_BLOCK = 40_000  # pairs of elements between two unchanged ones that are looked at


@dataclass(frozen=True, slots=True)
class Unit:
    """An element as it is aligned: only those of one kind belong together."""

    kind: Hashable
    text: str
    pieces: Counter[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pairs = (a + b for a, b in pairwise(f"\x02{self.text}\x03"))
        object.__setattr__(self, "pieces", Counter(pairs))


Pair = tuple[int | None, int | None]
"""Places in the old and the new body; None where one of them has no such element."""


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Every element of both bodies once, in an order that keeps both.

    Equal elements are found first; between them those that are most alike are paired. What moved
    is gone at one place and comes at another.
    """
    before, after = ([(unit.kind, unit.text) for unit in units] for units in (old, new))
    single = _single([unit.kind for unit in old], [unit.kind for unit in new])
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(range(start, end), range(begin, stop), strict=True)
        else:
            scores = [
                [_likeness(old[i], new[j], single) for j in range(begin, stop)]
                for i in range(start, end)
                if (end - start) * (stop - begin) <= LARGEST_BLOCK
            ]
            pairs += _shifted(_best(scores, end - start, stop - begin), start, begin)
    return pairs


def _single(old: list[Hashable], new: list[Hashable]) -> set[Hashable]:
    """The kinds that either body has exactly once."""
    once = ({kind for kind, count in Counter(kinds).items() if count == 1} for kinds in (old, new))
    return set.intersection(*once)


def _likeness(old: Unit, new: Unit, single: set[Hashable]) -> float:
    if old.kind != new.kind:
        return 0.0
    common = sum((old.pieces & new.pieces).values())
    share = 2 * common / (old.pieces.total() + new.pieces.total())
    if old.kind in single:
        return max(share, ONLY_ONE)
    return share if share >= LEAST_ALIKE else 0.0


def _best(scores: list[list[float]], rows: int, columns: int) -> list[Pair]:
    """The pairs that come to the highest score without crossing, with all that stands alone."""
    if not scores:
        return [*((i, None) for i in range(rows)), *((None, j) for j in range(columns))]
    totals = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = scores[i][j] + totals[i + 1][j + 1] if scores[i][j] else 0.0
            totals[i][j] = max(paired, totals[i + 1][j], totals[i][j + 1])
    return list(_way(scores, totals))


def _way(scores: list[list[float]], totals: list[list[float]]) -> Iterator[Pair]:
    """From the first pair on; what is gone stands before what comes in its place."""
    rows, columns = len(scores), len(totals[0]) - 1
    i = j = 0
    while i < rows or j < columns:
        if i < rows and totals[i][j] == totals[i + 1][j]:
            yield i, None
            i += 1
        elif j < columns and totals[i][j] == totals[i][j + 1]:
            yield None, j
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _shifted(pairs: list[Pair], start: int, begin: int) -> Iterator[Pair]:
    for i, j in pairs:
        yield None if i is None else start + i, None if j is None else begin + j
