"""Columns of a table (表格): how wide each is, so that the text in it is read without a hunt.

Stated weights are kept. Otherwise the columns fit what they hold: a column of short entries (序号,
时限) is as wide as its longest entry, and the others share the rest so that rows stay low.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import sqrt

from plangen.document.blocks import Cell, Table, placed
from plangen.document.outline import inline_text
from plangen.sheet.geometry import MM_PER_POINT
from plangen.sheet.styles import SIZE_TABLE
from plangen.sheet.widths import cells

PADDING = 3.0  # mm: both sides of a cell together
SLACK = 0.25  # 字 that an entry gets beyond its own width, so that no program wraps it
NARROWEST = 2.0  # 字: a column of 序号 still shows its heading in two lines
_UNIT = re.compile(r"[A-Za-z0-9.,:%‰~～-]+|.")


def column_widths(table: Table, total: float, labels: Mapping[str, str]) -> list[float]:
    """The widths of a table's columns in mm; together ``total``."""
    weights = [column.weight for column in table.columns]
    if any(weight is not None for weight in weights):
        stated = [weight or 1 for weight in weights]
        return [total * weight / sum(stated) for weight in stated]
    character = SIZE_TABLE * MM_PER_POINT
    room = total / character - len(weights) * PADDING / character
    entries = _entries(table, labels)
    widths = _shared([_Column(texts) for texts in entries], room)
    return [width * character + PADDING for width in widths]


class _Column:
    """What a column holds: its longest entry, its longest word, and all its text, in 字."""

    def __init__(self, texts: list[str]) -> None:
        widths = [cells(text) + SLACK for text in texts] or [NARROWEST]
        self.longest = max(NARROWEST, *widths)
        words = (cells(unit) for text in texts for unit in _UNIT.findall(text))
        self.narrowest = max([NARROWEST, *words])
        self.area = sum(width * width for width in widths)


def _entries(table: Table, labels: Mapping[str, str]) -> list[list[str]]:
    """The texts of every column; a cell that spans several says nothing of one."""
    entries: list[list[str]] = [[] for _ in table.columns]
    for rows in (table.head, table.rows):
        for slots in placed(rows, len(entries)):
            for slot in slots:
                if slot.cell and slot.columns == 1:
                    entries[slot.column] += _texts(slot.cell, labels)
    return entries


def _texts(cell: Cell, labels: Mapping[str, str]) -> list[str]:
    return [inline_text(paragraph.content, labels) for paragraph in cell.paragraphs]


def _shared(columns: list[_Column], room: float) -> list[float]:
    """Widths in 字 that fill the room.

    Columns whose longest entry fits their share get it; what is left goes to the others by the
    square root of their text, at which a table of flowing text is lowest.
    """
    widths = [column.longest for column in columns]
    wide = set(range(len(columns)))
    if sum(widths) <= room:
        spare = room - sum(widths)
        return [width + spare * width / sum(widths) for width in widths]
    while wide:
        left = room - sum(widths[n] for n in range(len(columns)) if n not in wide)
        weight = sum(sqrt(columns[n].area) for n in wide)
        shares = {n: left * sqrt(columns[n].area) / weight for n in wide}
        fitting = {n for n in wide if columns[n].longest <= shares[n]}
        narrow = {n for n in wide - fitting if columns[n].narrowest > shares[n]}
        if not fitting and not narrow:
            break
        for n in fitting or narrow:
            widths[n] = columns[n].longest if fitting else columns[n].narrowest
        wide -= fitting or narrow
    for n in wide:
        widths[n] = shares[n]
    total = sum(widths)
    return [width * room / total for width in widths]
