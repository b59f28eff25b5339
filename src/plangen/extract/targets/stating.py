"""What a sentence states: its figures grouped into lists, each with its name, date and change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from plangen.errors import Message
from plangen.extract.targets.changes import change_of, is_base, is_passage
from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.governing import Due, years_spanned
from plangen.extract.targets.lists import Item, adjacent, items
from plangen.extract.targets.naming import Around, Naming, is_enumerable, naming, subject_of
from plangen.extract.targets.record import Change
from plangen.extract.targets.refusals import refused
from plangen.extract.targets.sentences import clauses
from plangen.extract.targets.setting import Setting
from plangen.quantity.bounds import Bound
from plangen.quantity.nouns import EVENTS
from plangen.quantity.patterns import EACH
from plangen.quantity.periods import Period, PeriodUnit
from plangen.quantity.reading import read_period
from plangen.quantity.values import Quantity, Unit

_SAYING_ALL = (Form.WHOLE, Form.ZERO)
_UNLISTED = frozenset(_SAYING_ALL)
_NEARLY = {Form.VALUE, Form.ESTIMATE}  # 37.5%和61%左右
_ESTIMATE = Message("原文是约数，请核对")
_UNPAIRED = Message("几个数值与几个名称对不上，请核对")
_NAMELESS = Message("没有找到这个数值说的是什么，请核对")
_NORM = Message("这是按数量配备的标准，不是总数，请核对")
_PER = re.compile("(?:按照?|以|平均)每[0-9]+[^，。；]{0,16}\\Z")
_WHICH = re.compile("^[（(]?(?:其中)?[：:，]?")
EVERY = re.compile(f"{EACH}|(?<![第近前])一年(?![级期多以来])")
_BORROWED = Message("原文没有写明周期，照前一个频次读，请核对")


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure and what its sentence says of it; places are in the sentence."""

    figure: Figure
    item: Item
    start: int
    end: int
    clause: tuple[int, int]
    due: date | None
    value_first: bool = False
    change: Change | None = None
    base: str = ""
    doubtful: Message | None = None


@dataclass(slots=True)
class _Group:
    """Values that are members of one list, or one value alone; the clause that holds them."""

    figures: list[Figure]
    clause: tuple[int, int]

    @property
    def first(self) -> Figure:
        return self.figures[0]

    @property
    def last(self) -> Figure:
        return self.figures[-1]


def statements(
    text: str, figures: Sequence[Figure], dues: Sequence[Due], *, yearly: bool
) -> list[Statement]:
    """What the sentence states of its figures, in reading order.

    In a ``yearly`` document what is done once, without a period, is done once a year.
    """
    return list(_Sentence(text, dues, yearly).statements(figures))


