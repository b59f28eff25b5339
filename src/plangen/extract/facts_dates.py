"""Days as documents print them: 2020年9月6日, 2020 年 9 月 6 日, 二〇二〇年九月六日."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from plangen.extract.groups_words import unspaced
from plangen.quantity.errors import QuantityError
from plangen.quantity.numerals import read_integer, read_year

_HAN = "一二三四五六七八九十"
DAY = re.compile(
    "(?:(?P<year>(?:19|20|21)[0-9]{2})|(?P<han_year>[一二][〇○零一二三四五六七八九]{3}))年"
    f"(?P<month>[0-9]{{1,2}}|[{_HAN}]{{1,2}})月(?P<day>[0-9]{{1,2}}|[{_HAN}]{{1,3}})日"
)


def day_in(text: str) -> date | None:
    """The day that a text names; None where it names none."""
    match = DAY.search(unicodedata.normalize("NFKC", unspaced(text)))
    try:
        return date(_year(match), *map(_number, match.group("month", "day"))) if match else None
    except (ValueError, QuantityError):
        return None


def _year(match: re.Match[str]) -> int:
    return int(match["year"]) if match["year"] else read_year(match["han_year"].replace("○", "〇"))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else read_integer(text)
