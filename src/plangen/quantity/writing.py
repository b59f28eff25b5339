"""Writing values, bounds and deadlines: the canonical Chinese of each, readable by the grammar."""

from __future__ import annotations

from plangen.quantity.amounts import is_decimal, write_chinese_fraction, write_decimal
from plangen.quantity.bounds import Bound
from plangen.quantity.deadlines import Deadline, Precision
from plangen.quantity.values import Quantity, Unit

_QUARTERS = "一二三四"


def write_quantity(quantity: Quantity) -> str:
    """A value in words: 80%, 1:4000, 每半年1次, 7×24小时, 12名."""
    return "".join(_halves(quantity, bare=True))


def write_bound(bound: Bound) -> str:
    """A bound in words; the comparator follows the period: 80%以上, 每年至少2次."""
    period, value = _halves(bound.quantity, bare=not (bound.before or bound.after))
    return f"{period}{bound.before}{value}{bound.after}"


def write_deadline(deadline: Deadline) -> str:
    """A deadline in words: 2021年底前, 到2021年底, 2020年9月6日前."""
    return f"{deadline.before}{_span(deadline)}{deadline.after}"


def _halves(quantity: Quantity, *, bare: bool) -> tuple[str, str]:
    """The period, before which nothing compares, and the value."""
    number = quantity.amount
    match quantity.unit:
        case Unit.PERCENT if not is_decimal(number):
            return "", write_chinese_fraction(number / 100)
        case Unit.PERCENT:
            return "", f"{write_decimal(number)}%"
        case Unit.PERMILLE:
            return "", f"{write_decimal(number)}‰"
        case Unit.BOOLEAN:
            return "", "是" if number else "否"
        case Unit.HOURS:
            return _hours(quantity, bare=bare)
        case Unit.RATIO:
            return "", ":".join(map(write_decimal, quantity.terms()))
    period = quantity.period.words() if quantity.period else ""
    noun = quantity.noun or ("次" if period else "")
    return period, write_decimal(number) + noun


def _hours(quantity: Quantity, *, bare: bool) -> tuple[str, str]:
    # 24小时以上 would be a length of time; 每天 makes it hours of service.
    hours = f"{write_decimal(quantity.amount)}小时"
    if quantity.days is not None:
        return "", f"{quantity.days}×{hours}"
    return "" if bare and quantity.amount == 24 else "每天", hours


def _span(deadline: Deadline) -> str:
    day = deadline.last_day
    match deadline.precision:
        case Precision.YEAR:
            return f"{day.year}年"
        case Precision.HALF:
            return f"{day.year}年{'上' if day.month == 6 else '下'}半年"
        case Precision.QUARTER:
            return f"{day.year}年第{_QUARTERS[day.month // 3 - 1]}季度"
        case Precision.MONTH:
            return f"{day.year}年{day.month}月"
    return f"{day.year}年{day.month}月{day.day}日"