class _Sentence:
    def __init__(self, text: str, dues: Sequence[Due], yearly: bool) -> None:
        self._text = text
        self._dues = dues
        self._yearly = yearly
        self._known: Naming | None = None
        self._period: Period | None = None
        self._done = 0  # where the last group ended
        self._nested: tuple[int, int] | None = None  # clause whose value stands first

    def statements(self, figures: Sequence[Figure]) -> Iterator[Statement]:
        groups = _grouped(self._text, figures)
        for place, group in enumerate(groups):
            following = groups[place + 1] if place + 1 < len(groups) else None
            yield from self._group(group, following)

    def _group(self, group: _Group, following: _Group | None) -> Iterator[Statement]:
        self._attach(group)
        setting = self._setting(group)
        if self._is_nested(group) or _starts_change(setting) or refused(setting):
            return
        around = self._around(group, following)
        said, self._done = self._done, group.last.end
        named = naming(around)
        doubtful = self._borrow(group)
        if named is None:
            named = self._fallback(group, said)
        elif named.value_first and group.first.unit in (Unit.PERCENT, Unit.PERMILLE):
            self._nested = group.clause
        if named:
            named = self._whose_share(group, named)
        self._known = named or self._known
        joint = self._joint(group)
        if len(joint) > 1:
            yield from self._jointly(group, named, joint)
        else:
            yield from self._paired(group, named, doubtful)

    def _joint(self, group: _Group) -> list[re.Match[str]]:
        """The periods of a list that shares its numbers: 县级每季度、乡级每月均不少于1次."""
        if group.first.unit is not Unit.FREQUENCY:
            return []
        found = list(EVERY.finditer(self._text, group.clause[0], group.first.at))
        listed = [
            later
            for earlier, later in pairwise(found)
            if self._text[earlier.end() :].startswith("、")
        ]
        fits = len(group.figures) in (1, len(found)) and len(listed) == len(found) - 1
        return found if fits else []

    def _jointly(
        self, group: _Group, named: Naming | None, joint: list[re.Match[str]]
    ) -> Iterator[Statement]:
        figures = group.figures * len(joint) if len(group.figures) == 1 else group.figures
        start = group.clause[0]
        for figure, every in zip(_inheriting(figures), joint, strict=True):
            who = self._text[start : every.start()].strip("、，")
            start = every.end()
            yield Statement(
                figure=replace(_with_period(figure, read_period(every[0])), start=every.start()),
                item=Item(_past_periods(named.name) if named else "", who),
                start=every.start() - len(who),
                end=figure.end,
                clause=group.clause,
                due=self._due(group),
            )

    def _whose_share(self, group: _Group, named: Naming) -> Naming:
        """A bare population before a share names whose of the rate before it: 其中小麦98%."""
        share = group.first.unit in (Unit.PERCENT, Unit.PERMILLE) and not group.first.before
        if not share or named.value_first or is_enumerable(named.name):
            return named
        whose = _WHICH.sub("", named.name)
        parent = self._known or subject_of(self._text, group.clause[0], self._dues)
        if not whose or parent is None or not is_enumerable(parent.name):
            return replace(named, name=whose or named.name)
        start = named.start + len(named.name) - len(whose)
        return replace(named, name=parent.name, start=start, scope=whose)

    def _attach(self, group: _Group) -> None:
        """Give a number of times the period that its clause names before another figure.

        每年为65岁以上老年人免费体检一次 is a frequency, and 一年举办活动不少于12次 too.
        """
        first = group.first
        if first.unit is not Unit.COUNT or first.bound.quantity.noun not in EVENTS:
            return
        start = max(group.clause[0], self._done)
        found = list(EVERY.finditer(self._text, start, first.start))
        if found:
            period = read_period(found[-1][0])
            group.figures = [_with_period(figure, period) for figure in group.figures]
            head = replace(group.figures[0], start=found[-1].start())
            group.figures = [head, *group.figures[1:]]

    def _setting(self, group: _Group) -> Setting:
        start = max(group.clause[0], self._done)
        before = self._text[start : group.first.start]
        sentence_before = self._text[: group.first.start]
        written = self._text[group.first.start : group.first.end]
        after = self._text[group.last.end :]
        return Setting(group.first, before, sentence_before, after, written, self._yearly)

    def _around(self, group: _Group, following: _Group | None) -> Around:
        start = max(group.clause[0], self._done)
        end = group.clause[1]
        if following and not self._holds(group, following):
            end = min(end, following.first.start)
        return Around(
            group.first, group.last, self._text, start, max(end, group.last.end), self._dues
        )

    def _holds(self, group: _Group, following: _Group) -> bool:
        """Whether what a share is a share of runs on beyond the next count."""
        if following.first.start == group.last.end:
            return True
        counted = following.first.unit in (Unit.COUNT, Unit.MEASURE)
        share = group.first.unit is Unit.PERCENT
        return share and counted and not self._text.startswith(("、", "，", ","), group.last.end)

    def _is_nested(self, group: _Group) -> bool:
        """Whether a count belongs to what a share before it is a share of (80%的乡镇建有一所…)."""
        return self._nested == group.clause and group.first.unit in (Unit.COUNT, Unit.MEASURE)

    def _fallback(self, group: _Group, said: int) -> Naming | None:
        """The name in a clause since the last value (where ``said`` ends), else that value's."""
        before = subject_of(self._text, group.clause[0], self._dues)
        if before and before.start > said:
            return before
        if self._known:
            return replace(self._known, start=group.first.start, end=group.last.end)
        return before

    def _borrow(self, group: _Group) -> Message | None:
        """Give a number of times the period it does without; say so where that is a reading."""
        first = group.first
        if first.unit is Unit.FREQUENCY:
            self._period = first.bound.quantity.period
        if first.unit is not Unit.COUNT or first.bound.quantity.noun not in EVENTS:
            return None
        period = self._period or self._earlier(group)
        if first.explicit and period:
            group.figures = [_with_period(figure, period) for figure in group.figures]
            return _BORROWED
        if self._yearly and not first.explicit:
            yearly = Period(PeriodUnit.YEAR)
            group.figures = [_with_period(figure, yearly) for figure in group.figures]
        return None

    def _earlier(self, group: _Group) -> Period | None:
        """The period that an earlier clause names: 每年除参加集训外，还应开展走访不少于4次."""
        start = max(self._text.rfind(stop, 0, group.first.start) for stop in "；;。") + 1
        found = list(EVERY.finditer(self._text, start, group.first.start))
        return read_period(found[-1][0]) if found else None

    def _paired(
        self, group: _Group, named: Naming | None, doubtful: Message | None
    ) -> Iterator[Statement]:
        figures = _inheriting(group.figures)
        before = self._text[group.clause[0] : group.first.start]
        change, base = change_of(before, group.first.bound.before)
        days = self._days(group, len(figures))
        whole = named is None or named.value_first or group.first.form in _SAYING_ALL
        members = [Item(named.name if named else "")]
        if named and not whole:
            members = items(named.name, len(figures))
        for figure, item, day, unsure in _pairs(figures, members, days, self._due(group)):
            yield Statement(
                figure=figure,
                item=replace(item, scope=item.scope or (named.scope if named else "")),
                start=min(named.start if named else figure.start, figure.start),
                end=max(named.end if named else 0, figure.end),
                clause=group.clause,
                due=day,
                value_first=bool(named and named.value_first),
                change=change,
                base=base,
                doubtful=unsure or doubtful or _doubt(figure, item, before),
            )

    def _days(self, group: _Group, count: int) -> list[date]:
        """The dates of a list in the clause of a list of values: 2023年、2024年…分别.

        A span (2024年至2026年) has as many as it has years.
        """
        start = max(group.clause[0], self._done)
        before = [due for due in self._dues if due.start < group.first.start]
        inside = [due for due in before if due.start >= start]
        spanned = years_spanned(self._text[: group.first.start]) if count > 1 else []
        return spanned if len(spanned) == count else [due.day for due in inside or before]

    def _due(self, group: _Group) -> date | None:
        before = [due.day for due in self._dues if due.start < group.last.end]
        return before[-1] if before else None


