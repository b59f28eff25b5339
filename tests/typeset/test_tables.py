"""Tables in rows: how high each is, and which cells reach down into it."""

import pytest

from plangen.document.blocks import Cell, Column, Paragraph, Row, Table
from plangen.sheet.geometry import MM_PER_POINT, TYPE_WIDTH
from plangen.typeset.measures import GridMeasures
from plangen.typeset.tables import SetTableRows, row_height, set_table

LINE = 20 * MM_PER_POINT
BORDER = 0.5 * MM_PER_POINT


def set_rows(*rows: Row, columns: int = 2, head: tuple[Row, ...] = ()) -> SetTableRows:
    table = Table(tuple(Column(1) for _ in range(columns)), head, rows)
    return set_table(table, TYPE_WIDTH, {}, GridMeasures())


def lines(count: int) -> Cell:
    return Cell((Paragraph.of("甲"),) * count)


def test_a_row_is_as_high_as_its_lines_and_one_rule() -> None:
    assert row_height(1) == pytest.approx(LINE + BORDER)
    assert row_height(3) == pytest.approx(3 * LINE + BORDER)


def test_the_tallest_cell_makes_the_row() -> None:
    (first, second, empty) = set_rows(
        (lines(1), lines(3)), (lines(2), lines(1)), (Cell(), Cell())
    ).rows

    assert [row.lines for row in (first, second, empty)] == [3, 2, 1]
    assert first.height == row_height(3)


def test_cells_stand_side_by_side_over_the_whole_width() -> None:
    (row,) = set_rows((lines(1), lines(1), lines(1)), columns=3).rows

    assert [cell.left for cell in row.cells] == pytest.approx([0, 52, 104])
    assert [cell.width for cell in row.cells] == pytest.approx([52, 52, 52])


def test_a_cell_over_several_columns_has_their_width() -> None:
    (row,) = set_rows((Cell((Paragraph.of("甲"),), columns=2), lines(1)), columns=3).rows

    assert [cell.width for cell in row.cells] == pytest.approx([104, 52])
    assert [cell.columns for cell in row.cells] == [2, 1]


def test_a_cell_over_several_rows_shares_its_lines_among_them() -> None:
    tall = Cell((Paragraph.of("甲"),) * 5, rows=2)

    first, second = set_rows((tall, lines(1)), (lines(1),)).rows

    assert first.lines + second.lines >= 5
    assert [cell.rows for cell in first.cells] == [2, 1]
    assert second.reached == (first.cells[0],)
    assert first.reached == ()


def test_the_head_is_counted_with_all_its_rows() -> None:
    table = set_rows((lines(1), lines(1)), head=((lines(2), lines(1)), (lines(1), lines(1))))

    assert table.head_height == pytest.approx(row_height(2) + row_height(1))
    assert table.width == TYPE_WIDTH
