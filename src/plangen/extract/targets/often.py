"""How often: the period that a number of times belongs to, wherever its sentence names it."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from plangen.extract.targets.figure import Figure
from plangen.extract.targets.grouping import Group
from plangen.quantity.bounds import Bound
from plangen.quantity.nouns import EVENTS
from plangen.quantity.patterns import EACH
from plangen.quantity.periods import Period
from plangen.quantity.reading import read_period
from plangen.quantity.values import Quantity, Unit

_EVERY = re.compile(f"{EACH}|(?<![第近前])一年(?![级期多以来])")


def attach(group: Group, text: str, start: int) -> None:
    """Give numbers of times the period that their clause names before another figure.

    每年为65岁以上老年人免费体检一次 is a frequency, and 一年举办活动不少于12次 too. ``start`` is
    where the clause begins, or the last value before ends.
    """
    first = group.first
    period = first.bound.quantity.period
    if period:  # 每月不少于1次、2次
        group.figures = [
            figure if figure.unit is Unit.FREQUENCY else with_period(figure, period)
            for figure in group.figures
        ]
    if not counts_times(first):
        return
    found = list(_EVERY.finditer(text, start, first.start))
    if found:
        period = read_period(found[-1][0])
        group.figures = [with_period(figure, period) for figure in group.figures]
        head = replace(group.figures[0], start=found[-1].start())
        group.figures = [head, *group.figures[1:]]


def counts_times(figure: Figure) -> bool:
    """Whether a value counts times without saying how often."""
    return figure.unit is Unit.COUNT and figure.bound.quantity.noun in EVENTS


def earlier(text: str, at: int) -> Period | None:
    """The period that an earlier clause names: 每年除参加集训外，还应开展走访不少于4次."""
    start = max(text.rfind(stop, 0, at) for stop in "；;。") + 1
    found = list(_EVERY.finditer(text, start, at))
    return read_period(found[-1][0]) if found else None


def joint_periods(group: Group, text: str) -> list[re.Match[str]]:
    """The periods of a list that shares its numbers: 县级每季度、乡级每月均不少于1次.

    Fewer than two where there is no such list.
    """
    if group.first.unit is not Unit.FREQUENCY:
        return []
    found = list(_EVERY.finditer(text, group.clause[0], group.first.at))
    listed = [later for before, later in pairwise(found) if text[before.end() :].startswith("、")]
    fits = len(group.figures) in (1, len(found)) and len(listed) == len(found) - 1
    return found if fits else []


def past_periods(name: str) -> str:
    """The name behind the last period of a list: 巡河 of 县级河长每季度、乡级河长每月巡河."""
    return re.sub("均?(?:分别)?\\Z", "", _EVERY.split(name)[-1].strip("、"))


def with_period(figure: Figure, period: Period) -> Figure:
    """A number of times as so many in a period."""
    quantity = figure.bound.quantity
    if quantity.amount.denominator != 1:
        return figure
    noun = "" if quantity.noun == "次" else quantity.noun
    often = Quantity(Unit.FREQUENCY, Fraction(quantity.amount), noun, period)
    words = figure.bound
    return replace(figure, bound=Bound(words.comparator, often, words.before, words.after))
