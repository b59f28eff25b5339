"""Charts of an audit: how many requirements have each verdict, and both sides over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from plangen.document.charts import Bar, Series, StackedBars, Step, StepLine, StepLines
from plangen.model.verdicts import Audit, Claim, Verdict
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.deadlines import Deadline
from plangen.quantity.nouns import factor_of
from plangen.quantity.values import Quantity, Unit
from plangen.report.audit_grids import summed
from plangen.report.audit_words import LEVELS, TONES, VERDICTS, value_words

KINDS = {"层级": "按要求的层级", "文件": "按上级文件", "部分": "按上级文件的部分"}
LOCAL = "本级目标"
DAYS_A_WEEK = 7


def verdict_charts(audit: Audit) -> tuple[StackedBars, ...]:
    """Bars of verdicts by level, by document above, and by part of it."""
    series = tuple(Series(str(VERDICTS[verdict]), TONES[verdict]) for verdict in Verdict)
    bars: dict[str, list[Bar]] = {kind: [] for kind in KINDS}
    for kind, name, rows in summed(audit):
        if kind in bars:
            found = [row.verdict for row in rows]
            bars[kind].append(Bar(name, tuple(found.count(verdict) for verdict in Verdict)))
    return tuple(
        StackedBars(f"核对结论（{KINDS[kind]}）", series, tuple(of))
        for kind, of in bars.items()
        if of
    )


def target_charts(audit: Audit) -> tuple[StepLines, ...]:
    """For each indicator with dated values: what each level requires, and what is promised.

    An indicator whose values are of several units has no chart, for lack of one scale.
    """
    required = _by_indicator(row.requirement for row in audit.rows)
    promised = _by_indicator(_promises(audit))
    charts = []
    for indicator, claims in required.items():
        local = promised.get(indicator, [])
        if len({_scale(claim) for claim in (*claims, *local)}) == 1:
            lines = (*_lines(claims, own=False), *_lines(local, own=True))
            charts.append(StepLines(claims[0].name, lines))
    return tuple(charts)


def _promises(audit: Audit) -> Iterator[Claim]:
    """The steps of the local targets; those beside a requirement where there is no list of all."""
    if audit.coverage:
        yield from (coverage.promise for coverage in audit.coverage)
    else:
        yield from (row.promise for row in audit.rows if row.promise)


def _by_indicator(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims with a value and a day, each once."""
    found: dict[str, list[Claim]] = {}
    for claim in dict.fromkeys(claims):
        dated = isinstance(claim.by, Deadline) and isinstance(claim.bound, Bound)
        if dated and _bounded(claim)[0].quantity.unit is not Unit.BOOLEAN:
            found.setdefault(claim.indicator, []).append(claim)
    return found


def _lines(claims: list[Claim], own: bool) -> Iterator[StepLine]:
    """A line for each level and population; the strictest value stands where a day has several."""
    groups: dict[str, dict[date, Step]] = {}
    for claim in claims:
        name = (LOCAL if own else str(LEVELS[claim.level])) + (
            f"（{claim.scope}）" if claim.scope else ""
        )
        step = _step(claim)
        steps = groups.setdefault(name, {})
        known = steps.get(step.day)
        if known is None or _stricter(claim, step, known):
            steps[step.day] = step
    for name, steps in groups.items():
        yield StepLine(name, tuple(steps[day] for day in sorted(steps)), own)


def _bounded(claim: Claim) -> tuple[Bound, date]:
    """The value and the day of a claim that has both."""
    if not (isinstance(claim.bound, Bound) and isinstance(claim.by, Deadline)):
        raise TypeError(claim)
    return claim.bound, claim.by.last_day


def _step(claim: Claim) -> Step:
    bound, day = _bounded(claim)
    return Step(day, _amount(bound.quantity), value_words(claim))


def _stricter(claim: Claim, step: Step, known: Step) -> bool:
    bound, _ = _bounded(claim)
    if bound.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        return step.value < known.value
    return step.value > known.value


def _scale(claim: Claim) -> tuple[Unit, str]:
    """What values must share to stand on one scale."""
    quantity = _bounded(claim)[0].quantity
    counted = quantity.unit in (Unit.COUNT, Unit.MEASURE)
    return quantity.unit, factor_of(quantity.noun)[1] if counted else ""


def _amount(quantity: Quantity) -> Fraction:
    """A value on the scale of its unit: times a year, hours a week, the noun's own measure."""
    match quantity.unit:
        case Unit.FREQUENCY:
            return quantity.per_year()
        case Unit.HOURS:
            return quantity.amount * (quantity.days or DAYS_A_WEEK)
        case Unit.COUNT | Unit.MEASURE:
            return quantity.amount * factor_of(quantity.noun)[0]
        case _:
            return quantity.amount
