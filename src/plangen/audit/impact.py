"""What a new upper document does to the plans below: their verdicts before and after it.

Before, the document is held back and what it supersedes is in force, even where its period has
ended; after, it is in force and what it supersedes is not. Only the requirements of these are
compared: those of all other documents stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from plangen.audit.auditor import Auditor
from plangen.audit.cases import HEAVIEST
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.model.impacts import Effect, Impact, ImpactKind
from plangen.model.indicators import Indicator
from plangen.model.verdicts import Audit, Row, Verdict

_ORDER = (*HEAVIEST, Verdict.NOT_APPLICABLE)
Key = tuple[str, str]


class ImpactStudy:
    """Compares plans before and after one new document."""

    def __init__(
        self, papers: Mapping[str, Paper], indicators: Mapping[str, Indicator], new: str
    ) -> None:
        self._new = papers[new]
        older = frozenset(self._new.facts.supersedes) & papers.keys()
        self._replaced = older
        self._before = Auditor(Hierarchy(papers, frozenset({new}), older), indicators)
        self._after = Auditor(Hierarchy(papers, forced=frozenset({new})), indicators)

    def day(self) -> date | None:
        """The day from which the new document binds."""
        return self._new.day

    def impact(self, plan: Paper, as_of: date | None = None) -> Impact:
        """What the new document does to a plan, on its own day where none is given.

        A plan that the new document does not stand above by its line is compared with it all the
        same, as one that it will bind. Raises InputError, see ``Auditor.audit``.
        """
        day = as_of or self.day()
        before = self._before.audit(plan, day)
        after = self._after.audit(plan, day)
        if self._new.id not in after.against:
            after = self._after.audit(plan, after.as_of, (*after.against, self._new.id))
        return Impact(
            plan.id,
            plan.facts.title,
            self._new.id,
            after.as_of,
            tuple(sorted(self._replaced & set(before.against))),
            tuple(self._effects(before, after)),
        )

    def _effects(self, before: Audit, after: Audit) -> Iterator[Effect]:
        old = _worst(row for row in before.rows if row.requirement.document in self._replaced)
        new = _worst(row for row in after.rows if row.requirement.document == self._new.id)
        for key, row in new.items():
            before_it = old.pop(key, None) or _only(old, new, key[0])
            yield Effect(_kind(before_it, row), before_it, row)
        for row in old.values():
            yield Effect(ImpactKind.DROPPED, row, None)


def _worst(rows: Iterator[Row]) -> dict[Key, Row]:
    """The heaviest row of every indicator and population."""
    worst: dict[Key, Row] = {}
    for row in rows:
        key = (row.requirement.indicator, row.requirement.scope)
        if key not in worst or _weight(row) < _weight(worst[key]):
            worst[key] = row
    return worst


def _only(old: dict[Key, Row], new: dict[Key, Row], indicator: str) -> Row | None:
    """The one row of an indicator before, whose population was called otherwise."""
    keys = [key for key in old if key[0] == indicator]
    if len(keys) != 1 or sum(key[0] == indicator for key in new) != 1:
        return None
    return old.pop(keys[0])


def _weight(row: Row) -> int:
    return _ORDER.index(row.verdict)


def _kind(old: Row | None, new: Row) -> ImpactKind:
    if old is None:
        return ImpactKind.ADDED
    if old.verdict is new.verdict:
        return ImpactKind.SAME
    return ImpactKind.WORSE if _weight(new) < _weight(old) else ImpactKind.BETTER
