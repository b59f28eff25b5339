"""Glyphs on a page, measured: their squares (字身) and their ink, in mm from its top left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from plangen.pages.marks import GlyphRun, Page
from plangen.proof.standard import POINT, SQUARE_ABOVE


@dataclass(frozen=True, slots=True)
class Box:
    """A box in mm from a page's top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> float:
        """Half way between its left and right edges."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Half way between its upper and lower edges."""
        return (self.top + self.bottom) / 2


def united(boxes: Iterable[Box]) -> Box | None:
    """The box around some boxes."""
    found = list(boxes)
    if not found:
        return None
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """Glyphs ``start`` to ``end`` of a run on a page, which is counted from 1."""

    page: int
    run: GlyphRun
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """Glyphs that belong together: an element, a line of it, a name in it."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, page: int, runs: Iterable[GlyphRun]) -> Piece:
        """Whole runs of a page."""
        return cls(tuple(Part(page, run, 0, len(run.text)) for run in runs))

    @property
    def page(self) -> int:
        """The page that it begins on."""
        return self.parts[0].page

    @property
    def pages(self) -> tuple[int, ...]:
        """All pages that it stands on."""
        return tuple(dict.fromkeys(part.page for part in self.parts))

    @property
    def runs(self) -> tuple[GlyphRun, ...]:
        """The runs that it is made of."""
        return tuple(part.run for part in self.parts)

    @property
    def text(self) -> str:
        """Its characters without blanks."""
        return "".join("".join(part.run.text[part.start : part.end].split()) for part in self.parts)

    @property
    def left(self) -> float:
        """Where its first glyph's square begins."""
        return min(part.run.x + part.run.offsets[part.start] for part in self.parts)

    @property
    def right(self) -> float:
        """Where its last glyph's square ends."""
        return max(_right(part) for part in self.parts)

    @property
    def centre(self) -> float:
        """Half way between its left and right edges."""
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        """The baseline of its first line."""
        return self.parts[0].run.y

    @property
    def size(self) -> float:
        """The size of its first glyphs, in points."""
        return self.parts[0].run.size

    @property
    def top(self) -> float:
        """The upper edge of the squares of its first line."""
        return self.baseline - SQUARE_ABOVE * self.size * POINT

    @property
    def bottom(self) -> float:
        """The lower edge of the squares of its last line."""
        run = self.parts[-1].run
        return run.y + (1 - SQUARE_ABOVE) * run.size * POINT

    @cached_property
    def ink(self) -> Box | None:
        """The box around its ink; None where it has none."""
        return united(box for part in self.parts for box in inks(part))

    @cached_property
    def lines(self) -> tuple[Piece, ...]:
        """Its lines from the first to the last."""
        grouped = groupby(self.parts, lambda part: (part.page, round(part.run.y, 2)))
        return tuple(Piece(tuple(parts)) for _, parts in grouped)

    def find(self, text: str) -> Piece | None:
        """The glyphs of the last place that says ``text``; blanks count nowhere."""
        wanted = "".join(text.split())
        at = self.text.rfind(wanted)
        if at < 0 or not wanted:
            return None
        glyphs = list(self._glyphs())[at : at + len(wanted)]
        grouped = groupby(glyphs, lambda glyph: id(glyph[0]))
        return Piece(tuple(_joined(list(group)) for _, group in grouped))

    def _glyphs(self) -> Iterator[tuple[Part, int]]:
        for part in self.parts:
            for place in range(part.start, part.end):
                if not part.run.text[place].isspace():
                    yield part, place


def _joined(glyphs: list[tuple[Part, int]]) -> Part:
    part = glyphs[0][0]
    return replace(part, start=glyphs[0][1], end=glyphs[-1][1] + 1)


def _right(part: Part) -> float:
    run, last = part.run, part.end - 1
    advance = run.face.advance(run.glyphs[last]) * run.size * POINT * run.scale
    return run.x + run.offsets[last] + advance


def inks(part: Part) -> Iterator[Box]:
    """The ink of every glyph of a part that has any."""
    run = part.run
    em = run.size * POINT
    for place in range(part.start, part.end):
        ink = run.face.ink(run.glyphs[place])
        if ink:
            x = run.x + run.offsets[place]
            yield Box(
                x + ink.left * em * run.scale,
                run.y - ink.top * em,
                x + ink.right * em * run.scale,
                run.y - ink.bottom * em,
            )


def upright(run: GlyphRun, page: Page) -> GlyphRun:
    """A run that is turned on a landscape page, as it stands on the portrait sheet (clause 8)."""
    if not run.turned:
        return run
    return replace(run, x=run.y, y=page.width - run.x, turned=False)
