"""Tables: every width three times, headers that repeat, rows that do not split, merged cells."""

import pytest
from hypothesis import given, settings

from plangen.document.blocks import Cell, Column, Paragraph, Table
from plangen.document.elements import Annex, Document
from plangen.document.inline import AnnexReference, Text
from tests.document.samples import NOTICE, TABLE
from tests.document.trees import tables
from tests.writers.docx_file import Docx, Element, docx, found, local, sample, text_of, value, w

TYPE_WIDTH, TYPE_HEIGHT = 8844, 12756  # twips: 156 and 225 mm


def written(table: Table) -> Element:
    (element,) = found(docx(Document("表", blocks=(table,))).body, "w:tbl")
    return element


def number(element: Element, path: str, attribute: str = "val") -> int | None:
    text = value(element, path, attribute)
    return None if text is None else int(text)


def rows_of(table: Element) -> list[list[str]]:
    """The rows of a table: its cells' words, > for a column more and v for a cell from above."""
    return [[_shown(cell) for cell in found(row, "w:tc")] for row in found(table, "w:tr")]


def _shown(cell: Element) -> str:
    words = "/".join(text_of(p) for p in found(cell, "w:p"))
    wider = ">" * ((number(cell, "w:tcPr/w:gridSpan") or 1) - 1)
    merged = found(cell, "w:tcPr/w:vMerge")
    covered = "v" if merged and merged[0].get(w("val")) is None else ""
    starts = "^" if merged and merged[0].get(w("val")) == "restart" else ""
    return f"{words}{wider}{covered}{starts}"


def assert_widths_agree(table: Element, total: int) -> None:
    grid = [int(column.get(w("w"), "0")) for column in found(table, "w:tblGrid/w:gridCol")]
    assert number(table, "w:tblPr/w:tblW", "w") == sum(grid) == total
    assert value(table, "w:tblPr/w:tblW", "type") == "dxa"
    assert value(table, "w:tblPr/w:tblLayout", "type") == "fixed"
    for row in found(table, "w:tr"):
        column = 0
        for cell in found(row, "w:tc"):
            span = number(cell, "w:tcPr/w:gridSpan") or 1
            assert number(cell, "w:tcPr/w:tcW", "w") == sum(grid[column : column + span])
            assert value(cell, "w:tcPr/w:tcW", "type") == "dxa"
            column += span
        assert column == len(grid)


def test_columns_share_the_width_of_the_type_area_by_their_weights() -> None:
    table = written(Table((Column(1), Column(3), Column(2)), rows=((Cell(),) * 3,)))

    grid = [int(column.get(w("w"), "0")) for column in found(table, "w:tblGrid/w:gridCol")]
    assert grid == [1474, 4422, 2948]
    assert_widths_agree(table, TYPE_WIDTH)


def test_a_table_on_a_landscape_page_is_as_wide_as_the_type_area_is_high() -> None:
    annex = Annex("表", (TABLE,), orientation="landscape")

    (table,) = found(docx(Document("通知", annexes=(annex,))).body, "w:tbl")

    assert_widths_agree(table, TYPE_HEIGHT)


def test_spanning_cells_are_merged() -> None:
    assert rows_of(written(TABLE)) == [
        ["序号", "任务", "时限"],
        ["一", "二和三>"],
        ["1^", "布置投放点", "4月底"],
        ["v", "培训指导员", "5月底"],
        ["2", "检查/通报", ""],
    ]


def test_a_cell_may_span_columns_and_rows_at_once() -> None:
    wide = Cell((Paragraph.of("甲"),), columns=2, rows=3)
    tall = Cell((Paragraph.of("丙"),), rows=2)
    rows = ((wide, Cell.of("乙")), (tall,), (), (Cell.of("丁"), Cell(columns=2)))

    table = written(Table((Column(), Column(), Column()), rows=rows))

    assert rows_of(table) == [["甲>^", "乙"], [">v", "丙^"], [">v", "v"], ["丁", ">"]]
    assert_widths_agree(table, TYPE_WIDTH)


