"""Tables without upright rules: their columns are the white that goes on from line to line.

Horizontal rules of one width, one below the other, make bands. Where the same white parts the lines
of neighbouring bands, they are a table. Without any rules it takes three columns and three lines:
what stands in two columns may as well be names under a letter. A list whose first words end with a
colon (组长：……) is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plangen.readers.furniture import is_bare_number, is_page_number
from plangen.readers.pdf.marks import Glyph, Rule
from plangen.readers.pdf.rows import rows_of
from plangen.readers.pdf.segments import (
    Band,
    Ending,
    SegmentLine,
    merged,
    narrowed,
    same_white,
    segment_lines,
    white_between,
)
from plangen.readers.pdf.tables import Ruled, RuledCell, merged_rules

_WHITE_RULED = 0.35  # of the size: the white between columns that rules already make likely
_WHITE = 0.5  # of the size: that between columns which nothing else shows
_SAME_WIDTH = 6.0  # points by which the ends of rules of one table may differ
_FEWEST_COLUMNS = 3  # without rules
_FEWEST_ROWS = 3
_FULL = 1.5  # sizes by which a full line may end short of its column
_FAR = 2.6  # sizes: lines so far apart belong to no table without rules
_TOP_LINES = 4  # of a page, in which a table of the page before may go on
_FULL_COLUMN = 8  # lines of two columns of running text
_MOST_RULES = 2_000
_COLON = ("：", ":")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines that make a table, the white between its columns, and where rules part them."""

    lines: list[SegmentLine]
    white: list[Band]
    ys: list[float]  # of the rules, from the top; none of a table without any
    edges: Band | None = None  # of the rules
    is_open_below: bool = False


def aligned_tables(
    glyphs: Sequence[Glyph], across: Sequence[Rule], before: Ending | None
) -> tuple[list[Ruled], list[Glyph]]:
    """The tables that rules alone or nothing but white show, and the characters outside them.

    ``across`` are the horizontal rules that belong to no grid. ``before`` is how such a table ends
    the page before: it may go on with a single row.
    """
    lines = segment_lines(glyphs)
    stretches = list(_ruled(lines, across, before.white if before else ()))
    taken = {id(line) for stretch in stretches for line in stretch.lines}
    rest = [line for line in lines if id(line) not in taken]
    top = next((n for n, line in enumerate(lines[:_TOP_LINES]) if id(line) in taken), _TOP_LINES)
    stretches += _unruled(rest, before if before and before.is_open else None, top)
    inside = {
        id(glyph)
        for stretch in stretches
        for line in stretch.lines
        for segment in line.segments
        for glyph in segment.glyphs
    }
    return [_table(one, before) for one in stretches], [g for g in glyphs if id(g) not in inside]


def _ruled(
    lines: Sequence[SegmentLine], across: Sequence[Rule], before: Sequence[Band]
) -> Iterator[_Stretch]:
    if len(across) > _MOST_RULES:
        return
    taken: set[int] = set()
    for rules in _alike(merged_rules(across)):
        bands = [
            [line for line in lines if low.at < line.middle < high.at and id(line) not in taken]
            for high, low in pairwise(rules)
        ]
        for first, end, white in _runs(bands, before):
            stretch = _Stretch(
                [line for band in bands[first:end] for line in band],
                white,
                [rule.at for rule in rules[first : end + 1]],
                (rules[first].start, rules[first].end),
            )
            if not _is_running_text(stretch):
                stretch = _with_open_row(stretch, lines)
                taken |= {id(line) for line in stretch.lines}
                yield stretch


def _with_open_row(stretch: _Stretch, lines: Sequence[SegmentLine]) -> _Stretch:
    """A table at the end of its page with the row that has no rule below: it goes on overleaf."""
    below = [line for line in lines if line.middle < stretch.ys[-1]]
    while below and is_page_number("".join(below[-1].words).strip()):
        below.pop()
    white = narrowed(stretch.white, [band for line in below for band in line.bands])
    fits = [_columns_of(line, white) for line in below]
    apart = [a.middle - b.middle for a, b in pairwise(below)]
    is_near = all(distance <= _FAR * below[0].size for distance in apart)
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
            left = white_between(now, _WHITE_RULED * bands[end][0].size)
            parted = sum(_columns_of(line, left) > 1 for line in bands[end])
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
    return all(_columns_of(line, white) and line.segments[0].left > white[0][0] for line in lines)


def _is_heading(bands: Sequence[Sequence[SegmentLine]], at: int, white: Sequence[Band]) -> bool:
    """Whether a band is one line over all columns, and the table goes on below it."""
    if len(bands[at]) > 1 or at + 1 >= len(bands):
        return False
    return any(_columns_of(line, white) > 1 for line in bands[at + 1])


