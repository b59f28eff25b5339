"""Drawing lines of text: every character at its place, justified or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.pages.marks import Page
from plangen.pages.nodes import Node
from plangen.typeset.characters import HALF, HALVED_AT_END
from plangen.typeset.justified import Spaces, offsets, spaces, visible_end
from plangen.typeset.lines import UNSEEN
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
        added = spaces(text, line, piece.full)
        begins = offsets(text, line, added)
        for place, given in _narrowed(piece, added):
            role = next(span.role for span in piece.stretch.spans if place < span.end)
            begins[place - line.start] -= pen.overhang(text.text[place], role, given)
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


def _narrowed(piece: Piece, added: Spaces) -> Iterator[tuple[int, float]]:
    """The marks of a line that gave up white behind them, and how much, in 字."""
    text, line = piece.stretch.text, piece.broken
    for place, space in added.items():
        if space < -UNSEEN and text.text[place - 1] in HALVED_AT_END:
            yield place - 1, min(HALF, -space)  # the rest is that of an opening mark behind it
    last = visible_end(text, line) - 1
    if (piece.full or added) and last >= line.start and text.text[last] in HALVED_AT_END:
        yield last, HALF
