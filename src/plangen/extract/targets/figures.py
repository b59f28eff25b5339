"""The figures of a text: every value that the grammar finds, and those that only a whole says."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.numbers import numbers_in
from plangen.extract.targets.wholes import with_wholes
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.grammar import find_bounds
from plangen.quantity.ranges import estimates_in, halves_in, points_in, ranges_in
from plangen.quantity.values import Unit


def figures_in(text: str) -> list[Figure]:
    """The figures of a text in reading order; of two that overlap, the one that says more."""
    ranked: list[Figure] = []
    ranked += _ranges(text)
    ranked += _points(text)
    ranked += _estimates(text)
    ranked += _halves(text)
    ranked += numbers_in(text)
    ranked += (_bound(found.start, found.end, found.at, found.bound) for found in find_bounds(text))
    kept = _apart(ranked)
    return with_wholes(text, kept)


def _bound(start: int, end: int, at: int, bound: Bound) -> Figure:
    covered = bound.quantity.unit is Unit.PERCENT and end - at == 3 and not bound.explicit
    covered = covered and bound.quantity.amount == 100 and start == at
    return Figure(start, end, at, bound, Form.COVERED if covered else Form.VALUE)


def _ranges(text: str) -> Iterator[Figure]:
    for found in ranges_in(text):
        comparator = Comparator.AT_MOST if found.limit else Comparator.AT_LEAST
        bound = Bound(comparator, found.low)
        yield Figure(found.start, found.end, found.start, bound, Form.RANGE, found.high)


def _points(text: str) -> Iterator[Figure]:
    for found in points_in(text):
        yield Figure(found.start, found.end, found.at, found.bound, Form.POINTS, found.high)


def _estimates(text: str) -> Iterator[Figure]:
    for found in estimates_in(text):
        bound = Bound(Comparator.EQUAL, found.quantity)
        yield Figure(found.start, found.end, found.start, bound, Form.ESTIMATE)


def _halves(text: str) -> Iterator[Figure]:
    for start, end, bound in halves_in(text):
        yield Figure(start, end, start, bound)


def _apart(ranked: list[Figure]) -> list[Figure]:
    """Figures that do not overlap, earlier kinds first where two do."""
    order = sorted(range(len(ranked)), key=lambda place: (ranked[place].at, place))
    kept: list[Figure] = []
    rank: list[int] = []
    for place in order:
        figure = ranked[place]
        if not kept or figure.at >= kept[-1].end:
            kept.append(figure)
            rank.append(place)
        elif place < rank[-1]:
            kept[-1], rank[-1] = figure, place
    return kept
