"""plangen: the XML text form of a document to PDF."""

from __future__ import annotations

from functools import cache

from plangen.document.parse import parse
from plangen.fonts.fonts import Fonts
from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES
from plangen.typeset.document import typeset
from plangen.typeset.titles import broken_titles
from plangen.writers.pdf.writer import write_pdf


@cache
def fonts() -> Fonts:
    """The fonts of this system."""
    return Fonts.found(())


def pdf(source: str) -> bytes:
    """The PDF of a document."""
    document = broken_titles(parse(source))
    return write_pdf(typeset(document, PROFILES[DEFAULT_PROFILE], fonts()))
