"""Sections: pages of one direction, with the page number where 7.5 wants it."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.document.blocks import Orientation
from plangen.sheet.geometry import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TYPE_BOTTOM,
    TYPE_LEFT,
    TYPE_TOP,
    TYPE_WIDTH,
    Profile,
)
from plangen.writers.docx.package import Package
from plangen.writers.docx.paragraphs import paragraph
from plangen.writers.docx.watermark import add_watermark
from plangen.writers.docx.wml import (
    Element,
    R,
    add,
    field,
    name,
    no_cell_margins,
    root,
    run,
    twips,
)

SIDE = 280  # twips: 1 字 of the number's own size (7.5)
HEADER = 284  # twips: so high that what is in it never pushes the text down
FOOTER = 1425  # twips from the page's foot: puts the dash 7 mm below the type area (7.5)
ROTATED_LEFT = 1461  # twips: the same distance, where the sheet's foot lies at the left
EVEN, ODD, FIRST = "even", "default", "first"


@dataclass(frozen=True, slots=True)
class Footings:
    """Relationship ids of headers and footers: (even, odd) for each kind of section.

    ``first`` is the footer of a first page without a number (10.1), empty where it has one, and
    ``first_header`` its header on a draft.
    """

    numbered: tuple[str, str]
    empty: tuple[str, str]
    rotated: tuple[str, str] | None
    no_header: tuple[str, str] | None
    first: str = ""
    first_header: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    """What sections a document has: pages turned, pages without numbers; and whether it is a draft,
    whose headers carry the watermark.
    """

    landscape: bool
    unnumbered: bool
    first_numbered: bool = True
    draft: bool = False


def add_footings(package: Package, needs: Needs) -> Footings:
    """Add the headers and footers that the document's sections need."""
    numbered = tuple(
        package.add_footer(f"footer{number}", _number_footer(side))
        for number, side in ((1, "left"), (2, "right"))
    )
    empty = ("", "")
    if needs.landscape or needs.unnumbered:
        empty = (
            package.add_footer("footer3", _empty("ftr")),
            package.add_footer("footer4", _empty("ftr")),
        )
    rotated, no_header, first_header = _add_headers(package, needs)
    first = "" if needs.first_numbered else package.add_footer("footer5", _empty("ftr"))
    return Footings((numbered[0], numbered[1]), empty, rotated, no_header, first, first_header)


def _add_headers(
    package: Package, needs: Needs
) -> tuple[tuple[str, str] | None, tuple[str, str] | None, str]:
    """The headers of turned pages, of the others, and of a first page that has its own."""
    wanted: list[Element] = []
    if needs.landscape:
        wanted += [_rotated_header("left"), _rotated_header("right")]
    if needs.landscape or needs.draft:
        wanted += [_empty("hdr"), _empty("hdr")]
    if needs.draft and not needs.first_numbered:
        wanted.append(_empty("hdr"))
    ids = []
    for number, header in enumerate(wanted, 1):
        if needs.draft:
            add_watermark(header[-1], number)
        ids.append(package.add_header(f"header{number}", header))
    rotated = (ids.pop(0), ids.pop(0)) if needs.landscape else None
    others = (ids.pop(0), ids.pop(0)) if ids else None
    return rotated, others, ids.pop() if ids else ""


def add_section(
    parent: Element,
    profile: Profile,
    footings: Footings,
    orientation: Orientation,
    numbered: bool = True,
) -> None:
    """The properties of the section that ends here.

    Only the document's first section may have a first page without a number: for those after it
    ``footings.first`` is to be empty.
    """
    section = add(parent, "sectPr")
    portrait = orientation == "portrait"
    headers = footings.no_header if portrait or not numbered else footings.rotated
    for kind, identifier in zip((EVEN, ODD), headers or (), strict=False):
        _reference(section, "headerReference", kind, identifier)
    footers = footings.numbered if portrait and numbered else footings.empty
    for kind, identifier in zip((EVEN, ODD), footers, strict=True):
        _reference(section, "footerReference", kind, identifier)
    if footings.first_header:
        _reference(section, "headerReference", FIRST, footings.first_header)
    if footings.first:
        _reference(section, "footerReference", FIRST, footings.first)
    add(section, "type", val="nextPage")
    _page(section, profile, portrait)
    add(section, "cols", space=425)
    if footings.first:
        add(section, "titlePg")
    grid = add(section, "docGrid", linePitch=profile.pitch)
    if portrait:  # landscape: LibreOffice would centre whole lines of a grid in the text area
        grid.set(name("type"), "lines")


def _reference(section: Element, tag: str, kind: str, identifier: str) -> None:
    reference = add(section, tag, type=kind)
    reference.set(f"{{{R}}}id", identifier)


def _page(section: Element, profile: Profile, portrait: bool) -> None:
    """Page and margins. Landscape pages are turned clockwise to be read (clause 8): the type area
    keeps its place on the sheet, so that its margins move round by one side.
    """
    width, height = twips(PAGE_WIDTH), twips(PAGE_HEIGHT)
    margins = (profile.top, profile.right, profile.bottom, profile.left)
    if portrait:
        add(section, "pgSz", w=width, h=height)
    else:
        add(section, "pgSz", w=height, h=width, orient="landscape")
        margins = (
            profile.left - profile.raised,
            TYPE_TOP,
            profile.right,
            PAGE_HEIGHT - TYPE_BOTTOM,
        )
    top, right, bottom, left = map(twips, margins)
    add(
        section,
        "pgMar",
        top=top,
        right=right,
        bottom=bottom,
        left=left,
        header=HEADER,
        footer=FOOTER if portrait else HEADER,
        gutter=0,
    )


def _empty(tag: str) -> Element:
    part = root(tag)
    paragraph(part, "page_number")
    return part


def _number_footer(side: str) -> Element:
    """— 1 — at the outer edge: odd pages right, even pages left, one character in (7.5)."""
    part = root("ftr")
    _number(part, side)
    return part


def _number(parent: Element, side: str) -> None:
    element, properties = paragraph(parent, "page_number")
    add(properties, "ind", **{f"{side}Chars": 100, side: SIDE})
    add(properties, "jc", val=side)
    run(element, "— ")
    field(element, "PAGE", "1")
    run(element, " —")


def _rotated_header(side: str) -> Element:
    """The number of a landscape page, where it would stand on the portrait sheet (clause 8)."""
    part = root("hdr")
    table = add(part, "tbl")
    properties = add(table, "tblPr")
    add(
        properties,
        "tblpPr",
        vertAnchor="page",
        horzAnchor="page",
        tblpX=ROTATED_LEFT,
        tblpY=twips(TYPE_LEFT),
    )
    add(properties, "tblW", w=SIDE, type="dxa")
    add(properties, "tblLayout", type="fixed")
    no_cell_margins(properties)
    add(add(table, "tblGrid"), "gridCol", w=SIDE)
    row = add(table, "tr")
    add(add(row, "trPr"), "trHeight", val=twips(TYPE_WIDTH), hRule="exact")
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=SIDE, type="dxa")
    add(properties, "textDirection", val="tbRl")
    _number(cell, side)
    _, properties = paragraph(part, "page_number")
    add(properties, "spacing", line=20, lineRule="exact")
    return part
