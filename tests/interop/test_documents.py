"""The plans of two streets as LibreOffice sets their docx, against GB/T 9704-2012, in mm."""

import re

import pytest

from plangen.document.wording import chinese_date

from . import validator
from .laid_out import LaidOut, Layouts
from .standard import (
    CELL,
    CHARACTERS,
    LINE,
    LINES,
    MARK_TOP,
    PAGE_NUMBER_CENTRE,
    PORTRAIT,
    RED_RULE_GAP,
    THICK_RULE,
)
from .titles import well_shaped

SHANCHENG = "shancheng/plan-2020"
YUNXI = "yunxi/plan-2021"
KEPT_TOGETHER = re.compile(r"附件：|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
"""How a row begins that a blank line or its paragraph may have moved to the next page."""
WORDS = [
    *("山城", "云溪", "街道", "党工委", "办事处", "安和区", "人民政府", "关于", "印发", "调整"),
    *("社会", "心理", "服务", "体系", "建设", "试点", "工作", "实施方案", "方案", "通知"),
    *("领导小组", "小组", "技术指导", "技术", "指导", "成员", "名单", "相关部门", "职责"),
]

pytestmark = pytest.mark.usefixtures("word_processor")


@pytest.fixture(params=[SHANCHENG, YUNXI])
def plan(request: pytest.FixtureRequest, layouts: Layouts) -> LaidOut:
    return layouts(request.param)


def ends_early(plan: LaidOut, page: int) -> bool:
    """Whether the next page begins with what must not stand alone at the end of this one."""
    if page == plan.ruler.page_count:
        return True
    return bool(KEPT_TOGETHER.match(plan.ruler.rows(page + 1)[0].text))


def full_pages(plan: LaidOut) -> list[int]:
    return [page for page in plan.ruler.full_pages if not ends_early(plan, page)]


def test_full_pages_have_22_lines(plan: LaidOut) -> None:
    pages = full_pages(plan)

    lines = plan.ruler.lines_per_page()

    assert len(pages) >= 7
    assert {lines[page] for page in pages} == {LINES}


def test_full_lines_have_28_characters(plan: LaidOut) -> None:
    lines = plan.ruler.characters_per_full_line()

    assert lines.total() > 100
    assert lines.most_common(1)[0][0] == CHARACTERS
    assert max(lines) <= CHARACTERS + 1  # a mark may have been squeezed in


def test_the_ink_of_full_pages_reaches_from_37_to_262_mm(plan: LaidOut) -> None:
    boxes = [plan.ruler.text_ink(page) for page in full_pages(plan)]

    for box in boxes:
        assert box is not None
        assert box.top == pytest.approx(PORTRAIT.top, abs=1)
        assert box.bottom == pytest.approx(PORTRAIT.bottom, abs=1)
        assert box.left >= PORTRAIT.left
        assert box.right <= PORTRAIT.right


def test_the_ink_of_the_mark_begins_72_mm_below_the_page_top(plan: LaidOut) -> None:
    top = plan.ruler.mark_top()

    assert top == pytest.approx(MARK_TOP, abs=1)


def test_the_red_rule_lies_4_mm_below_the_number_and_is_as_wide_as_the_text(
    plan: LaidOut,
) -> None:
    (rule,) = plan.ruler.red_rules()
    gap = plan.ruler.gap_above_red_rule()

    assert gap == pytest.approx(RED_RULE_GAP, abs=0.5)
    assert (rule.left, rule.right) == pytest.approx((PORTRAIT.left, PORTRAIT.right), abs=0.2)


def test_every_page_has_its_number_on_the_outer_side_at_269_mm(plan: LaidOut) -> None:
    for page in range(1, plan.ruler.page_count + 1):
        number = plan.ruler.page_number(page)

        assert number is not None
        assert number.text == f"—{page}—"
        assert number.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=1)
        assert number.side == ("right" if page % 2 else "left")
        inwards = PORTRAIT.right - number.right if page % 2 else number.left - PORTRAIT.left
        assert 4.8 <= inwards <= CELL  # 1 字, of 4号 or of the type area


def test_the_imprint_ends_the_type_area_of_the_last_page_an_even_one(plan: LaidOut) -> None:
    rules = plan.ruler.imprint_rules()

    assert plan.ruler.page_count % 2 == 0
    assert len(rules) >= 2
    assert rules[-1].y == pytest.approx(PORTRAIT.bottom, abs=1)
    assert rules[-1].thickness == pytest.approx(THICK_RULE, abs=0.03)
    assert all(rule.length == pytest.approx(156, abs=0.2) for rule in rules)


def test_no_line_begins_or_ends_wrongly_and_none_hangs(plan: LaidOut) -> None:
    faults = plan.ruler.line_break_faults()
    hanging = plan.ruler.hanging_rows()

    assert faults == []
    assert hanging == []


def test_titles_are_centred_and_shaped_and_split_no_word(plan: LaidOut) -> None:
    titles = {
        page: lines
        for page in range(1, plan.ruler.page_count + 1)
        if (lines := plan.ruler.title_lines(page))
    }

    assert len(titles) == 5  # the notice, the plan, three annexes
    for page, lines in titles.items():
        assert well_shaped(lines), [line.text for line in lines]
        assert plan.ruler.words_split_in_title(WORDS, page) == []
        for line in lines:
            assert line.centre == pytest.approx((PORTRAIT.left + PORTRAIT.right) / 2, abs=0.3)


def test_the_text_of_the_pages_is_the_text_of_the_document(plan: LaidOut) -> None:
    mark = plan.document.head.mark
    assert mark is not None
    in_frames = "".join(mark.organs) + mark.suffix
    read = plan.ruler.text()

    parted = [words for words in plan.paragraphs if words not in read and words != in_frames]

    assert plan.drawn == plan.characters
    assert parted == []


def test_the_signature_stands_on_a_page_with_the_end_of_the_text(plan: LaidOut) -> None:
    signature = plan.document.signature
    assert signature is not None
    before = plan.paragraphs[plan.paragraphs.index(signature.organs[0]) - 1]

    page, row = plan.row(chinese_date(signature.date))
    above = [other for other in plan.ruler.rows(page) if other.baseline < row.baseline]
    end_of_text = [other for other in above if before.endswith(other.text)]

    assert end_of_text != []


def test_the_date_under_a_seal_ends_4_characters_from_the_edge(layouts: Layouts) -> None:
    plan = layouts(SHANCHENG)

    _, date = plan.row("2020年9月6日")

    assert date.x1 == pytest.approx(PORTRAIT.right - 4 * CELL, abs=1)


def test_an_unsealed_name_ends_2_characters_from_the_edge_and_its_date_begins_2_after_it(
    layouts: Layouts,
) -> None:
    plan = layouts(YUNXI)

    page, name = plan.row("安和区人民政府云溪街道办事处")
    date_page, date = plan.row("2021年3月18日")

    assert name.x1 == pytest.approx(PORTRAIT.right - 2 * CELL, abs=1)
    assert date.x0 - name.x0 == pytest.approx(2 * CELL, abs=1)
    assert date_page == page
    assert 0 < date.baseline - name.baseline <= LINE + 0.3


@pytest.mark.usefixtures("open_xml_validator")
def test_the_docx_is_valid_open_xml(plan: LaidOut) -> None:
    assert validator.findings(plan.docx) == []
