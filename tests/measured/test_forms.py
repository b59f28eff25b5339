"""信函, 命令 and 纪要 (GB/T 9704-2012, 10), in mm."""

import pytest

from tests.interop.form_samples import FORM_SAMPLES
from tests.interop.samples import COPIES, DATE, OFFICE, Sample, lines, organs
from tests.interop.standard import CELL, LINE, PORTRAIT
from tests.measured.printing import Press, Printed

LETTER = (
    f'<document form="信函"><head copy-number="12" urgency="特急"><mark>{organs("某某区民政局")}'
    '</mark><number code="某民函" year="2021" seq="9"/></head><title>关于做好有关工作的函</title>'
    f"<to><group>{organs('区财政局')}</group></to>{{text}}"
    f"<signature>{organs('某某区民政局')}{DATE}</signature><imprint><cc>{COPIES}</cc></imprint>"
    "</document>"
)
ORDER = (
    f'<document form="命令"><head><mark suffix="令">{organs("某某市人民政府")}</mark>'
    f'<number order="12"/></head>{lines(3)}<signature><stamp office="市长" name="欧阳景行"/>{DATE}'
    "</signature></document>"
)
MINUTES = (
    f'<document form="纪要"><head><mark>{organs("某某街道办事处会议")}</mark><number issue="3"/>'
    f"</head><title>主任办公会议纪要</title>{lines(3)}"
    '<attendance kind="出席"><attendees><name>欧阳景行</name><name>沈知远</name><name>陆喆</name>'
    "</attendees></attendance>"
    f"<signature>{organs(OFFICE)}{DATE}</signature></document>"
)
FORMS = {
    "letter": Sample(LETTER.format(text=lines(3))),
    "long letter": Sample(LETTER.format(text=lines(30))),
    "order": Sample(ORDER),
    "minutes": Sample(MINUTES),
}
MARK_TOPS = {"letter": 30.0, "long letter": 30.0, "order": 57.0, "minutes": 72.0}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def printed(press: Press, name: str) -> Printed:
    return press.sample(name, FORMS[name])


@pytest.mark.parametrize("name", FORM_SAMPLES)
def test_no_form_loses_a_character_or_leaves_the_type_area(press: Press, name: str) -> None:
    made = press.sample(f"form {name}", FORM_SAMPLES[name])

    boxes = [made.ruler.text_ink(page) for page in made.pages]

    assert made.drawn == made.characters
    assert made.ruler.line_break_faults() == []
    for box in boxes:
        if box is not None:
            assert PORTRAIT.left - 0.1 < box.left
            assert box.right < PORTRAIT.right + 0.1
            assert box.bottom < PORTRAIT.bottom + 1


def test_the_mark_begins_at_the_height_of_its_form(press: Press, form: str) -> None:
    assert printed(press, form).ruler.mark_top() == pytest.approx(MARK_TOPS[form], abs=0.3)


def test_no_character_is_lost_and_nothing_breaks_wrongly(press: Press, form: str) -> None:
    made = printed(press, form)

    assert made.drawn == made.characters
    assert made.ruler.line_break_faults() == []


def test_black_ink_keeps_to_the_type_area(press: Press, form: str) -> None:
    ruler = printed(press, form).ruler

    for page in range(1, ruler.page_count + 1):
        box = ruler.text_ink(page)
        if box is not None:
            assert box.left > PORTRAIT.left - 0.1
            assert box.right < PORTRAIT.right + 0.1
            assert box.bottom < PORTRAIT.bottom + 1


def test_a_letter_has_double_rules_below_its_mark_and_20_mm_from_the_foot(press: Press) -> None:
    ruler = printed(press, "letter").ruler
    ink = ruler.ink(1)

    upper, lower, foot_upper, foot_lower = ruler.red_rules()
    mark = ink.box("red", bottom=upper.top - 1)

    assert mark is not None
    assert upper.top - mark.bottom == pytest.approx(4, abs=0.5)
    assert upper.thickness > 2 * lower.thickness  # 上粗下细
    assert foot_lower.thickness > 2 * foot_upper.thickness  # 上细下粗
    assert (foot_upper.top + foot_lower.bottom) / 2 == pytest.approx(277, abs=0.5)
    for rule in (upper, lower, foot_upper, foot_lower):
        assert rule.length == pytest.approx(170, abs=0.2)
        assert (rule.left + rule.right) / 2 == pytest.approx(105, abs=0.2)


