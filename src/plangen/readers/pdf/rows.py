"""Lines of a table → its rows: by rules, by the white between lines, or by the first column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plangen.readers.pdf.segments import SegmentLine

_ENOUGH_RULES = 4  # so many part every row; two or three part the head and the rest
_WIDER = 1.25  # times the least distance of lines: rows are parted by white


def rows_of(
    lines: Sequence[SegmentLine], ys: Sequence[float], label_end: float
) -> list[list[SegmentLine]]:
    """The rows of a table, from the top.

    ``ys`` are its rules, ``label_end`` is where its first column ends. Between four rules and more
    every band is a row; of two bands the first is the head.
    """
    bands = [[line for line in lines if a > line.middle > b] for a, b in pairwise(ys)]
    if len(ys) >= _ENOUGH_RULES:
        return [band for band in bands if band]
    head = bands[:1] if len(bands) == 2 else []
    rest = [band for band in bands[len(head) :] if band] if bands else [list(lines)]
    return [*head, *(row for band in rest for row in _parted(band, label_end))]


def _parted(lines: Sequence[SegmentLine], label_end: float) -> list[list[SegmentLine]]:
    """Rows that no rule parts: white parts them, or each begins with a word in the first column."""
    if not lines:
        return []
    labelled = [line.segments[0].left < label_end for line in lines]
    apart = [a.middle - b.middle for a, b in pairwise(lines)]
    least = min(apart, default=0.0)
    by_white = _split(lines, [True, *(distance > _WIDER * least for distance in apart)])
    known = {id(line) for line, is_labelled in zip(lines, labelled, strict=True) if is_labelled}
    if len(by_white) > 1 and all(any(id(line) in known for line in row) for row in by_white):
        return by_white
    return _split(lines, labelled)


def _split(lines: Sequence[SegmentLine], begins: Sequence[bool]) -> list[list[SegmentLine]]:
    rows: list[list[SegmentLine]] = []
    for line, is_first in zip(lines, begins, strict=True):
        if is_first or not rows:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows
