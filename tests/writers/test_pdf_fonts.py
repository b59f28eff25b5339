"""The fonts in a PDF: subsets that are whole, with the widths that their programs have."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.cffLib import CFFFontSet  # type: ignore[import-untyped]  # it ships no types
from fontTools.pens.basePen import NullPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from plangen.errors import InputError
from plangen.fonts.face import Face
from plangen.writers.pdf.writer import write_pdf
from tests.fonts.made import Outlines
from tests.fonts.stand_ins import stand_in
from tests.writers.pdf_file import PdfFile, to_unicode
from tests.writers.pdf_pages import face, one_paragraph, paged, run

WORDS = "社会心理abc一二三(),。"


def one_font(file: PdfFile) -> Any:
    (font,) = file.fonts.values()
    return font


def stated_widths(font: Any) -> dict[int, int]:
    """Identifier → width for all that the font's text uses, by DW and W (9.7.4.3)."""
    below = font.DescendantFonts[0]
    widths = {int(code, 16): int(below.DW) for code in to_unicode(font)}
    stated = list(below.get("/W", []))
    for first, listed in zip(stated[::2], stated[1::2], strict=True):
        widths |= {int(first) + at: int(width) for at, width in enumerate(listed)}
    return widths


def truetype_widths(program: bytes) -> dict[int, int]:
    font = TTFont(BytesIO(program))
    return {at: font["hmtx"][name][0] for at, name in enumerate(font.getGlyphOrder())}


def cff_widths(program: bytes) -> dict[int, int]:
    """Identifier → width: the place of a glyph, or in a CID-keyed font its number."""
    if program.startswith(b"OTTO"):
        program = TTFont(BytesIO(program)).reader["CFF "]
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    top = fonts[0]
    widths = {}
    for at, name in enumerate(top.charset):
        glyph = top.CharStrings[name]
        glyph.draw(NullPen())
        keyed = "ROS" in top.rawDict and name != ".notdef"
        widths[int(name.removeprefix("cid")) if keyed else at] = round(glyph.width)
    return widths


def test_a_truetype_face_is_embedded_as_a_font_file(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS, "truetype")

    file = PdfFile(write_pdf(one_paragraph(made, WORDS)))

    font = one_font(file)
    below = font.DescendantFonts[0]
    program = below.FontDescriptor.FontFile2
    assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
    assert (below.Subtype, below.CIDToGIDMap) == ("/CIDFontType2", "/Identity")
    assert int(program.Length1) == len(program.read_bytes())
    used, widths = stated_widths(font), truetype_widths(program.read_bytes())
    assert used == {at: widths[at] for at in used}
    assert len(used) == len(WORDS)


@pytest.mark.parametrize("cid_keyed", [False, True], ids=["named", "cid-keyed"])
def test_a_cff_face_is_embedded_as_what_its_program_is(tmp_path: Path, cid_keyed: bool) -> None:
    made = face(tmp_path, WORDS, "cff", cid_keyed=cid_keyed)

    file = PdfFile(write_pdf(one_paragraph(made, WORDS)))

    font = one_font(file)
    below = font.DescendantFonts[0]
    program = below.FontDescriptor.FontFile3
    whole = program.read_bytes().startswith(b"OTTO")
    assert below.Subtype == "/CIDFontType0"
    assert program.Subtype == ("/OpenType" if whole else "/CIDFontType0C")
    assert "/CIDToGIDMap" not in below
    used, widths = stated_widths(font), cff_widths(program.read_bytes())
    assert used == {at: widths[at] for at in used}
    assert len(used) == len(WORDS)


@pytest.mark.parametrize(
    ("name", "index"),
    [
        *[("FandolFang-Regular.otf", 0), ("FandolSong-Regular.otf", 0)],
        *[("NotoSerifCJK-Bold.ttc", 2), ("LXGWWenKai-Regular.ttf", 0)],
    ],
)
def test_the_widths_of_a_stand_in_are_those_of_its_program(name: str, index: int) -> None:
    text = "社会 心理《abc》—，。0123456789%"

    file = PdfFile(write_pdf(one_paragraph(stand_in(name, index), text)))

    font = one_font(file)
    descriptor = font.DescendantFonts[0].FontDescriptor
    if "/FontFile3" in descriptor:
        widths = cff_widths(descriptor.FontFile3.read_bytes())
    else:
        widths = truetype_widths(descriptor.FontFile2.read_bytes())
    used = stated_widths(font)
    assert used == {at: widths[at] for at in used}
    assert len(used) == len(set(text))


