"""Glyphs as programs show them: a page with a subset font, against FreeType and the whole font."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from plangen.fonts.face import Face

SIZE = 100  # of type and of the box around each glyph's origin, in points and in pixels
BASELINE = 40  # points above the bottom of the page


def page(face: Face, text: str) -> bytes:
    """A PDF with one line of text in a subset of a face, a character every 100 points."""
    glyphs = {character: face.glyph(character) for character in text}
    subset = face.subset(glyphs.values())
    pdf = pikepdf.new()
    program = pdf.make_stream(subset.program)
    truetype = face.outlines == "truetype"
    if not truetype:
        program.Subtype = pikepdf.Name.OpenType
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name("/AAAAAA+" + face.postscript),
        Flags=4,
        FontBBox=[round(1000 * side) for side in face.box],
        ItalicAngle=face.italic_angle,
        Ascent=round(1000 * face.ascent),
        Descent=round(1000 * face.descent),
        CapHeight=round(1000 * face.cap_height),
        StemV=80,
    )
    descriptor["/FontFile2" if truetype else "/FontFile3"] = program
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name("/CIDFontType2" if truetype else "/CIDFontType0"),
        BaseFont=descriptor.FontName,
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
    )
    if truetype:
        descendant.CIDToGIDMap = pikepdf.Name.Identity
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=descriptor.FontName,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(descendant)],
    )
    lines = [f"BT /F {SIZE} Tf"]
    for place, character in enumerate(text):
        identifier = subset.identifiers[glyphs[character]]
        lines.append(f"1 0 0 1 {SIZE * place} {BASELINE} Tm <{identifier:04X}> Tj")
    pdf.add_blank_page(page_size=(SIZE * len(text), SIZE + BASELINE))
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    pdf.pages[0].Contents = pdf.make_stream("\n".join([*lines, "ET"]).encode())
    written = BytesIO()
    pdf.save(written)
    return written.getvalue()


def by_pdfium(pdf: bytes) -> Image.Image:
    """The page as PDFium shows it, a pixel a point."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=1, grayscale=True).to_pil()
    document.close()
    assert isinstance(picture, Image.Image)
    return picture.convert("L")


def by_freetype(path: Path, index: int, text: str) -> Image.Image:
    """The same line drawn from the whole font file."""
    font = ImageFont.truetype(path, SIZE, index, layout_engine=ImageFont.Layout.BASIC)
    picture = Image.new("L", (SIZE * len(text), SIZE + BASELINE), 255)
    draw = ImageDraw.Draw(picture)
    for place, character in enumerate(text):
        draw.text((SIZE * place, SIZE), character, 0, font, anchor="ls")
    return picture


def difference(one: Image.Image, other: Image.Image) -> float:
    """How much of the ink of two pictures differs: 0 for the same, about 1 for other glyphs."""
    ink = sum(255 - ImageStat.Stat(picture).mean[0] for picture in (one, other)) / 2
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] / ink
