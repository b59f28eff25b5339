"""信函, 命令 and 纪要 in a docx, and the pictures of seals and signature stamps."""

from dataclasses import replace

import pytest

from plangen.document.elements import Annex, Document, Signature, Stamp
from plangen.document.recipients import recipients_in_imprint
from plangen.errors import InvalidError
from plangen.sheet.arrangement import SetMark, arrange
from plangen.sheet.geometry import CELL, PROFILES, TYPE_LEFT, TYPE_RIGHT
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.signature import sealed_rows, stamped_rows
from plangen.writers.docx.writer import write_docx
from tests.document.forms import DAY, LETTER, MINUTES, ORDER
from tests.document.pngs import png
from tests.document.samples import NOTICE
from tests.writers.docx_file import (
    GRID,
    RELATIONS,
    TWIPS_PER_MM,
    Docx,
    Element,
    docx,
    found,
    style_of,
    text_of,
    value,
    w,
)

EMU_PER_MM = 36_000
STAMPS = (Stamp("安和区人民政府区长", "周正明", "zhou.png"), Stamp("区财政局局长", "吴敏"))
STAMPED = replace(ORDER, signature=Signature((), DAY, stamps=STAMPS))


def written(document: Document, **pictures: bytes) -> Docx:
    """A document with pictures, by their names without folder and ending."""
    named = {f"{name.replace('_', '/')}.png": content for name, content in pictures.items()}
    return Docx(write_docx(document, GRID, pictures=named))


def anchors(file: Docx) -> list[Element]:
    return found(file.body, ".//wp:anchor")


def place(anchor: Element, direction: str) -> float:
    """Where a drawing stands, in mm."""
    (offset,) = found(anchor, f"wp:position{direction}/wp:posOffset")
    return int(offset.text or "") / EMU_PER_MM


def size(anchor: Element) -> tuple[float, float]:
    (extent,) = found(anchor, "wp:extent")
    return int(extent.get("cx", "0")) / EMU_PER_MM, int(extent.get("cy", "0")) / EMU_PER_MM


def named(file: Docx, name: str) -> list[Element]:
    return [a for a in anchors(file) if found(a, "wp:docPr")[0].get("name") == name]


# 信函


def test_the_double_rules_are_red_bars_at_their_places_on_the_page() -> None:
    (rules,) = (item for item in arrange(LETTER) if isinstance(item, SetDoubleRules))

    bars = named(docx(LETTER), "红色双线")

    strokes = [*rules.first.strokes, *rules.second.strokes]
    assert [place(bar, "V") for bar in bars] == pytest.approx([y for y, _ in strokes], abs=1e-3)
    assert [place(bar, "H") for bar in bars] == [20] * 4
    for bar, (_, thickness) in zip(bars, strokes, strict=True):
        assert size(bar) == pytest.approx((170, thickness), abs=1e-3)
        assert [fill.get("val") for fill in found(bar, ".//a:spPr | .//a:solidFill/a:srgbClr")] == [
            "FF0000"
        ]
        assert {p.get("relativeFrom") for p in found(bar, "wp:positionH | wp:positionV")} == {
            "page"
        }


@pytest.mark.parametrize("profile", ["gb33476", "nominal"])
def test_the_first_element_of_a_letter_begins_below_the_double_rule(profile: str) -> None:
    chosen = PROFILES[profile]
    (rules,) = (item for item in arrange(LETTER) if isinstance(item, SetDoubleRules))
    (mark,) = (item.layout for item in arrange(LETTER) if isinstance(item, SetMark))
    file = docx(LETTER, chosen)
    frame = file.only("Mark")
    frame_end = mark.top + int(value(frame, "w:pPr/w:spacing", "line") or 0) / TWIPS_PER_MM
    white = next(p for p in file.paragraphs if style_of(p) == "Blank")

    begins = frame_end + int(value(white, "w:pPr/w:spacing", "line") or 0) / TWIPS_PER_MM

    assert begins + chosen.leading(16) == pytest.approx(rules.elements_top, abs=0.05)


def test_page_1_of_a_letter_has_an_empty_footer() -> None:
    file = docx(replace(LETTER, annexes=(Annex("表", orientation="landscape"), Annex("单"))))

    first, *others = file.sections
    footers = {
        reference.get(w("type")): file.target(str(reference.get(f"{{{RELATIONS}}}id")))
        for reference in found(first, "w:footerReference")
    }

    assert text_of(file.part(footers["first"])) == ""
    assert "PAGE" in "".join(t.text or "" for t in file.part(footers["default"]).iter())
    assert found(first, "w:titlePg")
    assert len(others) == 2
    assert not any(found(section, "w:titlePg") for section in others)


