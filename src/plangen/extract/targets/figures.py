"""The figures of a text: every value that the grammar finds, and those that only a whole says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.grammar import find_bounds
from plangen.quantity.ranges import estimates_in, halves_in, points_in, ranges_in
from plangen.quantity.values import Quantity, Unit


class Form(StrEnum):
    """How a figure is written."""

    VALUE = "value"  # 80%以上
    RANGE = "range"  # 60%～80%
    POINTS = "points"  # 5个百分点
    ESTIMATE = "estimate"  # 75%左右
    COVERED = "covered"  # 全覆盖
    WHOLE = "whole"  # 所有…均, …全部
    ZERO = "zero"  # 不发生…, …为零


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and where it stands, comparator and period included; ``at`` is its number.

    ``name`` is what a whole or a zero is said of: they have their noun inside them.
    """

    start: int
    end: int
    at: int
    bound: Bound
    form: Form = Form.VALUE
    high: Quantity | None = None
    name: str = ""

    @property
    def explicit(self) -> bool:
        """Whether words of the text name the comparator."""
        return self.form in (Form.VALUE, Form.POINTS) and self.bound.explicit

    @property
    def before(self) -> str:
        """The words of the text before the value that compare or point."""
        return self.bound.before if self.form in (Form.VALUE, Form.POINTS) else ""

    @property
    def unit(self) -> Unit:
        """The kind of its value."""
        return self.bound.quantity.unit


_ALL = Bound(Comparator.AT_LEAST, Quantity(Unit.PERCENT, Fraction(100)))
_NONE = Bound(Comparator.AT_MOST, Quantity(Unit.COUNT, Fraction(0)), "不超过")
_DONE = (
    "建立健全|建立|设立|设置|开设|配备|配置|建成|建有|实现|达到|达标|完成|纳入|接入|划设|安装|通|推行"
    "|落实|开办|建设|组建|成立|普及|取缔|淘汰|整治|整改|改造|办结|执行|采用|使用|安装"
)
_WHOLE = re.compile(
    rf"(?:所有|全部)(?P<whose>[^，。；：！？\n、]{{2,24}}?(?:、[^，。；：！？\n、]{{2,12}}?){{0,4}})"
    rf"(?:均|都|全部)?(?:要|应当?|须|必须)?(?P<done>{_DONE})[^，。；：！？\n、]{{0,20}}"
)
_WHOLLY = re.compile(
    rf"(?P<whose>[^，。；：！？\n]{{2,30}}?)全部(?:要|应当?|须)?(?P<done>{_DONE})"
    r"[^，。；：！？\n、]{0,20}"
)
_NEVER = re.compile(
    r"(?:不发生|不出现|零发生)(?P<what>[^，。；：！？\n]{2,40})"
    r"|(?P<which>[^，。；：！？\n]{2,30})(?:为零|零发生)(?=[，。；、\n]|\Z)"
)
_OF_ALL = (Unit.PERCENT, Unit.PERMILLE, Unit.RATIO, Unit.FREQUENCY)
_CLAUSE = 24  # characters behind a whole in which its clause may still hold a share
_SEEN = re.compile("所有|全部")
_NOT_WHOLE = re.compile("对所有|对全部|所有权|所有制|所有人|所有者|全部门|由所有|向所有")


def figures_in(text: str) -> list[Figure]:
    """The figures of a text in reading order; of two that overlap, the one that says more."""
    ranked: list[Figure] = []
    ranked += _ranges(text)
    ranked += _points(text)
    ranked += _estimates(text)
    ranked += _halves(text)
    ranked += (_bound(found.start, found.end, found.at, found.bound) for found in find_bounds(text))
    kept = _apart(ranked)
    return _with_wholes(text, kept)


def _bound(start: int, end: int, at: int, bound: Bound) -> Figure:
    covered = bound.quantity.unit is Unit.PERCENT and end - at == 3 and not bound.explicit
    covered = covered and bound.quantity.amount == 100 and start == at
    return Figure(start, end, at, bound, Form.COVERED if covered else Form.VALUE)


def _ranges(text: str) -> Iterator[Figure]:
    for found in ranges_in(text):
        bound = Bound(Comparator.AT_LEAST, found.low)
        yield Figure(found.start, found.end, found.start, bound, Form.RANGE, found.high)


def _points(text: str) -> Iterator[Figure]:
    for found in points_in(text):
        yield Figure(found.start, found.end, found.at, found.bound, Form.POINTS)


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


def _with_wholes(text: str, figures: list[Figure]) -> list[Figure]:
    """Wholes and zeros added where no other figure says the same clause's value."""
    ends = [figure.end for figure in figures]
    zeros = list(_zeros(text))
    wholes = [whole for whole in _wholes(text) if not _holds_share(whole, figures, ends)]
    kept = _outside(zeros, figures) if zeros else figures
    return sorted((*kept, *wholes, *zeros), key=lambda figure: figure.at)


def _outside(zeros: list[Figure], figures: list[Figure]) -> list[Figure]:
    """The figures that do not stand in the noun of a zero (不发生死亡3人以上的事故)."""
    starts = [zero.start for zero in zeros]
    kept = []
    for figure in figures:
        place = bisect_right(starts, figure.start) - 1
        if place < 0 or zeros[place].end <= figure.start:
            kept.append(figure)
    return kept


def _holds_share(whole: Figure, figures: list[Figure], ends: list[int]) -> bool:
    """Whether a share stands in a whole or close behind it: then 所有 only says whose."""
    place = bisect_right(ends, whole.start)
    while place < len(figures) and figures[place].start < whole.end + _CLAUSE:
        if figures[place].unit in _OF_ALL:
            return True
        place += 1
    return False


def _wholes(text: str) -> Iterator[Figure]:
    end = 0
    for seen in _SEEN.finditer(text):
        if seen.start() < end or _NOT_WHOLE.match(text, max(0, seen.start() - 1)):
            continue
        found = None if _NOT_WHOLE.match(text, seen.start()) else _WHOLE.match(text, seen.start())
        start = seen.start()
        if seen[0] == "全部" and (found is None or _after_noun(text, start)):
            found, start = _before(text, start)
        if found is None:
            continue
        end = found.end()
        name = found[0].replace("所有", "", 1).replace("全部", "", 1).removeprefix("的")
        yield Figure(start, end, start, _ALL, Form.WHOLE, name=name)


def _after_noun(text: str, at: int) -> bool:
    """Whether 全部 follows what it is said of (建制村全部通客车)."""
    return re.match(f"全部(?:要|应当?|须)?(?:{_DONE})", text[at : at + 12]) is not None


def _before(text: str, at: int) -> tuple[re.Match[str] | None, int]:
    first = max(0, at - 30)
    stops = [text.rfind(stop, first, at) for stop in "，。；：！？\n"]
    first = max(first, max(stops) + 1)
    found = _WHOLLY.match(text, first)
    if found is None or found.start("done") < at:
        return None, at
    return found, first


def _zeros(text: str) -> Iterator[Figure]:
    for seen in re.finditer("不发生|不出现|零发生|为零", text):
        first = max(0, seen.start() - 30)
        if seen[0] in ("不发生", "不出现"):
            first = seen.start()
        else:
            first = max(
                first, max(text.rfind(stop, first, seen.start()) for stop in "，。；：\n") + 1
            )
        found = _NEVER.match(text, first)
        if found:
            name = found["what"] or found["which"]
            yield Figure(found.start(), found.end(), seen.start(), _NONE, Form.ZERO, name=name)
