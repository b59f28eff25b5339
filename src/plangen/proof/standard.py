"""What GB/T 9704-2012 and GB/T 33476.2-2016 ask, in mm from a page's top left and in points.

The numbers are typed in from the standards, on purpose apart from those that the pages were set
with: a wrong constant there must not be able to agree with itself here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plangen.document.elements import Form

POINT = 25.4 / 72  # mm
SHORT_SIDE, LONG_SIDE = 210.0, 297.0  # 5.1: A4


@dataclass(frozen=True, slots=True)
class TypeArea:
    """版心 of a page as it is read (5.2.1; clause 8 for a page that is turned)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> float:
        """Half way between its left and right edges."""
        return (self.left + self.right) / 2


PORTRAIT = TypeArea(28.0, 37.0, 184.0, 262.0)
LANDSCAPE = TypeArea(35.0, 28.0, 260.0, 184.0)  # the sheet turned a quarter clockwise
WIDTH, HEIGHT = 156.0, 225.0  # 5.2.1
LINES, CHARACTERS = 22, 28  # 5.2.3
CELL = WIDTH / CHARACTERS  # 3.1: 一字
SQUARE_ABOVE = 0.88  # of the size: how far a character's square (字身) lies above the baseline

SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0  # points: 2号 (7.3.1), 3号 (5.2.2), 4号 (7.4, 7.5)
SIZE_TOLERANCE = 0.5
EDGE = 1.0  # mm: what 5.2.1 and 6.1 allow
INDENT_TOLERANCE = 0.6
LINE_TOLERANCE = 0.25  # of a line, where blank lines are counted
STEP_TOLERANCE = 0.1  # mm: lines of one text keep one step
LONGEST_STEP = 14.5  # mm: a step beyond this holds a blank line
SHORTEST_STEP = 8.5

MARK_TOPS: Mapping[Form, float] = MappingProxyType(
    {"文件": 72.0, "信函": 30.0, "命令": 57.0, "纪要": 72.0}
)  # 7.2.4, 10.1, 10.2, 10.3: upper edge of the mark's ink
RULE_GAP, RULE_GAP_TOLERANCE = 4.0, 0.5  # 7.2.7, 10.1
NUMBER_CENTRE = 269.0  # 7.5: 7 mm below the type area, to the middle of the dash
THICK, THIN, THICKNESS_TOLERANCE = 0.35, 0.25, 0.05  # 7.4.1
DOUBLE_LENGTH = 170.0  # 10.1
DOUBLE_FOOT = 277.0  # 10.1: 20 mm from the page's lower edge
BELOW_DOUBLE = 4.84  # 10.1, GB/T 33476.2: 7/8 of the height of a 3号 character
SMALL_CELL = SIZE_4 * POINT  # 一字 in the size of the element itself
# 7.4 and 7.5 leave open of which size the one 字 is: that of the element or that of the text.
ONE_CELL = (SMALL_CELL - 0.1, CELL + 0.1)

# GB/T 15834-2011 5.1.1 to 5.1.9
NO_START = frozenset("。，、；：？！”’）》〉〕］｝】〗」』·～—-/%％‰℃°")
NO_END = frozenset("“‘（《〈〔［｛【〖「『/¥￥＄")
WHOLE = ("——", "……")  # 5.1.4, 5.1.5: never split; a line may begin with them
