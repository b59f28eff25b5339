"""How the page is printed: A4 with the geometry of the sheet, as far as CSS can say it."""

from __future__ import annotations

from string import Template

from plangen.fonts.roles import FontRole
from plangen.sheet.arrangement import BLANKS_BEFORE_NUMBER, BLANKS_BEFORE_TITLE
from plangen.sheet.columns import PADDING
from plangen.sheet.geometry import (
    CELL,
    DOUBLE_RULE_LEFT,
    DOUBLE_RULE_LENGTH,
    DOUBLE_RULE_WHITE,
    MM_PER_POINT,
    PAGE_HEIGHT,
    PAGE_NUMBER_CENTRE,
    PAGE_WIDTH,
    RED,
    RULE_GAP,
    RULE_THICKNESS,
    TYPE_BOTTOM,
    TYPE_LEFT,
    TYPE_TOP,
    TYPE_WIDTH,
    Profile,
)
from plangen.sheet.imprint import INDENT, imprint_bottom
from plangen.sheet.signature import (
    BLANKS_PLAIN,
    BLANKS_SEALED,
    BLANKS_STAMPED,
    DATE_INDENT,
    OFFICE_GAP,
)
from plangen.sheet.styles import IMPRINT_LINE, SIZE_3, STYLES
from plangen.writers.html.markup import mm, number
from plangen.writers.html.sheet_style import font_stack, sheet_style

INK_HEIGHT = 0.925  # of the mark's size: its line is as high as its ink
THICK, THIN = 0.35, 0.25  # mm: rules of the 版记 (7.4.1)

_PRINT = Template("""\
@media print{
html{font-size:${size}pt}
body{color:#000;font-family:$fangsong;letter-spacing:$tracking;line-height:$line}
article{orphans:1;widows:1}
a{color:inherit;text-decoration:none}
.skip,.unseen{display:none}
h1,h2,h3,h4,h5,h6,.annex-label{break-after:avoid}
.title,.issued-title,.annex-title,.mark,table,.imprint{letter-spacing:0}
.marked{padding-top:calc(var(--mark-end) + $before_number)}
.letter.document .marked,.letter .marked{padding-top:calc(var(--mark-end) - $leading)}
.marked .above{left:0;position:absolute;top:0}
.marked .mark{left:0;position:absolute;right:0;top:var(--mark-top)}
.mark{align-items:center;color:#$red;display:flex;font-size:var(--size);justify-content:center;\
line-height:calc(var(--size)*$ink);text-align:center;transform:scaleX(var(--scale));\
white-space:nowrap}
.names:has(.organ+.organ) .organ{letter-spacing:var(--tracking,0);text-align:left}
.names:has(.organ+.organ) .organ+.organ{padding-top:calc(var(--line) - var(--size)*$ink)}
.mark>.suffix{padding-left:.5em}
.rule{border-bottom:$rule solid #$red;min-height:$line;padding-bottom:$rule_gap}
.signed{align-items:flex-end;display:flex;justify-content:space-between;padding-left:1em;\
padding-right:1em}
.signers-of-head{display:flex}
.signers-of-head dd{display:grid;column-gap:1em;grid-template-columns:auto auto}
.issue{display:flex;justify-content:space-between;padding:0 1em}
.double-rule{left:$rule_left;position:absolute;width:$rule_length;\
top:calc(var(--mark-top) + var(--below));border:solid #$red;border-width:0;\
border-top-width:var(--upper);border-bottom-width:var(--lower);\
height:calc(var(--upper) + $rule_white + var(--lower))}
.facts.letter .number{position:absolute;right:0;text-align:right}
.title{line-height:$line;padding:$before_title 0 $line}
.untitled{padding-top:$before_title}
article>.title:first-child{padding-top:0}
.part,.annex{break-before:page}
.annex-title{padding:$line 0}
.issued-title{padding:$two_lines 0 $line}
.annex-label{text-indent:0}
.annex-list,.attendance{margin:$line 0 0 2em}
.roster{margin-left:2em}
.scroll{overflow:visible}
table{line-height:$table_line;min-width:0!important}
tr{break-inside:avoid}
th,td{border-width:.5pt;padding:0 $padding}
.signature{break-inside:avoid;padding-top:$line}
.sealed{padding-bottom:var(--room);padding-top:$sealed}
.stamped{padding-top:$stamped}
.plain{padding-top:$plain}
.plain .signer,.plain .date{margin-left:var(--left);white-space:nowrap}
.signers,.sealed .date{height:$line;position:relative}
.signers+.signers{margin-top:var(--apart)}
.signers .signer,.sealed time{left:var(--centre);position:absolute;transform:translateX(-50%);\
white-space:nowrap}
.sealed .date{position:relative}
.sealed time{display:block;left:0}
.sealed .date{margin-left:var(--centre)}
.signers .signer{top:0}
.sealed img{height:var(--height);left:50%;position:absolute;top:calc(var(--rise)*-1);\
transform:translateX(-50%);width:var(--width);z-index:-1}
.stamped .signer{align-items:center;display:flex;justify-content:flex-end;\
padding-right:${date_indent}em}
.stamped .stamp{padding-left:${office_gap}em}
.stamped img{display:block;height:var(--height);width:var(--width)}
.stamped .date{padding-right:${date_indent}em;padding-top:$line;text-align:right}
.note{break-before:avoid}
.imprint{border:solid;border-width:$thick 0;float:footnote;footnote-display:block;\
line-height:$imprint_line;margin-bottom:$imprint_raised}
.imprint .row{padding:0 ${imprint_indent}em}
.imprint .row+.row{border-top:$thin solid}
.imprint.unruled{border:0}
.imprint::footnote-call,.imprint::footnote-marker{content:none}
.listed{padding-left:3em;text-indent:-3em}
.landscape{page:landscape}
body.letter article{page:letter}
}
@page{margin:$top $right $bottom $left;size:$width $height}
@page:left{@bottom-left{$page_number;padding-left:1em}}
@page:right{@bottom-right{$page_number;padding-right:1em}}
@page landscape{margin:$turned;size:$height $width}
@page letter:first{@bottom-right{content:none}}
""")

