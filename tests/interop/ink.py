"""The ink of a PDF page, measured in a drawing of it, in mm from the page's top left."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from numpy.typing import NDArray

from .rings import Mask, Ring, rings
from .standard import POINT

Colour = Literal["black", "red"]

DPI = 600
PIXEL = 25.4 / DPI
LOUPE_DPI = 9600
"""A filled box is drawn on whole pixels: only small pixels show a rule's true thickness."""
RING_DPI = 200
"""A circle is fitted to hundreds of pixels: it need not be drawn finely to be measured so."""
LOUPE = 1.0
"""Half the side of the square that the loupe shows, in mm."""
RULE_LENGTH = 100.0
"""A horizontal stroke of at least this is a rule: no glyph and no underline is as long."""


@dataclass(frozen=True, slots=True)
class Box:
    """The extent of some ink."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal stroke."""

    top: float
    bottom: float
    left: float
    right: float

    @property
    def y(self) -> float:
        """The centre line."""
        return (self.top + self.bottom) / 2

    @property
    def thickness(self) -> float:
        return self.bottom - self.top

    @property
    def length(self) -> float:
        return self.right - self.left


class Ink:
    """One drawn page."""

    def __init__(self, pdf: Path, page: int) -> None:
        """Show *page*, counted from 1; it is drawn when something is first asked of the whole."""
        self._pdf, self._page = pdf, page

    @cached_property
    def _masks(self) -> dict[Colour, Mask]:
        return self._draw(DPI)

    def _draw(self, dpi: int, window: Box | None = None) -> dict[Colour, Mask]:
        with pypdfium2.PdfDocument(str(self._pdf)) as document:
            page: Any = document[self._page - 1]
            width, height = page.get_size()
            crop = (0.0, 0.0, 0.0, 0.0)
            if window is not None:
                crop = (
                    window.left / POINT,
                    height - window.bottom / POINT,
                    width - window.right / POINT,
                    window.top / POINT,
                )
            pixels: NDArray[np.uint8] = page.render(scale=dpi / 72, crop=crop).to_numpy()
            blue, green, red = (pixels[:, :, channel] for channel in range(3))
            # Half-covered edge pixels stand at 0x80, so both masks end where the shape ends.
            return {
                "black": (red < 0x80) & (green < 0x80) & (blue < 0x80),
                "red": (red >= 0xC0) & (green <= 0x80) & (blue <= 0x80),
            }

    def box(
        self,
        colour: Colour,
        *,
        top: float = 0,
        bottom: float = 1000,
        left: float = 0,
        right: float = 1000,
    ) -> Box | None:
        """The extent of the ink of a colour inside a window of the page; None without ink."""
        y, x = max(0, round(top / PIXEL)), max(0, round(left / PIXEL))
        part = self._masks[colour][y : round(bottom / PIXEL), x : round(right / PIXEL)]
        rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
        if not len(rows):
            return None
        return Box(
            top=float(y + rows[0]) * PIXEL,
            bottom=float(y + rows[-1] + 1) * PIXEL,
            left=float(x + columns[0]) * PIXEL,
            right=float(x + columns[-1] + 1) * PIXEL,
        )

    def box_near(self, colour: Colour, window: Box) -> Box | None:
        """What :meth:`box` says of a small window, without a drawing of the whole page."""
        mask = self._draw(DPI, window)[colour]
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        if not len(rows):
            return None
        return Box(
            top=window.top + float(rows[0]) * PIXEL,
            bottom=window.top + float(rows[-1] + 1) * PIXEL,
            left=window.left + float(columns[0]) * PIXEL,
            right=window.left + float(columns[-1] + 1) * PIXEL,
        )

    def rules(self, colour: Colour, *, shortest: float = RULE_LENGTH) -> list[Rule]:
        """The horizontal rules of a colour, from top to bottom."""
        mask = self._masks[colour]
        long_rows = np.flatnonzero(mask.sum(axis=1) * PIXEL >= shortest)
        bands = np.split(long_rows, np.flatnonzero(np.diff(long_rows) > 1) + 1)
        rules = [self._rule(colour, mask, band) for band in bands if len(band)]
        return [rule for rule in rules if rule is not None]

    def rings(self, colour: Colour, diameter: float) -> list[Ring]:
        """The circles of about *diameter* mm, from the top, then from the left."""
        return rings(self._draw(RING_DPI)[colour], 25.4 / RING_DPI, diameter)

    def _rule(self, colour: Colour, mask: Mask, band: NDArray[np.intp]) -> Rule | None:
        first, last = int(band[0]), int(band[-1])
        columns = np.flatnonzero(mask[first : last + 1].any(axis=0))
        left, right = int(columns[0]), int(columns[-1]) + 1
        if len(columns) < 0.99 * (right - left):
            return None  # a row of many glyphs, not one stroke
        top, bottom = self._seen_through_loupe(
            colour, x=(left + right) / 2 * PIXEL, y=(first + last + 1) / 2 * PIXEL
        )
        return Rule(top=top, bottom=bottom, left=left * PIXEL, right=right * PIXEL)

    def _seen_through_loupe(self, colour: Colour, *, x: float, y: float) -> tuple[float, float]:
        window = Box(top=y - LOUPE, bottom=y + LOUPE, left=x - LOUPE, right=x + LOUPE)
        mask = self._draw(LOUPE_DPI, window)[colour]
        middle = len(mask) // 2
        gaps = np.flatnonzero(~mask[:, mask.shape[1] // 2])
        above, below = gaps[gaps < middle], gaps[gaps >= middle]
        pixel = 25.4 / LOUPE_DPI
        first = int(above[-1]) + 1 if len(above) else 0
        last = int(below[0]) if len(below) else len(mask)
        return window.top + first * pixel, window.top + last * pixel
