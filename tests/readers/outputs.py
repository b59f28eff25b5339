"""The project's own files of a document, to be read back."""

from pathlib import Path

from plangen.document.elements import Document
from plangen.fonts.fonts import Fonts
from plangen.jobs.work import Setting, Work, docx_files, html_files, pdf_files, text_files

FONTS = Fonts.found([])  # those that are installed


def work(document: Document) -> Work:
    """A document on its way to files."""
    return Work(document, Setting(), FONTS, Path())


def docx_of(document: Document) -> bytes:
    """The docx of a document."""
    return next(docx_files(work(document)))[1]


def pdf_of(document: Document) -> bytes:
    """The PDF of a document."""
    return next(pdf_files(work(document)))[1]


def html_of(document: Document) -> bytes:
    """The web page of a document."""
    return next(html_files(work(document)))[1]


def text_of(document: Document) -> bytes:
    """The plain text of a document."""
    return next(text_files(work(document)))[1]


WRITTEN = {"docx": docx_of, "pdf": pdf_of, "html": html_of, "txt": text_of}