def _columns_of(line: SegmentLine, white: Sequence[Band]) -> int:
    """In how many columns a line has words; none where its words cross the white."""
    found = set()
    for left, right in line.bands:
        column = sum(gap[1] <= left for gap in white)
        if any(left < gap[0] + 1 and right > gap[1] - 1 for gap in white):
            return 0
        found.add(column)
    return len(found)


def _is_running_text(stretch: _Stretch) -> bool:
    """Whether a stretch is two columns of running text: most lines of the left one are full."""
    if len(stretch.white) > 1 or len(stretch.lines) < _FULL_COLUMN or len(stretch.ys) > 3:
        return False
    gap = stretch.white[0][0]
    full = sum(
        any(gap - _FULL * s.size <= right <= gap for _, right in s.bands) for s in stretch.lines
    )
    return full * 2 > len(stretch.lines)


def _unruled(lines: Sequence[SegmentLine], before: Ending | None, top: int) -> Iterator[_Stretch]:
    """Tables of lines that no rules part; the first ``top`` lines may go on from overleaf."""
    at = 0
    while at < len(lines):
        known = before if at < top else None
        end, white = _grown(lines, at, known)
        stretch = _Stretch(list(lines[at:end]), white, [], None, True)
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
        if at > first and lines[at - 1].middle - line.middle > _FAR * line.size:
            break
        now = merged([*covered, *line.bands])
        left = white_between(now, _WHITE * line.size)
        filled = _columns_of(line, left)
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
    return any(band[1] >= end - _FULL * line.size for band in beside)


def _is_table(stretch: _Stretch) -> bool:
    filled = [_columns_of(line, stretch.white) for line in stretch.lines]
    columns = len(stretch.white) + 1
    whole = sum(count >= _FEWEST_COLUMNS for count in filled)
    firsts = [line.segments[0] for line in stretch.lines]
    labels = [s.text for s in firsts if s.right <= stretch.white[0][0]]
    if any(label.endswith(_COLON) for label in labels) or _is_contents(stretch):
        return False
    return whole >= _FEWEST_ROWS and columns >= _FEWEST_COLUMNS


def _is_contents(stretch: _Stretch) -> bool:
    """Whether every line ends with a number no less than the one before: a 目录 and its pages."""
    last = [line.words[-1].strip() for line in stretch.lines]
    if not all(is_bare_number(words) for words in last):
        return False
    return all(int(a) <= int(b) for a, b in pairwise(last))


def _table(stretch: _Stretch, before: Ending | None) -> Ruled:
    bands = [band for line in stretch.lines for band in line.bands]
    left, right = stretch.edges or (min(b[0] for b in bands), max(b[1] for b in bands))
    xs = [left, *((a + b) / 2 for a, b in stretch.white), right]
    head = stretch.lines[0].words
    repeats = bool(before and before.head == head and not stretch.ys)
    rows = [stretch.lines[:1]] if repeats else []
    rows += rows_of(stretch.lines[len(rows) :], stretch.ys, stretch.white[0][0])
    cells = [cell for number, row in enumerate(rows) for cell in _cells(row, number, xs)]
    top = stretch.lines[0].middle + stretch.lines[0].size
    ys = [stretch.ys[0] if stretch.ys else top, *(row[-1].middle for row in rows)]
    is_open = stretch.is_open_below
    if before and same_white(before.white, stretch.white):
        head = before.head
    ending = Ending(stretch.white, stretch.lines[-1], head, is_open)
    return Ruled(xs, ys, cells, {}, False, is_open, stretch.white, ending)


def _cells(row: Sequence[SegmentLine], number: int, xs: Sequence[float]) -> list[RuledCell]:
    """The cells of a row; words over several columns make one cell of these."""
    placed = [
        (_column(segment.left + 1, xs), _column(segment.right - 1, xs), segment)
        for line in row
        for segment in line.segments
    ]
    spans = merged([(float(first), last + 0.5) for first, last, _ in placed])
    starts = {int(left): int(right) for left, right in spans}
    cells: list[RuledCell] = []
    column = 0
    while column < len(xs) - 1:
        last = starts.get(column, column)
        glyphs = [g for a, b, s in placed if column <= a and b <= last for g in s.glyphs]
        cells.append(RuledCell(number, column, 1, last - column + 1, glyphs))
        column = last + 1
    return cells


def _column(x: float, xs: Sequence[float]) -> int:
    return min(max(sum(at <= x for at in xs) - 1, 0), len(xs) - 2)
