"""The documents above that bind on a day, with their requirements ready for every plan below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plangen.audit.demands import Demand, demands_of
from plangen.audit.hierarchy import Above, Hierarchy
from plangen.audit.papers import Paper
from plangen.audit.prepared import Preparation
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.verdicts import Requirement

NOT_IN_FORCE, NOTHING_ABOVE, NEWER = "not-in-force", "nothing-above", "requirement-newer"


@dataclass(frozen=True, slots=True)
class Upper:
    """A document above: how it is reached, its title and date, and what it demands."""

    above: Above
    title: str
    issued: date | None
    demands: tuple[Demand, ...]

    def newer_than(self, paper: Paper) -> Message | None:
        """That a local document is older than this one, so that it cannot have known it."""
        own = paper.facts.date
        if own is None or self.issued is None or own >= self.issued:
            return None
        return Message(
            "本地文件成文于{own}，早于{issued}印发的《{title}》",
            own=own,
            issued=self.issued,
            title=self.title,
        )


@dataclass(frozen=True, slots=True)
class UpperSet:
    """All documents above that count, remarks about them, and who asks for an indicator.

    ``asked`` holds (document, clause) of the requirements by indicator.
    """

    uppers: tuple[Upper, ...]
    remarks: tuple[tuple[str, Severity, Message], ...]
    asked: dict[str, tuple[tuple[str, str], ...]]

    def findings(self, paper: Paper) -> Iterator[Finding]:
        """Documents that do not count and why, and those that are newer than the local one."""
        place = paper.place(("implements",) if paper.facts.implements else ())
        for code, severity, message in self.remarks:
            yield Finding(code, severity, message, place)
        for upper in self.uppers:
            newer = upper.newer_than(paper)
            if newer:
                yield Finding(NEWER, Severity.INFO, newer, place)


class UpperSets:
    """The sets of documents above, each put together once. Demands are numbered throughout."""

    def __init__(self, hierarchy: Hierarchy, preparation: Preparation) -> None:
        self._hierarchy, self._preparation = hierarchy, preparation
        self._sets: dict[tuple[tuple[str, ...], tuple[str, ...], date], UpperSet] = {}
        self._demands: dict[str, tuple[Demand, ...]] = {}
        self._count = 0

    def above(self, paper: Paper, day: date, against: tuple[str, ...]) -> UpperSet:
        """What stands above a document on a day; only ``against``, where that is given.

        Raises InputError for circles and for requirements that cannot be understood.
        """
        self._hierarchy.check(paper)
        key = (paper.facts.implements, against, day)
        if key not in self._sets:
            self._sets[key] = self._find(*key)
        return self._sets[key]

    def _find(self, implements: tuple[str, ...], against: tuple[str, ...], day: date) -> UpperSet:
        standing = self._hierarchy.standing(implements, day)
        above = standing.above
        reasons = [(Severity.INFO, why) for _, why in standing.passed_over]
        if against:
            known = {found.id: found for found in above}
            above = tuple(known.get(name, Above(name, (name,))) for name in against)
            whys = (self._hierarchy.why_not(name, day) for name in against)
            reasons = [(Severity.WARN, why) for why in whys if why]
        remarks = [(NOT_IN_FORCE, *reason) for reason in reasons]
        if not above:
            remarks.append((NOTHING_ABOVE, Severity.WARN, _nothing(implements, day)))
        uppers = tuple(map(self._upper, above))
        return UpperSet(uppers, tuple(remarks), _asked(uppers))

    def _upper(self, above: Above) -> Upper:
        paper = self._hierarchy.papers[above.id]
        if above.id not in self._demands:
            prepared = self._preparation.prepare(paper, Requirement)
            self._demands[above.id] = demands = tuple(demands_of(prepared, self._count))
            self._count += len(demands)
        return Upper(above, paper.facts.title, paper.day, self._demands[above.id])


def _nothing(implements: tuple[str, ...], day: date) -> Message:
    if implements:
        return Message("{day}没有现行有效的上级文件", day=day)
    return Message("没有写明落实哪些上级文件（implements），没有要求可以核对")


def _asked(uppers: tuple[Upper, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    asked: dict[str, tuple[tuple[str, str], ...]] = {}
    for upper in uppers:
        for demand in upper.demands:
            required = demand.requirement
            named = (required.document, required.clause)
            if named not in asked.get(required.indicator, ()):
                asked[required.indicator] = (*asked.get(required.indicator, ()), named)
    return asked
