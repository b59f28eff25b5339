"""A font file, opened: its names, its glyphs, their widths and ink. The one door to uharfbuzz.

A file is mapped into memory, not read: a face costs what is used of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from struct import unpack_from
from typing import Literal

import uharfbuzz as hb  # type: ignore[import-untyped]  # it ships no types

from plangen.errors import InputError, Message, Place, Problem
from plangen.fonts.ink import Ink, InkPen

Outlines = Literal["cff", "truetype"]

LONGEST_POSTSCRIPT_NAME = 63
# What a PDF name cannot hold without escapes, and what no PostScript name may hold.
_NOT_IN_NAMES = re.compile(r"[^!-~]|[\[\](){}<>/%#]")
_FULL_NAME = hb.OTNameIdPredefined.FULL_NAME
_FAMILY = hb.OTNameIdPredefined.FONT_FAMILY
_POSTSCRIPT = hb.OTNameIdPredefined.POSTSCRIPT_NAME
_LICENCE_BITS, _RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
# The tables that a PDF needs of a font with TrueType outlines, and of one with CFF outlines.
_KEPT = {
    "truetype": frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"}),
    "cff": frozenset({"CFF ", "CFF2", "cmap", "head", "hhea", "hmtx", "maxp"}),
}
# With an identity charset the CID of a glyph in a CID-keyed CFF is its place in the subset, as it
# is in every other kind of font.
_SUBSETTING = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.DESUBROUTINIZE  # no larger once it is compressed, and a third faster
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NO_BIDI_CLOSURE
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    | hb.SubsetFlags.DOWNGRADE_CFF2
)


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program with the glyphs that were asked for.

    ``program`` is a font file with the tables that a PDF needs; ``identifiers`` gives for
    every old glyph the number by which a PDF shows it (its CID). Which characters the glyphs stand
    for only the text knows: fonts draw several characters (⼀ and 一) by one glyph.
    """

    program: bytes
    identifiers: dict[int, int]


