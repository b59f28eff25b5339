"""Waivers (豁免) beside the rows that they are for, and what is wrong with waivers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from plangen.audit.papers import Paper
from plangen.errors import Message, wording
from plangen.findings import Finding, Severity
from plangen.model.disagreement import unknown
from plangen.model.indicators import Indicator
from plangen.model.verdicts import Row
from plangen.model.waivers import Waiver

EXPIRED, TO_COME = "waiver-expired", "waiver-to-come"
UNMATCHED, STALE = "waiver-unmatched", "waiver-stale"


def waived(rows: Sequence[Row], waivers: Sequence[Waiver], day: date) -> tuple[Row, ...]:
    """The rows with the waivers that are in force; the first recorded where there are several."""
    if not waivers:
        return tuple(rows)
    in_force = [waiver for waiver in waivers if waiver.in_force(day)]
    return tuple(
        replace(row, waiver=next((waiver for waiver in in_force if covers(waiver, row)), None))
        for row in rows
    )


def covers(waiver: Waiver, row: Row) -> bool:
    """Whether a waiver is for the requirement of a row, be it in force or not."""
    required = row.requirement
    return (
        (waiver.indicator, waiver.document) == (required.indicator, required.document)
        and waiver.clause in (None, required.clause)
        and waiver.scope in (None, required.scope)
    )


def waiver_findings(paper: Paper, rows: Sequence[Row], day: date) -> Iterator[Finding]:
    """Waivers that are over, not yet in force, for nothing that is required, or not needed."""
    for position, waiver in enumerate(paper.facts.waivers):
        found = _fault(waiver, [row for row in rows if covers(waiver, row)], day)
        if found:
            code, severity, message = found
            yield Finding(code, severity, message, paper.place(("waivers", position)))


def _fault(waiver: Waiver, rows: Sequence[Row], day: date) -> tuple[str, Severity, Message] | None:
    what = Message(
        "{document} 的 {indicator}", document=waiver.document, indicator=waiver.indicator
    )
    if not rows:
        text = Message("豁免没有对应的要求：{what} 不在现行的上级要求里", what=what)
        return UNMATCHED, Severity.WARN, text
    if waiver.last < day:
        text = Message("豁免已于{last}到期：{what}", last=waiver.last, what=what)
        return EXPIRED, Severity.WARN, text
    if day < waiver.first:
        text = Message("豁免从{first}才开始：{what}", first=waiver.first, what=what)
        return TO_COME, Severity.INFO, text
    if all(row.verdict.passed for row in rows):
        text = Message("豁免已不需要：{what} 已经达到或不适用", what=what)
        return STALE, Severity.WARN, text
    return None


def check_waivers(paper: Paper, indicators: Mapping[str, Indicator]) -> None:
    """Raise InputError for a waiver of an indicator that no dictionary has."""
    for position, waiver in enumerate(paper.facts.waivers):
        if waiver.indicator not in indicators:
            raise paper.wrong(
                ("waivers", position, "indicator"),
                unknown(wording("指标"), waiver.indicator, indicators),
            )
