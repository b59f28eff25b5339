"""The characters of two standards, and how many of them a face has."""

from pathlib import Path

import pytest

from plangen.fonts.coverage import Coverage, coverage, gb2312_hanzi, standard_hanzi
from plangen.fonts.face import Face
from tests.fonts import made
from tests.fonts.stand_ins import stand_in


def test_gb_2312_has_6763_hanzi() -> None:
    assert len(gb2312_hanzi()) == 6763
    assert set(map(ord, "啊座亍齄")) <= gb2312_hanzi()  # the first and last of its two levels
    assert gb2312_hanzi().isdisjoint(map(ord, "，Ａ喆國〇"))


def test_the_standard_table_has_8105_hanzi() -> None:
    assert len(standard_hanzi()) == 8105
    # The first and last of its three levels, and characters of names that GB 2312 lacks.
    assert set(map(ord, "一矗乂齉亍蠼喆堃玥珺翀昇")) <= standard_hanzi()
    assert standard_hanzi().isdisjoint(map(ord, "國囍囯，Ａ〇"))


def test_a_face_has_so_many_of_so_many(tmp_path: Path) -> None:
    face = Face(made.font(tmp_path / "x.ttf", "Test", "一二國A"))

    assert coverage(face, standard_hanzi()) == Coverage(2, 8105)


@pytest.mark.parametrize("file", ["FandolFang-Regular.otf", "FandolKai-Regular.otf"])
def test_fandol_has_gb_2312_and_lacks_characters_of_names(file: str) -> None:
    face = stand_in(file)

    assert coverage(face, gb2312_hanzi()) == Coverage(6763, 6763)
    assert [face.glyph(character) for character in "喆堃玥珺翀昇"] == [0] * 6
