"""Pages: their size and margins, their numbers, and where parts begin."""

from dataclasses import replace

import pytest

from plangen.document.blocks import Paragraph, Roster
from plangen.document.elements import Annex, Document, Enclosure
from plangen.sheet.geometry import PROFILES
from tests.document.samples import ANNEXED, NOTICE, TABLE
from tests.writers.docx_file import (
    RELATIONS,
    TWIPS_PER_MM,
    Docx,
    Element,
    docx,
    found,
    local,
    sample,
    style_of,
    text_of,
    value,
    w,
)

TEXT = Paragraph.of("正文。")


def measures(section: Element, tag: str) -> dict[str, float]:
    """The attributes of a section's page or margins, in mm."""
    (element,) = found(section, f"w:{tag}")
    return {
        str(name).split("}")[1]: int(given) / TWIPS_PER_MM
        for name, given in element.attrib.items()
        if str(given).isdigit()
    }


def footings(file: Docx, section: Element, kind: str) -> dict[str, str]:
    """The parts that hold a section's headers or footers, by the pages that show them."""
    return {
        str(reference.get(w("type"))): file.target(str(reference.get(f"{{{RELATIONS}}}id")))
        for reference in found(section, f"w:{kind}Reference")
    }


def first_of_parts(file: Docx) -> list[Element]:
    """The first paragraph of every part that follows the notice."""
    starts = [
        element
        for element in found(file.body, "w:p")
        if found(element, "w:pPr/w:pageBreakBefore")
        or any(found(e, "w:pPr/w:sectPr") for e in found(element, "preceding-sibling::*[1]"))
    ]
    return starts


@pytest.mark.parametrize(
    ("name", "top", "bottom", "pitch"),
    [("gb33476", 34.58, 32.58, "592"), ("nominal", 37.0, 35.0, "579")],
)
def test_a_portrait_page_has_the_margins_of_its_profile(
    name: str, top: float, bottom: float, pitch: str
) -> None:
    (section,) = docx(ANNEXED, PROFILES[name]).sections

    assert measures(section, "pgSz") == pytest.approx({"w": 210, "h": 297}, abs=0.01)
    assert measures(section, "pgMar") == pytest.approx(
        {
            "top": top,
            "bottom": bottom,
            "left": 28,
            "right": 26,
            "gutter": 0,
            "header": measures(section, "pgMar")["header"],
            "footer": 25.13,
        },
        abs=0.2,
    )
    assert value(section, "w:docGrid", "type") == "lines"
    assert value(section, "w:docGrid", "linePitch") == pitch


@pytest.mark.parametrize("name", PROFILES)
def test_a_landscape_page_is_the_portrait_sheet_turned(name: str) -> None:
    portrait, landscape, last = docx(NOTICE, PROFILES[name]).sections

    margins = measures(landscape, "pgMar")

    assert value(portrait, "w:pgSz", "orient") is None
    assert value(landscape, "w:pgSz", "orient") == "landscape"
    assert measures(landscape, "pgSz") == pytest.approx({"w": 297, "h": 210}, abs=0.01)
    assert 297 - margins["left"] - margins["right"] == pytest.approx(225, abs=0.1)
    assert (margins["left"], margins["right"]) == pytest.approx((35, 37), abs=0.1)
    assert margins["top"] <= 28 and margins["bottom"] <= 26
    assert 210 - margins["top"] - margins["bottom"] == pytest.approx(156, abs=5.5)
    assert measures(last, "pgSz") == measures(portrait, "pgSz")


def test_every_section_begins_a_page() -> None:
    assert {value(s, "w:type") for s in sample(NOTICE).sections} == {"nextPage"}


def test_the_page_number_is_a_whole_field_with_a_result() -> None:
    for name in ("footer1", "footer2", "header1", "header2"):
        (paragraph,) = found(sample(NOTICE).part(name), ".//w:p[w:r]")

        steps = [
            child.get(w("fldCharType")) or (child.text or "").strip()
            for child in found(paragraph, "w:r/*[not(self::w:rPr)]")
        ]

        assert steps == ["—", "begin", "PAGE", "separate", "1", "end", "—"]
        assert text_of(paragraph) == "— 1 —"
        assert style_of(paragraph) == "PageNumber"


