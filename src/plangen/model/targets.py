"""Targets (目标): step functions of exact values over time, each resting on a clause."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from plangen.errors import InvalidError
from plangen.model.fact import Fact, Identifier, Line, Name, OpenBy, OpenValue, refusal
from plangen.model.levels import Level
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import UNDECIDED, Undecided
from plangen.quantity.values import Quantity

Modality = Literal["应当", "力争", "鼓励"]


class Bounded(Fact):
    """A value with its comparator: exactly one of the three is given."""

    at_least: OpenValue | None = Field(None, description="不低于此值（含）；还没有定的写“待定”")
    at_most: OpenValue | None = Field(None, description="不高于此值（含）；还没有定的写“待定”")
    equals: OpenValue | None = Field(None, description="恰为此值；还没有定的写“待定”")
    by: OpenBy | None = Field(None, description="最后期限（含当日）")

    @property
    def bound(self) -> Bound:
        """The value with its comparator.

        Raises LookupError where the value is undecided, and for a target in points.
        """
        for comparator, quantity in self._given().items():
            if quantity is not UNDECIDED:
                return Bound(comparator, quantity)
        raise LookupError("a target that is undecided, or in points, has no bound of its own")

    @property
    def undecided(self) -> bool:
        """Whether the value is still to be decided."""
        return UNDECIDED in self._given().values()

    @property
    def deadline(self) -> Deadline | None:
        """The last day with its wording; None where there is none or it is undecided."""
        return None if self.by is UNDECIDED else self.by

    def _check_value(self) -> None:
        """Exactly one value, and one that its comparator fits."""
        if len(self._given()) != 1:
            raise refusal(InvalidError("at_least、at_most、equals 应当恰好写一个"))
        try:
            _ = None if self.undecided else self.bound
        except InvalidError as invalid:
            raise refusal(invalid) from None

    def _given(self) -> dict[Comparator, Quantity | Undecided]:
        pairs = (
            (Comparator.AT_LEAST, self.at_least),
            (Comparator.AT_MOST, self.at_most),
            (Comparator.EQUAL, self.equals),
        )
        return {comparator: value for comparator, value in pairs if value is not None}


class Point(Bounded):
    """One step of a target: from ``by`` on, the value holds."""

    by: OpenBy = Field(description="最后期限（含当日）")

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        self._check_value()
        return self


class Target(Bounded):
    """A target: an indicator, its value and date, or several steps in ``points``."""

    indicator: Identifier = Field(description="指标，indicators.yaml 里的键")
    points: tuple[Point, ...] = Field((), description="分年度的目标，按时间先后")
    clause: Name | None = Field(None, description="所在条款，如：二（1）")
    modality: Modality = Field("应当", description="要求的强度")
    scope: Name | None = Field(None, description="适用的对象，如：小学")
    levels: tuple[Level, ...] = Field(
        (), description="作为要求只约束这些层级的下级；不写则照指标的 levels"
    )
    quote: Line | None = Field(None, description="原文")
    note: Line | None = Field(None, description="说明")

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if self.points:
            if self._given() or self.by:
                raise refusal(InvalidError("写了 points，就不能再写单独的值和期限"))
            days = [point.deadline.last_day for point in self.points if point.deadline]
            if days != sorted(set(days)):
                raise refusal(InvalidError("points 应按期限先后排列，不能重复"))
        else:
            self._check_value()
        return self

    @property
    def steps(self) -> tuple[Bounded, ...]:
        """The steps in order of time; a target without points is one step."""
        return self.points or (self,)

    def step(self, by: date | None = None) -> Bounded:
        """The step due at ``by``; the last one where no date is asked for.

        Raises LookupError where no step falls on that day.
        """
        if by is None:
            return self.steps[-1]
        for step in self.steps:
            if step.deadline and step.deadline.last_day == by:
                return step
        raise LookupError(by)
