"""styles.xml: the sheet's styles as named Word styles that a person can change in one place."""

from __future__ import annotations

from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import Profile
from plangen.sheet.styles import RUN_STYLES, SIZE_3, STYLES, Style
from plangen.writers.docx.wml import Element, add, fonts, name, root

TABLE_STYLE = "OfficialTable"


def style_id(key: str) -> str:
    """The id of a style: ``annex_label`` → ``AnnexLabel``."""
    return "".join(word.capitalize() for word in key.split("_"))


def character_style_id(key: str) -> str:
    """The id of the character style that goes with a paragraph style."""
    return f"{style_id(key)}Char"


# paragraph styles whose characters are also set inside other paragraphs
LINKED = ("body", "heading1", "heading2", "heading3", "heading4", "secrecy", "urgency")
PAGE_STARTERS = ("annex_label",)
PLACED_BY_BASELINE = ("mark", "page_number")  # whose ink is measured from the page's edge


def styles_part(profile: Profile) -> Element:
    """The styles of a document set by a profile."""
    styles = root("styles")
    _defaults(styles, profile)
    _normal(styles, profile)
    for key, style in STYLES.items():
        _paragraph_style(styles, key, style)
    for key in LINKED:
        _character_style(styles, key, f"{STYLES[key].name} 字符", STYLES[key].font, linked=True)
    for key, (title, font) in RUN_STYLES.items():
        _character_style(styles, key, title, font, linked=False)
    _table_styles(styles)
    return styles


def _defaults(styles: Element, profile: Profile) -> None:
    defaults = add(styles, "docDefaults")
    properties = add(add(defaults, "rPrDefault"), "rPr")
    fonts(properties, FontRole.FANGSONG)
    add(properties, "spacing", val=profile.tracking)
    add(properties, "kern", val=0)
    add(properties, "sz", val=round(SIZE_3 * 2))
    add(properties, "szCs", val=round(SIZE_3 * 2))
    add(properties, "lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    paragraph = add(add(defaults, "pPrDefault"), "pPr")
    add(paragraph, "spacing", before=0, after=0, line=240, lineRule="auto")


def _normal(styles: Element, profile: Profile) -> None:
    """Normal: the grid's pitch as an exact height, whatever the font.

    No widow control, which would move lines and spoil 22 lines a page, and no gap between Chinese
    and western characters, which would spoil 28 characters a line. A mark may hang at the end of a
    line, as Word has it by default: LibreOffice 7.4 reads this switch the wrong way round, and in
    justified text it loses the marks that it hangs. Text aligned to the middle of its line
    (文本对齐方式：居中) lets LibreOffice leave as much white above the glyphs as below, as
    GB/T 33476.2 reckons.
    """
    style = add(styles, "style", type="paragraph", default=1, styleId="Normal")
    add(style, "name", val="Normal")
    add(style, "qFormat")
    properties = add(style, "pPr")
    for tag, on in (
        ("widowControl", 0),
        ("overflowPunct", 1),
        ("autoSpaceDE", 0),
        ("autoSpaceDN", 0),
        ("snapToGrid", 0),
    ):
        add(properties, tag, val=on)
    add(properties, "spacing", line=profile.pitch, lineRule="exact")
    add(properties, "textAlignment", val="center")


def _paragraph_style(styles: Element, key: str, style: Style) -> None:
    built_in = style.name == "Title" or style.name.startswith("heading")
    element = add(styles, "style", type="paragraph", styleId=style_id(key))
    if not built_in:
        element.set(name("customStyle"), "1")
    add(element, "name", val=style.name)
    add(element, "basedOn", val="Normal")
    if style.outline or key == "title":
        add(element, "next", val=style_id("body"))
    if key in LINKED:
        add(element, "link", val=character_style_id(key))
    add(element, "uiPriority", val=1)
    add(element, "qFormat")
    properties = add(element, "pPr")
    _paragraph_properties(properties, key, style)
    characters = add(element, "rPr")
    _character_properties(characters, style)
    for empty in (properties, characters):
        if not len(empty):
            element.remove(empty)


def _paragraph_properties(parent: Element, key: str, style: Style) -> None:
    if style.keep_with_next:
        add(parent, "keepNext")
    if key in PAGE_STARTERS:
        add(parent, "pageBreakBefore")
    if style.line:
        add(parent, "spacing", line=round(style.line * 20), lineRule="exact")
    indent(parent, style, style.left, style.first_line, style.right)
    if style.align != "left":
        add(parent, "jc", val="both" if style.align == "justify" else style.align)
    if key in PLACED_BY_BASELINE:
        add(parent, "textAlignment", val="auto")
    if style.outline:
        add(parent, "outlineLvl", val=style.outline - 1)


def indent(parent: Element, style: Style, left: float, first_line: float, right: float = 0) -> None:
    """Indents in characters, and in twips beside them for programs that read only those."""
    cell = style.size * 20 - 4  # twips: a character with its tracking, 156 mm / 28 for 3号
    values: dict[str, int] = {}
    for side, amount in (("left", left), ("right", right)):
        if amount:
            values |= {f"{side}Chars": round(amount * 100), side: round(amount * cell)}
    if first_line:
        side = "firstLine" if first_line > 0 else "hanging"
        amount = abs(first_line)
        values |= {f"{side}Chars": round(amount * 100), side: round(amount * cell)}
    if values:
        add(parent, "ind", **values)


def _character_properties(parent: Element, style: Style) -> None:
    if style.font is not FontRole.FANGSONG:
        fonts(parent, style.font)
    if style.colour:
        add(parent, "color", val=style.colour)
    if style.size != SIZE_3:
        add(parent, "spacing", val=0)
        add(parent, "sz", val=round(style.size * 2))
        add(parent, "szCs", val=round(style.size * 2))


def _character_style(styles: Element, key: str, title: str, font: FontRole, linked: bool) -> None:
    element = add(styles, "style", type="character", customStyle=1, styleId=character_style_id(key))
    add(element, "name", val=title)
    if linked:
        add(element, "link", val=style_id(key))
    add(element, "uiPriority", val=1)
    fonts(add(element, "rPr"), font)


def _table_styles(styles: Element) -> None:
    plain = add(styles, "style", type="table", default=1, styleId="TableNormal")
    add(plain, "name", val="Normal Table")
    add(plain, "uiPriority", val=99)
    add(plain, "semiHidden")
    add(plain, "unhideWhenUsed")
    properties = add(plain, "tblPr")
    add(properties, "tblInd", w=0, type="dxa")
    _cell_margins(properties, 0)
    official = add(styles, "style", type="table", customStyle=1, styleId=TABLE_STYLE)
    add(official, "name", val="公文表格")
    add(official, "basedOn", val="TableNormal")
    add(official, "uiPriority", val=1)
    add(official, "qFormat")
    properties = add(official, "tblPr")
    borders = add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(borders, side, val="single", sz=4, space=0, color="auto")
    _cell_margins(properties, 85)


def _cell_margins(properties: Element, side: int) -> None:
    margins = add(properties, "tblCellMar")
    for edge, width in (("top", 0), ("left", side), ("bottom", 0), ("right", side)):
        add(margins, edge, w=width, type="dxa")
