"""What holds of every value: reading undoes writing, order is total, no text breaks the grammar."""

from contextlib import suppress
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.quantity.amounts import read_amount, write_decimal
from plangen.quantity.bounds import Bound
from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.deadlines import Deadline
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import (
    find_bounds,
    find_deadlines,
    parse_bound,
    parse_deadline,
    parse_quantity,
    write_bound,
    write_deadline,
    write_quantity,
)
from plangen.quantity.numerals import LIMIT, chinese_integer, chinese_year, read_integer, read_year
from plangen.quantity.prose import Found
from plangen.quantity.values import Quantity, Unit
from tests.quantity.strategies import (
    GRAMMAR_CHARACTERS,
    QUANTITIES,
    bounds,
    deadlines,
    decimals,
    quantities,
)

texts = st.one_of(st.text(), st.text(alphabet=GRAMMAR_CHARACTERS, max_size=60))


def needs_its_unit(quantity: Quantity) -> bool:
    """Whether the words alone leave the unit open: a bare 1, and 24小时 as a length of time."""
    return quantity.unit in (Unit.COUNT, Unit.MEASURE) and (
        not quantity.noun or (quantity.noun == "小时" and quantity.amount == 24)
    )


@given(st.integers(0, LIMIT - 1))
def test_chinese_integers_read_as_written(number: int) -> None:
    assert read_integer(chinese_integer(number)) == number


@given(st.integers(1000, 9999))
def test_chinese_years_read_as_written(year: int) -> None:
    assert read_year(chinese_year(year)) == year


@given(decimals)
def test_decimals_read_as_written(amount: Fraction) -> None:
    assert read_amount(write_decimal(amount)) == amount


@given(quantities)
def test_quantities_read_as_written(quantity: Quantity) -> None:
    assert parse_quantity(write_quantity(quantity), quantity.unit) == quantity


@given(quantities.filter(lambda quantity: not needs_its_unit(quantity)))
def test_words_alone_say_the_unit(quantity: Quantity) -> None:
    assert parse_quantity(write_quantity(quantity)) == quantity


@given(bounds())
def test_bounds_read_as_written(bound: Bound) -> None:
    assert parse_bound(write_bound(bound), bound.quantity.unit) == bound


@given(deadlines())
def test_deadlines_read_as_written(deadline: Deadline) -> None:
    assert parse_deadline(write_deadline(deadline)) == deadline


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_an_iso_date_is_read_as_its_day(day: date) -> None:
    assert parse_deadline(day.isoformat()) == Deadline.from_date(day)


@given(texts)
def test_no_text_breaks_the_grammar(text: str) -> None:
    for parse in (parse_quantity, parse_bound, parse_deadline):
        with suppress(QuantityError):
            parse(text)
    for unit in Unit:
        with suppress(QuantityError):
            parse_bound(text, unit)


@given(texts)
def test_what_is_read_can_be_written_and_read_again(text: str) -> None:
    for unit in Unit:
        with suppress(QuantityError):
            bound = parse_bound(text, unit)
            assert parse_bound(write_bound(bound), unit) == bound


@given(st.one_of(texts, st.lists(bounds().map(write_bound)).map("，".join)))
def test_found_values_stand_in_order_and_apart(text: str) -> None:
    found = list(find_bounds(text))

    assert all(0 <= value.start < value.end <= len(text) for value in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(alphabet=GRAMMAR_CHARACTERS, max_size=60))
def test_a_quote_gives_the_value_it_was_found_with(text: str) -> None:
    for found in find_bounds(text):
        if found.bound.quantity.unit is not Unit.RATIO:  # 1:30 alone is a time of day
            quote = text[found.start : found.end]
            assert list(find_bounds(quote)) == [Found(0, len(quote), found.bound)]


@given(
    st.one_of(
        QUANTITIES[Unit.PERCENT],
        QUANTITIES[Unit.PERMILLE],
        QUANTITIES[Unit.FREQUENCY],
        QUANTITIES[Unit.HOURS],
    )
)
def test_written_values_are_found_in_prose(quantity: Quantity) -> None:
    written = write_quantity(quantity)

    found = list(find_bounds(f"应当做到{written}，并且保持。"))

    assert [(value.start, value.end) for value in found] == [(4, 4 + len(written))]
    assert found[0].bound.quantity == quantity


@given(deadlines().filter(lambda deadline: bool(deadline.after)))
def test_written_deadlines_are_found_in_prose(deadline: Deadline) -> None:
    written = write_deadline(deadline)

    found = list(find_deadlines(f"任务应{written}，完成。"))

    assert [(value.start, value.end) for value in found] == [(3, 3 + len(written))]
    assert found[0].deadline == deadline


@pytest.mark.parametrize("unit", sorted(set(Unit) - {Unit.HOURS, Unit.COUNT, Unit.MEASURE}))
@given(st.data())
def test_values_of_a_unit_are_totally_ordered(unit: Unit, data: st.DataObject) -> None:
    one, two, three = (data.draw(QUANTITIES[unit]) for _ in range(3))

    assert compare(one, one) == 0
    assert compare(one, two) == -compare(two, one)
    low, middle, high = _sorted(one, two, three)
    assert compare(low, middle) <= 0
    assert compare(middle, high) <= 0
    assert compare(low, high) <= 0
    assert (compare(low, high) == 0) == (compare(low, middle) == compare(middle, high) == 0)


def _sorted(one: Quantity, two: Quantity, three: Quantity) -> tuple[Quantity, Quantity, Quantity]:
    if compare(one, two) > 0:
        one, two = two, one
    if compare(two, three) > 0:
        two, three = three, two
    if compare(one, two) > 0:
        one, two = two, one
    return one, two, three


@pytest.mark.parametrize("unit", [Unit.HOURS, Unit.COUNT, Unit.MEASURE])
@given(st.data())
def test_values_of_a_unit_compare_both_ways_or_not_at_all(unit: Unit, data: st.DataObject) -> None:
    one, two = data.draw(QUANTITIES[unit]), data.draw(QUANTITIES[unit])

    try:
        order = compare(one, two)
    except IncomparableError:
        with pytest.raises(IncomparableError):
            compare(two, one)
    else:
        assert compare(two, one) == -order
