"""Lines of a page that may be a table without upright rules, and the white between its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plangen.readers.limits import MOST_COLUMNS
from plangen.readers.pdf.segments import Band, SegmentLine

FULL = 1.5  # sizes by which a full line may end short of its column
FAR = 2.6  # sizes: lines so far apart belong to no table without rules


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that make a table, the white between its columns, and where rules part them."""

    lines: list[SegmentLine]
    white: list[Band]
    ys: list[float]  # of the rules, from the top; none of a table without any
    edges: Band | None = None  # of the rules
    is_open_below: bool = False


def columns_of(line: SegmentLine, white: Sequence[Band]) -> int:
    """In how many columns a line has words; none where they cross the white, or too many."""
    if len(white) > MOST_COLUMNS:
        return 0
    found = set()
    for left, right in line.bands:
        column = sum(gap[1] <= left for gap in white)
        if any(left < gap[0] + 1 and right > gap[1] - 1 for gap in white):
            return 0
        found.add(column)
    return len(found)
