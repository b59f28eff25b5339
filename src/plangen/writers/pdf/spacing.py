"""How a run's glyphs come to stand where the typesetter put them (ISO 32000-1, 9.4.4).

A viewer moves on by a glyph's width and the tracking (Tc); where that is not enough, a number
between two strings moves the next glyph (TJ). Both are chosen so that no error adds up.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from plangen.pages.marks import GlyphRun
from plangen.writers.pdf.notation import POINTS_PER_MM

TOLERANCE = 0.003 * POINTS_PER_MM  # how far a glyph may stand from its place: 0.003 mm


class Spacing(NamedTuple):
    """The tracking of a run in points, and the moves before single glyphs: in thousandths of the
    size, to the left, by the glyph's place in the run.
    """

    tracking: float
    moves: dict[int, float]


class Spacer:
    """Finds the spacing of runs. Remembers which offsets are even: those of full lines are."""

    def __init__(self) -> None:
        self._steps: dict[tuple[float, ...], float | None] = {}

    def spacing(self, run: GlyphRun, widths: dict[int, int], tracking: float) -> Spacing:
        """The spacing of a run; of one glyph it is the ``tracking`` in force."""
        if len(run.glyphs) < 2:
            return Spacing(tracking, {})
        unit = round(run.size, 3) / 1000  # as the size is written
        points = POINTS_PER_MM / run.scale
        inner = [widths[glyph] for glyph in run.glyphs[:-1]]
        step = self._step(run.offsets)
        if step is not None and inner.count(inner[0]) == len(inner):
            return Spacing(round(step * points - inner[0] * unit, 4), {})
        places = [offset * points for offset in run.offsets]
        extras = [
            after - before - width * unit
            for (before, after), width in zip(pairwise(places), inner, strict=True)
        ]
        [(tracking, _)] = Counter([round(extra, 4) for extra in extras]).most_common(1)
        return Spacing(tracking, _moves(extras, tracking, unit))

    def _step(self, offsets: tuple[float, ...]) -> float | None:
        """The step of even offsets in mm; None where they are not even."""
        if offsets not in self._steps:
            self._steps[offsets] = _even_step(offsets)
        return self._steps[offsets]


def _even_step(offsets: tuple[float, ...]) -> float | None:
    step = offsets[-1] / (len(offsets) - 1)
    allowed = TOLERANCE / POINTS_PER_MM
    even = all(abs(offset - place * step) <= allowed for place, offset in enumerate(offsets))
    return step if even else None


def _moves(extras: list[float], tracking: float, unit: float) -> dict[int, float]:
    """Moves wherever what the tracking leaves over would be seen; their own rounding is carried."""
    moves = {}
    drift = 0.0
    for place, extra in enumerate(extras, 1):
        drift += extra - tracking
        if abs(drift) > TOLERANCE:
            moves[place] = move = round(-drift / unit, 2)
            drift += move * unit
    return moves
