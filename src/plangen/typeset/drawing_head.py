"""Drawing the 版头 (7.2, 10.1): the mark, the red rule below 发文字号, a letter's double rules."""

from __future__ import annotations

from plangen.fonts.roles import FontRole
from plangen.pages.marks import Page, Rule
from plangen.pages.nodes import Node
from plangen.sheet.geometry import (
    DOUBLE_RULE_LENGTH,
    MM_PER_POINT,
    PAGE_WIDTH,
    RED,
    RULE_GAP,
    RULE_THICKNESS,
    TYPE_LEFT,
    TYPE_WIDTH,
)
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.mark import GAP, MarkLayout
from plangen.typeset.paragraphs import SetParagraph
from plangen.typeset.pen import Ink, Pen


def mark_baseline(layout: MarkLayout, pen: Pen) -> float:
    """The first name's baseline: its ink, not its line, begins at the layout's top (7.2.4)."""
    above, _ = pen.ink_of(layout.names[0], _mark_ink(layout))
    return layout.top + above


def mark_bottom(layout: MarkLayout, pen: Pen) -> float:
    """Where the ink of the mark's last name ends, in mm from the page's top."""
    _, below = pen.ink_of(layout.names[-1], _mark_ink(layout))
    return mark_baseline(layout, pen) + layout.line * (len(layout.names) - 1) + below


def _mark_ink(layout: MarkLayout) -> Ink:
    return Ink(FontRole.XIAOBIAOSONG, layout.size, RED, layout.scale)


def draw_mark(page: Page, layout: MarkLayout, pen: Pen, node: Node) -> None:
    """The mark, its names one below the other and 文件 beside them."""
    ink = _mark_ink(layout)
    step = layout.size * MM_PER_POINT * layout.scale
    first = mark_baseline(layout, pen)
    if layout.suffix:
        gap = GAP * layout.size * MM_PER_POINT
        whole = layout.names_width + gap + layout.suffix_width
        left = TYPE_LEFT + (TYPE_WIDTH - whole) / 2
    else:
        left = TYPE_LEFT + (TYPE_WIDTH - step * len(layout.names[0])) / 2
    for row, (name, tracking) in enumerate(zip(layout.names, layout.tracking, strict=True)):
        begins = [place * (step + tracking * MM_PER_POINT) for place in range(len(name))]
        pen.draw(page, name, begins, left, first + row * layout.line, ink, node)
    if layout.suffix:
        begins = [place * step for place in range(len(layout.suffix))]
        middle = first + layout.line * (len(layout.names) - 1) / 2
        pen.draw(page, layout.suffix, begins, left + layout.names_width + gap, middle, ink, node)


def draw_red_rule(page: Page, paragraph: SetParagraph, base: float, pen: Pen) -> None:
    """7.2.7: as wide as the type area, 4 mm below the ink of 发文字号."""
    text = paragraph.line.text.replace("\t", "") or "号"
    _, below = pen.ink_of(text, Ink(paragraph.style.font, paragraph.style.size))
    page.marks.append(Rule(TYPE_LEFT, base + below + RULE_GAP, TYPE_WIDTH, RULE_THICKNESS, RED))


def draw_double_rules(page: Page, rules: SetDoubleRules) -> None:
    """10.1: two double rules, 170 mm long, in the middle of the page."""
    left = (PAGE_WIDTH - DOUBLE_RULE_LENGTH) / 2
    for double in (rules.first, rules.second):
        for top, thickness in double.strokes:
            page.marks.append(Rule(left, top, DOUBLE_RULE_LENGTH, thickness, RED))
