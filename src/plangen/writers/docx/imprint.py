"""版记 at the foot of the last page (7.4), pinned there whatever stands above it."""

from __future__ import annotations

from plangen.document.elements import Imprint
from plangen.sheet.geometry import TYPE_LEFT, TYPE_WIDTH, Profile
from plangen.sheet.imprint import ImprintRow, imprint_bottom, imprint_rows
from plangen.writers.docx.paragraphs import paragraph
from plangen.writers.docx.wml import Element, add, no_cell_margins, run, twips

THICK, THIN = 8, 6  # eighths of a point: 0.35 mm and 0.25 mm (7.4.1)
MM_PER_EIGHTH = 25.4 / 72 / 8
CHARACTER = 280  # twips: one character of 4号


def add_imprint(parent: Element, imprint: Imprint, profile: Profile, ruled: bool) -> None:
    """A floating table whose last rule lies on the lower edge of the type area, or its last line.

    LibreOffice keeps it floating only when it is placed from the margin downwards and from the
    page's left, and when a paragraph follows it; Word and WPS agree with that.
    """
    rows = imprint_rows(imprint)
    height = sum(row.height for row in rows)
    # each row begins below the rule above it; the last rule's middle lies on the edge
    rules = MM_PER_EIGHTH * (THICK * 1.5 + THIN * (len(rows) - 1)) if ruled else 0
    top = imprint_bottom(ruled) - rules - height - profile.top
    element = add(parent, "tbl")
    properties = add(element, "tblPr")
    add(
        properties,
        "tblpPr",
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=twips(TYPE_LEFT),
        tblpY=twips(top),
    )
    add(properties, "tblOverlap", val="never")
    add(properties, "tblW", w=twips(TYPE_WIDTH), type="dxa")
    if ruled:
        _rules(properties)
    add(properties, "tblLayout", type="fixed")
    no_cell_margins(properties)
    add(add(element, "tblGrid"), "gridCol", w=twips(TYPE_WIDTH))
    for row in rows:
        _row(element, row)
    _anchor(parent)


def _rules(properties: Element) -> None:
    borders = add(properties, "tblBorders")
    for side, width in (("top", THICK), ("bottom", THICK), ("insideH", THIN)):
        add(borders, side, val="single", sz=width, space=0, color="auto")


def _row(parent: Element, row: ImprintRow) -> None:
    element = add(parent, "tr")
    properties = add(element, "trPr")
    add(properties, "cantSplit")
    add(properties, "trHeight", val=twips(row.height), hRule="atLeast")
    cell = add(element, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=twips(TYPE_WIDTH), type="dxa")
    add(properties, "vAlign", val="center")
    for line in row.paragraphs:
        text, properties = paragraph(cell, "imprint")
        if line.right:
            tabs = add(properties, "tabs")
            add(tabs, "tab", val="right", pos=twips(TYPE_WIDTH) - CHARACTER)
        elif line.label:
            hanging = len(line.label) * CHARACTER
            label = len(line.label) * 100
            add(
                properties,
                "ind",
                leftChars=100 + label,
                left=CHARACTER + hanging,
                hangingChars=label,
                hanging=hanging,
            )
        run(text, f"{line.label}{line.text}")
        if line.right:
            run(text, f"\t{line.right}")


def _anchor(parent: Element) -> None:
    """The paragraph that holds the table: one point high, so that it takes no line."""
    _, properties = paragraph(parent, "blank")
    add(properties, "spacing", line=20, lineRule="exact")
    add(add(properties, "rPr"), "sz", val=2)
