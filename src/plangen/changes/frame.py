"""What dates are compared by: the calendar, or the place in each document's own period.

Two documents of which one begins when the other has ended are of successive periods, as yearly
notices are: a deadline at the end of 2020 in the one and at the end of 2021 in the other is the
same place in its own period, and no delay. Periods that overlap (a plan and its revision, plans
with a common final date) are compared by the calendar.

So is a target that names a date after its document's own period: two yearly notices that both
repeat what is to be reached by the end of 2025 name one day, the second no earlier than the first.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plangen.model.change import Basis
from plangen.model.plans import DocumentFacts
from plangen.quantity.deadlines import Deadline, days_in_month
from plangen.quantity.undecided import Undecided

Place = tuple[int, int]
Dates = Iterable[Deadline | Undecided | None]
NEVER: Place = (10**9, 0)  # no date at all asks less than any date
OPEN: Place = (10**9 - 1, 0)  # a date that is still to be decided
MONTH_END = 31  # the place of a month's last day, whatever its length
ISSUED_AHEAD = timedelta(days=92)  # how long before its year a yearly notice may be issued


@dataclass(frozen=True, slots=True)
class Period:
    """A document's period (实施期), both days included; what is not known is None."""

    starts: date | None
    ends: date | None


def period_of(facts: DocumentFacts) -> Period:
    """The period that a document states, or what its dates come to.

    Without an end it is that of the last target; without a beginning it is the document's date,
    and for a notice of one year the first day of that year.
    """
    days = [
        step.deadline.last_day for target in facts.targets for step in target.steps if step.deadline
    ]
    ends = facts.ends or max(days, default=None)
    return Period(facts.starts or _begins(facts, ends), ends)


def _begins(facts: DocumentFacts, ends: date | None) -> date | None:
    if ends is None or facts.kind != "notice":
        return facts.date
    first = date(ends.year, 1, 1)
    if facts.date is None:
        return first
    return max(facts.date, first) if first - facts.date <= ISSUED_AHEAD else facts.date


@dataclass(frozen=True, slots=True)
class Frame:
    """The periods of two documents, and what their dates are compared by.

    ``by_calendar`` is given for what is compared by the calendar though one period follows the
    other.
    """

    old: Period
    new: Period
    by_calendar: bool = False

    @property
    def later(self) -> Period | None:
        """The period that follows the other, where one does."""
        if _follows(self.old, self.new):
            return self.new
        return self.old if _follows(self.new, self.old) else None

    @property
    def basis(self) -> Basis:
        """Own periods where one follows the other, the calendar otherwise."""
        return Basis.CALENDAR if self.by_calendar or self.later is None else Basis.OWN_PERIOD

    def fit_for(self, old: Dates, new: Dates) -> Frame:
        """The frame for two things with their dates: the calendar where one leaves its period."""
        leaves = _leaves(old, self.old) or _leaves(new, self.new)
        return replace(self, by_calendar=leaves and self.later is not None)

    def place(self, by: Deadline | Undecided | None, period: Period) -> Place:
        """Where a deadline stands, in an order that both documents share."""
        if by is None:
            return NEVER
        if isinstance(by, Undecided):
            return OPEN
        if self.basis is Basis.CALENDAR or period.ends is None:
            return by.last_day.toordinal(), 0
        return _before_end(by.last_day, period.ends)

    def day(self, place: Place, period: Period) -> date | None:
        """The day on which a place falls in a period."""
        if place in (NEVER, OPEN):
            return None
        if self.basis is Basis.CALENDAR or period.ends is None:
            return date.fromordinal(place[0])
        return _day_before_end(place, period.ends)


def _leaves(dates: Dates, period: Period) -> bool:
    """Whether one of the dates comes after a period."""
    days = [by.last_day for by in dates if isinstance(by, Deadline)]
    return bool(period.ends and days and max(days) > period.ends)


def _follows(earlier: Period, later: Period) -> bool:
    return bool(
        earlier.ends and later.ends and later.starts and earlier.ends < later.starts <= later.ends
    )


def _before_end(day: date, ends: date) -> Place:
    """Months from the month of the end, and the day in its month.

    The period's last day stands where the end of its month does, so that periods which end on
    different days of a month agree on their ends.
    """
    months = (day.year - ends.year) * 12 + day.month - ends.month
    if day.day == days_in_month(day.year, day.month) or day == ends:
        return months, MONTH_END
    return months, day.day


def _day_before_end(place: Place, ends: date) -> date:
    months, day = place
    if (months, day) == (0, MONTH_END):
        return ends
    year, month = divmod(ends.year * 12 + ends.month - 1 + months, 12)
    return date(year, month + 1, min(day, calendar.monthrange(year, month + 1)[1]))
