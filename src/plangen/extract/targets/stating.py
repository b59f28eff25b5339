"""What a sentence states: its figures grouped into lists, each with its name, date and change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plangen.errors import Message
from plangen.extract.targets.changes import change_of, is_base, is_passage
from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.governing import Due, years_spanned
from plangen.extract.targets.grouping import SAYING_ALL, Group, grouped, inheriting
from plangen.extract.targets.lists import Item, items
from plangen.extract.targets.naming import Around, Naming, is_enumerable, naming, subject_of
from plangen.extract.targets.often import (
    attach,
    counts_times,
    earlier,
    joint_periods,
    past_periods,
    with_period,
)
from plangen.extract.targets.record import Change
from plangen.extract.targets.refusals import refused
from plangen.extract.targets.setting import Setting
from plangen.quantity.periods import Period, PeriodUnit
from plangen.quantity.reading import read_period
from plangen.quantity.values import Unit

_ESTIMATE = Message("原文是约数，请核对")
_UNPAIRED = Message("几个数值与几个名称对不上，请核对")
_NAMELESS = Message("没有找到这个数值说的是什么，请核对")
_NORM = Message("这是按数量配备的标准，不是总数，请核对")
_PER = re.compile("(?:按照?|以|平均)每[0-9]+[^，。；]{0,16}\\Z")
_COVERAGE = re.compile("覆盖|普及|建成|达标")  # rates of which 全覆盖 gives the value
_WHICH = re.compile("^[（(]?(?:其中)?[：:，]?")
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


def statements(
    text: str,
    figures: Sequence[Figure],
    dues: Sequence[Due],
    *,
    yearly: bool,
    paragraph: str = "",
) -> list[Statement]:
    """What the sentence states of its figures, in reading order.

    In a ``yearly`` document what is done once, without a period, is done once a year. ``paragraph``
    is what its paragraph says before it.
    """
    return list(_Sentence(text, dues, yearly, paragraph).statements(figures))


class _Sentence:
    def __init__(self, text: str, dues: Sequence[Due], yearly: bool, paragraph: str) -> None:
        self._text = text
        self._dues = dues
        self._yearly = yearly
        self._paragraph = paragraph
        self._known: Naming | None = None
        self._period: Period | None = None
        self._done = 0  # where the last group ended
        self._nested: tuple[int, int] | None = None  # clause whose value stands first

    def statements(self, figures: Sequence[Figure]) -> Iterator[Statement]:
        groups = grouped(self._text, figures)
        for place, group in enumerate(groups):
            following = groups[place + 1] if place + 1 < len(groups) else None
            yield from self._group(group, following)

    def _group(self, group: Group, following: Group | None) -> Iterator[Statement]:
        attach(group, self._text, max(group.clause[0], self._done))
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
        joint = joint_periods(group, self._text)
        if len(joint) > 1:
            yield from self._jointly(group, named, joint)
        else:
            yield from self._paired(group, named, doubtful)

    def _jointly(
        self, group: Group, named: Naming | None, joint: list[re.Match[str]]
    ) -> Iterator[Statement]:
        figures = group.figures * len(joint) if len(group.figures) == 1 else group.figures
        start = group.clause[0]
        for figure, every in zip(inheriting(figures), joint, strict=True):
            who = self._text[start : every.start()].strip("、，")
            start = every.end()
            yield Statement(
                figure=replace(with_period(figure, read_period(every[0])), start=every.start()),
                item=Item(past_periods(named.name) if named else "", who),
                start=every.start() - len(who),
                end=figure.end,
                clause=group.clause,
                due=self._due(group),
            )

    def _whose_share(self, group: Group, named: Naming) -> Naming:
        """A bare population before a share names whose of the rate before it: 其中小麦98%."""
        share = group.first.unit in (Unit.PERCENT, Unit.PERMILLE) and not group.first.before
        if not share or named.value_first or is_enumerable(named.name):
            return named
        whose = _WHICH.sub("", named.name)
        parent = self._known or subject_of(self._text, group.clause[0], self._dues)
        if not whose or parent is None or not is_enumerable(parent.name):
            return replace(named, name=whose or named.name)
        says_all = group.first.form in (*SAYING_ALL, Form.COVERED)
        if says_all and not _COVERAGE.search(parent.name):
            return named  # 床位占比达到55%，社区实现全覆盖: of the places another thing is said
        start = named.start + len(named.name) - len(whose)
        return replace(named, name=parent.name, start=start, scope=whose)

    def _setting(self, group: Group) -> Setting:
        start = max(group.clause[0], self._done)
        before = self._text[start : group.first.start]
        sentence_before = self._text[: group.first.start]
        written = self._text[group.first.start : group.first.end]
        after = self._text[group.last.end :]
        return Setting(
            group.first, before, sentence_before, after, written, self._paragraph, self._yearly
        )

    def _around(self, group: Group, following: Group | None) -> Around:
        start = max(group.clause[0], self._done)
        end = group.clause[1]
        if following and not self._holds(group, following):
            end = min(end, following.first.start)
        return Around(
            group.first, group.last, self._text, start, max(end, group.last.end), self._dues
        )

    def _holds(self, group: Group, following: Group) -> bool:
        """Whether what a share is a share of runs on beyond the next count."""
        if following.first.start == group.last.end:
            return True
        counted = following.first.unit in (Unit.COUNT, Unit.MEASURE)
        share = group.first.unit is Unit.PERCENT
        return share and counted and not self._text.startswith(("、", "，", ","), group.last.end)

    def _is_nested(self, group: Group) -> bool:
        """Whether a count belongs to what a share before it is a share of (80%的乡镇建有一所…)."""
        return self._nested == group.clause and group.first.unit in (Unit.COUNT, Unit.MEASURE)

    def _fallback(self, group: Group, said: int) -> Naming | None:
        """The name in a clause since the last value (where ``said`` ends), else that value's."""
        before = subject_of(self._text, group.clause[0], self._dues)
        if before and before.start > said:
            return before
        if self._known:
            return replace(self._known, start=group.first.start, end=group.last.end)
        return before

    def _borrow(self, group: Group) -> Message | None:
        """Give a number of times the period it does without; say so where that is a reading."""
        first = group.first
        if first.unit is Unit.FREQUENCY:
            self._period = first.bound.quantity.period
        if not counts_times(first):
            return None
        period = self._period or earlier(self._text, group.first.start)
        if first.explicit and period:
            group.figures = [with_period(figure, period) for figure in group.figures]
            return _BORROWED
        if self._yearly and not first.explicit:
            yearly = Period(PeriodUnit.YEAR)
            group.figures = [with_period(figure, yearly) for figure in group.figures]
        return None

    def _paired(
        self, group: Group, named: Naming | None, doubtful: Message | None
    ) -> Iterator[Statement]:
        figures = inheriting(group.figures)
        before = self._text[group.clause[0] : group.first.start]
        change, base = change_of(before, group.first.bound.before)
        days = self._days(group, len(figures))
        whole = named is None or named.value_first or group.first.form in SAYING_ALL
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

    def _days(self, group: Group, count: int) -> list[date]:
        """The dates of a list in the clause of a list of values: 2023年、2024年…分别.

        A span (2024年至2026年) has as many as it has years.
        """
        start = max(group.clause[0], self._done)
        before = [due for due in self._dues if due.start < group.first.start]
        inside = [due for due in before if due.start >= start]
        spanned = years_spanned(self._text[: group.first.start]) if count > 1 else []
        return spanned if len(spanned) == count else [due.day for due in inside or before]

    def _due(self, group: Group) -> date | None:
        before = [due.day for due in self._dues if due.start < group.last.end]
        return before[-1] if before else None


def _starts_change(setting: Setting) -> bool:
    if setting.figure.form is Form.RANGE and is_passage(setting.before):
        return True
    return is_base(setting.before, setting.after)


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


def _doubt(figure: Figure, item: Item, before: str) -> Message | None:
    if figure.form is Form.ESTIMATE:
        return _ESTIMATE
    if _PER.search(before):
        return _NORM
    return None if item.name else _NAMELESS
