"""信函, 命令 and 纪要 (cl. 10), seals and signature stamps as LibreOffice sets them, in mm."""

from itertools import pairwise

import pytest

from . import validator
from .form_samples import FORM_SAMPLES
from .glyphs import Row
from .laid_out import LaidOut, Layouts
from .standard import (
    BELOW_DOUBLE_RULE,
    CELL,
    DOUBLE_RULE_FOOT,
    DOUBLE_RULE_GAP,
    DOUBLE_RULE_LENGTH,
    LETTER_MARK_TOP,
    LINE,
    MARK_TOP,
    ORDER_MARK_TOP,
    PORTRAIT,
    RED_RULE_GAP,
    SHORT_SIDE,
)

LETTER = "yunxi/letter-2021"
ORDER = "anhe/order-2021"
MINUTES = "anhe/minutes-2021"
DATE = "2020年9月6日"
AT_4_CELLS = PORTRAIT.right - 4 * CELL
AT_2_CELLS = PORTRAIT.left + 2 * CELL
BEHIND_LABEL = PORTRAIT.left + 5 * CELL

pytestmark = pytest.mark.usefixtures("word_processor")


@pytest.fixture(params=[*FORM_SAMPLES, LETTER, ORDER, MINUTES])
def sample(request: pytest.FixtureRequest, layouts: Layouts) -> LaidOut:
    return layouts(request.param)


@pytest.fixture(params=["letter", "short letter", "nominal letter", LETTER])
def letter(request: pytest.FixtureRequest, layouts: Layouts) -> LaidOut:
    return layouts(request.param)


def parted(row: Row, name: str) -> tuple[Row, Row]:
    """职务 and the name behind it; the gap between them is too narrow for columns."""
    assert row.text.endswith(name)
    return Row(row.glyphs[: -len(name)]), Row(row.glyphs[-len(name) :])


@pytest.mark.usefixtures("open_xml_validator")
def test_the_docx_is_valid_open_xml(sample: LaidOut) -> None:
    assert validator.findings(sample.docx) == []


def test_no_character_is_lost_but_names_that_pictures_say(sample: LaidOut) -> None:
    signature = sample.document.signature
    stamps = signature.stamps if signature else ()
    said = "".join(stamp.name for stamp in stamps if stamp.picture)

    lost = sample.characters - sample.drawn

    assert "".join(sorted(lost.elements())) == "".join(sorted(said))


# 信函


def test_the_mark_of_a_letter_begins_at_30_mm(letter: LaidOut) -> None:
    assert letter.ruler.mark_top() == pytest.approx(LETTER_MARK_TOP, abs=1)


def test_page_1_of_a_letter_has_two_double_rules(letter: LaidOut) -> None:
    thick, thin, upper, lower = letter.ruler.red_rules()
    mark = letter.ruler.mark_ink()

    assert mark is not None
    assert thick.top - mark.bottom == pytest.approx(DOUBLE_RULE_GAP, abs=1)
    assert (upper.top + lower.bottom) / 2 == pytest.approx(DOUBLE_RULE_FOOT, abs=1)
    assert thick.thickness > 2 * thin.thickness
    assert lower.thickness > 2 * upper.thickness
    for rule in (thick, thin, upper, lower):
        assert rule.length == pytest.approx(DOUBLE_RULE_LENGTH, abs=0.5)
        assert (rule.left + rule.right) / 2 == pytest.approx(SHORT_SIDE / 2, abs=0.5)
    for page in range(2, letter.ruler.page_count + 1):
        assert letter.ruler.red_rules(page) == []


def test_the_number_of_a_letter_ends_at_the_right_edge(letter: LaidOut) -> None:
    _, row = letter.rows()[1]

    assert row.text.endswith("号")
    assert row.x1 == pytest.approx(PORTRAIT.right, abs=0.5)


def test_the_first_element_of_a_letter_begins_below_the_double_rule(letter: LaidOut) -> None:
    _, row = letter.rows()[1]
    _, thin, *_ = letter.ruler.red_rules()

    assert row.top - thin.bottom == pytest.approx(BELOW_DOUBLE_RULE, abs=1)


def test_the_elements_of_a_letter_stand_one_a_line_at_the_left_edge(layouts: Layouts) -> None:
    ruler = layouts("letter").ruler

    _, first, second, third = ruler.rows(1)[:4]

    assert first.columns()[0].text == "000003"
    assert [second.text, third.text] == ["秘密★1年", "特急"]
    assert [row.x0 for row in (first, second, third)] == pytest.approx([PORTRAIT.left] * 3, abs=0.5)
    assert second.baseline - first.baseline == pytest.approx(LINE, abs=0.3)
    assert third.baseline - second.baseline == pytest.approx(LINE, abs=0.3)


