"""PDF: lines rejoined, furniture left out, tables over pages, turned pages, watermarks."""

import io
from collections.abc import Callable
from dataclasses import replace
from math import cos, pi, sin

import pikepdf
import pytest

from plangen.document.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Table,
)
from plangen.document.elements import Annex, Document
from plangen.document.origins import PassageKind
from plangen.readers.reader import read_bytes
from tests.document.samples import NOTICE
from tests.readers.drawn import drawn
from tests.readers.files import codes, messages, texts, unaccounted
from tests.readers.outputs import pdf_of

LONG = "各部门要把社会心理服务体系建设纳入年度工作计划，明确责任分工，细化工作措施，按时完成任务。"


def row(*cells: str) -> tuple[Cell, ...]:
    return tuple(Cell.of(text) for text in cells)


def notice(*blocks: Block) -> Document:
    """A notice with this text and nothing else behind it."""
    return replace(NOTICE, blocks=blocks, annexes=(), enclosure=None)


def changed(data: bytes, change: Callable[[pikepdf.Pdf, pikepdf.Page], None]) -> bytes:
    """The PDF with each page changed."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            change(pdf, page)
        pdf.save(file)
    return file.getvalue()


def drawn_on(content: str) -> Callable[[pikepdf.Pdf, pikepdf.Page], None]:
    """Draws on a page over what it holds; /H is a font of Latin letters."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.add_resource(helvetica, pikepdf.Name.Font, pikepdf.Name.H)
        page.contents_add(content.encode(), prepend=False)

    return draw


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_a_viewer_turns_are_read_as_they_stand(turn: int) -> None:
    upright = pdf_of(NOTICE)

    turned = changed(upright, lambda _, page: page.rotate(turn, relative=False))

    assert texts(read_bytes(turned, "a.pdf")) == texts(read_bytes(upright, "a.pdf"))


@pytest.mark.parametrize(
    ("quarters", "box"),
    [(1, [-842, 0, 0, 595]), (2, [-595, -842, 0, 0]), (3, [0, -595, 842, 0])],
)
def test_text_that_is_set_sideways_is_turned_upright(quarters: int, box: list[int]) -> None:
    upright = pdf_of(notice(Paragraph.of(LONG)))
    angle = quarters * pi / 2
    c, s = round(cos(angle)), round(sin(angle))

    def set_sideways(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.contents_add(f"{c} {s} {-s} {c} 0 0 cm\n".encode(), prepend=True)
        page.mediabox = page.cropbox = pikepdf.Array(box)

    sideways = read_bytes(changed(upright, set_sideways), "a.pdf")

    assert texts(sideways) == texts(read_bytes(upright, "a.pdf"))


def test_a_paragraph_goes_on_over_the_page_and_the_footer_is_left_out() -> None:
    long = Paragraph.of(LONG * 30)

    read = read_bytes(pdf_of(notice(long)), "a.pdf")

    passage = next(p for p in read.passages if p.text.startswith("各部门要把"))
    assert passage.text == LONG * 30
    assert read.page_at(passage.start) == 1
    assert read.page_at(passage.end - 1) == 4
    assert [read.quote(span) for span in read.furniture][:2] == ["— 1 —", "— 2 —"]


def test_a_table_over_pages_is_one_table_and_its_head_is_read_once() -> None:
    rows = tuple(row(str(number), LONG) for number in range(1, 41))
    table = Table((Column(1), Column(4)), head=(row("序号", "任务"),), rows=rows)

    read = read_bytes(pdf_of(notice(table)), "a.pdf")

    assert len(read.tables) == 1
    grid = read.grid(read.tables[0])
    assert grid == (("序号", "任务"), *((str(number), LONG) for number in range(1, 41)))
    assert unaccounted(read) == ({}, {})


def test_cells_that_span_others_are_seen() -> None:
    head = (Cell((Paragraph.of("任务"),), columns=2), Cell((Paragraph.of("时限"),), rows=2))
    table = Table((Column(),) * 3, rows=(head, row("一", "二"), row("三", "四", "五")))

    read = read_bytes(pdf_of(notice(table)), "a.pdf")

    cells = {p.text: (p.row, p.column, p.rows, p.columns) for p in read.passages if p.table == 0}
    assert cells["任务"] == (0, 0, 1, 2)
    assert cells["时限"] == (0, 2, 2, 1)
    assert cells["五"] == (2, 2, 1, 1)
    assert all(p.kind is PassageKind.CELL for p in read.passages if p.table == 0)


def test_characters_beyond_the_bmp_are_whole() -> None:
    read = read_bytes(pdf_of(notice(Paragraph.of("王𠮷、李𠮷。"))), "a.pdf")

    assert "王𠮷、李𠮷。" in texts(read)


def test_a_watermark_across_the_page_is_no_text() -> None:
    c, s = cos(pi / 4), sin(pi / 4)
    mark = f"BT /H 60 Tf {c} {s} {-s} {c} 150 200 Tm (DRAFT) Tj ET"

    read = read_bytes(changed(pdf_of(notice(Paragraph.of(LONG))), drawn_on(mark)), "a.pdf")

    assert LONG in texts(read)
    assert "DRAFT" in [read.quote(span) for span in read.furniture]
    assert messages(read)[0] == "有 2 页上斜放的文字（水印）不算正文：“DRAFT”"


def test_a_running_head_is_left_out() -> None:
    head = "BT /H 9 Tf 80 810 Td (Internal) Tj ET"

    read = read_bytes(changed(pdf_of(notice(Paragraph.of(LONG * 50))), drawn_on(head)), "a.pdf")

    assert "Internal" not in texts(read)
    assert codes(read) == ["read.page-furniture"]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = [
        f"BT /H 10 Tf {x} {700 - 14 * number} Td ({side} line {number:02} of this column xx) Tj ET"
        for number in range(20)
        for x, side in ((80, "left"), (330, "right"))
    ]
    blank = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(blank)

    read = read_bytes(changed(blank.getvalue(), drawn_on("\n".join(lines))), "a.pdf")

    assert read.text.rindex("left line 19") < read.text.index("right line 00")


def widget(value: str, appearance: str = "") -> Callable[[pikepdf.Pdf, pikepdf.Page], None]:
    """A field that is filled in; with an appearance it shows on the page."""

    def add(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String("name"),
            V=pikepdf.String(value),
            F=4,
            Rect=pikepdf.Array([80, 60, 280, 80]),
        )
        if appearance:
            form = pdf.make_stream(f"BT /H 10 Tf 2 5 Td ({appearance}) Tj ET".encode())
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox = pikepdf.Array([0, 0, 200, 20])
            helvetica = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(H=helvetica))
            field.AP = pikepdf.Dictionary(N=form)
        page.Annots = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=page.Annots)

    return add


