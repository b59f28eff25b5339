"""Reading deadlines (期限), a whole string or in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plangen.errors import Message, wording
from plangen.quantity.deadlines import (
    WORDS_AFTER,
    Deadline,
    Precision,
    check_year,
    days_in_month,
    end_of_span,
)
from plangen.quantity.errors import QuantityError, shown
from plangen.quantity.numerals import DIGIT_CHARACTERS, read_integer, read_year
from plangen.quantity.script import SPACES as S
from plangen.quantity.script import plain

LONGEST_TEXT = 60  # characters
FORMS = Message("“2021年底前”“2020年9月底前”“2020年9月6日前”“2021-12-31”之类")

# 截止 in place of 截至 is a common slip; it is read as what it means.
_BEFORE = {
    **{word: word for word in ("到", "至", "于", "在", "截至")},
    **dict.fromkeys(("截至到", "截止", "截止到", "截止至"), "截至"),
}
_AFTER = sorted({word for words in WORDS_AFTER.values() for word in words}, key=len, reverse=True)
_NUMBER = "[0-9]{1,2}+|[一二三四五六七八九十]{1,3}+"
_BEFORE_WORDS = "|".join(sorted(_BEFORE, key=len, reverse=True))
_YEAR = rf"(?P<year>[0-9]{{4}}|[{DIGIT_CHARACTERS}]{{4}}){S}年"
_SPAN = (
    rf"(?P<half>[上下])半年|第?{S}(?P<quarter>{_NUMBER}){S}季度"
    rf"|(?P<month>{_NUMBER}){S}月份?(?:{S}(?P<day>{_NUMBER}){S}日)?"
)
_DATE = re.compile(rf"{_YEAR}{S}(?:{_SPAN})?{S}(?P<after>{'|'.join(_AFTER)})?")
_HEAD = re.compile(rf"{S}(?P<before>{_BEFORE_WORDS})?{S}")
_BEFORE_DATE = re.compile(rf"(?:{_BEFORE_WORDS}){S}\Z")
_ISO = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
# The first of exactly four digits: what precedes is looked at after it, which re does faster.
_DIGIT = f"[0-9{DIGIT_CHARACTERS}]"
_ANCHOR = re.compile(f"{_DIGIT}(?<!{_DIGIT}{_DIGIT}){_DIGIT}{{3}}(?= {{0,3}}年)")
_DAY_OF_YEAR = re.compile(
    rf"{S}(?:{_BEFORE_WORDS})?{S}(?P<month>{_NUMBER}){S}月{S}(?P<day>{_NUMBER}){S}日"
)
_PLACING = ("", "于", "在")  # where something happens, not by when
_INSIDE = tuple("容部外涵设")  # 内容, 内部: no deadline
_YEARLESS = re.compile(rf"{S}(?:{_BEFORE_WORDS})?{S}(?:今年|明年|本年|年|(?:{_NUMBER}){S}月)")


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A deadline in prose: its characters ``text[start:end]``."""

    start: int
    end: int
    deadline: Deadline


def read_deadline(text: str) -> Deadline:
    """The deadline that a whole string says, in Chinese or as an ISO date.

    Raises QuantityError that names the text, for a date that does not exist too.
    """
    source = text.strip()
    if not source or len(source) > LONGEST_TEXT:
        raise _unreadable(source)
    words = plain(source)
    iso = _ISO.fullmatch(words)
    if iso:
        return Deadline.from_date(_day(source, *map(int, iso.groups())))
    head = _HEAD.match(words)
    found = _DATE.match(words, head.end()) if head else None
    if head is None or found is None:
        raise _without_year(source, words)
    if words[found.end() :].strip():
        raise QuantityError(
            "期限“{text}”多出“{rest}”：应写作{forms}",
            text=shown(source),
            rest=shown(source[found.end() :]),
            forms=FORMS,
        )
    return _deadline(source, found, _BEFORE.get(head["before"], ""))


