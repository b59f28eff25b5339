"""A document as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType

from plangen.document.blocks import Orientation
from plangen.document.elements import Document
from plangen.sheet.arrangement import (
    Blank,
    Item,
    NewPage,
    SetImprint,
    SetMark,
    SetSignature,
    SetTable,
    arrange,
    first_page_numbered,
)
from plangen.sheet.fitting import AS_IT_FALLS, Fitting, ImprintPage, Tightened
from plangen.sheet.geometry import TWIPS_PER_MM, TYPE_BOTTOM, Profile
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.runs import Line
from plangen.sheet.signature import Step
from plangen.sheet.styles import STYLES
from plangen.writers.docx.drawings import DRAWING_NAMESPACES, Drawings
from plangen.writers.docx.imprint import add_imprint
from plangen.writers.docx.mark import add_mark
from plangen.writers.docx.package import Package
from plangen.writers.docx.paragraphs import add_blanks, add_line, paragraph
from plangen.writers.docx.sections import Needs, add_footings, add_section
from plangen.writers.docx.signature import add_signature
from plangen.writers.docx.tables import add_table
from plangen.writers.docx.wml import Element, add, give, name, root, twips


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is to be set: see ``write_docx``."""

    profile: Profile
    fitting: Fitting
    outline_seals: bool
    pictures: Mapping[str, bytes]
    draft: bool


def write_docx(
    document: Document,
    profile: Profile,
    fitting: Fitting = AS_IT_FALLS,
    outline_seals: bool = False,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    draft: bool = False,
) -> bytes:
    """The bytes of a docx, laid out by a profile; the same document gives the same bytes.

    ``fitting`` holds what its pages need. ``outline_seals`` draws the places of the
    seals as dashed circles, for a draft. ``pictures`` are the PNG files of seals and signature
    stamps by their paths in the document; where one is missing its place stays free. A ``draft``
    says so behind the text of every page.

    Raises InvalidError for a picture that is no PNG.
    """
    package = Package(document, profile)
    setting = Setting(profile, fitting, outline_seals, pictures, draft)
    return package.to_bytes(_Body(document, package, setting).main)


