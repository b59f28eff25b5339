"""How templates write dates, numbers and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from plangen.document.wording import chinese_date, organ_list
from plangen.errors import InvalidError
from plangen.quantity.numerals import chinese_integer
from plangen.quantity.undecided import UNDECIDED, shown

LONGEST_LIST = 1_000_000  # characters


def full_date(day: object) -> str:
    """A date as it is printed: 2020年9月6日; 【待定】 where it is undecided, as the others too."""
    return shown(day) if day is UNDECIDED else chinese_date(_day(day))


def year_end(day: object) -> str:
    """The year of a date as a deadline: 2021年底."""
    return shown(day) if day is UNDECIDED else f"{_day(day).year}年底"


def month(day: object) -> str:
    """A date to the month: 2020年9月."""
    return shown(day) if day is UNDECIDED else f"{_day(day).year}年{_day(day).month}月"


def _day(value: object) -> date:
    """A date from the data. Raises InvalidError where the data has none there."""
    if not isinstance(value, date):
        raise InvalidError("这里要用的日期，数据里没有写")
    return value


def listed(names: Iterable[object]) -> str:
    """Items of one kind, joined by 、."""
    texts = [str(name) for name in names]
    if sum(map(len, texts)) > LONGEST_LIST:
        raise InvalidError("列出的文字太长")
    return "、".join(texts)


def quoted(title: str) -> str:
    """A document's title in 《》; a title inside it in 〈〉 (GB/T 15834-2011 4.15.3.5)."""
    inner = title.replace("\n", "").replace("《", "〈").replace("》", "〉")
    return f"《{inner}》"


def nested(text: str) -> str:
    """A text that stands in “”: those inside it become ‘’ (GB/T 15834-2011 4.8.3.3)."""
    return text.replace("“", "‘").replace("”", "’")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "date": full_date,
    "year_end": year_end,
    "month": month,
    "listed": listed,
    "groups": organ_list,
    "chinese": chinese_integer,
    "quoted": quoted,
    "nested": nested,
}
