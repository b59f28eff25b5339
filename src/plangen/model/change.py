"""What changed from one document to another (变化): the rows that reports show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from plangen.errors import Message
from plangen.model.targets import Bounded, Target
from plangen.quantity.bounds import Bound
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import UNDECIDED, Undecided

Asked = Bound | Undecided
"""What a document asks for: a value with its comparator, or one that is still to be decided."""


class Kind(StrEnum):
    """How something changed; the order is that of weight, what asks less than before first."""

    LOOSENED = "loosened"
    DROPPED = "dropped"
    LATER = "later"
    WEAKER = "weaker"
    NARROWER = "narrower"
    INCOMPARABLE = "incomparable"
    OTHER_POPULATION = "other_population"
    UNDECIDED = "undecided"
    TIGHTENED = "tightened"
    ADDED = "added"
    EARLIER = "earlier"
    STRONGER = "stronger"
    WIDER = "wider"
    MOVED = "moved"
    RETITLED = "retitled"
    CHANGED = "changed"
    REWORDED = "reworded"
    UNCHANGED = "unchanged"

    @property
    def mirrored(self) -> Kind:
        """The same change seen from the other document: tightened for loosened."""
        return _MIRRORED.get(self, self)

    @property
    def lenient(self) -> bool:
        """Whether less is asked than before: a value, a date, a wording, a population, or all."""
        return self in _LENIENT


_LENIENT = (Kind.LOOSENED, Kind.DROPPED, Kind.LATER, Kind.WEAKER, Kind.NARROWER)
_DEMANDING = (Kind.TIGHTENED, Kind.ADDED, Kind.EARLIER, Kind.STRONGER, Kind.WIDER)
_MIRRORED = dict(zip(_LENIENT + _DEMANDING, _DEMANDING + _LENIENT, strict=True))
WEIGHT = {kind: weight for weight, kind in enumerate(Kind)}
# Under which of its kinds a row stands: what became of the value goes before what became of its
# date, the date before the wording, the wording before the population.
_LEADING = (
    *(Kind.DROPPED, Kind.ADDED, Kind.INCOMPARABLE, Kind.UNDECIDED),
    *(Kind.LOOSENED, Kind.TIGHTENED),
    *(Kind.LATER, Kind.EARLIER, Kind.WEAKER, Kind.STRONGER),
    *(Kind.NARROWER, Kind.WIDER, Kind.OTHER_POPULATION),
    *(Kind.RETITLED, Kind.MOVED, Kind.CHANGED, Kind.REWORDED, Kind.UNCHANGED),
)


def led(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds of a row, the one that it is listed under first."""
    return tuple(sorted(kinds, key=_LEADING.index))


class Basis(StrEnum):
    """What dates are compared by: the calendar, or the place in each document's own period."""

    CALENDAR = "calendar"
    OWN_PERIOD = "own_period"


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two documents: its id, title, number, 成文日期 and period (实施期).

    The period is the stated one, or what the document's dates come to.
    """

    id: str
    title: str
    number: str = ""
    date: datetime.date | None = None
    starts: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A target as one document has it; ``by`` is the deadline of its last step.

    Where the target names none it is the end of the document's period, and ``stated`` is False.
    """

    target: Target
    by: Deadline | Undecided | None
    stated: bool

    @property
    def bound(self) -> Asked:
        """The value of the last step with its comparator."""
        return asked(self.target.steps[-1])


@dataclass(frozen=True, slots=True)
class PointChange:
    """Two step functions at one date, which falls on ``old_day`` and ``new_day``.

    The two days differ where each document is taken by its own period. A value is None where the
    document asks for nothing at that date.
    """

    old_day: datetime.date | None
    new_day: datetime.date | None
    old: Asked | None
    new: Asked | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target in both documents, or in one: every way in which it changed, heaviest first.

    ``points`` are given where either document has several steps.
    """

    indicator: str
    name: str
    kinds: tuple[Kind, ...]
    old: Held | None
    new: Held | None
    points: tuple[PointChange, ...] = ()
    remarks: tuple[Message, ...] = ()


def asked(step: Bounded) -> Asked:
    """What one step of a target asks for."""
    return UNDECIDED if step.undecided else step.bound


class Area(StrEnum):
    """What a change is about, beside targets."""

    DOCUMENT = "document"
    TASK = "task"
    DUTY = "duty"
    ISSUER = "issuer"
    ORGAN = "organ"
    FUNCTION = "function"
    BASIS = "basis"
    GROUP = "group"
    MEMBER = "member"
    FACT = "fact"
    TABLE = "table"
    ROW = "row"


class Field(StrEnum):
    """What of a thing changed."""

    PERIOD = "period"
    TITLE = "title"
    PART = "part"
    ORDER = "order"
    BY = "by"
    LEAD = "lead"
    SUPPORT = "support"
    INDICATORS = "indicators"
    TEXT = "text"
    NUMBER = "number"
    ISSUED = "issued"
    ISSUERS = "issuers"
    ROLE = "role"
    OFFICE = "office"
    ORGAN = "organ"
    SEAT = "seat"
    DIRECTOR = "director"
    DEPUTIES = "deputies"
    COUNT = "count"
    SOURCE = "source"
    COLUMNS = "columns"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Detail:
    """One field before and after; lists have an entry a member, all else at most one."""

    field: Field
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def gone(self) -> tuple[str, ...]:
        """What stands only in the old document."""
        return tuple(entry for entry in self.old if entry not in self.new)

    @property
    def come(self) -> tuple[str, ...]:
        """What stands only in the new document."""
        return tuple(entry for entry in self.new if entry not in self.old)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A task, organ, basis document, group, person, local fact or table that changed.

    ``within`` names what it belongs to (the part of a task, the group of a person, the table of a
    row).
    """

    area: Area
    name: str
    kinds: tuple[Kind, ...]
    within: str = ""
    details: tuple[Detail, ...] = ()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed between two documents, and what their dates were compared by."""

    old: Compared
    new: Compared
    basis: Basis
    targets: tuple[TargetChange, ...]
    items: tuple[ItemChange, ...]

    @property
    def kinds(self) -> frozenset[Kind]:
        """Every kind of change that occurs."""
        kinds = [row.kinds for row in self.targets] + [row.kinds for row in self.items]
        return frozenset(kind for row in kinds for kind in row) - {Kind.UNCHANGED}


def weighed(kinds: set[Kind]) -> tuple[Kind, ...]:
    """Kinds in order of weight; unchanged where there are none."""
    return tuple(sorted(kinds, key=WEIGHT.__getitem__)) or (Kind.UNCHANGED,)