def test_dashes_of_the_page_number_are_chinese_ones() -> None:
    runs = found(sample(NOTICE).part("footer1"), ".//w:r[contains(w:t, '—')]")

    assert [value(run, "w:rPr/w:rFonts", "hint") for run in runs] == ["eastAsia"] * 2


def test_even_pages_have_their_number_at_the_left_and_odd_ones_at_the_right() -> None:
    file = sample(ANNEXED)
    (section,) = file.sections

    parts = footings(file, section, "footer")
    sides = {kind: value(file.part(part), "w:p/w:pPr/w:jc") for kind, part in parts.items()}

    assert sides == {"even": "left", "default": "right"}
    for kind, part in parts.items():
        (indent,) = found(file.part(part), "w:p/w:pPr/w:ind")
        assert indent.get(w(f"{sides[kind]}Chars")) == "100"
        assert indent.get(w(f"{sides[kind]}")) == "280"


def test_the_number_of_a_landscape_page_stands_in_a_turned_cell_at_its_left() -> None:
    file = sample(NOTICE)
    portrait, landscape, last = file.sections

    headers = footings(file, landscape, "header")
    sides = {}
    for kind, part in headers.items():
        cell = found(file.part(part), "w:tbl/w:tr/w:tc")[0]
        sides[kind] = value(cell, "w:p/w:pPr/w:jc")
        assert value(cell, "w:tcPr/w:textDirection") == "tbRl"
        assert value(file.part(part), "w:tbl/w:tblPr/w:tblpPr", "horzAnchor") == "page"

    assert sides == {"even": "left", "default": "right"}
    for part in footings(file, landscape, "footer").values():
        assert text_of(file.part(part)) == ""
    for section in (portrait, last):
        assert {text_of(file.part(p)) for p in footings(file, section, "header").values()} == {""}
        assert {text_of(file.part(p)) for p in footings(file, section, "footer").values()} == {
            "— 1 —"
        }


def test_a_document_of_portrait_pages_has_no_headers() -> None:
    (section,) = sample(ANNEXED).sections

    assert footings(sample(ANNEXED), section, "header") == {}


def test_every_part_begins_a_page_once() -> None:
    starts = first_of_parts(sample(NOTICE))

    said = [(style_of(p), bool(found(p, "w:pPr/w:pageBreakBefore"))) for p in starts]
    assert said == [
        ("Blank", True),  # the plan, two lines below the top
        ("AnnexLabel", True),
        ("AnnexLabel", False),  # landscape: a section of its own
        ("AnnexLabel", False),  # portrait again
    ]


def test_page_breaks_are_properties_and_never_characters() -> None:
    assert not found(sample(NOTICE).body, ".//w:br[@w:type]")


@pytest.mark.parametrize(
    ("orientations", "breaks", "sections"),
    [
        ("", 0, 1),
        ("p", 1, 1),
        ("ppp", 3, 1),
        ("l", 0, 2),
        ("ll", 1, 2),
        ("lp", 0, 3),
        ("plpl", 1, 4),
    ],
)
def test_a_part_begins_with_a_break_or_with_a_section(
    orientations: str, breaks: int, sections: int
) -> None:
    annexes = tuple(
        Annex("表", (TEXT,), orientation="landscape" if letter == "l" else "portrait")
        for letter in orientations
    )

    file = docx(Document("通知", annexes=annexes))

    assert len(found(file.body, "w:p/w:pPr/w:pageBreakBefore")) == breaks
    assert len(file.sections) == sections


def test_a_section_ends_in_its_last_paragraph() -> None:
    file = sample(NOTICE)

    first, second = (found(s, "../..")[0] for s in file.sections[:2])

    assert text_of(first) == "成员：\t赵一鸣"
    assert style_of(second) == "Blank"  # one point high: the table cannot hold the section
    assert value(second, "w:pPr/w:spacing", "line") == "20"
    assert [local(e) for e in found(second, "preceding-sibling::*[1]")] == ["tbl"]


def test_a_table_that_would_begin_a_part_has_a_thin_line_before_it() -> None:
    plan = Enclosure("方案", (TABLE,))
    file = docx(replace(ANNEXED, enclosure=plan, signature=None))

    assert len(found(file.body, ".//w:pageBreakBefore")) == 1


def test_an_empty_part_still_has_its_page() -> None:
    document = Document("通知", enclosure=Enclosure("方案", (Roster(()),), (Annex("甲"),)))

    assert len(found(docx(document).body, ".//w:pageBreakBefore")) == 2
