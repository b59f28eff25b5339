"""Finding values in prose: every number is looked at once, with what stands around it.

A number is an anchor. What follows must make it a value; what precedes may hold a comparator or a
period. Both sides are looked at within fixed windows, so that time grows with the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from plangen.quantity.bounds import COMPARING_AFTER, COMPARING_BEFORE, Bound, Comparator
from plangen.quantity.errors import QuantityError
from plangen.quantity.lookalikes import is_part_of_something_else, is_weak, label_length
from plangen.quantity.nouns import EVENTS, TIMES
from plangen.quantity.numerals import INTEGER_CHARACTERS
from plangen.quantity.patterns import (
    COMPARING,
    IN_ONE,
    PERIOD,
    POINTING,
    TAIL,
    VALUE,
)
from plangen.quantity.reading import Parts, bound_of
from plangen.quantity.script import SPACES as S
from plangen.quantity.script import plain
from plangen.quantity.values import Quantity, Unit

WORDS_WINDOW = 10  # characters before a value in which its comparator stands
ACTION_WINDOW = 14  # characters between 至少 and the number of a count: 至少选择1个
PERIOD_WINDOW = 48  # characters between 每年 and the number: 每年至少为系统内人员……举办1次

_ANCHOR = re.compile(
    rf"[0-9{INTEGER_CHARACTERS}全](?:(?<=[0-9])[0-9.,]*+|(?<![0-9])[{INTEGER_CHARACTERS}]*+)"
)
_COVERED = "全覆盖"
_WORDS_BEFORE = re.compile(
    rf"(?:(?P<comparing>{COMPARING})(?:{S}达到)?|(?P<pointing>{POINTING})){S}\Z"
)
_LAST_OF_WORDS = frozenset("少多于过足到满起码达至在等破≥≤≧≦<>=") | {" "}
_COMPARING = re.compile(COMPARING)
_STOP = re.compile(r"[，。；！？：:,;!?…\n\r\t]|——")
_ACTION = re.compile(r"(?:至少|最少|至多|最多)(?=[^，。；：！？、:,;!?\n\r\t0-9每]{1,10}\Z)")
_IN_ONE = re.compile(IN_ONE)
_NOT_EACH = frozenset("上下第近前后这那同每")  # 上半年, 近三年, 第一年 name a time, not a period
_DENIED = frozenset("未没")
_CONVEYS = frozenset("传表下发抵到送转")  # 下达3项任务: 达 belongs to another verb
_COVERED_GOES_ON = frozenset("率式型")
_INSIDE = frozenset("容部外涵设")
_DAILY = frozenset(["每天", "每日"])
_LAST_OF_ALL_DAY = frozenset("天候 ")
_ALL_DAY = re.compile(rf"全天候?{S}\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A value in prose: its characters ``text[start:end]``, comparator and period included.

    ``at`` is where its number begins, after the comparator and the period.
    """

    start: int
    end: int
    bound: Bound
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before a value: where it starts, and its words and period."""

    start: int
    before: str = ""
    period: str = ""
    all_day: bool = False


def bounds_in(text: str) -> Iterator[Found]:
    """Every value in prose, in reading order; those found never overlap.

    Left out are ranges (60%～80%), estimates (约100人, 50余家), changes in percentage points,
    dates, document numbers, ordinals (第三条), clock times, and 全部, which is seldom a value.
    """
    words = plain(text)
    end = 0
    for anchor in _ANCHOR.finditer(words):
        if anchor.start() < end:
            continue
        found = _found(words, anchor.start(), end)
        if found:
            end = found.end
            yield found


def _found(text: str, at: int, floor: int) -> Found | None:
    if text[at] == "全":
        return _coverage(text, at)
    label = label_length(text, at)
    value = VALUE.match(text, at + label)
    if value is None or value.lastgroup == "number":
        return None
    after, end = _right(text, value)
    if not label and is_part_of_something_else(text, value, after):
        return None
    left = _left(text, value, floor, after)
    if left is None or (is_weak(value) and not (after or left.before or left.period)):
        return None
    parts = Parts(value, left.before, after, left.period, left.all_day)
    try:
        return Found(left.start, end, bound_of(parts, None), value.start())
    except QuantityError:
        return None


def _coverage(text: str, at: int) -> Found | None:
    end = at + len(_COVERED)
    if not text.startswith(_COVERED, at) or text[end : end + 1] in _COVERED_GOES_ON:
        return None
    if at and text[at - 1] in _DENIED:
        return None
    return Found(at, end, Bound(Comparator.AT_LEAST, Quantity(Unit.PERCENT, Fraction(100))), at)


def _right(text: str, value: re.Match[str]) -> tuple[str, int]:
    """The comparator behind a value and where both end."""
    tail = TAIL.match(text, value.end())
    after = tail["after"] if tail else None
    if tail is None or not after:
        return "", value.end()
    if after == "内" and (
        value["noun"] not in TIMES or text[tail.end() : tail.end() + 1] in _INSIDE
    ):
        return "", value.end()
    return after, tail.end()


def _left(text: str, value: re.Match[str], floor: int, after: str) -> _Left | None:
    """What stands before a value; None where it is denied (未达到80%)."""
    at = value.start()
    words = _words_before(text, at, floor)
    if words is None:
        return None
    if value["noun"] in EVENTS or value["noun"] == "小时":
        period = _period(text, value, floor, words)
        if period:
            return period
    if words.before or words.all_day:
        return words if _agree(words.before, after) else _Left(at)
    action = _ACTION.search(text, max(floor, at - ACTION_WINDOW), at)
    if action and _agree(action[0], after):
        return _Left(action.start(), action[0])
    return words


def _agree(before: str, after: str) -> bool:
    ahead, behind = COMPARING_BEFORE.get(before), COMPARING_AFTER.get(after)
    return ahead is None or behind is None or ahead is behind


def _words_before(text: str, at: int, floor: int) -> _Left | None:
    start = max(floor, at - WORDS_WINDOW)
    last = text[at - 1] if at > floor else ""
    if last in _LAST_OF_ALL_DAY:
        all_day = _ALL_DAY.search(text, start, at)
        if all_day:
            return _Left(all_day.start(), all_day=True)
    if last not in _LAST_OF_WORDS:
        return _Left(at)
    words = _WORDS_BEFORE.search(text, start, at)
    if words is None:
        return _Left(at)
    preceding = text[max(0, words.start() - 1) : words.start()]
    if preceding in _DENIED:
        return None
    if words["pointing"] == "达" and preceding in _CONVEYS:
        return _Left(at)
    return _Left(words.start(), words["comparing"] or words["pointing"])


def _period(text: str, value: re.Match[str], floor: int, words: _Left) -> _Left | None:
    """The period that a number of times belongs to, and the comparator before or after it."""
    at = value.start()
    spot = _nearest_period(text, value, floor)
    if spot is None or (value["noun"] == "小时" and spot[0] not in _DAILY):
        return None
    period, start, end = spot
    inside = {found[0] for found in _COMPARING.finditer(text, end, at)}
    lead = _words_before(text, start, floor)
    if lead and lead.before:
        start = lead.start
        inside |= {lead.before} & COMPARING_BEFORE.keys()
    if len(inside) > 1:
        return None
    return _Left(start, inside.pop() if inside else words.before, period)


def _nearest_period(text: str, value: re.Match[str], floor: int) -> tuple[str, int, int] | None:
    at = value.start()
    farthest = max(floor, at - PERIOD_WINDOW)
    start = text.rfind("每", farthest, at)
    while start >= 0:
        each = PERIOD.match(text, start, at)
        if each:
            if _STOP.search(text, each.end(), at):
                return None
            return each[0], start, each.end()
        start = text.rfind("每", farthest, start)
    nearest = None
    for one in _IN_ONE.finditer(text, max(floor, at - ACTION_WINDOW), value.end()):
        if one.end() <= at and text[max(0, one.start() - 1) : one.start()] not in _NOT_EACH:
            nearest = one[0], one.start(), one.end()
    return nearest
