"""What drawings in a page share: the SVG element, labels that break, and colours."""

from __future__ import annotations

from plangen.fonts.roles import FontRole
from plangen.sheet.widths import WIDTHS
from plangen.writers.html.markup import Element, add, number
from plangen.writers.html.sheet_style import font_stack

SIZE = 13  # px: the letters of a drawing at its natural size
LINE = 18  # px: from one line of a label to the next
INK, PALE = "#111", "#6e6a62"  # letters and lines; axes


def add_svg(parent: Element, width: float, height: float, words: str) -> Element:
    """A drawing; to a screen reader it is an image that says ``words``."""
    size = {"width": number(width), "height": number(height)}
    box = f"0 0 {size['width']} {size['height']}"
    return add(
        parent,
        "svg",
        role="img",
        viewBox=box,
        aria_label=words,
        fill=INK,
        font_family=font_stack(FontRole.HEITI),
        font_size=number(SIZE),
        **size,
    )


def add_label(parent: Element, text: str, at: tuple[float, float], anchor: str = "start") -> None:
    """A line of letters whose baseline begins, ends or is centred at a point."""
    x, y = at
    add(parent, "text", text=text, x=number(x), y=number(y), text_anchor=anchor)


def lines_of(text: str, width: float) -> list[str]:
    """A label broken into lines of so many px; no character is left out."""
    lines, room = [""], width / SIZE
    filled = 0.0
    for character in text:
        if filled + WIDTHS[character] > room and lines[-1]:
            lines.append("")
            filled = 0.0
        lines[-1] += character
        filled += WIDTHS[character]
    return lines
