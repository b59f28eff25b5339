"""The elements of a document one by one, as LibreOffice sets them, in mm from the top left."""

from itertools import combinations, pairwise

import pytest

from . import validator
from .glyphs import Row
from .laid_out import LaidOut, Layouts
from .rings import Ring
from .samples import LONG_NAME, LONG_TITLE, OFFICE, RARE, SAMPLES, TEN
from .standard import (
    CELL,
    CHARACTERS,
    LANDSCAPE,
    LINE,
    LINES,
    MARK_TOP,
    PAGE_NUMBER_CENTRE,
    POINT,
    PORTRAIT,
    THICK_RULE,
    THIN_RULE,
)
from .titles import well_shaped

DATE = "2020年9月6日"
SEAL = 42.0
SMALL = 14 * POINT
"""One character of 4号."""

pytestmark = pytest.mark.usefixtures("word_processor")


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest, layouts: Layouts) -> LaidOut:
    return layouts(request.param)


def gaps_of_libreoffice(row: Row) -> float:
    """What LibreOffice 7.4 puts between digits and Chinese, although the docx forbids it."""
    parted = (right.x0 - left.x1 for left, right in pairwise(row.glyphs))
    return sum(gap for gap in parted if gap > 0.5)


# What holds for every document


@pytest.mark.usefixtures("open_xml_validator")
def test_the_docx_is_valid_open_xml(sample: LaidOut) -> None:
    assert validator.findings(sample.docx) == []


def test_no_line_begins_or_ends_wrongly_and_none_hangs(sample: LaidOut) -> None:
    faults = sample.ruler.line_break_faults()
    hanging = sample.ruler.hanging_rows()

    assert faults == []
    assert hanging == []


def test_no_character_is_lost(sample: LaidOut) -> None:
    lost = sample.characters - sample.drawn

    assert not lost


def test_nothing_is_added_but_repeated_headers_of_tables(sample: LaidOut) -> None:
    added = sample.drawn - sample.characters

    assert set(added) <= set("序号工作任务责任单位")


def test_the_imprint_ends_the_type_area_of_the_last_page_an_even_one(
    sample: LaidOut,
) -> None:
    rules = sample.ruler.imprint_rules()

    assert sample.ruler.page_count % 2 == 0
    assert rules[-1].y == pytest.approx(PORTRAIT.bottom, abs=1)


# 版头


def test_copy_number_secrecy_and_urgency_stand_above_the_mark_one_a_line(
    layouts: Layouts,
) -> None:
    ruler = layouts("classified").ruler

    above = ruler.rows(1)[:3]

    assert [row.text for row in above] == ["000012", "机密★1年", "特急"]
    assert [row.x0 for row in above] == pytest.approx([PORTRAIT.left] * 3, abs=0.5)
    tops = [PORTRAIT.top + number * LINE for number in range(3)]
    assert [row.top for row in above] == pytest.approx(tops, abs=1)


@pytest.mark.parametrize("name", ["classified", "copies", "nominal", "ten seals"])
def test_the_mark_begins_at_72_mm_whatever_stands_above_it(layouts: Layouts, name: str) -> None:
    top = layouts(name).ruler.mark_top()

    assert top == pytest.approx(MARK_TOP, abs=1)


def test_signers_stand_two_a_line_with_the_number_on_the_last_line(layouts: Layouts) -> None:
    ruler = layouts("upward").ruler

    first, last = ruler.rows(1)[1:3]

    assert first.text == "签发人：欧阳景行沈知远"
    assert [part.text for part in last.columns()] == ["某街发〔2020〕7号", "陆喆"]
    assert first.x1 == pytest.approx(PORTRAIT.right - CELL, abs=0.5)
    assert last.x0 == pytest.approx(PORTRAIT.left + CELL, abs=0.5)
    first_name = next(glyph for glyph in first.glyphs if glyph.text == "欧")
    assert last.columns()[1].x0 == pytest.approx(first_name.x0, abs=0.5)


@pytest.mark.parametrize("name", ["classified", "upward", "ten seals", "nominal"])
def test_the_red_rule_crosses_the_type_area_4_mm_below_the_number(
    layouts: Layouts, name: str
) -> None:
    ruler = layouts(name).ruler

    (rule,) = ruler.red_rules()
    gap = ruler.gap_above_red_rule()

    assert (rule.left, rule.right) == pytest.approx((PORTRAIT.left, PORTRAIT.right), abs=0.5)
    assert gap == pytest.approx(4, abs=0.5)


# 标题


def test_a_long_title_is_shaped_and_splits_no_word(layouts: Layouts) -> None:
    ruler = layouts("long title").ruler
    words = ["街道", "办事处", "上级", "部门", "基层", "社会", "心理", "服务", "体系", "建设"]
    words += ["试点", "工作", "重点", "人群", "疏导", "危机", "干预", "有关", "事项", "通知"]

    lines = ruler.title_lines()

    assert "".join(line.text for line in lines) == LONG_TITLE
    assert all(len(line.text) <= 20 for line in lines)
    assert well_shaped(lines)
    assert ruler.words_split_in_title(words) == []


