"""What LibreOffice makes of a line that a docx describes (measured with 7.4.7).

It sets a gap where Chinese characters meet western letters or digits, whatever the file says, and
it does not count the tracking of the last character before every change between western characters
and others, marks included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from plangen.sheet.fitting import Tightened
from plangen.sheet.geometry import CELL, TWIPS_PER_MM
from plangen.sheet.widths import FOREIGN_GAP, MEETINGS
from plangen.typeset.justified import visible_end
from plangen.typeset.lines import NEARLY, UNSEEN
from plangen.typeset.paragraphs import Piece, SetParagraph

GRID_TRACKING = 5 / (CELL * TWIPS_PER_MM)  # 字: what the profiles track every character closer
_CHANGES = re.compile(r"(?<=[!-~])(?=[^!-~\s])|(?<=[^!-~\s])(?=[!-~])")


def tightened(paragraph: SetParagraph, item: int) -> Iterator[Tightened]:
    """The lines of a paragraph that hold more than their room in a word processor.

    Those are the lines with squeezed marks, and those for which LibreOffice has no room; where the
    gaps are not set, a line is justified back to its width. ``item`` is the paragraph's place in
    the arrangement.
    """
    for piece in chain.from_iterable(paragraph.lines):
        start, end = piece.broken.start, visible_end(piece.stretch.text, piece.broken)
        beyond, changes = _beyond(piece, start, end)
        counted = end - start - 1 - changes  # places where tracking makes a line shorter
        if counted > 0 and beyond > (NEARLY if changes else UNSEEN + NEARLY):
            begins = piece.stretch.begins
            by = beyond * (end - start - 1) / counted
            yield Tightened(item, begins + start, begins + end, by)


def _beyond(piece: Piece, start: int, end: int) -> tuple[float, int]:
    """By how many 字 a line is too wide for LibreOffice, and how often its script changes."""
    text = piece.stretch.text
    gaps = sum(1 for _ in MEETINGS.finditer(text.text, start, end))
    changes = sum(1 for _ in _CHANGES.finditer(text.text, start, end))
    width = text.width(start, end) + gaps * FOREIGN_GAP + changes * GRID_TRACKING
    return width - piece.broken.room, changes