class _Body:
    """Writes the items one after the other into the main part."""

    def __init__(self, document: Document, package: Package, setting: Setting) -> None:
        items = arrange(document)
        profile, fitting = setting.profile, setting.fitting
        self._profile = profile
        self._fitting = fitting
        self._notice_pitch = fitting.notice_pitch or profile.pitch
        headed = any(isinstance(item, SetMark) for item in items)
        self._pitch = profile.pitch if headed else self._notice_pitch
        self._drawings = Drawings(package, setting.pictures, setting.outline_seals)
        self._orientation: Orientation = "portrait"
        self._break_before_next = False
        self._mark_end = 0.0  # mm from the page's top: where the mark's frame ends
        self._blank_after_mark: int | None = None
        landscape = any(
            isinstance(item, NewPage) and item.orientation == "landscape" for item in items
        )
        needs = Needs(
            landscape,
            unnumbered=fitting.imprint_page is ImprintPage.AFTER_BLANK,
            first_numbered=first_page_numbered(document),
            draft=setting.draft,
        )
        self._footings = add_footings(package, needs)
        self.main = root("document", **DRAWING_NAMESPACES)
        self._body = add(self.main, "body")
        self._numbered = True
        tightened = {
            place: tuple(lines)
            for place, lines in groupby(fitting.tightened, lambda line: line.item)
        }
        for place, item in enumerate(items):
            self._add(item, tightened.get(place, ()))
        self._end()

    def _add(self, item: Item, tightened: Sequence[Tightened]) -> None:
        before = len(self._body)
        match item:
            case Line():
                add_line(self._body, item, self._profile, tightened)
            case Blank():
                add_blanks(self._body, item.lines, self._blank_after_mark)
                self._blank_after_mark = None
            case NewPage():
                self._new_page(item.orientation)
            case _:
                self._add_set(item)
        if self._break_before_next and len(self._body) > before:
            give(self._body[before], "pageBreakBefore")
            self._break_before_next = False
        if self._pitch != self._profile.pitch:
            for element in self._body[before:]:
                give(element, "spacing", line=self._pitch, lineRule="exact")
        if isinstance(item, Line) and item.ends_head:  # the 版头 keeps its distances
            self._pitch = self._notice_pitch

    def _add_set(
        self, item: SetMark | SetDoubleRules | SetTable | SetSignature | SetImprint
    ) -> None:
        match item:
            case SetMark():
                self._mark(item)
            case SetDoubleRules():
                self._double_rules(item)
            case SetTable():
                self._table(item)
            case SetSignature():
                self._signature(item)
            case SetImprint():
                self._imprint(item)

    def _table(self, item: SetTable) -> None:
        """A table. A line of one point before it begins a page, or parts it from another table."""
        if not (item.table.head or item.table.rows):
            return
        if self._break_before_next or (len(self._body) and self._body[-1].tag == name("tbl")):
            self._thin_line()
        add_table(self._body, item.table, item.labels, self._profile, self._orientation)

    def _signature(self, item: SetSignature) -> None:
        leading = self._profile.body_bottom - TYPE_BOTTOM
        if self._fitting.text_along and len(self._body):
            give(self._body[-1], "keepNext")
        fitting = self._fitting
        line = self._pitch / TWIPS_PER_MM
        step = Step(line, leading, fitting.seal_clearance, fitting.rows_part)
        add_signature(self._body, item, step, self._drawings, fitting.top_rows)

    def _mark(self, item: SetMark) -> None:
        """The mark; the blank lines below it count from its ink (7.2.5), not from its frame."""
        below = add_mark(self._body, item.layout)
        leading = self._profile.leading(STYLES["number"].size)
        self._mark_end = item.layout.bottom + below
        self._blank_after_mark = max(20, self._profile.pitch - twips(below + leading))

    def _double_rules(self, item: SetDoubleRules) -> None:
        """The rules of a letter, held by the white between its mark and the first element."""
        leading = self._profile.leading(STYLES["letter_number"].size)
        white = item.elements_top - leading - self._mark_end
        add_blanks(self._body, 1, max(20, twips(white)))
        self._drawings.add_double_rules(self._body[-1], item)
        self._blank_after_mark = None

    def _new_page(self, orientation: Orientation) -> None:
        """A page break, or a section break where the direction changes."""
        self._pitch = self._profile.pitch
        if orientation == self._orientation:
            self._break_before_next = True
            return
        self._close_section()
        self._orientation = orientation

    def _thin_line(self) -> Element:
        element, properties = paragraph(self._body, "blank")
        add(properties, "spacing", line=20, lineRule="exact")
        if self._break_before_next:
            give(element, "pageBreakBefore")
            self._break_before_next = False
        return element

    def _close_section(self) -> None:
        """End the section in the last paragraph, or in a thin one where a table is last."""
        last = self._body[-1]
        if last.tag != name("p"):
            last = self._thin_line()
        properties = last.find(name("pPr"))
        add_section(
            properties if properties is not None else add(last, "pPr"),
            self._profile,
            self._footings,
            self._orientation,
            self._numbered,
        )
        self._footings = replace(self._footings, first="", first_header="")

    def _imprint(self, item: SetImprint) -> None:
        """The 版记, on a page of its own where the text leaves none for it."""
        if self._fitting.imprint_page is ImprintPage.AFTER_BLANK:
            self._close_section()
            self._orientation, self._numbered = "portrait", False
            self._thin_line()
            self._break_before_next = True
            self._thin_line()
        elif self._fitting.imprint_page is ImprintPage.NEXT or self._orientation != "portrait":
            if self._orientation != "portrait":
                self._new_page("portrait")
            else:
                self._break_before_next = True
            self._thin_line()
        add_imprint(self._body, item.imprint, self._profile, item.ruled)

    def _end(self) -> None:
        add_section(self._body, self._profile, self._footings, self._orientation, self._numbered)
