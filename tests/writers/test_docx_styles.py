"""Named styles: one place to change what an element looks like."""

from functools import cache

import pytest

from plangen.fonts.roles import FONT_NAMES
from plangen.sheet.geometry import PROFILES, Profile
from plangen.sheet.styles import STYLES
from plangen.typeset.characters import NO_END, NO_START
from plangen.writers.docx.styles import LINKED, style_id
from tests.document.samples import ANNEXED, NOTICE
from tests.writers.docx_file import Element, docx, found, sample, value, w

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
PARAGRAPH_STYLES = pytest.mark.parametrize("key", STYLES)


@cache
def styles_part() -> Element:
    return sample(NOTICE).part("styles")


@cache
def by_id() -> dict[str, Element]:
    return {str(style.get(w("styleId"))): style for style in found(styles_part(), "w:style")}


def faces(fonts: Element) -> list[str | None]:
    return [fonts.get(w(slot)) for slot in SLOTS]


def own_or_default(key: str, path: str, attribute: str = "val") -> str | None:
    own = value(by_id()[style_id(key)], f"w:rPr/{path}", attribute)
    return own or value(styles_part(), f"w:docDefaults/w:rPrDefault/w:rPr/{path}", attribute)


def test_the_default_is_3_hao_fangsong() -> None:
    (fonts,) = found(styles_part(), "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts")

    assert faces(fonts) == ["仿宋"] * 4
    assert value(styles_part(), "w:docDefaults//w:sz") == "32"


def test_every_style_that_names_a_font_fills_all_four_slots() -> None:
    named = found(styles_part(), "w:style/w:rPr/w:rFonts")

    assert len(named) > 8
    for fonts in named:
        assert len(set(faces(fonts))) == 1
        assert faces(fonts)[0] in FONT_NAMES.values()


@PARAGRAPH_STYLES
def test_each_element_has_its_face_and_size(key: str) -> None:
    style = STYLES[key]

    assert {own_or_default(key, "w:rFonts", slot) for slot in SLOTS} == {FONT_NAMES[style.font]}
    assert own_or_default(key, "w:sz") == own_or_default(key, "w:szCs") == str(int(style.size * 2))


@PARAGRAPH_STYLES
def test_only_the_bodys_size_is_drawn_together(key: str) -> None:
    tracked = own_or_default(key, "w:spacing")

    assert tracked == ("-5" if STYLES[key].size == 16 else "0")


@pytest.mark.parametrize(
    ("key", "name", "outline"),
    [
        ("title", "Title", None),
        ("heading1", "heading 1", "0"),
        ("heading2", "heading 2", "1"),
        ("heading3", "heading 3", "2"),
        ("heading4", "heading 4", "3"),
    ],
)
def test_titles_and_headings_are_words_own_styles(key: str, name: str, outline: str | None) -> None:
    style = by_id()[style_id(key)]

    assert style_id(key) == name.title().replace(" ", "")
    assert value(style, "w:name") == name
    assert style.get(w("customStyle")) is None
    assert value(style, "w:pPr/w:outlineLvl") == outline
    assert value(style, "w:next") == "Body"


def test_titles_of_parts_stand_in_the_navigation_and_nothing_else_does() -> None:
    outlined = {key for key in STYLES if value(by_id()[style_id(key)], "w:pPr/w:outlineLvl")}

    assert outlined == {f"heading{n}" for n in range(1, 5)} | {"annex_title", "issued_title"}


def test_all_other_styles_are_custom() -> None:
    own = {value(style, "w:name") for style in by_id().values() if not style.get(w("customStyle"))}

    assert own == {"Normal", "Normal Table", "Title", *(f"heading {n}" for n in range(1, 5))}


def test_styles_refer_to_styles_that_are_there() -> None:
    names = [value(style, "w:name") for style in by_id().values()]
    referred = {
        target.get(w("val"))
        for part in ("styles", "document", "footer1", "header1")
        for tag in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle")
        for target in found(sample(NOTICE).part(part), f".//w:{tag}")
    }

    assert len(set(names)) == len(found(styles_part(), "w:style")) == len(by_id())
    assert referred <= set(by_id())


def test_linked_styles_name_each_other_and_share_a_face() -> None:
    linked = {key: value(style, "w:link") for key, style in by_id().items() if key}
    pairs = {key: other for key, other in linked.items() if other}

    assert len(pairs) == 2 * len(LINKED)
    assert all(pairs[other] == key for key, other in pairs.items())
    for key in LINKED:
        character = by_id()[f"{style_id(key)}Char"]
        assert value(character, "w:rPr/w:rFonts", "eastAsia") == FONT_NAMES[STYLES[key].font]


def test_there_are_no_gaps_where_chinese_and_digits_meet_as_in_the_pdf() -> None:
    normal = found(by_id()["Normal"], "w:pPr")[0]

    assert [value(normal, f"w:autoSpace{kind}") for kind in ("DE", "DN")] == ["0", "0"]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_line_is_exactly_as_high_as_the_profile_says(profile: Profile) -> None:
    part = docx(ANNEXED, profile).part("styles")

    normal = found(part, "w:style[@w:styleId='Normal']/w:pPr")[0]
    assert value(normal, "w:spacing", "line") == str(profile.pitch)
    assert value(normal, "w:spacing", "lineRule") == "exact"
    assert value(part, "w:docDefaults//w:rPr/w:spacing") == str(profile.tracking)


def test_nothing_moves_lines_off_the_grid() -> None:
    normal = found(by_id()["Normal"], "w:pPr")[0]
    off = ("widowControl", "snapToGrid")

    assert {tag: value(normal, f"w:{tag}") for tag in off} == dict.fromkeys(off, "0")
    assert value(normal, "w:spacing", "before") is None
    assert value(styles_part(), "w:docDefaults//w:pPr/w:spacing", "before") == "0"
    assert value(styles_part(), "w:docDefaults//w:pPr/w:spacing", "after") == "0"


def test_indents_are_given_in_characters_and_in_twips() -> None:
    (body,) = found(by_id()["Body"], "w:pPr/w:ind")

    assert {local_name(name): given for name, given in body.attrib.items()} == {
        "firstLineChars": "200",
        "firstLine": "632",
    }
    for indent in found(styles_part(), ".//w:ind"):
        names = {local_name(name) for name in indent.attrib}
        assert {f"{name}Chars" for name in names if not name.endswith("Chars")} <= names


def local_name(attribute: str | bytes) -> str:
    return str(attribute).split("}")[1]


def test_the_table_of_fonts_has_every_face_with_its_english_name() -> None:
    table = sample(NOTICE).part("fontTable")

    names = {str(font.get(w("name"))): value(font, "w:altName") for font in found(table, "w:font")}

    assert set(names) == set(FONT_NAMES.values())
    assert names["仿宋"] == "FangSong"
    assert all(name and name.isascii() for name in names.values())


def test_settings_part_odd_and_even_pages_and_keep_the_marks_of_the_lines() -> None:
    settings = sample(NOTICE).part("settings")

    before, after = (value(settings, f"w:noLineBreaks{side}") for side in ("Before", "After"))

    assert found(settings, "w:evenAndOddHeaders")
    assert {setting.get(w("val")) for setting in found(settings, "w:compat/*[1]")} == {"15"}
    assert value(settings, "w:noLineBreaksBefore", "lang") == "zh-CN"
    assert set(before or "") >= NO_START
    assert NO_END - {"/"} <= set(after or "")


def test_every_element_of_the_sheet_has_its_style() -> None:
    assert {style_id(key) for key in STYLES} <= set(by_id())