@pytest.mark.parametrize("outlines", ["cff", "truetype"])
def test_only_the_glyphs_of_the_text_are_embedded(tmp_path: Path, outlines: Outlines) -> None:
    made = face(tmp_path, "".join(map(chr, range(0x4E00, 0x4F00))), outlines)

    file = PdfFile(write_pdf(one_paragraph(made, "一丁")))

    font = one_font(file)
    descriptor = font.DescendantFonts[0].FontDescriptor
    if outlines == "cff":
        widths = cff_widths(descriptor.FontFile3.read_bytes())
    else:
        widths = truetype_widths(descriptor.FontFile2.read_bytes())
    assert len(widths) == 3  # with .notdef


def test_the_descriptor_says_what_the_face_is(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)

    file = PdfFile(write_pdf(one_paragraph(made, "心")))

    descriptor = one_font(file).DescendantFonts[0].FontDescriptor
    assert (descriptor.Ascent, descriptor.Descent, descriptor.CapHeight) == (880, -120, 830)
    assert descriptor.ItalicAngle == 0
    assert descriptor.Flags == 4
    assert 50 <= descriptor.StemV <= 200
    assert [int(edge) for edge in descriptor.FontBBox] == [round(e * 1000) for e in made.box]


def test_a_subset_is_named_after_what_is_in_it(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS, name="Fang Song")
    texts = ("社会", "会社", "心理")

    files = [PdfFile(write_pdf(one_paragraph(made, text))) for text in texts]

    fonts = [one_font(file) for file in files]
    tags = [str(font.BaseFont)[1:].split("+")[0] for font in fonts]
    assert tags[0] == tags[1] != tags[2]
    assert all(len(tag) == 6 and tag.isalpha() and tag.isupper() for tag in tags)
    assert str(fonts[0].BaseFont).endswith("+FangSong")
    assert fonts[0].DescendantFonts[0].BaseFont == fonts[0].BaseFont
    assert fonts[0].DescendantFonts[0].FontDescriptor.FontName == fonts[0].BaseFont


def test_every_face_is_embedded_once(tmp_path: Path) -> None:
    first, second = face(tmp_path, WORDS, "cff"), face(tmp_path, WORDS, "truetype")
    marks = [run(first, "心"), run(second, "理"), run(first, "社")]

    file = PdfFile(write_pdf(paged(marks, marks)))

    assert list(file.fonts) == ["/F0", "/F1"]
    assert sorted(to_unicode(file.fonts["/F0"]).values()) == ["心", "社"]


def test_missing_characters_keep_their_text(tmp_path: Path) -> None:
    made = face(tmp_path, "心理")

    file = PdfFile(write_pdf(one_paragraph(made, "心堃喆")))

    assert [placed.text for placed in file.placed()] == ["心", "喆", "喆"]
    assert "/Span<</ActualText<FEFF5803>>>BDC" in file.stream()  # 堃


def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS, name="Locked", embedding=2)

    with pytest.raises(InputError) as refusal:
        write_pdf(one_paragraph(made, "心"))

    assert str(refusal.value) == (
        f"{made.path}：字体“Locked”的许可不允许嵌入文件；请换一款允许嵌入的字体"
    )


def test_a_damaged_font_is_refused(tmp_path: Path) -> None:
    path = face(tmp_path, WORDS, "cff", name="Torn").path
    content = path.read_bytes()
    start = int.from_bytes(content[content.index(b"CFF ") + 8 :][:4], "big")
    path.write_bytes(content[: start + 4] + bytes(len(content) - start - 4))
    made = Face(path)

    with pytest.raises(InputError) as refusal:
        write_pdf(one_paragraph(made, "心"))

    assert str(refusal.value) == f"{path}：字体文件已损坏，取不出要用的字形；请换一个完好的文件"


def test_a_font_without_the_glyphs_of_the_text_is_refused(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)
    shown = replace(run(made, "心"), glyphs=(9999,))

    with pytest.raises(InputError) as refusal:
        write_pdf(paged([shown]))

    assert str(refusal.value) == (
        f"{made.path}：字体文件已损坏，取不出要用的字形；请换一个完好的文件"
    )
