"""The sheet's styles as CSS rules that hold on screen and on paper alike.

Sizes are in rem: a rem is the size of the text, 3号, and as large as the medium wants it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plangen.fonts.roles import FONT_NAMES, FontRole
from plangen.fonts.typefaces import FALLBACKS, FANDOL_SONG, TYPEFACES, Typeface
from plangen.sheet.rosters import COLON, GAP, NAME_CELLS
from plangen.sheet.styles import RUN_STYLES, SIZE_3, STYLES, Style
from plangen.writers.html.markup import number

# Style of the sheet → what it sets in the page; the general before the particular.
SELECTORS: Mapping[str, str] = MappingProxyType(
    {
        "body": "p",
        "flush": ".flush",
        "copy_number": ".copy-number",
        "secrecy": ".secrecy",
        "urgency": ".urgency",
        "number": ".number",
        "title": ".title",
        "recipients": ".recipients",
        "heading1": ".heading1",
        "heading2": ".heading2",
        "heading3": ".heading3",
        "heading4": ".heading4",
        "signature": ".signer,.date",
        "note": ".note",
        "annex_label": ".annex-label",
        "annex_title": ".annex-title",
        "issued_title": ".issued-title",
        "table_caption": "caption,.table-caption",
        "table_head": "th,thead td",
        "table_cell": "tbody td,tbody p",
        "imprint": ".imprint,.imprint p",
    }
)
RUN_SELECTORS: Mapping[str, str] = MappingProxyType(
    {
        "signer": ".signer-of-head",
        "stamp_name": ".stamp",
        "attendance_label": ".attendance dt",
    }
)
FONTS: Mapping[FontRole, str] = MappingProxyType(
    {
        FontRole.XIAOBIAOSONG: "xiaobiaosong",
        FontRole.FANGSONG: "fangsong",
        FontRole.KAITI: "kaiti",
        FontRole.HEITI: "heiti",
    }
)  # custom property with the families of a role
COPIES = "抄送："  # 主送： is as wide
BOLD = 700  # the weight of 小标宋: its stand-ins are bold faces of other families
GENERIC: Mapping[FontRole, str] = MappingProxyType({FontRole.HEITI: "sans-serif"})


def sheet_style() -> str:
    """The rules of all styles."""
    fonts = ";".join(f"--{name}:{font_stack(role)}" for role, name in FONTS.items())
    rules = [
        f":root{{{fonts}}}",
        f".mark{{{_font(FontRole.XIAOBIAOSONG)}}}",
        *(f"{selector}{{{_style(STYLES[key])}}}" for key, selector in SELECTORS.items()),
        *(f"{selector}{{{_font(RUN_STYLES[key][1])}}}" for key, selector in RUN_SELECTORS.items()),
        *_lists(),
    ]
    return "\n".join(rules) + "\n"


def _lists() -> Iterator[str]:
    """Where what stands behind a label begins."""
    for key, item in (("annex_note", ".annex-list dd"), ("attendance", ".attendance dd")):
        yield f"{item}{{margin-left:{number(-STYLES[key].first_line)}em}}"
    copies = len(COPIES)
    yield f".imprint .listed{{padding-left:{copies}em;text-indent:-{copies}em}}"
    yield f".roster{{--colon:{number(COLON)}em;--gap:{number(GAP)}em}}"
    yield f".spread{{letter-spacing:{NAME_CELLS - 2}em}}"  # names of two characters


def font_stack(role: FontRole) -> str:
    """The families for a role, the true ones first, then those for characters they lack."""
    typefaces = [*TYPEFACES[role], *FALLBACKS[role]]
    families = [FONT_NAMES[role], *(name for face in typefaces for name in _families(face))]
    return ",".join(
        [*(f'"{name}"' for name in dict.fromkeys(families)), GENERIC.get(role, "serif")]
    )


def _families(typeface: Typeface) -> Iterator[str]:
    """What a style sheet may call a typeface.

    Not FandolSong, whose Regular and Bold share a family and a stated weight: any program may take
    either.
    """
    if typeface is not FANDOL_SONG:
        yield from typeface.families or typeface.names[:2]


def _font(role: FontRole) -> str:
    weight = BOLD if role is FontRole.XIAOBIAOSONG else 400
    return f"font-family:var(--{FONTS[role]});font-weight:{weight}"


def _style(style: Style) -> str:
    align = "justify;text-justify:inter-character" if style.align == "justify" else style.align
    parts = [
        _font(style.font),
        f"font-size:{number(style.size / SIZE_3)}rem",
        f"text-align:{align}",
        f"text-indent:{number(style.first_line)}em",
    ]
    return ";".join(parts)
