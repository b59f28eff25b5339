"""Which of two bounds asks more: the same for the audit's promises and for two editions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.model.indicators import Indicator
from plangen.model.strictness import answers, stricter
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.comparison import IncomparableError
from plangen.quantity.grammar import parse_bound, parse_quantity

HIGHER = Indicator.model_validate({"name": "建成率", "unit": "percent"})
LOWER = Indicator.model_validate({"name": "发生率", "unit": "percent", "better": "lower"})
BOUNDS = st.builds(
    lambda comparator, value: Bound(comparator, parse_quantity(value)),
    st.sampled_from(Comparator),
    st.sampled_from(["60%", "80%", "90%", "12所"]),
)


@pytest.mark.parametrize(
    ("old", "new", "indicator", "order"),
    [
        ("80%以上", "90%以上", HIGHER, 1),
        ("80%以上", "超过80%", HIGHER, 1),
        ("80%以上", "80%", HIGHER, 0),
        ("80%以上", "90%以下", HIGHER, -1),
        ("90%以下", "60%以上", HIGHER, 1),
        ("80%以下", "80%以下", HIGHER, 0),
        ("5%以下", "4%以下", LOWER, 1),
        ("5%以下", "低于5%", LOWER, 1),
        ("5%以上", "6%以下", LOWER, 1),
    ],
)
def test_a_new_bound_asks_more_or_less(
    old: str, new: str, indicator: Indicator, order: int
) -> None:
    assert stricter(parse_bound(old), parse_bound(new), indicator) == order


def test_two_limits_to_the_good_direction_have_no_order() -> None:
    with pytest.raises(IncomparableError, match="“80%以下”限制的是好的方向，无法与“90%以下”比较"):
        stricter(parse_bound("80%以下"), parse_bound("90%以下"), HIGHER)


@given(BOUNDS, BOUNDS, st.sampled_from([HIGHER, LOWER]))
def test_the_other_way_round_more_is_less(old: Bound, new: Bound, indicator: Indicator) -> None:
    assert order(new, old, indicator) == mirrored(order(old, new, indicator))


@given(BOUNDS, BOUNDS, st.sampled_from([HIGHER, LOWER]))
def test_what_falls_short_as_a_promise_asks_less(
    old: Bound, new: Bound, indicator: Indicator
) -> None:
    try:
        answer = answers(new, old, indicator)
    except IncomparableError:
        return

    assert stricter(old, new, indicator) == answer


def order(old: Bound, new: Bound, indicator: Indicator) -> int | None:
    """The order of two bounds; None where there is none."""
    try:
        return stricter(old, new, indicator)
    except IncomparableError:
        return None


def mirrored(found: int | None) -> int | None:
    return None if found is None else -found
