"""The shape of a centred title of several lines (GB/T 9704-2012, 7.3.1)."""

from collections.abc import Sequence
from itertools import pairwise

from .glyphs import Row
from .standard import POINT, TITLE_SIZE

SAME_WIDTH = TITLE_SIZE * POINT / 2
"""Two lines whose widths differ by less than half a character look equally long."""


def well_shaped(lines: Sequence[Row]) -> bool:
    """Whether the lines make a 梯形 (ever longer or ever shorter) or a 菱形 (longest inside).

    A rectangle and an hourglass are neither; one line has no shape to spoil.
    """
    widths = [line.x1 - line.x0 for line in lines]
    steps = [lower - upper for upper, lower in pairwise(widths)]
    if any(abs(step) < SAME_WIDTH for step in steps):
        return False
    grows = [step > 0 for step in steps]
    return all(grows) or grows == sorted(grows, reverse=True)
