"""The grid of 22 lines and 28 characters, in the whole units of a word processor."""

from math import floor

import pytest

from plangen.fonts.roles import FONT_NAMES, FontRole
from plangen.sheet.geometry import (
    CELL,
    CHARACTERS,
    LINES,
    MARK_TOP,
    PAGE_HEIGHT,
    PROFILES,
    TWIPS_PER_MM,
    TYPE_BOTTOM,
    TYPE_RIGHT,
    TYPE_WIDTH,
    Profile,
)
from plangen.sheet.styles import STYLES

EACH = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


def test_the_type_area_is_the_standards() -> None:
    assert (TYPE_WIDTH, TYPE_RIGHT, TYPE_BOTTOM, MARK_TOP) == (156, 184, 262, 72)
    assert pytest.approx(5.571, abs=0.001) == CELL


@EACH
def test_22_lines_fit_and_no_23rd(profile: Profile) -> None:
    height = (profile.body_bottom - profile.top) * TWIPS_PER_MM

    assert floor(height / profile.pitch) == LINES


@EACH
def test_28_characters_fit_and_no_29th(profile: Profile) -> None:
    width = TYPE_WIDTH * TWIPS_PER_MM
    character = STYLES["body"].size * 20 + profile.tracking

    assert floor(width / character) == CHARACTERS


@EACH
def test_the_text_lies_in_the_middle_between_the_margins_of_the_standard(profile: Profile) -> None:
    assert (profile.left, profile.right) == (28, 26)
    assert profile.top + profile.bottom == pytest.approx(
        {"gb33476": 34.58 + 32.58, "nominal": 37 + 35}[profile.name]
    )
    assert profile.body_bottom == pytest.approx(PAGE_HEIGHT - profile.bottom)


@EACH
def test_the_white_of_a_line_is_shared_above_and_below(profile: Profile) -> None:
    assert 2 * profile.leading(16) + 16 * 25.4 / 72 == pytest.approx(profile.line)


@pytest.mark.parametrize(
    ("element", "role", "size"),
    [
        ("copy_number", "仿宋", 16),
        ("secrecy", "黑体", 16),
        ("urgency", "黑体", 16),
        ("number", "仿宋", 16),
        ("title", "小标宋", 22),
        ("recipients", "仿宋", 16),
        ("body", "仿宋", 16),
        ("heading1", "黑体", 16),
        ("heading2", "楷体", 16),
        ("heading3", "仿宋", 16),
        ("heading4", "仿宋", 16),
        ("annex_note", "仿宋", 16),
        ("signature", "仿宋", 16),
        ("date", "仿宋", 16),
        ("note", "仿宋", 16),
        ("annex_label", "黑体", 16),
        ("annex_title", "小标宋", 22),
        ("issued_title", "小标宋", 22),
        ("imprint", "仿宋", 14),
        ("page_number", "宋体", 14),
    ],
)
def test_each_element_is_set_in_the_type_of_its_clause(
    element: str, role: str, size: float
) -> None:
    style = STYLES[element]

    assert (style.font, style.size) == (role, size)


def test_every_class_of_type_has_a_face() -> None:
    assert set(FONT_NAMES) == set(FontRole)


def test_text_is_indented_by_two_characters_and_its_continuation_is_not() -> None:
    indented = {key for key, style in STYLES.items() if style.first_line == 2}

    assert indented == {"body", "heading1", "heading2", "heading3", "heading4", "note"}
    assert all(STYLES[key].left == 0 for key in indented)
