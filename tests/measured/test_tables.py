"""Long tables, upright and on landscape pages, in mm."""

import re

import pytest

from plangen.document.blocks import Cell, Column, Table
from plangen.document.blocks import Row as TableRow
from plangen.document.elements import Annex, Document
from tests.interop import line_breaks
from tests.interop.glyphs import Row
from tests.interop.standard import PAGE_NUMBER_CENTRE, PORTRAIT
from tests.measured.printing import Press, Printed
from tests.measured.raster import ink_of_pages
from tests.measured.reading import ends_at
from tests.measured.tabular import SetCell, cells_of

ROWS = 500
HEADERS = ("序号", "指标名称", "工作任务和要求", "牵头单位", "配合单位", "完成时限")
TASKS = (
    "建立健全社会心理服务网络",
    "在村（社区）设置心理咨询室",
    "配备专（兼）职人员，定期开展服务",
)
SHORT_TEXT = 6  # characters
EDGE = 0.4  # mm: half a table's rule, and a pixel of a coarse drawing
TALLEST_ROW = 25.0  # mm
FIRST_COLUMN = 15.0  # mm


def table(rows: int) -> Table:
    columns = tuple(
        Column(align=align) for align in ("center", "left", "left", "left", "left", "center")
    )
    return Table(
        columns,
        head=(cells(HEADERS),),
        rows=tuple(cells(texts_of(number)) for number in range(1, rows + 1)),
    )


def texts_of(number: int) -> tuple[str, ...]:
    task = "；".join(TASKS[: 1 + number % 3])
    deadline = f"{2020 + number % 3}年底前"
    return (str(number), "心理咨询室建成率", task, "卫生健康局", "教育局、民政局", deadline)


def cells(texts: tuple[str, ...]) -> TableRow:
    return tuple(map(Cell.of, texts))


@pytest.fixture(scope="module", params=["portrait", "landscape"])
def tabled(request: pytest.FixtureRequest, press: Press) -> Printed:
    annex = Annex("重点任务分工表", (table(ROWS),), orientation=request.param)
    return press.document(Document("通知", annexes=(annex,)))


def tabular_pages(made: Printed) -> range:
    """The pages of the annex: all but the first."""
    return made.pages[1:]


def test_the_header_stands_at_the_head_of_the_table_on_every_page(tabled: Printed) -> None:
    heads = [tabled.ruler.rows(page)[:5] for page in tabular_pages(tabled)]

    places = [[row.text for row in rows if row.text.startswith("序号")] for rows in heads]

    assert len(places) > 15
    assert all(len(found) == 1 for found in places)
    assert all("序号" in rows[place].text for rows in heads[1:] for place in [head_line(rows)])


def head_line(rows: list[Row]) -> int:
    """Which row holds 序号: the first, or the second where other headings have two lines."""
    return 0 if rows[0].text.startswith("序号") else 1


def test_every_row_is_there_once_and_in_order(tabled: Printed) -> None:
    numbers = [
        int(found[0])
        for page in tabular_pages(tabled)
        for row in tabled.ruler.rows(page)
        if row.x0 < tabled.ruler.type_area(page).left + FIRST_COLUMN
        and (found := re.match(r"\d+", row.text))
    ]

    assert numbers == list(range(1, ROWS + 1))


def test_no_character_is_lost(tabled: Printed) -> None:
    lost = tabled.characters - tabled.drawn
    added = tabled.drawn - tabled.characters

    assert not lost
    assert set(added) <= set("".join(HEADERS))


def test_rows_and_rules_keep_to_the_type_area(tabled: Printed) -> None:
    boxes = ink_of_pages(tabled.path)

    for page in tabular_pages(tabled):
        area, box = tabled.ruler.type_area(page), boxes[page - 1]
        assert box is not None
        assert (box.left, box.right) == pytest.approx((area.left, area.right), abs=EDGE), page
        assert box.top > area.top - EDGE, page
        assert box.bottom < area.bottom + EDGE, page


