"""署名, 成文日期 and the places of the seals."""

from dataclasses import replace
from datetime import date

import pytest

from plangen.document.blocks import Paragraph
from plangen.document.elements import Document, Enclosure, Signature
from plangen.document.wording import chinese_date
from plangen.sheet.fitting import Fitting
from plangen.sheet.geometry import CELL, TYPE_LEFT, TYPE_RIGHT
from plangen.sheet.signature import plain_signature, sealed_rows, text_width
from plangen.writers.docx.drawings import WPS
from tests.document.samples import ANNEXED, NOTICE
from tests.writers.docx_file import (
    TWIPS_PER_MM,
    Docx,
    Element,
    docx,
    found,
    sample,
    style_of,
    text_of,
    value,
    w,
)

EMU_PER_MM = 36_000
DAY = date(2021, 3, 8)
NAMES = tuple(f"云溪区第{n}管理局" for n in "一二三四五六七八九十")


def signed(organs: tuple[str, ...], sealed: bool = True, outline: bool = False) -> Docx:
    document = Document("通知", signature=Signature(organs, DAY, sealed))
    return docx(document, outline_seals=outline)


def anchors(file: Docx) -> list[Element]:
    return found(file.body, ".//wp:anchor")


def millimetres(anchor: Element, direction: str) -> float:
    (offset,) = found(anchor, f"wp:position{direction}/wp:posOffset")
    return int(offset.text or "") / EMU_PER_MM


def stops(paragraph: Element) -> list[float]:
    """The tab stops of a paragraph, in mm from the page's left."""
    return [
        TYPE_LEFT + int(tab.get(w("pos"), "0")) / TWIPS_PER_MM
        for tab in found(paragraph, "w:pPr/w:tabs/w:tab")
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9, 10])
def test_every_organ_has_a_seal_over_its_name(count: int) -> None:
    file = signed(NAMES[:count])

    names = [name for p in file.styled("Signature") for name in text_of(p).split("\t")[1:]]
    centres = [stop for p in file.styled("Signature") for stop in stops(p)]
    seals = [millimetres(anchor, "H") + 21 for anchor in anchors(file)]

    assert names == list(NAMES[:count])
    assert seals == pytest.approx(centres, abs=0.05)
    assert len(anchors(file)) == count


def test_names_stand_in_the_rows_of_the_sheet() -> None:
    rows = sealed_rows(Signature(NAMES, DAY))

    paragraphs = signed(NAMES).styled("Signature")

    assert len(paragraphs) == len(rows)
    for paragraph, row in zip(paragraphs, rows, strict=True):
        assert stops(paragraph) == pytest.approx([seal.centre for seal in row.seals], abs=0.05)


def test_a_seal_is_a_circle_behind_the_text_and_begins_within_a_line_of_it() -> None:
    (anchor,) = anchors(signed(("云溪街道办事处",)))

    (extent,) = found(anchor, "wp:extent")
    (shape,) = found(anchor, ".//a:prstGeom")
    line = 592 / TWIPS_PER_MM
    below_text = 2 * line + millimetres(anchor, "V")  # two blank lines stand above the name

    assert (extent.get("cx"), extent.get("cy")) == ("1512000", "1512000")
    assert shape.get("prst") == "ellipse"
    assert anchor.get("behindDoc") == "1"
    assert found(anchor, "wp:wrapNone")
    assert 0 < below_text <= line


def test_name_and_date_lie_a_little_below_the_middle_of_the_seal() -> None:
    (anchor,) = anchors(signed(("云溪街道办事处",)))

    line = 592 / TWIPS_PER_MM
    middle = millimetres(anchor, "V") + 21  # below the upper edge of the name's line

    assert 0 < line - middle < line / 2


def test_seals_print_nothing_unless_they_are_outlined() -> None:
    (plain,) = anchors(signed(("街道",)))
    (outlined,) = anchors(signed(("街道",), outline=True))

    assert len(found(plain, ".//a:noFill")) == 2
    assert not found(plain, ".//a:solidFill")
    assert [dash.get("val") for dash in found(outlined, ".//a:ln/a:prstDash")] == ["dash"]
    assert [c.get("val") for c in found(outlined, ".//a:ln/a:solidFill/a:srgbClr")] == ["FF0000"]


def test_every_seal_has_a_number_and_a_name_of_its_own() -> None:
    properties = [found(anchor, "wp:docPr")[0] for anchor in anchors(signed(NAMES))]

    assert [p.get("id") for p in properties] == [str(n) for n in range(1, 11)]
    assert [p.get("name") for p in properties] == [f"印章：{name}" for name in NAMES]
    assert all(p.get("descr") for p in properties)
    assert len(found(anchors(signed(NAMES))[0], f".//*[namespace-uri()='{WPS}']")) > 2


def test_the_diameter_is_the_seals() -> None:
    document = Document("通知", signature=Signature(("云溪市人民政府",), DAY, seal=45))

    (anchor,) = anchors(docx(document))

    assert found(anchor, "wp:extent")[0].get("cx") == str(45 * EMU_PER_MM)