# 署名、成文日期、印章


def test_a_date_under_a_seal_ends_4_characters_from_the_edge(layouts: Layouts) -> None:
    _, date = layouts("copies").row(DATE)

    assert date.x1 == pytest.approx(PORTRAIT.right - 4 * CELL, abs=1)


def test_a_sealed_name_is_centred_on_the_date(layouts: Layouts) -> None:
    page, name = layouts("copies").row(OFFICE)
    date_page, date = layouts("copies").row(DATE)

    assert date_page == page
    # The date is set from the right: without the gaps it would begin further right.
    assert date.centre + gaps_of_libreoffice(date) / 2 == pytest.approx(name.centre, abs=1)


def test_under_a_sealed_name_too_long_for_that_the_date_moves_left(layouts: Layouts) -> None:
    page, name = layouts("long name").row(LONG_NAME)
    date_page, date = layouts("long name").row(DATE)

    assert date_page == page
    assert PORTRAIT.left - 0.3 <= name.x0
    assert name.x1 <= PORTRAIT.right + 0.3
    assert date.centre == pytest.approx(name.centre, abs=1)


def test_a_date_longer_than_the_unsealed_name_ends_2_characters_from_the_edge(
    layouts: Layouts,
) -> None:
    _, name = layouts("later date").row("某某局")
    _, date = layouts("later date").row("2020年12月16日")

    assert date.x1 == pytest.approx(PORTRAIT.right - 2 * CELL, abs=1)
    began = date.x0 + gaps_of_libreoffice(date)
    assert began - name.x0 == pytest.approx(2 * CELL, abs=1)


def seals(laid_out: LaidOut, page: int) -> list[Ring]:
    return laid_out.ruler.ink(page).rings("red", SEAL)


@pytest.mark.parametrize(("name", "page", "count"), [("ten seals", 2, 10), ("two seals", 1, 2)])
def test_seals_neither_touch_nor_overlap(
    layouts: Layouts, name: str, page: int, count: int
) -> None:
    found = seals(layouts(name), page)

    assert [ring.diameter for ring in found] == pytest.approx([SEAL] * count, abs=0.3)
    assert all(one.gap(other) > 1 for one, other in combinations(found, 2))


@pytest.mark.parametrize(("name", "page"), [("two seals", 1), ("ten seals", 2)])
def test_seals_stay_inside_the_type_area(layouts: Layouts, name: str, page: int) -> None:
    for ring in seals(layouts(name), page):
        assert PORTRAIT.left <= ring.x - SEAL / 2
        assert ring.x + SEAL / 2 <= PORTRAIT.right
        assert ring.y + SEAL / 2 <= PORTRAIT.bottom + 1


def test_each_of_ten_seals_lies_over_its_own_name_in_the_order_of_the_mark(
    layouts: Layouts,
) -> None:
    laid_out = layouts("ten seals")
    names = [part for row in laid_out.ruler.rows(2) for part in row.columns() if part.text in TEN]

    found = seals(laid_out, 2)

    assert [name.text for name in names] == list(TEN)
    for ring, name in zip(found, names, strict=True):
        assert ring.x == pytest.approx(name.centre, abs=1)
        assert (name.top + name.bottom) / 2 == pytest.approx(ring.y, abs=SEAL / 8)


def test_the_first_seals_lie_within_a_line_of_the_text_and_the_last_over_the_date(
    layouts: Layouts,
) -> None:
    laid_out = layouts("ten seals")
    _, date = laid_out.row(DATE)
    _, name = laid_out.row(TEN[-1])
    text = [row for row in laid_out.ruler.rows(2) if row.text.endswith("。")]

    found = seals(laid_out, 2)

    assert 0 <= found[0].y - SEAL / 2 - text[-1].bottom <= LINE
    assert found[-1].y < (name.top + date.bottom) / 2 < found[-1].y + SEAL / 8  # 居中偏下
    assert found[-1].x == pytest.approx(date.centre + gaps_of_libreoffice(date) / 2, abs=1)


# 附件


def landscape_pages(laid_out: LaidOut) -> list[int]:
    pages = range(1, laid_out.ruler.page_count + 1)
    return [page for page in pages if laid_out.ruler.type_area(page) is LANDSCAPE]


def test_the_header_of_a_long_table_is_repeated_on_every_page(layouts: Layouts) -> None:
    laid_out = layouts("landscape")

    pages = landscape_pages(laid_out)
    first_rows = [laid_out.ruler.rows(page)[0].text for page in pages]

    assert len(pages) >= 3
    assert first_rows == ["附件"] + ["序号工作任务责任单位"] * (len(pages) - 1)


