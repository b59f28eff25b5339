"""Counts the audits of many documents together, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.findings import Severity
from plangen.model.rollups import DocumentTally, RollUp, Tally
from plangen.model.verdicts import Audit, Row, Verdict


class _Count:
    """A tally that is still growing."""

    __slots__ = ("documents", "name", "verdicts", "waived")

    def __init__(self, name: str) -> None:
        self.name = name
        self.verdicts: dict[Verdict, int] = {}
        self.waived = 0
        self.documents = 0

    def add(self, tally: Tally) -> None:
        """Add what was counted of another document, or of several."""
        counts = self.verdicts
        for verdict, count in tally.verdicts.items():
            counts[verdict] = counts.get(verdict, 0) + count
        self.waived += tally.waived
        self.documents += tally.documents

    def tally(self) -> Tally:
        """What was counted."""
        counts = {
            verdict: self.verdicts[verdict] for verdict in Verdict if verdict in self.verdicts
        }
        return Tally(self.name, self.documents, counts, self.waived)


class _Counts(dict[str, _Count]):
    def under(self, key: str, name: str) -> _Count:
        """The count of a key, begun where there is none."""
        found = self.get(key)
        if found is None:
            found = self[key] = _Count(name)
        return found

    def tallies(self) -> dict[str, Tally]:
        """What was counted under each key."""
        return {key: count.tally() for key, count in self.items()}


def roll_up(audits: Iterable[Audit], fail_on: Severity = Severity.ERROR) -> RollUp:
    """The audits counted together; each is let go when it has been counted."""
    total, levels, places, indicators = _Count(""), _Counts(), _Counts(), _Counts()
    documents = []
    for audit in audits:
        place = audit.place or audit.document
        own = Tally(audit.title, 1, audit.summary, audit.waived)
        levels.under(audit.level, audit.level).add(own)
        places.under(place, place).add(own)
        _take(indicators, audit.rows)
        documents.append(
            DocumentTally(audit.document, audit.title, own, audit.fails(fail_on), audit.findings)
        )
    by_level = levels.tallies()
    for tally in by_level.values():
        total.add(tally)
    return RollUp(total.tally(), by_level, places.tallies(), indicators.tallies(), tuple(documents))


def _take(indicators: _Counts, rows: Iterable[Row]) -> None:
    """Count the rows of one document by their indicators."""
    seen = set()
    for row in rows:
        required, verdict = row.requirement, row.verdict
        indicator = required.indicator
        count = indicators.get(indicator) or indicators.under(indicator, required.name)
        count.verdicts[verdict] = count.verdicts.get(verdict, 0) + 1
        seen.add(indicator)
        if row.waiver is not None and not verdict.passed:
            count.waived += 1
    for indicator in seen:
        indicators[indicator].documents += 1
