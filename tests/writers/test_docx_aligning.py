"""Which element of one body is which of another."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.writers.docx.aligning import LARGEST_BLOCK, MOST_EQUAL, Pair, Unit, align, opcodes

UNITS = st.lists(
    st.builds(
        Unit,
        st.sampled_from(["p", "h"]),
        st.sampled_from(["", "甲", "甲乙丙丁", "甲乙丙戊", "子丑寅"]),
    ),
    max_size=9,
)


def units(*texts: str, kind: str = "p") -> list[Unit]:
    return [Unit(kind, text) for text in texts]


def kept(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that have both sides."""
    return [(i, j) for i, j in pairs if i is not None and j is not None]


def test_equal_elements_belong_together() -> None:
    assert align(units("一", "二", "三"), units("一", "三")) == [(0, 0), (1, None), (2, 1)]


def test_elements_that_are_alike_belong_together() -> None:
    old = units("各地要加强组织领导。", "各地要保障工作经费。", "完")
    new = units("新的一段文字在前。", "各地要切实加强组织领导。", "各地要保障经费。", "完")

    assert kept(align(old, new)) == [(0, 1), (1, 2), (2, 3)]


def test_elements_of_two_kinds_never_do() -> None:
    pairs = align(units("加强组织领导"), units("加强组织领导", kind="h"))

    assert pairs == [(0, None), (None, 0)]


def test_the_only_element_of_a_kind_belongs_to_the_other_whatever_it_says() -> None:
    assert align(units("甲乙"), units("丙丁")) == [(0, 0)]


def test_what_is_gone_stands_before_what_comes_in_its_place() -> None:
    assert align(units("甲乙", "子丑"), units("丙丁", "寅卯")) == [
        (0, None),
        (1, None),
        (None, 0),
        (None, 1),
    ]


def test_a_very_long_block_is_paired_place_by_place() -> None:
    count = int(LARGEST_BLOCK**0.5) + 1
    old = units(*(f"第{n}项任务在2020年底前完成" for n in range(count)))
    new = units(*(f"第{n}项任务在2021年底前完成" for n in range(count)))

    assert align(old, new) == [(place, place) for place in range(count)]


def test_elements_repeated_too_often_are_replaced_without_a_search() -> None:
    count = int(MOST_EQUAL**0.5) + 1

    assert opcodes(["a"] * count, ["a"] * count) == [("replace", 0, count, 0, count)]


@settings(max_examples=300)
@given(UNITS, UNITS)
def test_every_element_stands_once_and_in_its_order(old: list[Unit], new: list[Unit]) -> None:
    pairs = align(old, new)

    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))
    assert all(old[i].kind == new[j].kind for i, j in pairs if i is not None and j is not None)


@given(UNITS)
def test_a_body_is_aligned_with_itself(given_units: list[Unit]) -> None:
    places = range(len(given_units))

    assert align(given_units, given_units) == list(zip(places, places, strict=True))
