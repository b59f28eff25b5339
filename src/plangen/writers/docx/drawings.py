"""Shapes and pictures at exact places: seals, signature stamps, the double rules of a letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from plangen.document.pictures import picture_size
from plangen.sheet.geometry import DOUBLE_RULE_LEFT, DOUBLE_RULE_LENGTH, EMU_PER_MM, RED
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.signature import SealPlace, StampedRow, fitted
from plangen.writers.docx.package import Package
from plangen.writers.docx.wml import Element, R, add

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING_NAMESPACES = {"wp": WP, "a": A, "pic": PIC, "wps": WPS, "mc": MC}


@dataclass(frozen=True, slots=True)
class Box:
    """A place in mm: ``left`` from the page's left, ``top`` from the top of a paragraph or page."""

    left: float
    top: float
    width: float
    height: float
    base: Literal["paragraph", "page"] = "paragraph"

    def fitted(self, proportion: float) -> Box:
        """The largest box of a proportion (width by height) in the middle of this one."""
        width, height = fitted(proportion, self.width, self.height)
        left = self.left + (self.width - width) / 2
        return Box(left, self.top + (self.height - height) / 2, width, height, self.base)


class Drawings:
    """The drawings of one document, counted as its schema wants them."""

    def __init__(
        self, package: Package, pictures: Mapping[str, bytes], outline_seals: bool
    ) -> None:
        self._package = package
        self._pictures = pictures
        self._outline_seals = outline_seals
        self._parts: dict[str, str] = {}  # path → relationship id
        self._count = 0
        sizes = {path: picture_size(content) for path, content in pictures.items()}
        self.proportions = {path: width / height for path, (width, height) in sizes.items()}

    def add_seal(self, parent: Element, seal: SealPlace, top: float) -> None:
        """A seal ``top`` mm below the top of a paragraph: its picture, or its place as a circle.

        Behind the text, which stays readable whatever the picture is. A circle prints nothing
        unless an outline is asked for: a dashed one on a document that is then sealed by hand would
        spoil it. Word lists it in the selection pane, to be filled with a seal.
        """
        size = seal.diameter
        box = Box(seal.centre - size / 2, top, size, size)
        title = f"印章：{seal.organ}"
        if seal.picture in self._pictures:
            box = box.fitted(self.proportions[seal.picture])
            self._add_picture(parent, box, seal.picture, title)
            return
        data = self._anchor(parent, box, title, f"{title}（加盖处）", WPS)
        line = _shape(data, box, "ellipse", "")
        if self._outline_seals:
            _fill(line, RED)
            etree.SubElement(line, f"{{{A}}}prstDash", val="dash")
        else:
            etree.SubElement(line, f"{{{A}}}noFill")

    def add_stamp(self, parent: Element, row: StampedRow, top: float) -> None:
        """A signature stamp ``top`` mm below the top of a paragraph: its picture, or its place."""
        box = Box(row.left, top, row.width, row.stamp_height)
        title = f"签名章：{row.stamp.name}"
        if row.stamp.picture in self._pictures:
            self._add_picture(parent, box, row.stamp.picture, title)
            return
        data = self._anchor(parent, box, title, f"{title}（加盖处）", WPS)
        etree.SubElement(_shape(data, box, "rect", ""), f"{{{A}}}noFill")

    def add_double_rules(self, parent: Element, rules: SetDoubleRules) -> None:
        """The rules of a letter's first page, as filled bars: every program draws those alike."""
        for rule in (rules.first, rules.second):
            for top, thickness in rule.strokes:
                box = Box(DOUBLE_RULE_LEFT, top, DOUBLE_RULE_LENGTH, thickness, "page")
                data = self._anchor(parent, box, "红色双线", "", WPS)
                etree.SubElement(_shape(data, box, "rect", RED), f"{{{A}}}noFill")

    def _add_picture(self, parent: Element, box: Box, path: str, title: str) -> None:
        if path not in self._parts:
            name = f"image{len(self._parts) + 1}"
            self._parts[path] = self._package.add_picture(name, self._pictures[path])
        data = self._anchor(parent, box, title, title, PIC)
        picture = etree.SubElement(data, f"{{{PIC}}}pic")
        about = etree.SubElement(picture, f"{{{PIC}}}nvPicPr")
        etree.SubElement(about, f"{{{PIC}}}cNvPr", id=str(self._count), name=title, descr=title)
        etree.SubElement(about, f"{{{PIC}}}cNvPicPr")
        fill = etree.SubElement(picture, f"{{{PIC}}}blipFill")
        blip = etree.SubElement(fill, f"{{{A}}}blip")
        blip.set(f"{{{R}}}embed", self._parts[path])
        etree.SubElement(etree.SubElement(fill, f"{{{A}}}stretch"), f"{{{A}}}fillRect")
        properties = etree.SubElement(picture, f"{{{PIC}}}spPr")
        _outline(properties, box, "rect")

    def _anchor(self, parent: Element, box: Box, name: str, description: str, kind: str) -> Element:
        """An anchor in a run of a paragraph, and in it the place for what is drawn."""
        self._count += 1
        anchor = etree.SubElement(
            add(add(parent, "r"), "drawing"),
            f"{{{WP}}}anchor",
            distT="0",
            distB="0",
            distL="0",
            distR="0",
            simplePos="0",
            relativeHeight=str(self._count),
            behindDoc="1",
            locked="0",
            layoutInCell="1",
            allowOverlap="1",
        )
        etree.SubElement(anchor, f"{{{WP}}}simplePos", x="0", y="0")
        for direction, base, offset in (("H", "page", box.left), ("V", box.base, box.top)):
            position = etree.SubElement(anchor, f"{{{WP}}}position{direction}", relativeFrom=base)
            etree.SubElement(position, f"{{{WP}}}posOffset").text = _emu(offset)
        etree.SubElement(anchor, f"{{{WP}}}extent", cx=_emu(box.width), cy=_emu(box.height))
        etree.SubElement(anchor, f"{{{WP}}}effectExtent", l="0", t="0", r="0", b="0")
        etree.SubElement(anchor, f"{{{WP}}}wrapNone")
        about = etree.SubElement(anchor, f"{{{WP}}}docPr", id=str(self._count), name=name)
        if description:
            about.set("descr", description)
        etree.SubElement(anchor, f"{{{WP}}}cNvGraphicFramePr")
        graphic = etree.SubElement(anchor, f"{{{A}}}graphic")
        return etree.SubElement(graphic, f"{{{A}}}graphicData", uri=kind)


