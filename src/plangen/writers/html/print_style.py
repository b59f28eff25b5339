"""How the page is printed: A4 with the geometry of the sheet, as far as CSS can say it."""

from __future__ import annotations

from string import Template

from plangen.document.elements import Document
from plangen.sheet.arrangement import BLANKS_BEFORE_NUMBER, BLANKS_BEFORE_TITLE
from plangen.sheet.columns import PADDING
from plangen.sheet.geometry import (
    CELL,
    CHARACTERS,
    DOUBLE_RULE_LEFT,
    DOUBLE_RULE_LENGTH,
    DOUBLE_RULE_WHITE,
    MM_PER_POINT,
    PAGE_HEIGHT,
    PAGE_NUMBER_CENTRE,
    PAGE_WIDTH,
    RED,
    RULE_THICKNESS,
    TYPE_BOTTOM,
    TYPE_LEFT,
    TYPE_RIGHT,
    TYPE_TOP,
    Profile,
)
from plangen.sheet.heads import NUMBER_LEFT, SIGNERS_RIGHT
from plangen.sheet.imprint import INDENT, imprint_bottom, imprint_rows
from plangen.sheet.mark import GAP, INK_BOTTOM, INK_TOP
from plangen.sheet.rosters import LEFT
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

SLACK = 0.002  # mm a character: without it, what is rounded lets 27 of 28 characters on a line
DASH_LOW = 0.11  # of its size: how far below the middle of a line faces of 宋体 draw a dash
THICK, THIN = 0.35, 0.25  # mm: rules of the 版记 (7.4.1)

_PRINT = Template("""\
@media print{
html{font-size:${size}pt}
body{color:#000;font-family:var(--fangsong);letter-spacing:$tracking;line-height:$line}
article{orphans:1;widows:1}
a{color:inherit;text-decoration:none}
.skip,.unseen{display:none}
h1,h2,h3,h4,h5,h6,.annex-label{break-after:avoid}
.title,.issued-title,.annex-title,.mark,.signed,.stamped,table,.imprint{letter-spacing:0}
.marked{padding-top:calc(var(--mark-end) + $before_number)}
.letter .marked{padding-top:calc(var(--mark-end) - $leading)}
.marked .above{left:0;position:absolute;top:0}
.marked .mark{left:0;position:absolute;right:0;top:var(--mark-top)}
.mark{align-items:center;color:#$red;display:flex;font-size:var(--size);justify-content:center;\
line-height:calc(var(--size)*$ink);text-align:center;transform:scaleX(var(--scale));\
white-space:nowrap}
.joint .organ{letter-spacing:var(--tracking,0);margin-right:calc(var(--tracking,0pt)*-1);\
text-align:left}
.organ+.organ{padding-top:calc(var(--line) - var(--size)*$ink)}
.mark>.suffix{padding-left:${gap}em}
.rule{border-bottom:$rule solid #$red;min-height:$line;padding-bottom:$rule_gap}
.signed{align-items:flex-end;display:flex;padding-left:${number_left}em;\
padding-right:${signers_right}em}
.issuer{padding-left:${number_left}em}
.issued{padding-right:${signers_right}em}
.facts dd,dt{white-space:nowrap}
.signed dt{align-self:flex-start}
.signed .number{flex:1 0 auto;text-align:left}
.pair{display:block;text-align:left}
.double-rule{left:$rule_left;position:absolute;width:$rule_length;\
top:calc(var(--mark-top) + var(--below));border:solid #$red;border-width:0;\
border-top-width:var(--upper);border-bottom-width:var(--lower);\
height:calc(var(--upper) + $rule_white + var(--lower))}
.facts.letter{position:relative}
.facts.letter .number{position:absolute;right:0;text-align:right;top:0}
.title{line-height:$line;padding:$before_title 0 $line}
.untitled{padding-top:$before_title}
article>.title:first-child{padding-top:0}
.part,.annex{break-before:page}
.annex-title{padding:$line 0}
.issued-title{padding:$two_lines 0 $line}
.annex-label{text-indent:0}
.annex-list,.attendance{margin:$line 0 0 ${list_left}em}
.roster{margin-left:${roster_left}em}
.scroll{overflow:visible}
table{line-height:$table_line;min-width:0!important}
tr{break-inside:avoid}
th,td{border-width:.5pt;padding:0 $padding}
.signature{break-before:avoid;break-inside:avoid;padding-top:$line}
.sealed{padding-bottom:var(--room);padding-top:$sealed}
.stamped{padding-top:$stamped}
.plain{padding-top:$plain}
.plain .signer,.plain .date{margin-left:var(--left);white-space:nowrap}
.signers{height:$line;position:relative}
.signers+.signers{margin-top:var(--apart)}
.signers .signer{left:var(--centre);position:absolute;top:0}
.sealed .date{height:$line;margin-left:var(--centre)}
.sealed time{display:block;position:absolute}
.signers .signer,.sealed time{transform:translateX(-50%);white-space:nowrap}
.sealed img{height:var(--height);left:50%;position:absolute;top:calc(var(--rise)*-1);\
transform:translateX(-50%);width:var(--width);z-index:-1}
.stamped .signer{align-items:center;display:flex;justify-content:flex-end;\
padding-right:${date_indent}em}
.stamped .stamp{padding-left:${office_gap}em}
.stamped img{display:block;height:var(--height);width:var(--width)}
.stamped .date{padding-right:${date_indent}em;padding-top:$line;text-align:right}
.note{break-before:avoid}
.foot{line-height:0}
.imprint{float:footnote;footnote-display:block;line-height:$imprint_line}
.imprint .rows{border:solid;border-width:$thick 0;margin-bottom:$imprint_raised}
.imprint .row{padding:0 ${imprint_indent}em}
.imprint .row+.row{border-top:$thin solid}
.imprint.unruled .rows,.imprint.unruled .row{border:0}
.imprint::footnote-call,.imprint::footnote-marker{content:none}
.landscape{page:landscape}
body.letter article{page:letter}
}
@page{margin:$top $right $bottom $left;size:$width $height}
@page:left{@bottom-left{$page_number;padding-left:1em}}
@page:right{@bottom-right{$page_number;padding-right:1em}}
@page landscape{margin:$turned;size:$height $width}
@page landscape:left{@bottom-left{content:none}@left-top{$even_number}}
@page landscape:right{@bottom-right{content:none}@left-bottom{$odd_number}}
@page letter:first{@bottom-right{content:none}}
""")


