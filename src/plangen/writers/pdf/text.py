"""Text operators: runs of glyphs, written with the state that stays from one to the next."""

from __future__ import annotations

from dataclasses import replace

from plangen.pages.marks import GlyphRun
from plangen.writers.pdf.fonts import SetFace
from plangen.writers.pdf.notation import POINTS_PER_MM, colour, number, text_string
from plangen.writers.pdf.spacing import Spacer

BLACK = "000000"


class TextState:
    """What a viewer keeps while it reads a page: an operator is written only where it changes."""

    def __init__(self, height: float, spacer: Spacer) -> None:
        self._height = height
        self._spacer = spacer
        self._font = ""
        self._tracking = 0.0
        self._scale = 1.0
        self._colour = BLACK
        self._start: tuple[float, float] | None = None

    def begin(self) -> str:
        """A text object begins at the corner of the page; the rest of the state stays."""
        self._start = (0.0, 0.0)
        return "BT"

    def fill(self, rgb: str) -> str:
        """The operator that makes what is filled from now on be of this colour."""
        if rgb == self._colour:
            return ""
        self._colour = rgb
        return f"{colour(rgb)} rg "

    def show(self, run: GlyphRun, face: SetFace) -> str:
        """The operators that show a run."""
        strays = _strays(run, face)
        if not strays:
            return self._show(run, face)
        pieces = []
        start = 0
        for place in strays:
            if start < place:
                pieces.append(self._show(_part(run, start, place), face))
            said = text_string(run.text[place])
            stray = self._show(_part(run, place, place + 1), face)
            pieces.append(f"/Span<</ActualText{said}>>BDC\n{stray}\nEMC")
            start = place + 1
        if start < len(run.glyphs):
            pieces.append(self._show(_part(run, start, len(run.glyphs)), face))
        return "\n".join(pieces)

    def _show(self, run: GlyphRun, face: SetFace) -> str:
        spacing = self._spacer.spacing(run, face.widths, self._tracking)
        state = self._face(run, face) + self._spread(run.scale, spacing.tracking)
        codes = [face.codes[glyph] for glyph in run.glyphs]
        return f"{self.fill(run.colour)}{state}{self._place(run)}{_strings(codes, spacing.moves)}"

    def _face(self, run: GlyphRun, face: SetFace) -> str:
        font = f"/{face.name} {number(run.size)} Tf "
        if font == self._font:
            return ""
        self._font = font
        return font

    def _spread(self, scale: float, tracking: float) -> str:
        source = ""
        if scale != self._scale:
            self._scale = scale
            source = f"{number(scale * 100)} Tz "
        if tracking != self._tracking:
            self._tracking = tracking
            source += f"{tracking:.4f}".rstrip("0").rstrip(".") + " Tc "
        return source

    def _place(self, run: GlyphRun) -> str:
        """The move to a run's first glyph: from the start of the last run where both are upright.

        Differences of rounded places add up to rounded places: no error grows down a page.
        """
        x = round(run.x * POINTS_PER_MM, 3)
        y = round((self._height - run.y) * POINTS_PER_MM, 3)
        before, self._start = self._start, None if run.turned else (x, y)
        if run.turned:
            return f"0 -1 1 0 {number(x)} {number(y)} Tm "
        if before is None:
            return f"1 0 0 1 {number(x)} {number(y)} Tm "
        return f"{number(x - before[0])} {number(y - before[1])} Td "


def _strays(run: GlyphRun, face: SetFace) -> list[int]:
    """The places of glyphs that stand for another character here than they mostly do."""
    if not face.strays:
        return []
    pairs = zip(run.glyphs, run.text, strict=True)
    return [place for place, pair in enumerate(pairs) if pair in face.strays]


def _part(run: GlyphRun, start: int, end: int) -> GlyphRun:
    """Some glyphs of a run as a run of their own, where they stand."""
    shift = run.offsets[start]
    return replace(
        run,
        x=run.x if run.turned else run.x + shift,
        y=run.y + shift if run.turned else run.y,
        text=run.text[start:end],
        glyphs=run.glyphs[start:end],
        offsets=tuple(offset - shift for offset in run.offsets[start:end]),
    )


def _strings(codes: list[str], moves: dict[int, float]) -> str:
    """One string, or strings with the moves between them."""
    if not moves:
        return f"({''.join(codes)})Tj"
    source = ""
    start = 0
    for place, move in moves.items():
        source += f"({''.join(codes[start:place])}){number(move)}"
        start = place
    return f"[{source}({''.join(codes[start:])})]TJ"