def test_a_landscape_page_has_its_number_where_the_portrait_sheet_has_it(
    layouts: Layouts,
) -> None:
    laid_out = layouts("landscape")

    for page in landscape_pages(laid_out):
        number = laid_out.ruler.page_number(page)
        assert number is not None
        assert number.text == f"—{page}—"
        assert number.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=1)
        assert number.side == ("right" if page % 2 else "left")
        inwards = PORTRAIT.right - number.right if page % 2 else number.left - PORTRAIT.left
        assert 4.8 <= inwards <= CELL


def test_the_ink_of_a_landscape_page_keeps_to_the_type_area(layouts: Layouts) -> None:
    laid_out = layouts("landscape")

    for page in landscape_pages(laid_out):
        box = laid_out.ruler.text_ink(page)
        assert box is not None
        assert box.bottom <= LANDSCAPE.bottom + 1
        assert box.left == pytest.approx(LANDSCAPE.left, abs=1)
        assert box.right == pytest.approx(LANDSCAPE.right, abs=1)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(0, marks=pytest.mark.xfail(reason="the label 附件 begins at 29.04 mm")),
        pytest.param(1, marks=pytest.mark.xfail(reason="the rule of the table is at 25.4 mm")),
    ],
)
def test_the_ink_of_a_landscape_page_begins_where_the_type_area_does(
    layouts: Layouts, number: int
) -> None:
    laid_out = layouts("landscape")

    box = laid_out.ruler.text_ink(landscape_pages(laid_out)[number])

    assert box is not None
    assert box.top == pytest.approx(LANDSCAPE.top, abs=1)


# 版记


def test_copies_of_three_lines_hang_under_their_first_organ(layouts: Layouts) -> None:
    ruler = layouts("copies").ruler

    *copies, printed = ruler.rows(2)
    rules = ruler.imprint_rules()

    assert len(copies) == 3
    assert copies[0].text.startswith("抄送：市委办公室")
    assert copies[-1].text.endswith("。")
    left = PORTRAIT.left + SMALL
    assert copies[0].x0 == pytest.approx(left, abs=0.5)
    assert [row.x0 for row in copies[1:]] == pytest.approx([left + 3 * SMALL] * 2, abs=0.5)
    assert all(row.x1 <= PORTRAIT.right - SMALL + 0.3 for row in copies)
    assert printed.x0 == pytest.approx(left, abs=0.5)
    assert printed.x1 == pytest.approx(PORTRAIT.right - SMALL, abs=0.5)
    assert {row.size for row in [*copies, printed]} == {14}
    thicknesses = [rule.thickness for rule in rules]
    assert thicknesses == pytest.approx([THICK_RULE, THIN_RULE, THICK_RULE], abs=0.03)
    assert all(rule.length == pytest.approx(156, abs=0.2) for rule in rules)


@pytest.mark.parametrize(
    ("name", "numbered"),
    [
        ("imprint below the text", [True, True]),
        ("imprint overleaf", [True, True]),
        ("imprint after a blank page", [True, True, False, False]),
        ("imprint after a landscape page", [True, True, False, False]),
        ("imprint after two landscape pages", [True, True, True, True]),
    ],
)
def test_a_blank_page_before_the_imprint_has_no_number_nor_has_the_imprints(
    layouts: Layouts, name: str, numbered: list[bool]
) -> None:
    ruler = layouts(name).ruler
    pages = range(1, ruler.page_count + 1)

    numbers = [ruler.page_number(page) for page in pages]

    assert [number is not None for number in numbers] == numbered
    assert all(number.text == f"—{page}—" for page, number in enumerate(numbers, 1) if number)
    assert [page for page in pages if not ruler.rows(page)] == ([3] if False in numbered else [])


# 版心、用字


@pytest.mark.parametrize(
    ("name", "top", "bottom"), [("grid", 37.9, 262.8), ("nominal grid", 40.4, 260.6)]
)
def test_both_profiles_set_22_lines_of_28_characters(
    layouts: Layouts, name: str, top: float, bottom: float
) -> None:
    ruler = layouts(name).ruler

    lines = ruler.lines_per_page()
    characters = ruler.characters_per_full_line()
    box = ruler.text_ink(2)

    assert lines == {2: LINES, 3: LINES}
    assert max(characters) == characters.most_common(1)[0][0] == CHARACTERS
    assert box is not None
    assert (box.top, box.bottom) == pytest.approx((top, bottom), abs=0.3)


def test_characters_beyond_the_basic_plane_stand_in_the_grid_like_others(
    layouts: Layouts,
) -> None:
    laid_out = layouts("rare characters")

    _, name = laid_out.row(f"{RARE}办事处")

    steps = [right.x0 - left.x0 for left, right in pairwise(name.glyphs)]
    assert steps == pytest.approx([CELL] * 5, abs=0.15)