def _emu(mm: float) -> str:
    return str(round(mm * EMU_PER_MM))


def _shape(parent: Element, box: Box, kind: str, colour: str) -> Element:
    """A shape, filled where a colour is given; gives the properties of its outline."""
    shape = etree.SubElement(parent, f"{{{WPS}}}wsp")
    etree.SubElement(shape, f"{{{WPS}}}cNvSpPr")
    properties = etree.SubElement(shape, f"{{{WPS}}}spPr")
    _outline(properties, box, kind)
    if colour:
        _fill(properties, colour)
    else:
        etree.SubElement(properties, f"{{{A}}}noFill")
    etree.SubElement(shape, f"{{{WPS}}}bodyPr")
    return etree.SubElement(properties, f"{{{A}}}ln", w="6350")


def _outline(properties: Element, box: Box, kind: str) -> None:
    transform = etree.SubElement(properties, f"{{{A}}}xfrm")
    etree.SubElement(transform, f"{{{A}}}off", x="0", y="0")
    etree.SubElement(transform, f"{{{A}}}ext", cx=_emu(box.width), cy=_emu(box.height))
    geometry = etree.SubElement(properties, f"{{{A}}}prstGeom", prst=kind)
    etree.SubElement(geometry, f"{{{A}}}avLst")


def _fill(parent: Element, colour: str) -> None:
    fill = etree.SubElement(parent, f"{{{A}}}solidFill")
    etree.SubElement(fill, f"{{{A}}}srgbClr", val=colour)
