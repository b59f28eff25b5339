"""The pen: characters at their places become glyph runs of the fonts that draw them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from plangen.fonts.face import Face
from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole
from plangen.pages.marks import GlyphRun, Page
from plangen.pages.nodes import Node
from plangen.sheet.geometry import MM_PER_POINT
from plangen.sheet.widths import WIDTHS
from plangen.typeset.characters import HALVED_AT_END, OPENING
from plangen.typeset.measures import FontMeasures, em

BLACK = "000000"
EM_ABOVE = 0.88  # of the size: how far a Chinese character's square reaches above the baseline
ALMOST = 0.999


class Ink(NamedTuple):
    """How a run is drawn: its class of type and size (points), its colour and width."""

    role: FontRole
    size: float
    colour: str = BLACK
    scale: float = 1.0


class _Drawn(dict[str, tuple[Face, int, float]]):
    """Character → face, glyph, and how far right of its cell's left edge it begins, in 字."""

    def __init__(self, fonts: Fonts, role: FontRole) -> None:
        super().__init__()
        self._fonts, self._role = fonts, role

    def __missing__(self, character: str) -> tuple[Face, int, float]:
        face, glyph = self._fonts.glyph(self._role, character)
        drawn = self[character] = (face, glyph, _inset(character, face.advance(glyph)))
        return drawn


def _inset(character: str, advance: float) -> float:
    """A glyph narrower than its cell: the ink of “ stands at its right, that of ” at its left."""
    if WIDTHS[character] < 1.0 or advance > ALMOST or character in HALVED_AT_END:
        return 0.0
    return 1.0 - advance if character in OPENING else (1.0 - advance) / 2


class Pen:
    """Draws characters on pages; ``Pen.of`` gives the one of a run's fonts."""

    def __init__(self, fonts: Fonts) -> None:
        self.measures = FontMeasures(fonts)
        self._drawn = {role: _Drawn(fonts, role) for role in FontRole}

    @classmethod
    def of(cls, fonts: Fonts) -> Pen:
        """The pen that keeps what it knows of some fonts from one document to the next."""
        pen = _PENS.get(fonts)
        if pen is None:
            pen = _PENS[fonts] = cls(fonts)
        return pen

    def draw(  # noqa: PLR0913  # text, its places, and where and how it is drawn
        self,
        page: Page,
        text: str,
        begins: Sequence[float],
        x: float,
        baseline: float,
        ink: Ink,
        node: Node | None = None,
        turned: bool = False,
    ) -> None:
        """Draw characters that begin at places in mm from ``x``."""
        drawn = map(self._drawn[ink.role].__getitem__, text)
        faces, glyphs, insets = zip(*drawn, strict=True)
        if any(insets):
            size = ink.size * MM_PER_POINT * ink.scale
            begins = [begin + inset * size for begin, inset in zip(begins, insets, strict=True)]
        for start, end in _of_one_face(faces):
            first = begins[start]
            page.marks.append(
                GlyphRun(
                    faces[start],
                    ink.size,
                    x if turned else x + first,
                    baseline + first if turned else baseline,
                    text[start:end],
                    glyphs[start:end],
                    tuple([begin - first for begin in begins[start:end]]),
                    ink.colour,
                    ink.scale,
                    turned,
                    node,
                )
            )

    def widths(self, text: str, role: FontRole, size: float) -> list[float]:
        """The width of every character on one line in mm."""
        width_of = self.measures.width_of(role)
        return [width_of(character) * em(size) for character in text]

    def overhang(self, mark: str, role: FontRole, given: float) -> float:
        """How far a mark's ink reaches beyond its cell when that is ``given`` narrower, in 字."""
        face, glyph, inset = self._drawn[role][mark]
        box = face.ink(glyph)
        return max(0.0, box.right + inset - (1.0 - given)) if box else 0.0

    def ink_of(self, text: str, ink: Ink) -> tuple[float, float]:
        """How far the ink of a text reaches above its baseline and below it, in mm."""
        boxes = [face.ink(glyph) for face, glyph, _ in map(self._drawn[ink.role].__getitem__, text)]
        size = ink.size * MM_PER_POINT
        found = [box for box in boxes if box]
        if not found:
            return 0.0, 0.0
        return max(box.top for box in found) * size, -min(box.bottom for box in found) * size


_PENS: WeakKeyDictionary[Fonts, Pen] = WeakKeyDictionary()


def _of_one_face(faces: Sequence[Face]) -> Iterator[tuple[int, int]]:
    """The stretches of characters that one face draws; nearly always a single one."""
    if faces.count(faces[0]) == len(faces):
        yield 0, len(faces)
        return
    start = 0
    for place in range(1, len(faces) + 1):
        if place == len(faces) or faces[place] is not faces[start]:
            yield start, place
            start = place


def baseline(top: float, line: float, size: float) -> float:
    """The baseline of characters in the middle of a line that is ``line`` mm high."""
    square = em(size)
    return top + (line - square) / 2 + EM_ABOVE * square
