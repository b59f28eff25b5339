"""Justified lines: where space is added and taken away, and that they end at their room."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plangen.typeset.justified import offsets, spaces, squeezed, visible_end
from plangen.typeset.lines import Broken, Measured, break_measured, measured
from tests.typeset.texts import HALVED, OPENING, TEXTS, starts, width

TINY = 1e-6
LINES = st.integers(20, 60).map(lambda halves: halves / 2)


def lines_of(text: Measured, room: float) -> list[Broken]:
    return list(break_measured(text, room, room))


def drawn_end(text: Measured, line: Broken, begins: list[float]) -> float:
    """Where the last visible character of a line ends; a closing mark takes half a character."""
    last = visible_end(text, line) - 1
    character = text.text[last]
    give = 0.5 if character in HALVED else 0.0
    return begins[last - line.start] + width(character) - give


def stretchable(text: Measured, start: int, end: int) -> list[int]:
    """Places with room for more space: not in numbers, not on the inner side of marks."""
    return [
        place
        for place in range(start + 1, end)
        if not text.places.tight[place]
        and text.text[place] not in HALVED
        and text.text[place - 1] not in OPENING
    ]


def set_line(text: str, room: float) -> list[tuple[str, float]]:
    """The characters of a justified line, with the space before each in hundredths of a 字."""
    given = measured(text)
    line = Broken(0, len(text), room)
    begins = offsets(given, line, spaces(given, line, True))
    ends = [begin + width(character) for begin, character in zip(begins, text, strict=True)]
    gaps = [begin - end for end, begin in zip([0.0, *ends], begins, strict=False)]
    return [(c, round(100 * gap)) for c, gap in zip(text, gaps, strict=True)]


@given(TEXTS, LINES)
def test_a_justified_line_ends_at_its_room(text: str, room: float) -> None:
    given = measured(text)

    for line in lines_of(given, room):
        end = visible_end(given, line)
        stretches = bool(stretchable(given, line.start, end))
        breaks_as_it_may = line.end in starts(text)
        if stretches and breaks_as_it_may:
            begins = offsets(given, line, spaces(given, line, True))
            assert drawn_end(given, line, begins) == pytest.approx(room)


@example("·，，，，〔2020〕79号", 10.0, False)
@given(TEXTS, LINES, st.booleans())
def test_no_character_stands_left_of_the_one_before(text: str, room: float, full: bool) -> None:
    given = measured(text)

    for line in lines_of(given, room):
        begins = offsets(given, line, spaces(given, line, full))
        assert begins[0] == 0
        assert len(begins) == line.end - line.start
        assert all(before <= after + TINY for before, after in pairwise(begins))


@given(TEXTS, LINES)
def test_no_space_is_added_where_none_may_be(text: str, room: float) -> None:
    given = measured(text)

    for line in lines_of(given, room):
        may = stretchable(given, line.start, visible_end(given, line))
        grown = [p for p, space in spaces(given, line, True).items() if space > TINY]
        assert [p for p in grown if p not in may and text[p - 1] != " "] == []


@given(TEXTS, LINES)
def test_marks_alone_are_squeezed_and_by_half_a_character_at_the_most(
    text: str, room: float
) -> None:
    given = measured(text)

    for line in lines_of(given, room):
        for place, space in spaces(given, line, True).items():
            around = {text[place - 1] if place else "", text[place]}
            assert space >= -1 - TINY  # a mark before and one behind, half a character each
            assert space > -TINY or around & (HALVED | OPENING | {"·"})


@given(TEXTS, LINES)
def test_a_line_that_is_not_justified_is_changed_only_where_it_is_too_long(
    text: str, room: float
) -> None:
    given = measured(text)

    for line in lines_of(given, room):
        added = spaces(given, line, False)
        assert all(space < TINY for space in added.values())
        assert not added or width(text[line.start : visible_end(given, line)]) > room - TINY


@pytest.mark.parametrize(
    ("text", "room", "before"),
    [
        ("一二三", 3, [0, 0, 0]),
        ("一二三", 3.5, [0, 25, 25]),  # everywhere alike
        ("一二。", 3, [0, 50, 0]),  # the last mark takes half a character, and no space before it
        ("一（二", 3.4, [0, 40, 0]),  # nor behind one that opens
        ("一二。", 2.5, [0, 0, 0]),
        ("一2三", 3.1, [0, 30, 30]),
        ("ab cd一", 3.7, [0, 0, 0, 20, 0, 0]),  # word spaces first
        ("ab cd一", 4.5, [0, 0, 25, 50, 0, 25]),  # by a quarter; then everywhere
        ("一2021二", 5, [0, 50, 0, 0, 0, 50]),  # nothing inside a number
        ("一二三", 2.95, [0, -2, -2]),  # a trifle too long: drawn together
        ("一～二三", 4.5, [0, 0, 0, 50]),  # nothing beside a connector
    ],
)
def test_space_goes_where_it_shows_least(text: str, room: float, before: list[int]) -> None:
    assert [gap for _, gap in set_line(text, room)] == before


@pytest.mark.parametrize(
    ("text", "needed", "taken"),
    [
        ("一，二“三”四。五", 0.5, {3: -0.25, 6: -0.25}),  # quotes before commas, these before stops
        ("一，二“三”四。五", 1.25, {3: -0.5, 6: -0.5, 2: -0.25}),
        ("一·二，三", 0.4, {1: -0.2, 2: -0.2}),  # · on both sides
        ("（一，二", 0.5, {3: -0.5}),  # an opening mark at the beginning gives nothing
        ("一（二", 0.5, {1: -0.5}),
    ],
)
def test_marks_give_way_in_their_order(text: str, needed: float, taken: dict[int, float]) -> None:
    assert squeezed(text, 0, len(text), needed) == pytest.approx(taken)


def test_blanks_at_the_end_take_no_part() -> None:
    given = measured("一二 \u3000")
    line = Broken(0, 4, 3.0)

    assert visible_end(given, line) == 2
    assert spaces(given, line, True) == {1: 1.0}