def date_centre(file: Docx) -> float:
    """The middle of the date, in mm from the page's left."""
    paragraph = file.only("Date")
    if value(paragraph, "w:pPr/w:jc") != "right":
        (stop,) = stops(paragraph)
        assert value(paragraph, "w:pPr/w:tabs/w:tab") == "center"
        return stop
    indent = int(value(paragraph, "w:pPr/w:ind", "right") or 0) / TWIPS_PER_MM
    return TYPE_RIGHT - indent - text_width(chinese_date(DAY)) / 2


@pytest.mark.parametrize(
    "organs",
    [
        ("云溪街道办事处",),
        NAMES[:4],
        ("云溪市居家和社区养老服务改革试点工作领导小组",),  # too long to end over the date
    ],
)
def test_the_date_stands_under_the_last_seal(organs: tuple[str, ...]) -> None:
    file = signed(organs)

    seal = millimetres(anchors(file)[-1], "H") + 21

    assert date_centre(file) == pytest.approx(seal, abs=0.1)


def test_a_sealed_date_ends_4_cells_from_the_right() -> None:
    date_line = signed(("云溪街道办事处",)).only("Date")

    assert value(date_line, "w:pPr/w:ind", "rightChars") == "400"
    assert int(value(date_line, "w:pPr/w:ind", "right") or 0) == pytest.approx(
        4 * CELL * TWIPS_PER_MM, abs=1
    )


def test_an_unsealed_signature_has_no_seals_and_a_blank_line_above() -> None:
    file = sample(ANNEXED)

    name = file.only("Signature")
    above = found(name, "preceding-sibling::w:p[position()<=2]")

    assert anchors(file) == []
    assert [style_of(p) for p in above] == ["AnnexNote", "Blank"]


def test_an_unsealed_name_and_date_are_indented_as_the_sheet_says() -> None:
    signature = Signature(("云溪街道社区服务中心", "云溪卫生院"), DAY, sealed=False)
    file = docx(Document("通知", signature=signature))
    placed = plain_signature(signature)

    lefts = [
        int(value(p, "w:pPr/w:ind", "left") or 0) / TWIPS_PER_MM
        for p in (*file.styled("Signature"), file.only("Date"))
    ]

    assert lefts == pytest.approx([*(left for _, left in placed.names), placed.date_left], abs=0.02)


def test_a_date_longer_than_the_name_ends_2_cells_from_the_right() -> None:
    file = docx(Document("通知", signature=Signature(("街道",), DAY, sealed=False)))

    assert value(file.only("Date"), "w:pPr/w:jc") == "right"
    assert value(file.only("Date"), "w:pPr/w:ind", "rightChars") == "200"


@pytest.mark.parametrize("note", ["", "此件公开发布"])
@pytest.mark.parametrize("sealed", [True, False])
def test_names_date_and_note_stay_on_one_page(sealed: bool, note: str) -> None:
    signature = Signature(NAMES[:2], DAY, sealed)
    document = Document("通知", blocks=(Paragraph.of("正文。"),), signature=signature, note=note)

    file = docx(document)
    start = [style_of(p) for p in file.paragraphs].index("Body") + 1
    block = file.paragraphs[start:]

    kept = [bool(found(p, "w:pPr/w:keepNext")) for p in block]
    assert kept == [True] * (len(block) - 1) + [False]
    said = [style_of(p) for p in block if text_of(p)]
    assert said == ["Signature"] * (1 if sealed else 2) + ["Date"] + ["Note"] * bool(note)


def test_seals_of_more_than_a_page_may_part_between_their_rows() -> None:
    names = NAMES * 2
    rows = len(sealed_rows(Signature(names, DAY)))

    file = signed(names)

    parts = [
        not found(p, "w:pPr/w:keepNext") for p in file.paragraphs if style_of(p) == "Signature"
    ]
    assert rows > 4
    assert parts == [True] * (rows - 1) + [False]


def test_lines_are_set_closer_in_the_notice_and_nowhere_else() -> None:
    text = (Paragraph.of("正文。"),)
    document = replace(NOTICE, blocks=text, enclosure=Enclosure("方案", text), annexes=())

    file = docx(document, fitting=Fitting(notice_pitch=560))

    pitches: dict[str | None, set[str | None]] = {}
    for paragraph in file.paragraphs:
        pitches.setdefault(style_of(paragraph), set()).add(
            value(paragraph, "w:pPr/w:spacing", "line")
        )
    for style in ("Title", "Recipients", "Signature", "Date", "Note"):
        assert pitches[style] == {"560"}
    for style in ("CopyNumber", "Secrecy", "NumberWithSigners", "IssuedTitle"):
        assert pitches[style] == {None}
    assert pitches["Body"] == {"560", None}


def test_a_date_without_organs_is_written() -> None:
    assert text_of(signed(()).only("Date")) == "2021年3月8日"


def test_two_organs_of_one_name_are_both_set() -> None:
    assert text_of(signed(("民政所", "民政所")).only("Signature")) == "\t民政所\t民政所"
