"""The objects of an OFD page (GB/T 33190-2016, 9 and 11) → characters and rules, in points."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.readers.archives import Element
from plangen.readers.pdf.marks import POINTS, THIN, Glyph, Rule

_MOST_REPEATS = 10_000  # distances that one "g" of DeltaX stands for
_ASCENT = 0.86  # of the size: how far a character reaches above its baseline
_SHORTEST_RULE = 6.0  # points
_MOST_STROKES = 20_000  # of one path
_AS_IT_IS = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Commands of a path that draw something else than a straight line: how many numbers they take.
_OTHER = {"Q": 4, "B": 6, "A": 7}


class _Frame:
    """How the measures inside an object become points of the page, from its lower left corner."""

    def __init__(self, element: Element, height: float) -> None:
        box = [*numbers(element.get("Boundary") or ""), 0.0, 0.0]
        matrix = numbers(element.get("CTM") or "")
        self._left, self._top = box[0], height - box[1]
        self._matrix = tuple(matrix) if len(matrix) == 6 else _AS_IT_IS
        a, b, c, d = self._matrix[:4]
        self.wide = (a * a + b * b) ** 0.5 or 1.0
        self.high = (c * c + d * d) ** 0.5 or 1.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._matrix
        return (
            (self._left + a * x + c * y + e) * POINTS,
            (self._top - b * x - d * y - f) * POINTS,
        )


def glyphs_of(text: Element, height: float) -> Iterator[Glyph]:
    """The characters of a text object on a page of a height in mm (11.3).

    Each stands right of the one before by its delta, and lower by that of the other way.
    """
    frame = _Frame(text, height)
    size = (numbers(text.get("Size") or "") or [0.0])[0] or 1.0
    scale = (numbers(text.get("HScale") or "") or [1.0])[0]
    x = y = 0.0
    for code in text.iter("{*}TextCode"):
        x = (numbers(code.get("X") or "") or [x])[0]
        y = (numbers(code.get("Y") or "") or [y])[0]
        across, down = _deltas(code.get("DeltaX") or ""), _deltas(code.get("DeltaY") or "")
        has_steps = bool(code.get("DeltaX"))
        at_x, at_y = x, y
        for character in code.text or "":
            wide = size * scale * (0.5 if character.isascii() else 1.0)
            left, base = frame.at(at_x, at_y)
            tall = size * frame.high * POINTS
            top = base + tall * _ASCENT
            right = left + wide * frame.wide * POINTS
            yield Glyph(character, left, right, top - tall, top, tall)
            at_x += next(across, wide if has_steps or not code.get("DeltaY") else 0.0)
            at_y += next(down, 0.0)


def rules_of(path: Element, height: float) -> Iterator[tuple[Rule, bool]]:
    """The strokes of a path along or across the page (9.3), and whether each is upright."""
    frame = _Frame(path, height)
    data = next(path.iter("{*}AbbreviatedData"), None)
    for (x0, y0), (x1, y1) in _strokes((data.text or "") if data is not None else ""):
        left, low = frame.at(x0, y0)
        right, high = frame.at(x1, y1)
        if abs(high - low) <= THIN and abs(right - left) >= _SHORTEST_RULE:
            yield Rule((low + high) / 2, min(left, right), max(left, right)), False
        elif abs(right - left) <= THIN and abs(high - low) >= _SHORTEST_RULE:
            yield Rule((left + right) / 2, min(low, high), max(low, high)), True


Point = tuple[float, float]


def _strokes(data: str) -> Iterator[tuple[Point, Point]]:
    here = first = (0.0, 0.0)
    words = iter(data.split(maxsplit=_MOST_STROKES * 3)[: _MOST_STROKES * 3])
    for command in words:
        if command == "C":
            yield here, first
            here = first
            continue
        count = _OTHER.get(command, 2)
        values = numbers(" ".join(word for _, word in zip(range(count), words, strict=False)))
        if len(values) < count:
            return
        point = values[-2], values[-1]
        if command == "L":
            yield here, point
        elif command in ("M", "S"):
            first = point
        here = point


def _deltas(text: str) -> Iterator[float]:
    """The distances of characters; ``g 3 5.0`` stands for three of 5.0."""
    words = iter(text.split())
    for word in words:
        if word != "g":
            yield from numbers(word)
            continue
        count = next(words, "0")
        value = numbers(next(words, ""))
        if count.isdecimal() and len(count) < 6 and value:
            yield from value * min(int(count), _MOST_REPEATS)


def numbers(text: str) -> list[float]:
    """The numbers of a list; none where any of them is no number, or beyond all pages."""
    found = []
    for word in text.split():
        try:
            number = float(word)
        except ValueError:
            return []
        if not abs(number) < 1e6:
            return []
        found.append(number)
    return found
