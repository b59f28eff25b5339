"""Values in prose that are no single bound: ranges, percentage points, estimates, halves.

:func:`plangen.quantity.grammar.find_bounds` leaves these out, because a target must not be made of
them in silence. Who reads foreign documents wants to know of them all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from plangen.quantity.amounts import AMOUNT, read_amount
from plangen.quantity.bounds import COMPARING_BEFORE, Bound, Comparator, comparator_of
from plangen.quantity.errors import QuantityError
from plangen.quantity.lookalikes import is_continued
from plangen.quantity.nouns import NOUN
from plangen.quantity.numerals import INTEGER_CHARACTERS
from plangen.quantity.patterns import COMPARING, CONNECTOR, POINTING, VALUE
from plangen.quantity.script import SPACES as S
from plangen.quantity.script import plain
from plangen.quantity.values import Quantity, Unit
from plangen.quantity.whole import read_bound, read_quantity

_START = rf"(?<![0-9{INTEGER_CHARACTERS}.第])"
_UNIT = rf"[%‰]|{NOUN}"
_RANGE = re.compile(
    rf"{_START}(?P<low>{AMOUNT}){S}(?P<unit>{_UNIT}|[万亿])?{S}(?:{CONNECTOR}){S}"
    rf"(?P<high>(?:{AMOUNT}){S}(?:{_UNIT})){S}(?P<after>以[内下])?"
)
_TENTHS = re.compile(
    rf"(?P<low>[一二三四五六七八九])成?{S}(?:{CONNECTOR}){S}(?P<high>[一二三四五六七八九])成(?!员|立|果|为)"
)
_POINTS = re.compile(
    rf"{_START}(?:(?P<low>{AMOUNT}){S}(?:个?百分点)?{S}(?:{CONNECTOR}){S})?(?P<number>{AMOUNT}){S}"
    rf"个{S}百{S}分{S}点{S}(?P<after>以上|以下|以内|之内)?"
)
_WORDS_BEFORE = re.compile(rf"(?P<words>{COMPARING}|{POINTING}){S}\Z")
_ENDS = ("low", "high")
_WINDOW = 8  # characters before a number in which its comparator stands
_ESTIMATE = re.compile(rf"{_START}(?P<value>(?:{AMOUNT}){S}(?:{_UNIT})){S}(?:左右|上下)")
_HALF = re.compile("(?P<over>过|超过|超|逾)?(?P<half>半数|一半|(?<=过)半|(?<=超)半)(?P<from>以上)?")
_FALLS = ("下降", "减少", "降低", "压减", "压缩", "缩短", "精简")  # 投诉量下降一半
_YEARS = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class FoundRange:
    """A range in prose (60%～80%, 一至两项): its characters ``text[start:end]`` and both ends.

    ``limit`` says that words make it a limit (3%—5%以内).
    """

    start: int
    end: int
    low: Quantity
    high: Quantity
    limit: bool = False


@dataclass(frozen=True, slots=True)
class FoundPoints:
    """A distance in percentage points in prose (5个百分点以上); the bound is in percent.

    Of a range (2至3个百分点) the bound holds the lower end and ``high`` the upper one.
    """

    start: int
    end: int
    bound: Bound
    at: int
    high: Quantity | None = None


@dataclass(frozen=True, slots=True)
class FoundEstimate:
    """An estimate in prose (75%左右): the value that it is near to."""

    start: int
    end: int
    quantity: Quantity


def ranges_in(text: str) -> Iterator[FoundRange]:
    """The ranges in prose whose ends are values of one unit; not spans of dates."""
    words = plain(text)
    for found in _RANGE.finditer(words):
        high = VALUE.match(words, found.start("high"))
        if high is None or high.end() != found.end("high") or is_continued(words, high):
            continue
        if _YEARS.fullmatch(found["low"]):
            continue
        unit = found["high"][len(high["number"] or "") :].strip()
        try:
            ends = read_quantity(found["low"] + unit, None), read_quantity(found["high"], None)
        except QuantityError:
            continue
        scale = found["unit"] in ("万", "亿") and unit.startswith(found["unit"])
        if ends[0].amount < ends[1].amount and (scale or found["unit"] in (None, unit)):
            yield FoundRange(found.start(), found.end(), *ends, bool(found["after"]))
    for found in _TENTHS.finditer(words):
        low, top = (Quantity(Unit.PERCENT, read_amount(found[name]) * 10) for name in _ENDS)
        if low.amount < top.amount:
            yield FoundRange(found.start(), found.end(), low, top)


def points_in(text: str) -> Iterator[FoundPoints]:
    """The distances in percentage points (百分点), with their comparator."""
    words = plain(text)
    for found in _POINTS.finditer(words):
        head = _WORDS_BEFORE.search(words, max(0, found.start() - _WINDOW), found.start())
        before = head["words"] if head and head["words"] in COMPARING_BEFORE else ""
        start = head.start() if head and before else found.start()
        after = found["after"] or ""
        try:
            quantity = Quantity(Unit.PERCENT, read_amount(found["number"]))
            bound = Bound(comparator_of(before, after), quantity, before, after)
            low = _lower(found["low"], quantity)
        except QuantityError:
            continue
        if low is None:
            yield FoundPoints(start, found.end(), bound, found.start())
        else:
            least = Bound(Comparator.AT_LEAST, low)
            yield FoundPoints(found.start(), found.end(), least, found.start(), quantity)


def _lower(written: str | None, high: Quantity) -> Quantity | None:
    """The lower end of a range of points; None where there is no range."""
    if written is None:
        return None
    low = Quantity(Unit.PERCENT, read_amount(written))
    return low if low.amount < high.amount else None


def estimates_in(text: str) -> Iterator[FoundEstimate]:
    """The values that are only near to what is meant: 75%左右."""
    for found in _ESTIMATE.finditer(plain(text)):
        try:
            bound = read_bound(found["value"], None)
        except QuantityError:
            continue
        yield FoundEstimate(found.start(), found.end(), bound.quantity)


def halves_in(text: str) -> Iterator[tuple[int, int, Bound]]:
    """半数以上, 一半以上, 过半数, 减少一半: shares without a number, from start to end."""
    for found in _HALF.finditer(text):
        falls = text.endswith(_FALLS, 0, found.start())
        if not (found["over"] or found["from"] or falls):
            continue
        comparator = Comparator.MORE_THAN if found["over"] else Comparator.AT_LEAST
        yield (*found.span(), Bound(comparator, Quantity(Unit.PERCENT, Fraction(50))))
