"""docx → LibreOffice → PDF → ruler, on a docx made by hand."""

from pathlib import Path

import pytest

from . import handmade, office
from .conftest import BODY, FULL, IMPRINT, LAST, MARK, NUMBER, TITLE
from .ruler import measure
from .standard import (
    CHARACTERS,
    LINES,
    MARK_TOP,
    PAGE_NUMBER_CENTRE,
    PORTRAIT,
    RED_RULE_GAP,
    THICK_RULE,
    THIN_RULE,
)


def test_a_full_page_has_22_lines_of_28_characters(handmade_pdf: Path) -> None:
    with measure(handmade_pdf) as ruler:
        lines = ruler.lines_per_page()
        characters = ruler.characters_per_full_line()

    assert lines == {2: LINES, 4: LINES}
    assert max(characters) == CHARACTERS
    assert characters.most_common(1)[0][0] == CHARACTERS


def test_the_first_and_the_last_line_stand_at_the_edges_of_the_type_area(
    handmade_pdf: Path,
) -> None:
    with measure(handmade_pdf) as ruler:
        rows = ruler.rows(4)
        ink = ruler.text_ink(4)

    assert rows[0].top == pytest.approx(PORTRAIT.top, abs=1)
    assert rows[-1].bottom == pytest.approx(PORTRAIT.bottom, abs=1)
    # The stand-in draws 国 low in its em: its ink, not its em, starts 1.4 mm down.
    assert ink is not None
    assert ink.top == pytest.approx(38.4, abs=0.1)
    assert ink.bottom == pytest.approx(262.7, abs=0.1)


def test_no_mark_starts_a_line_and_none_hangs(handmade_pdf: Path) -> None:
    with measure(handmade_pdf) as ruler:
        faults = ruler.line_break_faults()
        hanging = ruler.hanging_rows()

    assert faults == []
    assert hanging == []


def test_libreoffice_hangs_marks_where_the_docx_forbids_it(
    word_processor: None, tmp_path: Path
) -> None:
    forbidden = '<w:overflowPunct w:val="0"/>'
    body = handmade.paragraph(handmade.words(BODY[:400]), first=forbidden)
    docx = handmade.write(tmp_path / "a.docx", body)

    with measure(office.convert(docx, tmp_path)) as ruler:
        hanging = ruler.hanging_rows()

    assert {len(placed.row.glyphs) for placed in hanging} == {CHARACTERS + 1}


def test_the_mark_stands_72_mm_below_the_page_top(handmade_pdf: Path) -> None:
    with measure(handmade_pdf) as ruler:
        top = ruler.mark_top()

    assert top == pytest.approx(MARK_TOP, abs=0.2)


def test_the_red_rule_lies_4_mm_below_the_number_across_the_type_area(
    handmade_pdf: Path,
) -> None:
    with measure(handmade_pdf) as ruler:
        (rule,) = ruler.red_rules()
        gap = ruler.gap_above_red_rule()

    assert gap == pytest.approx(RED_RULE_GAP, abs=0.2)
    assert (rule.left, rule.right) == pytest.approx((PORTRAIT.left, PORTRAIT.right), abs=0.1)
    assert rule.thickness == pytest.approx(THICK_RULE, abs=0.02)


def test_the_title_is_centred_on_the_type_area(handmade_pdf: Path) -> None:
    with measure(handmade_pdf) as ruler:
        (line,) = ruler.title_lines()

    assert line.text == TITLE
    assert line.centre == pytest.approx((PORTRAIT.left + PORTRAIT.right) / 2, abs=0.2)


def test_page_numbers_stand_on_the_outer_side_at_269_mm(handmade_pdf: Path) -> None:
    with measure(handmade_pdf) as ruler:
        numbers = [ruler.page_number(page) for page in range(1, ruler.page_count + 1)]

    assert [number and number.text for number in numbers] == ["—1—", "—2—", "—3—", "—4—", "—5—"]
    for page, number in enumerate(numbers, 1):
        assert number is not None
        assert number.side == ("right" if page % 2 else "left")
        assert number.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=0.2)
        outer = number.right if page % 2 else 2 * 106 - number.left
        assert 178.4 <= outer <= 179.2


def test_the_imprint_ends_the_type_area_of_the_last_page(handmade_pdf: Path) -> None:
    with measure(handmade_pdf) as ruler:
        rules = ruler.imprint_rules()

    thicknesses = [rule.thickness for rule in rules]
    assert thicknesses == pytest.approx([THICK_RULE, THIN_RULE, THICK_RULE], abs=0.03)
    assert rules[-1].y == pytest.approx(PORTRAIT.bottom, abs=0.5)
    assert all(rule.length == pytest.approx(156, abs=0.2) for rule in rules)


def test_the_text_comes_back_from_the_pdf_as_it_was_written(handmade_pdf: Path) -> None:
    written = "".join([MARK, NUMBER, TITLE, BODY, FULL, LAST, *IMPRINT]).replace("　", "")

    with measure(handmade_pdf) as ruler:
        text = ruler.text()
        drawn = ruler.drawn_text()

    assert text == written
    assert sorted(drawn) == sorted(written)
