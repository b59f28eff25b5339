"""One required step against all local targets of its indicator: the verdict and why.

Each part of the required population is answered by the best of the targets that cover it; the
part that fares worst gives the verdict. So a stricter target never makes it worse, and another
target never spoils a pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plangen.audit.demands import Demand
from plangen.audit.offers import Offer
from plangen.audit.steps import Outcome, outcome
from plangen.errors import Message
from plangen.model.populations import Populations
from plangen.model.strictness import STRENGTH
from plangen.model.verdicts import Verdict
from plangen.quantity.bounds import Bound, is_whole
from plangen.quantity.undecided import Undecided
from plangen.quantity.values import Unit

HEAVIEST = (
    Verdict.MISSING,
    Verdict.INCOMPARABLE,
    Verdict.BELOW,
    Verdict.UNKNOWN,
    Verdict.LATE,
    Verdict.NARROWER,
    Verdict.WEAKER,
    Verdict.MEETS,
    Verdict.EXCEEDS,
)
"""Verdicts of a promise, the heaviest first."""

OTHERS = "其他对象"
MISSING = Message("没有提出这项目标")
UNDATED = Message("本地目标没有写期限，按随时有效核对")
BEFORE_DUE = Message("本地的实施期在要求的期限之前结束")
_SHARES = (Unit.PERCENT, Unit.PERMILLE, Unit.RATIO)


@dataclass(frozen=True, slots=True)
class Case:
    """What local targets make of a required step.

    ``offer`` and ``step`` are the positions of the target and step that decide; -1 for none.
    """

    verdict: Verdict
    reason: Message
    offer: int = -1
    step: int = -1
    also: tuple[Verdict, ...] = ()
    notes: tuple[Message, ...] = ()
    left_out: tuple[str, ...] = ()
    pending: bool = False


NOTHING = Case(Verdict.MISSING, MISSING)
NOTHING_YET = Case(Verdict.MISSING, MISSING, notes=(BEFORE_DUE,), pending=True)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A local target, and what its values, dates and words make of the required step."""

    position: int
    offer: Offer
    outcome: Outcome
    verdicts: tuple[Verdict, ...]

    @property
    def rank(self) -> tuple[list[int], int]:
        """The higher the better; of two with one verdict the one with fewer others is."""
        weights = [HEAVIEST.index(verdict) for verdict in self.verdicts]
        return [*weights, len(HEAVIEST)], -self.position


def case_of(
    demand: Demand,
    offers: Sequence[Offer],
    existing: frozenset[str],
    populations: Populations,
) -> Case:
    """The case of a required step; ``existing`` are the parts of its population that are there."""
    candidates = sorted(
        (_candidate(position, offer, demand) for position, offer in enumerate(offers)),
        key=lambda candidate: candidate.rank,
        reverse=True,
    )
    rest = existing or frozenset({OTHERS})
    deciding = None
    for candidate in candidates:
        left = _left_out(rest, candidate.offer, populations)
        if len(left) < len(rest):
            deciding, rest = candidate, left
    if deciding is None:
        deciding = _touching(candidates, existing, populations)
    if deciding is None:
        return _apart(candidates, existing, populations)
    notes = tuple(_notes(demand, deciding, existing))
    return _case(demand, deciding, populations.words(rest) if rest else (), notes)


def is_pending(demand: Demand, ends: date | None) -> bool:
    """Whether a requirement is due only after the local period has ended."""
    due = demand.step.day
    return ends is not None and due is not None and ends < due


def _candidate(position: int, offer: Offer, demand: Demand) -> _Candidate:
    found = outcome(demand.step, offer.steps, demand.indicator)
    verdicts = [found.verdict]
    if found.late:
        verdicts.append(Verdict.LATE)
    if STRENGTH[offer.modality] < STRENGTH[demand.requirement.modality]:
        verdicts.append(Verdict.WEAKER)
    return _Candidate(position, offer, found, _weighed(verdicts))


def _weighed(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Shortfalls, the heaviest first; how the requirement is passed where there is none."""
    order = sorted(verdicts, key=HEAVIEST.index)
    return tuple(verdict for verdict in order if not verdict.passed) or (order[0],)


def _left_out(required: frozenset[str], offer: Offer, populations: Populations) -> frozenset[str]:
    return populations.left_out(required, offer.atoms) if offer.atoms else frozenset()


def _touching(
    candidates: Sequence[_Candidate], existing: frozenset[str], populations: Populations
) -> _Candidate | None:
    """The best target that covers something of the population, though no part as a whole."""
    for candidate in candidates:
        if not existing or populations.touching(existing, candidate.offer.atoms):
            return candidate
    return None


def _apart(
    candidates: Sequence[_Candidate], existing: frozenset[str], populations: Populations
) -> Case:
    """No target has anything in common with the required population, as far as is known."""
    required = populations.words(existing)
    for candidate in candidates:
        atoms = candidate.offer.atoms
        promised = populations.words(atoms)
        if not populations.related(existing | atoms):
            reason = Message(
                "要求的对象是{required}，本地目标的对象是{promised}，无法比较",
                required=required,
                promised=promised,
            )
            return Case(Verdict.INCOMPARABLE, reason, candidate.position, candidate.outcome.step)
    reason = Message("没有对{required}提出目标", required=required)
    return Case(
        Verdict.MISSING, reason, notes=(Message("本地目标的对象是{promised}", promised=promised),)
    )


def _case(
    demand: Demand, deciding: _Candidate, left_out: tuple[str, ...], notes: tuple[Message, ...]
) -> Case:
    verdicts = deciding.verdicts
    if left_out:
        verdicts = _weighed((*verdicts, Verdict.NARROWER))
    reasons = [_reason(verdict, demand, deciding, left_out) for verdict in verdicts]
    reason = reasons[0]
    for further in reasons[1:]:
        reason = Message("{first}；{second}", first=reason, second=further)
    return Case(
        verdicts[0],
        reason,
        deciding.position,
        deciding.outcome.step,
        verdicts[1:],
        notes,
        left_out,
        BEFORE_DUE in notes,
    )


def _reason(
    verdict: Verdict, demand: Demand, deciding: _Candidate, left_out: tuple[str, ...]
) -> Message:
    if verdict is Verdict.NARROWER:
        return Message("对象没有包括{left_out}", left_out=left_out)
    if verdict is Verdict.WEAKER:
        return Message(
            "只写“{promised}”，要求是“{required}”",
            promised=deciding.offer.modality,
            required=demand.requirement.modality,
        )
    if verdict is Verdict.LATE and deciding.outcome.late:
        return Message("期限也晚于要求")
    return deciding.outcome.reason


def _notes(demand: Demand, deciding: _Candidate, existing: frozenset[str]) -> Iterator[Message]:
    step, due = deciding.offer.steps[deciding.outcome.step], demand.step.day
    ends = deciding.offer.ends
    if step.by is None and due is not None and (ends is None or ends > due):
        yield UNDATED
    if is_pending(demand, ends) and not deciding.verdicts[0].passed:
        yield BEFORE_DUE
    wider = bool(deciding.offer.atoms - existing) and existing <= deciding.offer.atoms
    if wider and existing and demand.indicator.unit in _SHARES and not _all(step.bound):
        yield Message("本地目标的对象比要求的宽，比例按更宽的总体计")


def _all(bound: Bound | Undecided) -> bool:
    return isinstance(bound, Bound) and is_whole(bound.quantity)
