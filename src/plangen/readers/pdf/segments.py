"""Characters → lines of segments: stretches that no wide gap parts, and the white between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from plangen.readers.pdf.marks import Glyph

_SAME_LINE = 0.5  # of the size: how far the middles of a line's characters may lie apart
_ONE_CHARACTER = 1.2  # sizes
_INSIDE = 0.3  # of the size: a wider gap ends a segment

Band = tuple[float, float]  # from left to right


@dataclass(slots=True)
class Segment:
    """Characters that follow one another on a line; blanks between them are among them."""

    glyphs: list[Glyph]
    left: float
    right: float

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """A line of a page: its segments from left to right, its height and the size of its type."""

    segments: list[Segment]
    middle: float
    size: float

    @property
    def words(self) -> list[str]:
        """What its segments say."""
        return [segment.text for segment in self.segments]

    @property
    def bands(self) -> list[Band]:
        """Where its segments stand."""
        return [(segment.left, segment.right) for segment in self.segments]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a table without upright rules ends its page, where it may go on overleaf.

    ``white`` is that between its columns, ``line`` its last line, ``head`` the words of its first;
    ``is_open`` says that no rule closes it.
    """

    white: list[Band]
    line: SegmentLine
    head: list[str]
    is_open: bool


def same_white(one: Sequence[Band], other: Sequence[Band]) -> bool:
    """Whether two pages of a table leave white in the same places."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(a[0] < b[1] and b[0] < a[1] for a, b in pairs)


def segment_lines(glyphs: Iterable[Glyph]) -> list[SegmentLine]:
    """The lines of a page from the top, in segments."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -one.middle):
        if rows and rows[-1][0].middle - glyph.middle <= _SAME_LINE * max(
            rows[-1][0].size, glyph.size
        ):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = [line for row in rows if (line := _line(row))]
    return sorted(lines, key=lambda line: -line.middle)


def _line(row: list[Glyph]) -> SegmentLine | None:
    said = [glyph for glyph in row if not glyph.text.isspace()]
    if not said:
        return None
    size = median(glyph.size for glyph in said)
    segments: list[Segment] = []
    blanks: list[Glyph] = []
    for glyph in sorted(row, key=lambda one: one.left):
        if glyph.text.isspace():
            blanks.append(glyph)
            continue
        last = segments[-1] if segments else None
        if last and glyph.left - last.right <= _INSIDE * size:
            last.glyphs += [*blanks, glyph]
            last.right = max(last.right, glyph.right)
        else:
            segments.append(Segment([glyph], glyph.left, glyph.right))
        blanks = []
    return SegmentLine(segments, median(glyph.middle for glyph in said), size)


def merged(bands: Iterable[Band]) -> list[Band]:
    """Bands with those that touch or cover each other made one, from the left."""
    found: list[Band] = []
    for left, right in sorted(bands):
        if found and left <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def white_between(
    bands: Sequence[Band], least: float, size: float, spread: float = 0.0
) -> list[Band]:
    """The gaps of at least so many sizes between bands that are merged.

    White between two single characters is that inside a spread name (王　瑞); before a single one
    too, up to so many sizes (组长：王　瑞).
    """
    one = _ONE_CHARACTER * size
    found = []
    for before, after in pairwise(bands):
        gap = after[0] - before[1]
        is_in_name = before[1] - before[0] <= one or gap <= spread * size
        if gap >= least * size and not (is_in_name and after[1] - after[0] <= one):
            found.append((before[1], after[0]))
    return found


def narrowed(white: Sequence[Band], bands: Sequence[Band]) -> list[Band]:
    """Gaps as far as further bands leave them; a gap that one crosses or fills is gone."""
    found = []
    for start, end in white:
        middle = (start + end) / 2
        for left, right in bands:
            if right > start and left < middle:
                start = max(start, right)
            elif left < end and right > middle:
                end = min(end, left)
        if start < end:
            found.append((start, end))
    return found
