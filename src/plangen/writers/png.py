"""Pages as images: a PDF drawn page by page, as a viewer shows it. The one door to pypdfium2."""

from __future__ import annotations

from contextlib import closing
from math import ceil

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

from plangen.errors import InputError, Message, Problem, UsageError
from plangen.pages.bitmaps import png_bytes
from plangen.pages.marks import Bitmap

COARSEST, FINEST = 30, 600  # dots per inch
MOST_PIXELS = 1_000_000_000  # of all pages together: 28 pages of A4 at 600 dots per inch
POINTS_PER_INCH = 72
BYTES_PER_PIXEL = 3


def write_png(pdf: bytes, dpi: int) -> tuple[bytes, ...]:
    """One PNG for every page of a PDF; the same file gives the same bytes.

    Raises UsageError where that would be too coarse to read or too large to keep.
    """
    if not COARSEST <= dpi <= FINEST:
        raise UsageError(
            Problem(
                Message(
                    "分辨率 {dpi} 不在 {least} 到 {most} 之间",
                    dpi=dpi,
                    least=COARSEST,
                    most=FINEST,
                )
            )
        )
    with closing(_opened(pdf)) as document:
        _refuse_too_many(document, dpi)
        return tuple(_image(document, place, dpi) for place in range(len(document)))


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise InputError(Problem(Message("这不是能打开的 PDF 文件"))) from None


def _refuse_too_many(document: pypdfium2.PdfDocument, dpi: int) -> None:
    scale = dpi / POINTS_PER_INCH
    sizes = [document.get_page_size(place) for place in range(len(document))]
    pixels = sum(ceil(width * scale) * ceil(height * scale) for width, height in sizes)
    if pixels > MOST_PIXELS:
        raise UsageError(
            Problem(
                Message(
                    "{pages} 页按 {dpi} 的分辨率共 {pixels} 像素，超过上限 {most} 像素；"
                    "请降低分辨率",
                    pages=len(sizes),
                    dpi=dpi,
                    pixels=pixels,
                    most=MOST_PIXELS,
                )
            )
        )


def _image(document: pypdfium2.PdfDocument, place: int, dpi: int) -> bytes:
    with closing(document[place]) as page:
        drawn = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
    with closing(drawn):
        return png_bytes(_bitmap(drawn), dpi)


def _bitmap(drawn: pypdfium2.PdfBitmap) -> Bitmap:
    """The drawn rows without what pads each of them to a whole number of words."""
    rows, length = memoryview(drawn.buffer), drawn.width * BYTES_PER_PIXEL
    starts = range(0, drawn.stride * drawn.height, drawn.stride)
    rgb = b"".join(rows[start : start + length] for start in starts)
    return Bitmap(drawn.width, drawn.height, rgb)
