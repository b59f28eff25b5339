"""Justified lines: the space that is added or taken away between characters, and where it goes.

clreq, Line Adjustment: western word spaces first, then everywhere alike, but never inside a number
or a word and not beside a connector.
"""

from __future__ import annotations

from itertools import accumulate

from plangen.typeset.characters import (
    BLANKS,
    CLOSING,
    HALF,
    KEPT_AT_START,
    MIDDLE,
    OPENING,
    PAUSES,
    SQUEEZED_IN_ORDER,
    STOPS,
)
from plangen.typeset.lines import NEARLY, UNSEEN, Broken, Measured, end_give

WORD_SPACE = 0.25  # 字 that a western word space may grow before others do

_HUGGING = CLOSING | PAUSES | STOPS  # no space is added between a mark and what it belongs to

Spaces = dict[int, float]  # place → 字 added before its character; negative: taken away


def visible_end(text: Measured, line: Broken) -> int:
    """Where a line ends without the blanks that hang at its end."""
    end = line.end
    while end > line.start and text.text[end - 1] in BLANKS:
        end -= 1
    return end


def spaces(text: Measured, line: Broken, justify: bool) -> Spaces:
    """What has to be added between a line's characters so that it fills its room.

    A line that is too long is squeezed; one that is too short is stretched if ``justify``.
    """
    end = visible_end(text, line)
    if end <= line.start:
        return {}
    slack = line.room - text.width(line.start, end) + end_give(text.text[end - 1])
    if -UNSEEN - NEARLY <= slack < -NEARLY:
        return _drawn_together(text, line.start, end, slack)
    if slack < -NEARLY:
        return squeezed(text.text, line.start, end, -slack)
    if justify and slack > NEARLY:
        return _stretched(text, line.start, end, slack)
    return {}


def _drawn_together(text: Measured, start: int, end: int, slack: float) -> Spaces:
    """A line that is a trifle too long: every place gives up the same."""
    places = [place for place in range(start + 1, end) if not text.places.tight[place]]
    return dict.fromkeys(places, slack / len(places)) if places else {}


def squeezed(text: str, start: int, end: int, needed: float) -> Spaces:
    """Take ``needed`` characters' width out of the marks between ``start`` and ``end``."""
    taken: Spaces = {}
    for marks in SQUEEZED_IN_ORDER:
        found = [
            place
            for place in range(start, end - 1)
            if text[place] in marks and not (place == start and text[place] in KEPT_AT_START)
        ]
        if not found:
            continue
        each = min(HALF, needed / len(found))
        for place in found:
            for at, share in _sides(text[place], place):
                taken[at] = taken.get(at, 0.0) - each * share
        needed -= each * len(found)
        if needed <= NEARLY:
            break
    return taken


def _sides(mark: str, place: int) -> tuple[tuple[int, float], ...]:
    """The white of a mark: before an opening one, on both sides of ·, behind the others."""
    if mark in MIDDLE:
        return ((place, 0.5), (place + 1, 0.5))
    return ((place if mark in OPENING else place + 1, 1.0),)


def _stretched(text: Measured, start: int, end: int, slack: float) -> Spaces:
    tight = text.places.tight
    words = [p for p in range(start + 1, end) if text.text[p - 1] == " "]
    marked = text.text
    everywhere = [
        p
        for p in range(start + 1, end)
        if not (tight[p] or marked[p] in _HUGGING or marked[p - 1] in OPENING)
    ]
    if words and len(words) == len(everywhere):  # nothing but western words
        return dict.fromkeys(words, slack / len(words))
    added: Spaces = {}
    for places, most in ((words, WORD_SPACE), (everywhere, slack)):
        if places and slack > NEARLY:
            each = min(most, slack / len(places))
            for place in places:
                added[place] = added.get(place, 0.0) + each
            slack -= each * len(places)
    return added


def offsets(text: Measured, line: Broken, added: Spaces) -> list[float]:
    """Where each character of a line begins, in characters from the line's beginning."""
    start, end = line.start, line.end
    base = text.ends[start]
    if not added:
        return [place - base for place in text.ends[start:end]]
    shifts = accumulate(added.get(place, 0.0) for place in range(start, end))
    return [place - base + shift for place, shift in zip(text.ends[start:end], shifts, strict=True)]