def test_other_forms_number_their_first_page() -> None:
    for document in (ORDER, MINUTES, NOTICE):
        assert not found(docx(document).body, ".//w:titlePg")


def test_the_number_of_a_letter_stands_at_a_right_stop_on_the_edge() -> None:
    line = docx(LETTER).only("LetterNumber")

    assert text_of(line) == "000003\t云街办函〔2021〕12号"
    assert value(line, "w:pPr/w:tabs/w:tab") == "right"
    edge = int(value(line, "w:pPr/w:tabs/w:tab", "pos") or 0) / TWIPS_PER_MM
    assert edge == pytest.approx(TYPE_RIGHT - TYPE_LEFT, abs=0.02)


def test_secrecy_beside_the_number_of_a_letter_is_in_heiti() -> None:
    head = replace(LETTER.head, copy_number="")

    line = docx(replace(LETTER, head=head)).only("LetterNumber")

    assert value(found(line, "w:r")[0], "w:rPr/w:rStyle") == "SecrecyChar"


def test_the_imprint_of_a_letter_has_no_rules_and_ends_on_the_edge() -> None:
    (table,) = found(docx(LETTER).body, "w:tbl[w:tblPr/w:tblpPr]")

    top = int(value(table, "w:tblPr/w:tblpPr", "tblpY") or 0) / TWIPS_PER_MM + GRID.top
    height = int(value(table, "w:tr/w:trPr/w:trHeight") or 0) / TWIPS_PER_MM

    assert not found(table, "w:tblPr/w:tblBorders")
    white = (25 - 14) / 2 * 25.4 / 72
    assert top + height == pytest.approx(262 + white, abs=0.05)


# 纪要


def test_attendance_hangs_behind_its_label_in_heiti() -> None:
    present, *_ = docx(MINUTES).styled("Attendance")

    assert text_of(present) == "出席：周正明，区财政局吴敏、何建国"
    assert value(found(present, "w:r")[0], "w:rPr/w:rStyle") == "AttendanceLabelChar"
    styles = docx(MINUTES).part("styles")
    indent = "w:style[@w:styleId='Attendance']/w:pPr/w:ind"
    assert value(styles, indent, "leftChars") == "500"
    assert value(styles, indent, "hangingChars") == "300"
    face = "w:style[@w:styleId='AttendanceLabelChar']/w:rPr/w:rFonts"
    assert value(styles, face, "eastAsia") == "黑体"


# 主送 in the 版记


def test_recipients_in_the_imprint_leave_the_text_right_below_the_titles_blank_line() -> None:
    file = docx(recipients_in_imprint(NOTICE))

    styles = [style_of(p) for p in file.paragraphs]
    title = styles.index("Title")
    (table,) = found(file.body, "w:tbl[w:tblPr/w:tblpPr]")
    first, *_ = found(table, "w:tr")

    assert styles[title + 1 : title + 3] == ["Blank", "Body"]
    assert [text_of(p)[:3] for p in found(first, "w:tc/w:p")] == ["主送：", "抄送："]


# 签名章


def test_offices_end_before_the_stamps_and_a_name_at_4_cells_from_the_right() -> None:
    rows = stamped_rows(STAMPED.signature or Signature((), DAY), GRID.line)

    lines = docx(STAMPED).styled("Signature")

    assert [text_of(line) for line in lines] == ["\t安和区人民政府区长", "\t区财政局局长\t吴敏"]
    for line, row in zip(lines, rows, strict=True):
        stops = [
            TYPE_LEFT + int(tab.get(w("pos"), "0")) / TWIPS_PER_MM
            for tab in found(line, "w:pPr/w:tabs/w:tab[@w:val='right']")
        ]
        assert stops[0] == pytest.approx(row.office_right, abs=0.02)
        assert stops[1:] == pytest.approx(
            [TYPE_RIGHT - 4 * CELL] * (not row.stamp.picture), abs=0.02
        )
    assert value(found(lines[1], "w:r")[-1], "w:rPr/w:rStyle") == "StampNameChar"


def test_a_stamp_stands_in_the_middle_beside_its_office() -> None:
    proportion = 300 / 120
    (row, _) = stamped_rows(
        STAMPED.signature or Signature((), DAY), GRID.line, {"zhou.png": proportion}
    )

    (anchor,) = anchors(written(STAMPED, zhou=png(300, 120)))

    width, height = size(anchor)
    assert (width, height) == pytest.approx((40, 16), abs=1e-3)
    assert place(anchor, "H") + width == pytest.approx(TYPE_RIGHT - 4 * CELL, abs=1e-3)
    assert place(anchor, "V") + height / 2 == pytest.approx(GRID.line / 2, abs=1e-3)
    assert row.width == pytest.approx(width)


