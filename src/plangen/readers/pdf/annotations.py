"""What lies over the pages of a PDF: fields that are filled in, stamps, remarks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no stubs
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

_REMARKS = frozenset(
    (
        pdfium_c.FPDF_ANNOT_TEXT,
        pdfium_c.FPDF_ANNOT_HIGHLIGHT,
        pdfium_c.FPDF_ANNOT_UNDERLINE,
        pdfium_c.FPDF_ANNOT_STRIKEOUT,
        pdfium_c.FPDF_ANNOT_SQUIGGLY,
    )
)
_MOST = 2_000  # of a page


@dataclass(frozen=True, slots=True)
class Overlay:
    """How many remarks a page has, and how many filled fields that nothing on it shows."""

    remarks: int = 0
    unseen: int = 0


def overlay_of(page: pdfium.PdfPage) -> Overlay:
    """What lies over a page, before any of it is made part of the page."""
    remarks = unseen = 0
    for annotation in _annotations(page):
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        if kind in _REMARKS:
            remarks += bool(_length(annotation, b"Contents"))
        elif kind == pdfium_c.FPDF_ANNOT_WIDGET and _length(annotation, b"V"):
            unseen += not _has_appearance(annotation)
    return Overlay(remarks, unseen)


def flattened(document: pdfium.PdfDocument, index: int) -> tuple[pdfium.PdfPage, Overlay]:
    """A page with the fields and stamps over it made part of it, as they are printed."""
    page = document[index]
    if not pdfium_c.FPDFPage_GetAnnotCount(page.raw):
        return page, Overlay()
    overlay = overlay_of(page)
    pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_PRINT)
    page.close()  # its text is made anew when it is opened again
    return document[index], overlay


def _annotations(page: pdfium.PdfPage) -> Iterator[pdfium_c.FPDF_ANNOTATION]:
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        with _opened(page, index) as annotation:
            if annotation:
                yield annotation


@contextmanager
def _opened(page: pdfium.PdfPage, index: int) -> Iterator[pdfium_c.FPDF_ANNOTATION]:
    annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
    try:
        yield annotation
    finally:
        if annotation:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def _length(annotation: pdfium_c.FPDF_ANNOTATION, key: bytes) -> int:
    """How long the words under a key are; pdfium counts bytes, two for the end."""
    return max(int(pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)) - 2, 0)


def _has_appearance(annotation: pdfium_c.FPDF_ANNOTATION) -> bool:
    mode = pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    return int(pdfium_c.FPDFAnnot_GetAP(annotation, mode, None, 0)) > 2
