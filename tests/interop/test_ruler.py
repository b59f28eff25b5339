"""The ruler against pages whose geometry is known because they were drawn so."""

from pathlib import Path

import pytest

from .drawing import LANDSCAPE, RED, Bar, Picture, Sheet, Text, draw, rows
from .ruler import measure
from .standard import POINT

FULL_LINE = "国" * 28
FULL_PAGE = rows([FULL_LINE] * 22)
DASH_CENTRE = 0.35 * 14 * POINT
"""The drawn dash lies 0.30 to 0.40 em above its baseline."""
PIXEL = 25.4 / 600


def near(value: float, tolerance: float = 1.5 * PIXEL) -> object:
    return pytest.approx(value, abs=tolerance)


def test_a_full_page_has_its_lines_and_characters_counted(tmp_path: Path) -> None:
    page_number = Text(163, 270.7, "—1—", size=14)
    pdf = draw(tmp_path / "a.pdf", [Sheet([*FULL_PAGE, page_number]), Sheet(FULL_PAGE[:9])])

    with measure(pdf) as ruler:
        full_pages = ruler.full_pages
        lines = ruler.lines_per_page()
        characters = ruler.characters_per_full_line()

    assert full_pages == (1,)
    assert lines == {1: 22}
    assert characters == {28: 31}


def test_a_page_with_a_gap_between_its_rows_is_not_full(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [Sheet([*FULL_PAGE[:7], *FULL_PAGE[8:]])])

    with measure(pdf) as ruler:
        full_pages = ruler.full_pages

    assert full_pages == ()


def test_a_line_with_half_width_or_short_content_is_not_counted_as_full(tmp_path: Path) -> None:
    texts = ["国" * 27, "国" * 26 + "2021", "国" * 28]
    pdf = draw(tmp_path / "a.pdf", [Sheet(rows(texts))])

    with measure(pdf) as ruler:
        characters = ruler.characters_per_full_line()

    assert characters == {28: 1}


def test_a_row_is_known_by_its_text_edges_and_baseline(tmp_path: Path) -> None:
    content = [Text(50, 80, "国家"), Text(50 + 32 * POINT, 80.8, "标准"), Text(30, 90, "二")]
    pdf = draw(tmp_path / "a.pdf", [Sheet(content)])

    with measure(pdf) as ruler:
        first, second = ruler.rows(1)

    assert (first.text, second.text) == ("国家标准", "二")
    assert (first.x0, first.x1) == (near(50), near(50 + 64 * POINT))
    assert first.baseline == near(80.8)
    assert second.size == pytest.approx(16)


def test_text_ink_is_measured_without_the_page_number_and_without_red(tmp_path: Path) -> None:
    seal = Bar(200, 264.9, 120, 160, RED)
    content: list[Text | Bar] = [*FULL_PAGE, seal, Text(163, 270.7, "—1—", size=14)]
    pdf = draw(tmp_path / "a.pdf", [Sheet(content)])
    em = 16 * POINT

    with measure(pdf) as ruler:
        ink = ruler.text_ink(1)

    assert ink is not None
    assert ink.top == near(42.0 - 0.80 * em)
    assert ink.bottom == near(42.0 + 21 * 10.447 + 0.08 * em)
    assert ink.left == near(28 + 0.06 * em)


def test_the_mark_is_measured_from_its_red_ink_not_from_black_text_above(tmp_path: Path) -> None:
    em = 50 * POINT
    mark = Text(40, 72 + 0.80 * em, "国家文件", size=50, colour=RED)
    pdf = draw(tmp_path / "a.pdf", [Sheet([*FULL_PAGE[:3], mark])])

    with measure(pdf) as ruler:
        top = ruler.mark_top()

    assert top == near(72.0)


def test_a_page_without_red_ink_has_no_mark_and_no_red_rule(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [Sheet(FULL_PAGE)])

    with measure(pdf) as ruler:
        found = (ruler.mark_top(), ruler.red_rules(), ruler.gap_above_red_rule())

    assert found == (None, [], None)


@pytest.mark.parametrize("thickness", [0.25, 0.35, 0.5])
def test_the_red_rule_is_measured_finer_than_a_pixel(tmp_path: Path, thickness: float) -> None:
    number = Text(90, 120, "国〔2020〕79号")
    rule = Bar(125.0, 125.0 + thickness, 28, 184, RED)
    mark = Text(40, 90, "国家文件", size=50, colour=RED)
    pdf = draw(tmp_path / "a.pdf", [Sheet([mark, number, rule])])

    with measure(pdf) as ruler:
        (found,) = ruler.red_rules()
        gap = ruler.gap_above_red_rule()

    assert found.thickness == pytest.approx(thickness, abs=0.01)
    assert found.top == pytest.approx(125.0, abs=0.01)
    assert (found.left, found.right) == (near(28), near(184))
    assert gap == near(125.0 - 120 - 0.08 * 16 * POINT)


@pytest.mark.parametrize(("x", "side"), [(163.5, "right"), (33.0, "left")])
def test_the_page_number_is_found_with_its_dash_and_its_side(
    tmp_path: Path, x: float, side: str
) -> None:
    number = Text(x, 269.0 + DASH_CENTRE, "—12—", size=14)
    pdf = draw(tmp_path / "a.pdf", [Sheet([*FULL_PAGE, number])])

    with measure(pdf) as ruler:
        found = ruler.page_number(1)

    assert found is not None
    assert (found.text, found.side) == ("—12—", side)
    assert found.centre == near(269.0)
    assert (found.left, found.right) == (near(x), near(x + 42 * POINT))


