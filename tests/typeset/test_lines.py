"""Breaking paragraphs into lines: 先挤进，后推出."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.sheet.widths import cells
from plangen.typeset.lines import UNSEEN, break_lines, break_measured, measured
from tests.typeset.texts import ROOMS, TEXTS, WHOLE, narrowest, starts, visible, width

TINY = 1e-6


def places_of(text: str, first: float, others: float) -> list[tuple[int, int, float]]:
    """Beginning, end and room of every line."""
    return [
        (line.start, line.end, line.room) for line in break_measured(measured(text), first, others)
    ]


@given(TEXTS, ROOMS, ROOMS)
def test_nothing_is_lost(text: str, first: float, others: float) -> None:
    assert "".join(break_lines(text, first, others)) == text


@given(TEXTS, ROOMS, ROOMS)
def test_no_line_is_longer_than_its_room_when_its_marks_are_squeezed(
    text: str, first: float, others: float
) -> None:
    may = starts(text)

    for start, end, room in places_of(text, first, others):
        parts = [place for place in may if start < place < end]
        assert narrowest(text[start:end]) <= room + UNSEEN + TINY or not parts


@given(TEXTS, ROOMS, ROOMS)
def test_a_line_begins_where_it_may_not_only_where_no_other_break_was_left(
    text: str, first: float, others: float
) -> None:
    may = starts(text)

    for start, end, _ in places_of(text, first, others):
        if end not in may:
            assert not any(start < place <= end for place in may)


@given(TEXTS, ROOMS, ROOMS)
def test_no_line_could_hold_what_the_next_one_begins_with(
    text: str, first: float, others: float
) -> None:
    may = starts(text)

    for start, end, room in places_of(text, first, others):
        further = [place for place in may if place > end]
        if end in may and further:
            assert width(visible(text[start : further[0]])) > room - TINY


@given(TEXTS, ROOMS, ROOMS)
def test_nothing_is_pushed_out_where_it_could_be_squeezed_in(
    text: str, first: float, others: float
) -> None:
    may = starts(text)

    for start, end, room in places_of(text, first, others):
        further = [place for place in may if place > end]
        if end not in may or not further:
            continue
        fits_beyond = width(text[start : end + 1]) <= room  # it could have gone on as it is
        squeezed_in = narrowest(text[start : further[0]]) <= room - TINY
        assert not (fits_beyond and squeezed_in)


@given(st.lists(st.tuples(st.text("中文", min_size=1, max_size=9), st.sampled_from(WHOLE))), ROOMS)
def test_numbers_and_dashes_are_kept_whole(pieces: list[tuple[str, str]], room: float) -> None:
    room = max(room, 9)  # none of them is wider
    text = "".join(before + unit for before, unit in pieces)

    lines = list(break_lines(text, room, room))

    for unit in {unit for _, unit in pieces}:
        assert sum(line.count(unit) for line in lines) == text.count(unit)


@given(TEXTS, ROOMS)
def test_a_line_is_measured_as_its_text_is(text: str, room: float) -> None:
    found = measured(text)

    for start, end, _ in places_of(text, room, room):
        assert found.width(start, end) == pytest.approx(width(text[start:end]))


@given(TEXTS)
def test_the_sheet_and_the_lines_measure_alike(text: str) -> None:
    assert cells(text) == pytest.approx(measured(text).ends[-1])


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 5, []),
        ("一二三四五六七", 5, ["一二三四五", "六七"]),
        ("一二三四五，六", 5, ["一二三四", "五，六"]),  # its mark alone gives too little
        ("一二、三四五，六", 6, ["一二、三四五，", "六"]),  # both marks give half a character
        ("（一二三四五，六", 6, ["（一二三四", "五，六"]),  # a line's first mark gives nothing
        ("一（二三四五，六", 6, ["一（二三四五，", "六"]),
        ("一二三四“五六”", 5, ["一二三四", "“五六”"]),
        ("一二三四——五", 5, ["一二三四", "——五"]),
        ("一二三四五……", 5, ["一二三四", "五……"]),  # …… hangs together with what it ends
        ("达到80%以上者", 3, ["达到", "80%以", "上者"]),
        ("每1000人1名", 3, ["每1000", "人1名"]),
        ("一二2021一二", 3.5, ["一二", "2021一", "二"]),
        ("一二三四）、）", 4, ["一二三", "四）、）"]),
        ("，，，，", 2, ["，，，，"]),
        ("，，，，，", 2, ["，，", "，，，"]),
        ("一二三四五 六", 5, ["一二三四五 ", "六"]),  # a blank hangs at the end
        ("一二三四五 ，六", 5, ["一二三四", "五 ，六"]),
        ("abcdefghijklmn，是", 3, ["abcdef", "ghijkl", "mn，是"]),
    ],
)
def test_lines_break_as_the_rules_of_punctuation_want(
    text: str, room: float, lines: list[str]
) -> None:
    assert list(break_lines(text, room, room)) == lines


def test_a_line_of_28_characters_takes_a_29th_where_marks_inside_it_make_room() -> None:
    line = "一" * 9 + "、" + "二" * 9 + "、" + "三" * 8
    without = "一" * 28

    assert list(break_lines(f"{line}，四", 28, 28)) == [f"{line}，", "四"]
    assert list(break_lines(f"{without}，四", 28, 28)) == ["一" * 27, "一，四"]


def test_the_first_line_has_its_own_room() -> None:
    assert list(break_lines("一二三四五六七八", 2, 4)) == ["一二", "三四五六", "七八"]


def test_width_is_counted_in_characters_and_digits_are_half_a_one() -> None:
    assert measured("达到80%，𠮷").ends[-1] == 2 + 3 * 0.5 + 2


def test_a_line_may_be_too_long_by_what_nobody_sees() -> None:
    hair = {"一": 1.0, "i": 0.278}.__getitem__
    text = measured("一" * 27 + "iiii" + "一", hair)  # 28.11 with its letters, 1.11 for them

    assert [line.end for line in break_measured(text, 28.05, 28)] == [31, 32]
    assert [line.end for line in break_measured(text, 28.0, 28)] == [27, 32]


@pytest.mark.parametrize(
    "text",
    [
        *("a" + "," * 20_000, "a," * 10_000, "1." * 10_000, "，" * 20_000, " " * 20_000),
        *("—" * 20_001, "/" * 20_000, "“" * 20_000, "a/" * 10_000, "国\u0301" * 10_000),
    ],
    ids=lambda text: f"{text[:2]}…",
)
def test_long_runs_of_one_kind_are_broken_all_the_same(text: str) -> None:
    assert "".join(break_lines(text, 28, 28)) == text


def test_every_line_but_the_last_is_followed_by_the_next() -> None:
    lines = places_of("社会心理服务，2021年。" * 20, 26, 28)

    assert all(before[1] == after[0] for before, after in pairwise(lines))
    assert [room for _, _, room in lines] == [26, *[28] * (len(lines) - 1)]
