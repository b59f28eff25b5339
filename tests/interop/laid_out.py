"""Documents of plangen's as LibreOffice lays them out, made only through its public stages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.fonts.fonts import Fonts
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from plangen.sheet.geometry import PROFILES
from plangen.typeset.fit import fit
from plangen.typeset.measures import FontMeasures
from plangen.typeset.titles import broken_titles
from plangen.writers.docx.writer import write_docx
from plangen.writers.text import write_text

from . import office
from .form_samples import FORM_SAMPLES
from .glyphs import Row
from .ruler import Ruler, measure
from .samples import SAMPLES, Sample
from .standard import BODY_SIZE

FIXTURES = Path(__file__).parents[1] / "fixtures" / "workspace"
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document, its plain text, its docx, and the ruler on the pages made of that."""

    document: Document
    text: str
    docx: Path
    ruler: Ruler

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the plain text without white space."""
        stripped = (SPACE.sub("", line) for line in self.text.splitlines())
        return [line for line in stripped if line]

    @property
    def characters(self) -> Counter[str]:
        """How often each visible character stands in the document."""
        return Counter(SPACE.sub("", self.text))

    @property
    def drawn(self) -> Counter[str]:
        """How often each visible character stands on the pages, their numbers left out."""
        return Counter(self.ruler.drawn_text())

    def rows(self) -> list[tuple[int, Row]]:
        """All rows with their pages, in reading order."""
        pages = range(1, self.ruler.page_count + 1)
        return [(page, row) for page in pages for row in self.ruler.rows(page)]

    def row(self, text: str, size: float = BODY_SIZE) -> tuple[int, Row]:
        """The one row that reads *text*, and its page."""
        found = [(p, row) for p, row in self.rows() if row.text == text and row.size == size]
        (only,) = found
        return only


class Layouts:
    """Lays out each document once, and keeps the pages open until it is closed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._made: dict[str, LaidOut] = {}

    def __call__(self, name: str) -> LaidOut:
        """A document of the fixture workspace by its id, or one of the samples by its name."""
        if name not in self._made:
            for samples in (SAMPLES, FORM_SAMPLES):
                if name in samples:
                    self._lay_out_samples(samples)
                    break
            else:
                self._lay_out_document(name)
        return self._made[name]

    def _lay_out_document(self, document_id: str) -> None:
        renderer = Renderer(Workspace.at(FIXTURES))
        (docx,) = renderer.render(document_id, ["docx"], Outputs(self._folder)).files
        document, _ = renderer.document(document_id)
        self._keep(document_id, document, docx, office.convert(docx, docx.parent))

    def _lay_out_samples(self, samples: Mapping[str, Sample]) -> None:
        docxs = [self._folder / f"{name}.docx" for name in samples]
        documents = [
            write(sample, docx) for sample, docx in zip(samples.values(), docxs, strict=True)
        ]
        pdfs = office.convert_all(docxs, self._folder)
        for kept in zip(samples, documents, docxs, pdfs, strict=True):
            self._keep(*kept)

    def _keep(self, name: str, document: Document, docx: Path, pdf: Path) -> None:
        ruler = self._open.enter_context(measure(pdf))
        self._made[name] = LaidOut(document, write_text(document), docx, ruler)

    def close(self) -> None:
        """Close every PDF."""
        self._open.close()


def write(sample: Sample, docx: Path) -> Document:
    """Write a sample's docx as plangen's own job does."""
    document = broken_titles(parse(sample.xml))
    profile = PROFILES[sample.profile]
    fitting = fit(document, profile, FontMeasures(Fonts.found([])))
    docx.write_bytes(write_docx(document, profile, fitting, sample.outline_seals))
    return document
