"""Fonts made for tests: small, whole, of either kind of outlines, called what a test calls them.

Every character has a glyph of its own: a square of ink (0.05 to 0.95 em across for Chinese, 0.05
to 0.45 em for ASCII, which is half as wide) with a hole whose place tells the glyphs apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypedDict, Unpack

# fontTools ships no types.
from fontTools.cffLib import (  # type: ignore[import-untyped]
    FDArrayIndex,
    FDSelect,
    FontDict,
)
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.basePen import AbstractPen  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables.TupleVariation import TupleVariation  # type: ignore[import-untyped]

from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole

Outlines = Literal["cff", "truetype"]

EM = 1000
BOTTOM, TOP = -70, 830  # of the ink
ASCENT, DESCENT = 880, -120
ASCII = "".join(map(chr, range(0x20, 0x7F)))
PUNCTUATION = (
    "\u3000、。〈〉《》「」『』【】〔〕〇…—–·“”‘’！％（），－．／：；？［］～￥×→℃①②③④⑤⑥⑦⑧⑨⑩"
)
SPACES = " \u3000"

# The file of each role, the English and the Chinese name inside it.
TRUE_FONTS = {
    FontRole.XIAOBIAOSONG: ("FZXBSJW.TTF", "FZXiaoBiaoSong-B05S", "方正小标宋简体"),
    FontRole.FANGSONG: ("simfang.ttf", "FangSong", "仿宋"),
    FontRole.KAITI: ("simkai.ttf", "KaiTi", "楷体"),
    FontRole.HEITI: ("simhei.ttf", "SimHei", "黑体"),
    FontRole.SONGTI: ("simsun.ttf", "SimSun", "宋体"),
}


class Details(TypedDict, total=False):
    """What a test may want to be otherwise: names, weight, fsType, axes of weight."""

    chinese: str  # the full name in Chinese
    postscript: str
    family: str
    weight: int
    embedding: int  # fsType
    cid_keyed: bool  # of CFF outlines: glyphs have numbers in place of names
    heaviest: int  # makes a variable font of TrueType outlines, from ``weight`` to this


def font(
    path: Path,
    name: str,
    characters: Iterable[str],
    outlines: Outlines = "truetype",
    **details: Unpack[Details],
) -> Path:
    """Write a font file with glyphs for some characters; gives its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    built(name, characters, outlines, **details).save(path)
    return path


