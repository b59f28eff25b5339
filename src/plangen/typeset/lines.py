"""Line breaking on the grid: marks that may not begin or end a line, units that hold together.

GB/T 15834-2011 5.1: closing marks do not begin a line, opening ones do not end it; —— and …… are
not split. GB/T 15835-2011: a number is not split, nor parted from its sign.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

NO_START = frozenset("。，、；：？！”’）》〉〕］｝】〗」』·～%％‰℃°/")
NO_END = frozenset("“‘（《〈〔［｛【〖「『￥＄/")

_TOKEN = re.compile(r"[+±−-]?[A-Za-z0-9](?:[A-Za-z0-9.,:+*×/·-]*[A-Za-z0-9])?[.%‰℃°]?|——|……|[\s\S]")


def width(text: str) -> float:
    """The width of text in cells: one a character, half a cell for ASCII."""
    if len(text) == 1:  # nearly every unit
        return 0.5 if text < "\x7f" else 1.0
    return sum(0.5 if character < "\x7f" else 1.0 for character in text)


def tokens(text: str) -> list[str]:
    """The units of a text that stay together on a line."""
    return _TOKEN.findall(text)


def break_lines(text: str, first: float, others: float) -> Iterator[str]:
    """Break a paragraph into lines of at most ``first``, then ``others`` cells.

    A mark that may not begin a line takes the character before it along (推出); where that cannot
    be, because one unit is wider than the line, the unit stands alone.
    """
    units = tokens(text)
    ends = [0.0, *accumulate(map(width, units))]
    room = first
    start = 0
    while start < len(units):
        fitting = bisect_right(ends, ends[start] + room + 1e-6) - 1
        end = min(len(units), max(fitting, start + 1))
        if end < len(units):
            end = _allowed(units, start, end)
        yield "".join(units[start:end])
        start, room = end, others


def _allowed(units: list[str], start: int, end: int) -> int:
    """The last place at or before ``end`` where the line may break; ``end`` if there is none."""
    for position in range(end, start, -1):
        if units[position][0] not in NO_START and units[position - 1][-1] not in NO_END:
            return position
    return end
