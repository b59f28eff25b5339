"""Widths of text on the grid, in characters (字), as they are before any font is known.

A Chinese character or mark takes one cell, a letter or digit half a one, as the faces that the
standard means have them. Where Chinese and western characters meet there is no gap: it would leave
the grid, and who searches or copies the text of a page would find a space in 2021年.
"""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

FOREIGN_GAP = 0.2  # 字 that LibreOffice sets there all the same, whatever a file says
_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
MEETINGS = re.compile(f"(?<=[A-Za-z0-9])(?=[{_HAN}])|(?<=[{_HAN}])(?=[A-Za-z0-9])")


class _Widths(dict[str, float]):
    """Character → width, filled as characters are met."""

    def __missing__(self, character: str) -> float:
        width = self[character] = nominal_width(character)
        return width


def nominal_width(character: str) -> float:
    """The width of one character; nothing for what is drawn on the one before."""
    if category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if is_wide(character) else 0.5


def is_wide(character: str) -> bool:
    """Whether a character takes a whole cell in Chinese text: 国 ， “ — ① but not A, 1, %."""
    return east_asian_width(character) in "WFA"


WIDTHS = _Widths()


def cells(text: str) -> float:
    """The width of a text on one line, in characters."""
    return sum(map(WIDTHS.__getitem__, text))
