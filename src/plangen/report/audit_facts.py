"""Rows of an audit as templates ask for them: texts in one line, dates, codes; no prose."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plangen.model.verdicts import Claim, Row
from plangen.model.waivers import Waiver
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided
from plangen.quantity.writing import write_quantity
from plangen.report.audit_advice import advice
from plangen.report.audit_words import (
    by_document,
    line,
    named_day,
    reaching,
    value_words,
    verdict_words,
)


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """One side of a row: what the document above requires, or what the local one promises.

    - ``value``: 80%以上; ``bare`` without its comparator: 80%; ``reached`` with the verb that
      custom puts before it: 达到80%以上, 控制在5%以下, 每年至少2次.
    - ``by``: the last day, or 待定; None where it is not known. ``stated`` says whether the claim
      itself names it; otherwise it is the end of the document's period.
    - ``named_day``: the last day, where the claim itself names one.
    - ``modality``: 应当, 力争 or 鼓励; ``scope``, ``clause`` and ``quote`` may be empty.
    """

    value: str
    bare: str
    reached: str
    by: datetime.date | Undecided | None
    stated: bool
    named_day: datetime.date | None
    modality: str
    scope: str
    clause: str
    quote: str

    @property
    def day(self) -> datetime.date | None:
        """The last day, where it is known and decided."""
        return None if isinstance(self.by, Undecided) else self.by


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A requirement, what the local document makes of it, and what is to be changed.

    - ``number``: its place in the table of all rows.
    - ``verdict``: code of the verdict (late); ``conclusion``: all shortfalls in words.
    - ``reason`` and ``notes``: sentences without their full stops; the reason may be empty.
    - ``left_out``: parts of the population that are not covered, which the reason names.
    - ``advice``: codes of what to do, see :class:`plangen.report.audit_advice.Step`.
    """

    number: int
    name: str
    verdict: str
    conclusion: str
    passed: bool
    required: ClaimFacts
    promised: ClaimFacts | None
    reason: str
    notes: tuple[str, ...]
    left_out: tuple[str, ...]
    waiver: Waiver | None
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UpperRows:
    """The rows that one document above requires, and its title."""

    title: str
    rows: tuple[RowFacts, ...]


def claim_facts(claim: Claim) -> ClaimFacts:
    """One side of a row."""
    bound, by = claim.bound, claim.by
    value = value_words(claim)
    return ClaimFacts(
        value,
        value if isinstance(bound, Undecided) else write_quantity(bound.quantity),
        reaching(claim),
        by.last_day if isinstance(by, Deadline) else by,
        claim.stated,
        named_day(claim),
        claim.modality,
        line(claim.scope),
        line(claim.clause),
        line(claim.quote),
    )


def row_facts(row: Row, number: int = 0) -> RowFacts:
    """A row with its place in the table."""
    reason, *notes = map(sentence, (str(row.reason), *map(str, row.notes)))
    return RowFacts(
        number,
        line(row.requirement.name),
        row.verdict.value,
        verdict_words(row),
        row.verdict.passed,
        claim_facts(row.requirement),
        claim_facts(row.promise) if row.promise else None,
        reason,
        tuple(filter(None, notes)),
        row.left_out,
        row.waiver,
        tuple(step.value for step in advice(row)),
    )


def uppers(rows: Iterable[Row]) -> tuple[UpperRows, ...]:
    """All rows under the documents that require them, numbered through."""
    groups = by_document(rows)
    firsts = _firsts(groups)
    return tuple(
        UpperRows(
            line(group[0].requirement.title),
            tuple(row_facts(row, number) for number, row in enumerate(group, first)),
        )
        for first, group in zip(firsts, groups, strict=True)
    )


def _firsts(groups: Sequence[Sequence[Row]]) -> list[int]:
    """The number of each group's first row."""
    firsts = [1]
    for group in groups:
        firsts.append(firsts[-1] + len(group))
    return firsts[:-1]


def sentence(text: str) -> str:
    """A text in one line without its full stop."""
    return line(text).rstrip("。")
