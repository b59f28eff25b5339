"""A font file, opened: its glyphs, their widths and their ink. The one door to uharfbuzz."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import uharfbuzz as hb  # type: ignore[import-untyped]  # it ships no types

Outlines = Literal["cff", "truetype"]


@dataclass(frozen=True, slots=True)
class Ink:
    """The box that a glyph's ink fills, in em from the origin on the baseline; y upwards."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program with the glyphs that were asked for.

    ``program`` is the whole font file (TrueType), or the bare CFF table; ``identifiers`` gives for
    every old glyph the number by which a PDF shows it (its CID).
    """

    program: bytes
    identifiers: dict[int, int]


class Face:
    """One face: a file, or one of a collection's."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path = path
        self.index = index
        self._face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self._font = hb.Font(self._face)
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}

    @cached_property
    def outlines(self) -> Outlines:
        """The kind of outlines: a PDF embeds the two in different ways."""
        return "cff" if "CFF " in self._face.table_tags else "truetype"

    def glyph(self, character: str) -> int:
        """The glyph of a character; 0 where the face has none."""
        glyph = self._glyphs.get(character)
        if glyph is None:
            glyph = self._glyphs[character] = self._font.get_nominal_glyph(ord(character)) or 0
        return glyph

    def advance(self, glyph: int) -> float:
        """A glyph's width in em."""
        advance = self._advances.get(glyph)
        if advance is None:
            units = self._font.get_glyph_h_advance(glyph)
            advance = self._advances[glyph] = units / self._face.upem
        return advance

    def ink(self, glyph: int) -> Ink | None:
        """The box of a glyph's ink; None where it has none (a space)."""
        extents = self._font.get_glyph_extents(glyph)
        if extents is None or not extents.width:
            return None
        em = self._face.upem
        left, top = extents.x_bearing / em, extents.y_bearing / em
        return Ink(left, top + extents.height / em, left + extents.width / em, top)
