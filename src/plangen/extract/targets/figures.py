"""The figures of a text: every value that the grammar finds, and those that only a whole says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.numbers import numbers_in
from plangen.extract.targets.wholes import with_wholes
from plangen.quantity.bounds import COMPARING_BEFORE, Bound, Comparator
from plangen.quantity.grammar import find_bounds
from plangen.quantity.patterns import COMPARING
from plangen.quantity.ranges import estimates_in, halves_in, points_in, ranges_in
from plangen.quantity.values import Quantity, Unit

OF_WHOLE = re.compile(rf"(?P<words>{COMPARING})[^，。；：、\n0-9]{{1,16}}(?:的|[员口数额量])\Z")
_A_DAY = re.compile(rf"(?P<words>{COMPARING})每(?:日|天|月|年|小时)\Z")
_OF = {
    Unit.PERCENT: OF_WHOLE,
    Unit.PERMILLE: OF_WHOLE,
    Unit.MEASURE: _A_DAY,
    Unit.COUNT: _A_DAY,
}
_WHOLE_WINDOW = 24  # characters before a share in which its comparator and its whole stand


def figures_in(text: str) -> list[Figure]:
    """The figures of a text in reading order; of two that overlap, the one that says more."""
    ranked: list[Figure] = []
    ranked += _ranges(text)
    ranked += _points(text)
    ranked += _estimates(text)
    ranked += _halves(text)
    ranked += numbers_in(text)
    ranked += (_bound(found.start, found.end, found.at, found.bound) for found in find_bounds(text))
    kept = [_ahead_of_time(text, _of_a_whole(text, figure)) for figure in _apart(ranked)]
    return with_wholes(text, kept)


def _of_a_whole(text: str, figure: Figure) -> Figure:
    """A value with the comparator before what it is of: 不超过参评单位的30%, 不低于每日200吨."""
    pattern = _OF.get(figure.unit) if figure.form is Form.VALUE else None
    if pattern is None or figure.explicit or figure.start != figure.at:
        return figure
    found = pattern.search(text, max(0, figure.start - _WHOLE_WINDOW), figure.start)
    if found is None:
        return figure
    comparator = COMPARING_BEFORE[found["words"]]
    return replace(figure, bound=Bound(comparator, figure.bound.quantity, found["words"]))


def _ahead_of_time(text: str, figure: Figure) -> Figure:
    """提前24小时 is a length of time, no service round the clock."""
    quantity = figure.bound.quantity
    alone = quantity.unit is Unit.HOURS and quantity.days is None and figure.start == figure.at
    if not alone or not text.endswith("提前", 0, figure.start):
        return figure
    length = Quantity(Unit.MEASURE, quantity.amount, "小时")
    return replace(figure, bound=Bound(Comparator.EQUAL, length))


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
