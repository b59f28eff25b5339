"""A document as a Word file whose tracked changes (修订) lead from an older document to it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from plangen.document.elements import Document
from plangen.quantity.undecided import decided
from plangen.sheet.fitting import AS_IT_FALLS, Fitting
from plangen.sheet.geometry import Profile
from plangen.writers.docx.aligning import Pair, Unit, align
from plangen.writers.docx.paragraphs import LEAST_LINE, paragraph
from plangen.writers.docx.revisions import Revision, Revisions
from plangen.writers.docx.wml import Element, add, name, part_bytes
from plangen.writers.docx.writer import write_docx

MAIN = "word/document.xml"


def write_redline(
    old: Document,
    new: Document,
    profile: Profile,
    fitting: Fitting = AS_IT_FALLS,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    draft: bool = False,
) -> bytes:
    """The bytes of the new document as ``write_docx`` makes it, with its changes tracked.

    Accepting all of them gives the new document's text, rejecting all the old one's; styles,
    pages and seals are the new document's. ``fitting``, ``pictures`` and ``draft`` are those
    of the new document. The changes carry the date of the new document, or none.
    """
    file = write_docx(new, profile, fitting, pictures=pictures, draft=draft)
    # The old pages are fitted alike, so that what only fits a page is no change.
    before = _main(write_docx(old, profile, replace(fitting, tightened=())))
    main = _main(file)
    _Merger(Revisions(_day(new))).body(before[0], main[0])
    return _with_main(file, main)


def _day(document: Document) -> str:
    day = decided(document.signature.date) if document.signature else None
    return day.isoformat() if day else ""


def _main(file: bytes) -> Element:
    with ZipFile(BytesIO(file)) as archive:
        return etree.fromstring(archive.read(MAIN))


def _with_main(file: bytes, main: Element) -> bytes:
    """The same file with another main part; the entries keep their order and dates."""
    buffer = BytesIO()
    with ZipFile(BytesIO(file)) as given, ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for entry in given.infolist():
            blob = part_bytes(main) if entry.filename == MAIN else given.read(entry)
            archive.writestr(entry, blob)
    return buffer.getvalue()


class _Merger:
    """Puts what an old body has into the new one, marked as deleted, and marks what is new."""

    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def body(self, old: Element, new: Element) -> None:
        """Paragraph by paragraph and table by table."""
        before, after = _contents(old), _contents(new)
        for place, element in enumerate(self._merged(before, after, _pairs(before, after))):
            new.insert(place, element)

    def _merged(self, old: list[Element], new: list[Element], pairs: list[Pair]) -> list[Element]:
        merged = []
        for i, j in pairs:
            if i is not None and j is not None:
                self._both(old[i], new[j])
                merged.append(new[j])
            elif i is not None:
                merged.append(self._alone(deepcopy(old[i]), "del"))
            elif j is not None:
                merged.append(self._alone(new[j], "ins"))
        return merged

    def _both(self, old: Element, new: Element) -> None:
        if new.tag == name("tbl"):
            self._table(old, new)
            return
        for before, after in zip(old.iter(name("p")), new.iter(name("p")), strict=True):
            self._revisions.paragraph(before, after)

    def _alone(self, element: Element, revision: Revision) -> Element:
        rows = [element] if element.tag == name("tr") else element.findall(name("tr"))
        for row in rows:
            self._revisions.row(row, revision)
        if element.tag == name("p"):
            self._revisions.whole(element, revision)
        return element

    def _table(self, old: Element, new: Element) -> None:
        """Row by row, inside one table."""
        before, after = old.findall(name("tr")), new.findall(name("tr"))
        for row in after:
            new.remove(row)
        new.extend(self._merged(before, after, _row_pairs(before, after)))
        _widen(new.find(name("tblGrid")), old.find(name("tblGrid")))


def _contents(body: Element) -> list[Element]:
    """What stands in a body; a thin line ends one that ends with a table, as programs have it."""
    contents = [element for element in body if element.tag != name("sectPr")]
    if not contents or contents[-1].tag != name("p"):
        line, properties = paragraph(body, "blank")
        add(properties, "spacing", line=LEAST_LINE, lineRule="exact")
        contents.append(line)
    return contents


def _pairs(old: list[Element], new: list[Element]) -> list[Pair]:
    """The elements of two bodies.

    The last paragraphs belong together whatever they say, because the end of a document's last
    paragraph can be neither deleted nor inserted.
    """
    before, after = ([_unit(element) for element in body[:-1]] for body in (old, new))
    return [*align(before, after), (len(before), len(after))]


def _unit(element: Element) -> Unit:
    """A paragraph by its style, a table by whether it floats."""
    if element.tag == name("tbl"):
        floats = element.find(f"{name('tblPr')}/{name('tblpPr')}") is not None
        return Unit(("tbl", floats), _text(element))
    style = element.find(f"{name('pPr')}/{name('pStyle')}")
    return Unit(("p", None if style is None else style.get(name("val"))), _text(element))


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(name("t")))


def _row_pairs(old: list[Element], new: list[Element]) -> list[Pair]:
    """The rows of two tables. Rows whose cells reach down keep together: all are kept, or none."""
    before, after = ([_row_unit(row) for row in rows] for rows in (old, new))
    if not any(row.find(f".//{name('vMerge')}") is not None for row in (*old, *new)):
        return align(before, after)
    if [unit.kind for unit in before] == [unit.kind for unit in after]:
        return [(place, place) for place in range(len(before))]
    return [*((i, None) for i in range(len(before))), *((None, j) for j in range(len(after)))]


def _row_unit(row: Element) -> Unit:
    """A row by the cells in it: how many paragraphs each has, how it spans, and the header."""
    cells = tuple(
        (len(cell.findall(name("p"))), _given(cell, "gridSpan"), _given(cell, "vMerge"))
        for cell in row.findall(name("tc"))
    )
    return Unit((cells, row.find(f"{name('trPr')}/{name('tblHeader')}") is not None), _text(row))


def _given(cell: Element, tag: str) -> str | None:
    element = cell.find(f"{name('tcPr')}/{name(tag)}")
    return None if element is None else element.get(name("val"), "")


def _widen(grid: Element | None, old: Element | None) -> None:
    """Columns for the deleted rows, where there were more: a row must not leave the grid."""
    if grid is not None and old is not None:
        grid.extend(deepcopy(column) for column in old[len(grid) :])
