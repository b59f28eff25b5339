"""Breaking paragraphs into lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.typeset.lines import NO_END, NO_START, break_lines, tokens, width

WHOLE = ["12.5%", "4.5‰", "37℃", "1:4000", "7×24", "2021", "10,000", "COVID-19", "——", "……"]
TEXTS = st.lists(
    st.sampled_from([*"，。、：；！？”’）》】“‘（《【％·～/ ", *WHOLE])
    | st.text("中文国𠮷A7", max_size=5)
).map("".join)
ROOMS = st.integers(8, 56).map(lambda halves: halves / 2)


def breaks(text: str, first: float, others: float) -> tuple[list[str], list[int]]:
    """The units of a text, and at which of them its lines begin."""
    units = tokens(text)
    starts, position = [], 0
    for line in break_lines(text, first, others):
        starts.append(position)
        taken = 0
        while taken < len(line):
            taken += len(units[position])
            position += 1
        assert taken == len(line), "a line ends inside a unit"
    return units, starts


def may_break(units: list[str], position: int) -> bool:
    return units[position][0] not in NO_START and units[position - 1][-1] not in NO_END


def test_the_marks_are_those_of_the_standard() -> None:
    assert set("。，、；：？！”’）》〉〕］】〗」』·～%％‰℃/") <= NO_START
    assert set("“‘（《〈〔［【〖「『/") <= NO_END
    assert not (NO_START & NO_END) - {"/"}


@given(TEXTS, ROOMS, ROOMS)
def test_nothing_is_lost(text: str, first: float, others: float) -> None:
    assert "".join(break_lines(text, first, others)) == text


@given(TEXTS, ROOMS, ROOMS)
def test_no_line_is_longer_than_its_room_unless_one_unit_is(
    text: str, first: float, others: float
) -> None:
    for position, line in enumerate(break_lines(text, first, others)):
        room = others if position else first
        assert width(line) <= room or len(tokens(line)) == 1


@given(TEXTS, ROOMS, ROOMS)
def test_a_mark_stands_where_it_may_not_only_where_no_other_break_was_left(
    text: str, first: float, others: float
) -> None:
    units, starts = breaks(text, first, others)

    for line_start, next_start in pairwise(starts):
        if not may_break(units, next_start):
            assert not any(may_break(units, p) for p in range(line_start + 1, next_start))


@given(TEXTS, ROOMS, ROOMS)
def test_lines_are_as_full_as_they_can_be(text: str, first: float, others: float) -> None:
    units, starts = breaks(text, first, others)

    for number, (line_start, next_start) in enumerate(pairwise(starts)):
        room = others if number else first
        ends = [p for p in range(next_start + 1, len(units)) if may_break(units, p)]
        end = [*ends, len(units)][0]
        assert not may_break(units, next_start) or width("".join(units[line_start:end])) > room


@given(st.lists(st.tuples(st.text("中文", min_size=1, max_size=9), st.sampled_from(WHOLE))), ROOMS)
def test_numbers_and_dashes_are_kept_whole(pieces: list[tuple[str, str]], room: float) -> None:
    text = "".join(before + unit for before, unit in pieces)

    lines = list(break_lines(text, room, room))

    for unit in {unit for _, unit in pieces}:
        assert sum(line.count(unit) for line in lines) == text.count(unit)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 5, []),
        ("一二三四五六七", 5, ["一二三四五", "六七"]),
        ("一二三四五，六", 5, ["一二三四", "五，六"]),
        ("一二三四“五六”", 5, ["一二三四", "“五六”"]),
        ("一二三四——五", 5, ["一二三四", "——五"]),
        ("一二三四五……", 5, ["一二三四五", "……"]),
        ("达到80%以上者", 3, ["达到", "80%以", "上者"]),
        ("每1000人1名", 3, ["每1000", "人1名"]),
        ("abcdefghijklmn，是", 3, ["abcdefghijklmn", "，是"]),
        ("一二三四）、）", 4, ["一二三", "四）、）"]),
        ("，，，，", 2, ["，，", "，，"]),
    ],
)
def test_lines_break_as_the_rules_of_punctuation_want(
    text: str, room: float, lines: list[str]
) -> None:
    assert list(break_lines(text, room, room)) == lines


def test_the_first_line_has_its_own_room() -> None:
    assert list(break_lines("一二三四五六七八", 2, 4)) == ["一二", "三四五六", "七八"]


def test_width_is_counted_in_cells() -> None:
    assert width("达到80%，𠮷") == 2 + 3 * 0.5 + 2


@pytest.mark.parametrize("number", ["5·12", "-5%", "±5℃"])
def test_a_number_is_not_parted_from_its_sign(number: str) -> None:
    assert tokens(f"在{number}时") == ["在", number, "时"]


@pytest.mark.parametrize("text", ["a" + "," * 20_000, "a," * 10_000, "1." * 10_000, "，" * 20_000])
def test_long_runs_of_one_kind_are_broken_all_the_same(text: str) -> None:
    assert "".join(break_lines(text, 28, 28)) == text