def deadlines_in(text: str) -> Iterator[FoundDeadline]:
    """The deadlines in prose: dates with a word that makes them one (到2021年, 2021年底前).

    Dates alone (2018年11月, 2020年4月24日) say when something was or is, and are left out, as are
    dates that do not exist.
    """
    words = plain(text)
    for anchor in _ANCHOR.finditer(words):
        found = _DATE.match(words, anchor.start())
        if found is None:
            continue
        head = _BEFORE_DATE.search(words[max(0, found.start() - 6) : found.start()])
        before = _BEFORE[head[0].rstrip()] if head else ""
        if not found["after"] and before in _PLACING:
            continue
        if found["after"] == "内" and words[found.end() : found.end() + 1] in _INSIDE:
            continue
        try:
            deadline = _deadline(found[0], found, before)
        except QuantityError:
            continue
        yield FoundDeadline(found.start() - len(head[0] if head else ""), found.end(), deadline)


def _deadline(source: str, found: re.Match[str], before: str) -> Deadline:
    day, precision = _last_day(source, found)
    after = found["after"] or ""
    if after in WORDS_AFTER[Precision.DAY] and precision is not Precision.DAY:
        raise QuantityError(
            "不知“{text}”是否包含{span}：应写明最后一天，如“{day}”",
            text=shown(source),
            span=found[0].removesuffix(after).strip(),
            day=f"{day.year}年{day.month}月{day.day}日前",
        )
    if after and after not in WORDS_AFTER[precision]:
        raise _unreadable(source)
    return Deadline(day, precision, before, after)


def _last_day(source: str, found: re.Match[str]) -> tuple[date, Precision]:
    digits = found["year"]
    year = int(digits) if digits.isascii() else read_year(digits)
    check_year(year)
    if found["half"]:
        return end_of_span(year, Precision.HALF, 1 if found["half"] == "上" else 2), Precision.HALF
    if found["quarter"]:
        quarter = _within(
            source, found["quarter"], 4, wording("“{text}”不存在：一年有第一至第四季度")
        )
        return end_of_span(year, Precision.QUARTER, quarter), Precision.QUARTER
    if not found["month"]:
        return end_of_span(year, Precision.YEAR, 1), Precision.YEAR
    month = _number(found["month"])
    if found["day"]:
        return _day(source, year, month, _number(found["day"])), Precision.DAY
    month = _within(source, found["month"], 12, wording("“{text}”不存在：一年有1月至12月"))
    return end_of_span(year, Precision.MONTH, month), Precision.MONTH


def _day(source: str, year: int, month: int, day: int) -> date:
    check_year(year)
    if not 1 <= month <= 12:
        raise QuantityError("“{text}”不存在：一年有1月至12月", text=shown(source))
    days = days_in_month(year, month)
    if not 1 <= day <= days:
        raise QuantityError(
            "“{text}”不存在：{year}年{month}月有1日至{days}日",
            text=shown(source),
            year=str(year),
            month=month,
            days=days,
        )
    return date(year, month, day)


def _number(text: str) -> int:
    return int(text) if text.isascii() else read_integer(text)


def _within(source: str, text: str, most: int, refusal: str) -> int:
    number = _number(text)
    if not 1 <= number <= most:
        raise QuantityError(refusal, text=shown(source))
    return number


def _without_year(source: str, words: str) -> QuantityError:
    if not _YEARLESS.match(words):
        return _unreadable(source)
    day = _DAY_OF_YEAR.match(words)
    month = _number(day["month"]) if day else 1
    if day and 1 <= month <= 12 and not 1 <= _number(day["day"]) <= days_in_month(2000, month):
        return QuantityError(
            "“{text}”不存在：{month}月有1日至{days}日",
            text=shown(source),
            month=month,
            days=days_in_month(2000, month),
        )
    return QuantityError("期限“{text}”没有写明年份：应写作{forms}", text=shown(source), forms=FORMS)


def _unreadable(source: str) -> QuantityError:
    return QuantityError("读不懂期限“{text}”：应写作{forms}", text=shown(source), forms=FORMS)
