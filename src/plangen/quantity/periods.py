"""Periods (周期) in which something is to be done so many times: 每年, 每半年, 每学期, 每三个月."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from plangen.quantity.errors import QuantityError


class PeriodUnit(StrEnum):
    """What a period is counted in."""

    DAY = "day"
    WEEK = "week"
    HALF_MONTH = "half_month"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    TERM = "term"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"


# The calendar's ratios hold among themselves (12 months, 4 quarters, 365 days of which 7 are a
# week), so that 每周7次 equals 每日1次; a school year has two terms.
IN_A_YEAR = {
    PeriodUnit.DAY: Fraction(365),
    PeriodUnit.WEEK: Fraction(365, 7),
    PeriodUnit.HALF_MONTH: Fraction(24),
    PeriodUnit.MONTH: Fraction(12),
    PeriodUnit.QUARTER: Fraction(4),
    PeriodUnit.HALF_YEAR: Fraction(2),
    PeriodUnit.TERM: Fraction(2),
    PeriodUnit.SCHOOL_YEAR: Fraction(1),
    PeriodUnit.YEAR: Fraction(1),
}
_SINGLE = {
    PeriodUnit.DAY: "日",
    PeriodUnit.WEEK: "周",
    PeriodUnit.HALF_MONTH: "半月",
    PeriodUnit.MONTH: "月",
    PeriodUnit.QUARTER: "季度",
    PeriodUnit.HALF_YEAR: "半年",
    PeriodUnit.TERM: "学期",
    PeriodUnit.SCHOOL_YEAR: "学年",
    PeriodUnit.YEAR: "年",
}
# Halves are not multiplied: 每两个半年 is 每年.
_COUNTED = {
    PeriodUnit.DAY: "天",
    PeriodUnit.WEEK: "周",
    PeriodUnit.MONTH: "个月",
    PeriodUnit.QUARTER: "个季度",
    PeriodUnit.TERM: "个学期",
    PeriodUnit.SCHOOL_YEAR: "个学年",
    PeriodUnit.YEAR: "年",
}
# Every word that prose uses for a unit; 个 before it is left to the pattern.
UNIT_WORDS = {
    **{word: unit for unit, word in _SINGLE.items()},
    "天": PeriodUnit.DAY,
    "星期": PeriodUnit.WEEK,
    "季": PeriodUnit.QUARTER,
    "年度": PeriodUnit.YEAR,
}
MOST_MULTIPLES = 99


@dataclass(frozen=True, slots=True)
class Period:
    """A period: a unit, or ``multiple`` of them (每3个月).

    Raises QuantityError for a multiple outside 1 to 99, and for a multiple of a half.
    """

    unit: PeriodUnit
    multiple: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.multiple <= MOST_MULTIPLES:
            raise QuantityError(
                "周期“每{multiple}{unit}”不合适：应为1至99",
                multiple=str(self.multiple),
                unit=_COUNTED.get(self.unit, f"个{_SINGLE[self.unit]}"),
            )
        if self.multiple > 1 and self.unit not in _COUNTED:
            raise QuantityError(
                "周期“每{multiple}个{unit}”请写成整月或整年",
                multiple=str(self.multiple),
                unit=_SINGLE[self.unit],
            )

    def per_year(self) -> Fraction:
        """How many of these periods a year has, exactly."""
        return IN_A_YEAR[self.unit] / self.multiple

    def words(self) -> str:
        """The period as documents write it: 每年, 每半年, 每3个月."""
        if self.multiple == 1:
            return f"每{_SINGLE[self.unit]}"
        return f"每{self.multiple}{_COUNTED[self.unit]}"
