"""The audit of documents: every requirement above that is in force, and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plangen.audit.cases import NOTHING, NOTHING_YET, Case, case_of, is_pending
from plangen.audit.circumstances import Circumstances
from plangen.audit.demands import Demand
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.audit.prepared import Preparation, Prepared
from plangen.audit.uppers import Upper, UpperSet, UpperSets
from plangen.audit.waiving import check_waivers, waived, waiver_findings
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.indicators import Indicator
from plangen.model.levels import Level
from plangen.model.populations import Populations
from plangen.model.verdicts import Audit, Coverage, Promise, Row, Verdict

LEVELS: dict[Level, Message] = {
    "national": Message("国家"),
    "province": Message("省级"),
    "city": Message("市级"),
    "district": Message("区县级"),
    "street": Message("乡镇、街道级"),
}
OWN, NO_DATE = "own-target", "no-date"


@dataclass(frozen=True, slots=True)
class _Local:
    """The document that is audited: its promises, and what is recorded of its place."""

    paper: Paper
    promised: Prepared[Promise]
    circumstances: Circumstances


class Auditor:
    """Audits documents one after the other; what they share is made ready once.

    The verdicts are a function of the papers, the dictionary and the day: nothing asks the clock.
    Raises InvalidError where the dictionary's populations are parts of themselves.
    """

    def __init__(self, hierarchy: Hierarchy, indicators: Mapping[str, Indicator]) -> None:
        self._papers, self._indicators = hierarchy.papers, indicators
        self._populations = Populations.of(indicators.values())
        self._preparation = Preparation(indicators, self._populations)
        self._uppers = UpperSets(hierarchy, self._preparation)

    def audit(
        self, paper: Paper, as_of: date | None = None, against: tuple[str, ...] = ()
    ) -> Audit:
        """The audit of one document against what binds it on a day (by default its own date).

        ``against`` names the documents to compare with instead of those that are in force.
        Raises InputError where no verdict can be given, see ``UpperSets.above``.
        """
        day = as_of or self._day(paper)
        above = self._uppers.above(paper, day, against)
        check_waivers(paper, self._indicators)
        local = _Local(
            paper,
            self._preparation.prepare(paper, Promise),
            Circumstances(paper.facts.facts, self._populations),
        )
        rows = [row for upper in above.uppers for row in self._rows(local, upper)]
        facts = paper.facts
        return Audit(
            paper.id,
            facts.title,
            facts.place.name if facts.place else "",
            facts.level,
            day,
            tuple(upper.above.id for upper in above.uppers),
            waived(rows, facts.waivers, day),
            tuple(self._findings(local, above, rows, day)),
            _coverage(local, above),
            facts.waivers,
        )

    def _day(self, paper: Paper) -> date:
        """The document's own date, or for one without the first day on which it can have been.

        Raises InputError where nothing tells.
        """
        if paper.facts.date:
            return paper.facts.date
        uppers = (self._papers.get(name) for name in paper.facts.implements)
        days = [paper.facts.starts, *(upper.facts.date for upper in uppers if upper)]
        known = [day for day in days if day]
        if not known:
            message = Message("没有成文日期，不知道按哪一天核对；请写上日期，或用 --as-of 指定")
            raise paper.wrong(("issued",), message)
        return max(known)

    def _rows(self, local: _Local, upper: Upper) -> list[Row]:
        path = (local.paper.id, *upper.above.path)
        newer = upper.newer_than(local.paper)
        promised = local.promised
        targets, firsts, claims = promised.positions, promised.firsts, promised.claims
        rows = []
        for demand in upper.demands:
            positions = targets.get(demand.requirement.indicator, ())
            case = self._case(local, demand, positions)
            verdict, notes, offer = case.verdict, case.notes, case.offer
            if newer is not None and not verdict.passed:
                notes = (*notes, newer)
            row = Row(
                demand.requirement,
                None if offer < 0 else claims[firsts[positions[offer]] + case.step],
                verdict,
                case.reason,
                case.also,
                notes,
                case.left_out,
                None,
                path,
                case.pending,
            )
            rows.append(row)
        return rows

    def _case(self, local: _Local, demand: Demand, positions: tuple[int, ...]) -> Case:
        atoms = demand.atoms
        existing = local.circumstances.existing(atoms) if atoms else atoms
        if demand.conditional or existing is not atoms:
            beside = self._not_applicable(local, demand, bool(positions))
            if beside is not None:
                return beside
        if not positions:
            return NOTHING_YET if is_pending(demand, local.paper.facts.ends) else NOTHING
        if len(positions) > 1 or existing is not atoms:
            offers = [local.promised.offers[position].offer for position in positions]
            return case_of(demand, offers, existing, self._populations)
        shared = local.promised.offers[positions[0]]
        case = shared.cases.get(demand.number)
        if case is None:
            case = case_of(demand, [shared.offer], existing, self._populations)
            shared.cases[demand.number] = case
        return case

    def _not_applicable(self, local: _Local, demand: Demand, promised: bool) -> Case | None:
        """That a requirement does not bind here, or that nobody knows; None where it does."""
        if demand.levels and local.paper.facts.level not in demand.levels:
            levels = _listed([LEVELS[level] for level in demand.levels])
            return Case(Verdict.NOT_APPLICABLE, Message("这项要求只约束{levels}", levels=levels))
        applies = local.circumstances.absent(demand.atoms)
        if applies is None and demand.indicator.applies_if:
            applies = local.circumstances.applies(demand.indicator.applies_if)
        if applies is None or applies.why is None:
            return None
        if applies.answer is False:
            return Case(Verdict.NOT_APPLICABLE, applies.why)
        return None if promised else Case(Verdict.UNKNOWN, applies.why)

    def _findings(
        self, local: _Local, above: UpperSet, rows: list[Row], day: date
    ) -> Iterator[Finding]:
        paper = local.paper
        yield from above.findings(paper)
        if paper.facts.date is None:
            message = Message("没有成文日期，按{day}的要求核对", day=day)
            yield Finding(NO_DATE, Severity.INFO, message, paper.place(()))
        for indicator, positions in local.promised.positions.items():
            for position in () if indicator in above.asked else positions:
                promise = local.promised.claim(position, 0)
                message = Message("“{name}”没有上级要求，是自定目标", name=promise.name)
                place = paper.place(("targets", position))
                yield Finding(OWN, Severity.INFO, message, place, promise.clause)
        yield from waiver_findings(paper, rows, day)


def _coverage(local: _Local, above: UpperSet) -> tuple[Coverage, ...]:
    asked = above.asked
    return tuple(
        [Coverage(promise, asked.get(promise.indicator, ())) for promise in local.promised.claims]
    )


def _listed(words: list[Message]) -> Message:
    listed = words[0]
    for word in words[1:]:
        listed = Message("{first}、{second}", first=listed, second=word)
    return listed
