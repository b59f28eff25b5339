"""Audits as JSON; keys and their order are a promise to other programs.

An audit is one object: ``document``, ``as_of``, ``against`` (ids), ``rows``, ``findings`` and
``summary`` (rows by verdict). A row has ``indicator``, ``required`` and ``promised`` (null for
none), ``verdict``, ``reason`` and ``waiver`` (null for none). Values stand as documents write them
(80%以上), days as ISO text. ``by`` of a requirement is the end of its document's period where it
names no date; ``by`` of a promise without a date is null. What is still to be decided is ``待定``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plangen.errors import Message
from plangen.findings import Finding
from plangen.model.rollups import RollUp, Tally
from plangen.model.verdicts import Audit, Claim, Promise, Requirement, Row
from plangen.model.waivers import Waiver
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided
from plangen.quantity.writing import write_bound

Translate = Callable[[str], str]


def audit_json(audit: Audit, translate: Translate = str) -> dict[str, Any]:
    """One audit; reasons and findings pass through ``translate``, a gettext function."""
    return {
        "document": audit.document,
        "as_of": audit.as_of.isoformat(),
        "against": list(audit.against),
        "rows": [row_json(row, translate) for row in audit.rows],
        "findings": [_finding(finding, translate) for finding in audit.findings],
        "summary": {verdict.value: count for verdict, count in audit.summary.items()},
    }


def row_json(row: Row, translate: Translate = str) -> dict[str, Any]:
    """One row; its notes follow the reason."""
    return {
        "indicator": row.requirement.indicator,
        "required": _required(row.requirement),
        "promised": _promised(row.promise) if row.promise else None,
        "verdict": row.verdict.value,
        "reason": reason(row).translated(translate),
        "waiver": _waiver(row.waiver) if row.waiver else None,
    }


def reason(row: Row) -> Message:
    """The reason of a row and its notes in one sentence."""
    said = row.reason
    for note in row.notes:
        said = Message("{first}；{second}", first=said, second=note)
    return said


def _required(required: Requirement) -> dict[str, Any]:
    return {
        "document": required.document,
        "clause": required.clause,
        "value": _value(required),
        "by": _day(required),
    }


def _promised(promise: Promise) -> dict[str, Any]:
    return {
        "clause": promise.clause,
        "value": _value(promise),
        "by": _day(promise) if promise.stated else None,
        "quote": promise.quote,
    }


def _value(claim: Claim) -> str:
    return str(claim.bound) if isinstance(claim.bound, Undecided) else write_bound(claim.bound)


def _day(claim: Claim) -> str | None:
    if isinstance(claim.by, Deadline):
        return claim.by.last_day.isoformat()
    return str(claim.by) if claim.by else None


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "reason": waiver.reason,
        "approver": waiver.approver,
        "first": waiver.first.isoformat(),
        "last": waiver.last.isoformat(),
    }


def _finding(finding: Finding, translate: Translate) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message.translated(translate),
        "where": finding.place.message().translated(translate),
    }


def rollup_json(rollup: RollUp) -> dict[str, Any]:
    """A roll-up: ``total``, ``levels``, ``places``, ``indicators`` and ``documents``.

    Each has ``documents`` (how many), ``verdicts`` (rows by verdict) and ``waived``.
    """
    return {
        "total": _tally(rollup.total),
        "levels": _tallies(rollup.levels),
        "places": _tallies(rollup.places),
        "indicators": _tallies(rollup.indicators),
        "documents": {entry.document: _tally(entry.tally) for entry in rollup.documents},
    }


def _tallies(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    return {key: _tally(tally) for key, tally in tallies.items()}


def _tally(tally: Tally) -> dict[str, Any]:
    verdicts = {verdict.value: count for verdict, count in tally.verdicts.items()}
    return {"documents": tally.documents, "verdicts": verdicts, "waived": tally.waived}
