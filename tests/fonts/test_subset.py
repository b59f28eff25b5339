"""Subsets: the right glyphs, as programs show them, and the same bytes every time."""

import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.misc.psCharStrings import T2CharString  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from plangen.errors import InputError
from plangen.fonts.face import Face
from tests.fonts import made, shown
from tests.fonts.stand_ins import stand_in

TEXT = "关于印发，1（"
REPERTOIRE = TEXT + "其他的字A2 "
STAND_INS = [
    ("FandolFang-Regular.otf", 0),
    ("FandolKai-Regular.otf", 0),
    ("FandolHei-Regular.otf", 0),
    ("FandolSong-Regular.otf", 0),
    ("NotoSerifCJK-Bold.ttc", 2),
    ("NotoSansCJK-Regular.ttc", 2),
    ("LXGWWenKai-Light.ttf", 0),
]
SMOOTHED = 0.15  # of the ink: two programs smooth the edges of strokes in two ways


@pytest.fixture(params=["truetype", "cff", "cid-keyed", "variable"])
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Face:
    path = tmp_path / "x.ttf"
    if request.param == "variable":
        return Face(made.font(path, "Test", REPERTOIRE, heaviest=900), weight=400)
    if request.param == "truetype":
        return Face(made.font(path, "Test", REPERTOIRE))
    return Face(made.font(path, "Test", REPERTOIRE, "cff", cid_keyed=request.param == "cid-keyed"))


def test_pdfium_shows_the_glyphs_of_the_whole_font(face: Face) -> None:
    picture = shown.by_pdfium(shown.page(face, TEXT))

    assert shown.difference(picture, shown.by_freetype(face.path, face.index, TEXT)) < 0.01
    others = TEXT[1:] + TEXT[:1]
    assert shown.difference(picture, shown.by_freetype(face.path, face.index, others)) > 0.1


@pytest.mark.parametrize(("file", "index"), STAND_INS)
def test_pdfium_shows_the_glyphs_of_the_stand_ins(file: str, index: int) -> None:
    face = stand_in(file, index)

    picture = shown.by_pdfium(shown.page(face, TEXT))

    whole = shown.by_freetype(face.path, index, TEXT)
    assert shown.difference(picture, whole) < SMOOTHED


@pytest.mark.parametrize(("file", "index"), STAND_INS)
@pytest.mark.skipif(not which("pdftoppm"), reason="poppler (pdftoppm) is not installed")
def test_poppler_shows_the_glyphs_of_the_stand_ins(file: str, index: int, tmp_path: Path) -> None:
    face = stand_in(file, index)
    pdf = tmp_path / "x.pdf"
    pdf.write_bytes(shown.page(face, TEXT))

    made_by_poppler = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", pdf], capture_output=True, check=True, timeout=60
    )

    assert made_by_poppler.stderr == b""  # it says so when a font is faulty
    picture = Image.open(BytesIO(made_by_poppler.stdout))
    whole = shown.by_freetype(face.path, index, TEXT)
    assert shown.difference(picture, whole) < SMOOTHED


def test_every_glyph_has_an_identifier_of_its_own(face: Face) -> None:
    glyphs = {face.glyph(character) for character in TEXT}

    subset = face.subset(glyphs)

    assert subset.identifiers.keys() == glyphs | {0}
    assert sorted(subset.identifiers.values()) == list(range(len(glyphs) + 1))
    assert subset.identifiers[0] == 0


def test_a_subset_is_the_same_however_its_glyphs_became_known(face: Face) -> None:
    glyphs = [face.glyph(character) for character in TEXT]
    weight = 400 if face.variable else None
    unread = Face(face.path, face.index, weight)

    assert unread.subset(reversed(glyphs)) == face.subset(glyphs) == face.subset(glyphs)


def test_of_no_glyphs_there_is_the_one_for_what_is_missing(face: Face) -> None:
    assert face.subset([]).identifiers == {0: 0}


