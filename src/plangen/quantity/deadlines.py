"""Deadlines (期限): an exact last day, and the words by which a document names it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from plangen.quantity.errors import QuantityError

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200


class Precision(StrEnum):
    """The span of the calendar that a deadline names; its last day is the deadline."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


_MONTHS = {Precision.YEAR: 12, Precision.HALF: 6, Precision.QUARTER: 3, Precision.MONTH: 1}
WORDS_BEFORE = frozenset(["到", "至", "截至", "于", "在"])
_BEFORE = ["前", "之前", "以前"]
_END = [end + before for end in ("底", "末") for before in ("", *_BEFORE)]
_SPAN_END = frozenset([*_END, *(f"结束{before}" for before in _BEFORE), "内", "以内", "之内"])
WORDS_AFTER = {
    Precision.YEAR: _SPAN_END | {"年内"} | {f"年{end}" for end in _END},
    Precision.HALF: _SPAN_END,
    Precision.QUARTER: _SPAN_END,
    Precision.MONTH: _SPAN_END,
    Precision.DAY: frozenset([*_BEFORE, "止", "为止"]),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which something is to be done, that day included.

    ``before`` and ``after`` are the words around the date: 到2021年底, 截至2021年12月31日,
    2020年9月6日前. Deadlines with the same ``last_day`` are equally late however they are worded.
    Raises QuantityError where the day does not end the span named by ``precision``, for words that
    do not go with it, and for years outside 1900 to 2200.
    """

    last_day: date
    precision: Precision
    before: str = ""
    after: str = ""
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        content = (self.last_day, self.precision, self.before, self.after)
        object.__setattr__(self, "_hash", hash(content))
        day = self.last_day
        check_year(day.year)
        if self.precision is not Precision.DAY and (
            day.month % _MONTHS[self.precision] or day.day != days_in_month(day.year, day.month)
        ):
            raise QuantityError(
                "{day} 不是 {precision} 的最后一天",
                day=day.isoformat(),
                precision=self.precision.value,
            )
        if self.before and self.before not in WORDS_BEFORE:
            raise QuantityError("期限前面不能写“{words}”", words=self.before)
        if self.after and self.after not in WORDS_AFTER[self.precision]:
            raise QuantityError("期限后面不能写“{words}”", words=self.after)

    def __hash__(self) -> int:
        return self._hash  # kept, as for values: audits look the same deadlines up again and again

    @classmethod
    def from_date(cls, day: date) -> Deadline:
        """The usual wording for a last day: 2021年底前, 2020年9月底前, else 2020年9月6日前."""
        if (day.month, day.day) == (12, 31):
            return cls(day, Precision.YEAR, after="底前")
        if day.day == days_in_month(day.year, day.month):
            return cls(day, Precision.MONTH, after="底前")
        return cls(day, Precision.DAY, after="前")


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def check_year(year: int) -> None:
    """Raise QuantityError for a year outside 1900 to 2200, a likely slip of the pen."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise QuantityError("年份“{year}”不在1900年至2200年之间", year=str(year))


def end_of_span(year: int, precision: Precision, number: int) -> date:
    """The last day of the ``number``-th half, quarter or month of a year; of the year itself."""
    month = number * _MONTHS[precision]
    return date(year, month, days_in_month(year, month))
