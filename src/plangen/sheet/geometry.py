"""Page, type area and grid of GB/T 9704-2012 (clauses 5.1, 5.2), and the profiles that realise it.

The standard measures to the glyph; a word processor measures to the line box. GB/T 33476.2-2016
therefore gives margins that are half a leading smaller, so that the glyphs come to lie where
GB/T 9704 wants them. Lengths are in millimetres, sizes and tracking in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MM_PER_POINT = 25.4 / 72
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36_000

PAGE_WIDTH = 210.0  # 5.1: A4
PAGE_HEIGHT = 297.0
TYPE_LEFT = 28.0  # 5.2.1: 订口
TYPE_TOP = 37.0  # 5.2.1: 天头
TYPE_WIDTH = 156.0  # 5.2.1: 版心
TYPE_HEIGHT = 225.0
TYPE_RIGHT = TYPE_LEFT + TYPE_WIDTH
TYPE_BOTTOM = TYPE_TOP + TYPE_HEIGHT

LINES = 22  # 5.2.3: lines a page
CHARACTERS = 28  # 5.2.3: characters a line
CELL = TYPE_WIDTH / CHARACTERS  # 3.1: 一字

MARK_TOP = TYPE_TOP + 35.0  # 7.2.4: upper edge of the mark's ink
RULE_GAP = 4.0  # 7.2.7: red rule below 发文字号
RULE_THICKNESS = 0.35  # no clause fixes it; 0.35 to 0.5 is practice
PAGE_NUMBER_CENTRE = TYPE_BOTTOM + 7.0  # 7.5: the middle of the dash, from the page's top
RED = "FF0000"  # 7.2.4, 7.2.7

ORDER_MARK_TOP = TYPE_TOP + 20.0  # 10.2: upper edge of the ink of a 命令's mark
LETTER_MARK_TOP = 30.0  # 10.1: and of a 信函's
DOUBLE_RULE_LENGTH = 170.0  # 10.1
DOUBLE_RULE_LEFT = (PAGE_WIDTH - DOUBLE_RULE_LENGTH) / 2  # 10.1: 居中, on the page
DOUBLE_RULE_GAP = 4.0  # 10.1: first double rule below the mark
DOUBLE_RULE_FOOT = PAGE_HEIGHT - 20.0  # 10.1: the second one
DOUBLE_RULE_THICK = 2.25 * MM_PER_POINT  # no clause fixes these three; practice
DOUBLE_RULE_THIN = 0.75 * MM_PER_POINT
DOUBLE_RULE_WHITE = 1.0 * MM_PER_POINT
BELOW_DOUBLE_RULE = 4.84  # 10.1, GB/T 33476.2: 7/8 of a 3号 glyph, rule to the first element


@dataclass(frozen=True, slots=True)
class Profile:
    """One realisation of the grid by a word processor.

    Margins in mm; ``pitch`` is the line step and ``tracking`` the correction of each character's
    width, both in twips, the unit in which word processors keep them.
    """

    name: str
    top: float
    bottom: float
    pitch: int
    tracking: int = -5  # 28 characters of 16 pt need -4.14; -4 leaves room for 27 only
    clause: str = ""

    @property
    def left(self) -> float:
        """订口: the left margin."""
        return TYPE_LEFT

    @property
    def right(self) -> float:
        """切口: the right margin."""
        return PAGE_WIDTH - TYPE_RIGHT

    @property
    def line(self) -> float:
        """一行 as this profile sets it, in mm."""
        return self.pitch / TWIPS_PER_MM

    def leading(self, size: float) -> float:
        """The white above, and below, glyphs of ``size`` points in a line, in mm."""
        return (self.line - size * MM_PER_POINT) / 2

    def rule_space(self, size: float) -> int:
        """Whole points from the line box of glyphs of ``size`` points down to the red rule."""
        return round((RULE_GAP - self.leading(size) + INK_LOW) / MM_PER_POINT)

    @property
    def raised(self) -> float:
        """How much higher than the type area the word processor's text area begins, in mm."""
        return TYPE_TOP - self.top

    @property
    def body_bottom(self) -> float:
        """Where the word processor's text area ends, in mm from the page's top."""
        return PAGE_HEIGHT - self.bottom


# Faces of 仿宋 draw their glyphs a little below the middle of the em square: with margins that much
# higher, still within a tenth of a millimetre of GB/T 33476.2, the ink keeps to 37 to 262 ± 1 mm.
DRAWN_LOW = 0.1
INK_LOW = 0.6  # and their ink ends so much nearer to the line's lower edge

PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile(
                "gb33476", 34.58 - DRAWN_LOW, 32.58 + DRAWN_LOW, 592, clause="GB/T 33476.2-2016 6.2"
            ),
            Profile("nominal", 37.0, 35.0, 579, clause="GB/T 9704-2012 5.2.1"),
        )
    }
)
DEFAULT_PROFILE = "gb33476"
