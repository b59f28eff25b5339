"""What is found: a figure of the document with everything that it says, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from plangen.errors import Message
from plangen.model.targets import Modality
from plangen.quantity.bounds import Comparator
from plangen.quantity.periods import Period, PeriodUnit
from plangen.quantity.values import Quantity, Unit


class Kind(StrEnum):
    """Whether a figure is still to be reached, has been reached, or only describes the place."""

    TARGET = "target"
    ACHIEVED = "achieved"
    BACKGROUND = "background"


class Change(StrEnum):
    """Which way a value that is a change goes from its base."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Extracted:
    """A figure of a document.

    ``name`` is the indicator as written, ``indicator`` its id in the dictionary or None.
    ``quantity`` is exact; ``high`` is the upper end of a range (60%～80%), whose lower end
    ``quantity`` is. ``explicit`` says whether the words name the comparator (80%以上) or the
    direction of the indicator gives it (达到80%). Where ``change`` is given the quantity is not
    the level but the distance from ``base`` (比上年下降18%), in ``points`` where it is 百分点.
    ``start`` and ``end`` are the quote in the text given, line breaks and scanning spaces
    included; ``written`` is the value without them, as the grammar reads it again. ``doubtful``
    says what a person has to look at; the value is then only the likeliest reading.
    """

    name: str
    indicator: str | None
    comparator: Comparator
    quantity: Quantity
    explicit: bool
    quote: str
    written: str
    start: int
    end: int
    high: Quantity | None = None
    points: bool = False
    change: Change | None = None
    base: str = ""
    by: date | None = None
    scope: str = ""
    modality: Modality = "应当"
    kind: Kind = Kind.TARGET
    page: int | None = None
    doubtful: Message | None = None

    @property
    def value(self) -> Fraction:
        """The value in ``unit``: 80 for 80%, 1/4000 for 1:4000, 12000 for 1.2万处."""
        return in_unit(self.quantity)

    @property
    def number(self) -> int | float:
        """The value as JSON writes it: whole where it is whole."""
        value = self.value
        return value.numerator if value.denominator == 1 else float(value)

    @property
    def unit(self) -> str:
        """The unit as JSON names it: percent, per_half_year, hours_per_day, count, 公里."""
        return "percentage_points" if self.points else unit_name(self.quantity)


_LENGTHS = {
    "年": "years",
    "个月": "months",
    "周": "weeks",
    "日": "days",
    "天": "days",
    "工作日": "workdays",
    "个工作日": "workdays",
    "小时": "hours",
    "个小时": "hours",
    "分钟": "minutes",
    "秒": "seconds",
}
_PERIODS = {PeriodUnit.TERM: "semester"}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def in_unit(quantity: Quantity) -> Fraction:
    """The amount of a quantity in the unit that :func:`unit_name` names."""
    amount = quantity.amount
    if quantity.unit is Unit.COUNT and len(quantity.noun) > 1:
        for character in quantity.noun[:-1]:
            if character not in _SCALES:
                break
            amount *= _SCALES[character]
    return amount


def unit_name(quantity: Quantity) -> str:
    """The unit of a quantity in one word; measures other than of time keep their own noun."""
    match quantity.unit:
        case Unit.HOURS:
            return "hours_per_day"
        case Unit.FREQUENCY if quantity.period:
            return f"per_{_period_name(quantity.period)}"
        case Unit.MEASURE:
            return _LENGTHS.get(quantity.noun, quantity.noun)
    return quantity.unit.value


def _period_name(period: Period) -> str:
    name = _PERIODS.get(period.unit, period.unit.value)
    return name if period.multiple == 1 else f"{period.multiple}_{name}s"
