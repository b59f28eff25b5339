"""Tables without upright rules: their columns are the white that goes on from line to line."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.readers.pdf.bands import ruled
from plangen.readers.pdf.bare import unruled
from plangen.readers.pdf.marks import Glyph, Rule
from plangen.readers.pdf.rows import rows_of
from plangen.readers.pdf.segments import Ending, SegmentLine, merged, same_white, segment_lines
from plangen.readers.pdf.stretches import Stretch
from plangen.readers.pdf.tables import Ruled, RuledCell

_TOP_LINES = 4  # of a page, in which a table of the page before may go on


def aligned_tables(
    glyphs: Sequence[Glyph], across: Sequence[Rule], before: Ending | None
) -> tuple[list[Ruled], list[Glyph]]:
    """The tables that rules alone or nothing but white show, and the characters outside them.

    ``across`` are the horizontal rules that belong to no grid. ``before`` is how such a table ends
    the page before: it may go on with a single row.
    """
    lines = segment_lines(glyphs)
    stretches = list(ruled(lines, across, before.white if before else ()))
    taken = {id(line) for stretch in stretches for line in stretch.lines}
    rest = [line for line in lines if id(line) not in taken]
    top = next((n for n, line in enumerate(lines[:_TOP_LINES]) if id(line) in taken), _TOP_LINES)
    stretches += unruled(rest, before if before and before.is_open else None, top)
    inside = {
        id(glyph)
        for stretch in stretches
        for line in stretch.lines
        for segment in line.segments
        for glyph in segment.glyphs
    }
    return [_table(one, before) for one in stretches], [g for g in glyphs if id(g) not in inside]


def _table(stretch: Stretch, before: Ending | None) -> Ruled:
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