@pytest.mark.parametrize(
    ("pictures", "proportion"),
    [({}, 2.0), ({"zhou": png(300, 120)}, 2.5), ({"zhou": png(100, 100)}, 1.0)],
)
def test_white_lines_bring_stamps_and_date_to_their_places(
    pictures: dict[str, bytes], proportion: float
) -> None:
    file = written(STAMPED, **pictures)
    start = [style_of(p) for p in file.paragraphs].index("Body") + 1
    block = file.paragraphs[start:]
    heights = [int(value(p, "w:pPr/w:spacing", "line") or GRID.pitch) / TWIPS_PER_MM for p in block]
    tops = {text_of(p).split("\t")[-1]: sum(heights[:n]) for n, p in enumerate(block) if text_of(p)}

    rows = stamped_rows(
        STAMPED.signature or Signature((), DAY), GRID.line, {"zhou.png": proportion}
    )

    expected = [row.office_top(GRID.line) for row in rows]
    expected.append(rows[-1].bottom + GRID.line)
    assert list(tops.values()) == pytest.approx(expected, abs=0.1)


def test_a_signature_with_stamps_is_kept_on_one_page() -> None:
    file = docx(replace(STAMPED, note="此件公开发布"))
    start = [style_of(p) for p in file.paragraphs].index("Body") + 1

    kept = [bool(found(p, "w:pPr/w:keepNext")) for p in file.paragraphs[start:]]

    assert kept == [True] * (len(kept) - 1) + [False]


def test_stamps_of_more_than_a_page_part_between_their_rows() -> None:
    signature = Signature((), DAY, stamps=STAMPS[:1] * 12)

    file = docx(replace(ORDER, signature=signature))

    parts = [not found(p, "w:pPr/w:keepNext") for p in file.styled("Signature")]
    assert parts == [True] * 11 + [False]


# Pictures


def test_a_seals_picture_stands_where_its_place_is_behind_the_text() -> None:
    (row,) = sealed_rows(LETTER.signature or Signature((), DAY))
    (seal,) = row.seals

    (place_of_seal,) = named(docx(LETTER), "印章：云溪街道办事处")
    (anchor,) = named(written(LETTER, seals_yunxi=png(40, 40)), "印章：云溪街道办事处")

    assert seal.picture == "seals/yunxi.png"
    for direction in "HV":
        assert place(anchor, direction) == place(place_of_seal, direction)
    assert size(anchor) == size(place_of_seal) == pytest.approx((42, 42))
    assert anchor.get("behindDoc") == "1"
    assert found(anchor, "wp:docPr")[0].get("descr") == "印章：云溪街道办事处"


def test_a_picture_that_is_not_square_keeps_its_proportion() -> None:
    (anchor,) = named(written(LETTER, seals_yunxi=png(40, 20)), "印章：云溪街道办事处")
    (row,) = sealed_rows(LETTER.signature or Signature((), DAY))

    width, height = size(anchor)

    assert (width, height) == pytest.approx((42, 21))
    assert place(anchor, "H") + width / 2 == pytest.approx(row.seals[0].centre, abs=1e-3)


def test_a_picture_is_kept_once_as_it_came() -> None:
    picture = png(40, 40)
    organs = ("云溪街道办事处", "云溪街道党工委")
    signature = Signature(organs, DAY, pictures=("a.png", "a.png"))

    file = written(replace(NOTICE, signature=signature), a=picture)

    media = {name: blob for name, blob in file.parts.items() if "/media/" in name}
    assert media == {"word/media/image1.png": picture}
    assert b'Extension="png"' in file.parts["[Content_Types].xml"]
    blips = found(file.body, ".//a:blip")
    targets = {file.target(str(blip.get(f"{{{RELATIONS}}}embed"))) for blip in blips}
    assert len(blips) == 2
    assert targets == {"media/image1.png"}


def test_the_same_pictures_give_the_same_bytes() -> None:
    assert written(STAMPED, zhou=png(30, 12)).data == written(STAMPED, zhou=png(30, 12)).data


def test_a_missing_picture_leaves_the_place_free() -> None:
    for document in (LETTER, STAMPED):
        file = docx(document)

        assert not found(file.body, ".//a:blip")
        assert all(found(anchor, ".//a:noFill") for anchor in anchors(file))


def test_what_is_no_png_is_refused() -> None:
    with pytest.raises(InvalidError):
        written(LETTER, seals_yunxi=b"GIF89a")
