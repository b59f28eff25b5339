"""Documents of every kind: what holds for all of them, their feet, and the grid, in mm."""

from itertools import pairwise

import pytest

from tests.interop.samples import OFFICE
from tests.interop.standard import (
    CHARACTERS,
    LINES,
    PAGE_NUMBER_CENTRE,
    POINT,
    PORTRAIT,
    THICK_RULE,
    THIN_RULE,
)
from tests.measured.kinds import DATED, DOCUMENTS, printed
from tests.measured.printing import Press, Printed
from tests.measured.raster import PIXEL, ink_of_pages
from tests.measured.reading import ends_at, justified

EDGE = 0.4  # mm: how far ink may be seen beyond an edge in a coarse drawing
SMALL = 14 * POINT  # 1 字 of 4号


@pytest.fixture(params=DOCUMENTS)
def any_document(request: pytest.FixtureRequest, press: Press) -> Printed:
    return printed(press, request.param)


# What holds for every document


def test_no_line_begins_or_ends_wrongly(any_document: Printed) -> None:
    assert any_document.ruler.line_break_faults() == []


def test_no_character_is_lost_and_none_added_but_headers_of_tables(any_document: Printed) -> None:
    lost = any_document.characters - any_document.drawn
    added = any_document.drawn - any_document.characters

    assert not lost
    assert set(added) <= set("序号工作任务责任单位")


def test_nothing_stands_outside_the_type_area(any_document: Printed) -> None:
    for page, box in enumerate(ink_of_pages(any_document.path), 1):
        area = any_document.ruler.type_area(page)
        if box is not None:
            assert box.left > area.left - EDGE, page
            assert box.right < area.right + EDGE, page
            assert box.top > area.top - 1 - PIXEL, page
            assert box.bottom < area.bottom + 1 + PIXEL, page


def test_no_full_line_ends_short_or_long(any_document: Printed) -> None:
    ends = [(line.row.text, ends_at(line.row)) for line in justified(any_document)]

    assert [end for end in ends if abs(end[1] - PORTRAIT.right) > 0.1] == []


def test_the_imprint_ends_the_type_area_of_the_last_page_an_even_one(
    any_document: Printed,
) -> None:
    rules = any_document.ruler.imprint_rules()

    assert any_document.ruler.page_count % 2 == 0
    assert rules[-1].y == pytest.approx(PORTRAIT.bottom, abs=0.2)
    assert rules[-1].thickness == pytest.approx(THICK_RULE, abs=0.01)


def test_page_numbers_stand_outside_at_269_mm(any_document: Printed) -> None:
    for page in any_document.pages:
        number = any_document.ruler.page_number(page)
        if number is not None:
            assert number.text == f"—{page}—"
            assert number.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=0.3)
            assert number.side == ("right" if page % 2 else "left")
            inwards = PORTRAIT.right - number.right if page % 2 else number.left - PORTRAIT.left
            assert inwards == pytest.approx(SMALL, abs=0.1)


# 版记 and 页码


def test_copies_of_three_lines_hang_under_their_first_organ(press: Press) -> None:
    ruler = printed(press, "copies").ruler
    left = PORTRAIT.left + SMALL

    *copies, last = ruler.rows(2)
    rules = ruler.imprint_rules()

    assert copies[0].text.startswith("抄送：市委办公室")
    assert copies[-1].text.endswith("。")
    assert copies[0].x0 == pytest.approx(left, abs=0.1)
    hanging = [row.x0 for row in copies[1:]]
    assert hanging == pytest.approx([left + 3 * SMALL] * len(hanging), abs=0.1)
    assert len(hanging) >= 1
    assert all(ends_at(row) <= PORTRAIT.right - SMALL + 0.1 for row in copies)
    assert last.x0 == pytest.approx(left, abs=0.1)
    assert last.x1 == pytest.approx(PORTRAIT.right - SMALL, abs=0.1)
    assert {row.size for row in [*copies, last]} == {14}
    thicknesses = [rule.thickness for rule in rules]
    assert thicknesses == pytest.approx([THICK_RULE, THIN_RULE, THICK_RULE], abs=0.01)


@pytest.mark.parametrize(
    ("name", "numbered"),
    [
        ("imprint below the text", [True, True]),
        ("imprint overleaf", [True, True]),
        ("imprint after a blank page", [True, True, False, False]),
        ("imprint after a landscape page", [True, True, False, False]),
    ],
)
def test_a_blank_page_before_the_imprint_and_that_of_the_imprint_have_no_number(
    press: Press, name: str, numbered: list[bool]
) -> None:
    made = printed(press, name)

    numbers = [made.ruler.page_number(page) for page in made.pages]

    assert [number is not None for number in numbers] == numbered


def test_a_blank_page_is_blank(press: Press) -> None:
    made = printed(press, "imprint after a blank page")

    inks = ink_of_pages(made.path, numbers=True)

    assert inks[2] is None
    assert inks[3] is not None


# The grid


@pytest.mark.parametrize("name", ["grid", "nominal grid"])
def test_every_line_has_28_characters_and_a_page_22_lines(press: Press, name: str) -> None:
    ruler = printed(press, name).ruler

    lines = ruler.lines_per_page()
    characters = ruler.characters_per_full_line()

    assert set(lines.values()) == {LINES}
    assert len(lines) >= 2
    assert set(characters) == {CHARACTERS}


@pytest.mark.parametrize(("name", "pitch"), [("grid", 592), ("nominal grid", 579)])
def test_the_lines_of_a_profile_have_its_step(press: Press, name: str, pitch: int) -> None:
    ruler = printed(press, name).ruler

    found = [step for page in ruler.full_pages for step in ruler.line_steps(page)]

    assert found == pytest.approx([pitch / 20 * POINT] * len(found), abs=0.02)


def test_the_ink_of_the_default_profile_fills_the_type_area(press: Press) -> None:
    ruler = printed(press, "grid").ruler

    box = ruler.text_ink(2)

    assert box is not None
    assert (box.top, box.bottom) == pytest.approx((37, 262), abs=1)
    assert (box.left, box.right) == pytest.approx((28, 184), abs=1)


def test_a_notice_of_one_paragraph_has_everything_on_its_page(press: Press) -> None:
    made = printed(press, "one paragraph")

    texts = [r.text for r in made.ruler.rows(1)]

    assert "会议定于9月8日召开，请准时参加。" in texts
    assert texts[-2:] == [OFFICE, DATED]
    assert made.ruler.page_count == 2
    assert [r.text for r in made.ruler.rows(2)] == ["某某街道党政办公室2020年9月7日印发"]
    below = [lower.baseline - upper.baseline for upper, lower in pairwise(made.ruler.rows(1))]
    assert all(step > 0 for step in below)
