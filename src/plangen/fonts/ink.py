"""The box that the ink of a glyph fills: where its curves reach, not where their handles lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ink:
    """The box that a glyph's ink fills, in em from the origin on the baseline; y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class InkPen:
    """Follows an outline in font units and keeps its extremes; the methods are those of a pen."""

    def __init__(self) -> None:
        self._at: Point = (0.0, 0.0)
        self._across: list[float] = []
        self._up: list[float] = []

    def moveTo(self, point: Point) -> None:
        """A new contour begins."""
        self._at = point
        self._reach(point)

    def lineTo(self, point: Point) -> None:
        """A straight line to a point."""
        self._at = point
        self._reach(point)

    def curveTo(self, first: Point, second: Point, end: Point) -> None:
        """A cubic curve to its end."""
        for values, axis in ((self._across, 0), (self._up, 1)):
            values += _cubic_extremes(self._at[axis], first[axis], second[axis], end[axis])
        self.lineTo(end)

    def qCurveTo(self, handle: Point, end: Point) -> None:
        """A quadratic curve to its end."""
        for values, axis in ((self._across, 0), (self._up, 1)):
            values += _quadratic_extremes(self._at[axis], handle[axis], end[axis])
        self.lineTo(end)

    def closePath(self) -> None:
        """The contour is closed."""

    def endPath(self) -> None:
        """The contour stays open."""

    def ink(self, em: float) -> Ink | None:
        """What the outline fills; None where there is none."""
        if not self._across or min(self._across) == max(self._across):
            return None
        edges = (min(self._across), min(self._up), max(self._across), max(self._up))
        left, bottom, right, top = (edge / em for edge in edges)
        return Ink(left, bottom, right, top)

    def _reach(self, point: Point) -> None:
        self._across.append(point[0])
        self._up.append(point[1])


def _quadratic_extremes(start: float, handle: float, end: float) -> Iterator[float]:
    """Where a quadratic curve turns between its ends."""
    bend = start - 2 * handle + end
    if bend:
        at = (start - handle) / bend
        if 0 < at < 1:
            yield (1 - at) ** 2 * start + 2 * at * (1 - at) * handle + at * at * end


def _cubic_extremes(start: float, first: float, second: float, end: float) -> Iterator[float]:
    """Where a cubic curve turns between its ends."""
    a = end - 3 * second + 3 * first - start
    b = 2 * (second - 2 * first + start)
    c = first - start
    for at in _roots(a, b, c):
        if 0 < at < 1:
            rest = 1 - at
            yield (
                rest**3 * start
                + 3 * rest * rest * at * first
                + 3 * rest * at * at * second
                + at**3 * end
            )


def _roots(a: float, b: float, c: float) -> Iterator[float]:
    """The solutions of ax² + bx + c = 0."""
    if abs(a) < 1e-9:
        if b:
            yield -c / b
        return
    square = b * b - 4 * a * c
    if square >= 0:
        yield (-b + sqrt(square)) / (2 * a)
        yield (-b - sqrt(square)) / (2 * a)