def test_in_a_cff_program_the_identifiers_are_places(tmp_path: Path) -> None:
    face = Face(made.font(tmp_path / "x.otf", "Test", REPERTOIRE, "cff", cid_keyed=True))

    subset = face.subset([face.glyph("发"), face.glyph("1")])

    program = TTFont(BytesIO(subset.program))
    assert set(program.keys()) == {"GlyphOrder", "CFF ", "cmap", "head", "hhea", "hmtx", "maxp"}
    assert list(program["CFF "].cff[0].charset) == [".notdef", "cid00001", "cid00002"]


def test_a_truetype_program_holds_outlines_and_widths_only(tmp_path: Path) -> None:
    face = Face(made.font(tmp_path / "x.ttf", "Test", REPERTOIRE))

    program = TTFont(BytesIO(face.subset([face.glyph("发"), face.glyph("1")]).program))

    assert set(program.keys()) == {"GlyphOrder", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert [width for width, _ in program["hmtx"].metrics.values()] == [1000, 500, 1000]


def test_the_parts_of_a_glyph_come_along(tmp_path: Path) -> None:
    font = made.built("Test", "AB")
    pen = TTGlyphPen(font["glyf"])
    pen.addComponent("u00041", (1, 0, 0, 1, 0, 0))
    font["glyf"]["u00042"] = pen.glyph()
    font.save(tmp_path / "x.ttf")
    face = Face(tmp_path / "x.ttf")

    subset = face.subset([face.glyph("B")])

    program = TTFont(BytesIO(subset.program))
    assert len(program.getGlyphOrder()) == 3
    assert subset.identifiers.keys() == {0, face.glyph("A"), face.glyph("B")}


def test_a_font_whose_tables_contradict_one_another_is_named(tmp_path: Path) -> None:
    path = made.font(tmp_path / "x.otf", "Test", "中文", "cff")
    head, longer_head = b"\x01\x00\x04", b"\x01\x00\xff"  # of the CFF table
    path.write_bytes(path.read_bytes().replace(head, longer_head, 1))
    face = Face(path)

    with pytest.raises(InputError) as caught:
        face.subset([1])

    assert str(caught.value) == f"{path}：字体文件已损坏，取不出要用的字形；请换一个完好的文件"


@pytest.mark.parametrize(("weight", "width"), [(400, 500), (650, 525), (900, 550)])
def test_a_variable_font_of_cff_outlines_becomes_a_plain_one_of_its_weight(
    tmp_path: Path, weight: int, width: int
) -> None:
    face = Face(variable_cff(tmp_path / "x.otf"), weight=weight)

    subset = face.subset([face.glyph("中")])

    table = TTFont(BytesIO(subset.program))["CFF "].cff
    drawn = table[0].CharStrings[table[0].charset[1]]
    drawn.decompile()
    assert drawn.program == [50, -70, "rmoveto", 900, width, -900, "vlineto", "endchar"]


def test_what_it_became_is_shown_as_it_measures(tmp_path: Path) -> None:
    face = Face(variable_cff(tmp_path / "x.otf"), weight=900)
    ink = face.ink(face.glyph("中"))
    assert ink

    picture = shown.by_pdfium(shown.page(face, "中"))

    # PDFium draws a plain box to the outer edge of its pixels.
    edges = [shown.SIZE * edge for edge in (ink.left, 1 - ink.top, ink.right, 1 - ink.bottom)]
    assert ImageChops.invert(picture).getbbox() == pytest.approx(edges, abs=1.01)


def variable_cff(path: Path) -> Path:
    """A font with one square, 500 units wide at weight 400 and 550 at weight 900."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord("中"): "square"})
    builder.setupHead(unitsPerEm=1000, created=0, modified=0)
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "square": (1000, 50)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Test"})
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    square = [50, -70, "rmoveto", 900, "vlineto", 500, 50, 1, "blend", "hlineto", -900, "vlineto"]
    outlines = {".notdef": T2CharString(program=[]), "square": T2CharString(program=square)}
    builder.setupCFF2(outlines, [{}], [{"wght": (0.0, 1.0, 1.0)}])
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path
