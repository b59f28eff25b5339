"""Exact values (数值) of targets and requirements, with the form in which they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from plangen.errors import Message
from plangen.quantity.amounts import is_chinese_fraction, is_decimal
from plangen.quantity.errors import QuantityError
from plangen.quantity.nouns import EVENTS, is_measure, is_noun
from plangen.quantity.periods import UNIT_WORDS, Period


class Unit(StrEnum):
    """The kinds of values. Only values of one kind can be compared."""

    PERCENT = "percent"
    PERMILLE = "permille"
    RATIO = "ratio"
    FREQUENCY = "frequency"
    HOURS = "hours"
    COUNT = "count"
    MEASURE = "measure"
    NUMBER = "number"
    BOOLEAN = "boolean"


_FORM_FIELDS = {
    Unit.RATIO: {"antecedent"},
    Unit.FREQUENCY: {"noun", "period"},
    Unit.HOURS: {"days"},
    Unit.COUNT: {"noun"},
    Unit.MEASURE: {"noun"},
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value. Two are equal where they are written alike; ``comparison.compare`` orders values.

    ``amount`` counts in the unit: 80 for 80%, 4.5 for 4.5‰, 1/4000 for 1:4000, times in the period
    for a frequency, hours a day for service hours, 1 and 0 for 是 and 否, itself for the number of
    an index or coefficient (0.6). Further, by unit:

    - ``noun``: the measure word or unit of measurement of a count or measure, scale included
      (所, 微克/立方米, 万元), empty where none is written; for a frequency what is counted where it
      is not 次 (每年2场).
    - ``period`` of a frequency.
    - ``days`` a week for hours; None where it is not written (24小时), which means every day.
    - ``antecedent`` of a ratio, its first term (前项); by default that of the lowest terms.

    Raises QuantityError for a value that cannot be, TypeError for an amount that is no Fraction.
    """

    unit: Unit
    amount: Fraction
    noun: str = ""
    period: Period | None = None
    days: int | None = None
    antecedent: Fraction | None = None
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Fraction):
            raise TypeError(f"amount must be a Fraction, not {self.amount!r}")
        self._check_form()
        _CHECKS[self.unit](self)
        content = (self.unit, self.amount, self.noun, self.period, self.days, self.antecedent)
        object.__setattr__(self, "_hash", hash(content))

    def __hash__(self) -> int:
        # Of fractions it is slow to work out, and audits look the same values up again and again.
        return self._hash

    def per_year(self) -> Fraction:
        """How often a year: 2 for 每半年1次 and 每年2次; a year has 365 days and two terms.

        Raises QuantityError for a value that is no frequency.
        """
        if self.period is None:
            raise QuantityError("只有频次（如“每年2次”）才能折算成每年的次数")
        return self.amount * self.period.per_year()

    def terms(self) -> tuple[Fraction, Fraction]:
        """The two terms (前项, 后项) of a ratio. Raises QuantityError for other units."""
        if self.antecedent is None:
            raise QuantityError("只有比（如“1:4000”）才有前项和后项")
        return self.antecedent, self.antecedent / self.amount

    def _check_form(self) -> None:
        allowed = _FORM_FIELDS.get(self.unit, set())
        for name in ("noun", "period", "days", "antecedent"):
            value = getattr(self, name)
            if value is not None and value != "" and name not in allowed:
                raise QuantityError("{unit} 不带 {name}", unit=self.unit.value, name=name)


def _check_percent(quantity: Quantity) -> None:
    if not is_decimal(quantity.amount) and not is_chinese_fraction(quantity.amount / 100):
        raise _cannot_be_written(quantity)


def _check_decimal(quantity: Quantity) -> None:
    if not is_decimal(quantity.amount):
        raise _cannot_be_written(quantity)


def _cannot_be_written(quantity: Quantity) -> QuantityError:
    return QuantityError(
        "数值“{amount}”不能用：应不小于零，整数不超过15位，小数不超过9位",
        amount=str(quantity.amount),
    )


def _check_ratio(quantity: Quantity) -> None:
    if quantity.amount <= 0:
        raise QuantityError("比的两项都应大于零：{amount}", amount=str(quantity.amount))
    if quantity.antecedent is None:
        object.__setattr__(quantity, "antecedent", Fraction(quantity.amount.numerator))
    for term in quantity.terms():
        if term <= 0 or not is_decimal(term):
            raise QuantityError("比的两项应大于零，写得成有限的小数：{term}", term=str(term))


def _check_frequency(quantity: Quantity) -> None:
    if quantity.period is None:
        raise QuantityError("频次要写明周期，如“每年2次”")
    if quantity.amount.denominator != 1:
        raise QuantityError("次数应为整数，不是“{amount}”", amount=str(quantity.amount))
    if quantity.noun and quantity.noun not in EVENTS - {"次"}:
        raise QuantityError("频次应以次、场、期之类计，不以“{noun}”计", noun=quantity.noun)
    _check_decimal(quantity)


def _check_hours(quantity: Quantity) -> None:
    if not 0 < quantity.amount <= 24:
        raise QuantityError("一天只有24小时，不能是“{amount}”", amount=str(quantity.amount))
    if quantity.days is not None and not 1 <= quantity.days <= 7:
        raise QuantityError("一周只有7天，不能是“{days}”", days=str(quantity.days))
    _check_decimal(quantity)


def _check_counted(quantity: Quantity) -> None:
    noun = quantity.noun
    if noun and not is_noun(noun):
        raise QuantityError("不认识量词或计量单位“{noun}”", noun=noun)
    if is_rate(noun):
        raise QuantityError("“{noun}”是频次，不是量词", noun=noun)
    if noun and is_measure(noun) != (quantity.unit is Unit.MEASURE):
        raise QuantityError(
            "“{noun}”是{kind}",
            noun=noun,
            kind=Message("计量单位，不是量词" if is_measure(noun) else "量词，不是计量单位"),
        )
    _check_decimal(quantity)


def is_rate(noun: str) -> bool:
    """Whether a noun says how often (次/年): then the value is a frequency."""
    event, _, span = noun.partition("/")
    return event in EVENTS and span.removeprefix("个") in UNIT_WORDS


def _check_boolean(quantity: Quantity) -> None:
    if quantity.amount not in (0, 1):
        raise QuantityError("是否只有是（1）和否（0），没有“{amount}”", amount=str(quantity.amount))


_CHECKS = {
    Unit.PERCENT: _check_percent,
    Unit.PERMILLE: _check_decimal,
    Unit.RATIO: _check_ratio,
    Unit.FREQUENCY: _check_frequency,
    Unit.HOURS: _check_hours,
    Unit.COUNT: _check_counted,
    Unit.MEASURE: _check_counted,
    Unit.NUMBER: _check_decimal,
    Unit.BOOLEAN: _check_boolean,
}
