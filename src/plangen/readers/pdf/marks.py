"""What stands on a page of a PDF, in points from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass

POINTS = 72 / 25.4  # in a mm
THIN = 1.5  # points: a rule may be drawn as a filled box of this height


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
    pictures: int = 0
    remarks: int = 0  # of readers, laid over the page
    unseen: int = 0  # fields that are filled in and not shown