# For a 版记 that must leave the page on which the text ends: it goes to the foot of an even page.
OVERLEAF = Template("""\
.imprint{bottom:$imprint_raised;float:none;left:0;margin-bottom:0;position:absolute;right:0}
.imprint-page{break-before:left;height:$area;position:relative}
""")


def print_style(profile: Profile) -> str:
    """The rules of the sheet's styles, and those of a page laid out by a profile."""
    return sheet_style() + _PRINT.substitute(_values(profile))


def _values(profile: Profile) -> dict[str, str]:
    line = profile.line
    lengths = {
        "line": line,
        "two_lines": 2 * line,
        "leading": profile.leading(SIZE_3),
        "tracking": CELL - SIZE_3 * MM_PER_POINT,
        "before_number": BLANKS_BEFORE_NUMBER * line - profile.leading(SIZE_3),
        "before_title": BLANKS_BEFORE_TITLE * line,
        "rule_gap": RULE_GAP - profile.leading(SIZE_3),
        "rule": RULE_THICKNESS,
        "rule_left": DOUBLE_RULE_LEFT - TYPE_LEFT,
        "rule_length": DOUBLE_RULE_LENGTH,
        "rule_white": DOUBLE_RULE_WHITE,
        "padding": PADDING / 2,
        "sealed": BLANKS_SEALED * line,
        "plain": BLANKS_PLAIN * line,
        "stamped": BLANKS_STAMPED * line,
        "thick": THICK,
        "thin": THIN,
        "imprint_line": IMPRINT_LINE * MM_PER_POINT,
        "imprint_raised": profile.body_bottom - imprint_bottom(ruled=True),
        "top": profile.top,
        "right": profile.right,
        "bottom": profile.bottom,
        "left": profile.left,
        "width": PAGE_WIDTH,
        "height": PAGE_HEIGHT,
    }
    values = {name: mm(length) for name, length in lengths.items()}
    return values | {
        "size": number(SIZE_3),
        "ink": number(INK_HEIGHT),
        "red": RED,
        "fangsong": font_stack(FontRole.FANGSONG),
        "table_line": f"{number(STYLES['table_cell'].line or 0)}pt",
        "imprint_indent": number(INDENT),
        "date_indent": number(DATE_INDENT),
        "office_gap": number(OFFICE_GAP),
        "page_number": _page_number(profile),
        "turned": _turned(profile),
    }


def _page_number(profile: Profile) -> str:
    """— 1 — (7.5): the middle of its dash at its place, one character from the outer edge."""
    style = STYLES["page_number"]
    above = PAGE_NUMBER_CENTRE - profile.body_bottom - style.size * MM_PER_POINT / 2
    return (
        'content:"— " counter(page) " —";vertical-align:top;'
        f"font-family:{font_stack(style.font)};font-size:{number(style.size)}pt;"
        f"line-height:{number(style.size)}pt;padding-top:{mm(above)}"
    )


def _turned(profile: Profile) -> str:
    """Margins of a landscape page: the portrait sheet turned clockwise to be read (clause 8)."""
    margins = (
        profile.left - profile.raised,
        TYPE_TOP,
        profile.right,
        PAGE_HEIGHT - TYPE_BOTTOM,
    )
    return " ".join(map(mm, margins))


def text_area(profile: Profile) -> tuple[float, float]:
    """Width and height of the text area of a portrait page, in mm."""
    return TYPE_WIDTH, profile.body_bottom - profile.top
