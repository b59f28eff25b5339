"""What is to be changed in a plan (修改建议), as facts; the sentences stand in a template."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from plangen.model.verdicts import Claim, Row, Verdict
from plangen.quantity.bounds import Bound
from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.undecided import Undecided
from plangen.quantity.values import Unit
from plangen.report.audit_words import named_day

SHARES = (Unit.PERCENT, Unit.PERMILLE, Unit.RATIO)


class Step(StrEnum):
    """One thing to do about a row; what it needs is told by the row itself.

    - ``add`` a target; ``add_stage`` a step on the way, where more is promised later;
    - ``name_date`` of a target that has none; ``bring_forward`` the date it has;
    - ``settle`` a value that is undecided; ``raise``, ``increase``, ``lower``, ``reduce`` or
      ``adjust`` the one it has: shares are raised, what is counted is increased;
    - ``cover`` the parts of the population that are left out; ``widen`` it where they are unknown;
    - ``strengthen`` 力争 to 应当;  ``restate`` what cannot be compared;
    - ``find_out`` the local circumstances.
    """

    ADD = "add"
    ADD_STAGE = "add_stage"
    NAME_DATE = "name_date"
    BRING_FORWARD = "bring_forward"
    SETTLE = "settle"
    RAISE = "raise"
    INCREASE = "increase"
    LOWER = "lower"
    REDUCE = "reduce"
    ADJUST = "adjust"
    COVER = "cover"
    WIDEN = "widen"
    STRENGTHEN = "strengthen"
    RESTATE = "restate"
    FIND_OUT = "find_out"


def advice(row: Row) -> tuple[Step, ...]:
    """What to do about a row, the heaviest shortfall first; nothing where it is passed."""
    return tuple(dict.fromkeys(_steps(row)))


def _steps(row: Row) -> Iterator[Step]:
    for verdict in (row.verdict, *row.also):
        if verdict is Verdict.UNKNOWN:
            yield Step.FIND_OUT
        elif verdict.passed:
            continue
        elif verdict is Verdict.MISSING or row.promise is None:
            yield Step.ADD
        else:
            yield _change(verdict, row, row.promise)


def _change(verdict: Verdict, row: Row, promised: Claim) -> Step:
    """What to do about a target that falls short in one way."""
    match verdict:
        case Verdict.LATE:
            return _date(row.requirement, promised)
        case Verdict.BELOW:
            return _value(row.requirement, promised)
        case Verdict.NARROWER:
            return Step.COVER if row.left_out else Step.WIDEN
        case Verdict.WEAKER:
            return Step.STRENGTHEN
        case _:
            return Step.RESTATE


def _date(required: Claim, promised: Claim) -> Step:
    if _order(required, promised) != 0:
        return Step.ADD_STAGE
    return Step.BRING_FORWARD if named_day(promised) else Step.NAME_DATE


def _value(required: Claim, promised: Claim) -> Step:
    bound = required.bound
    if isinstance(promised.bound, Undecided):
        return Step.SETTLE
    order = _order(required, promised)
    if not order or isinstance(bound, Undecided) or bound.quantity.unit is Unit.BOOLEAN:
        return Step.ADJUST
    share = bound.quantity.unit in SHARES
    if order > 0:
        return Step.RAISE if share else Step.INCREASE
    return Step.LOWER if share else Step.REDUCE


def _order(required: Claim, promised: Claim) -> int | None:
    """Whether more is required than promised (1), as much (0) or less (-1); None for no order."""
    if not (isinstance(required.bound, Bound) and isinstance(promised.bound, Bound)):
        return None
    try:
        return compare(required.bound.quantity, promised.bound.quantity)
    except IncomparableError:
        return None