@pytest.mark.parametrize(("name", "last"), [("letter", "特急"), ("short letter", "号")])
def test_the_title_of_a_letter_stands_two_lines_below_the_last_element(
    layouts: Layouts, name: str, last: str
) -> None:
    ruler = layouts(name).ruler

    (title,) = ruler.title_lines()
    above = [row for row in ruler.rows(1) if row.baseline < title.baseline][-1]

    assert above.text.endswith(last)
    assert title.baseline - above.baseline == pytest.approx(3 * LINE, abs=1)


def test_page_1_of_a_letter_has_no_number_and_the_others_have(layouts: Layouts) -> None:
    ruler = layouts("letter").ruler

    first, *others = (ruler.page_number(page) for page in range(1, ruler.page_count + 1))

    assert ruler.page_count == 3
    assert first is None
    assert [number.text if number else "" for number in others] == ["—2—", "—3—"]


@pytest.mark.parametrize("name", ["letter", "short letter", LETTER])
def test_the_imprint_of_a_letter_ends_the_type_area_without_rules(
    layouts: Layouts, name: str
) -> None:
    ruler = layouts(name).ruler

    last = ruler.rows(ruler.page_count)[-1]

    assert last.text.startswith("抄送：")
    assert last.bottom == pytest.approx(PORTRAIT.bottom, abs=1)
    assert ruler.imprint_rules() == []


def test_a_short_letter_is_one_page(layouts: Layouts) -> None:
    assert layouts("short letter").ruler.page_count == 1


def gaps_of(row: Row) -> float:
    """What LibreOffice 7.4 puts between digits and Chinese, although the docx forbids it."""
    parted = (right.x0 - left.x1 for left, right in pairwise(row.glyphs))
    return sum(gap for gap in parted if gap > 0.5)


def test_the_picture_of_a_seal_covers_name_and_date(layouts: Layouts) -> None:
    laid_out = layouts(LETTER)
    page, name = laid_out.rows()[-3]
    _, day = laid_out.rows()[-2]

    (seal,) = laid_out.ruler.pictures(page)

    assert name.text == "安和区人民政府云溪街道办事处"
    assert seal.right - seal.left == pytest.approx(42, abs=0.5)
    assert seal.bottom - seal.top == pytest.approx(42, abs=0.5)
    assert seal.top < name.top < day.bottom < seal.bottom
    # LibreOffice puts gaps beside digits, so that the date begins further left.
    assert (seal.left + seal.right) / 2 == pytest.approx(day.centre + gaps_of(day) / 2, abs=1)
    above = laid_out.rows()[-4][1]
    assert 0 <= seal.top - above.bottom <= LINE


# 命令


@pytest.mark.parametrize("name", ["order", "joint order", ORDER])
def test_the_mark_of_an_order_begins_at_57_mm_without_red_rules(
    layouts: Layouts, name: str
) -> None:
    ruler = layouts(name).ruler

    assert ruler.mark_top() == pytest.approx(ORDER_MARK_TOP, abs=1)
    assert ruler.red_rules() == []


@pytest.mark.parametrize(("name", "number"), [("order", "第3号"), ("joint order", "第4号")])
def test_the_number_of_an_order_is_centred_two_lines_below_the_mark(
    layouts: Layouts, name: str, number: str
) -> None:
    laid_out = layouts(name)
    mark = laid_out.ruler.mark_ink()

    _, row = laid_out.row(number)

    assert mark is not None
    assert row.top - mark.bottom == pytest.approx(2 * LINE, abs=1.5)
    assert row.centre == pytest.approx((PORTRAIT.left + PORTRAIT.right) / 2, abs=1)


def test_the_text_of_an_order_begins_two_lines_below_its_number(layouts: Layouts) -> None:
    laid_out = layouts("order")

    _, number = laid_out.row("第3号")
    text = next(row for _, row in laid_out.rows() if row.baseline > number.baseline + 1)

    assert text.baseline - number.baseline == pytest.approx(3 * LINE, abs=0.5)


def test_elements_above_the_mark_of_a_joint_order_keep_their_lines(layouts: Layouts) -> None:
    first, second = layouts("joint order").ruler.rows(1)[:2]

    assert [first.text, second.text] == ["000001", "秘密"]
    tops = [PORTRAIT.top, PORTRAIT.top + LINE]
    assert [first.top, second.top] == pytest.approx(tops, abs=1)