def test_pages_are_filled(tabled: Printed) -> None:
    boxes = ink_of_pages(tabled.path)

    for page in tabular_pages(tabled)[:-1]:
        area, box = tabled.ruler.type_area(page), boxes[page - 1]
        assert box is not None
        assert area.bottom - box.bottom < TALLEST_ROW, page


def test_a_page_number_stands_where_the_portrait_sheet_has_it(tabled: Printed) -> None:
    for page in tabled.pages:
        number = tabled.ruler.page_number(page)

        assert number is not None
        assert number.text == f"—{page}—"
        assert number.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=0.3)
        assert number.side == ("right" if page % 2 else "left")
        inwards = PORTRAIT.right - number.right if page % 2 else number.left - PORTRAIT.left
        assert 4.9 <= inwards <= 5.7


@pytest.fixture(scope="module")
def some_cells(tabled: Printed) -> list[list[SetCell]]:
    """The cells of some pages."""
    return [cells_of(tabled.path, page) for page in (2, 3, 10, len(tabled.pages))]


def test_cells_hold_their_texts_whole(some_cells: list[list[SetCell]]) -> None:
    for cells_of_page in some_cells:
        rows: dict[int, list[str]] = {}
        for cell in cells_of_page:
            rows.setdefault(cell.row, []).append(cell.text)
        head, *below = rows.values()
        numbers = [int(texts[0]) for texts in below]
        assert head == list(HEADERS)
        assert below == [list(texts_of(number)) for number in numbers]
        assert len(below) >= 2


def edge_of(cell: SetCell) -> line_breaks.RightEdge:
    return lambda _, __: cell.right


def test_no_line_in_a_cell_begins_or_ends_wrongly(some_cells: list[list[SetCell]]) -> None:
    found = [
        fault
        for cell in (cell for cells_of_page in some_cells for cell in cells_of_page)
        for fault in line_breaks.faults(
            [line_breaks.PlacedRow(1, line) for line in cell.lines],
            edge_of(cell),
        )
    ]

    assert found == []


def test_text_stands_inside_its_cell(some_cells: list[list[SetCell]]) -> None:
    for cell in (cell for cells_of_page in some_cells for cell in cells_of_page):
        for line in cell.lines:
            assert cell.left < line.x0 + EDGE, cell.text
            assert ends_at(line) < cell.right + EDGE, cell.text


def test_columns_fit_what_they_hold(some_cells: list[list[SetCell]]) -> None:
    for cell in (cell for cells_of_page in some_cells for cell in cells_of_page):
        if len(cell.text) <= SHORT_TEXT:
            assert len(cell.lines) <= 2, cell.text


def test_a_row_longer_than_a_page_goes_on_under_the_header(press: Press) -> None:
    words = "".join(f"第{n}项任务由各单位分工落实。" for n in range(1, 400))
    long = (cells(("1", words)), cells(("2", "末行")))
    whole = Table((Column(1), Column(9)), head=(cells(("序号", "任务")),), rows=long)

    made = press.document(Document("通知", blocks=(whole,)))

    texts = [row.text for page in made.pages for row in made.ruler.rows(page)]
    read = "".join(text.removeprefix("1") if page == 2 else text for page, text in enumerate(texts))
    heads = [made.ruler.rows(page)[0].text for page in made.pages[1:]]
    boxes = ink_of_pages(made.path)
    assert len(made.pages) >= 4
    assert heads == ["序号任务"] * len(heads)
    assert not made.characters - made.drawn
    assert "第399项任务由各单位分工落实。" in read.replace("序号任务", "")
    assert all(box and box.bottom < PORTRAIT.bottom + 0.3 for box in boxes)
    assert texts[-1] == "2末行"


def test_a_row_is_not_parted_where_it_fits_a_page(press: Press) -> None:
    tall = cells(("甲", "内容要点，" * 60))
    whole = Table((Column(1), Column(2)), rows=(tall,) * 9)

    made = press.document(Document("通知", blocks=(whole,)))

    for page in made.pages:
        texts = [row.text for row in made.ruler.rows(page) if row.text != "通知"]
        assert sum(text.startswith("甲") for text in texts) == round(
            sum(text.count("内容要点，") for text in texts) / 60
        )
