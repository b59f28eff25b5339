"""HTML → PDF through WeasyPrint: the one door to it.

WeasyPrint keeps a line of Chinese text as short as it was broken: it widens blanks only, and there
are none. Here the lines that are to be justified are filled by tracking, once they are laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from hashlib import sha256
from io import StringIO
from logging import Handler, LogRecord, getLogger
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from plangen.errors import InputError, Message, Problem, UsageError

if TYPE_CHECKING:
    from plangen.writers.pdf.variants import Variant

LARGEST = 20_000_000  # bytes of HTML; a plan of 17 pages has 50,000
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"  # of Debian and Ubuntu
WIDEST = 0.5  # of a character: a line that would need more between its characters stays short
LEAST = 0.01  # px: what nobody sees

Document = Any  # WeasyPrint ships no types
Box = Any


def print_html(html: bytes, variant: Variant = "pdf", overleaf: str = "") -> bytes:
    """The PDF of a page, set with the fonts of the machine; the same page gives the same bytes.

    Nothing outside the page is read. ``overleaf`` is a style sheet to be added where the pages
    would end with an odd one: it moves what has to stand at the foot of an even page (7.4.1).

    Raises UsageError where WeasyPrint lacks a system library, or the page is too large, and
    InputError for characters that no font of the machine has.
    """
    if len(html) > LARGEST:
        message = Message("HTML 有 {bytes} 字节，超过上限 {most}", bytes=len(html), most=LARGEST)
        raise UsageError(Problem(message))
    document = _laid_out(html, variant, "")
    if overleaf and len(document.pages) % 2:
        document = _laid_out(html, variant, overleaf)
    _fill_lines(document)
    with _told_missing() as missing:
        pdf = _written(document, variant, sha256(html).hexdigest()[:32])
    if missing:
        message = Message(
            "这台机器的字体里没有这些字：{characters}；"
            "请安装有这些字的字体，或改用默认的排版引擎（--engine grid）",
            characters="".join(dict.fromkeys(missing)),
        )
        raise InputError(Problem(message))
    return pdf


def _written(document: Document, variant: Variant, identifier: str) -> bytes:
    options = {} if variant == "pdf" else {"pdf_variant": variant}
    with catch_warnings():
        simplefilter("ignore", ResourceWarning)  # it leaves its colour profile's file open
        return bytes(
            document.write_pdf(pdf_identifier=identifier.encode(), finisher=_archivable, **options)
        )


class _Missing(Handler):
    """Hears of characters that are drawn as a box: WeasyPrint says so in its log alone."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: list[str] = []

    def emit(self, record: LogRecord) -> None:
        """Keep the character that a record tells of."""
        if record.msg.startswith(".notdef") and isinstance(record.args, tuple):
            self.characters.append(str(record.args[0]))


@contextmanager
def _told_missing() -> Iterator[list[str]]:
    """The characters that turn out to be missing meanwhile."""
    handler, log = _Missing(), getLogger("weasyprint")
    log.addHandler(handler)
    try:
        yield handler.characters
    finally:
        log.removeHandler(handler)


def _archivable(_: Document, pdf: Any) -> None:
    """What an archive's reader asks for (PDF/A-2): metadata in the open, pictures as they are."""
    for part in pdf.objects:
        about = getattr(part, "extra", {})
        if about.get("Type") == "/Metadata":
            part.compress = False
        if "Interpolate" in about:
            about["Interpolate"] = "false"


def _laid_out(html: bytes, variant: Variant, style: str) -> Document:
    weasyprint = _weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    sheets = [weasyprint.CSS(string=style, url_fetcher=fetcher)] if style else []
    page = weasyprint.HTML(string=html.decode(), url_fetcher=fetcher)
    options = {} if variant == "pdf" else {"pdf_variant": variant}
    return page.render(stylesheets=sheets, **options)


def _weasyprint() -> Any:
    """WeasyPrint, with all libraries that it needs; without the last it takes 9 s a document."""
    try:
        with catch_warnings(), redirect_stdout(StringIO()):  # it talks before it fails
            simplefilter("ignore", DeprecationWarning)  # and warns of the library asked for below
            import weasyprint  # type: ignore[import-untyped]  # it ships no types
            from weasyprint.text.ffi import (  # type: ignore[import-untyped]  # nor does this
                harfbuzz_subset,
            )
    except OSError:
        harfbuzz_subset = None
    if harfbuzz_subset is None:
        message = Message(
            "WeasyPrint 缺少系统软件包，Debian、Ubuntu 上请运行：apt install {packages}",
            packages=PACKAGES,
        )
        raise UsageError(Problem(message))
    return weasyprint


def _fill_lines(document: Document) -> None:
    """Fill every justified line to its end, except the last of a paragraph.

    A paragraph may go on overleaf: its boxes there belong to the same element.
    """
    paragraphs: dict[int, list[tuple[Box, Box]]] = {}
    for page in document.pages:
        for block in _blocks(page._page_box):
            lines = paragraphs.setdefault(id(block.element), [])
            lines += [(line, block) for line in block.children if _is(line, "LineBox")]
    for lines in paragraphs.values():
        for line, block in lines[:-1]:
            if line.style["text_align_all"] == "justify":
                _fill(line, block.content_box_x() + block.width)


def _blocks(box: Box) -> Iterator[Box]:
    """Every box that holds lines of text, in reading order."""
    children: Iterable[Box] = getattr(box, "children", ())
    if any(_is(child, "LineBox") for child in children):
        yield box
        return
    for child in children:
        yield from _blocks(child)


def _fill(line: Box, end: float) -> None:
    """Share what a line lacks among its characters. The last of them gets none behind it."""
    texts = list(_texts(line))
    gaps = sum(len(box.text) for box in texts) - 1
    if gaps < 1:
        return
    last = texts[-1]
    lacking = end - (last.position_x + last.width)
    if LEAST < lacking <= gaps * WIDEST * last.style["font_size"]:
        _widen(line, lacking / gaps, 0.0)


def _texts(box: Box) -> Iterator[Box]:
    """The texts of a line from left to right; what stands in it as a whole has none of them."""
    if _is(box, "TextBox"):
        yield box
    elif _is(box, "LineBox", "InlineBox"):
        for child in box.children:
            yield from _texts(child)


def _widen(box: Box, by: float, moved: float) -> float:
    """Track the texts of a box by so many px a character, behind others that have ``moved`` it.

    Gives how far what follows moves. Boxes around texts grow with them: links keep their place.
    """
    if _is(box, "TextBox"):
        wider = _track(box, by)
    elif _is(box, "LineBox", "InlineBox"):
        wider = 0.0
        for child in box.children:
            wider = _widen(child, by, moved + wider) - moved
    else:
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    box.width += wider
    return moved + wider


def _track(box: Box, by: float) -> float:
    """Widen the characters of a text; gives by how much together."""
    tracking = box.style["letter_spacing"]
    style = box.style.copy()
    style["letter_spacing"] = (0 if tracking == "normal" else tracking) + by
    box.style = style
    return by * len(box.text)


def _is(box: Box, *kinds: str) -> bool:
    return type(box).__name__ in kinds
