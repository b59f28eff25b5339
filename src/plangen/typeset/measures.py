"""How wide characters are: by the grid alone, or by the fonts that were found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol
from unicodedata import east_asian_width

from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import CELL, MM_PER_POINT
from plangen.sheet.styles import RUN_STYLES, SIZE_3, STYLES
from plangen.sheet.widths import WIDTHS

WidthOf = Callable[[str], float]


class Measures(Protocol):
    """Widths of characters in 字 of their own size, for each class of type."""

    def width_of(self, role: FontRole) -> WidthOf:
        """What gives the width of a character in a role."""
        ...


class GridMeasures:
    """Widths as the grid has them, whatever font is installed: those of a file for Word or WPS."""

    def width_of(self, role: FontRole) -> WidthOf:
        """The nominal widths; they are the same in every role."""
        return WIDTHS.__getitem__


class _FontWidths(dict[str, float]):
    """Chinese characters and marks fill their cell; others are as wide as the font has them.

    Marks that western fonts have too (‰, …) may be wider than a cell.
    """

    def __init__(self, fonts: Fonts, role: FontRole) -> None:
        super().__init__()
        self._fonts, self._role = fonts, role

    def __missing__(self, character: str) -> float:
        width = WIDTHS[character]
        if 0.0 < width < 1.0 or east_asian_width(character) == "A":
            face, glyph = self._fonts.glyph(self._role, character)
            width = face.advance(glyph) if width < 1.0 else max(width, face.advance(glyph))
        self[character] = width
        return width


class FontMeasures:
    """Widths as the fonts have them that will draw the characters."""

    def __init__(self, fonts: Fonts) -> None:
        self._widths = {role: _FontWidths(fonts, role) for role in FontRole}

    def width_of(self, role: FontRole) -> WidthOf:
        """The widths of the font, or the fallback fonts, of a role."""
        return self._widths[role].__getitem__


def em(size: float) -> float:
    """字: the width that a character of so many points takes on a line, in mm.

    Characters of 3号 stand on the grid of 28 a line (5.2.3); others keep the width of their size.
    """
    return CELL if size == SIZE_3 else size * MM_PER_POINT


def role_of(style: str) -> FontRole:
    """The class of type of a style, a line's or a run's own."""
    return STYLES[style].font if style in STYLES else RUN_STYLES[style][1]
