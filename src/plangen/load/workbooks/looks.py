"""How a cell shows its number or day: what a format code makes of it, as far as it says more.

Spreadsheets keep 80% as 0.8 and 2021年12月 as the first of that month; only the format of the cell
tells what somebody wrote there. Part of the program that reads workbooks: nothing of plangen here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Spot = tuple[int, int]  # row and column of a cell, from 0
Span = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass(slots=True)
class Looks:
    """What is known of a sheet's cells besides their values."""

    codes: dict[Spot, str] = field(
        default_factory=dict
    )  # format codes that are not the general one
    shown: dict[Spot, str] = field(
        default_factory=dict
    )  # what a cell shows, where the file says it
    faults: dict[Spot, str] = field(default_factory=dict)  # #REF! …; empty: a formula not reckoned
    hidden: set[int] = field(default_factory=set)  # rows
    merged: list[Span] = field(default_factory=list)


_YEAR_MONTH, _MONTH_DAY, _TIME = 'yyyy"年"m"月"', 'm"月"d"日"', "h:mm"
BUILT_IN: dict[int, str] = {  # ISO/IEC 29500-1, 18.8.30; from 27 on those of Chinese systems
    **{9: "0%", 10: "0.00%", 14: "yyyy-m-d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy"},
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), _TIME),
    **dict.fromkeys((27, 36, 50, 52, 57), _YEAR_MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _MONTH_DAY),
    **{22: "yyyy-m-d h:mm", 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"'},
}
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].'
    r"|(?P<digits>[0#?][0#?,.]*|General)|(?P<percent>%)|(?P<other>.)",
    re.DOTALL,
)
_LITERAL = re.compile(r"[ \-+/():~$¥￥\u2030\u3000-\uffef\u4e00-\u9fff]")
_WORDS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')


def is_day(code: str) -> bool:
    """Whether a format code shows a day or a time."""
    return bool(re.search("[ymdhs]", _WORDS.sub("", code.split(";")[0]), re.IGNORECASE))


def is_time_only(code: str) -> bool:
    """Whether a format code shows a time without a day."""
    bare = re.sub(r'"[^"]*"|\\.', "", code.split(";")[0]).lower()
    return bool(re.search("[hs]", bare)) and not re.search("[yd]", bare)


def number_shown(number: str, code: str) -> str:
    """A number with the unit that its format gives it: 80%, 3所.

    Empty where the format gives none, or shows another number (0.805 as 81%).
    """
    value = Decimal(number)
    before, after, digits, percents = "", "", "", 0
    for part in _PART.finditer(code.split(";")[0]):
        literal = part["quoted"] or part["escaped"] or part["sign"] or part["percent"] or ""
        percents += part["percent"] is not None
        if part["digits"]:
            if digits:
                return ""
            digits = part["digits"]
        elif part["other"]:
            if not _LITERAL.fullmatch(part["other"]):
                return ""
            literal = part["other"]
        before, after = (before, after + literal) if digits else (before + literal, after)
    if not digits or not (before + after).strip() or digits.endswith(","):
        return ""
    value *= 100**percents
    places = len(digits.partition(".")[2]) if digits != "General" else 15
    if round(value, places) != value:
        return ""
    return f"{before.strip()}{plain_number(value)}{after.strip()}"


def plain_number(value: Decimal) -> str:
    """A number in digits, without an exponent and without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def day_shown(day: date, code: str) -> str:
    """A day as its format shows it: whole as 2021-12-31, else what it leaves: 2021年12月, 12月31日.

    Without a code the day is taken for whole.
    """
    bare = _WORDS.sub("", code.split(";")[0]).lower()
    year, month, whole = ("y" in bare, "m" in bare, "d" in bare) if code else (True, True, True)
    if year and month and whole:
        return day.isoformat()
    parts = (f"{day.year}年" * year, f"{day.month}月" * month, f"{day.day}日" * whole)
    return "".join(parts) or day.isoformat()
