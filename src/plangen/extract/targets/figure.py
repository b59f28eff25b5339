"""A figure of a text: a value with the words that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plangen.quantity.bounds import Bound
from plangen.quantity.values import Quantity, Unit


class Form(StrEnum):
    """How a figure is written."""

    VALUE = "value"  # 80%以上
    RANGE = "range"  # 60%～80%
    POINTS = "points"  # 5个百分点
    ESTIMATE = "estimate"  # 75%左右
    COVERED = "covered"  # 全覆盖
    WHOLE = "whole"  # 所有…均, …全部
    ZERO = "zero"  # 不发生…, …为零


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and where it stands, comparator and period included; ``at`` is its number.

    ``name`` is what a whole or a zero is said of: they have their noun inside them. ``whose`` is
    the population of a whole.
    """

    start: int
    end: int
    at: int
    bound: Bound
    form: Form = Form.VALUE
    high: Quantity | None = None
    name: str = ""
    whose: str = ""

    @property
    def explicit(self) -> bool:
        """Whether words of the text name the comparator."""
        return self.form in (Form.VALUE, Form.POINTS) and self.bound.explicit

    @property
    def before(self) -> str:
        """The words of the text before the value that compare or point."""
        return self.bound.before if self.form in (Form.VALUE, Form.POINTS) else ""

    @property
    def unit(self) -> Unit:
        """The kind of its value."""
        return self.bound.quantity.unit
