"""Drawing lines of text: every character at its place, justified or not."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.pages.marks import Page
from plangen.pages.nodes import Node
from plangen.typeset.justified import offsets, spaces
from plangen.typeset.paragraphs import Piece, SetParagraph
from plangen.typeset.pen import BLACK, Ink, Pen

Point = tuple[float, float]  # mm from a page's left and top


def draw_line(  # a line, its place, and with what it is drawn
    page: Page,
    pieces: Sequence[Piece],
    paragraph: SetParagraph,
    at: Point,
    pen: Pen,
    nodes: Sequence[Node] | None,
) -> None:
    """Draw one line whose left edge and baseline are ``at``; ``nodes``: one a run."""
    left, base = at
    em = paragraph.em
    colour = paragraph.style.colour or BLACK
    for piece in pieces:
        line, text = piece.broken, piece.stretch.text
        begins = offsets(text, line, spaces(text, line, piece.full))
        places = [begin * em for begin in begins]
        for span in piece.stretch.spans:
            start, end = max(span.start, line.start), min(span.end, line.end)
            if start < end:
                pen.draw(
                    page,
                    text.text[start:end],
                    places[start - line.start : end - line.start],
                    left + piece.left,
                    base,
                    Ink(span.role, paragraph.style.size, colour),
                    nodes[span.run] if nodes else None,
                )
