"""The special forms (10.1 to 10.3), signature stamps and pictures: what the tree refuses."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from plangen.document.dump import dump
from plangen.document.elements import (
    Document,
    DocumentNumber,
    Head,
    Imprint,
    Mark,
    Secrecy,
    SerialNumber,
    Signature,
    Stamp,
)
from plangen.document.parse import parse
from plangen.document.pictures import picture_size, referenced_pictures
from plangen.document.recipients import recipients_in_imprint
from plangen.document.wording import attendance_list, document_name
from plangen.errors import InvalidError
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.pngs import png
from tests.document.samples import ANNEXED, NOTICE
from tests.document.texts import faults
from tests.document.trees import documents

DAY = date(2021, 6, 8)
FORM = "<document form='{}'>\n<head>{}</head>\n<title>甲</title>{}</document>"
NUMBER = "<number code='甲' year='2021' seq='1'/>"
SIGNED = "<document><title>甲</title>\n<signature>{}<date>2021-06-08</date></signature></document>"


@pytest.mark.parametrize("document", [LETTER, ORDER, MINUTES], ids=lambda d: d.form)
def test_a_document_of_each_form_is_read_as_it_was_written(document: Document) -> None:
    assert parse(dump(document)) == document


@pytest.mark.parametrize(
    ("form", "suffix"), [("文件", "文件"), ("信函", ""), ("命令", "令"), ("纪要", "纪要")]
)
def test_a_mark_ends_as_its_form_does_where_nothing_is_said(form: str, suffix: str) -> None:
    document = parse(FORM.format(form, "<mark><organ>乙</organ></mark>", ""))

    assert document.head.mark == Mark(("乙",), suffix)


@pytest.mark.parametrize(
    ("form", "head", "parts", "message"),
    [
        (
            "信函",
            "<mark suffix='文件'><organ>乙</organ></mark>",
            "",
            "信函的发文机关标志后面是“文件”，应为：（无）",
        ),
        (
            "命令",
            "<mark suffix='文件'><organ>乙</organ></mark>",
            "",
            "命令的发文机关标志后面是“文件”，应为：令、命令",
        ),
        (
            "信函",
            "<mark><organ>乙</organ><organ>丙</organ></mark>",
            "",
            "信函的发文机关标志只写一个机关，联合行文写主办机关",
        ),
        ("命令", NUMBER, "", "命令写令号（第1号），不写发文字号"),
        ("文件", "<number order='1'/>", "", "“第1号”不能用于文件格式"),
        ("命令", "<number issue='1'/>", "", "“第1期”不能用于命令格式"),
        ("纪要", "<signer>乙</signer>", "", "纪要格式没有签发人"),
        (
            "文件",
            "",
            "<attendance kind='出席'><attendees organ='乙'/></attendance>",
            "只有纪要写出席、请假、列席人员",
        ),
        (
            "纪要",
            "",
            "<attendance kind='出席'><attendees organ='乙'/></attendance>" * 2,
            "“出席”只能有一处",
        ),
        (
            "信函",
            "",
            "<imprint><printed by='乙'/></imprint>",
            "信函的版记不写印发机关和印发日期",
        ),
    ],
)
def test_what_a_form_has_no_place_for_is_refused(
    form: str, head: str, parts: str, message: str
) -> None:
    assert faults(FORM.format(form, head, parts)) == [(1, message)]


def test_three_elements_have_no_room_above_the_mark_of_an_order() -> None:
    head = Head(copy_number="1", secrecy=Secrecy("秘密"), urgency="特急")

    with pytest.raises(InvalidError) as caught:
        Document("", "命令", head)

    message = "命令的标志上方只有两行，份号、密级和紧急程度不能三项都有"
    assert str(caught.value.message) == message


def test_only_an_order_may_do_without_a_title() -> None:
    assert parse("<document form='命令'><p>甲</p></document>").title == ""
    assert faults("<document form='纪要'><p>甲</p></document>") == [(1, "文档缺少 <title>")]


@pytest.mark.parametrize(
    ("inside", "line", "message"),
    [
        ("<organ>甲</organ><stamp office='乙' name='丙'/>", 2, "加盖签名章的公文不写署名机关，"),
        ("<stamp name='丙'/>", 2, "<stamp> 缺少属性 office"),
        ("<stamp office='乙'/>", 2, "<stamp> 缺少属性 name"),
        ("<organ seal='a.jpg'>甲</organ>", 2, "图片“a.jpg”应是 PNG 文件（.png）"),
        ("<stamp office='乙' name='丙' picture='/a.png'/>", 2, "图片路径“/a.png”应是工作区里的"),
    ],
)
def test_a_signature_that_cannot_be_is_refused(inside: str, line: int, message: str) -> None:
    ((found, said),) = faults(SIGNED.format(inside))

    assert found == line
    assert said.startswith(message)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"sealed": False, "pictures": ("a.png",)}, "不盖章的署名不能有印章图片"),
        ({"pictures": ("a.png", "b.png")}, "印章图片应与署名机关一一对应"),
    ],
)
def test_pictures_belong_to_sealed_organs(values: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidError) as caught:
        Signature(("甲",), DAY, **values)

    assert str(caught.value.message) == message


def test_stamps_take_the_place_of_seals() -> None:
    assert not Signature((), DAY, sealed=True, stamps=(Stamp("区长", "周正明"),)).sealed


@pytest.mark.parametrize(
    "path",
    [
        *("../a.png", "a/../b.png", "/etc/a.png", "a//b.png", "./a.png", "a\\b.png", "c:a.png"),
        *("", "a/", ".png/..", "x" * 200 + ".png"),
    ],
)
def test_a_picture_lies_in_the_workspace(path: str) -> None:
    with pytest.raises(InvalidError) as caught:
        Signature(("甲", "乙"), DAY, pictures=(path or "a/", "b.png"))

    assert str(caught.value.message) == (
        f"图片路径“{(path or 'a/')[:200]}”应是工作区里的相对路径，用 / 分隔，不能有 .."
    )


def test_the_pictures_of_a_document_are_named_once() -> None:
    stamps = (Stamp("甲", "乙", "b.png"), Stamp("丙", "丁"), Stamp("戊", "己", "b.png"))
    stamped = replace(ORDER, signature=Signature((), DAY, stamps=stamps))
    sealed = Signature(("甲", "乙", "丙"), DAY, pictures=("a.png", "", "a.png"))

    assert referenced_pictures(stamped) == ("b.png",)
    assert referenced_pictures(replace(NOTICE, signature=sealed)) == ("a.png",)
    assert referenced_pictures(Document("通知")) == ()


def test_a_png_tells_its_size() -> None:
    assert picture_size(png(300, 120)) == (300, 120)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff\xe0" * 8, png(1, 1)[:20], b" " + png(1, 1)]
)
def test_what_is_no_png_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidError) as caught:
        picture_size(content)

    assert str(caught.value.message) == "不是 PNG 图片"


@pytest.mark.parametrize(
    "content",
    [
        png(9, 9)[:-1],
        png(9, 9)[:40],
        png(9, 9).replace(b"IDAT", b"IDAX"),
        png(9, 9)[:16] + b"\0\0\0\x01" + png(9, 9)[20:],
    ],
)
def test_a_damaged_png_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidError) as caught:
        picture_size(content)

    assert str(caught.value.message) == "PNG 图片不完整"


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (4097, 5)])
def test_a_picture_that_no_page_could_show_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(InvalidError) as caught:
        picture_size(png(*size, pixels=False))

    width, height = size
    message = f"图片大小是 {width}×{height} 像素，应在 1 到 4096 之间"
    assert str(caught.value.message) == message


def test_those_who_attend_are_listed_organ_by_organ() -> None:
    present = next(part for part in MINUTES.attendance if part.kind == "出席")

    assert attendance_list(present.attendees) == "周正明，区财政局吴敏、何建国"


def test_an_order_without_a_title_is_called_by_its_mark_and_number() -> None:
    assert document_name(ORDER) == "安和区人民政府令（第3号）"
    assert document_name(LETTER) == "关于商请派员指导改造工作的函"
    assert document_name(Document("", "命令")) == ""


def test_recipients_move_into_the_imprint() -> None:
    moved = recipients_in_imprint(NOTICE)

    assert moved.recipients == ()
    assert moved.imprint == replace(NOTICE.imprint or Imprint(), recipients=NOTICE.recipients)
    assert replace(moved, recipients=NOTICE.recipients, imprint=NOTICE.imprint) == NOTICE


def test_recipients_make_an_imprint_where_there_is_none() -> None:
    moved = recipients_in_imprint(ANNEXED)

    assert ANNEXED.imprint is None
    assert moved.imprint == Imprint(recipients=ANNEXED.recipients)


@given(documents())
def test_moving_recipients_keeps_them_all_and_is_done_once(document: Document) -> None:
    moved = recipients_in_imprint(document)

    before = document.imprint.recipients if document.imprint else ()
    after = moved.imprint.recipients if moved.imprint else ()
    assert after == (*before, *document.recipients)
    assert recipients_in_imprint(moved) == moved


def test_the_numbers_of_orders_and_minutes_are_printed_in_full() -> None:
    assert str(SerialNumber(3)) == "第3号"
    assert str(SerialNumber(12, "期")) == "第12期"
    assert str(DocumentNumber("甲", 2021, 1)) == "甲〔2021〕1号"
