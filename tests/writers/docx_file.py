"""A docx taken apart, for tests: its parts as XML, its paragraphs as words and properties."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from plangen.document.elements import Document
from plangen.sheet.fitting import AS_IT_FALLS, Fitting
from plangen.sheet.geometry import PROFILES, Profile
from plangen.writers.docx.writer import write_docx

Element = etree._Element  # lxml names its element class with an underscore; there is no other

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {
    "w": MAIN,
    "r": RELATIONS,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
GRID = PROFILES["gb33476"]
TWIPS_PER_MM = 1440 / 25.4


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{MAIN}}}{name}"


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return etree.QName(element).localname


def found(element: Element, path: str) -> list[Element]:
    """The elements at an XPath."""
    result = element.xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return [item for item in result if isinstance(item, Element)]


def value(element: Element, path: str, attribute: str = "val") -> str | None:
    """An attribute of the one element at a path; None where there is no such element."""
    elements = found(element, path)
    assert len(elements) <= 1, path
    return elements[0].get(w(attribute)) if elements else None


def text_of(element: Element) -> str:
    """The characters of an element; tabs and line breaks as such."""
    pieces = []
    for child in element.iter(w("t"), w("tab"), w("br")):
        if child.tag == w("t"):
            pieces.append(child.text or "")
        elif child.getparent() is not None and local(child.getparent()) == "r":  # type: ignore[arg-type]
            pieces.append("\t" if child.tag == w("tab") else "\n")
    return "".join(pieces)


def style_of(paragraph: Element) -> str | None:
    """The id of a paragraph's style."""
    return value(paragraph, "w:pPr/w:pStyle")


@dataclass(frozen=True)
class Docx:
    """The bytes of a docx and what is in them."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """The parts by their names, in the order of the file."""
        with ZipFile(BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> Element:
        """A part of the folder word/."""
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    @cached_property
    def body(self) -> Element:
        """The body of the main part."""
        return found(self.part("document"), "w:body")[0]

    @property
    def paragraphs(self) -> list[Element]:
        """The paragraphs that stand directly in the body."""
        return found(self.body, "w:p")

    def styled(self, style: str) -> list[Element]:
        """The paragraphs of a style, tables included."""
        return found(self.body, f".//w:p[w:pPr/w:pStyle/@w:val='{style}']")

    def only(self, style: str) -> Element:
        """The one paragraph of a style."""
        (element,) = self.styled(style)
        return element

    @property
    def sections(self) -> list[Element]:
        """The properties of the sections in their order."""
        return found(self.body, ".//w:sectPr")

    def target(self, identifier: str) -> str:
        """The name of the part that a relationship of the main part leads to."""
        relations = etree.fromstring(self.parts["word/_rels/document.xml.rels"])
        (target,) = (r.get("Target") for r in relations if r.get("Id") == identifier)
        assert target is not None
        return target.removesuffix(".xml")

    def every_element(self) -> Iterator[tuple[str, Element]]:
        """Every element of every XML part, with the part's name."""
        for name, blob in self.parts.items():
            for element in etree.fromstring(blob).iter():
                yield name, element


def docx(
    document: Document,
    profile: Profile = GRID,
    fitting: Fitting = AS_IT_FALLS,
    outline_seals: bool = False,
) -> Docx:
    """A document written and opened again."""
    return Docx(write_docx(document, profile, fitting, outline_seals))


@cache
def sample(document: Document, fitting: Fitting = AS_IT_FALLS) -> Docx:
    """A sample written once for all tests, with the places of its seals outlined."""
    return docx(document, fitting=fitting, outline_seals=True)
