"""信函, 命令 and 纪要 (10.1 to 10.3) arranged, and where their elements stand."""

from dataclasses import replace
from itertools import pairwise

import pytest

from plangen.document.elements import (
    Document,
    DocumentNumber,
    Head,
    Imprint,
    Mark,
    Secrecy,
    Signature,
    Stamp,
)
from plangen.document.recipients import recipients_in_imprint
from plangen.sheet.arrangement import SetMark, arrange, first_page_numbered
from plangen.sheet.geometry import CELL, MM_PER_POINT, TYPE_BOTTOM, TYPE_LEFT, TYPE_RIGHT
from plangen.sheet.imprint import imprint_bottom
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.runs import Line, Run, Tab
from plangen.sheet.signature import (
    Step,
    fitted,
    signature_blocks,
    stamped_date_top,
    stamped_rows,
    text_width,
)
from tests.document.forms import DAY, LETTER, MINUTES, ORDER
from tests.document.samples import NOTICE
from tests.sheet.described import described

LINE = 10.44
STAMPED = Signature(
    (),
    DAY,
    stamps=(
        Stamp("安和区人民政府区长", "周正明", "zhou.png"),
        Stamp("云和区人民政府云溪街道办事处主任", "李明", "li.png"),
        Stamp("区财政局局长", "吴敏"),
    ),
)


def lines(document: Document, style: str) -> list[Line]:
    return [item for item in arrange(document) if isinstance(item, Line) and item.style == style]


def rules(document: Document) -> SetDoubleRules:
    (found,) = (item for item in arrange(document) if isinstance(item, SetDoubleRules))
    return found


def mark_of(document: Document) -> SetMark:
    (found,) = (item for item in arrange(document) if isinstance(item, SetMark))
    return found


# 信函


def test_a_letter_from_its_mark_to_its_imprint() -> None:
    assert described(LETTER) == [
        "mark: 云溪街道办事处",
        "double rules",
        "letter_number: 000003→云街办函〔2021〕12号",  # the first element, at its right the number
        "secrecy: 秘密",
        "urgency: 加急",
        "(2 blank)",  # two lines to the last of them
        "title: 关于商请派员指导改造工作的函",
        "(1 blank)",
        "recipients: 安和区住建局：",
        "body: 改造涉及多个专业，特商请选派技术人员参加。",
        "signature: 云溪街道办事处 2021-06-08",
        "imprint without rules:",
    ]


def test_the_number_of_a_letter_ends_at_the_right_of_the_type_area() -> None:
    (line,) = lines(LETTER, "letter_number")

    assert line.tabs == (Tab(28, "right"),)


@pytest.mark.parametrize(
    ("head", "first"),
    [
        (Head(), [Run("\t云街办函〔2021〕12号")]),
        (Head(secrecy=Secrecy("秘密")), [Run("秘密", "secrecy"), Run("\t云街办函〔2021〕12号")]),
        (Head(urgency="特急"), [Run("特急", "urgency"), Run("\t云街办函〔2021〕12号")]),
    ],
)
def test_the_first_element_of_a_letter_is_on_the_line_of_its_number(
    head: Head, first: list[Run]
) -> None:
    numbered = replace(head, number=DocumentNumber("云街办函", 2021, 12))

    (line,) = lines(Document("函", "信函", numbered), "letter_number")

    assert list(line.runs) == first


def test_elements_of_a_letter_without_a_number_stand_alone() -> None:
    head = Head(mark=Mark(("甲",), ""), copy_number="1", urgency="特急")

    assert described(Document("函", "信函", head))[2:4] == ["copy_number: 000001", "urgency: 特急"]


def test_the_double_rules_lie_4_mm_below_the_mark_and_20_mm_above_the_page_foot() -> None:
    mark = mark_of(LETTER).layout
    set_rules = rules(LETTER)
    (thick_top, thick), (thin_top, thin) = set_rules.first.strokes
    (upper_top, upper), (lower_top, lower) = set_rules.second.strokes

    assert mark.top == 30
    assert thick_top == pytest.approx(mark.bottom + 4)
    assert thick == lower > thin == upper
    assert thin_top > thick_top + thick
    assert set_rules.first.bottom == pytest.approx(thin_top + thin)
    assert (upper_top + lower_top + lower) / 2 == pytest.approx(277)
    assert set_rules.elements_top - set_rules.first.bottom == pytest.approx(4.84)


def test_page_1_of_a_letter_alone_has_no_number() -> None:
    assert not first_page_numbered(LETTER)
    assert all(map(first_page_numbered, (ORDER, MINUTES, NOTICE)))


def test_the_last_line_of_an_imprint_without_rules_stands_on_the_type_areas_edge() -> None:
    white = (25 - 14) / 2 * MM_PER_POINT

    assert imprint_bottom(ruled=True) == TYPE_BOTTOM
    assert imprint_bottom(ruled=False) == pytest.approx(TYPE_BOTTOM + white)


# 命令


def test_an_order_without_a_title() -> None:
    assert described(ORDER) == [
        "(2 blank)",
        "mark: 安和区人民政府令",
        "(2 blank)",
        "order_number: 第3号",
        "(2 blank)",
        "body: 现予公布，自公布之日起施行。",
        "signature: 区长 周正明 2021-06-08",
    ]
    assert mark_of(ORDER).layout.top == 57


