"""One document on its way to files: each stage is gone through once, when a format needs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plangen.document.elements import Document
from plangen.document.pictures import referenced_pictures
from plangen.document.recipients import recipients_in_imprint
from plangen.errors import UsageError
from plangen.fonts.roles import FontRole
from plangen.load.pictures import read_pictures
from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES, Profile
from plangen.typeset.fit import crowded, fit
from plangen.typeset.measures import FontMeasures, GridMeasures, Measures
from plangen.typeset.titles import broken_titles

if TYPE_CHECKING:
    from plangen.fonts.fonts import Fonts
    from plangen.pages.marks import Pages
    from plangen.proof.proof import Proof
    from plangen.writers.pdf.variants import Variant

DPI = 150  # of page images, where nothing else is asked for

Engine = Literal["grid", "weasyprint"]
File = tuple[str, bytes]  # what its name ends with, and its content


@dataclass(frozen=True, slots=True)
class Setting:
    """How files are to be laid out.

    ``variant`` names what a PDF must conform to, ``dpi`` is the resolution of page images, and
    ``proof`` asks for the table of what the standard wants and the pages have. A ``draft`` may
    leave values undecided and says on every page that it is one. ``engine`` makes the PDF: the
    typesetter (grid), or WeasyPrint from the HTML. ``strict`` refuses a document whose
    own targets do not reach what is required above.
    """

    profile: Profile = PROFILES[DEFAULT_PROFILE]
    outline_seals: bool = False
    variant: Variant = "pdf"
    dpi: int = DPI
    proof: bool = False
    draft: bool = False
    engine: Engine = "grid"
    strict: bool = False


class Work:
    """A document and what becomes of it; ``root`` is the workspace that its pictures lie in."""

    def __init__(self, document: Document, setting: Setting, fonts: Fonts, root: Path) -> None:
        self.document = document
        self.setting = setting
        self.fonts = fonts
        self._root = root

    @cached_property
    def shaped(self) -> Document:
        """The document with its titles broken, and 主送 in the 版记 where page 1 has no room."""
        shaped = broken_titles(self.document)
        if crowded(shaped, self.setting.profile, self.measures):
            return recipients_in_imprint(shaped)
        return shaped

    @cached_property
    def measures(self) -> Measures:
        """The widths of characters: those of the fonts, or of the grid where a role has none."""
        try:
            for role in FontRole:
                self.fonts.choice(role)
        except UsageError:
            return GridMeasures()
        return FontMeasures(self.fonts)

    @cached_property
    def pictures(self) -> dict[str, bytes]:
        """The PNG files of seals and signature stamps. Raises InputError."""
        return read_pictures(self._root, referenced_pictures(self.document))

    @cached_property
    def pages(self) -> Pages:
        """The document as it is set. Raises InputError and UsageError for fonts and pictures."""
        return self._set(self.setting.draft)

    def _set(self, draft: bool) -> Pages:
        from plangen.typeset.document import typeset
        from plangen.typeset.drawing import Extras

        bitmaps = {}
        if self.pictures:
            from plangen.pages.bitmaps import read_picture

            bitmaps = {path: read_picture(png, path) for path, png in self.pictures.items()}
        extras = Extras(bitmaps, self.setting.outline_seals, draft=draft)
        return typeset(self.shaped, self.setting.profile, self.fonts, extras)

    @cached_property
    def pdf(self) -> bytes:
        """The PDF."""
        if self.setting.engine == "weasyprint":
            return self._printed()
        from plangen.writers.pdf.writer import write_pdf

        return write_pdf(self.pages, self.setting.variant)

    @cached_property
    def html(self) -> bytes:
        """The page for a browser."""
        from plangen.writers.html.writer import write_html

        return write_html(self.shaped, self.setting.profile, self.pictures)

    def _printed(self) -> bytes:
        from plangen.writers.html.print_style import overleaf_style
        from plangen.writers.weasyprint import print_html

        overleaf = overleaf_style(self.shaped, self.setting.profile)
        return print_html(self.html, self.setting.variant, overleaf)

    @cached_property
    def proof(self) -> Proof:
        """What the standard asks of the pages and what they have."""
        from plangen.proof.proof import prove

        pages = self._set(draft=False) if self.setting.draft else self.pages
        return prove(self.shaped, pages, self.setting.profile, self.fonts)


def docx_files(work: Work) -> Iterator[File]:
    """The Word file."""
    from plangen.writers.docx.writer import write_docx

    setting = work.setting
    fitting = fit(work.shaped, setting.profile, work.measures)
    seals, pictures, draft = setting.outline_seals, work.pictures, setting.draft
    yield ".docx", write_docx(work.shaped, setting.profile, fitting, seals, pictures, draft)


def pdf_files(work: Work) -> Iterator[File]:
    """The PDF, and the proof of its layout where that is asked for."""
    yield ".pdf", work.pdf
    if work.setting.proof:
        yield from _proof_files(work)


def _proof_files(work: Work) -> Iterator[File]:
    from plangen.proof.as_document import proof_document
    from plangen.proof.as_text import proof_text

    report = Work(proof_document(work.proof), Setting(), work.fonts, work._root)
    yield ".proof.pdf", report.pdf
    yield ".proof.txt", proof_text(work.proof).encode()


def png_files(work: Work) -> Iterator[File]:
    """One image a page, numbered from 1."""
    from plangen.writers.png import write_png

    images = write_png(work.pdf, work.setting.dpi)
    digits = len(str(len(images)))
    for number, image in enumerate(images, 1):
        yield f"-{number:0{digits}}.png", image


def html_files(work: Work) -> Iterator[File]:
    """The page for a browser."""
    yield ".html", work.html


def text_files(work: Work) -> Iterator[File]:
    """The words."""
    from plangen.writers.text import write_text

    yield ".txt", write_text(work.document).encode()


def xml_files(work: Work) -> Iterator[File]:
    """The tree in its text form."""
    from plangen.document.dump import dump

    yield ".xml", dump(work.document).encode()
