"""发文机关标志 (7.2.4): the largest size at which the names fit, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plangen.document.elements import Form, Mark
from plangen.sheet.geometry import (
    LETTER_MARK_TOP,
    MARK_TOP,
    MM_PER_POINT,
    ORDER_MARK_TOP,
    TYPE_WIDTH,
)
from plangen.sheet.styles import LARGEST_MARK, SMALLEST_MARK

MARK_TOPS: Mapping[Form, float] = MappingProxyType(
    {"文件": MARK_TOP, "信函": LETTER_MARK_TOP, "命令": ORDER_MARK_TOP, "纪要": MARK_TOP}
)  # 7.2.4, 10.1 to 10.3
TALLEST = 75.0  # mm that a joint mark may take, so that page 1 still shows text (7.3.3)
LEADING = 1.25  # line step of stacked names, in their size
GAP = 0.5  # between names and 文件, in the names' size
INK_TOP = 0.845  # of the size: how far ink reaches above the baseline in 小标宋 faces
INK_BOTTOM = 0.08


@dataclass(frozen=True, slots=True)
class MarkLayout:
    """A mark set in lines: ``size`` and ``tracking`` (one a name) in points, lengths in mm.

    ``scale`` narrows characters (1.0 = natural) where even the smallest size is too wide.
    """

    names: tuple[str, ...]
    suffix: str
    size: float
    scale: float
    tracking: tuple[float, ...]
    names_width: float
    suffix_width: float
    line: float
    top: float = MARK_TOP

    @property
    def height(self) -> float:
        """From the top of the ink to its lower edge, in mm."""
        ink = (INK_TOP + INK_BOTTOM) * self.size * MM_PER_POINT
        return self.line * (len(self.names) - 1) + ink

    @property
    def bottom(self) -> float:
        """Where the ink ends, in mm from the page's top."""
        return self.top + self.height

    @property
    def first_baseline(self) -> float:
        """The first name's baseline, in mm from the page's top."""
        return self.top + INK_TOP * self.size * MM_PER_POINT


def mark_layout(mark: Mark, top: float = MARK_TOP) -> MarkLayout:
    """Set a mark: one line for one organ, stacked and spread names with 文件 beside for several."""
    joint = len(mark.organs) > 1
    names = mark.organs if joint else (mark.organs[0] + mark.suffix,)
    suffix = mark.suffix if joint else ""
    longest = max(len(name) for name in names)
    cells = longest + (len(suffix) + GAP if suffix else 0)
    fitting = TYPE_WIDTH * 0.98 / (cells * MM_PER_POINT)
    tall = TALLEST / (len(names) * LEADING * MM_PER_POINT)
    size = max(SMALLEST_MARK, min(LARGEST_MARK, fitting, tall))
    size = int(size * 2) / 2
    scale = min(1.0, int(fitting / size * 100) / 100)
    em = size * MM_PER_POINT
    return MarkLayout(
        names=names,
        suffix=suffix,
        size=size,
        scale=scale,
        tracking=tuple(_spread(name, longest, size * scale) for name in names),
        names_width=longest * em * scale,
        suffix_width=len(suffix) * em * scale,
        line=LEADING * em,
        top=top,
    )


def _spread(name: str, longest: int, size: float) -> float:
    """Points between characters that stretch a name to the longest one's width."""
    return (longest - len(name)) * size / (len(name) - 1) if len(name) > 1 else 0.0
