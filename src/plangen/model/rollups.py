"""Audits of many documents counted together (汇总): by level, place and indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plangen.findings import Finding
from plangen.model.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one kind have each verdict; ``waived`` of those that are not passed."""

    name: str
    documents: int
    verdicts: Mapping[Verdict, int]
    waived: int = 0

    @property
    def rows(self) -> int:
        """All rows, those that do not apply included."""
        return sum(self.verdicts.values())

    @property
    def applicable(self) -> int:
        """The rows that apply or may apply."""
        return self.rows - self.verdicts.get(Verdict.NOT_APPLICABLE, 0)

    @property
    def passed(self) -> int:
        """The rows that are met."""
        return sum(self.verdicts.get(verdict, 0) for verdict in (Verdict.EXCEEDS, Verdict.MEETS))


@dataclass(frozen=True, slots=True)
class DocumentTally:
    """One document of a roll-up: its id, title, and counts; ``fails`` where something is unmet."""

    document: str
    title: str
    tally: Tally
    fails: bool
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RollUp:
    """Many audits together. Tallies stand in the order of their names' first appearance.

    ``levels`` are keyed by level, ``places`` by the name of the place (the document's id where it
    names none), ``indicators`` by indicator.
    """

    total: Tally
    levels: Mapping[str, Tally]
    places: Mapping[str, Tally]
    indicators: Mapping[str, Tally]
    documents: tuple[DocumentTally, ...]
