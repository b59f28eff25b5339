"""Page numbers and running heads of a PDF: at the edge of the page, the same on many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plangen.document.labels import is_annex_label
from plangen.readers.furniture import is_bare_number, is_page_number
from plangen.readers.pdf.lines import SetLine

_EDGE = 0.14  # of the height: page numbers and running heads stand so near the edge
_EDGE_LINES = 3  # from the top and from the bottom
_FEWEST_PAGES = 3  # that repeat a running head
_DIGITS = re.compile("[0-9０-９]+")

Page = tuple[float, Sequence[SetLine]]  # its height, and its lines from the top


def furniture_of(pages: Sequence[Page]) -> list[set[int]]:
    """For each page the indices of the lines that belong to the page and not to the text."""
    repeated = _repeated(pages)
    return [
        {i for i in _at_edge(page) if _is_number(page[1], i) or _key(page, i) in repeated}
        for page in pages
    ]


def _repeated(pages: Sequence[Page]) -> set[tuple[str, int]]:
    counted = Counter(key for page in pages for key in {_key(page, i) for i in _at_edge(page)})
    wanted = max(_FEWEST_PAGES, len(pages) // 3)
    return {key for key, count in counted.items() if count >= wanted}


def _key(page: Page, index: int) -> tuple[str, int]:
    """The words of a line with its numbers left open, and roughly its place."""
    line = page[1][index]
    return _DIGITS.sub("0", line.text), round(line.middle / 6)


def _at_edge(page: Page) -> list[int]:
    height, lines = page
    count = len(lines)
    # 附件1, 附件2, 附件3 open pages as a running head would, and are text.
    near = [*range(min(_EDGE_LINES, count)), *range(max(count - _EDGE_LINES, 0), count)]
    return [
        index
        for index in dict.fromkeys(near)
        if not _EDGE * height < lines[index].middle < (1 - _EDGE) * height
        and not is_annex_label(lines[index].text)
    ]


def _is_number(lines: Sequence[SetLine], index: int) -> bool:
    """Whether a line is a page number; a bare one must be the last or the first of its page."""
    text = lines[index].text
    is_outermost = index in (0, len(lines) - 1)
    return is_page_number(text) or (is_outermost and is_bare_number(text) and len(lines) > 1)