def _starts_change(setting: Setting) -> bool:
    if setting.figure.form is Form.RANGE and is_passage(setting.before):
        return True
    return is_base(setting.before, setting.after)


def _grouped(text: str, figures: Sequence[Figure]) -> list[_Group]:
    spans = clauses(text)
    groups: list[_Group] = []
    place = 0
    for figure in figures:
        while place + 1 < len(spans) and spans[place][1] <= figure.start:
            place += 1
        if groups and _belongs(text, groups[-1], figure):
            groups[-1].figures.append(figure)
            groups[-1].clause = (groups[-1].clause[0], max(groups[-1].clause[1], spans[place][1]))
        else:
            groups.append(_Group([figure], spans[place]))
    return groups


def _belongs(text: str, group: _Group, figure: Figure) -> bool:
    last = group.last
    forms = {last.form, figure.form}
    if last.unit != figure.unit or (len(forms) > 1 and forms != _NEARLY) or forms & _UNLISTED:
        return False
    between = text[last.end : figure.start]
    if between in ("，", ",") and figure.before:
        return False
    return bool(between) and adjacent(between)


def _inheriting(figures: list[Figure]) -> list[Figure]:
    """Values of one list with the comparator that stands only at its head or at its end."""
    ends = (figures[0], figures[-1])
    saying = next((figure for figure in ends if figure.explicit), figures[0])
    words = saying.bound
    if len(figures) == 1 or saying.form is not Form.VALUE or not (words.before or words.after):
        return figures
    return [
        figure
        if figure.explicit
        else replace(
            figure,
            bound=Bound(words.comparator, figure.bound.quantity, words.before, words.after),
        )
        for figure in figures
    ]


def _pairs(
    figures: list[Figure], members: list[Item], days: list[date], due: date | None
) -> Iterator[tuple[Figure, Item, date | None, Message | None]]:
    count = len(figures)
    if count == 1:
        yield from ((figures[0], item, due, None) for item in members)
    elif len(members) == count:
        yield from ((*pair, due, None) for pair in zip(figures, members, strict=True))
    elif len(days) == count:
        item = members[0]
        yield from ((f, item, day, None) for f, day in zip(figures, days, strict=True))
    else:
        name = Item("、".join(item.name for item in members))
        yield from ((figure, name, due, _UNPAIRED) for figure in figures)


def _with_period(figure: Figure, period: Period) -> Figure:
    quantity = figure.bound.quantity
    if quantity.amount.denominator != 1:
        return figure
    noun = "" if quantity.noun == "次" else quantity.noun
    often = Quantity(Unit.FREQUENCY, Fraction(quantity.amount), noun, period)
    words = figure.bound
    return replace(figure, bound=Bound(words.comparator, often, words.before, words.after))


def _past_periods(name: str) -> str:
    """The name behind the last period of a list: 巡河 of 县级河长每季度、乡级河长每月巡河."""
    return re.sub("均?(?:分别)?\\Z", "", EVERY.split(name)[-1].strip("、"))


def _doubt(figure: Figure, item: Item, before: str) -> Message | None:
    if figure.form is Form.ESTIMATE:
        return _ESTIMATE
    if _PER.search(before):
        return _NORM
    return None if item.name else _NAMELESS
