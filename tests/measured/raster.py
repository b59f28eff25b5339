"""The ink of whole pages, drawn coarsely: enough to see whether anything stands in a margin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from numpy.typing import NDArray

from tests.interop.ink import Box
from tests.interop.rings import Ring, rings

DPI = 144
PIXEL = 25.4 / DPI
RING_DPI = 200
RED, PALE = 0xC0, 0x80  # at least so much red, at most so much of the others
DARK = 0xC0  # a grey pixel of a glyph's edge is ink as well


def ink_of_pages(pdf: Path, above: float = 297.0, right_of: float = 0.0) -> list[Box | None]:
    """The extent of all ink of each page, above and right of lines in mm; None on a blank one."""
    with pypdfium2.PdfDocument(str(pdf)) as document:
        return [_ink(page, above, right_of) for page in document]


def _ink(page: Any, above: float, right_of: float) -> Box | None:
    pixels: NDArray[np.uint8] = page.render(scale=DPI / 72).to_numpy()
    mask = pixels.min(axis=2) < DARK
    left = round(right_of / PIXEL)
    mask = mask[: round(above / PIXEL), left:]
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