class Face:
    """One face: a file, or one of a collection's; of a variable one the instance of a weight."""

    def __init__(self, path: Path, index: int = 0, weight: int | None = None) -> None:
        self.path = path
        self.index = index
        self._face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self._font = hb.Font(self._face)
        self._instance = {} if weight is None else {"wght": float(weight)}
        if self._instance:
            self._font.set_variations(self._instance)
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._inks: dict[int, Ink | None] = {}
        self._last: tuple[frozenset[int], Subset] | None = None

    @cached_property
    def outlines(self) -> Outlines:
        """The kind of outlines: a PDF embeds the two in different ways."""
        return "cff" if {"CFF ", "CFF2"} & set(self._face.table_tags) else "truetype"

    @cached_property
    def drawable(self) -> bool:
        """Whether it has outlines and characters, and the weight of a variable one is chosen."""
        tags = set(self._face.table_tags)
        outlines = "CFF " in tags or {"glyf", "loca"} <= tags or "CFF2" in tags
        single = "fvar" not in tags or bool(self._instance)
        return outlines and single and "cmap" in tags and bool(self._face.glyph_count)

    @cached_property
    def embeddable(self) -> bool:
        """Whether its maker allows a part of it to be embedded in a document (fsType)."""
        allowed = self._number("OS/2", ">H", 8)
        if allowed & (_WHOLE_ONLY | _BITMAPS_ONLY):
            return False
        # Of several licence bits the most generous one counts.
        return allowed & _LICENCE_BITS != _RESTRICTED

    @cached_property
    def variable(self) -> bool:
        """Whether it holds many weights in one."""
        return "fvar" in self._face.table_tags

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that it has glyphs for."""
        return frozenset(self._face.unicodes)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it calls itself, each once: full names in all languages, the PostScript name."""
        entries = [entry for entry in self._face.list_names() if entry.name_id == _FULL_NAME]
        found = [self._face.get_name(entry.name_id, entry.language) for entry in entries]
        found.append(self._face.get_name(_POSTSCRIPT))
        return tuple(dict.fromkeys(name for name in found if name))

    @cached_property
    def name(self) -> str:
        """Its full name: the Chinese one where it has one."""
        for name_id in (_FULL_NAME, _FAMILY):
            languages = [
                entry.language
                for entry in self._face.list_names()
                if entry.name_id == name_id and entry.language
            ]
            for language in sorted(languages, key=_chinese_first):
                if name := self._face.get_name(name_id, language):
                    return str(name)
        return self.path.stem

    @cached_property
    def family(self) -> str:
        """The family that all its weights share."""
        typographic = self._face.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY)
        return str(typographic or self._face.get_name(_FAMILY) or "")

    @cached_property
    def postscript(self) -> str:
        """Its PostScript name, with the signs only that a PDF's names may have."""
        name = self._face.get_name(_POSTSCRIPT) or self.path.stem
        if self._instance:
            name = f"{name}-wght{self._instance['wght']:.0f}"
        return _NOT_IN_NAMES.sub("", name)[:LONGEST_POSTSCRIPT_NAME] or "Font"

    @cached_property
    def ascent(self) -> float:
        """How far a line reaches above the baseline, in em."""
        return float(self._font.get_font_extents("ltr").ascender / self._face.upem)

    @cached_property
    def descent(self) -> float:
        """How far a line reaches below the baseline, in em: negative, as a PDF wants it.

        FandolSong gives it as a positive number.
        """
        return -abs(float(self._font.get_font_extents("ltr").descender / self._face.upem))

    @cached_property
    def cap_height(self) -> float:
        """The height of capitals in em; that of H where the font does not say."""
        stated = self._number("OS/2", ">h", 88) if self._number("OS/2", ">H", 0) >= 2 else 0
        if stated > 0:
            return stated / float(self._face.upem)
        ink = self.ink(self.glyph("H"))
        return ink.top if ink else self.ascent

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The box around the ink of all glyphs laid over one another: left, bottom, right, top."""
        em = float(self._face.upem)
        left, bottom, right, top = (self._number("head", ">h", at) / em for at in (36, 38, 40, 42))
        return left, bottom, right, top

    @cached_property
    def italic_angle(self) -> float:
        """The slant in degrees; negative to the right."""
        return self._number("post", ">i", 4) / 65536

    @cached_property
    def weight(self) -> int:
        """The weight that it states: 400 regular, 700 bold. Not to be relied on (Fandol)."""
        return int(self._instance.get("wght") or self._number("OS/2", ">H", 4) or 400)

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
        if glyph not in self._inks:
            pen = InkPen()
            self._font.draw_glyph_with_pen(glyph, pen)
            self._inks[glyph] = pen.ink(self._face.upem)
        return self._inks[glyph]

    def subset(self, glyphs: Iterable[int]) -> Subset:
        """The font program with these glyphs and .notdef; the same bytes for the same glyphs.

        The last one is kept: whoever looks at a document while writing it asks for most of its
        faces with the same glyphs again.

        Raises InputError where the tables of the font contradict one another.
        """
        asked = frozenset(glyphs) - {0}  # .notdef comes along by itself
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._subset(asked)
        return self._last[1]

    def _subset(self, asked: frozenset[int]) -> Subset:
        wanted = hb.SubsetInput()
        wanted.flags = _SUBSETTING
        # By their characters they are found many times as fast as by their numbers.
        of_glyph = {glyph: ord(character) for character, glyph in self._glyphs.items()}
        wanted.unicode_set.update(of_glyph[glyph] for glyph in asked if glyph in of_glyph)
        wanted.glyph_set.update(glyph for glyph in asked if glyph not in of_glyph)
        kept = _KEPT[self.outlines]
        tags = (tag for tag in self._face.table_tags if tag not in kept)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("latin-1")) for tag in tags)
        if self._instance:
            wanted.pin_all_axes_to_default(self._face)
            wanted.pin_axis_location(self._face, "wght", self._instance["wght"])
        try:
            plan = hb.SubsetPlan(self._face, wanted)
            part = plan.execute()
        except (RuntimeError, ValueError):
            message = Message("字体文件已损坏，取不出要用的字形；请换一个完好的文件")
            raise InputError(Problem(message, Place(str(self.path)))) from None
        blob = part.blob
        return Subset(bytes(blob.data), dict(plan.old_to_new_glyph_mapping.items()))

    def _number(self, table: str, form: str, offset: int) -> int:
        """A number in a table; 0 where the table is too short or absent."""
        data = self._face.reference_table(table).data
        try:
            return int(unpack_from(form, data, offset)[0])
        except Exception:
            return 0


def _chinese_first(language: str) -> tuple[int, str]:
    order = ("zh-cn", "zh-hans", "zh", "en")
    return (order.index(language) if language in order else len(order), language)
