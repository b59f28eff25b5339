"""The door to pdfium: a PDF file → the characters and rules of its pages."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no stubs
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from plangen.errors import Message
from plangen.readers.limits import LONGEST_READING, MOST_GLYPHS, MOST_PAGES
from plangen.readers.pdf.annotations import Overlay, flattened
from plangen.readers.pdf.marks import THIN, Glyph, Rule, Sheet
from plangen.readers.pdf.turning import quarter_turns, turned_upright
from plangen.readers.refusing import refused

_HYPHEN = 2  # what pdfium gives for a hyphen at the end of a line
_DEEPEST_FORM = 4
_MOST_SEGMENTS = 20_000  # of a page: drawings have more, tables fewer
_SHORTEST_RULE = 6.0  # points

Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


def sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The pages of a PDF, one after the other. Raises InputError."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _unopened(error, name) from error
    try:
        if len(document) > MOST_PAGES:
            raise refused(name, Message("PDF 超过 {limit} 页，没有读", limit=MOST_PAGES))
        yield from _pages(document, name)
    finally:
        document.close()


def _pages(document: pdfium.PdfDocument, name: str) -> Iterator[Sheet]:
    end = time.monotonic() + LONGEST_READING
    for index in range(len(document)):
        if time.monotonic() > end:
            message = Message("PDF 读了 {limit} 秒还没有读完，已停止", limit=int(LONGEST_READING))
            raise refused(name, message)
        try:
            page, overlay = flattened(document, index)
        except pdfium.PdfiumError as error:
            message = Message("PDF 的第 {page} 页已损坏；请向发文者重新索取", page=index + 1)
            raise refused(name, message) from error
        try:
            yield _sheet(page, overlay, name)
        finally:
            page.close()


def _unopened(error: pdfium.PdfiumError, name: str) -> Exception:
    if "password" in str(error).lower():
        return refused(name, Message("PDF 加了密码；请先解除密码"))
    if "security" in str(error).lower():
        return refused(name, Message("PDF 的加密方式打不开；请先解除加密"))
    return refused(name, Message("PDF 已损坏，打不开；请向发文者重新索取"))


def _sheet(page: pdfium.PdfPage, overlay: Overlay, name: str) -> Sheet:
    text = page.get_textpage()
    try:
        found = _Characters(text.raw, name)
        by_turn: dict[int | None, list[Glyph]] = {}
        for angle, glyph in found:
            by_turn.setdefault(quarter_turns(angle), []).append(glyph)
    finally:
        text.close()
    turns = max(
        (turn for turn in by_turn if turn is not None),
        key=lambda turn: len(by_turn[turn]),
        default=0,
    )
    across, upright = _rules(page)
    width, height = page.get_size()
    if page.get_rotation() % 180:  # the characters stand on the page as it was before
        width, height = height, width
    other = "".join(g.text for turn, glyphs in by_turn.items() if turn != turns for g in glyphs)
    sheet = Sheet(
        width,
        height,
        by_turn.get(turns, []),
        across,
        upright,
        found.unreadable,
        other,
        _pictures(page),
        overlay.remarks,
        overlay.unseen,
    )
    return turned_upright(sheet, turns)


class _Characters:
    """The characters of a page; pdfium's own blanks and line ends are left out."""

    def __init__(self, text: pdfium_c.FPDF_TEXTPAGE, name: str) -> None:
        self._text = text
        self._count = pdfium_c.FPDFText_CountChars(text)
        if self._count > MOST_GLYPHS:
            raise refused(name, Message("有一页超过 {limit} 个字符，没有读", limit=MOST_GLYPHS))
        self.unreadable = 0

    def __iter__(self) -> Iterator[tuple[float, Glyph]]:
        """Each character with the angle at which it stands."""
        box = pdfium_c.FS_RECTF()
        index = 0
        while index < self._count:
            at = index
            code, index = self._code(at)
            if pdfium_c.FPDFText_IsGenerated(self._text, at) == 1 or not self._is_said(code, at):
                continue
            pdfium_c.FPDFText_GetLooseCharBox(self._text, at, box)
            size = pdfium_c.FPDFText_GetFontSize(self._text, at)
            tall = abs(box.top - box.bottom)
            angle = pdfium_c.FPDFText_GetCharAngle(self._text, at)
            yield (
                angle,
                Glyph(chr(code), box.left, box.right, box.bottom, box.top, min(size, tall) or tall),
            )

    def _code(self, index: int) -> tuple[int, int]:
        """A character's code point and the index behind it: beyond the BMP it takes two."""
        code = pdfium_c.FPDFText_GetUnicode(self._text, index)
        if 0xD800 <= code < 0xDC00 and index + 1 < self._count:
            low = pdfium_c.FPDFText_GetUnicode(self._text, index + 1)
            if 0xDC00 <= low < 0xE000:
                return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00), index + 2
        return (ord("-") if code == _HYPHEN else code), index + 1

    def _is_said(self, code: int, index: int) -> bool:
        is_lost = code < 32 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFE, 0xFFFF)
        if not is_lost and pdfium_c.FPDFText_HasUnicodeMapError(self._text, index) != 1:
            return True
        self.unreadable += code not in (9, 10, 13)
        return False


def _pictures(page: pdfium.PdfPage) -> int:
    """How many pictures a page shows, those inside form objects too."""
    kinds = (pdfium_c.FPDF_PAGEOBJ_IMAGE,)
    return sum(1 for _ in page.get_objects(filter=kinds, max_depth=_DEEPEST_FORM))


def _rules(page: pdfium.PdfPage) -> tuple[list[Rule], list[Rule]]:
    across: list[Rule] = []
    upright: list[Rule] = []
    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    objects = (pdfium_c.FPDFPage_GetObject(page.raw, index) for index in range(count))
    for number, (x0, y0, x1, y1) in enumerate(_segments(objects, _AS_IT_IS, 0)):
        if number > _MOST_SEGMENTS:
            return [], []
        if abs(y1 - y0) <= THIN and abs(x1 - x0) >= _SHORTEST_RULE:
            across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= THIN and abs(y1 - y0) >= _SHORTEST_RULE:
            upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return across, upright


Segment = tuple[float, float, float, float]


def _segments(
    objects: Iterator[pdfium_c.FPDF_PAGEOBJECT], outer: Matrix, depth: int
) -> Iterator[Segment]:
    """The straight strokes of paths, those inside form objects too."""
    for one in objects:
        kind = pdfium_c.FPDFPageObj_GetType(one)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield from _strokes(one, _times(_matrix(one), outer))
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            count = pdfium_c.FPDFFormObj_CountObjects(one)
            inner = (pdfium_c.FPDFFormObj_GetObject(one, index) for index in range(count))
            yield from _segments(inner, _times(_matrix(one), outer), depth + 1)


def _strokes(path: pdfium_c.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[Segment]:
    x, y = ctypes.c_float(), ctypes.c_float()
    here = first = (0.0, 0.0)
    for index in range(min(pdfium_c.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(x.value, y.value, matrix)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_LINETO:
            yield (*here, *point)
        elif kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            first = point
        here = point
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield (*here, *first)
            here = first


def _matrix(one: pdfium_c.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(one, found):
        return _AS_IT_IS
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
