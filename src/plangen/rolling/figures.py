"""What becomes of a target's figures in a later year: carried over, required above, or undecided.

No value is ever made up: it stands in the document itself, or in one above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plangen.model.indicators import Indicator
from plangen.model.targets import Bounded, Target
from plangen.quantity.bounds import Comparator
from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.deadlines import Deadline
from plangen.quantity.grammar import write_deadline, write_quantity
from plangen.quantity.undecided import UNDECIDED
from plangen.quantity.values import Quantity, Unit
from plangen.rolling.requirements import Required, Upper, required, stricter, upcoming
from plangen.rolling.years import Move, later_day

COMPARATORS = {
    "at_least": Comparator.AT_LEAST,
    "at_most": Comparator.AT_MOST,
    "equals": Comparator.EQUAL,
}


class Origin(StrEnum):
    """Where a figure of the new document comes from, in the words that mark it."""

    CARRIED = "沿用"
    ABOVE = "依上级文件"
    UNDECIDED = "待定"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the new document: its origin, its writing (None: as it stands), its remark."""

    origin: Origin
    text: str | None
    remark: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """A value that can be carried over, or the reason why there is none."""

    quantity: Quantity | None
    reason: str = ""


def rolled_figure(
    target: Target, step: Bounded, indicator: Indicator, uppers: Sequence[Upper], move: Move
) -> Figure:
    """The figure that takes the place of a target's step."""
    comparator = COMPARATORS[value_key(step)]
    day = _new_day(step, move)
    kept = _kept(target, step, indicator, day, move)
    above = required(uppers, target, comparator, day, indicator.kind)
    if above and (kept.quantity is None or _follows(above.quantity, kept.quantity, comparator)):
        return _from_above(above, step, kept)
    if kept.quantity is None:
        return Figure(Origin.UNDECIDED, str(UNDECIDED), f"{Origin.UNDECIDED}：{kept.reason}")
    ahead = above or upcoming(uppers, target, comparator, day)
    return Figure(
        Origin.CARRIED,
        _written(kept.quantity, step),
        f"{Origin.CARRIED}{move.year}年，请核对{_compared(ahead, day)}",
    )


def value_key(step: Bounded) -> str:
    """The key that a step's value stands under."""
    return next(key for key in COMPARATORS if getattr(step, key) is not None)


def _new_day(step: Bounded, move: Move) -> date:
    """When the new figure is due: its own day, else the end of the new year."""
    if step.deadline:
        return later_day(step.deadline.last_day, move.years)
    return date(move.to, 12, 31)


def _kept(target: Target, step: Bounded, indicator: Indicator, day: date, move: Move) -> _Kept:
    """The value of the old document for the new day."""
    if step.undecided:
        return _Kept(None, f"{move.year}年的数也还没有定")
    if target.points:
        return _on_ramp(target, indicator, day, move)
    if _is_bound_to_year(step.bound.quantity, indicator):
        return _Kept(
            None, f"{move.year}年是{write_quantity(step.bound.quantity)}，这项指标按年单独计"
        )
    return _Kept(step.bound.quantity)


def _on_ramp(target: Target, indicator: Indicator, day: date, move: Move) -> _Kept:
    """The step that the old document itself has for the new day; none once its ramp has ended."""
    dated = [
        (step.deadline.last_day, step)
        for step in target.points
        if step.deadline and not step.undecided
    ]
    ended = f"{move.year}年的分年度目标到此为止"
    if not dated or day > dated[-1][0]:
        last = f"，最后是{write_quantity(dated[-1][1].bound.quantity)}" if dated else ""
        return _Kept(None, ended + last)
    found, step = [(due, step) for due, step in dated if due <= day][-1]
    if found != day and _is_bound_to_year(step.bound.quantity, indicator):
        return _Kept(None, "这项指标按年单独计")
    return _Kept(step.bound.quantity)


def _is_bound_to_year(quantity: Quantity, indicator: Indicator) -> bool:
    """Whether a value is a count of one period: next year's is another decision."""
    return indicator.kind == "flow" and quantity.unit in (Unit.COUNT, Unit.MEASURE)


def _follows(above: Quantity, kept: Quantity, comparator: Comparator) -> bool:
    """Whether the value above is to be taken: it asks for as much as the old one, or for more."""
    try:
        same = compare(above, kept) == 0
    except IncomparableError:
        return False
    return same or stricter(above, kept, comparator)


def _from_above(above: Required, step: Bounded, kept: _Kept) -> Figure:
    """The value above; the document's own writing where it says the same."""
    value = above.quantity
    if kept.quantity and compare(kept.quantity, value) == 0:
        value = kept.quantity
    clause = f"（{above.clause}）" if above.clause else ""
    remark = f"{Origin.ABOVE} {above.document}{clause}，请核对"
    return Figure(Origin.ABOVE, _written(value, step), remark)


def _written(quantity: Quantity, step: Bounded) -> str | None:
    """A value as data write it; None where the step has it already."""
    same = not step.undecided and step.bound.quantity == quantity
    return None if same else write_quantity(quantity)


def _compared(above: Required | None, day: date) -> str:
    """What a document above says beside a value that was carried over."""
    if above is None:
        return ""
    later = above.day and above.day > day
    when = write_deadline(Deadline.from_date(above.day)) if later and above.day else ""
    return f"；上级文件 {above.document} 要求{when}{write_quantity(above.quantity)}"
