"""Circles in the ink of a page: the outlines of seals, dashed or drawn through."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

CELL = 0.5
"""Side of a square of the coarse search, in mm."""
BAND = 1.0
"""Ink this near to the circle that is looked for belongs to it, in mm."""
SECTORS = 72
INKED = 0.6
"""A circle shows ink in at least this share of its sectors; dashes leave none of them empty."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle: its centre in mm from the page's top left, and its diameter."""

    x: float
    y: float
    diameter: float

    def gap(self, other: "Ring") -> float:
        """The distance between two circles; not positive where they touch or overlap."""
        apart = float(np.hypot(self.x - other.x, self.y - other.y))
        return apart - (self.diameter + other.diameter) / 2


def rings(mask: Mask, pixel: float, diameter: float) -> list[Ring]:
    """The circles of about *diameter* mm in a mask, from the top, then from the left.

    Where a circle may be is found by letting every inked cell vote for the centres at that
    distance; then the circle is fitted to its own ink, so that its diameter is a measurement.
    """
    ys, xs = np.nonzero(mask)
    points = np.column_stack((xs + 0.5, ys + 0.5)) * pixel
    found: list[Ring] = []
    while len(points):
        centre = _most_voted(points, diameter / 2)
        near = np.abs(np.hypot(*(points - centre).T) - diameter / 2) < BAND
        if not _goes_round(points[near] - centre):
            break
        ring = _fitted(points[near])
        found.append(ring)
        points = points[~near]
    return sorted(found, key=lambda ring: (round(ring.y), ring.x))


def _most_voted(points: Floats, radius: float) -> Floats:
    cells = np.floor(points / CELL).astype(np.intp)
    margin = int(radius / CELL) + 2
    rows, columns = (int(cells[:, axis].max()) + 2 * margin for axis in (1, 0))
    ink = np.zeros((rows, columns))
    ink[cells[:, 1], cells[:, 0]] = 1
    angles = np.linspace(0, 2 * np.pi, int(2 * np.pi * radius / CELL * 2), endpoint=False)
    circle = np.zeros((rows, columns))
    offsets = np.rint(radius / CELL * np.array([np.sin(angles), np.cos(angles)])).astype(np.intp)
    circle[offsets[0], offsets[1]] = 1  # negative offsets count from the far edge, as FFT does
    votes = np.fft.irfft2(np.fft.rfft2(ink) * np.fft.rfft2(circle), s=ink.shape)
    y, x = np.unravel_index(int(np.argmax(votes)), votes.shape)
    return np.array([x + 0.5, y + 0.5]) * CELL


def _goes_round(offsets: Floats) -> bool:
    sectors = np.floor(np.arctan2(offsets[:, 1], offsets[:, 0]) / (2 * np.pi) * SECTORS)
    return len(np.unique(sectors)) >= INKED * SECTORS


def _fitted(points: Floats) -> Ring:
    """The circle with the least squares through *points*: x² + y² = 2ax + 2by + c."""
    left = np.column_stack((2 * points, np.ones(len(points))))
    a, b, c = np.linalg.lstsq(left, (points**2).sum(axis=1), rcond=None)[0]
    return Ring(float(a), float(b), 2 * float(np.sqrt(c + a * a + b * b)))
