"""Reading pages as a clerk does: which lines are a paragraph's, and where each line ends."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tests.interop.glyphs import Glyph, Row
from tests.interop.standard import BODY_SIZE, CELL, POINT, PORTRAIT
from tests.measured.printing import Printed

OPENING = frozenset("“‘（《〈〔［【〖「『")
CLOSING = frozenset("，。、；：？！”’）》〉〕］】〗」』")
LATE = {"？": 0.18}  # 字: how far beyond its half the ink of a mark reaches in the stand-in faces
FLUSH = 0.1  # mm: lines that begin so near to the left edge are flush


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a paragraph on its page; ``runs_on`` where the paragraph goes on below it."""

    page: int
    row: Row
    runs_on: bool


def set_paragraphs(printed: Printed) -> list[list[SetLine]]:
    """The lines of every paragraph that is found, whole, in the text of the pages."""
    placed = [(page, read(row)) for page in printed.pages for row in printed.ruler.rows(page)]
    ends = list(accumulate(len(row.text) for _, row in placed))
    text = "".join(row.text for _, row in placed)
    found, position = [], 0
    for paragraph in printed.paragraphs:
        start = text.find(paragraph, position)
        if start < 0:
            continue
        position = start + len(paragraph)
        first, last = bisect_right(ends, start), bisect_right(ends, position - 1)
        lines = placed[first : last + 1]
        found.append([SetLine(*line, number < last) for number, line in enumerate(lines, first)])
    return found


def read(row: Row) -> Row:
    """A row as it is read; the white left half of a squeezed （ lies over the letter before it."""
    return Row(tuple(sorted(row.glyphs, key=_visible_from)))


def _visible_from(glyph: Glyph) -> float:
    return glyph.x0 + (cell(glyph) / 2 if glyph.text in OPENING else 0.0)


def justified(printed: Printed) -> list[SetLine]:
    """The lines of body text that have to reach the right edge: those that run on, flush left."""
    return [
        line
        for paragraph in set_paragraphs(printed)
        for line, following in pairwise(paragraph)
        if line.row.size == BODY_SIZE and abs(following.row.x0 - PORTRAIT.left) < FLUSH
    ]


def cell(glyph: Glyph) -> float:
    """一字 of a glyph's size as it is set in the text."""
    return CELL if glyph.size == BODY_SIZE else glyph.size * POINT


def ends_at(row: Row) -> float:
    """Where a line ends; a closing mark takes half a character there (GB/T 15834 5.1.10).

    A mark whose ink reaches beyond its half is drawn further left by so much.
    """
    last = row.glyphs[-1]
    if last.text in CLOSING:
        return last.x0 + cell(last) * (0.5 + LATE.get(last.text, 0.0))
    return last.x0 + (last.x1 - last.x0) * cell(last) / (last.size * POINT)


def is_wide(row: Row) -> bool:
    """Whether a line holds Chinese characters and marks alone."""
    return not any(glyph.text.isascii() for glyph in row.glyphs)


def steps(row: Row) -> list[float]:
    """The distances between the beginnings of neighbouring characters, in mm."""
    return [right.x0 - left.x0 for left, right in pairwise(row.glyphs)]
