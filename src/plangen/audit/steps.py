"""A required step against the steps of a local target, which is a function of time.

A stock (达到后保持), once reached, holds: the best step that is due in time counts. In a flow every
period stands alone: the last step that is due in time counts. A target without a date holds from
the beginning. A later step that is strict enough makes the promise late, never a pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plangen.errors import Message
from plangen.model.indicators import Indicator
from plangen.model.strictness import answers
from plangen.model.targets import Target
from plangen.model.verdicts import Verdict
from plangen.quantity.bounds import Bound
from plangen.quantity.comparison import IncomparableError
from plangen.quantity.deadlines import Deadline, Precision
from plangen.quantity.undecided import UNDECIDED, Undecided
from plangen.quantity.writing import write_bound

SAME = Message("与要求相同")
STRICTER = Message("严于要求")
NOT_DECIDED = Message("本地目标的数值或期限还没有定")
REQUIREMENT_OPEN = Message("上级要求的数值还没有定")


@dataclass(frozen=True, slots=True)
class Step:
    """What a target says for one date: its bound, and the last day where one is stated."""

    bound: Bound | Undecided
    by: Deadline | Undecided | None

    @property
    def day(self) -> date | None:
        """The last day; None where there is none or it is not decided."""
        return self.by.last_day if isinstance(self.by, Deadline) else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What steps make of a required one: which step decides (by position), the verdict, and why.

    ``late`` says that a step that falls short comes too late besides.
    """

    step: int
    verdict: Verdict
    reason: Message
    late: bool = False


def steps_of(target: Target) -> tuple[Step, ...]:
    """The steps of a target in order of time."""
    return tuple(
        Step(UNDECIDED if step.undecided else step.bound, step.by) for step in target.steps
    )


def outcome(required: Step, steps: Sequence[Step], indicator: Indicator) -> Outcome:
    """What the steps make of a required one; ``required.by`` is when it is due."""
    if isinstance(required.bound, Undecided):
        return Outcome(len(steps) - 1, Verdict.UNKNOWN, REQUIREMENT_OPEN)
    orders = [_order(step.bound, required.bound, indicator) for step in steps]
    decided = _passing(required, steps, orders, indicator)
    if decided is not None:
        return decided
    for position, (step, order) in enumerate(zip(steps, orders, strict=True)):
        strict = isinstance(order, int) and order >= 0
        if strict and step.day is not None and not _in_time(step, required):
            return Outcome(position, Verdict.LATE, _late(step, required, order))
    return _short(required, steps, orders)


Order = int | Message | None
"""How a step answers: -1, 0 or 1, why it cannot be compared, or None for one not decided."""


def _order(promised: Bound | Undecided, required: Bound, indicator: Indicator) -> Order:
    if isinstance(promised, Undecided):
        return None
    try:
        return answers(promised, required, indicator)
    except IncomparableError as error:
        return error.message


def _in_time(step: Step, required: Step) -> bool:
    if step.by is UNDECIDED:
        return False
    return step.day is None or required.day is None or step.day <= required.day


def _passing(
    required: Step, steps: Sequence[Step], orders: Sequence[Order], indicator: Indicator
) -> Outcome | None:
    in_time = [position for position, step in enumerate(steps) if _in_time(step, required)]
    if indicator.kind == "flow":
        in_time = in_time[-1:]
    best: tuple[int, int] | None = None
    for position in in_time:
        order = orders[position]
        if isinstance(order, int) and order >= 0:
            best = max(best or (order, position), (order, position))
    if best is None:
        return None
    order, position = best
    if order > 0:
        return Outcome(position, Verdict.EXCEEDS, STRICTER)
    return Outcome(position, Verdict.MEETS, _same(steps[position].bound, required.bound))


def _same(promised: Bound | Undecided, required: Bound | Undecided) -> Message:
    if isinstance(promised, Undecided) or isinstance(required, Undecided):
        return SAME
    left, right = write_bound(promised), write_bound(required)
    if left == right:
        return SAME
    return Message("“{promised}”与要求的“{required}”相当", promised=left, required=right)


def _late(step: Step, required: Step, order: Order) -> Message:
    return Message(
        "到{promised}才达到{value}，晚于要求的{required}，虽然数值更严"
        if order == 1
        else "到{promised}才达到{value}，晚于要求的{required}",
        promised=_words(step),
        value=_value(step),
        required=_words(required),
    )


def _short(required: Step, steps: Sequence[Step], orders: Sequence[Order]) -> Outcome:
    """Nothing is strict enough: not decided yet, below, or without any order."""
    open_ = [
        position
        for position, (step, order) in enumerate(zip(steps, orders, strict=True))
        if order is None or (step.by is UNDECIDED and isinstance(order, int) and order >= 0)
    ]
    if open_:
        return Outcome(open_[-1], Verdict.UNKNOWN, NOT_DECIDED)
    below = [position for position, order in enumerate(orders) if order == -1]
    if not below:
        why = next(order for order in reversed(orders) if isinstance(order, Message))
        return Outcome(len(orders) - 1, Verdict.INCOMPARABLE, why)
    position = max(below, key=lambda position: (_in_time(steps[position], required), position))
    step = steps[position]
    reason = Message("{value}达不到要求的{required}", value=_value(step), required=_value(required))
    return Outcome(position, Verdict.BELOW, reason, not _in_time(step, required))


def _value(step: Step) -> str:
    return str(UNDECIDED) if isinstance(step.bound, Undecided) else write_bound(step.bound)


def _words(step: Step) -> Message | date | str:
    """When a step is due: the end of a year or month, or a day."""
    if not isinstance(step.by, Deadline):
        return str(UNDECIDED)
    day = step.by.last_day
    match Deadline.from_date(day).precision:
        case Precision.YEAR:
            return Message("{year}年底", year=day.year)
        case Precision.MONTH:
            return Message("{year}年{month}月底", year=day.year, month=day.month)
    return day
