"""The text of a PDF page as glyphs and rows, in mm from the page's top left."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .standard import POINT

SAME_ROW = 1.2
"""Baselines closer than this are one row: a raised dash or a 4号 word beside 3号 text."""
WIDE_GAP = 2.0
"""A gap of more ems than this parts two columns of a row."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character; x0 and x1 bound its advance along the line, not its ink."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    font: str
    turned: int
    """Quarter turns clockwise: 0, 1 (reads downwards), 2, or -1 (reads upwards)."""


@dataclass(frozen=True, slots=True)
class Row:
    """The upright glyphs of one baseline, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def baseline(self) -> float:
        return max(glyph.baseline for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The largest size in the row, in points."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def top(self) -> float:
        """The upper edge of the em box, where it stands 0.88 em above the baseline."""
        return self.baseline - 0.88 * self.size * POINT

    @property
    def bottom(self) -> float:
        """The lower edge of the em box, 0.12 em below the baseline."""
        return self.baseline + 0.12 * self.size * POINT

    def columns(self) -> list["Row"]:
        """The row cut at its wide gaps: the cells of a table, or a name and a date."""
        parts: list[list[Glyph]] = [[self.glyphs[0]]]
        for left, right in pairwise(self.glyphs):
            if right.x0 - left.x1 > WIDE_GAP * min(left.size, right.size) * POINT:
                parts.append([])
            parts[-1].append(right)
        return [Row(tuple(part)) for part in parts]


def glyph_of(char: dict[str, Any], page_height: float) -> Glyph:
    """One of pdfplumber's characters; *page_height* is in points.

    pdfplumber's own box hangs on the font's ascent, which every font states otherwise; the
    text matrix holds the baseline itself.
    """
    a, b, _, _, e, f = char["matrix"]
    turned = _turned(a, b)
    if turned in (1, -1):
        edges = (char["top"] * POINT, char["bottom"] * POINT)
        baseline, size = e * POINT, char["width"]
    else:
        edges = (char["x0"] * POINT, char["x1"] * POINT)
        baseline, size = (page_height - f) * POINT, char["height"]
    return Glyph(
        text=char["text"],
        x0=edges[0],
        x1=edges[1],
        baseline=baseline,
        size=round(float(size), 3),
        font=char["fontname"].rpartition("+")[2],
        turned=turned,
    )


def _turned(a: float, b: float) -> int:
    if abs(b) > abs(a):
        return 1 if b < 0 else -1
    return 0 if a > 0 else 2


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Gather visible upright glyphs into rows, from the top of the page to its bottom."""
    upright = [glyph for glyph in glyphs if not glyph.turned and not glyph.text.isspace()]
    rows: list[list[Glyph]] = []
    for glyph in sorted(upright, key=lambda glyph: glyph.baseline):
        if not rows or glyph.baseline - rows[-1][0].baseline > SAME_ROW:
            rows.append([])
        rows[-1].append(glyph)
    return [Row(tuple(sorted(row, key=lambda glyph: glyph.x0))) for row in rows]