def collection(path: Path, fonts: Sequence[TTFont]) -> Path:
    """Write several fonts as one file (.ttc)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    together = TTCollection()
    together.fonts = list(fonts)
    together.save(path)
    return path


def all_roles(folder: Path, characters: str = "", outlines: Outlines = "truetype") -> Path:
    """Write a font for every role, called as the true ones are, with ASCII, the punctuation of
    Chinese and some more characters; gives the folder.
    """
    wanted = ASCII + PUNCTUATION + characters
    for file, english, chinese in TRUE_FONTS.values():
        font(folder / file, english, wanted, outlines, chinese=chinese)
    return folder


def fonts(folder: Path, characters: str = "", outlines: Outlines = "truetype") -> Fonts:
    """Fonts for every role as :func:`all_roles` makes them, and no others."""
    return Fonts.found([all_roles(folder, characters, outlines)], system=False)


def built(
    name: str,
    characters: Iterable[str],
    outlines: Outlines = "truetype",
    **details: Unpack[Details],
) -> TTFont:
    """A font in memory."""
    wanted = sorted(set(characters), key=ord)
    # Of a CID-keyed font the numbers are not the places of the glyphs: a font of a larger one.
    form = "cid{at:05d}" if details.get("cid_keyed") else "u{code:05X}"
    glyphs = {".notdef": ""} | {
        form.format(at=7 * at, code=ord(character)): character
        for at, character in enumerate(wanted, start=1)
    }
    builder = FontBuilder(EM, isTTF=outlines == "truetype")
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(mark): glyph for glyph, mark in glyphs.items() if mark})
    builder.setupHead(unitsPerEm=EM, created=0, modified=0)
    builder.font.recalcTimestamp = False
    if outlines == "truetype":
        _add_truetype(builder, glyphs)
    else:
        _add_cff(builder, glyphs, details.get("postscript", name.replace(" ", "")))
        if details.get("cid_keyed"):
            _number_glyphs(builder.font)
    sides = (0, 50)
    builder.setupHorizontalMetrics(
        {glyph: (_width(mark), sides[_has_ink(mark)]) for glyph, mark in glyphs.items()}
    )
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=DESCENT,
        usWeightClass=details.get("weight", 400),
        fsType=details.get("embedding", 0),
        sCapHeight=TOP,
    )
    builder.setupPost(keepGlyphNames=False)
    _add_names(builder, name, details)
    if "heaviest" in details:
        _add_axis(builder, glyphs, details)
    return builder.font


def _width(character: str) -> int:
    return EM // 2 if character and character in ASCII else EM


def _has_ink(character: str) -> bool:
    return not character or character not in SPACES


def _squares(character: str, at: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """The outline of the ink and, turning the other way, of the hole in it."""
    right = _width(character) - 50
    yield ((50, BOTTOM), (50, TOP), (right, TOP), (right, BOTTOM))
    if character:
        left, bottom = 100 + at % 16 * (right - 220) // 16, at // 16 % 32 * 23
        yield ((left, bottom), (left + 70, bottom), (left + 70, bottom + 60), (left, bottom + 60))


def _draw(pen: AbstractPen, character: str, at: int) -> None:
    for first, *others in _squares(character, at) if _has_ink(character) else ():
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()


def _add_truetype(builder: FontBuilder, glyphs: dict[str, str]) -> None:
    drawn = {}
    for at, (glyph, character) in enumerate(glyphs.items()):
        pen = TTGlyphPen(None)
        _draw(pen, character, at)
        drawn[glyph] = pen.glyph()
    builder.setupGlyf(drawn)


def _add_cff(builder: FontBuilder, glyphs: dict[str, str], postscript: str) -> None:
    drawn = {}
    for at, (glyph, character) in enumerate(glyphs.items()):
        pen = T2CharStringPen(_width(character), None)
        _draw(pen, character, at)
        drawn[glyph] = pen.getCharString()
    builder.setupCFF(postscript, {}, drawn, {})


def _add_names(builder: FontBuilder, name: str, details: Details) -> None:
    postscript = details.get("postscript", name.replace(" ", ""))
    family = details.get("family", name)
    builder.setupNameTable({})
    table = builder.font["name"]
    for number, text in ((1, family), (2, "Regular"), (4, name), (6, postscript)):
        table.setName(text, number, 3, 1, 0x409)
    if chinese := details.get("chinese"):
        table.setName(chinese, 1, 3, 1, 0x804)
        table.setName(chinese, 4, 3, 1, 0x804)


def _number_glyphs(made: TTFont) -> None:
    """Turn a CFF table whose glyphs have names into one whose glyphs have numbers (CIDs)."""
    top = made["CFF "].cff.topDictIndex[0]
    part = FontDict()
    part.Private = top.Private
    del top.Private
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = 65535
    top.FDArray = top.CharStrings.fdArray = FDArrayIndex()
    top.FDArray.append(part)
    top.FDSelect = top.CharStrings.fdSelect = FDSelect()
    top.FDSelect.gidArray = [0] * len(top.charset)


def _add_axis(builder: FontBuilder, glyphs: dict[str, str], details: Details) -> None:
    """Let the ink grow by 50 units to the right from the lightest weight to the heaviest."""
    lightest, heaviest = details.get("weight", 400), details["heaviest"]
    builder.setupFvar([("wght", lightest, lightest, heaviest, "Weight")], [])
    variations = {}
    for glyph, character in glyphs.items():
        points = sum(map(len, _squares(character, 0))) if _has_ink(character) else 0
        right = [(0, 0)] * points
        right[2:4] = [(50, 0)] * len(right[2:4])
        deltas = [*right, (0, 0), (0, 0), (0, 0), (0, 0)]
        variations[glyph] = [TupleVariation({"wght": (0.0, 1.0, 1.0)}, deltas)]
    builder.setupGvar(variations)
