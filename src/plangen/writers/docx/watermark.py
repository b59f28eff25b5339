"""The watermark of a draft, in headers: a shape made of words, as Word's own command makes it.

Word, WPS and LibreOffice all know this shape by its name and take it for a watermark; a drawing of
the newer kind they would show as a box in the header.
"""

from __future__ import annotations

from lxml import etree

from plangen.fonts.roles import FONT_NAMES
from plangen.sheet.watermark import WATERMARK, WATERMARK_GREY, WATERMARK_ROLE, WATERMARK_SIZE
from plangen.writers.docx.wml import Element, add, name

V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741  # the prefix that Word gives it
_NAMESPACES = {"v": V, "o": O}

WORD_ART = "_x0000_t136"  # Word's type for words that fill a box
_BELOW = -251658752  # the place in depth that Word gives to its watermarks
_FIRST_ID = 2049  # Word counts the shapes of headers from here
_PLACE = (
    f"position:absolute;margin-left:0;margin-top:0;"
    f"width:{WATERMARK_SIZE * len(WATERMARK)}pt;height:{WATERMARK_SIZE}pt;z-index:{_BELOW};"
    "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    "mso-position-vertical:center;mso-position-vertical-relative:page"
)


def add_watermark(paragraph: Element, number: int) -> None:
    """The watermark in a paragraph of the ``number``-th header that has one, counted from 1."""
    run = add(paragraph, "r")
    add(add(run, "rPr"), "noProof")
    picture = etree.SubElement(run, name("pict"), nsmap=_NAMESPACES)
    _add_type(picture)
    shape = etree.SubElement(
        picture,
        f"{{{V}}}shape",
        id=f"PowerPlusWaterMarkObject{number}",
        type=f"#{WORD_ART}",
        style=_PLACE,
        fillcolor=f"#{WATERMARK_GREY}",
        stroked="f",
        alt="",
    )
    shape.set(f"{{{O}}}spid", f"_x0000_s{_FIRST_ID + number}")
    shape.set(f"{{{O}}}allowincell", "f")
    face = f'font-family:"{FONT_NAMES[WATERMARK_ROLE]}";font-size:1pt'  # the box gives the size
    etree.SubElement(shape, f"{{{V}}}textpath", style=face, string=WATERMARK)


def _add_type(parent: Element) -> None:
    """What Word writes for its type: a text stretched between two lines."""
    kind = etree.SubElement(
        parent,
        f"{{{V}}}shapetype",
        id=WORD_ART,
        coordsize="21600,21600",
        adj="10800",
        path="m@7,l@8,m@5,21600l@6,21600e",
    )
    kind.set(f"{{{O}}}spt", "136")
    formulas = etree.SubElement(kind, f"{{{V}}}formulas")
    for equation in (
        *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3"),
        *("if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6"),
        *("mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5"),
    ):
        etree.SubElement(formulas, f"{{{V}}}f", eqn=equation)
    path = etree.SubElement(kind, f"{{{V}}}path", textpathok="t")
    path.set(f"{{{O}}}connecttype", "custom")
    path.set(f"{{{O}}}connectlocs", "@9,0;@10,10800;@11,21600;@12,10800")
    path.set(f"{{{O}}}connectangles", "270,180,90,0")
    etree.SubElement(kind, f"{{{V}}}textpath", on="t", fitshape="t")
