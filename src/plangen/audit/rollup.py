"""Counts the audits of many documents together, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plangen.findings import Severity
from plangen.model.rollups import DocumentTally, RollUp, Tally
from plangen.model.verdicts import Audit, Row, Verdict


class _Count:
    """A tally that is still growing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.verdicts: Counter[Verdict] = Counter()
        self.waived = 0
        self.documents = 0

    def add(self, tally: Tally) -> None:
        """Add what was counted of another document."""
        self.verdicts.update(tally.verdicts)
        self.waived += tally.waived
        self.documents += tally.documents

    def tally(self) -> Tally:
        """What was counted."""
        counts = {verdict: self.verdicts[verdict] for verdict in Verdict if self.verdicts[verdict]}
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
        for count in (total, levels.under(audit.level, audit.level), places.under(place, place)):
            count.add(own)
        _take(indicators, audit.rows)
        documents.append(
            DocumentTally(audit.document, audit.title, own, audit.fails(fail_on), audit.findings)
        )
    return RollUp(
        total.tally(),
        levels.tallies(),
        places.tallies(),
        indicators.tallies(),
        tuple(documents),
    )


def _take(indicators: _Counts, rows: Iterable[Row]) -> None:
    """Count the rows of one document by their indicators."""
    seen = set()
    for row in rows:
        required = row.requirement
        count = indicators.under(required.indicator, required.name)
        count.verdicts[row.verdict] += 1
        seen.add(required.indicator)
        if row.waiver is not None and not row.verdict.passed:
            count.waived += 1
    for indicator in seen:
        indicators[indicator].documents += 1