def test_fields_that_are_filled_in_are_read_as_they_show() -> None:
    data = drawn([(80.0, 700.0, "Form")])

    read = read_bytes(changed(data, widget("Wang", "Wang")), "a.pdf")

    assert texts(read) == ["Form", "Wang"]
    assert messages(read) == []


def test_fields_that_do_not_show_what_they_hold_are_told() -> None:
    read = read_bytes(changed(drawn([(80.0, 700.0, "Form")]), widget("Wang")), "a.pdf")

    assert messages(read) == ["有 1 个填了字的表单栏在页面上不显示，没有读；请打印成 PDF 再读"]


def test_remarks_over_a_page_are_told() -> None:
    def add(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Contents=pikepdf.String("why?"),
            Rect=pikepdf.Array([80, 60, 100, 80]),
        )
        page.Annots = pikepdf.Array([pdf.make_indirect(note)])

    read = read_bytes(changed(drawn([(80.0, 700.0, "Form")]), add), "a.pdf")

    assert codes(read) == ["read.comments"]


def test_pages_that_are_pictures_among_others_are_named() -> None:
    def add_picture(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        picture = pdf.make_stream(b"\x00")
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width = picture.Height = picture.BitsPerComponent = 1
        picture.ColorSpace = pikepdf.Name.DeviceGray
        page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name.I)
        page.contents_add(b"500 0 0 700 40 40 cm /I Do", prepend=False)

    scanned = changed(drawn([], []), add_picture)
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn([(80.0, 700.0, "Text")]))) as pdf:
        pdf.pages.extend(pikepdf.open(io.BytesIO(scanned)).pages)
        pdf.save(file)

    read = read_bytes(file.getvalue(), "a.pdf")

    assert messages(read) == [
        "第 2、3 页没有文字层（共 2 页，多是扫描的图片），没有读；请先用 OCR 识别"
    ]


def test_a_title_over_a_page_of_indented_lines_is_one() -> None:
    lines = (Paragraph.of("王　瑞　街道办事处主任"),) * 18
    title = "关于调整云溪街道社会心理服务体系建设试点工作领导小组成员名单"
    text = notice(*[Paragraph.of(LONG)] * 4)

    read = read_bytes(pdf_of(replace(text, annexes=(Annex(title, lines),), imprint=None)), "a.pdf")

    assert title in texts(read)
