"""Pages whose text is turned by a quarter: landscape tables bound into upright documents."""

from __future__ import annotations

from dataclasses import replace
from math import pi

from plangen.readers.pdf.marks import Glyph, Rule, Sheet

_TOLERANCE = 0.05  # radians


def quarter_turns(angle: float) -> int | None:
    """By how many quarters a character is turned clockwise, 0 to 3; None for any other angle."""
    turns = round(angle / (pi / 2))
    return turns % 4 if abs(angle - turns * pi / 2) <= _TOLERANCE else None


def turned_upright(sheet: Sheet, turns: int) -> Sheet:
    """The page turned so that its text runs from left to right."""
    for _ in range(turns):
        sheet = _quarter_turned(sheet)
    return sheet


def _quarter_turned(sheet: Sheet) -> Sheet:
    """The page turned anticlockwise by a quarter: (x, y) → (height − y, x)."""
    height = sheet.height
    return replace(
        sheet,
        width=sheet.height,
        height=sheet.width,
        glyphs=[_turned(glyph, height) for glyph in sheet.glyphs],
        across=[Rule(rule.at, height - rule.end, height - rule.start) for rule in sheet.upright],
        upright=[Rule(height - rule.at, rule.start, rule.end) for rule in sheet.across],
    )


def _turned(glyph: Glyph, height: float) -> Glyph:
    left, right = height - glyph.top, height - glyph.bottom
    return Glyph(glyph.text, left, right, glyph.left, glyph.right, glyph.size)
