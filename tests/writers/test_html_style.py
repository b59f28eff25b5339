"""The style sheet: the sheet's measures, each from its one place."""

import re

import pytest

from plangen.document.elements import Document, Head, Mark
from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import PROFILES
from plangen.writers.html.print_style import overleaf_style, print_style
from plangen.writers.html.sheet_style import font_stack
from tests.document.forms import LETTER
from tests.document.samples import ANNEXED, NOTICE
from tests.interop.standard import (
    CELL,
    LETTER_MARK_TOP,
    LINE,
    LONG_SIDE,
    MARK_TOP,
    ORDER_MARK_TOP,
    POINT,
    SHORT_SIDE,
    TITLE_SIZE,
)
from tests.writers.html_page import HtmlPage

STYLE = print_style(PROFILES["gb33476"])


def declared(rule: str, property_: str, style: str = STYLE) -> str:
    """The value of a property in the last rule of a selector that has it."""
    found = re.findall(rf"(?:^|[\n}}]){re.escape(rule)}{{[^}}]*?\b{property_}:([^;}}]*)", style)
    return str(found[-1])


def length(text: str) -> float:
    """A length in mm."""
    number, unit = re.fullmatch(r"(-?[\d.]+)(mm|pt)", text).groups()  # type: ignore[union-attr]  # else the test fails
    return float(number) * (POINT if unit == "pt" else 1)


@pytest.mark.parametrize(
    ("profile", "margins"),
    [("gb33476", (34.58, 26, 32.58, 28)), ("nominal", (37, 26, 35, 28))],
)
def test_the_margins_are_the_profile_s(profile: str, margins: tuple[float, ...]) -> None:
    style = print_style(PROFILES[profile])

    stated = [length(side) for side in declared("@page", "margin", style).split()]

    assert stated == pytest.approx(list(margins), abs=0.11)


def test_the_page_is_a4_and_a_landscape_one_the_same_sheet_turned() -> None:
    sides = [length(side) for side in declared("@page", "size").split()]
    turned = [length(side) for side in declared("@page landscape", "size").split()]

    assert sides == [SHORT_SIDE, LONG_SIDE]
    assert turned == [LONG_SIDE, SHORT_SIDE]


def test_a_character_and_its_tracking_fill_a_cell() -> None:
    tracking = length(declared("body", "letter-spacing"))

    assert 16 * POINT + tracking == pytest.approx(CELL, abs=0.005)
    assert (16 * POINT + tracking) * 28 < CELL * 28
    assert length(declared("body", "line-height")) == pytest.approx(LINE, abs=0.01)


def test_sizes_are_in_the_size_of_the_text() -> None:
    assert declared("html", "font-size") == "16pt"
    assert declared(".title", "font-size") == f"{TITLE_SIZE / 16}rem"


@pytest.mark.parametrize(
    ("document", "top"),
    [
        (NOTICE, MARK_TOP),
        (LETTER, LETTER_MARK_TOP),
        (Document("", form="命令", head=Head(mark=Mark(("甲",), "令"))), ORDER_MARK_TOP),
    ],
)
def test_the_mark_begins_at_the_place_of_its_form(document: Document, top: float) -> None:
    (head,) = HtmlPage(document).of_class("head")

    stated = re.search(r"--mark-top:([^;]*)", str(head.get("style")))

    assert stated
    assert length(stated[1]) + PROFILES["gb33476"].top == pytest.approx(top)


def test_fonts_are_the_true_ones_first_and_then_those_for_rare_characters() -> None:
    families = font_stack(FontRole.FANGSONG).split(",")

    assert families[0] == '"仿宋"'
    assert families.index('"FandolFang R"') < families.index('"LXGW WenKai"')
    assert families[-1] == "serif"
    assert font_stack(FontRole.HEITI).endswith(",sans-serif")


def test_fandol_song_is_not_named_since_its_bold_calls_itself_the_same() -> None:
    assert "FandolSong" not in font_stack(FontRole.SONGTI)


def test_only_a_ruled_imprint_must_end_an_even_page() -> None:
    profile = PROFILES["gb33476"]

    assert "break-before:left" in overleaf_style(NOTICE, profile)
    assert overleaf_style(LETTER, profile) == ""
    assert overleaf_style(ANNEXED, profile) == ""


def test_no_measure_is_left_out() -> None:
    assert "$" not in STYLE
    assert STYLE.count("{") == STYLE.count("}")
