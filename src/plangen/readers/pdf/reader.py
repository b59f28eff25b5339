"""A PDF with a text layer → a read document."""

from __future__ import annotations

from plangen.document.origins import ReadDocument
from plangen.readers.pdf.pdfium import sheets
from plangen.readers.placed import read_sheets


def read_pdf(data: bytes, name: str) -> ReadDocument:
    """The words of a PDF and where they stand. Raises InputError where it has no text layer."""
    return read_sheets(sheets(data, name), name, "pdf")
