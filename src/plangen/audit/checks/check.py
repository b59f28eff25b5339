"""What every cross-check is: a code, a weight, a clause, a rule, and examples that are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plangen.audit.checks.subject import Subject
from plangen.errors import Message, Place
from plangen.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Example:
    """A small document, as people write one: data, organs and other documents in YAML, text in XML.

    Of the data, ``kind``, ``level`` and ``title`` may be left out. ``others`` are documents by id.
    ``says`` is what the check finds in it, sentence for sentence.
    """

    data: str = ""
    organs: str = ""
    others: str = ""
    text: str = ""
    composed: bool = True
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One cross-check.

    ``title`` and ``manual`` are its page of the manual in plain words, paragraphs with an empty
    line between; ``severity`` is the weight of its findings where the rule does not give one
    another.
    """

    code: str
    severity: Severity
    title: Message
    clause: str
    manual: Message
    run: Callable[[Subject], Iterator[Finding]]
    passes: Example
    fails: tuple[Example, ...]

    def finding(
        self, message: Message, place: Place, severity: Severity | None = None, clause: str = ""
    ) -> Finding:
        """A finding of this check."""
        return Finding(self.code, severity or self.severity, message, place, clause or self.clause)
