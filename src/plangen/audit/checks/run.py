"""Goes through all cross-checks of a document."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check
from plangen.audit.checks.registry import CHECKS
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity

MOST_OF_A_KIND = 8  # findings of one check that are told one by one


def cross_check(subject: Subject) -> tuple[Finding, ...]:
    """Everything in a document that does not fit together, check by check in a fixed order.

    A check that finds the same again and again is folded: its last finding says how many more.
    """
    return tuple(found for check in CHECKS for found in _folded(check, subject))


def _folded(check: Check, subject: Subject) -> Iterator[Finding]:
    found = list(dict.fromkeys(check.run(subject)))
    if len(found) <= MOST_OF_A_KIND:
        yield from found
        return
    yield from found[: MOST_OF_A_KIND - 1]
    rest = found[MOST_OF_A_KIND - 1 :]
    heaviest = max((finding.severity for finding in rest), key=tuple(Severity).index)
    message = Message("同类问题还有 {count} 处，这是其中第一处", count=len(rest))
    yield check.finding(message, rest[0].place, heaviest)
