"""What GB/T 9704-2012 says, in mm from the page's top left, for the ruler and its users.

These numbers are typed in from the standard and from GB/T 33476.2-2016, on purpose apart from
the library's own: a wrong constant there must not be able to agree with itself here.
"""

from dataclasses import dataclass

POINT = 25.4 / 72
"""One typographic point in mm."""

LINES = 22
"""Lines of a full page (cl. 5.2.3)."""
CHARACTERS = 28
"""Characters of a full line (cl. 5.2.3)."""
CELL = 156 / 28
"""Width of one character of the type area, 字 (cl. 3.1)."""
LINE = 10.447
"""Height of one line, 行: (297 − 34.58 − 32.58) / 22, GB/T 33476.2."""
MARK_TOP = 72.0
"""Upper edge of the organ's mark: 35 below the type area's top (cl. 7.2.4)."""
RED_RULE_GAP = 4.0
"""From the document number to the red rule (cl. 7.2.7)."""
PAGE_NUMBER_CENTRE = 269.0
"""Centre of the page number's dash: 7 below the type area (cl. 7.5)."""
LETTER_MARK_TOP = 30.0
"""Upper edge of the mark of a 信函 (cl. 10.1)."""
ORDER_MARK_TOP = 57.0
"""Of a 命令: 20 below the type area's top (cl. 10.2)."""
DOUBLE_RULE_LENGTH = 170.0
"""The red double rules of a 信函, in the middle of the page (cl. 10.1)."""
DOUBLE_RULE_GAP = 4.0
"""From the mark of a 信函 to the first one (cl. 10.1)."""
DOUBLE_RULE_FOOT = 277.0
"""The second one: 20 above the page's foot (cl. 10.1)."""
BELOW_DOUBLE_RULE = 4.84
"""From the first one to the elements: 7/8 of a 3号 glyph (cl. 10.1, GB/T 33476.2)."""
THICK_RULE = 0.35
"""First and last rule of the imprint, 版记 (cl. 7.4.1)."""
THIN_RULE = 0.25
"""The rules between them (cl. 7.4.1)."""
TITLE_SIZE = 22.0
"""2号, in points (cl. 7.3.1)."""
BODY_SIZE = 16.0
"""3号, in points (cl. 5.2.2)."""
SHORT_SIDE = 210.0
LONG_SIDE = 297.0

NO_START = frozenset("。，、；：？！”’）》〉〕］｝】〗」』·～—-/%％‰℃°")
"""No line starts with these (GB/T 15834 5.1); a single — is a connector, —— is exempt."""
NO_END = frozenset("“‘（《〈〔［｛【〖「『/¥￥＄")
"""No line ends with these."""


@dataclass(frozen=True, slots=True)
class TypeArea:
    """版心: the box that the text of a page fills (cl. 5.2.1, 8)."""

    top: float
    bottom: float
    left: float
    right: float


PORTRAIT = TypeArea(top=37, bottom=262, left=28, right=184)
LANDSCAPE = TypeArea(top=28, bottom=184, left=35, right=260)
"""The portrait sheet turned a quarter clockwise (cl. 8)."""
