"""Tables without any rules: three columns or more, parted by white that goes on from line to line.

Two columns may as well be names under a letter. A list with a colon in its first words
(组长：……) is none, nor is a table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plangen.readers.furniture import is_bare_number
from plangen.readers.pdf.segments import Band, Ending, SegmentLine, merged, white_between
from plangen.readers.pdf.stretches import FAR, FULL, Stretch, columns_of

_WHITE = 0.5  # of the size: the white between columns, which nothing else shows
_SPREAD = 1.2  # sizes: names of two characters are spread to three
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_COLON = re.compile("[：:]")


def unruled(lines: Sequence[SegmentLine], before: Ending | None, top: int) -> Iterator[Stretch]:
    """Tables of lines that no rules part; the first ``top`` lines may go on from overleaf."""
    at = 0
    while at < len(lines):
        known = before if at < top else None
        end, white = _grown(lines, at, known)
        stretch = Stretch(list(lines[at:end]), white, [], None, True)
        if end > at and (_is_table(stretch) or (known and len(white) == len(known.white))):
            yield stretch
        at = max(end, at + 1)


def _grown(
    lines: Sequence[SegmentLine], first: int, before: Ending | None
) -> tuple[int, list[Band]]:
    """The line behind the last that goes on with the columns which a line begins, and the white."""
    wanted = len(before.white) if before else _FEWEST_COLUMNS - 1
    covered: list[Band] = _outside(before.white) if before else []
    above = before.line if before else None
    end, white = first, list[Band]()
    for at in range(first, len(lines)):
        line = lines[at]
        if at > first and lines[at - 1].middle - line.middle > FAR * line.size:
            break
        now = merged([*covered, *line.bands])
        left = white_between(now, _WHITE, line.size, _SPREAD)
        filled = columns_of(line, left)
        if len(left) < wanted or not filled:
            break
        aboves = [one for one in (above, before.line if before else None) if one]
        if filled == 1 and not any(_goes_on(line, one, left, covered) for one in aboves):
            break
        covered, white, above, end = now, left, line, at + 1
    return end, white


def _outside(white: Sequence[Band]) -> list[Band]:
    """Bands that leave this white between them."""
    middle = [(a[1], b[0]) for a, b in pairwise(white)]
    return [(white[0][0] - 1, white[0][0]), *middle, (white[-1][1], white[-1][1] + 1)]


def _goes_on(
    line: SegmentLine, above: SegmentLine, white: Sequence[Band], covered: Sequence[Band]
) -> bool:
    """Whether a line in one column goes on in the cell above it, or in that of the page before.

    It begins where the column begins, which is not the first one, and the line above is full.
    """
    left, right = line.bands[0][0], line.bands[-1][1]
    if right <= white[0][0] or not any(abs(left - start) <= line.size for start, _ in covered):
        return False
    end = min([gap[0] for gap in white if gap[0] >= right - 1], default=covered[-1][1])
    beside = [band for band in above.bands if band[1] > left - line.size and band[0] < end]
    return any(band[1] >= end - FULL * line.size for band in beside)


def _is_table(stretch: Stretch) -> bool:
    filled = [columns_of(line, stretch.white) for line in stretch.lines]
    columns = len(stretch.white) + 1
    whole = sum(count >= _FEWEST_COLUMNS for count in filled)
    firsts = [line.segments[0] for line in stretch.lines]
    labels = [s.text for s in firsts if s.right <= stretch.white[0][0]]
    if any(map(_COLON.search, labels)) or _is_contents(stretch):
        return False
    return whole >= _FEWEST_ROWS and columns >= _FEWEST_COLUMNS


def _is_contents(stretch: Stretch) -> bool:
    """Whether every line ends with a number no less than the one before: a 目录 and its pages."""
    last = [line.words[-1].strip() for line in stretch.lines]
    if not all(is_bare_number(words) for words in last):
        return False
    return all(int(a) <= int(b) for a, b in pairwise(last))