def test_an_order_with_a_title_and_an_element_above_the_mark() -> None:
    head = replace(ORDER.head, number=None, urgency="特急")

    assert described(Document("关于嘉奖的命令", "命令", head)) == [
        "urgency: 特急",
        "(1 blank)",
        "mark: 安和区人民政府令",
        "(2 blank)",
        "title: 关于嘉奖的命令",
        "(1 blank)",
    ]


# 纪要


def test_minutes_with_those_who_attended() -> None:
    assert described(MINUTES) == [
        "(3 blank)",
        "mark: 安和区人民政府专题会议纪要",
        "(2 blank)",
        "number: 第6期",
        "minutes_issue: →安和区人民政府办公室→2021年6月8日 + red rule",
        "(2 blank)",
        "title: 研究老旧小区改造工作",
        "(1 blank)",
        "body: 会议原则同意改造方案。",
        "(1 blank)",
        "attendance: 出席：周正明，区财政局吴敏、何建国",  # in the clause's order
        "attendance: 请假：区发展和改革局郑伟",
        "attendance: 列席：柳荫里社区",
        "imprint: 安和区人民政府办公室",
    ]
    assert mark_of(MINUTES).layout.top == 72


def test_the_label_of_attendance_is_in_heiti_and_names_align_behind_it() -> None:
    first = lines(MINUTES, "attendance")[0]

    assert first.runs[0] == Run("出席：", "attendance_label")
    assert first.left is first.first_line is None  # as the style has it: 2 字, and 3 for the label


def test_minutes_that_are_sealed_are_signed_at_their_end() -> None:
    sealed = replace(MINUTES, signature=Signature(("安和区人民政府",), DAY))

    items = described(sealed)

    assert "number: 第6期 + red rule" in items
    assert items[-2] == "signature: 安和区人民政府 2021-06-08"


# 主送 in the 版记


def test_the_text_follows_the_titles_blank_line_where_recipients_are_in_the_imprint() -> None:
    items = described(recipients_in_imprint(NOTICE))

    title = next(place for place, item in enumerate(items) if item.startswith("title"))
    assert items[title + 1] == "(1 blank)"
    assert items[title + 2].startswith("body")


# 签名章


def test_stamps_end_4_cells_from_the_right_and_offices_2_cells_before_them() -> None:
    rows = stamped_rows(STAMPED, LINE, {"zhou.png": 2.5, "li.png": 1.0})

    assert [row.left + row.width for row in rows] == pytest.approx([TYPE_RIGHT - 4 * CELL] * 3)
    widest = max(row.width for row in rows)
    office_right = TYPE_RIGHT - 4 * CELL - widest - 2 * CELL
    assert [row.office_right for row in rows] == pytest.approx([office_right] * 3)


def test_a_stamps_picture_keeps_its_proportion_inside_its_box() -> None:
    wide, square, name = stamped_rows(STAMPED, LINE, {"zhou.png": 2.5, "li.png": 1.0})

    assert (wide.width, wide.stamp_height) == pytest.approx((40, 16))
    assert (square.width, square.stamp_height) == pytest.approx((20, 20))
    assert (name.width, name.stamp_height) == pytest.approx((text_width("吴敏"), LINE))
    assert fitted(3.0, 30, 30) == pytest.approx((30, 10))


def test_the_first_stamp_begins_two_blank_lines_below_the_text_and_none_touches_another() -> None:
    rows = stamped_rows(STAMPED, LINE)

    assert rows[0].top == pytest.approx(2 * LINE)
    assert rows[0].stamp_top == pytest.approx(rows[0].top)
    for above, below in pairwise(rows):
        assert below.top - above.bottom >= 3


def test_an_office_stands_in_the_middle_beside_its_stamp() -> None:
    for row in stamped_rows(STAMPED, LINE):
        middle = row.office_top(LINE) + len(row.office) * LINE / 2

        assert middle == pytest.approx(row.stamp_top + row.stamp_height / 2)
        assert all(row.office_right - text_width(part) >= TYPE_LEFT for part in row.office)
        assert "".join(row.office) == row.stamp.office


def test_a_long_office_takes_two_lines() -> None:
    assert [len(row.office) for row in stamped_rows(STAMPED, LINE)] == [1, 2, 1]


def test_the_date_stands_one_blank_line_below_the_last_stamp() -> None:
    rows = stamped_rows(STAMPED, LINE)

    assert stamped_date_top(rows, LINE) == pytest.approx(rows[-1].bottom + LINE)


def test_a_signature_with_stamps_stays_on_one_page() -> None:
    rows = stamped_rows(STAMPED, LINE)

    (height,) = signature_blocks(STAMPED, Step(LINE, 2.4), note="")
    (noted,) = signature_blocks(STAMPED, Step(LINE, 2.4), note="（印发）")

    assert height == pytest.approx(stamped_date_top(rows, LINE) + LINE)
    assert noted == pytest.approx(height + LINE)


def test_stamps_of_more_than_a_page_part_between_their_rows() -> None:
    signature = Signature((), DAY, stamps=(Stamp("区长", "周正明", "zhou.png"),) * 12)

    heights = signature_blocks(signature, Step(LINE, 2.4), note="")

    assert len(heights) == 12
    total = stamped_date_top(stamped_rows(signature, LINE), LINE) + LINE
    assert sum(heights) == pytest.approx(total)


def test_a_letter_may_have_no_imprint_at_all() -> None:
    assert not any("imprint" in item for item in described(replace(LETTER, imprint=Imprint())))
