"""What holds of every audit, whatever the values."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.audit.cases import HEAVIEST
from plangen.model.strictness import answers
from plangen.model.verdicts import Row
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.grammar import parse_quantity
from plangen.quantity.periods import Period, PeriodUnit
from plangen.quantity.values import Quantity, Unit
from tests.audit.auditing import INDICATORS, asked, audited, local, the_row, upper

FIRST = date(2020, 9, 6)

percents = st.integers(0, 100)
days = st.integers(0, 800).map(lambda number: FIRST + timedelta(number))
modalities = st.sampled_from(["鼓励", "力争", "应当"])
scopes = st.sampled_from([None, "小学", "中学", "中学、小学", "戏校"])
frequencies = st.builds(
    lambda times, unit: Quantity(Unit.FREQUENCY, Fraction(times), period=Period(unit)),
    st.integers(1, 400),
    st.sampled_from(PeriodUnit),
)
hours = st.builds(
    lambda amount, week: Quantity(Unit.HOURS, Fraction(amount), days=week),
    st.integers(1, 24),
    st.sampled_from([None, *range(1, 8)]),
)


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Any]:
    """A target for schools."""
    given = asked("schools", f"{draw(percents)}%", by=draw(days), modality=draw(modalities))
    scope = draw(scopes)
    return {**given, "scope": scope} if scope else given


@st.composite
def steps(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Rising steps, one after the other."""
    dates = sorted(draw(st.sets(days, min_size=1, max_size=4)))
    values = sorted(draw(st.lists(percents, min_size=len(dates), max_size=len(dates))))
    return [{"at_least": f"{value}%", "by": day} for value, day in zip(values, dates, strict=True)]


def weight(row: Row) -> int:
    """The higher the better."""
    return HEAVIEST.index(row.verdict)


@given(targets(), targets(), st.integers(1, 100))
def test_a_stricter_target_never_gives_a_worse_verdict(
    promised: dict[str, Any], required: dict[str, Any], more: int
) -> None:
    value = min(100, int(promised["at_least"].rstrip("%")) + more)

    stricter = the_row({**promised, "at_least": f"{value}%"}, required)

    assert weight(stricter) >= weight(the_row(promised, required))


@given(targets(), targets(), st.integers(1, 800))
def test_a_later_date_never_gives_a_better_verdict(
    promised: dict[str, Any], required: dict[str, Any], later: int
) -> None:
    by = promised["by"] + timedelta(later)

    assert weight(the_row({**promised, "by": by}, required)) <= weight(the_row(promised, required))


@given(steps(), targets(), st.data())
@pytest.mark.parametrize("indicator", ["schools", "rooms"])
def test_steps_that_come_later_never_give_a_better_verdict(
    indicator: str, points: list[dict[str, Any]], required: dict[str, Any], data: st.DataObject
) -> None:
    delay = timedelta(data.draw(st.integers(0, 400)))
    delayed = [{**point, "by": point["by"] + delay} for point in points]
    given = {**required, "indicator": indicator}

    before = the_row(asked(indicator, points=points), given)
    after = the_row(asked(indicator, points=delayed), given)

    assert weight(after) <= weight(before)


@given(targets(), targets(), targets())
def test_another_target_of_the_same_population_never_gives_a_worse_verdict(
    promised: dict[str, Any], other: dict[str, Any], required: dict[str, Any]
) -> None:
    scope = {"scope": promised.get("scope")}
    first, second = {**promised, "clause": "一"}, {**other, "clause": "二", **scope}

    (both,) = audited(local(first, second), upper(required)).rows

    assert weight(both) >= weight(the_row(first, required))


@given(targets(), targets(), targets())
def test_another_target_never_spoils_a_pass(
    promised: dict[str, Any], other: dict[str, Any], required: dict[str, Any]
) -> None:
    first, second = {**promised, "clause": "一"}, {**other, "clause": "二"}

    (both,) = audited(local(first, second), upper(required)).rows

    assert both.verdict.passed >= the_row(first, required).verdict.passed


@given(targets(), targets())
def test_two_targets_meet_each_other_only_where_they_ask_the_same(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    ways = the_row(one, other), the_row(other, one)

    if {row.verdict.value for row in ways} == {"meets"}:
        assert (one["at_least"], one["by"], one["modality"]) == (
            other["at_least"],
            other["by"],
            other["modality"],
        )


@given(targets())
def test_every_target_meets_itself(target: dict[str, Any]) -> None:
    assert the_row(target, target).verdict.value == "meets"


@given(frequencies, frequencies, frequencies)
def test_frequencies_are_ordered_by_their_exact_rates(
    one: Quantity, other: Quantity, third: Quantity
) -> None:
    indicator = INDICATORS["meetings"]
    bounds = [Bound(Comparator.AT_LEAST, quantity) for quantity in (one, other, third)]

    found = answers(bounds[0], bounds[1], indicator)

    rate = one.per_year() - other.per_year()
    assert found == (rate > 0) - (rate < 0)
    assert answers(bounds[1], bounds[0], indicator) == -found
    if found >= 0 and answers(bounds[1], bounds[2], indicator) >= 0:
        assert answers(bounds[0], bounds[2], indicator) >= 0


@given(hours, hours)
def test_hours_meet_a_requirement_only_component_by_component(
    one: Quantity, other: Quantity
) -> None:
    def said(quantity: Quantity) -> dict[str, Any]:
        return {"indicator": "hours", "at_least": quantity, "by": "2021-12-31"}

    row = the_row(said(one), said(other))

    enough = (one.days or 7) >= (other.days or 7) and one.amount >= other.amount
    assert row.verdict.passed is enough


@given(st.lists(targets(), max_size=4), targets(), targets())
def test_another_requirement_never_changes_the_other_rows(
    promised: list[dict[str, Any]], required: dict[str, Any], more: dict[str, Any]
) -> None:
    plan = local(*({**target, "clause": str(place)} for place, target in enumerate(promised)))
    further = {**more, "clause": "另"}

    before = audited(plan, upper(required)).rows
    after = audited(plan, upper(required, further)).rows

    assert after[: len(before)] == before


@given(st.lists(targets(), max_size=4), targets())
def test_the_audit_is_a_function_of_its_inputs(
    promised: list[dict[str, Any]], required: dict[str, Any]
) -> None:
    plan = local(*({**target, "clause": str(place)} for place, target in enumerate(promised)))

    assert audited(plan, upper(required)) == audited(plan, upper(required))


def test_plans_that_are_audited_together_do_not_change_each_other() -> None:
    texts = ["80%", "79%", "80%", "81%"]
    plans = [local(asked(at_least=text)) for text in texts]

    alone = [audited(plan, upper(asked())).rows for plan in plans]

    from plangen.audit.auditor import Auditor
    from plangen.audit.hierarchy import Hierarchy
    from tests.audit.auditing import papers

    auditor = Auditor(Hierarchy(papers(upper(asked()))), INDICATORS)
    assert [auditor.audit(plan).rows for plan in plans] == alone


def test_a_value_reads_as_it_is_compared() -> None:
    assert parse_quantity("每半年1次").per_year() == parse_quantity("每年2次").per_year()
