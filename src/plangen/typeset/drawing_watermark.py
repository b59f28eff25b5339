"""Drawing the watermark of a draft in the middle of a page, below everything else."""

from __future__ import annotations

from plangen.pages.marks import Page
from plangen.sheet.geometry import MM_PER_POINT
from plangen.sheet.watermark import WATERMARK, WATERMARK_GREY, WATERMARK_ROLE, WATERMARK_SIZE
from plangen.typeset.pen import Ink, Pen, baseline

SQUARE = WATERMARK_SIZE * MM_PER_POINT  # mm: a character's own square


def draw_watermark(page: Page, pen: Pen) -> None:
    """It belongs to no element, so that it is not read aloud; drawn first, it lies behind."""
    begins = [number * SQUARE for number in range(len(WATERMARK))]
    left = (page.width - SQUARE * len(WATERMARK)) / 2
    base = baseline((page.height - SQUARE) / 2, SQUARE, WATERMARK_SIZE)
    ink = Ink(WATERMARK_ROLE, WATERMARK_SIZE, WATERMARK_GREY)
    pen.draw(page, WATERMARK, begins, left, base, ink)
