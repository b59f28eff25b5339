"""What stands on a page of a PDF, in points from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, its box and the size of its font. Blanks that the file draws are glyphs too."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along or across the page: from ``start`` to ``end`` at ``at``."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, its characters in the order of the file, and its ruling."""

    width: float
    height: float
    glyphs: list[Glyph]
    across: list[Rule]  # horizontal: at is the height
    upright: list[Rule]
    unreadable: int  # glyphs that no character belongs to
    turned: str  # characters that stand at an angle: watermarks