def test_a_name_in_a_stamps_place_ends_4_cells_from_the_right(layouts: Layouts) -> None:
    laid_out = layouts("order")

    text, signed, day = (row for _, row in laid_out.rows()[-3:])

    office, name = parted(signed, "欧阳景行")

    assert [office.text, day.text] == ["市长", DATE]
    assert name.x1 == pytest.approx(AT_4_CELLS, abs=0.5)
    assert name.x0 - office.x1 == pytest.approx(2 * CELL, abs=0.5)
    assert day.x1 == pytest.approx(AT_4_CELLS, abs=0.5)
    assert signed.baseline - text.baseline == pytest.approx(3 * LINE, abs=0.5)
    assert day.baseline - signed.baseline == pytest.approx(2 * LINE, abs=0.5)


def test_signers_stand_one_a_line_aligned_at_the_right(layouts: Layouts) -> None:
    first, second, _ = (row for _, row in layouts("joint order").rows()[-3:])

    offices = [parted(first, "欧阳景行")[0], parted(second, "沈知")[0]]

    assert [office.text for office in offices] == ["某某市人民政府市长", "某某县人民政府县长"]
    assert [row.x1 for row in (first, second)] == pytest.approx([AT_4_CELLS] * 2, abs=0.5)
    assert offices[0].x1 == pytest.approx(offices[1].x1, abs=0.3)


def test_a_stamp_stands_4_cells_from_the_right_beside_the_middle_of_the_office(
    layouts: Layouts,
) -> None:
    laid_out = layouts(ORDER)
    text, office, day = (row for _, row in laid_out.rows()[-3:])

    (stamp,) = laid_out.ruler.pictures(1)

    assert office.text == "区长"
    assert stamp.right == pytest.approx(AT_4_CELLS, abs=0.5)
    assert stamp.left - office.x1 == pytest.approx(2 * CELL, abs=1)
    middle = (office.top + office.bottom) / 2
    assert (stamp.top + stamp.bottom) / 2 == pytest.approx(middle, abs=1)
    leading = (LINE - (text.bottom - text.top)) / 2
    assert stamp.top - (text.bottom + leading) == pytest.approx(2 * LINE, abs=1)
    assert day.top - leading - stamp.bottom == pytest.approx(LINE, abs=1)


# 纪要


@pytest.mark.parametrize("name", ["minutes", MINUTES])
def test_the_mark_of_minutes_begins_at_72_mm_over_one_red_rule(layouts: Layouts, name: str) -> None:
    ruler = layouts(name).ruler

    (rule,) = ruler.red_rules()
    gap = ruler.gap_above_red_rule()

    assert ruler.mark_top() == pytest.approx(MARK_TOP, abs=1)
    assert (rule.left, rule.right) == pytest.approx((PORTRAIT.left, PORTRAIT.right), abs=0.5)
    assert gap == pytest.approx(RED_RULE_GAP, abs=0.5)


def test_the_organ_and_date_of_minutes_stand_above_the_red_rule(layouts: Layouts) -> None:
    ruler = layouts("minutes").ruler
    (rule,) = ruler.red_rules()

    number, issue = [row for row in ruler.rows(1) if row.baseline < rule.top][-2:]
    organ, day = issue.columns()

    assert [number.text, organ.text, day.text] == ["第6期", "某某市人民政府办公室", DATE]
    assert organ.x0 == pytest.approx(PORTRAIT.left + CELL, abs=0.5)
    assert day.x1 == pytest.approx(PORTRAIT.right - CELL, abs=0.5)


def test_attendance_begins_one_line_below_the_text_and_aligns_behind_its_colon(
    layouts: Layouts,
) -> None:
    rows = [row for _, row in layouts("minutes").rows()]
    start = next(place for place, row in enumerate(rows) if row.text.startswith("出席："))
    end = next(place for place, row in enumerate(rows) if row.text.startswith("请假："))

    label, *names = rows[start].glyphs[:4]

    assert rows[start].baseline - rows[start - 1].baseline == pytest.approx(2 * LINE, abs=0.5)
    assert end - start >= 3
    assert label.x0 == pytest.approx(AT_2_CELLS, abs=0.5)
    assert names[2].x0 == pytest.approx(BEHIND_LABEL, abs=0.5)
    assert [row.x0 for row in rows[start + 1 : end]] == pytest.approx(
        [BEHIND_LABEL] * (end - start - 1), abs=0.5
    )
    assert "Hei" in label.font
    assert "Fang" in names[2].font


def test_each_kind_of_attendance_begins_a_line_2_cells_from_the_left(layouts: Layouts) -> None:
    rows = [row for _, row in layouts("minutes").rows()]

    found = {row.text[:3]: row.x0 for row in rows if row.text[2:3] == "："}

    assert list(found) == ["出席：", "请假：", "列席："]
    assert list(found.values()) == pytest.approx([AT_2_CELLS] * 3, abs=0.5)
