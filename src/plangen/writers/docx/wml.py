"""WordprocessingML, element by element, with children in the order that its schema wants."""

from __future__ import annotations

from functools import cache

from lxml import etree

from plangen.fonts.roles import FONT_NAMES, FontRole
from plangen.sheet.geometry import TWIPS_PER_MM
from plangen.sheet.runs import Run

Element = etree._Element  # lxml names its element class with an underscore; there is no other

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Characters that Word would take from the Latin font unless a hint says East Asian.
AMBIGUOUS = frozenset("“”‘’—…·×÷±°§¶")


@cache
def name(tag: str) -> str:
    """The full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{tag}"


def root(tag: str, **namespaces: str) -> Element:
    """The root element of a part."""
    return etree.Element(name(tag), nsmap={**NAMESPACES, **namespaces})


def add(parent: Element, tag: str, **attributes: str | int) -> Element:
    """Add a child; attributes are of the same namespace."""
    element = etree.SubElement(parent, name(tag))
    for key, value in attributes.items():
        element.set(name(key), str(value))
    return element


# The order in which the schema wants what is added to a paragraph's properties afterwards.
_PARAGRAPH_PROPERTIES = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc", "textAlignment"),
    *("outlineLvl", "rPr", "sectPr"),
)
_PLACES = {name(tag): place for place, tag in enumerate(_PARAGRAPH_PROPERTIES)}


def give(paragraph: Element, tag: str, **attributes: str | int) -> None:
    """Give a paragraph a property that it does not have yet, in its place among the others."""
    properties = paragraph.find(name("pPr"))
    if properties is None or properties.find(name(tag)) is not None:
        return
    element = add(properties, tag, **attributes)
    before = sum(_PLACES[str(child.tag)] < _PLACES[name(tag)] for child in properties)
    properties.insert(before, element)


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def fonts(parent: Element, role: FontRole, hint: bool = False) -> None:
    """All four font slots of a role: 宋体 for one and Times for another would mix in a line."""
    face = FONT_NAMES[role]
    element = add(parent, "rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face)
    if hint:
        element.set(name("hint"), "eastAsia")


def text(parent: Element, characters: str) -> None:
    """The characters of a run: tabs and line breaks become elements."""
    piece = ""
    for character in characters:
        if character in "\t\n":
            _plain(parent, piece)
            add(parent, "tab" if character == "\t" else "br")
            piece = ""
        else:
            piece += character
    _plain(parent, piece)


def _plain(parent: Element, characters: str) -> None:
    if characters:
        element = add(parent, "t")
        element.text = characters
        if characters != characters.strip():
            element.set(XML_SPACE, "preserve")


def run(parent: Element, characters: str, style: str = "", tracking: int | None = None) -> Element:
    """A run of characters, in a character style and with tracking (twips) where given."""
    element = add(parent, "r")
    ambiguous = not AMBIGUOUS.isdisjoint(characters)
    if style or ambiguous or tracking is not None:
        properties = add(element, "rPr")
        if style:
            add(properties, "rStyle", val=style)
        if ambiguous:
            add(properties, "rFonts", hint="eastAsia")
        if tracking is not None:
            add(properties, "spacing", val=tracking)
    text(element, characters)
    return element


def spread_run(parent: Element, given: Run, style: str, cell: float, tracking: int) -> None:
    """A run stretched to ``given.spread`` cells of ``cell`` points by tracking.

    The characters themselves stay as they are, so that a search for a name finds it.
    """
    characters = given.text
    gaps = len(characters) - 1
    extra = (given.spread - len(characters)) * cell * 20
    if gaps < 1 or extra <= 0:
        run(parent, characters, style)
        return
    run(parent, characters[:-1], style, tracking + round(extra / gaps))
    run(parent, characters[-1], style)


def field(parent: Element, instruction: str, result: str) -> None:
    """A field with a cached result: without one Word offers to repair the file."""
    for kind in ("begin", "instr", "separate", "result", "end"):
        element = add(parent, "r")
        if kind == "instr":
            instr = add(element, "instrText")
            instr.text = f" {instruction} "
            instr.set(XML_SPACE, "preserve")
        elif kind == "result":
            text(element, result)
        else:
            add(element, "fldChar", fldCharType=kind)


def no_cell_margins(table_properties: Element) -> None:
    """Cells as wide as the table: LibreOffice would else move it left by a margin of its own."""
    margins = add(table_properties, "tblCellMar")
    for side in ("left", "right"):
        add(margins, side, w=0, type="dxa")


def part_bytes(element: Element) -> bytes:
    """A part as it stands in the package."""
    return bytes(etree.tostring(element, encoding="UTF-8", xml_declaration=True, standalone=True))
