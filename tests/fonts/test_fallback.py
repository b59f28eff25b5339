"""A glyph for every character: from the role's font, from another one, or from none."""

from pathlib import Path

import pytest

from plangen.fonts import choosing
from plangen.fonts.characters import is_invisible
from plangen.fonts.face import Face
from plangen.fonts.fonts import Fallback, Missing
from plangen.fonts.roles import FontRole
from tests.fonts import made
from tests.fonts.machine import Machine

FANGSONG, KAITI = FontRole.FANGSONG, FontRole.KAITI


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_character_that_the_font_has_comes_from_it(machine: Machine) -> None:
    fonts = made.fonts(machine.own, "中")
    face = fonts.choice(FANGSONG).face

    assert fonts.glyph(FANGSONG, "中") == (face, face.glyph("中"))
    assert face.glyph("中") > 0
    assert (fonts.fallbacks, fonts.missing) == ((), ())


def test_a_font_of_like_weight_lends_before_the_fonts_of_other_roles(machine: Machine) -> None:
    made.font(machine.system / "FandolFang-Regular.otf", "FandolFang R", "中")
    made.font(machine.system / "simkai.ttf", "KaiTi", "中喆堃")
    light = made.font(machine.system / "LXGWWenKai-Light.ttf", "LXGW WenKai Light", "中喆")
    made.font(machine.system / "LXGWWenKai-Regular.ttf", "LXGW WenKai", "中喆堃")
    fonts = machine.fonts()

    lenders = [fonts.glyph(FANGSONG, character)[0].name for character in "喆堃"]

    assert lenders == ["LXGW WenKai Light", "LXGW WenKai"]
    assert fonts.fallbacks[0].face.path == light


def test_another_true_font_of_the_role_lends_first(machine: Machine) -> None:
    made.font(machine.system / "FZXBSJW.TTF", "FZXiaoBiaoSong-B05S", "中")
    made.font(machine.system / "NotoSerifCJK-Bold.otf", "Noto Serif CJK SC Bold", "中喆")
    made.font(machine.system / "FZXBSK.TTF", "FZXiaoBiaoSong-B05", "中喆")

    lender, _ = machine.fonts().glyph(FontRole.XIAOBIAOSONG, "喆")

    assert lender.name == "FZXiaoBiaoSong-B05"


def test_fonts_of_rare_characters_are_asked_last(machine: Machine) -> None:
    made.all_roles(machine.system)
    made.font(machine.system / "simsunb.ttf", "SimSun-ExtB", "𠀀")
    fonts = machine.fonts()

    face, glyph = fonts.glyph(KAITI, "𠀀")

    assert (face.name, glyph) == ("SimSun-ExtB", 1)


def test_every_character_that_was_lent_or_is_missing_is_reported_once(machine: Machine) -> None:
    made.all_roles(machine.own, "中")
    made.font(machine.own / "LXGWWenKai-Regular.ttf", "LXGW WenKai", "喆")
    fonts = machine.fonts()

    for character in "中喆喆堃喆堃":
        fonts.glyph(KAITI, character)

    lender = fonts.glyph(KAITI, "喆")[0]
    assert lender.name == "LXGW WenKai"
    assert fonts.fallbacks == (Fallback(KAITI, "喆", lender),)
    assert fonts.missing == (Missing(KAITI, "堃"),)
    assert fonts.glyph(KAITI, "堃") == (fonts.choice(KAITI).face, 0)


@pytest.mark.parametrize("character", ["\u200d", "\ufe0f", "\U000e0100", "\n", "\ufeff", "\u00ad"])
def test_a_character_that_shows_nothing_is_neither_lent_nor_missing(
    machine: Machine, character: str
) -> None:
    fonts = made.fonts(machine.own)

    face, glyph = fonts.glyph(KAITI, character)

    assert is_invisible(character)
    assert (face, face.ink(glyph)) == (fonts.choice(KAITI).face, None)
    assert (fonts.fallbacks, fonts.missing) == ((), ())


@pytest.mark.parametrize("character", list("中A，。 \u3000①\u00a0\u2011〇𠀀é"))
def test_a_character_that_shows_or_takes_room_is_not_invisible(character: str) -> None:
    assert not is_invisible(character)


@pytest.mark.parametrize(("character", "like"), [("\u00a0", " "), ("\u2011", "-")])
def test_a_character_that_differs_in_breaking_only_is_drawn_as_the_plain_one(
    machine: Machine, character: str, like: str
) -> None:
    fonts = made.fonts(machine.own)

    assert fonts.glyph(KAITI, character) == fonts.glyph(KAITI, like)
    assert fonts.glyph(KAITI, like)[1] > 0


def test_no_file_is_opened_that_is_not_used(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.all_roles(machine.system, "中")
    made.font(machine.system / "LXGWWenKai-Regular.ttf", "LXGW WenKai", "中喆")
    made.font(machine.system / "NotoSansCJK-Regular.otf", "Noto Sans CJK SC", "中喆")
    opened = []

    class Counted(Face):
        def __init__(self, path: Path, index: int = 0, weight: int | None = None) -> None:
            opened.append(path.name)
            super().__init__(path, index, weight)

    monkeypatch.setattr(choosing, "Face", Counted)
    fonts = machine.fonts()

    assert opened == []
    fonts.glyph(KAITI, "中")
    assert opened == ["simkai.ttf"]
    fonts.glyph(KAITI, "喆")
    assert opened == ["simkai.ttf", "LXGWWenKai-Regular.ttf"]
