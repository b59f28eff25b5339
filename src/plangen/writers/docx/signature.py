"""署名, 成文日期 and the places of the seals (7.3.5)."""

from __future__ import annotations

from itertools import accumulate

from lxml import etree

from plangen.document.elements import Signature
from plangen.document.wording import chinese_date
from plangen.sheet.arrangement import SetSignature
from plangen.sheet.geometry import CELL, EMU_PER_MM, TYPE_LEFT
from plangen.sheet.runs import Tab
from plangen.sheet.signature import (
    BLANKS_PLAIN,
    BLANKS_SEALED,
    DATE_INDENT,
    PLAIN_INDENT,
    SealPlace,
    Step,
    date_at_right,
    plain_signature,
    rows_apart,
    seal_room,
    sealed_rows,
    signature_blocks,
    signature_rows,
)
from plangen.writers.docx.paragraphs import add_blanks, add_tabs, paragraph
from plangen.writers.docx.wml import Element, add, give, run, twips

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING_NAMESPACES = {"wp": WP, "a": A, "wps": WPS, "mc": MC}


def add_signature(
    parent: Element, item: SetSignature, step: Step, outline_seals: bool, first_id: int
) -> None:
    """Names, date, note, and for sealed documents one seal place a name.

    All of it stays on one page, seals included; only rows that fill more than one may part.
    """
    line = step.line
    before = len(parent)
    if item.signature.sealed:
        _sealed(parent, item.signature, step, outline_seals, first_id)
    else:
        _plain(parent, item.signature)
    room = seal_room(item.signature, step)
    if item.note:
        run(paragraph(parent, "note")[0], item.note)
        room -= line
    if room > 0:
        add_blanks(parent, 1, twips(room))
    elements = list(parent[before:])
    ends = {len(elements)}
    if len(signature_blocks(item.signature, step, item.note)) > 1:
        ends |= set(accumulate(signature_rows(item.signature, line)[:-1]))
    for position, element in enumerate(elements, 1):
        if position not in ends:
            give(element, "keepNext")


def _sealed(
    parent: Element, signature: Signature, step: Step, outline_seals: bool, first_id: int
) -> None:
    above = BLANKS_SEALED
    for row in sealed_rows(signature):
        add_blanks(parent, above)
        element = _centred(parent, "signature", [(seal.organ, seal.centre) for seal in row.seals])
        for seal in row.seals:
            _seal(element, seal, -step.seal_rise, outline_seals, first_id)
            first_id += 1
        above = rows_apart(signature, step.line) - 1
    if date_at_right(signature):
        _date_at_right(parent, signature, DATE_INDENT)
    else:
        _centred(parent, "date", [(chinese_date(signature.date), row.seals[-1].centre)])


def _centred(parent: Element, style: str, texts: list[tuple[str, float]]) -> Element:
    """Texts side by side, each centred at its place in mm from the page's left."""
    element, properties = paragraph(parent, style)
    stops = (Tab((centre - TYPE_LEFT) / CELL, "center") for _, centre in texts)
    add_tabs(properties, tuple(stops))
    for characters, _ in texts:
        run(element, f"\t{characters}")
    return element


def _date_at_right(parent: Element, signature: Signature, indent: int) -> None:
    """The date so many characters from the right, whatever the width of the font's digits."""
    element, properties = paragraph(parent, "date")
    add(properties, "ind", rightChars=indent * 100, right=twips(indent * CELL))
    add(properties, "jc", val="right")
    run(element, chinese_date(signature.date))


def _plain(parent: Element, signature: Signature) -> None:
    placed = plain_signature(signature)
    add_blanks(parent, BLANKS_PLAIN)
    for organ, left in placed.names:
        element, properties = paragraph(parent, "signature")
        add(properties, "ind", left=twips(left))
        run(element, organ)
    if placed.date_at_right:
        _date_at_right(parent, signature, PLAIN_INDENT)
        return
    element, properties = paragraph(parent, "date")
    add(properties, "ind", left=twips(placed.date_left))
    run(element, chinese_date(signature.date))


def _seal(parent: Element, seal: SealPlace, top: float, outline: bool, number: int) -> None:
    """A circle behind the text, of the seal's size, named for the organ.

    It prints nothing unless an outline is asked for: a dashed circle on a document that is then
    sealed by hand would spoil it. Word lists it in the selection pane, to be filled with a seal.
    """
    anchor = etree.SubElement(
        add(add(parent, "r"), "drawing"),
        f"{{{WP}}}anchor",
        distT="0",
        distB="0",
        distL="0",
        distR="0",
        simplePos="0",
        relativeHeight=str(number),
        behindDoc="1",
        locked="0",
        layoutInCell="1",
        allowOverlap="1",
    )
    size = str(round(seal.diameter * EMU_PER_MM))
    left = round((seal.centre - seal.diameter / 2) * EMU_PER_MM)
    etree.SubElement(anchor, f"{{{WP}}}simplePos", x="0", y="0")
    for direction, base, offset in (
        ("H", "page", left),
        ("V", "paragraph", round(top * EMU_PER_MM)),
    ):
        position = etree.SubElement(anchor, f"{{{WP}}}position{direction}", relativeFrom=base)
        etree.SubElement(position, f"{{{WP}}}posOffset").text = str(offset)
    etree.SubElement(anchor, f"{{{WP}}}extent", cx=size, cy=size)
    etree.SubElement(anchor, f"{{{WP}}}effectExtent", l="0", t="0", r="0", b="0")
    etree.SubElement(anchor, f"{{{WP}}}wrapNone")
    title = f"印章：{seal.organ}"
    etree.SubElement(
        anchor, f"{{{WP}}}docPr", id=str(number), name=title, descr=f"{title}（加盖处）"
    )
    etree.SubElement(anchor, f"{{{WP}}}cNvGraphicFramePr")
    graphic = etree.SubElement(anchor, f"{{{A}}}graphic")
    data = etree.SubElement(graphic, f"{{{A}}}graphicData", uri=WPS)
    _circle(data, size, outline)


def _circle(parent: Element, size: str, outline: bool) -> None:
    shape = etree.SubElement(parent, f"{{{WPS}}}wsp")
    etree.SubElement(shape, f"{{{WPS}}}cNvSpPr")
    properties = etree.SubElement(shape, f"{{{WPS}}}spPr")
    transform = etree.SubElement(properties, f"{{{A}}}xfrm")
    etree.SubElement(transform, f"{{{A}}}off", x="0", y="0")
    etree.SubElement(transform, f"{{{A}}}ext", cx=size, cy=size)
    geometry = etree.SubElement(properties, f"{{{A}}}prstGeom", prst="ellipse")
    etree.SubElement(geometry, f"{{{A}}}avLst")
    etree.SubElement(properties, f"{{{A}}}noFill")
    line = etree.SubElement(properties, f"{{{A}}}ln", w="6350")
    if outline:
        fill = etree.SubElement(line, f"{{{A}}}solidFill")
        etree.SubElement(fill, f"{{{A}}}srgbClr", val="FF0000")
        etree.SubElement(line, f"{{{A}}}prstDash", val="dash")
    else:
        etree.SubElement(line, f"{{{A}}}noFill")
    etree.SubElement(shape, f"{{{WPS}}}bodyPr")
