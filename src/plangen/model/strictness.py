"""Which of two bounds asks more, in the direction of the indicator: for audits and comparisons.

The direction belongs to the indicator, never to the comparator.
"""

from __future__ import annotations

from plangen.model.indicators import Indicator
from plangen.model.targets import Modality
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.writing import write_bound

STRENGTH: dict[Modality, int] = {"鼓励": 0, "力争": 1, "应当": 2}
_CONTRARY = {
    "higher": (Comparator.AT_MOST, Comparator.LESS_THAN),
    "lower": (Comparator.AT_LEAST, Comparator.MORE_THAN),
}
_EXCLUSIVE = (Comparator.MORE_THAN, Comparator.LESS_THAN)


def asks(bound: Bound, indicator: Indicator) -> bool:
    """Whether a bound asks for anything: at most 80% of what should be high does not."""
    return bound.comparator not in _CONTRARY[indicator.better]


def answers(promised: Bound, required: Bound, indicator: Indicator) -> int:
    """1 where a promise asks more than a requirement, -1 where it asks less, 0 for the same.

    A promise that asks for nothing is less than any requirement that asks. Of bounds with one value
    the exclusive one (超过80%) asks more. Raises IncomparableError, for a requirement that limits
    the good direction too.
    """
    order = compare(promised.quantity, required.quantity)
    if not asks(required, indicator):
        return _limited(promised, required, order)
    if not asks(promised, indicator):
        return -1
    exclusive = [bound.comparator in _EXCLUSIVE for bound in (required, promised)]
    return order * (1 if indicator.better == "higher" else -1) or exclusive[1] - exclusive[0]


def stricter(old: Bound, new: Bound, indicator: Indicator) -> int:
    """1 where a new bound asks more than an old one, -1 where it asks less, 0 for the same.

    One asks more than another where the other, as a promise, would fall short of it; so the two
    can be taken either way round. Raises IncomparableError.
    """
    if asks(new, indicator) and not asks(old, indicator):
        return -answers(old, new, indicator)
    return answers(new, old, indicator)


def _limited(promised: Bound, required: Bound, order: int) -> int:
    if order == 0 and promised.comparator is required.comparator:
        return 0
    raise IncomparableError(
        "“{required}”限制的是好的方向，无法与“{promised}”比较",
        required=write_bound(required),
        promised=write_bound(promised),
    )