def test_a_span_of_the_header_does_not_reach_into_the_body() -> None:
    tall = Cell((Paragraph.of("甲"),), rows=2)
    table = Table((Column(), Column()), ((tall, Cell()), (Cell(),)), ((Cell.of("乙"), Cell()),))

    assert rows_of(written(table)) == [["甲^", ""], ["v", ""], ["乙", ""]]


@settings(max_examples=40)
@given(tables(()).filter(lambda table: table.head or table.rows))
def test_every_table_is_a_grid_without_holes(table: Table) -> None:
    element = written(table)

    assert_widths_agree(element, TYPE_WIDTH)
    reaching: dict[int, int] = {}
    for row in found(element, "w:tr"):
        column, now = 0, {}
        for cell in found(row, "w:tc"):
            span = number(cell, "w:tcPr/w:gridSpan") or 1
            merged = found(cell, "w:tcPr/w:vMerge")
            if merged and merged[0].get(w("val")) is None:
                assert reaching.get(column) == span
            if merged:
                now[column] = span
            column += span
        reaching = now


def test_header_rows_repeat_and_no_row_splits() -> None:
    rows = found(written(TABLE), "w:tr")

    assert [bool(found(row, "w:trPr/w:tblHeader")) for row in rows] == [True, True] + [False] * 3
    assert all(found(row, "w:trPr/w:cantSplit") for row in rows)


def test_header_cells_are_centred_by_their_style_and_others_by_their_column() -> None:
    rows = found(written(TABLE), "w:tr")

    styles = [value(p, "w:pPr/w:pStyle") for p in found(rows[0], "w:tc/w:p")]
    aligned = [value(p, "w:pPr/w:jc") for p in found(rows[2], "w:tc/w:p")]

    assert styles == ["TableHead"] * 3
    assert aligned == ["center", None, "right"]
    assert {value(p, "w:pPr/w:pStyle") for p in found(rows[2], "w:tc/w:p")} == {"TableCell"}


@pytest.mark.parametrize(
    ("column", "written_as"),
    [
        (Column(), None),
        (Column(align="center"), "center"),
        (Column(align="right"), "right"),
        (Column(align="justify"), "both"),
    ],
)
def test_columns_align_their_cells(column: Column, written_as: str | None) -> None:
    table = written(Table((column,), rows=((Cell.of("甲"),),)))

    assert value(table, "w:tr/w:tc/w:p/w:pPr/w:jc") == written_as


def test_cells_have_a_line_of_their_own_height() -> None:
    styles = sample(NOTICE).part("styles")

    for style in ("TableHead", "TableCell"):
        spacing = found(styles, f"w:style[@w:styleId='{style}']/w:pPr/w:spacing")[0]
        assert (spacing.get(w("line")), spacing.get(w("lineRule"))) == ("400", "exact")


def test_references_in_cells_are_labels() -> None:
    cell = Cell((Paragraph((Text("见"), AnnexReference("a"))),))
    table = Table((Column(),), rows=((cell,),))

    file = docx(Document("表", blocks=(table,), annexes=(Annex("甲", id="a"), Annex("乙"))))

    assert rows_of(found(file.body, "w:tbl")[0]) == [["见附件1"]]


def test_the_caption_stands_above_and_stays_with_its_table() -> None:
    file = sample(NOTICE)

    caption = file.only("TableCaption")
    following = found(caption, "following-sibling::*[1]")

    assert [local(element) for element in following] == ["tbl"]
    keep = "w:style[@w:styleId='TableCaption']/w:pPr/w:keepNext"
    assert found(file.part("styles"), keep)


def adjacent_tables(file: Docx) -> int:
    return len(found(file.body, "w:tbl/following-sibling::*[1][self::w:tbl]"))


def test_two_tables_in_a_row_stay_two() -> None:
    table = Table((Column(),), rows=((Cell.of("甲"),),))

    assert adjacent_tables(docx(Document("表", blocks=(table, table)))) == 0


def test_a_table_without_rows_is_not_written() -> None:
    file = docx(Document("表", blocks=(Table((Column(),)),)))

    assert not found(file.body, "w:tbl[not(w:tr)]")
