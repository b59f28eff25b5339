"""Exact order of values of one unit."""

from __future__ import annotations

from fractions import Fraction

from plangen.errors import InvalidError, Message, wording
from plangen.quantity.nouns import factor_of
from plangen.quantity.values import Quantity, Unit
from plangen.quantity.writing import write_quantity

DAYS_A_WEEK = 7


class IncomparableError(InvalidError):
    """Two values that have no order: other units, other nouns, or hours that cross."""


def compare(left: Quantity, right: Quantity) -> int:
    """-1, 0 or 1: whether ``left`` is less than, the same as or more than ``right``, exactly.

    Frequencies compare by how often a year (每半年1次 is 每年2次), counts and measures through
    their nouns (0.5亿元 is 5000万元; 12名 is 12人), hours by days a week and hours a day. Raises
    IncomparableError for different units and nouns, and for hours of which one has more days and
    the other more hours.
    """
    if left.unit is not right.unit:
        raise _incomparable(left, right, wording("单位不同"))
    if left.unit is Unit.HOURS:
        return _compare_hours(left, right)
    if left.unit in (Unit.COUNT, Unit.MEASURE):
        return _compare_counted(left, right)
    if left.unit is Unit.FREQUENCY:
        return _sign(left.per_year() - right.per_year())
    return _sign(left.amount - right.amount)


def _compare_counted(left: Quantity, right: Quantity) -> int:
    left_factor, left_noun = factor_of(left.noun)
    right_factor, right_noun = factor_of(right.noun)
    if left_noun != right_noun:
        raise _incomparable(left, right, wording("计量单位不同"))
    return _sign(left.amount * left_factor - right.amount * right_factor)


def _compare_hours(left: Quantity, right: Quantity) -> int:
    days = _sign(Fraction((left.days or DAYS_A_WEEK) - (right.days or DAYS_A_WEEK)))
    hours = _sign(left.amount - right.amount)
    if days * hours < 0:
        raise _incomparable(left, right, wording("一个天数多，一个时数多"))
    return days or hours


def _sign(difference: Fraction) -> int:
    return (difference > 0) - (difference < 0)


def _incomparable(left: Quantity, right: Quantity, reason: str) -> IncomparableError:
    return IncomparableError(
        "“{left}”和“{right}”无法比较：{reason}",
        left=write_quantity(left),
        right=write_quantity(right),
        reason=Message(reason),
    )
