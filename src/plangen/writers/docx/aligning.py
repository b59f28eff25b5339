"""Which element of one body is which of another: paragraphs and rows that kept their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

LEAST_ALIKE = 0.4  # share of common pairs of characters from which texts are taken for one
ONLY_ONE = 0.5  # what two elements of a kind score that each body has once, whatever they say
LARGEST_BLOCK = 40_000  # pairs of elements between two unchanged ones that are looked at
MOST_EQUAL = 1_000_000  # pairs of equal elements that are looked at in search of what is kept

Opcode = tuple[str, int, int, int, int]


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
    for tag, start, end, begin, stop in opcodes(before, after):
        if tag == "equal":
            pairs += zip(range(start, end), range(begin, stop), strict=True)
        else:
            block = _block(old[start:end], new[begin:stop], single)
            pairs += _shifted(block, start, begin)
    return pairs


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[Opcode]:
    """What is equal and what is not; all is replaced where a search would take too long.

    The search looks at every pair of equal elements, so few elements that are repeated often cost
    more than many that are not.
    """
    if pairs_of_equals(old, new) > MOST_EQUAL:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def pairs_of_equals(old: Iterable[Hashable], new: Iterable[Hashable]) -> int:
    """How many pairs of an old and a new element are equal."""
    counts = Counter(new)
    return sum(counts[key] * times for key, times in Counter(old).items())


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


def _block(old: Sequence[Unit], new: Sequence[Unit], single: set[Hashable]) -> Iterator[Pair]:
    """The pairs between two unchanged elements; in a very long block only those of one place."""
    if len(old) * len(new) <= LARGEST_BLOCK:
        scores = [[_likeness(before, after, single) for after in new] for before in old]
        yield from _best(scores, len(old), len(new))
        return
    for place in range(max(len(old), len(new))):
        i = place if place < len(old) else None
        j = place if place < len(new) else None
        if i is not None and j is not None and not _likeness(old[i], new[j], single):
            yield i, None
            i = None
        yield i, j


def _best(scores: list[list[float]], rows: int, columns: int) -> Iterator[Pair]:
    """The pairs that come to the highest score without crossing, with all that stands alone."""
    totals = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = scores[i][j] + totals[i + 1][j + 1] if scores[i][j] else 0.0
            totals[i][j] = max(paired, totals[i + 1][j], totals[i][j + 1])
    yield from _way(totals, rows, columns)


def _way(totals: list[list[float]], rows: int, columns: int) -> Iterator[Pair]:
    """From the first pair on; what is gone stands before what comes in its place."""
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


def _shifted(pairs: Iterable[Pair], start: int, begin: int) -> Iterator[Pair]:
    for i, j in pairs:
        yield None if i is None else start + i, None if j is None else begin + j
