"""What an opened face says of itself, in em and degrees."""

from pathlib import Path

import pytest

from plangen.fonts.face import Face
from plangen.fonts.ink import Ink
from tests.fonts import made


def face(folder: Path, characters: str = "AH中文 ", **details: object) -> Face:
    return Face(made.font(folder / "x.ttf", "Test Font", characters, **details))  # type: ignore[arg-type]  # a test names them


def test_a_chinese_name_comes_before_the_english_one(tmp_path: Path) -> None:
    named = face(tmp_path, chinese="测试体", postscript="TestFont-Regular")

    assert named.name == "测试体"
    assert named.names == ("Test Font", "测试体", "TestFont-Regular")


def test_a_font_without_a_chinese_name_has_its_english_one(tmp_path: Path) -> None:
    assert face(tmp_path).name == "Test Font"


@pytest.mark.parametrize(
    ("stated", "cleaned"),
    [
        ("FZXBSJW--GB1-0", "FZXBSJW--GB1-0"),
        ("A (b) [c]/#%<d>{e}", "Abcde"),
        ("仿宋", "Font"),
        ("X" * 100, "X" * 63),
    ],
)
def test_a_postscript_name_holds_what_a_pdf_name_may(
    tmp_path: Path, stated: str, cleaned: str
) -> None:
    assert face(tmp_path, postscript=stated).postscript == cleaned


@pytest.mark.parametrize("outlines", ["cff", "truetype"])
def test_lengths_are_in_em(tmp_path: Path, outlines: made.Outlines) -> None:
    measured = face(tmp_path, outlines=outlines, weight=700)

    assert measured.outlines == outlines
    assert (measured.ascent, measured.descent, measured.cap_height) == (0.88, -0.12, 0.83)
    assert measured.box == (0.05, -0.07, 0.95, 0.83)
    assert (measured.italic_angle, measured.weight) == (0, 700)


@pytest.mark.parametrize("outlines", ["cff", "truetype"])
def test_widths_and_ink_are_those_that_were_drawn(tmp_path: Path, outlines: made.Outlines) -> None:
    drawn = face(tmp_path, outlines=outlines)
    inks = {mark: drawn.ink(drawn.glyph(mark)) for mark in "中A "}

    assert [drawn.advance(drawn.glyph(mark)) for mark in "中A "] == [1.0, 0.5, 0.5]
    assert inks == {
        "中": Ink(0.05, -0.07, 0.95, 0.83),
        "A": Ink(0.05, -0.07, 0.45, 0.83),
        " ": None,
    }


def test_a_character_that_a_face_lacks_has_glyph_0(tmp_path: Path) -> None:
    lacking = face(tmp_path)

    assert lacking.glyph("国") == 0
    assert lacking.characters == frozenset(map(ord, "AH中文 "))


def test_a_height_of_capitals_that_is_not_stated_is_that_of_h(tmp_path: Path) -> None:
    font = made.built("Test Font", "AH中")
    font["OS/2"].sCapHeight = 0
    font.save(tmp_path / "x.ttf")

    assert Face(tmp_path / "x.ttf").cap_height == 0.83


def test_a_depth_that_is_stated_as_a_positive_number_is_below_the_line_all_the_same(
    tmp_path: Path,
) -> None:
    font = made.built("Test Font", "中")
    font["hhea"].descent = 200
    font.save(tmp_path / "x.ttf")

    assert Face(tmp_path / "x.ttf").descent == -0.2


def test_a_slant_is_in_degrees(tmp_path: Path) -> None:
    font = made.built("Test Font", "中")
    font["post"].italicAngle = -12.5
    font.save(tmp_path / "x.ttf")

    assert Face(tmp_path / "x.ttf").italic_angle == -12.5


@pytest.mark.parametrize(
    ("stated", "allowed"),
    [
        (0x0000, True),
        (0x0002, False),  # restricted
        (0x0004, True),  # print and preview
        (0x0008, True),  # editable
        (0x0006, True),  # of several the most generous
        (0x0100, False),  # only as a whole
        (0x0200, False),  # only its bitmaps
    ],
)
def test_what_the_maker_allows_decides_on_embedding(
    tmp_path: Path, stated: int, allowed: bool
) -> None:
    assert face(tmp_path, embedding=stated).embeddable is allowed


def test_a_variable_font_is_drawable_where_its_weight_is_chosen(tmp_path: Path) -> None:
    path = made.font(tmp_path / "x.ttf", "Test Font", "中", heaviest=900)
    default, heavy = Face(path), Face(path, weight=900)

    assert (default.drawable, heavy.drawable) == (False, True)
    assert heavy.ink(heavy.glyph("中")) == Ink(0.05, -0.07, 1.0, 0.83)
    assert (heavy.weight, heavy.postscript) == (900, "TestFont-wght900")


def test_a_face_of_a_collection_is_found_by_its_place(tmp_path: Path) -> None:
    faces = [made.built("First", "中"), made.built("Second", "文")]
    path = made.collection(tmp_path / "x.ttc", faces)

    assert [Face(path, index).name for index in (0, 1)] == ["First", "Second"]
    assert [Face(path, index).glyph("文") for index in (0, 1)] == [0, 1]
