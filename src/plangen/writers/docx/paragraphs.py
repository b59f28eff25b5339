"""Lines of the arrangement as paragraphs."""

from __future__ import annotations

from plangen.sheet.geometry import CELL, MM_PER_POINT, RED, RULE_THICKNESS, Profile
from plangen.sheet.runs import Line, Run, Tab
from plangen.sheet.styles import STYLES
from plangen.writers.docx.styles import (
    LINKED,
    SIGNER,
    character_style_id,
    indent,
    style_id,
)
from plangen.writers.docx.wml import Element, add, run, spread_run, twips

CELL_POINTS = CELL / MM_PER_POINT
RULE_WIDTH = round(RULE_THICKNESS / MM_PER_POINT * 8)  # eighths of a point


def paragraph(parent: Element, style: str, page_break: bool = False) -> tuple[Element, Element]:
    """An empty paragraph of a style; gives the paragraph and its properties."""
    element = add(parent, "p")
    properties = add(element, "pPr")
    add(properties, "pStyle", val=style_id(style))
    if page_break:
        add(properties, "pageBreakBefore")
    return element, properties


def add_line(parent: Element, line: Line, profile: Profile) -> Element:
    """A line of the arrangement with its indents, stops and runs."""
    style = STYLES[line.style]
    element, properties = paragraph(parent, line.style)
    if style.keep_with_next and len({run.style for run in line.runs}) > 1:
        add(properties, "keepNext", val=0)  # a run-in title has its text beside it
    if line.rule_below:
        _red_rule(properties, profile)
    if line.tabs:
        add_tabs(properties, line.tabs)
    if line.left is not None or line.first_line is not None:
        left = style.left if line.left is None else line.left
        first = style.first_line if line.first_line is None else line.first_line
        indent(properties, style, left, first)
    for given in line.runs:
        add_run(element, given, profile)
    return element


def add_run(parent: Element, given: Run, profile: Profile) -> None:
    """A run in its own character style where it has one."""
    named = given.style in LINKED or given.style == SIGNER
    style = character_style_id(given.style) if named else ""
    if given.spread:
        spread_run(parent, given, style, CELL_POINTS, profile.tracking)
    else:
        run(parent, given.text, style)


def add_tabs(properties: Element, tabs: tuple[Tab, ...]) -> None:
    """Tab stops at cells of the type area."""
    element = add(properties, "tabs")
    for tab in tabs:
        add(element, "tab", val=tab.kind, pos=twips(tab.position * CELL))


def _red_rule(properties: Element, profile: Profile) -> None:
    """7.2.7: red, as wide as the type area, 4 mm below 发文字号.

    Word measures a border's space from the line box, whose lower edge lies below the ink by the
    leading under it.
    """
    space = profile.rule_space(STYLES["number"].size)
    borders = add(properties, "pBdr")
    add(borders, "bottom", val="single", sz=RULE_WIDTH, space=space, color=RED)


def add_blanks(parent: Element, count: int, last: int | None = None) -> None:
    """Blank lines of the grid (空行); ``last`` is the height of the last one in twips."""
    for position in range(count):
        _, properties = paragraph(parent, "blank")
        if last is not None and position == count - 1:
            add(properties, "spacing", line=last, lineRule="exact")
