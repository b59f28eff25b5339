"""The ink of whole pages, drawn coarsely: enough to see whether anything stands in a margin."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from numpy.typing import NDArray

from tests.interop.ink import Box
from tests.interop.rings import Ring, rings
from tests.interop.standard import LONG_SIDE

DPI = 144
PIXEL = 25.4 / DPI
RING_DPI = 200
RED, PALE = 0xC0, 0x80  # at least so much red, at most so much of the others
ABOVE_NUMBER = 265.0  # mm: what stands lower on the portrait sheet is the page number
DARK = 0xC0  # a grey pixel of a glyph's edge is ink as well


@cache
def ink_of_pages(pdf: Path, numbers: bool = False) -> list[Box | None]:
    """The extent of the ink of each page, its number left out unless it is asked for."""
    with pypdfium2.PdfDocument(str(pdf)) as document:
        return [_ink(page, numbers) for page in document]


def _ink(page: Any, numbers: bool) -> Box | None:
    pixels: NDArray[np.uint8] = page.render(scale=DPI / 72, grayscale=True).to_numpy()
    mask = pixels.reshape(pixels.shape[:2]) < DARK
    left = 0
    if not numbers and mask.shape[0] > mask.shape[1]:
        mask = mask[: round(ABOVE_NUMBER / PIXEL)]
    elif not numbers:
        left = round((LONG_SIDE - ABOVE_NUMBER) / PIXEL)
        mask = mask[:, left:]
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    return Box(
        top=float(rows[0]) * PIXEL,
        bottom=float(rows[-1] + 1) * PIXEL,
        left=float(left + columns[0]) * PIXEL,
        right=float(left + columns[-1] + 1) * PIXEL,
    )


def rings_of_page(pdf: Path, page: int, diameter: float, below: float) -> list[Ring]:
    """The red circles of a page below a line: the characters of a mark would be taken for some."""
    with pypdfium2.PdfDocument(str(pdf)) as document:
        drawn: Any = document[page - 1]
        pixels: NDArray[np.uint8] = drawn.render(scale=RING_DPI / 72).to_numpy()
    blue, green, red = (pixels[:, :, channel] for channel in range(3))
    mask = (red >= RED) & (green <= PALE) & (blue <= PALE)
    mask[: round(below / 25.4 * RING_DPI)] = False
    return rings(mask, 25.4 / RING_DPI, diameter)