def test_the_elements_of_a_letter_stand_below_its_rule_number_at_the_right(press: Press) -> None:
    ruler = printed(press, "letter").ruler
    rule = ruler.red_rules()[1]

    rows = [row for row in ruler.rows(1) if row.baseline > rule.bottom]

    texts = [row.text for row in rows[:3]]
    assert "000012" in texts[0]
    assert any("特急" in text for text in texts[:2])
    numbered = next(row for row in rows if row.text.endswith("某民函〔2021〕9号"))
    assert numbered.x1 == pytest.approx(PORTRAIT.right, abs=0.2)
    assert rows[0].x0 == pytest.approx(PORTRAIT.left, abs=0.1)
    box = ruler.row_ink(1, rows[0])
    assert box is not None
    assert box.top - rule.bottom == pytest.approx(4.84, abs=0.8)


def test_a_letter_has_its_rules_on_page_1_and_no_number_there(press: Press) -> None:
    ruler = printed(press, "long letter").ruler

    numbers = [ruler.page_number(page) for page in range(1, ruler.page_count + 1)]

    assert len(ruler.red_rules(1)) == 4
    assert ruler.red_rules(2) == []
    assert numbers[0] is None
    assert numbers[1] is not None
    assert numbers[1].text == "—2—"


def test_the_text_of_a_letter_stays_above_the_rule_at_the_foot(press: Press) -> None:
    ruler = printed(press, "long letter").ruler

    box = ruler.ink(1).box("black")

    assert box is not None
    assert box.bottom <= PORTRAIT.bottom + 1


def test_the_imprint_of_a_letter_has_no_rules_and_ends_the_type_area(press: Press) -> None:
    ruler = printed(press, "letter").ruler
    page = ruler.page_count

    last = ruler.rows(page)[-1]
    box = ruler.row_ink(page, last)

    assert last.text.endswith("。")
    assert ruler.ink(page).rules("black") == []
    assert box is not None
    assert box.bottom == pytest.approx(PORTRAIT.bottom, abs=1)


def test_the_number_of_an_order_is_centred_below_the_mark(press: Press) -> None:
    ruler = printed(press, "order").ruler

    number, text = ruler.rows(1)[1:3]

    mark = ruler.ink(1).box("red")
    box = ruler.row_ink(1, number)
    assert number.text == "第12号"
    assert number.centre == pytest.approx(106, abs=0.2)
    assert mark is not None and box is not None
    assert box.top - mark.bottom == pytest.approx(2 * LINE + 2.4, abs=2.5)  # 空二行
    assert text.baseline - number.baseline == pytest.approx(3 * LINE, abs=0.1)  # 空二行
    assert ruler.red_rules() == []


def test_an_order_is_signed_by_its_leader(press: Press) -> None:
    rows = printed(press, "order").ruler.rows(1)

    signed = next(row for row in rows if row.text == "市长欧阳景行")
    date = next(row for row in rows if row.text == "2020年9月6日")

    office, name = signed.glyphs[1], signed.glyphs[2]
    assert name.x0 - office.x1 == pytest.approx(2 * CELL, abs=0.3)
    assert signed.x1 == pytest.approx(PORTRAIT.right - 4 * CELL, abs=0.2)
    assert date.x1 == pytest.approx(PORTRAIT.right - 4 * CELL, abs=0.2)
    assert date.baseline - signed.baseline == pytest.approx(2 * LINE, abs=0.1)  # 下空一行


def test_those_present_at_a_meeting_are_listed_beside_a_label_in_another_face(press: Press) -> None:
    rows = printed(press, "minutes").ruler.rows(1)

    listed = next(row for row in rows if row.text.startswith("出席："))

    assert listed.text.startswith("出席：欧阳景行")
    assert listed.x0 == pytest.approx(PORTRAIT.left + 2 * CELL, abs=0.1)
    assert listed.glyphs[0].font != listed.glyphs[3].font  # 黑体 before 仿宋
    assert listed.glyphs[3].font == rows[-1].glyphs[-1].font
