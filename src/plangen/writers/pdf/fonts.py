"""The fonts of a PDF: subsets with their widths, and the text that their glyphs stand for.

Every face becomes a composite font whose codes are the two bytes of a glyph's identifier (ISO
32000-1, 9.7). What a glyph means is taken from the text that was set, never from the font's own
map: there several characters may share one glyph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from unicodedata import normalize
from zlib import crc32

from plangen.errors import InputError, Message, Place, Problem
from plangen.fonts.face import Face, Subset
from plangen.pages.marks import GlyphRun, Page
from plangen.writers.pdf.notation import name, number
from plangen.writers.pdf.objects import Entry, Objects

SYMBOLIC = 4  # the flag of a font that has characters outside the standard Latin set
ITALIC = 64
ENTRIES_PER_BLOCK = 100  # the most that one block of a character map may hold
# Every byte as it stands in a literal string (7.3.4.2): a bare \r would be read as \n.
BYTES = [
    {"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"}.get(chr(at), chr(at)) for at in range(256)
]

CHARACTER_MAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class SetFace:
    """A face as one file uses it: how its glyphs are written, how wide they are, what they mean.

    ``codes`` are the glyphs as they stand in a string; ``widths`` are in thousandths of the size,
    whole, because some viewers drop the fraction. ``strays`` are the pairs of glyph and character
    in which the glyph's meaning is another character.
    """

    def __init__(self, face: Face, name: str, pairs: Iterable[tuple[int, str]]) -> None:
        self.face = face
        self.name = name
        self.pairs = sorted(pairs)
        self.meanings = _meanings(self.pairs)
        self.strays = frozenset(
            (glyph, character)
            for glyph, character in self.pairs
            if self.meanings[glyph] != character
        )
        self.widths = {glyph: round(face.advance(glyph) * 1000) for glyph in self.meanings}
        self.subset = _subset(face, self.meanings)
        self.codes = {glyph: _code(self.subset.identifiers[glyph]) for glyph in self.meanings}


def set_faces(pages: Iterable[Page]) -> dict[Face, SetFace]:
    """The faces that the pages use, in the order of their first use."""
    used: dict[Face, set[tuple[int, str]]] = {}
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, GlyphRun) and mark.glyphs:
                pairs = zip(mark.glyphs, mark.text, strict=True)
                used.setdefault(mark.face, set()).update(pairs)
    return {
        face: SetFace(face, f"F{place}", pairs) for place, (face, pairs) in enumerate(used.items())
    }


def add_font(objects: Objects, face: SetFace) -> Entry:
    """The font of a face, with all that belongs to it."""
    subset, font = face.subset, face.face
    base = name(f"{_tag(subset)}+{font.postscript}")
    truetype = font.outlines == "truetype"
    descendant = objects.add(
        f"<</Type/Font/Subtype/CIDFontType{2 if truetype else 0}/BaseFont{base}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {_descriptor(objects, face, base).ref}"
        + ("/CIDToGIDMap/Identity" if truetype else "")
        + f"{_widths(face)}>>"
    )
    meanings = {subset.identifiers[glyph]: meaning for glyph, meaning in face.meanings.items()}
    return objects.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant.ref}]"
        f"/ToUnicode {objects.add_stream(_character_map(meanings)).ref}>>"
    )


def _subset(face: Face, glyphs: Iterable[int]) -> Subset:
    if not face.embeddable:
        raise _refusal(
            face,
            Message("字体“{name}”的许可不允许嵌入文件；请换一款允许嵌入的字体", name=face.name),
        )
    subset = face.subset(glyphs)
    if not subset.program or any(glyph not in subset.identifiers for glyph in glyphs):
        raise _refusal(face, Message("字体文件已损坏，取不出要用的字形；请换一个完好的文件"))
    return subset


def _refusal(face: Face, message: Message) -> InputError:
    return InputError(Problem(message, Place(file=str(face.path))))


def _meanings(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Glyph → what it stands for: of several characters the plain one (心, not the radical ⼼)."""
    meanings: dict[int, str] = {}
    for glyph, character in pairs:
        known = meanings.setdefault(glyph, character)
        if known != character:
            meanings[glyph] = min(known, character, key=_plainness)
    return meanings


def _plainness(character: str) -> tuple[bool, str]:
    return normalize("NFKC", character) != character, character


def _code(identifier: int) -> str:
    """The two bytes of a glyph in a literal string, in Latin-1."""
    return BYTES[identifier >> 8] + BYTES[identifier & 255]


def _tag(subset: Subset) -> str:
    """Six letters that differ where the subsets do (9.6.4)."""
    check = crc32(subset.program)
    return "".join(chr(ord("A") + check // 26**place % 26) for place in range(6))


def _descriptor(objects: Objects, face: SetFace, base: str) -> Entry:
    font = face.face
    content = face.subset.program
    truetype = font.outlines == "truetype"
    if truetype:
        key, entries = "FontFile2", f"/Length1 {len(content)}"
    else:
        key, entries = "FontFile3", "/Subtype/OpenType"
    # Outlines in CFF are dense: to compress them saves a sixth, and takes a tenth of all the time.
    add = objects.add_stream if truetype else objects.add_plain_stream
    program = add(content, entries)
    box = " ".join(_thousandths(edge) for edge in font.box)
    flags = SYMBOLIC | (ITALIC if font.italic_angle else 0)
    return objects.add(
        f"<</Type/FontDescriptor/FontName{base}/Flags {flags}/FontBBox[{box}]"
        f"/ItalicAngle {number(font.italic_angle)}/Ascent {_thousandths(font.ascent)}"
        f"/Descent {_thousandths(font.descent)}/CapHeight {_thousandths(font.cap_height)}"
        f"/StemV {_stem(font.weight)}/{key} {program.ref}>>"
    )


def _thousandths(em: float) -> str:
    return str(round(em * 1000))


def _stem(weight: float) -> int:
    """The width of an upright stem, which fonts do not tell: guessed from the weight."""
    return round(50 + (weight / 65) ** 2)


def _widths(face: SetFace) -> str:
    """The width of most glyphs, and those of the others (9.7.4.3)."""
    most = Counter(face.widths.values()).most_common(1)[0][0]
    identifiers = face.subset.identifiers
    others = sorted(
        (identifiers[glyph], width) for glyph, width in face.widths.items() if width != most
    )
    listed = "".join(f"{identifier}[{width}]" for identifier, width in others)
    return f"/DW {most}" + (f"/W[{listed}]" if listed else "")


def _character_map(meanings: dict[int, str]) -> bytes:
    """Identifier → characters in UTF-16, in the notation of 9.10.3."""
    entries = [f"<{key:04X}> <{_utf16(meanings[key])}>\n" for key in sorted(meanings)]
    blocks = ""
    for start in range(0, len(entries), ENTRIES_PER_BLOCK):
        block = entries[start : start + ENTRIES_PER_BLOCK]
        blocks += f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
    return CHARACTER_MAP.format(blocks=blocks).encode("ascii")


def _utf16(character: str) -> str:
    return character.encode("utf-16-be").hex().upper()
