"""What a clerk may write into the plan (修改建议): one sentence a row, ready to be copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from plangen.model.verdicts import Claim, Promise, Row, Verdict
from plangen.quantity.bounds import Bound
from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.undecided import Undecided
from plangen.quantity.values import Unit
from plangen.quantity.writing import write_quantity
from plangen.report.audit_words import by_words, goal_words, named_day, value_words

SHARES = (Unit.PERCENT, Unit.PERMILLE, Unit.RATIO)


def advice(row: Row) -> str:
    """The sentence for a row; empty where nothing is to be changed."""
    parts = list(dict.fromkeys(_parts(row)))
    if not parts:
        return ""
    named = f"将“{row.requirement.name}”"
    if all(part.startswith(named) for part in parts):
        parts[1:] = [part.removeprefix(named).removeprefix("的") for part in parts[1:]]
    waived = "（豁免期内可暂不修改）" if row.waiver and not row.verdict.passed else ""
    return f"建议{'；'.join(parts)}{waived}。"


def _parts(row: Row) -> Iterator[str]:
    for verdict in dict.fromkeys((row.verdict, *row.also)):
        write = _WRITERS.get(verdict)
        if verdict is Verdict.MISSING or row.promise is None:
            write = _WITHOUT_PROMISE.get(verdict)
        if write:
            yield write(row)


def _later(row: Row) -> str:
    """Bring the date forward; where more is promised later, a step on the way is missing."""
    required, promised = row.requirement, row.promise
    if promised is None or _order(required, promised) != 0:
        return f"增加阶段目标“{goal_words(required, dated=True)}”{_kept(promised)}"
    named = f"“{required.name}”（{value_words(promised)}）"
    if not named_day(promised):
        return f"为{named}写明完成期限，不晚于{by_words(required)}"
    return f"将{named}的完成期限由{by_words(promised)}提前到{by_words(required)}"


def _kept(promised: Promise | None) -> str:
    if promised is None:
        return ""
    when = f"，{by_words(promised)}" if named_day(promised) else ""
    return f"，原定目标（{value_words(promised)}{when}）保留"


def _below(row: Row) -> str:
    required, promised = row.requirement, row.promise
    if promised is None or isinstance(promised.bound, Undecided):
        return f"将“{required.name}”定为{value_words(required)}{_not_later(required)}"
    return (
        f"将“{required.name}”由{_bare(promised)}{_verb(required, promised)}{_bare(required)}"
        f"{_not_later(required)}"
    )


def _verb(required: Claim, promised: Claim) -> str:
    """How a value is moved to the required one: shares are 提高到, what is counted is 增加到."""
    order = _order(required, promised)
    bound = required.bound
    if not order or isinstance(bound, Undecided) or bound.quantity.unit is Unit.BOOLEAN:
        return "调整为"
    share = bound.quantity.unit in SHARES
    if order > 0:
        return "提高到" if share else "增加到"
    return "降低到" if share else "减少到"


def _wider(row: Row) -> str:
    required, promised = row.requirement, row.promise
    now = f"由“{promised.scope}”" if promised and promised.scope else ""
    if row.left_out:
        return f"将“{required.name}”的对象{now}扩大，补充{'、'.join(row.left_out)}"
    aim = f"“{required.scope}”" if required.scope else "上级要求的全部对象"
    return f"将“{required.name}”的对象{now}扩大到{aim}"


def _stronger(row: Row) -> str:
    required, promised = row.requirement, row.promise
    now = f"由“{promised.modality}”" if promised else ""
    return f"将“{required.name}”的表述{now}改为“{required.modality}”"


def _comparable(row: Row) -> str:
    required, promised = row.requirement, row.promise
    return (
        f"将“{required.name}”由“{value_words(promised)}”改为与上级要求同一口径的表述："
        f"“{goal_words(required)}”"
    )


def _add(row: Row) -> str:
    return f"增加目标“{goal_words(row.requirement)}”"


def _find_out(row: Row) -> str:
    return (
        f"查明并登记与“{row.requirement.name}”有关的本地情况及其依据后重新核对；"
        f"适用的，应明确“{goal_words(row.requirement)}”"
    )


_WRITERS: Mapping[Verdict, Callable[[Row], str]] = MappingProxyType(
    {
        Verdict.LATE: _later,
        Verdict.BELOW: _below,
        Verdict.NARROWER: _wider,
        Verdict.WEAKER: _stronger,
        Verdict.INCOMPARABLE: _comparable,
        Verdict.UNKNOWN: _find_out,
    }
)
_WITHOUT_PROMISE: Mapping[Verdict, Callable[[Row], str]] = MappingProxyType(
    {
        **dict.fromkeys((Verdict.MISSING, Verdict.LATE, Verdict.BELOW), _add),
        **dict.fromkeys((Verdict.NARROWER, Verdict.WEAKER, Verdict.INCOMPARABLE), _add),
        Verdict.UNKNOWN: _find_out,
    }
)


def _bare(claim: Claim) -> str:
    """The value alone, without its comparator."""
    bound = claim.bound
    return value_words(claim) if isinstance(bound, Undecided) else write_quantity(bound.quantity)


def _not_later(claim: Claim) -> str:
    return f"，期限不晚于{by_words(claim)}" if named_day(claim) else ""


def _order(required: Claim, promised: Claim) -> int | None:
    """Whether more is required than promised (1), as much (0) or less (-1); None for no order."""
    if not (isinstance(required.bound, Bound) and isinstance(promised.bound, Bound)):
        return None
    try:
        return compare(required.bound.quantity, promised.bound.quantity)
    except IncomparableError:
        return None
