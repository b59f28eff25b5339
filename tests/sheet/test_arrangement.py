"""编排: what follows what, and the blank lines that the clauses of GB/T 9704 put between."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from plangen.document.blocks import Cell, Column, Paragraph, Role, Roster, Section, Table
from plangen.document.elements import (
    Annex,
    Document,
    DocumentNumber,
    Enclosure,
    Head,
    Imprint,
    Mark,
    Secrecy,
    Signature,
)
from plangen.document.inline import AnnexReference, Figure, Text
from plangen.sheet.arrangement import SetMark, arrange
from plangen.sheet.geometry import TYPE_TOP
from plangen.sheet.runs import Line, Run, Tab
from tests.document.samples import ANNEXED, DAY, HEAD, MARK, NOTICE
from tests.document.trees import documents
from tests.sheet.described import described

BARE = Head(mark=Mark(("云溪街道",)))
NUMBER = DocumentNumber("云街发", 2021, 7)
TEXT = Paragraph.of("正文。")


def only_line(document: Document, style: str) -> Line:
    (found,) = (
        item for item in arrange(document) if isinstance(item, Line) and item.style == style
    )
    return found


def test_a_notice_with_its_plan_from_the_copy_number_to_the_imprint() -> None:
    assert described(NOTICE) == [
        "copy_number: 000012",  # 7.2.1: line 1
        "secrecy: 秘密★1年",  # 7.2.2: line 2
        "urgency: 特急",  # 7.2.3
        "mark: 云溪街道工作委员会/云溪街道办事处 文件",  # 7.2.4
        "(2 blank)",  # 7.2.5
        "number_with_signers: →→签发人：李响　欧阳文博",  # 7.2.6: two a line
        "number_with_signers: →云街发〔2021〕7号→周全 + red rule",  # on the last signers' line
        "(2 blank)",  # 7.3.1
        "title: 云溪街道办事处关于印发/《云溪街道生活垃圾分类实施方案》的通知",
        "(1 blank)",  # 7.3.2
        "recipients: 各村（社区）、各学校，驻街各单位：",
        "body: 现将“方案”印发给你们——请按照附件执行。",  # 7.3.3: the next line
        "(1 blank)",  # 7.3.4
        "annex_note: 附件：投放指南",
        "signature: 云溪街道工作委员会/云溪街道办事处 2021-03-08 （此件公开发布）",  # 7.3.5, 7.3.6
        "--- enclosure, portrait",
        "(2 blank)",
        "issued_title: 云溪街道生活垃圾分类/实施方案",
        "(1 blank)",
        "body: 为做好生活垃圾分类，制定本方案。",
        "heading1: 一、目标",
        "heading2: （一）近期",
        "body: 建成投放点。",
        "heading2: （二）远期",
        "heading3: 1.覆盖面。覆盖率达到95%以上，见附件2。",
        "body: （1）居民小区全部覆盖。",
        "heading3: 附带事项",
        "body: 另行通知。",
        "heading1: 二、保障",
        "flush: 经费列入预算，",
        "(1 blank)",
        "annex_note: 附件：1.→领导小组成员名单",
        "annex_note: 2.→任务分解表",
        "--- annex, portrait",  # 7.3.7: 另面
        "annex_label: 附件1",  # line 1
        "(1 blank)",
        "annex_title: 领导小组成员名单",  # line 3
        "(1 blank)",
        "roster: 组长：→王瑞→街道办事处主任",
        "roster: 副组长：→欧阳文博→武装部部长",
        "roster: →𠮷朋→派出所所长",
        "roster: 成员：→赵一鸣",
        "--- annex, landscape",
        "annex_label: 附件2",
        "(1 blank)",
        "annex_title: 任务分解表",
        "(1 blank)",
        "table_caption: 任务分解表",
        "table: 2 + 3 rows",
        "--- own annex, portrait",
        "annex_label: 附件",
        "(1 blank)",
        "annex_title: 投放指南",
        "(1 blank)",
        "body: 厨余垃圾沥干后投放。",
        "imprint: 云溪街道党政办公室",  # 7.4: after the annexes
    ]


def test_an_annexed_plan_is_listed_and_labelled() -> None:
    assert described(ANNEXED) == [
        "(3 blank)",
        "mark: 云溪区民政局",
        "(2 blank)",
        "number:  + red rule",
        "(2 blank)",
        "title: 关于报送养老服务方案的通知",
        "(1 blank)",
        "recipients: 各街道：",
        "body: 方案附后。",
        "(1 blank)",
        "annex_note: 附件：养老服务方案",
        "signature: 云溪区民政局 2021-03-08",
        "--- enclosure, portrait",
        "annex_label: 附件",
        "(1 blank)",
        "annex_title: 养老服务方案",
        "(1 blank)",
        "body: 正文。",
    ]


def test_a_document_without_a_mark_begins_with_its_title() -> None:
    assert described(Document("方案", blocks=(TEXT,))) == [
        "title: 方案",
        "(1 blank)",
        "body: 正文。",
    ]


def test_the_note_of_an_unsigned_document_stands_below_its_text() -> None:
    assert described(Document("方案", blocks=(TEXT,), note="公开"))[-1] == "note: （公开）"


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        (BARE, ["(3 blank)"]),
        (replace(BARE, copy_number="1"), ["copy_number: 000001", "(2 blank)"]),
        (
            replace(BARE, secrecy=Secrecy("机密")),
            ["(1 blank)", "secrecy: 机密", "(1 blank)"],  # line 2 is its own
        ),
        (
            replace(BARE, secrecy=Secrecy("机密", "2年"), urgency="加急"),
            ["(1 blank)", "secrecy: 机密★2年", "urgency: 加急"],
        ),
        (replace(BARE, urgency="平急"), ["urgency: 平急", "(2 blank)"]),
        (
            replace(BARE, copy_number="1", urgency="特急"),
            ["copy_number: 000001", "urgency: 特急", "(1 blank)"],
        ),
    ],
)
def test_three_lines_stand_above_the_mark(head: Head, lines: list[str]) -> None:
    above = described(Document("通知", head=head))

    assert above[: above.index("mark: 云溪街道文件")] == lines


def test_what_stands_above_does_not_push_the_mark_down() -> None:
    (mark,) = (item for item in arrange(NOTICE) if isinstance(item, SetMark))

    assert mark.layout.top == TYPE_TOP + 35


@pytest.mark.parametrize(
    ("signers", "lines"),
    [
        ((), ["number: 云街发〔2021〕7号 + red rule"]),
        (("李响",), ["number_with_signers: →云街发〔2021〕7号→签发人：李响 + red rule"]),
        (
            ("李响", "周全"),
            ["number_with_signers: →云街发〔2021〕7号→签发人：李响　周全 + red rule"],
        ),
        (
            ("李响", "周全", "王瑞", "赵一鸣", "𠮷朋"),
            [
                "number_with_signers: →→签发人：李响　周全",
                "number_with_signers: →→王瑞　赵一鸣",
                "number_with_signers: →云街发〔2021〕7号→𠮷朋 + red rule",
            ],
        ),
    ],
)
def test_signers_stand_two_a_line_and_the_number_on_the_last(
    signers: tuple[str, ...], lines: list[str]
) -> None:
    head = replace(BARE, number=NUMBER, signers=signers)

    found = described(Document("通知", head=head))

    assert [line for line in found if line.startswith("number")] == lines


def test_signers_end_1_cell_from_the_right_and_the_next_line_begins_below_the_first_name() -> None:
    head = replace(HEAD, signers=("李响", "欧阳文博", "周全"))

    first, second = (
        item
        for item in arrange(Document("通知", head=head))
        if isinstance(item, Line) and item.style == "number_with_signers"
    )

    assert first.tabs == (Tab(1.0), Tab(27.0, "right"))
    assert second.tabs == (Tab(1.0), Tab(27.0 - len("李响　欧阳文博")))
    assert first.runs[-1] == Run("李响　欧阳文博", "signer")
    assert (first.rule_below, second.rule_below) == (False, True)


def test_a_run_in_title_has_the_headings_style_and_its_text_the_bodys() -> None:
    section = Section("目标", (Paragraph((Text("达到"), Figure("80%", "rate"))),), run_in=True)

    line = only_line(Document("方案", blocks=(section,)), "heading1")

    assert line.runs == (
        Run("一、目标。"),
        Run("达到", "body"),
        Run("80%", "body", target="rate"),
    )


def test_an_untitled_section_sets_its_label_in_the_headings_style() -> None:
    section = Section("", (Paragraph.of("健全机制。"), Paragraph.of("抓好落实。")))

    first, second = (
        item
        for item in arrange(Document("方案", blocks=(section,)))
        if isinstance(item, Line) and item.style == "body"
    )

    assert first.runs == (Run("一、", "heading1"), Run("健全机制。"))
    assert second.runs == (Run("抓好落实。"),)


@pytest.mark.parametrize(
    ("count", "left", "firsts"),
    [
        (1, 5, [-3]),  # 2 + 附件： = 5: the name begins there
        (2, 6, [-4, -1]),  # 1. takes a cell; further numbers stand below the first
        (10, 6.5, [-4.5] + [-1.5] * 9),  # 10. takes a cell and a half
    ],
)
def test_wrapped_annex_names_align_with_their_first_line(
    count: int, left: float, firsts: list[float]
) -> None:
    document = Document("通知", annexes=tuple(Annex(f"第{n}表") for n in range(count)))

    notes = [i for i in arrange(document) if isinstance(i, Line) and i.style == "annex_note"]

    assert [note.left for note in notes] == [left] * count
    assert [note.first_line for note in notes] == firsts
    assert [note.tabs for note in notes] == [() if count == 1 else (Tab(left),)] * count


def test_a_reference_prints_the_label_of_its_annex() -> None:
    cell = Cell((Paragraph((Text("见"), AnnexReference("b"))),))
    annexes = (Annex("名单", id="a"), Annex("分工", (Table((Column(),), rows=((cell,),)),), id="b"))
    document = Document("通知", blocks=(Paragraph((AnnexReference("b"),)),), annexes=annexes)

    assert only_line(document, "body").text == "附件2"


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (Head(number=NUMBER), "云街发〔2021〕7号"),
        (Head(secrecy=Secrecy("机密", "1年")), "机密★1年"),
        (Head(copy_number="1"), "000001"),
        (Head(urgency="特急"), "特急"),
        (Head(signers=("李响",)), "李响"),
    ],
)
def test_a_head_without_a_mark_loses_nothing(head: Head, text: str) -> None:
    assert text in "".join(described(Document("通知", head=head)))


def test_a_role_that_nobody_fills_yet_is_still_printed() -> None:
    assert "成员" in "".join(described(Document("名单", blocks=(Roster((Role("成员", ()),)),))))


def test_an_unsigned_document_has_no_place_for_names() -> None:
    assert not [line for line in described(replace(NOTICE, signature=None)) if "signature" in line]
    signed = Document("通知", head=Head(mark=MARK), signature=Signature(("街道",), DAY))
    assert described(signed)[-1] == "signature: 街道 2021-03-08"


@settings(max_examples=30)
@given(documents())
def test_every_document_can_be_arranged(document: Document) -> None:
    items = described(document)

    parts = 1 + len(document.annexes)
    if isinstance(document.enclosure, Enclosure):
        parts += 1 + len(document.enclosure.annexes)
    assert sum(item.startswith("---") for item in items) == parts - 1
    last = items[-1] if items else ""  # a document that says nothing
    assert last.startswith("imprint") == (document.imprint not in (None, Imprint()))
