"""版记 at the foot of the last, even page."""

import pytest

from plangen.document.blocks import Paragraph
from plangen.document.elements import Annex, Document, Imprint
from plangen.sheet.fitting import Fitting, ImprintPage
from plangen.sheet.geometry import PROFILES
from tests.document.samples import ANNEXED, DAY, TABLE
from tests.writers.docx_file import (
    RELATIONS,
    TWIPS_PER_MM,
    Docx,
    Element,
    docx,
    found,
    local,
    style_of,
    text_of,
    value,
    w,
)

IMPRINT = Imprint("云溪街道党政办公室", DAY, (("区城管局", "区教育局"),), (("各街道",),))
TEXT = Paragraph.of("正文。")


def printed(
    page: ImprintPage = ImprintPage.SAME, profile: str = "gb33476", annexes: tuple[Annex, ...] = ()
) -> Docx:
    document = Document("通知", blocks=(TEXT,), annexes=annexes, imprint=IMPRINT)
    return docx(document, PROFILES[profile], Fitting(page))


def table_of(file: Docx) -> Element:
    (table,) = found(file.body, "w:tbl[w:tblPr/w:tblpPr]")
    return table


def before(table: Element) -> list[Element]:
    return found(table, "preceding-sibling::*")


def number_of(element: Element, path: str, attribute: str = "val") -> int:
    return int(value(element, path, attribute) or 0)


def test_its_rows_hold_recipients_and_copies_then_the_printer() -> None:
    rows = found(table_of(printed()), "w:tr")

    said = [[text_of(p) for p in found(row, "w:tc/w:p")] for row in rows]

    assert said == [
        ["主送：各街道。", "抄送：区城管局、区教育局。"],
        ["云溪街道党政办公室\t2021年3月8日印发"],
    ]


def test_its_first_and_last_rules_are_thick_and_the_one_between_is_thin() -> None:
    borders = found(table_of(printed()), "w:tblPr/w:tblBorders/*")

    assert {local(b): (b.get(w("val")), b.get(w("sz"))) for b in borders} == {
        "top": ("single", "8"),  # 0.35 mm
        "bottom": ("single", "8"),
        "insideH": ("single", "6"),  # 0.25 mm
    }


@pytest.mark.parametrize("profile", PROFILES)
def test_its_last_rule_lies_on_the_lower_edge_of_the_type_area(profile: str) -> None:
    file = printed(profile=profile)
    table = table_of(file)

    top = number_of(file.sections[-1], "w:pgMar", "top") + number_of(
        table, "w:tblPr/w:tblpPr", "tblpY"
    )
    heights = [number_of(row, "w:trPr/w:trHeight") for row in found(table, "w:tr")]
    bottom = (top + sum(heights)) / TWIPS_PER_MM

    assert bottom == pytest.approx(262, abs=0.9)
    assert value(table, "w:tblPr/w:tblpPr", "vertAnchor") == "margin"


def test_it_is_as_wide_as_the_type_area() -> None:
    table = table_of(printed())

    widths = [
        number_of(table, "w:tblPr/w:tblW", "w"),
        number_of(table, "w:tblGrid/w:gridCol", "w"),
        *(number_of(cell, "w:tcPr/w:tcW", "w") for cell in found(table, "w:tr/w:tc")),
    ]

    assert set(widths) == {8844}
    assert number_of(table, "w:tblPr/w:tblpPr", "tblpX") / TWIPS_PER_MM == pytest.approx(
        28, abs=0.01
    )


def test_names_below_a_label_hang_under_the_first() -> None:
    (copies,) = found(table_of(printed()), ".//w:p[starts-with(w:r/w:t, '抄送')]")
    (indent,) = found(copies, "w:pPr/w:ind")

    assert indent.get(w("hanging")) == str(3 * 280)
    assert indent.get(w("left")) == str(4 * 280)


def test_the_day_of_printing_ends_1_character_from_the_right() -> None:
    (tab,) = found(table_of(printed()), ".//w:tab[@w:pos]")

    assert tab.get(w("val")) == "right"
    assert tab.get(w("pos")) == str(8844 - 280)


def test_a_line_of_one_point_holds_it() -> None:
    (anchor,) = found(table_of(printed()), "following-sibling::w:p")

    assert value(anchor, "w:pPr/w:spacing", "line") == "20"
    assert text_of(anchor) == ""


def test_it_stands_on_the_last_page_of_text_where_there_is_room() -> None:
    file = printed()

    assert text_of(before(table_of(file))[-1]) == "正文。"
    assert len(file.sections) == 1
    assert not found(file.body, ".//w:pageBreakBefore")


def test_it_goes_on_the_back_of_an_odd_page() -> None:
    file = printed(ImprintPage.NEXT)

    thin = before(table_of(file))[-1]

    assert found(thin, "w:pPr/w:pageBreakBefore")
    assert value(thin, "w:pPr/w:spacing", "line") == "20"
    assert len(found(file.body, ".//w:pageBreakBefore")) == 1
    assert len(file.sections) == 1


def test_a_blank_page_before_it_and_its_own_page_have_no_number() -> None:
    file = printed(ImprintPage.AFTER_BLANK)

    text, unnumbered = file.sections
    blank, page = before(table_of(file))[-2:]

    assert text_of(found(text, "../..")[0]) == "正文。"
    assert [bool(found(p, "w:pPr/w:pageBreakBefore")) for p in (blank, page)] == [False, True]
    assert [text_of(p) for p in (blank, page)] == ["", ""]
    for section, footer in ((text, "— 1 —"), (unnumbered, "")):
        parts = found(section, "w:footerReference")
        shown = {text_of(file.part(file.target(str(p.get(f"{{{RELATIONS}}}id"))))) for p in parts}
        assert len(parts) == 2
        assert shown == {footer}


@pytest.mark.parametrize(
    ("page", "sections", "breaks"),
    [(ImprintPage.NEXT, 3, 0), (ImprintPage.AFTER_BLANK, 3, 1), (ImprintPage.SAME, 3, 0)],
)
def test_it_goes_on_a_portrait_page_after_a_landscape_one(
    page: ImprintPage, sections: int, breaks: int
) -> None:
    file = printed(page, annexes=(Annex("表", (TABLE,), orientation="landscape"),))

    assert len(file.sections) == sections
    assert value(file.sections[-1], "w:pgSz", "orient") is None
    assert value(file.sections[1], "w:pgSz", "orient") == "landscape"
    assert len(found(file.body, ".//w:pageBreakBefore")) == breaks


def test_an_empty_imprint_writes_no_table() -> None:
    file = docx(Document("通知", imprint=Imprint()))

    assert not found(file.body, "w:tbl")


def test_a_document_without_an_imprint_ends_with_its_text() -> None:
    file = docx(ANNEXED)

    assert [local(element) for element in file.body[-2:]] == ["p", "sectPr"]
    assert style_of(file.paragraphs[-1]) == "Body"