def test_a_turned_page_number_is_reported_as_it_stands_on_the_portrait_sheet(
    tmp_path: Path,
) -> None:
    number = Text(28.0 - DASH_CENTRE, 163.5, "—3—", size=14, turned=True)
    table = Text(40, 60, "国" * 30)
    pdf = draw(tmp_path / "a.pdf", [Sheet([table, number], LANDSCAPE)])

    with measure(pdf) as ruler:
        found = ruler.page_number(1)
        texts = [row.text for row in ruler.rows(1)]
        ink = ruler.text_ink(1)

    assert found is not None
    assert (found.text, found.side) == ("—3—", "right")
    assert found.centre == near(269.0)
    assert found.left == near(163.5)
    assert texts == ["国" * 30]
    assert ink is not None
    assert ink.left > 35


def test_a_page_without_number_has_none(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [Sheet(FULL_PAGE)])

    with measure(pdf) as ruler:
        found = ruler.page_number(1)

    assert found is None


def test_the_imprint_rules_are_told_from_a_table_above_them(tmp_path: Path) -> None:
    table = [Bar(y, y + 0.2, 28, 184) for y in (100.0, 110.0, 120.0)]
    imprint = [Bar(242, 242.35, 28, 184), Bar(252, 252.25, 28, 184), Bar(261.65, 262, 28, 184)]
    text = [
        Text(33, 248.5, "抄送：国家。", size=14),
        Text(33, 258.5, "国家2020年9月6日印发", size=14),
    ]
    pdf = draw(tmp_path / "a.pdf", [Sheet(FULL_PAGE), Sheet([*table, *imprint, *text])])

    with measure(pdf) as ruler:
        rules = ruler.imprint_rules()

    assert [rule.thickness for rule in rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    assert rules[0].top == pytest.approx(242, abs=0.01)
    assert rules[-1].bottom == pytest.approx(262, abs=0.01)


def test_long_rows_of_text_are_not_rules(tmp_path: Path) -> None:
    dashes = rows(["—" * 14 + "国" * 14])
    pdf = draw(tmp_path / "a.pdf", [Sheet([*FULL_PAGE[4:], *dashes])])

    with measure(pdf) as ruler:
        rules = ruler.ink(1).rules("black")

    assert rules == []


def test_title_lines_are_known_by_their_size_and_centre(tmp_path: Path) -> None:
    em = 22 * POINT
    title = [
        Text(106 - 5 * em, 140, "国家标准国家标准国家", size=22),
        Text(106 - 3 * em, 151, "标准国家标准", size=22),
    ]
    pdf = draw(tmp_path / "a.pdf", [Sheet([*title, *FULL_PAGE[12:]])])

    with measure(pdf) as ruler:
        lines = ruler.title_lines()
        split = ruler.words_split_in_title(
            ["国家标准", "标准国", "国家标准国家标准国家标准国家标准国"]
        )

    assert [line.text for line in lines] == ["国家标准国家标准国家", "标准国家标准"]
    assert [line.centre for line in lines] == [near(106), near(106)]
    assert split == ["国家标准"]


def test_text_is_whole_and_without_page_numbers(tmp_path: Path) -> None:
    number = Text(163.5, 270.7, "—1—", size=14)
    pdf = draw(tmp_path / "a.pdf", [Sheet([*rows(["国 家", "一——2"]), number])])

    with measure(pdf) as ruler:
        text = ruler.text()
        drawn = ruler.drawn_text()

    assert text == "国家一——2"
    assert drawn == text


def test_cells_that_wrap_stay_whole_in_drawing_order(tmp_path: Path) -> None:
    cells = [Text(30, 60, "国家"), Text(30, 70, "标准"), Text(90, 60, "一二"), Text(90, 70, "三")]
    pdf = draw(tmp_path / "a.pdf", [Sheet(cells)])

    with measure(pdf) as ruler:
        text = ruler.text()
        drawn = ruler.drawn_text()

    assert text == "国家一二标准三"
    assert drawn == "国家标准一二三"


def test_rows_beyond_the_right_edge_are_hanging(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [Sheet(rows(["国" * 28, "国" * 28 + "，"]))])

    with measure(pdf) as ruler:
        hanging = ruler.hanging_rows()

    assert [placed.row.text for placed in hanging] == ["国" * 28 + "，"]


@pytest.mark.parametrize(
    "rules", [[], [Bar(60, 60.8, 20, 190, RED), Bar(61.2, 61.5, 20, 190, RED)]]
)
def test_the_ink_of_the_mark_ends_above_the_first_red_rule(
    tmp_path: Path, rules: list[Bar]
) -> None:
    mark = Text(50, 50, "某市", size=48, colour=RED)
    pdf = draw(tmp_path / "a.pdf", [Sheet([mark, *rules])])

    with measure(pdf) as ruler:
        box = ruler.mark_ink()

    em = 48 * POINT
    assert box is not None
    assert (box.top, box.bottom) == (near(50 - 0.8 * em), near(50 + 0.08 * em))
    assert (box.left, box.right) == (near(50 + 0.06 * em), near(50 + 1.94 * em))


def test_pictures_are_known_by_their_places(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [Sheet([Picture(100, 142, 118, 160)]), Sheet([])])

    with measure(pdf) as ruler:
        (picture,) = ruler.pictures(1)
        others = ruler.pictures(2)

    assert (picture.top, picture.bottom) == (near(100), near(142))
    assert (picture.left, picture.right) == (near(118), near(160))
    assert others == []
