"""What an audit says (核对结果): every requirement from above beside the local target."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, fields
from enum import StrEnum

from plangen.errors import NOWHERE, Message, Place
from plangen.findings import Finding, Severity
from plangen.model.levels import Level
from plangen.model.targets import Modality
from plangen.model.waivers import Waiver
from plangen.quantity.bounds import Bound
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided


class Verdict(StrEnum):
    """How a local target stands to a requirement; the order is that in which reports list them."""

    EXCEEDS = "exceeds"
    MEETS = "meets"
    LATE = "late"
    BELOW = "below"
    NARROWER = "narrower"
    WEAKER = "weaker"
    MISSING = "missing"
    INCOMPARABLE = "incomparable"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"

    @property
    def passed(self) -> bool:
        """Whether nothing is left to be done: met, or recorded as not applicable."""
        return self in (Verdict.EXCEEDS, Verdict.MEETS, Verdict.NOT_APPLICABLE)

    @property
    def severity(self) -> Severity:
        """The weight of a row: not met is an error, what cannot be told a warning."""
        if self.passed:
            return Severity.INFO
        return Severity.WARN if self is Verdict.UNKNOWN else Severity.ERROR


_VERDICTS = tuple(Verdict)


@dataclass(frozen=True, slots=True, init=False)
class Claim:
    """One step of a target: what a document says of one indicator by one date.

    - ``document``, ``title``, ``level``: the document that says it.
    - ``clause``: where; "" where the data do not say.
    - ``indicator`` and its ``name`` in the dictionary.
    - ``bound``: the value with its comparator, or 待定.
    - ``by``: the last day; ``stated`` is False where the target names none and the end of the
      document's period stands for it; None where that is not known either.
    - ``scope``: the population as the document names it; "" for the indicator's own (``of``).
    - ``modality``: 应当, 力争 or 鼓励.  ``quote``: the words of the original; may be "".
    - ``place``: file, line and key of the target in the data, where it is known.
    """

    document: str
    title: str
    level: Level
    clause: str
    indicator: str
    name: str
    bound: Bound | Undecided
    by: Deadline | Undecided | None
    stated: bool
    scope: str
    modality: Modality
    quote: str
    place: Place = NOWHERE

    def __init__(  # noqa: PLR0913  # one argument a field, as the dataclass would have it
        self,
        document: str,
        title: str,
        level: Level,
        clause: str,
        indicator: str,
        name: str,
        bound: Bound | Undecided,
        by: Deadline | Undecided | None,
        stated: bool,
        scope: str,
        modality: Modality,
        quote: str,
        place: Place = NOWHERE,
    ) -> None:
        # Setting the slots halves the time of a frozen dataclass's own constructor, and an audit
        # of many plans spends most of its time in constructors.
        _document(self, document)
        _title(self, title)
        _level(self, level)
        _clause(self, clause)
        _indicator(self, indicator)
        _name(self, name)
        _bound(self, bound)
        _by(self, by)
        _stated(self, stated)
        _scope(self, scope)
        _modality(self, modality)
        _quote(self, quote)
        _place(self, place)


(
    _document,
    _title,
    _level,
    _clause,
    _indicator,
    _name,
    _bound,
    _by,
    _stated,
    _scope,
    _modality,
    _quote,
    _place,
) = (vars(Claim)[slot.name].__set__ for slot in fields(Claim))


class Requirement(Claim):
    """A step of a target of a document above: what is required (要求)."""

    __slots__ = ()


class Promise(Claim):
    """A step of a target of the local document: what is promised (承诺)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, init=False)
class Row:
    """A requirement and what the local document makes of it.

    - ``promise``: the local target that decides; None where there is none.
    - ``verdict``: the heaviest shortfall, or how the requirement is passed.
    - ``also``: further shortfalls of the same promise (narrower beside late), heaviest first.
    - ``reason``: one sentence for a person; ``notes``: what else is to be known.
    - ``left_out``: the parts of the required population that no target covers (narrower); the
      reason names them.
    - ``waiver``: one in force; it is shown beside the verdict and never changes it.
    - ``path``: ids of documents from the local one up to the requirement's, both included.
    - ``pending``: the local period ends before the requirement is due, so that a shortfall is told
      and not held against the document: a yearly notice need not promise what is due years later.
    """

    requirement: Requirement
    promise: Promise | None
    verdict: Verdict
    reason: Message
    also: tuple[Verdict, ...] = ()
    notes: tuple[Message, ...] = ()
    left_out: tuple[str, ...] = ()
    waiver: Waiver | None = None
    path: tuple[str, ...] = ()
    pending: bool = False

    def __init__(  # noqa: PLR0913  # one argument a field, as the dataclass would have it
        self,
        requirement: Requirement,
        promise: Promise | None,
        verdict: Verdict,
        reason: Message,
        also: tuple[Verdict, ...] = (),
        notes: tuple[Message, ...] = (),
        left_out: tuple[str, ...] = (),
        waiver: Waiver | None = None,
        path: tuple[str, ...] = (),
        pending: bool = False,
    ) -> None:
        _requirement(self, requirement)
        _promise(self, promise)
        _verdict(self, verdict)
        _reason(self, reason)
        _also(self, also)
        _notes(self, notes)
        _left_out(self, left_out)
        _waiver(self, waiver)
        _path(self, path)
        _pending(self, pending)

    @property
    def severity(self) -> Severity:
        """The weight of the row: that of its verdict; waived, 鼓励 and pending ones are told."""
        if self.waiver or self.pending or self.requirement.modality == "鼓励":
            return Severity.INFO
        return self.verdict.severity


(_requirement, _promise, _verdict, _reason, _also, _notes, _left_out, _waiver, _path, _pending) = (
    vars(Row)[slot.name].__set__ for slot in fields(Row)
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A target of the local document and the requirements that it answers.

    ``requirements`` are (document, clause) of those it was compared with; none for an own target
    (自定目标), one that no document above asks for at ``as_of``.
    """

    promise: Promise
    requirements: tuple[tuple[str, str], ...] = ()

    @property
    def own(self) -> bool:
        """Whether no document above asks for it."""
        return not self.requirements


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that an audit of one document found.

    - ``document``: id (or file name); ``title``, ``place`` ("" where unknown) and ``level`` of it.
    - ``as_of``: the day whose requirements count.
    - ``against``: ids of the documents compared with, those in force at ``as_of``.
    - ``rows``: by document above in the order of ``against``, in each in its own order.
    - ``findings``: remarks of the comparison and of the cross-checks.
    - ``coverage``: every step of every local target, in the document's order.
    - ``waivers``: all that the document records, whether they were used or not.
    """

    document: str
    title: str
    place: str
    level: Level
    as_of: datetime.date
    against: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def summary(self) -> dict[Verdict, int]:
        """How many rows have each verdict, in the order of :class:`Verdict`; those that occur."""
        counts = Counter([row.verdict for row in self.rows])
        return {verdict: counts[verdict] for verdict in _VERDICTS if verdict in counts}

    @property
    def waived(self) -> int:
        """How many rows that are not passed have a waiver in force."""
        return sum(1 for row in self.rows if row.waiver and not row.verdict.passed)

    def fails(self, level: Severity) -> bool:
        """Whether a row or a finding weighs as much as ``level`` or more."""
        order = list(Severity)
        least = order.index(level)
        heavy = order[least:]
        return any(row.severity in heavy for row in self.rows) or any(
            finding.severity in heavy for finding in self.findings
        )
