"""Reading a table off a page: its rules part the glyphs into cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from tests.interop.glyphs import Row, glyph_of, rows_of
from tests.interop.standard import POINT

THIN = 0.6  # mm: a filled box that is thinner is a rule
LONG = 1.5  # mm: and one that is longer
SAME = 0.3  # mm: rules of neighbouring cells so near to each other are one


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell of a page: its row and column there, its edges in mm, and its lines."""

    row: int
    column: int
    left: float
    right: float
    lines: tuple[Row, ...]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


def cells_of(pdf: Path, page: int) -> list[SetCell]:
    """The cells of the tables on a page, row by row, that have a text."""
    with pdfplumber.open(pdf, pages=[page]) as document:
        (sheet,) = document.pages
        glyphs = [glyph_of(char, float(sheet.height)) for char in sheet.chars]
        boxes = [[box[key] * POINT for key in ("x0", "x1", "top", "bottom")] for box in sheet.rects]
    xs = _places([(x0 + x1) / 2 for x0, x1, top, end in boxes if _is_rule(x1 - x0, end - top)])
    ys = _places([(top + end) / 2 for x0, x1, top, end in boxes if _is_rule(end - top, x1 - x0)])
    found = defaultdict(list)
    for glyph in glyphs:
        row = bisect_right(ys, glyph.baseline - 1)
        column = bisect_right(xs, (glyph.x0 + glyph.x1) / 2)
        if not glyph.turned and 0 < row < len(ys) and 0 < column < len(xs):
            found[row, column].append(glyph)
    return [
        SetCell(row, column, xs[column - 1], xs[column], tuple(rows_of(inside)))
        for (row, column), inside in sorted(found.items())
    ]


def _is_rule(thickness: float, length: float) -> bool:
    return thickness < THIN and length > LONG


def _places(middles: list[float]) -> list[float]:
    places: list[float] = []
    for middle in sorted(middles):
        if not places or middle - places[-1] > SAME:
            places.append(middle)
    return places
