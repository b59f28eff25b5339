"""Deadlines: the one before a figure in its sentence, its paragraph's, its heading's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plangen.extract.targets.sentences import Sentence, marker
from plangen.quantity.deadlines import days_in_month
from plangen.quantity.grammar import find_deadlines

LONGEST_HEADING = 40  # characters

_YEAR = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})(?P<unit>年(?:度)?)?"
    r"(?=[、，,）)：:]|[一-鿿]|[0-9\n]|\Z)(?!年?(?:[0-9]{1,2}月|.{0,4}(?:起|以来|之前年))|[0-9])"
)
_LISTED_YEAR = re.compile("[、和及与](?=20[0-9]{2})")
_NOT_BY = re.compile("(?:比|较|自|从|由|在|与|同|于|以|对)$")
_OPENS = re.compile("(?:^|[，。；：、,;:（()）和及与■]|其中|确保|力争|实现|争取|计划|节|章)\\Z")
_BEFORE_VALUE = re.compile("(?:要|应|力争|分别)?(?:达|为|不|实现|控制|保持|稳定|提高|降)|[，,、和]")
_MONTHS, _SPAN = 12, 10
_THIS_YEAR = re.compile("今年底?前?|(?:^|(?<=[，。；、力争要]))全年|年底之?前|年内|本年度?|年末前?")
_RUNS_ON = re.compile("^(?:到|至)")
_GOALS = re.compile("目标|指标")
_CONDITIONS = re.compile("(?:条件|情形|行为|标准)(?:之一)?(?:的?|的，[^。]*)[：:]\\Z")
# Headings below which stands only whom all is for.
_FOR_WHOM = re.compile(
    "(?:整治|适用|排查|核查|检查)(?:范围|对象)\\Z|(?:申报|申请|准入|报名|适用)条件\\Z"
)
_LOOKS_BACK = re.compile("回顾|总结|情况|现状|成效|成绩|基础|背景|形势|问题")
_FIVE_YEARS = re.compile(
    "[到至]?“?十(?P<number>[一二三四五六七八九])五”?(?:规划)?(?:期?末|期间|时期)"
)
_IN_YEAR = re.compile(
    "(?<![0-9一二三四])(?:(?P<month>[0-9]{1,2})月(?:份|(?P<day>[0-9]{1,2})日)?|(?P<quarter>[一二三四])季度"
    "|(?P<half>上半年))(?P<end>[底末]?之?前|以前|[底末])"
)
_YEARLY = re.compile("(20[0-9]{2})年?[-—–~～至到](20[0-9]{2})年")
_PLAN_YEAR = re.compile(r"(20[0-9]{2})年(?:度)?[^\n。，]{0,24}(?:任务|要点|计划|安排|项目)")


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline where it stands in a sentence."""

    start: int
    end: int
    day: date


def dues_in(text: str, this_year: int | None, governed: date | None = None) -> list[Due]:
    """The deadlines and the years of a sentence, in reading order.

    A year alone (2025年) is by its last day where no word before it makes it a base or a place. A
    month alone (9月底前) is of the year named before it, that of ``governed`` or ``this_year``.
    """
    found = [
        Due(at.start, at.end, at.deadline.last_day)
        for at in find_deadlines(text)
        if not text[max(0, at.start - 3) : at.start].endswith(("自", "从"))
    ]
    found += _years(text, found)
    found += _plan_ends(text)
    found += _spans(text, found)
    for relative in _THIS_YEAR.finditer(text):
        before = [due.day.year for due in found if due.end <= relative.start()]
        year = this_year or (before[-1] if before else None)
        if year and not any(due.start <= relative.start() < due.end for due in found):
            found.append(Due(*relative.span(), date(year, 12, 31)))
    found += _within_year(text, found, governed.year if governed else this_year)
    return sorted(found, key=lambda due: due.start)


def _spans(text: str, known: Sequence[Due]) -> Iterator[Due]:
    """The last years of spans (2024—2026年三年行动期间)."""
    for found in _YEARLY.finditer(text):
        taken = any(due.start < found.end() and found.start(2) < due.end for due in known)
        if not (taken or _titled(text, found)):
            yield Due(*found.span(), date(int(found[2]), 12, 31))


def _within_year(text: str, known: Sequence[Due], year: int | None) -> Iterator[Due]:
    """The deadlines that name a month, a quarter or a half without its year."""
    for found in _IN_YEAR.finditer(text):
        if any(due.start <= found.start() < due.end for due in known):
            continue
        before = [due.day.year for due in known if due.end <= found.start()]
        named = before[-1] if before else year
        day = _last_day(found, named) if named else None
        if day:
            yield Due(*found.span(), day)


def _last_day(found: re.Match[str], year: int) -> date | None:
    """The last day of the month, quarter or half that was found, or the day itself."""
    if found["day"]:
        try:
            return date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            return None
    if found["month"]:
        month = int(found["month"])
    else:
        month = 6 if found["half"] else 3 * (1 + "一二三四".index(found["quarter"]))
    if not 1 <= month <= _MONTHS:
        return None
    return date(year, month, days_in_month(year, month))


def years_spanned(text: str) -> list[date]:
    """The last days of the years of a span (2024年至2026年); none where the text holds no span."""
    found = _YEARLY.search(text)
    if found is None:
        return []
    first, last = int(found[1]), int(found[2])
    return [date(year, 12, 31) for year in range(first, last + 1)] if last - first < _SPAN else []


