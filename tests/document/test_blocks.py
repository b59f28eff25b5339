"""Blocks refuse what cannot be set."""

from collections.abc import Callable

import pytest

from plangen.document.blocks import Cell, Column, Paragraph, Section, Table
from plangen.document.elements import DocumentNumber, Mark, Secrecy, Signature
from plangen.document.inline import AnnexReference, Figure, Text
from plangen.errors import InvalidError
from tests.document.samples import DAY

TEXT = Paragraph.of("正文。")


def table(width: int, *rows: tuple[Cell, ...]) -> Table:
    return Table((Column(),) * width, rows=rows)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Paragraph(()), "段落是空的"),
        (lambda: Paragraph((Text("　"), Text(" "))), "段落是空的"),
        (lambda: Text(""), "文字是空的"),
        (lambda: Text("甲\n乙"), "文字里有控制字符 U+000A"),
        (lambda: Figure("\x01", "a"), "文字里有控制字符 U+0001"),
        (lambda: Text("\ufffe"), "字符 U+FFFE 不能写入文档"),
        (lambda: Section(""), "没有标题的层次应以段落开头"),
        (lambda: Section("", (Section("甲"),)), "没有标题的层次应以段落开头"),
        (lambda: Section("", (TEXT,), run_in=True), "段首标题需要有标题，并以段落开头"),
        (lambda: Section("甲", (Section("乙"),), run_in=True), "段首标题需要有标题，并以段落开头"),
        (lambda: Table(()), "表格至少要有一列"),
        (lambda: Column(0), "表格列宽的份额至少为 1"),
        (lambda: table(2, (Cell(),)), "表格的一行不满 2 列"),
        (lambda: table(1, (Cell(), Cell())), "表格的一行超过 1 列"),
        (lambda: table(1, (Cell(columns=2),)), "表格的一行超过 1 列"),
        (lambda: table(1, (Cell(rows=2),)), "表格的单元格向下合并，超出最后一行"),
        (
            lambda: table(2, (Cell(), Cell(rows=2)), (Cell(columns=2),)),
            "表格的单元格与上一行向下合并的单元格重叠",
        ),
        (lambda: table(2, (Cell(rows=2), Cell()), (Cell(), Cell())), "表格的一行超过 2 列"),
        (lambda: Mark(()), "发文机关标志至少要有一个机关"),
        (lambda: Signature(("甲",), DAY, seal=19), "印章直径 19 毫米，应在 20 到 60 之间"),
    ],
)
def test_what_cannot_be_set_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(InvalidError) as caught:
        make()

    assert str(caught.value) == message


def test_a_paragraph_has_no_blanks_at_its_ends() -> None:
    given = Paragraph((Text("　　"), Text(" 甲 乙"), AnnexReference("a"), Text(" "), Text("\t")))

    assert given.content == (Text("甲 乙"), AnnexReference("a"))


def test_cells_may_span_columns_and_rows_together() -> None:
    spanning = table(3, (Cell(columns=2, rows=2), Cell()), (Cell(),), (Cell(), Cell(columns=2)))

    assert len(spanning.rows) == 3


@pytest.mark.parametrize(
    "make", [lambda: Section("甲\x01"), lambda: Mark(("甲\x01",)), lambda: Section("甲\n乙")]
)
def test_titles_and_names_refuse_control_characters(make: Callable[[], object]) -> None:
    with pytest.raises(InvalidError):
        make()


def test_numbers_and_secrecy_are_printed_as_the_standard_has_them() -> None:
    assert str(DocumentNumber("云街发", 2021, 7)) == "云街发〔2021〕7号"
    assert str(Secrecy("机密", "1年")) == "机密★1年"
    assert str(Secrecy("绝密")) == "绝密"
