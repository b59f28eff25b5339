"""From the parts of a text to the value they say, whether a whole string or prose held them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from plangen.quantity.amounts import read_amount
from plangen.quantity.bounds import Bound, comparator_of
from plangen.quantity.errors import QuantityError
from plangen.quantity.nouns import EVENTS, base_of, is_measure, is_noun
from plangen.quantity.numerals import read_integer
from plangen.quantity.patterns import PERIOD_PARTS
from plangen.quantity.periods import UNIT_WORDS, Period, PeriodUnit
from plangen.quantity.values import Quantity, Unit

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000}


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found around and in a value: the words, the period, the match of ``VALUE``."""

    value: re.Match[str] | None
    before: str = ""
    after: str = ""
    period: str = ""
    all_day: bool = False

    @property
    def bare(self) -> bool:
        """Whether no words compare."""
        return not (self.before or self.after)


def bound_of(parts: Parts, unit: Unit | None) -> Bound:
    """The bound that the parts say, in the unit asked for.

    Raises QuantityError where they say none, or one of another unit.
    """
    comparator = comparator_of(parts.before, parts.after)
    return Bound(comparator, _quantity(parts, unit), parts.before, parts.after)


def read_period(text: str) -> Period:
    """The period of 每年, 每半年, 每两个月, 一年. Raises QuantityError for what is none."""
    found = PERIOD_PARTS.fullmatch("".join(text.split()).replace("半个月", "半月"))
    if found is None:
        raise QuantityError("“{text}”不是周期：应写作“每年”“每半年”“每3个月”之类", text=text)
    many = found["many"] or "1"
    multiple = int(many) if many.isascii() else read_integer(many)
    if found["unit"] == "旬":
        return Period(PeriodUnit.DAY, 10 * multiple)
    return Period(UNIT_WORDS[found["unit"]], multiple)


def _quantity(parts: Parts, unit: Unit | None) -> Quantity:
    value = parts.value
    if value is None:
        return Quantity(Unit.FREQUENCY, Fraction(1), period=read_period(parts.period))
    if value["event"]:
        return _frequency(value, value["event"], read_period(value["rate"]))
    if value["noun"]:
        return _with_noun(parts, value, unit)
    if parts.period and not (value["hours"] or value["daily"]):
        raise QuantityError("“{period}”后面应写次数，如“每年2次”", period=parts.period)
    if value["hours"] or value["daily"]:
        return _service_hours(value)
    if value["second"] or value["denominator"]:
        return _ratio(value, unit)
    if value["number"] and not value["sign"]:
        return _bare_number(value, unit)
    return _share(value, unit)


def _share(value: re.Match[str], unit: Unit | None) -> Quantity:
    if value["sign"]:
        kind = Unit.PERCENT if value["sign"] == "%" else Unit.PERMILLE
        return Quantity(kind, read_amount(value["number"]))
    if value["base"]:
        kind = Unit.PERCENT if value["base"] == "百分之" else Unit.PERMILLE
        share = value["share"]
        if value["base"] == "万分之":
            first = read_amount(share)
            return Quantity(Unit.RATIO, first / 10_000, antecedent=first)
        return Quantity(kind, read_amount("一百" if share == "百" else share))
    if value["tenths"]:
        tenth = value["tenth"] or ""
        ones = Fraction(5) if tenth == "半" else read_amount(tenth or "零")
        return Quantity(Unit.PERCENT, read_amount(value["tenths"]) * 10 + ones)
    below = read_amount(value["under"])
    if not below:
        raise QuantityError("“{text}”的分母是零", text=value[0])
    share = read_amount(value["over"]) / below
    if unit is Unit.RATIO:
        return Quantity(Unit.RATIO, share)
    return Quantity(Unit.PERCENT, share * 100)


def _ratio(value: re.Match[str], unit: Unit | None) -> Quantity:
    if value["denominator"] and unit is not Unit.RATIO and value["denominator"].isascii():
        raise QuantityError("“{text}”像日期或编号：比应写作“1:4000”", text=value[0])
    first = read_amount(value["number"])
    below = read_amount(value["second"]) if value["second"] else _people(value["denominator"])
    if not (first and below):
        raise QuantityError("比“{text}”的两项都应大于零", text=value[0])
    return Quantity(Unit.RATIO, first / below, antecedent=first)


def _people(text: str) -> Fraction:
    """The second term of a rate among so many people: 10万 and 十万 are 100000, 万 is 10000."""
    digits = re.match("[0-9]*", text)
    number = digits[0] if digits else ""
    people = Fraction(int(number or 1))
    for scale in text[len(number) :]:
        people *= _SCALES[scale]
    return people


def _service_hours(value: re.Match[str]) -> Quantity:
    days = read_amount(value["number"])
    hours = read_amount(value["hours"] or value["daily"])
    spelled = value["clock"] or value["daily"] or (days == 7 and hours == 24)
    if days.denominator != 1 or not spelled:
        raise QuantityError("“{text}”不是服务时间：应写作“7×24小时”之类", text=value[0])
    return Quantity(Unit.HOURS, hours, days=int(days))


def _with_noun(parts: Parts, value: re.Match[str], unit: Unit | None) -> Quantity:
    number, noun = _scaled(value["number"], value["noun"])
    if parts.all_day or (noun == "小时" and _are_service_hours(parts, number, unit)):
        return _hours_a_day(parts, noun, number)
    if parts.period:
        return _frequency(value, noun, read_period(parts.period))
    kind = Unit.MEASURE if is_measure(noun) else Unit.COUNT
    return Quantity(kind, read_amount(number), noun)


def _are_service_hours(parts: Parts, number: str, unit: Unit | None) -> bool:
    """24小时 alone is a service round the clock; with words (24小时内) it is a length of time."""
    if unit is not None:
        return unit is Unit.HOURS
    return bool(parts.period) or (parts.bare and read_amount(number) == 24)


def _hours_a_day(parts: Parts, noun: str, number: str) -> Quantity:
    if noun != "小时" or (parts.period and read_period(parts.period) != Period(PeriodUnit.DAY)):
        raise QuantityError(
            "“{text}”不是服务时间：应写作“24小时”“每天8小时”“7×24小时”之类",
            text=f"{parts.period}{number}{noun}",
        )
    return Quantity(Unit.HOURS, read_amount(number))


def _frequency(value: re.Match[str], noun: str, period: Period) -> Quantity:
    if noun not in EVENTS:
        raise QuantityError("频次应以次、场、期之类计，如“每年2次”，不以“{noun}”计", noun=noun)
    noun = "" if noun == "次" else noun
    return Quantity(Unit.FREQUENCY, read_amount(value["number"]), noun, period)


def _scaled(number: str, noun: str) -> tuple[str, str]:
    """五百万 + 元 is read as 500 万元, the way it would be written with digits."""
    scale = number[-1]
    if scale in "万亿" and len(number) > 1 and is_noun(scale + noun) and base_of(noun) == noun:
        return number[:-1], scale + noun
    return number, noun


def _bare_number(value: re.Match[str], unit: Unit | None) -> Quantity:
    if unit in (Unit.COUNT, Unit.MEASURE):
        return Quantity(unit, read_amount(value["number"]))
    if unit is Unit.NUMBER or (unit is None and "." in value["number"]):
        return Quantity(Unit.NUMBER, read_amount(value["number"]))
    raise QuantityError(
        "“{text}”没有写单位：应写作“80%”“4.5‰”“1:4000”“每年2次”“1所”之类", text=value[0]
    )
