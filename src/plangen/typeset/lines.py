"""Line breaking on the grid: 先挤进，后推出 — squeeze a mark in, or else push a character out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from plangen.sheet.widths import WIDTHS
from plangen.typeset.characters import (
    BLANKS,
    HALF,
    HALVED_AT_END,
    KEPT_AT_START,
    SQUEEZABLE,
    Places,
    places,
)

NEARLY = 1e-6
UNSEEN = 0.075  # 字 that a whole line is drawn together without anybody seeing it


@dataclass(frozen=True, slots=True)
class Measured:
    """A text and its widths, in characters (字) of its own size.

    ``ends[i]`` is the width of the first i characters.
    """

    text: str
    ends: tuple[float, ...]
    places: Places

    def width(self, start: int, end: int) -> float:
        """The width of characters on one line."""
        return self.ends[end] - self.ends[start]


class Broken(NamedTuple):
    """A line of a text: its characters from ``start`` to ``end``, and the room that it has."""

    start: int
    end: int
    room: float


def measured(text: str, width_of: Callable[[str], float] = WIDTHS.__getitem__) -> Measured:
    """Measure a text whose characters all have one size; ``width_of`` gives widths in 字."""
    return measured_widths(text, list(map(width_of, text)))


def measured_widths(text: str, widths: list[float]) -> Measured:
    """Measure a text whose characters' widths are known."""
    return Measured(text, (0.0, *accumulate(widths)), places(text))


def break_measured(text: Measured, first: float, others: float) -> Iterator[Broken]:
    """Break a text into lines that hold ``first``, then ``others`` characters."""
    start, room, length = 0, first, len(text.text)
    while start < length:
        end = _end(text, start, room)
        yield Broken(start, end, room)
        start, room = end, others


def break_lines(text: str, first: float, others: float) -> Iterator[str]:
    """Break a paragraph into lines; each is a piece of the text."""
    for line in break_measured(measured(text), first, others):
        yield text[line.start : line.end]


def _end(text: Measured, start: int, room: float) -> int:
    """Where the line that begins at ``start`` ends."""
    ends, length = text.ends, len(text.text)
    limit = ends[start] + room + UNSEEN
    full = max(bisect_right(ends, limit, start + 1) - 1, start + 1)
    while full < length and text.text[full] in BLANKS:  # blanks hang at the end of a line
        full += 1
    if full >= length or not text.places.held[full]:
        return full
    squeezed = _next_free(text, full)
    if text.width(start, squeezed) - room <= give(text, start, squeezed) + NEARLY:
        return squeezed
    pushed = full
    while pushed > start and text.places.held[pushed]:
        pushed -= 1
    return pushed if pushed > start else full


def _next_free(text: Measured, place: int) -> int:
    while text.places.held[place]:
        place += 1
    return place


def give(text: Measured, start: int, end: int) -> float:
    """How much narrower the marks of a line can become, the one at its end included."""
    marks = sum(character in SQUEEZABLE for character in text.text[start : end - 1])
    marks -= text.text[start] in KEPT_AT_START and end - start > 1  # it begins the line
    return HALF * marks + end_give(text.text[end - 1])


def end_give(character: str) -> float:
    """What a mark gives up at the end of a line (GB/T 15834-2011 5.1.10)."""
    return HALF if character in HALVED_AT_END else 0.0
