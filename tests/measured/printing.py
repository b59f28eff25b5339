"""Documents as plangen prints them: through its stages, as its own job does."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.fonts.fonts import Fonts
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from plangen.sheet.geometry import PROFILES
from plangen.typeset.document import typeset
from plangen.typeset.drawing import Extras
from plangen.typeset.titles import broken_titles
from plangen.writers.pdf.writer import write_pdf
from plangen.writers.text import write_text
from tests.interop.ruler import Ruler, measure
from tests.interop.samples import Sample

FIXTURES = Path(__file__).parents[1] / "fixtures" / "workspace"
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A document, its PDF, and the ruler on the pages of that."""

    document: Document
    path: Path
    ruler: Ruler

    @property
    def pages(self) -> range:
        """The numbers of its pages."""
        return range(1, self.ruler.page_count + 1)

    @property
    def paragraphs(self) -> list[str]:
        """The lines of its plain text without white space."""
        stripped = (SPACE.sub("", line) for line in write_text(self.document).splitlines())
        return [line for line in stripped if line]

    @property
    def characters(self) -> Counter[str]:
        """How often each visible character stands in the document."""
        return Counter("".join(self.paragraphs))

    @property
    def drawn(self) -> Counter[str]:
        """How often each visible character stands on the pages, their numbers left out."""
        return Counter(self.ruler.drawn_text())


def pdf_of(document: Document, profile: str = "gb33476", outline_seals: bool = False) -> bytes:
    """The PDF of a document."""
    extras = Extras(outline_seals=outline_seals)
    pages = typeset(broken_titles(document), PROFILES[profile], Fonts.found([]), extras)
    return write_pdf(pages)


class Press:
    """Prints each document once, and keeps the files open until it is closed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._printed: dict[str, Printed] = {}

    def plan(self, document_id: str) -> Printed:
        """A document of the fixture workspace."""
        if document_id not in self._printed:
            document, _ = Renderer(Workspace.at(FIXTURES)).document(document_id)
            self._keep(document_id, document, pdf_of(document))
        return self._printed[document_id]

    def sample(self, name: str, sample: Sample) -> Printed:
        """A document in the text form, set as its sample wants it."""
        if name not in self._printed:
            document = parse(sample.xml)
            self._keep(name, document, pdf_of(document, sample.profile, sample.outline_seals))
        return self._printed[name]

    def document(self, document: Document) -> Printed:
        """A document that is printed for this once."""
        name = f"document {len(self._printed)}"
        self._keep(name, document, pdf_of(document))
        return self._printed[name]

    def _keep(self, name: str, document: Document, pdf: bytes) -> None:
        path = self._folder / f"{name.replace('/', '-')}.pdf"
        path.write_bytes(pdf)
        ruler = self._open.enter_context(measure(path))
        self._printed[name] = Printed(broken_titles(document), path, ruler)

    def close(self) -> None:
        """Close every PDF."""
        self._open.close()
