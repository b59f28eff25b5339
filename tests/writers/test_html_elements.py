"""The elements of a 公文 in the page: 版头, tables, rosters, signature, 版记."""

from datetime import date

import pytest
from lxml.html import HtmlElement

from plangen.document.blocks import Cell, Column, Member, Paragraph, Role, Roster, Table
from plangen.document.elements import Document, Imprint, Signature, Stamp
from plangen.errors import InvalidError
from plangen.pages.bitmaps import png_bytes
from plangen.pages.marks import Bitmap
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import NOTICE
from tests.writers.html_page import HtmlPage, words

SEAL = png_bytes(Bitmap(2, 1, bytes(6)), 72)
DAY = date(2021, 3, 8)


def facts(page: HtmlPage) -> list[tuple[str, str]]:
    """Labels and texts of the 版头, in reading order."""
    pairs = page.all("//header//dl/*")
    return [(words(dt), words(dd)) for dt, dd in zip(pairs[::2], pairs[1::2], strict=True)]


def rows(page: HtmlPage, part: str) -> list[list[str]]:
    """The cells of a part of the table: kind, text, and what they span."""
    return [[_told(cell) for cell in row] for row in page.all(f"//{part}/tr")]


def _told(cell: HtmlElement) -> str:
    spans = (f"{name}={cell.get(name)}" for name in SPANS if cell.get(name))
    return " ".join([str(cell.tag), *words(cell).split(), *spans])


SPANS = ("scope", "colspan", "rowspan")


def test_the_elements_of_the_head_have_labels_where_the_page_shows_none() -> None:
    page = HtmlPage(NOTICE)

    assert facts(page) == [
        ("份号", "000012"),
        ("密级和保密期限", "秘密★1年"),
        ("紧急程度", "特急"),
        ("发文字号", "云街发〔2021〕7号"),
        ("签发人：", "李响 欧阳文博 周全"),
    ]
    assert page.texts("unseen") == ["份号", "密级和保密期限", "紧急程度", "发文字号"]
    assert page.texts("mark") == ["云溪街道工作委员会 云溪街道办事处文件"]


def test_the_number_of_a_letter_follows_what_stands_on_its_line() -> None:
    assert facts(HtmlPage(LETTER)) == [
        ("份号", "000003"),
        ("发文字号", "云街办函〔2021〕12号"),
        ("密级和保密期限", "秘密"),
        ("紧急程度", "加急"),
    ]


def test_an_order_has_its_number() -> None:
    assert facts(HtmlPage(ORDER)) == [("令号", "第3号")]


def test_minutes_have_their_issue_in_the_head_and_who_attended() -> None:
    page = HtmlPage(MINUTES)

    assert facts(page) == [
        ("期号", "第6期"),
        ("编发机关", "安和区人民政府办公室"),
        ("日期", "2021年6月8日"),
    ]
    assert [words(item) for item in page.one("//dl[@class='attendance']")] == [
        *("出席：", "周正明，区财政局吴敏、何建国"),
        *("请假：", "区发展和改革局郑伟"),
        *("列席：", "柳荫里社区"),
    ]
    assert page.of_class("signature") == []


def test_a_table_has_a_caption_and_cells_that_head_their_columns() -> None:
    page = HtmlPage(NOTICE)

    assert words(page.one("//table/caption")) == "任务分解表"
    assert rows(page, "thead") == [
        ["th 序号 scope=col", "th 任务 scope=col", "th 时限 scope=col"],
        ["th 一 scope=col", "th 二和三 scope=col colspan=2"],
    ]
    assert rows(page, "tbody") == [
        ["td 1 rowspan=2", "td 布置投放点", "td 4月底"],
        ["td 培训指导员", "td 5月底"],
        ["td 2", "td 检查 通报", "td"],
    ]
    assert [cell.get("class") for cell in page.all("//tbody/tr[1]/td")] == [
        *("center", "left", "right"),
    ]


