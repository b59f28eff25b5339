"""A figure of a later year is one of the old document or of one above it, or is undecided."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.model.indicators import Indicator
from plangen.model.plans import DocumentFacts
from plangen.model.targets import Target
from plangen.quantity.grammar import parse_quantity
from plangen.rolling.figures import Figure, Origin, rolled_figure
from plangen.rolling.requirements import Upper
from plangen.rolling.years import Move

NEXT = Move(2020, 1)
PERCENT = Indicator(name="甲率", unit="percent")
FLOW_COUNT = Indicator(name="乙数", unit="count", kind="flow", noun="项")
OFTEN = Indicator(name="丙次数", unit="frequency", kind="flow")
RATIO = Indicator(name="丁比", unit="ratio")


def target(**given: Any) -> Target:
    return Target.model_validate({"indicator": "a", **given})


def upper(*targets: Mapping[str, Any], **given: Any) -> Upper:
    facts = {
        "kind": "plan",
        "level": "national",
        "title": "某方案",
        "targets": [{"indicator": "a", **one} for one in targets],
        **given,
    }
    return Upper("top/plan-2018", DocumentFacts.model_validate(facts))


def rolled(
    own: Target, *uppers: Upper, indicator: Indicator = PERCENT, move: Move = NEXT
) -> Iterator[Figure]:
    for step in own.steps:
        yield rolled_figure(own, step, indicator, uppers, move)


def only(own: Target, *uppers: Upper, indicator: Indicator = PERCENT) -> Figure:
    (figure,) = rolled(own, *uppers, indicator=indicator)
    return figure


OWN = target(at_least="50%", by="2020-12-31")


def test_a_value_is_carried_over_where_nothing_above_says_more() -> None:
    assert only(OWN) == Figure(Origin.CARRIED, None, "沿用2020年，请核对")


def test_the_value_in_force_above_at_the_end_of_the_new_year_is_taken() -> None:
    above = upper(
        {
            "points": [
                {"by": "2019-12-31", "at_least": "20%"},
                {"by": "2021-12-31", "at_least": "80%"},
                {"by": "2022-12-31", "at_least": "90%"},
            ],
            "clause": "二（1）",
        }
    )

    assert only(OWN, above) == Figure(
        Origin.ABOVE, "80%", "依上级文件 top/plan-2018（二（1）），请核对"
    )


def test_a_value_reached_earlier_is_still_in_force() -> None:
    above = upper({"at_least": "60%"}, ends="2019-12-31")

    assert only(OWN, above).text == "60%"


def test_what_is_required_later_is_only_told() -> None:
    above = upper({"at_least": "80%", "by": "2022-12-31"})

    assert only(OWN, above) == Figure(
        Origin.CARRIED, None, "沿用2020年，请核对；上级文件 top/plan-2018 要求2022年底前80%"
    )


def test_a_value_that_asks_for_more_than_the_one_above_is_not_lowered() -> None:
    above = upper({"at_least": "40%", "by": "2021-12-31"})

    assert only(OWN, above) == Figure(
        Origin.CARRIED, None, "沿用2020年，请核对；上级文件 top/plan-2018 要求40%"
    )


def test_the_same_value_keeps_its_writing_and_rests_on_the_one_above() -> None:
    above = upper({"at_least": "2:8000", "by": "2021-12-31"})

    figure = only(target(at_least="1:4000"), above, indicator=RATIO)

    assert (figure.origin, figure.text) == (Origin.ABOVE, None)


def test_of_values_that_are_better_when_lower_the_lower_is_taken() -> None:
    own = target(at_most="30%")
    above = upper({"at_most": "20%", "by": "2021-12-31"}), upper({"at_most": "25%"})

    assert only(own, *above).text == "20%"


@pytest.mark.parametrize(
    "other",
    [
        {"indicator": "b", "at_least": "80%"},
        {"scope": "小学", "at_least": "80%"},
        {"modality": "力争", "at_least": "80%"},
        {"at_most": "80%"},
        {"at_least": "待定"},
        {"at_least": "80%", "by": "待定"},
        {"at_least": "80项"},
    ],
)
def test_another_requirement_has_no_say(other: dict[str, Any]) -> None:
    assert only(OWN, upper(other)).origin is Origin.CARRIED


def test_the_end_of_the_new_year_counts_where_a_target_has_no_date() -> None:
    in_time = upper({"at_least": "80%", "by": "2021-12-31"})
    too_late = upper({"at_least": "80%", "by": "2022-01-01"})

    assert only(target(at_least="50%"), in_time).text == "80%"
    assert only(target(at_least="50%"), too_late).text is None


def test_a_ramp_goes_on_and_what_lies_beyond_its_end_is_undecided() -> None:
    own = target(
        points=[
            {"by": "2020-12-31", "at_least": "50%"},
            {"by": "2021-12-31", "at_least": "80%"},
        ]
    )

    first, last = rolled(own)

    assert first == Figure(Origin.CARRIED, "80%", "沿用2020年，请核对")
    assert last == Figure(Origin.UNDECIDED, "待定", "待定：2020年的分年度目标到此为止，最后是80%")


def test_a_ramp_that_ends_goes_on_with_the_one_above() -> None:
    own = target(points=[{"by": "2020-12-31", "at_least": "50%"}])
    above = upper({"at_least": "80%", "by": "2021-12-31"})

    assert [figure.text for figure in rolled(own, above)] == ["80%"]


def test_between_two_steps_the_earlier_one_holds() -> None:
    own = target(
        points=[
            {"by": "2020-06-30", "at_least": "40%"},
            {"by": "2021-12-31", "at_least": "80%"},
        ]
    )

    assert [figure.text for figure in rolled(own)] == [None, "待定"]


def test_a_count_of_one_year_is_undecided_in_the_next() -> None:
    figure = only(target(at_least="1项"), indicator=FLOW_COUNT)

    assert figure == Figure(Origin.UNDECIDED, "待定", "待定：2020年是1项，这项指标按年单独计")


def test_a_count_that_a_document_above_asks_for_in_that_year_is_taken() -> None:
    above = upper({"at_least": "2项"}, starts="2021-01-01", ends="2021-12-31")
    past = upper({"at_least": "2项"}, starts="2020-01-01", ends="2020-12-31")

    assert only(target(at_least="1项"), above, indicator=FLOW_COUNT).text == "2项"
    assert only(target(at_least="1项"), past, indicator=FLOW_COUNT).origin is Origin.UNDECIDED


def test_a_count_due_in_an_earlier_year_is_no_requirement_for_the_next() -> None:
    earlier = upper({"at_least": "2项", "by": "2020-12-31"}, ends="2022-12-31")
    same = upper({"at_least": "3项", "by": "2021-06-30"}, ends="2022-12-31")

    assert only(target(at_least="1项"), earlier, indicator=FLOW_COUNT).text == "待定"
    assert only(target(at_least="1项"), earlier, same, indicator=FLOW_COUNT).text == "3项"


def test_a_ramp_of_yearly_counts_holds_on_its_own_days_only() -> None:
    exact = [{"by": "2020-12-31", "at_least": "1项"}, {"by": "2021-12-31", "at_least": "2项"}]
    between = [{"by": "2020-06-30", "at_least": "1项"}, {"by": "2021-12-31", "at_least": "2项"}]

    texts = [
        [figure.text for figure in rolled(target(points=points), indicator=FLOW_COUNT)]
        for points in (exact, between)
    ]

    assert texts == [["2项", "待定"], ["待定", "待定"]]


def test_a_value_to_be_met_exactly_gives_way_to_another_one_above() -> None:
    above = upper({"equals": "30%"})

    assert only(target(equals="50%"), above).text == "30%"
    assert only(target(equals="30%"), above).origin is Origin.ABOVE
    assert only(target(at_least="50%"), above).origin is Origin.CARRIED


def test_of_what_is_required_later_the_first_is_told() -> None:
    above = (
        upper({"at_least": "90%", "by": "2023-12-31"}),
        upper({"at_least": "80%", "by": "2022-06-30"}),
    )

    assert only(OWN, *above).remark.endswith("要求2022年6月底前80%")


def test_how_often_a_year_is_carried_over() -> None:
    figure = only(target(at_least="每年2次"), indicator=OFTEN)

    assert figure.origin is Origin.CARRIED


def test_more_often_above_is_taken_exactly() -> None:
    above = upper({"at_least": "每季度1次"}, ends="2021-12-31")
    same = upper({"at_least": "每半年1次"}, ends="2021-12-31")

    assert only(target(at_least="每年2次"), above, indicator=OFTEN).text == "每季度1次"
    assert only(target(at_least="每年2次"), same, indicator=OFTEN).text is None


def test_what_was_undecided_stays_so() -> None:
    figure = only(target(at_least="待定"))

    assert figure == Figure(Origin.UNDECIDED, "待定", "待定：2020年的数也还没有定")


PERCENTS = st.fractions(0, 100, max_denominator=10).map(lambda f: Fraction(round(f * 10), 10))
POINTS = st.dictionaries(st.integers(2018, 2024), PERCENTS, min_size=1, max_size=4)


def ramp(points: dict[int, Fraction]) -> list[dict[str, str]]:
    return [
        {"by": f"{year}-12-31", "at_least": f"{float(points[year]):g}%"} for year in sorted(points)
    ]


@given(POINTS, st.lists(POINTS, max_size=3), st.integers(1, 3))
def test_no_value_is_made_up_and_none_lies_below_what_is_in_force(
    own: dict[int, Fraction], above: list[dict[int, Fraction]], years: int
) -> None:
    uppers = [upper({"points": ramp(points)}) for points in above]

    figures = list(rolled(target(points=ramp(own)), *uppers, move=Move(2020, years)))

    known = {*own.values(), *(value for points in above for value in points.values())}
    for year, figure in zip(sorted(own), figures, strict=True):
        due = year + years
        forced = [
            points[max(reached)]
            for points in above
            if (reached := [other for other in points if other <= due])
        ]
        if figure.origin is Origin.UNDECIDED:
            assert not forced
            assert due > max(own)
            continue
        value = own[year] if figure.text is None else parse_quantity(figure.text).amount
        assert value in known
        assert all(value >= other for other in forced)
        assert figure.origin is Origin.CARRIED or value in forced
