"""Tables with horizontal rules alone: bands between such rules, parted by the same white."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from plangen.readers.furniture import is_page_number
from plangen.readers.pdf.marks import Rule
from plangen.readers.pdf.segments import (
    Band,
    SegmentLine,
    merged,
    narrowed,
    same_white,
    white_between,
)
from plangen.readers.pdf.stretches import FAR, FULL, Stretch, columns_of
from plangen.readers.pdf.tables import merged_rules

_WHITE = 0.35  # of the size: the white between columns, which the rules already make likely
_SAME_WIDTH = 6.0  # points by which the ends of rules of one table may differ
_FULL_COLUMN = 8  # lines of two columns of running text
_MOST_RULES = 2_000


def ruled(
    lines: Sequence[SegmentLine], across: Sequence[Rule], before: Sequence[Band]
) -> Iterator[Stretch]:
    """The tables that horizontal rules show; ``before`` is the white of one in the page before."""
    if len(across) > _MOST_RULES:
        return
    taken: set[int] = set()
    for rules in _alike(merged_rules(across)):
        bands = [
            [line for line in _between(lines, high.at, low.at) if id(line) not in taken]
            for high, low in pairwise(rules)
        ]
        for first, end, white in _runs(bands, before):
            stretch = Stretch(
                [line for band in bands[first:end] for line in band],
                white,
                [rule.at for rule in rules[first : end + 1]],
                (rules[first].start, rules[first].end),
            )
            if not _is_running_text(stretch):
                stretch = _with_open_row(stretch, lines)
                taken |= {id(line) for line in stretch.lines}
                yield stretch


def _between(lines: Sequence[SegmentLine], high: float, low: float) -> Sequence[SegmentLine]:
    """The lines between two heights, of lines from the top."""
    first = bisect_left(lines, -high, key=lambda line: -line.middle)
    return lines[first : bisect_left(lines, -low, key=lambda line: -line.middle)]


def _with_open_row(stretch: Stretch, lines: Sequence[SegmentLine]) -> Stretch:
    """A table at the end of its page with the row that has no rule below: it goes on overleaf."""
    below = [line for line in lines if line.middle < stretch.ys[-1]]
    while below and is_page_number("".join(below[-1].words).strip()):
        below.pop()
    white = narrowed(stretch.white, [band for line in below for band in line.bands])
    fits = [columns_of(line, white) for line in below]
    apart = [a.middle - b.middle for a, b in pairwise(below)]
    is_near = all(distance <= FAR * below[0].size for distance in apart)
    is_same = len(white) == len(stretch.white)
    if not (below and is_same and is_near and all(fits)) or fits[0] < 2:
        return stretch
    end = below[-1].middle - below[-1].size
    return replace(
        stretch,
        lines=[*stretch.lines, *below],
        white=white,
        ys=[*stretch.ys, end],
        is_open_below=True,
    )


def _alike(across: Sequence[Rule]) -> list[list[Rule]]:
    """Rules of one width and place, at least two, each group from the top."""
    groups: list[list[Rule]] = []
    for rule in sorted(across, key=lambda one: -one.at):
        for group in groups:
            last = group[-1]
            ends = abs(last.start - rule.start), abs(last.end - rule.end)
            if max(ends) <= _SAME_WIDTH:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [_with_narrower(group, across) for group in groups if len(group) > 1]


def _with_narrower(group: list[Rule], across: Sequence[Rule]) -> list[Rule]:
    """The rules of a table with those that part its rows beside a cell which spans several."""
    first, last = group[0], group[-1]
    wide = first.end - first.start
    inner = [
        rule
        for rule in across
        if last.at < rule.at < first.at
        and rule not in group
        and first.start - _SAME_WIDTH <= rule.start
        and rule.end <= first.end + _SAME_WIDTH
        and (rule.end - rule.start) * 2 > wide
    ]
    return sorted([*group, *inner], key=lambda one: -one.at)


def _runs(
    bands: Sequence[Sequence[SegmentLine]], before: Sequence[Band]
) -> Iterator[tuple[int, int, list[Band]]]:
    """Neighbouring bands that the same white parts: the first, the one behind the last."""
    first = 0
    while first < len(bands):
        covered: list[Band] = []
        white: list[Band] = []
        several = 0  # lines with words in more than one column
        end = first
        while end < len(bands) and bands[end]:
            now = merged([*covered, *(b for line in bands[end] for b in line.bands)])
            left = white_between(now, _WHITE, bands[end][0].size)
            parted = sum(columns_of(line, left) > 1 for line in bands[end])
            if left and (parted or (len(left) == len(white) and _fit(bands[end], left))):
                covered, white, several = now, left, several + parted
            elif not (white and _is_heading(bands, end, white)):
                break
            end += 1
        if several >= 2 or (several and same_white(white, before)):
            yield first, end, white
        first = max(end, first + 1)


def _fit(lines: Sequence[SegmentLine], white: Sequence[Band]) -> bool:
    """Whether lines stand in columns behind the first: the rest of a row of the page before."""
    return all(columns_of(line, white) and line.segments[0].left > white[0][0] for line in lines)


def _is_heading(bands: Sequence[Sequence[SegmentLine]], at: int, white: Sequence[Band]) -> bool:
    """Whether a band is one line over all columns, and the table goes on below it."""
    if len(bands[at]) > 1 or at + 1 >= len(bands):
        return False
    return any(columns_of(line, white) > 1 for line in bands[at + 1])


def _is_running_text(stretch: Stretch) -> bool:
    """Whether a stretch is two columns of running text: most lines of the left one are full."""
    if len(stretch.white) > 1 or len(stretch.lines) < _FULL_COLUMN or len(stretch.ys) > 3:
        return False
    gap = stretch.white[0][0]
    full = sum(
        any(gap - FULL * s.size <= right <= gap for _, right in s.bands) for s in stretch.lines
    )
    return full * 2 > len(stretch.lines)
