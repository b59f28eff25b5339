"""发文机关标志 at its fixed place: frames that stay where they are whatever stands above them."""

from __future__ import annotations

from plangen.sheet.geometry import MM_PER_POINT, TYPE_LEFT, TYPE_WIDTH
from plangen.sheet.mark import GAP, INK_TOP, MarkLayout
from plangen.writers.docx.paragraphs import paragraph
from plangen.writers.docx.wml import Element, add, text, twips

BASELINE = 0.8  # of an exact line's height: where word processors put the baseline


def add_mark(parent: Element, layout: MarkLayout) -> float:
    """The names in one frame and, for several organs, 文件 in a second one beside it.

    Gives how far the frame, and with it the next line, comes to lie below the mark's ink, in mm.
    """
    lines = _lines(layout)
    if not layout.suffix:
        x, width = TYPE_LEFT, TYPE_WIDTH
    else:
        em = layout.size * MM_PER_POINT
        total = layout.names_width + layout.suffix_width + GAP * em
        x, width = TYPE_LEFT + (TYPE_WIDTH - total) / 2, layout.names_width + 1.0
    for organ, tracking, line in zip(layout.names, layout.tracking, lines, strict=True):
        element = _framed(parent, x, layout.top, width, line)
        _set(element, organ, layout, tracking)
    if layout.suffix:
        middle = layout.first_baseline + layout.line * (len(lines) - 1) / 2
        top = middle - BASELINE * layout.line
        left = x + layout.names_width + GAP * em
        element = _framed(parent, left, top, layout.suffix_width + 1.0, layout.line)
        _set(element, layout.suffix, layout, 0)
    return sum(lines) - layout.height


def _lines(layout: MarkLayout) -> list[float]:
    """The height of each name's line in mm: the first begins where its ink does.

    A frame that began higher would push away what stands above the mark, and a single line that
    reached far below the ink would push the number down.
    """
    heights = [INK_TOP / BASELINE * layout.size * MM_PER_POINT]
    while len(heights) < len(layout.names):
        heights.append((layout.line - (1 - BASELINE) * heights[-1]) / BASELINE)
    return heights


def _framed(parent: Element, x: float, y: float, width: float, line: float) -> Element:
    element, properties = paragraph(parent, "mark")
    add(
        properties,
        "framePr",
        w=twips(width),
        hSpace=0,
        vSpace=0,
        wrap="notBeside",
        vAnchor="page",
        hAnchor="page",
        x=twips(x),
        y=twips(y),
    )
    add(properties, "spacing", line=twips(line), lineRule="exact")
    return element


def _set(element: Element, characters: str, layout: MarkLayout, tracking: float) -> None:
    """Characters at the mark's size; all but the last are spread to the longest name's width."""
    pieces = [characters] if not tracking else [characters[:-1], characters[-1]]
    for position, piece in enumerate(pieces):
        run = add(element, "r")
        properties = add(run, "rPr")
        spread = tracking if position == 0 else 0
        add(properties, "spacing", val=round(spread * 20))
        if layout.scale < 1:
            add(properties, "w", val=round(layout.scale * 100))
        for tag in ("sz", "szCs"):
            add(properties, tag, val=round(layout.size * 2))
        text(run, piece)