def overleaf_style(document: Document, profile: Profile) -> str:
    """For a 版记 that must leave the page on which the text ends: the foot of an even page.

    Empty where there is none that has to end the last even page: a letter's may end any (10.1).
    """
    if document.form == "信函" or not document.imprint or not imprint_rows(document.imprint):
        return ""
    area = mm(profile.body_bottom - profile.top)
    return (
        f".foot{{break-before:left;height:{area};position:relative}}"
        ".imprint{bottom:0;float:none;left:0;position:absolute;right:0}"
    )


def print_style(profile: Profile) -> str:
    """The rules of the sheet's styles, and those of a page laid out by a profile."""
    return sheet_style() + _PRINT.substitute(_values(profile))


def _values(profile: Profile) -> dict[str, str]:
    line = profile.line
    lengths = {
        "line": line,
        "two_lines": 2 * line,
        "leading": profile.leading(SIZE_3),
        "tracking": CELL - SLACK - SIZE_3 * MM_PER_POINT,
        "before_number": BLANKS_BEFORE_NUMBER * line - profile.leading(SIZE_3),
        "before_title": BLANKS_BEFORE_TITLE * line,
        "rule_gap": profile.rule_space(SIZE_3) * MM_PER_POINT,
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
        "ink": number(INK_TOP + INK_BOTTOM),  # a line of the mark is as high as its ink
        "gap": number(GAP),
        "number_left": number(NUMBER_LEFT),
        "signers_right": number(CHARACTERS - SIGNERS_RIGHT),
        "list_left": number(STYLES["annex_note"].left + STYLES["annex_note"].first_line),
        "roster_left": number(LEFT),
        "red": RED,
        "table_line": f"{number(STYLES['table_cell'].line or 0)}pt",
        "imprint_indent": number(INDENT),
        "date_indent": number(DATE_INDENT),
        "office_gap": number(OFFICE_GAP),
        "page_number": _page_number(profile),
        "turned": " ".join(map(mm, _turned(profile))),
        "even_number": _turned_number(profile, even=True),
        "odd_number": _turned_number(profile, even=False),
    }


def _number_style() -> str:
    style = STYLES["page_number"]
    return (
        f'content:"— " counter(page) " —";font-family:{font_stack(style.font)};'
        f"font-size:{number(style.size)}pt;line-height:{number(style.size)}pt"
    )


def _page_number(profile: Profile) -> str:
    """— 1 — (7.5): the middle of its dash at its place, one character from the outer edge."""
    height = STYLES["page_number"].size * MM_PER_POINT
    above = PAGE_NUMBER_CENTRE - profile.body_bottom - (0.5 + DASH_LOW) * height
    return f"{_number_style()};padding-top:{mm(above)};vertical-align:top"


def _turned(profile: Profile) -> tuple[float, float, float, float]:
    """Margins of a landscape page: the portrait sheet turned clockwise to be read (clause 8)."""
    return (
        profile.left - profile.raised,
        TYPE_TOP,
        profile.right,
        PAGE_HEIGHT - TYPE_BOTTOM,
    )


def _turned_number(profile: Profile, even: bool) -> str:
    """The number where it stands on the portrait sheet, at the left of the page and turned with it.

    Its box, at the upper or lower end of the left margin, is as high as it is wide: it turns about
    its middle, and is then moved so that the number is one character from the type area's corner.
    """
    top, _, bottom, box = _turned(profile)
    aside = STYLES["page_number"].size * MM_PER_POINT
    right = PAGE_HEIGHT - PAGE_NUMBER_CENTRE + DASH_LOW * aside - box / 2
    down = TYPE_LEFT + aside - top if even else bottom - (PAGE_WIDTH - TYPE_RIGHT) - aside
    return (
        f"{_number_style()};height:{mm(box)};text-align:{'left' if even else 'right'};"
        f"transform:translate({mm(right)},{mm(down)}) rotate(90deg);vertical-align:middle;"
        f"white-space:nowrap;width:{mm(box)}"
    )
