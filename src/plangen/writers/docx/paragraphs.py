"""Lines of the arrangement as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from plangen.sheet.fitting import Tightened
from plangen.sheet.geometry import CELL, MM_PER_POINT, RED, RULE_THICKNESS, Profile
from plangen.sheet.runs import Line, Run, Tab
from plangen.sheet.styles import RUN_STYLES, STYLES
from plangen.writers.docx.styles import (
    LINKED,
    character_style_id,
    indent,
    style_id,
)
from plangen.writers.docx.wml import Element, add, run, spread_run, twips

LEAST_LINE = 20  # twips: the lowest line that word processors set
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


def add_line(
    parent: Element, line: Line, profile: Profile, tightened: Sequence[Tightened] = ()
) -> Element:
    """A line of the arrangement with its indents, stops and runs.

    ``tightened`` are its lines on the page that have to be set closer to hold their last mark.
    """
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
    begins = 0
    for given in line.runs:
        if tightened and not given.spread:
            _add_tightened(element, given, profile, begins, tightened)
        else:
            add_run(element, given, profile)
        begins += len(given.text)
    return element


def _add_tightened(
    parent: Element, given: Run, profile: Profile, begins: int, tightened: Sequence[Tightened]
) -> None:
    """A run with the lines in it that are set closer: these are runs with tracking of their own."""
    end = begins + len(given.text)
    start = begins
    for line in tightened:
        first, last = max(line.start, start), min(line.end, end)
        if first >= last:
            continue
        if start < first:
            add_run(
                parent, replace(given, text=given.text[start - begins : first - begins]), profile
            )
        closer = ceil(line.by * CELL_POINTS * 20 / (line.end - line.start - 1))
        text = given.text[first - begins : last - begins]
        run(parent, text, _named(given), profile.tracking - closer)
        start = last
    if start < end:
        add_run(parent, replace(given, text=given.text[start - begins :]), profile)


def add_run(parent: Element, given: Run, profile: Profile) -> None:
    """A run in its own character style where it has one."""
    style = _named(given)
    if given.spread:
        spread_run(parent, given, style, CELL_POINTS, profile.tracking)
    else:
        run(parent, given.text, style)


def _named(given: Run) -> str:
    """The character style of a run that has one of its own."""
    named = given.style in LINKED or given.style in RUN_STYLES
    return character_style_id(given.style) if named else ""


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


def add_white(parent: Element, height: float, line: float) -> None:
    """Blank lines of ``line`` mm that come to ``height`` mm together; the last takes what is left.

    Less than a point is nothing.
    """
    count = max(1, int(height / line + 1e-6))
    last = twips(height - (count - 1) * line)
    if last >= LEAST_LINE:
        add_blanks(parent, count, last)