def _years(text: str, known: Sequence[Due]) -> list[Due]:
    years = []
    for found in _YEAR.finditer(text):
        if any(due.start <= found.start() < due.end for due in known):
            continue
        if _NOT_BY.search(text, max(0, found.start() - 1), found.start()) or _titled(text, found):
            continue
        if text[found.start() - 1 : found.start()] == "（" and text.startswith("为", found.end()):
            continue
        if not (_OPENS.search(text, 0, found.start()) or _BEFORE_VALUE.match(text, found.end())):
            continue
        if found["unit"] or _LISTED_YEAR.match(text, found.end()):
            years.append(Due(*found.span(), date(int(found["year"]), 12, 31)))
    return years


def _plan_ends(text: str) -> Iterator[Due]:
    """The ends of five-year plans: the 14th (十四五) ended with 2025."""
    for found in _FIVE_YEARS.finditer(text):
        before = text[: found.start()].rstrip("“")
        if _NOT_BY.search(before) or (before.endswith("（") and text.startswith("为", found.end())):
            continue
        number = 10 + "一二三四五六七八九".index(found["number"]) + 1
        yield Due(*found.span(), date(1955 + 5 * number, 12, 31))


def _titled(text: str, found: re.Match[str]) -> bool:
    """Whether a year stands in the title of another document."""
    return text.rfind("《", 0, found.start()) > text.rfind("》", 0, found.start())


class Governing:
    """The deadlines that headings and opening sentences set for what stands below them."""

    def __init__(self) -> None:
        self._sections: list[tuple[int, date]] = []
        self._paragraph: date | None = None
        self._goals = 0
        self._for_whom = 0  # the level of a heading below which stands only whom all is for
        # Of a lead-in such as 主要指标（2025年）： its day, and the level of its items.
        self._conditions: int | None = None  # the level of the items that only list conditions
        self._lead: tuple[date | None, int] | None = None

    @property
    def lists_goals(self) -> bool:
        """Whether a heading or a lead-in says that goals or indicators are listed here."""
        return bool(self._goals or self._lead)

    @property
    def lists_conditions(self) -> bool:
        """Whether conditions are listed here: 应当符合下列条件：, or below 整治范围."""
        return self._conditions is not None or bool(self._for_whom)

    @property
    def is_dated(self) -> bool:
        """Whether a heading sets a deadline here."""
        return bool(self._sections)

    @property
    def day(self) -> date | None:
        """The deadline that holds where no sentence says another."""
        if self._paragraph:
            return self._paragraph
        if self._lead and self._lead[0]:
            return self._lead[0]
        return self._sections[-1][1] if self._sections else None

    def enter(self, sentence: Sentence, dues: Sequence[Due]) -> None:
        """Go on to a sentence, with the deadlines it names."""
        if not sentence.opens:
            return
        self._paragraph = None
        level, length = marker(sentence.text)
        self._follow(level, sentence.text, dues)
        if level:
            self._close(level)
        body = sentence.text[length:].rstrip("。")
        if level and len(body) <= LONGEST_HEADING and not re.search("[，,；;]", body):
            self._heading(level, body, dues)
        else:
            self._opening(sentence.text, length, dues)

    def _follow(self, level: int, text: str, dues: Sequence[Due]) -> None:
        """Open a list of goals at a lead-in without a number, close it where its items end."""
        if self._conditions is not None and level and level >= (self._conditions or level):
            self._conditions = self._conditions or level
        else:
            self._conditions = 0 if _CONDITIONS.search(text) else None
        if not level:
            opens = text.endswith(("：", ":")) and _GOALS.search(text)
            self._lead = (dues[-1].day if dues else None, 0) if opens else None
        elif self._lead:
            items = self._lead[1] or level
            self._lead = (self._lead[0], items) if level >= items else None

    def _close(self, level: int) -> None:
        self._sections = [pair for pair in self._sections if pair[0] < level]
        if level <= self._goals:
            self._goals = 0
        if level <= self._for_whom:
            self._for_whom = 0

    def _heading(self, level: int, body: str, dues: Sequence[Due]) -> None:
        goals = bool(_GOALS.search(body))
        if goals:
            self._goals = self._goals or level
        if _FOR_WHOM.search(body):
            self._for_whom = self._for_whom or level
        if dues and (goals or not _LOOKS_BACK.search(body)):
            self._sections.append((level, dues[-1].day))

    def _opening(self, text: str, length: int, dues: Sequence[Due]) -> None:
        first = dues[0] if dues else None
        if first is None or first.start > length + 10:
            return
        lead = text[length : first.start]
        if not (_RUNS_ON.match(text, first.start) or text[first.start] in "到至"):
            return
        if lead and not lead.endswith(("：", ":", "，", "。")):
            return
        self._paragraph = first.day
        if self._goals:
            self._sections = [pair for pair in self._sections if pair[0] != self._goals]
            self._sections.append((self._goals, first.day))


def plan_year(text: str) -> int | None:
    """The year of a yearly notice, as its title says: 2021年重点工作任务."""
    found = _PLAN_YEAR.search(text, 0, 1500)
    return int(found[1]) if found else None
