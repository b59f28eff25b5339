"""The audit of documents: every requirement above that is in force, and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plangen.audit.cases import NOTHING, Case, case_of
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.local import Local, Locals
from plangen.audit.offers import Demand, Indicators, Offer
from plangen.audit.papers import Paper
from plangen.audit.uppers import Upper, UpperSet, UpperSets
from plangen.audit.waiving import waived, waiver_findings
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.levels import Level
from plangen.model.populations import Populations
from plangen.model.verdicts import Audit, Coverage, Row, Verdict

LEVELS: dict[Level, Message] = {
    "national": Message("国家"),
    "province": Message("省级"),
    "city": Message("市级"),
    "district": Message("区县级"),
    "street": Message("乡镇、街道级"),
}
OWN, NO_DATE = "own-target", "no-date"
MOST_CASES = 1_000_000  # kept, so that a long run of plans does not fill the memory


class Auditor:
    """Audits documents one after the other; what they share is made ready once.

    The verdicts are a function of the papers, the dictionary and the day: nothing asks the clock.
    Raises InvalidError where the dictionary's populations are parts of themselves.
    """

    def __init__(self, hierarchy: Hierarchy, indicators: Indicators) -> None:
        self._papers = hierarchy.papers
        self._populations = Populations.of(indicators.values())
        self._uppers = UpperSets(hierarchy, indicators, self._populations)
        self._locals = Locals(indicators, self._populations)
        # Offers are kept with their cases, so that no other can get the number of one.
        self._cases: dict[tuple[int, int, date | None], tuple[Offer, Case]] = {}

    def audit(
        self, paper: Paper, as_of: date | None = None, against: tuple[str, ...] = ()
    ) -> Audit:
        """The audit of one document against what binds it on a day (by default its own date).

        ``against`` names the documents to compare with instead of those that are in force.
        Raises InputError where no verdict can be given, see ``UpperSets.above``.
        """
        day = as_of or self._day(paper)
        above = self._uppers.above(paper, day, against)
        local = self._locals.ready(paper)
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
            tuple(_coverage(local, above)),
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

    def _rows(self, local: Local, upper: Upper) -> Iterator[Row]:
        path = (local.paper.id, *upper.above.path)
        newer = upper.newer_than(local.paper)
        for demand in upper.demands:
            positions = local.positions.get(demand.requirement.indicator, ())
            case = self._case(local, demand, positions)
            promise = None
            if case.offer >= 0:
                promise = local.promises[positions[case.offer]][case.step]
            notes = (*case.notes, newer) if newer and not case.verdict.passed else case.notes
            yield Row(
                demand.requirement,
                promise,
                case.verdict,
                case.reason,
                case.also,
                notes,
                case.left_out,
                None,
                path,
            )

    def _case(self, local: Local, demand: Demand, positions: tuple[int, ...]) -> Case:
        beside = self._not_applicable(local, demand, bool(positions))
        if beside is not None:
            return beside
        if not positions:
            return NOTHING
        existing = local.circumstances.existing(demand.atoms)
        if len(positions) > 1 or existing is not demand.atoms:
            offers = [local.offers[position] for position in positions]
            return case_of(demand, offers, existing, local.ends, self._populations)
        return self._shared_case(local.offers[positions[0]], demand, local.ends)

    def _shared_case(self, offer: Offer, demand: Demand, ends: date | None) -> Case:
        """The case of one offer, found once for all plans that make it."""
        key = (id(offer), demand.number, ends)
        found = self._cases.get(key)
        if found is None:
            if len(self._cases) >= MOST_CASES:
                self._cases.clear()
            case = case_of(demand, [offer], demand.atoms, ends, self._populations)
            found = self._cases[key] = (offer, case)
        return found[1]

    def _not_applicable(self, local: Local, demand: Demand, promised: bool) -> Case | None:
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
        self, local: Local, above: UpperSet, rows: list[Row], day: date
    ) -> Iterator[Finding]:
        paper = local.paper
        yield from above.findings(paper)
        if paper.facts.date is None:
            message = Message("没有成文日期，按{day}的要求核对", day=day.isoformat())
            yield Finding(NO_DATE, Severity.INFO, message, paper.place(()))
        for position, promises in enumerate(local.promises):
            if promises[0].indicator not in above.asked:
                message = Message("“{name}”没有上级要求，是自定目标", name=promises[0].name)
                place = paper.place(("targets", position))
                yield Finding(OWN, Severity.INFO, message, place, promises[0].clause)
        yield from waiver_findings(paper, rows, day)


def _coverage(local: Local, above: UpperSet) -> Iterator[Coverage]:
    for promises in local.promises:
        answered = above.asked.get(promises[0].indicator, ())
        for promise in promises:
            yield Coverage(promise, answered)


def _listed(words: list[Message]) -> Message:
    listed = words[0]
    for word in words[1:]:
        listed = Message("{first}、{second}", first=listed, second=word)
    return listed
