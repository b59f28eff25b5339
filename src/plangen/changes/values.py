"""What became of the value of a target, and what is to be said of it."""

from __future__ import annotations

from fractions import Fraction

from plangen.errors import Message
from plangen.model.change import Asked, Kind
from plangen.model.indicators import Indicator
from plangen.model.strictness import stricter
from plangen.quantity.amounts import write_decimal
from plangen.quantity.comparison import DAYS_A_WEEK, IncomparableError, compare
from plangen.quantity.undecided import Undecided
from plangen.quantity.values import Quantity, Unit
from plangen.quantity.writing import write_bound


def value_kinds(old: Asked, new: Asked, indicator: Indicator) -> set[Kind]:
    """What became of a value: nothing, or tightened, loosened, incomparable, or only reworded."""
    if isinstance(old, Undecided) or isinstance(new, Undecided):
        return set() if old is new else {Kind.UNDECIDED}
    try:
        order = stricter(old, new, indicator)
    except IncomparableError:
        return {Kind.INCOMPARABLE}
    if order:
        return {Kind.TIGHTENED if order > 0 else Kind.LOOSENED}
    return {Kind.REWORDED} if old.comparator is not new.comparator else set()


def value_remark(old: Asked, new: Asked, indicator: Indicator) -> Message | None:
    """What a reader must be told of two values: why they do not compare, or how they do.

    Service hours are told component by component; a frequency in other words has the same rate.
    """
    if isinstance(old, Undecided) or isinstance(new, Undecided):
        return None
    left, right = old.quantity, new.quantity
    if left.unit is Unit.HOURS and right.unit is Unit.HOURS and _hours(left) != _hours(right):
        return _components(left, right)
    try:
        same = compare(left, right) == 0
        stricter(old, new, indicator)
    except IncomparableError as error:
        return error.message
    if same and write_bound(old) != write_bound(new):
        return Message("“{old}”和“{new}”折算后数值相同", old=write_bound(old), new=write_bound(new))
    return None


def _hours(quantity: Quantity) -> tuple[int, Fraction]:
    return quantity.days or DAYS_A_WEEK, quantity.amount


def _components(old: Quantity, new: Quantity) -> Message:
    (old_days, old_hours), (new_days, new_hours) = _hours(old), _hours(new)
    return Message(
        "每周天数：{old_days}→{new_days}，每天小时数：{old_hours}→{new_hours}",
        old_days=old_days,
        new_days=new_days,
        old_hours=write_decimal(old_hours),
        new_hours=write_decimal(new_hours),
    )
