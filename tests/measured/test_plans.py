"""The plans of two streets as plangen prints them, against GB/T 9704-2012, in mm."""

import re
from collections import Counter

import pytest

from plangen.document.wording import chinese_date
from tests.interop.standard import (
    CELL,
    CHARACTERS,
    LINE,
    LINES,
    MARK_TOP,
    PAGE_NUMBER_CENTRE,
    PORTRAIT,
    RED_RULE_GAP,
    THICK_RULE,
    THIN_RULE,
)
from tests.interop.titles import well_shaped
from tests.measured.printing import Press, Printed
from tests.measured.raster import ink_of_pages
from tests.measured.reading import CLOSING, ends_at, is_wide, justified, set_paragraphs, steps

SHANCHENG = "shancheng/plan-2020"
YUNXI = "yunxi/plan-2021"
KEPT_TOGETHER = re.compile(r"附件：|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
"""How a row begins that a blank line or its paragraph may have moved to the next page."""
EDGE = 0.3  # mm: how far ink may be seen beyond an edge in a coarse drawing
FINELY_DRAWN = 2  # pages of each plan: one takes half a second to draw at 600 dpi


@pytest.fixture(params=[SHANCHENG, YUNXI])
def plan(request: pytest.FixtureRequest, press: Press) -> Printed:
    return press.plan(request.param)


def full_pages(plan: Printed) -> list[int]:
    """Pages whose last line is the last that fits, not one that had to stay with the next page."""
    kept = (
        page
        for page in plan.ruler.full_pages
        if page < plan.ruler.page_count
        and not KEPT_TOGETHER.match(plan.ruler.rows(page + 1)[0].text)
    )
    return list(kept)


# 版心


def test_full_pages_have_22_lines_in_even_steps(plan: Printed) -> None:
    pages = full_pages(plan)

    lines = plan.ruler.lines_per_page()
    steps_of_lines = [step for page in pages for step in plan.ruler.line_steps(page)]

    assert len(pages) >= 7
    assert {lines[page] for page in pages} == {LINES}
    assert steps_of_lines == pytest.approx([LINE] * len(steps_of_lines), abs=0.02)


def test_full_lines_have_28_characters_and_no_other_count_without_a_mark(plan: Printed) -> None:
    lines = [line.row for line in justified(plan) if is_wide(line.row)]
    flush = [row for row in lines if abs(row.x0 - PORTRAIT.left) < 0.1]
    counts = Counter(len(row.glyphs) for row in flush)
    without_marks = {len(row.glyphs) for row in flush if not set(row.text) & CLOSING}

    assert counts.total() > 100
    assert counts[CHARACTERS] > 0.9 * counts.total()
    assert set(counts) <= {CHARACTERS - 1, CHARACTERS, CHARACTERS + 1}
    assert without_marks <= {CHARACTERS - 1, CHARACTERS}


def test_the_ink_of_full_pages_reaches_from_37_to_262_mm(plan: Printed) -> None:
    boxes = [plan.ruler.text_ink(page) for page in full_pages(plan)[:FINELY_DRAWN]]

    for box in boxes:
        assert box is not None
        assert box.top == pytest.approx(PORTRAIT.top, abs=1)
        assert box.bottom == pytest.approx(PORTRAIT.bottom, abs=1)
        assert box.left == pytest.approx(PORTRAIT.left, abs=1)
        assert box.right == pytest.approx(PORTRAIT.right, abs=1)


def test_nothing_stands_outside_the_type_area(plan: Printed) -> None:
    boxes = ink_of_pages(plan.path)

    for page, box in zip(plan.pages, boxes, strict=True):
        assert box is not None, page
        assert box.left > PORTRAIT.left - EDGE, page
        assert box.right < PORTRAIT.right + EDGE, page
        assert box.top > PORTRAIT.top - EDGE, page
        assert box.bottom < PORTRAIT.bottom + EDGE, page


def test_characters_stand_on_the_grid_of_28(plan: Printed) -> None:
    on_grid = [
        line.row
        for line in justified(plan)
        if is_wide(line.row)
        and line.row.text[-1] not in CLOSING
        and round((PORTRAIT.right - line.row.x0) / CELL) == len(line.row.glyphs)
    ]

    for row in on_grid:
        assert steps(row) == pytest.approx([CELL] * (len(row.glyphs) - 1), abs=0.01), row.text

    assert len(on_grid) > 100


def test_no_full_line_ends_short_or_long(plan: Printed) -> None:
    lines = justified(plan)

    faults = {
        (line.page, line.row.text): round(ends_at(line.row), 2)
        for line in lines
        if abs(ends_at(line.row) - PORTRAIT.right) > 0.1
    }

    assert len(lines) > 150
    assert faults == {}


def test_paragraphs_begin_two_characters_in(plan: Printed) -> None:
    firsts = [
        paragraph[0].row
        for paragraph in set_paragraphs(plan)
        if len(paragraph) > 1 and abs(paragraph[1].row.x0 - PORTRAIT.left) < 0.1
    ]

    for row in firsts:
        opens = row.text[0] in "“《（"  # its ink may begin anywhere in its cell
        assert opens or row.x0 == pytest.approx(PORTRAIT.left + 2 * CELL, abs=0.2), row.text

    assert len(firsts) > 20


# 版头


def test_the_ink_of_the_mark_begins_72_mm_below_the_page_top(plan: Printed) -> None:
    top = plan.ruler.mark_top()

    assert top == pytest.approx(MARK_TOP, abs=0.3)


def test_the_red_rule_lies_4_mm_below_the_number_and_is_as_wide_as_the_text(plan: Printed) -> None:
    (rule,) = plan.ruler.red_rules()
    gap = plan.ruler.gap_above_red_rule()

    assert gap == pytest.approx(RED_RULE_GAP, abs=0.2)
    assert rule.length == pytest.approx(156, abs=0.1)
    assert (rule.left, rule.right) == pytest.approx((PORTRAIT.left, PORTRAIT.right), abs=0.1)


def test_the_mark_is_centred_and_reads_as_its_organs(plan: Printed) -> None:
    mark = plan.document.head.mark
    assert mark is not None

    box = plan.ruler.ink(1).box("red", bottom=plan.ruler.red_rules()[0].top - 1)
    texts = "".join(row.text for row in plan.ruler.rows(1))

    assert box is not None
    assert (box.left + box.right) / 2 == pytest.approx(106, abs=1.5)
    for words in (*mark.organs, mark.suffix):
        assert words in texts


# 标题


def test_titles_are_centred_and_shaped(plan: Printed) -> None:
    titles = {page: lines for page in plan.pages if (lines := plan.ruler.title_lines(page))}

    assert len(titles) == 5  # the notice, the plan, three annexes
    for lines in titles.values():
        assert well_shaped(lines), [line.text for line in lines]
        for line in lines:
            assert line.centre == pytest.approx((PORTRAIT.left + PORTRAIT.right) / 2, abs=0.3)


# 署名


def test_the_signature_stands_on_a_page_with_the_end_of_the_text(plan: Printed) -> None:
    signature = plan.document.signature
    assert signature is not None
    date = chinese_date(signature.date)

    (page,) = (p for p in plan.pages if any(row.text == date for row in plan.ruler.rows(p)))
    above = [row.text for row in plan.ruler.rows(page)]

    assert any(text.endswith("。") for text in above[: above.index(date)])


# 页码


def test_every_page_has_its_number_on_the_outer_side_at_269_mm(plan: Printed) -> None:
    for page in plan.pages:
        number = plan.ruler.page_number(page)

        assert number is not None
        assert number.text == f"—{page}—"
        assert number.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=0.3)
        assert number.side == ("right" if page % 2 else "left")
        inwards = PORTRAIT.right - number.right if page % 2 else number.left - PORTRAIT.left
        assert 4.9 <= inwards <= 5.7  # 1 字, of 4号 or of the type area


# 版记


def test_the_imprint_ends_the_type_area_of_the_last_page_an_even_one(plan: Printed) -> None:
    rules = plan.ruler.imprint_rules()

    assert plan.ruler.page_count % 2 == 0
    assert rules[-1].y == pytest.approx(PORTRAIT.bottom, abs=0.2)
    first, *between, last = [rule.thickness for rule in rules]
    assert (first, last) == pytest.approx((THICK_RULE, THICK_RULE), abs=0.01)
    assert between == pytest.approx([THIN_RULE] * len(between), abs=0.01)
    for rule in rules:
        assert (rule.left, rule.right) == pytest.approx((28, 184), abs=0.1)


# 禁则 and text


def test_no_line_begins_or_ends_wrongly(plan: Printed) -> None:
    faults = plan.ruler.line_break_faults()

    assert faults == []


def test_the_text_of_the_pages_is_the_text_of_the_document(plan: Printed) -> None:
    mark = plan.document.head.mark
    assert mark is not None
    stacked = "".join(mark.organs) + mark.suffix
    read = plan.ruler.text()

    parted = [words for words in plan.paragraphs if words not in read and words != stacked]

    assert plan.drawn == plan.characters
    assert parted == []
