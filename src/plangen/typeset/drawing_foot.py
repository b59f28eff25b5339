"""Drawing what stands at the foot of pages: the 版记 (7.4) and page numbers (7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.fonts.roles import FontRole
from plangen.pages.marks import Page, Rule
from plangen.sheet.arrangement import SetImprint
from plangen.sheet.geometry import (
    CELL,
    MM_PER_POINT,
    PAGE_HEIGHT,
    PAGE_NUMBER_CENTRE,
    TYPE_LEFT,
    TYPE_RIGHT,
    TYPE_WIDTH,
)
from plangen.sheet.imprint import ImprintParagraph, imprint_bottom, imprint_rows
from plangen.sheet.runs import Line, Run, Tab
from plangen.sheet.styles import IMPRINT_LINE, SIZE_4
from plangen.typeset.drawing_lines import draw_line
from plangen.typeset.elements import Elements
from plangen.typeset.paragraphs import SetParagraph, set_paragraph
from plangen.typeset.pen import Ink, Pen, baseline

THICK, THIN = 0.35, 0.25  # mm: first and last rule, rules between (7.4.1)
CHARACTER = SIZE_4 * MM_PER_POINT  # 1 字 of 4号
STEP = IMPRINT_LINE * MM_PER_POINT
DASH = "—"


def draw_imprint(page: Page, item: SetImprint, pen: Pen, elements: Elements) -> None:
    """The rows of the 版记, the last one ending at the lower edge of the type area."""
    rows = [
        [line for given in row.paragraphs for line in _lines(given, pen)]
        for row in imprint_rows(item.imprint)
    ]
    heights = [sum(len(line.lines) for line in row) * STEP for row in rows]
    top = imprint_bottom(item.ruled) - sum(heights)
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        if item.ruled:
            _rule(page, top, THIN if number else THICK)
        _draw_row(page, top, row, pen, elements)
        top += height
    if item.ruled:
        _rule(page, top, THICK)


def _rule(page: Page, middle: float, thickness: float) -> None:
    page.marks.append(Rule(TYPE_LEFT, middle - thickness / 2, TYPE_WIDTH, thickness))


def _draw_row(
    page: Page, top: float, row: list[SetParagraph], pen: Pen, elements: Elements
) -> None:
    for paragraph in row:
        nodes = elements.of_runs(paragraph.line)
        for pieces in paragraph.lines:
            base = baseline(top, STEP, SIZE_4)
            draw_line(page, pieces, paragraph, (TYPE_LEFT, base), pen, nodes)
            top += STEP


def _lines(given: ImprintParagraph, pen: Pen) -> Iterator[SetParagraph]:
    """抄送 hangs under its label; 印发机关 and 印发日期 share a line where it holds both."""
    label = len(given.label)
    text = Line("imprint", (Run(given.label + given.text),), left=1 + label, first_line=-label)
    if not given.right:
        yield set_paragraph(text, TYPE_WIDTH, pen.measures)
        return
    at_right = Tab((TYPE_WIDTH - CHARACTER) / CELL, "right")
    width = sum(pen.widths(given.text + given.right, FontRole.FANGSONG, SIZE_4))
    if given.text and width + 3 * CHARACTER <= TYPE_WIDTH:
        both = Line("imprint", (Run(given.text), Run(f"\t{given.right}")), tabs=(at_right,))
        yield set_paragraph(both, TYPE_WIDTH, pen.measures)
        return
    if given.text:
        yield set_paragraph(text, TYPE_WIDTH, pen.measures)
    yield set_paragraph(
        Line("imprint", (Run(f"\t{given.right}"),), tabs=(at_right,)), TYPE_WIDTH, pen.measures
    )


def draw_page_number(page: Page, number: int, pen: Pen) -> None:
    """— 1 —: at the right on odd pages, at the left on even ones, one character in (7.5).

    On a landscape page it stands where it would on the portrait sheet (clause 8), which is turned
    clockwise to be read.
    """
    text = f"{DASH} {number} {DASH}"
    ink = Ink(FontRole.SONGTI, SIZE_4)
    widths = pen.widths(text, ink.role, ink.size)
    begins = [sum(widths[:place]) for place in range(len(text))]
    above, below = pen.ink_of(DASH, ink)
    base = PAGE_NUMBER_CENTRE + (above - below) / 2
    left = TYPE_RIGHT - CHARACTER - sum(widths) if number % 2 else TYPE_LEFT + CHARACTER
    if page.width < page.height:
        pen.draw(page, text, begins, left, base, ink)
    else:
        pen.draw(page, text, begins, PAGE_HEIGHT - base, left, ink, turned=True)