def test_a_table_scrolls_in_a_frame_that_the_keyboard_reaches() -> None:
    frame = HtmlPage(NOTICE).one("//table/..")

    assert (frame.get("tabindex"), frame.get("role")) == ("0", "group")
    assert frame.get("aria-label") == "任务分解表"


def test_columns_share_the_width_as_the_sheet_reckons() -> None:
    columns = HtmlPage(NOTICE).all("//table/colgroup/col")

    assert [column.get("style") for column in columns] == [
        *("width:16.667%", "width:50%", "width:33.333%"),
    ]


def test_an_empty_cell_of_the_head_heads_nothing() -> None:
    table = Table((Column(), Column()), ((Cell(), Cell.of("甲")),), ((Cell.of("乙"), Cell()),))

    page = HtmlPage(Document("题", blocks=(table,)))

    assert rows(page, "thead") == [["td", "th 甲 scope=col"]]
    assert page.one("//table/..").get("aria-label") == "表格"


def test_a_table_without_rows_is_its_caption() -> None:
    page = HtmlPage(Document("题", blocks=(Table((Column(),), caption="空表"),)))

    assert page.all("//table") == []
    assert page.texts("table-caption") == ["空表"]


def test_a_roster_is_a_list_of_roles_and_members() -> None:
    roster = HtmlPage(NOTICE).one("//dl[contains(@class, 'roster')]")

    assert [(item.tag, words(item)) for item in roster] == [
        ("dt", "组长："),
        ("dd", "王瑞 街道办事处主任"),
        ("dt", "副组长："),
        ("dd", "欧阳文博 武装部部长"),
        ("dd", "𠮷朋 派出所所长"),
        ("dt", "成员："),
        ("dd", "赵一鸣"),
    ]


def test_a_role_that_nobody_fills_has_an_empty_place() -> None:
    roster = Roster((Role("组长", ()), Role("成员", (Member("赵一鸣"),))))

    page = HtmlPage(Document("题", blocks=(roster,)))

    assert [item.tag for item in page.one("//dl")] == ["dt", "dd", "dt", "dd"]


def test_a_seal_and_a_stamp_are_inside_the_page_and_say_what_they_are() -> None:
    sealed = Document("题", signature=Signature(("甲局",), DAY, pictures=("a.png",)))
    stamped = Document(
        "题", signature=Signature((), DAY, stamps=(Stamp("区长", "周正明", "a.png"),))
    )

    seal = HtmlPage(sealed, {"a.png": SEAL}).one("//img")
    stamp = HtmlPage(stamped, {"a.png": SEAL})

    assert str(seal.get("src")).startswith("data:image/png;base64,iVBORw0KGgo")
    assert seal.get("alt") == "印章：甲局"
    assert seal.get("style") == "--width:42mm;--height:21mm"
    assert stamp.one("//img").get("alt") == "周正明"
    assert stamp.texts("signer") == ["区长"]


def test_a_missing_picture_of_a_stamp_leaves_the_name() -> None:
    signature = Signature((), DAY, stamps=(Stamp("区长", "周正明", "a.png"),))

    page = HtmlPage(Document("题", signature=signature))

    assert page.texts("signer") == ["区长 周正明"]
    assert page.all("//img") == []


def test_a_picture_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidError, match="不是 PNG 图片"):
        HtmlPage(LETTER, {"seals/yunxi.png": b"GIF89a"})


def test_the_imprint_is_the_footer() -> None:
    footer = HtmlPage(NOTICE).one("//footer")

    assert [words(row) for row in footer.xpath(".//*[@class='row']")] == [
        "抄送：区城管局，区教育局、区卫健局。",
        "云溪街道党政办公室 2021年3月8日印发",
    ]


def test_an_imprint_that_says_nothing_is_none() -> None:
    assert HtmlPage(Document("题", imprint=Imprint())).all("//footer") == []


def test_a_paragraph_that_goes_on_is_flush() -> None:
    blocks = (Paragraph.of("甲"), Paragraph(Paragraph.of("乙").content, indented=False))

    page = HtmlPage(Document("题", blocks=blocks))

    assert [p.get("class") for p in page.all("//p")] == [None, "flush"]
