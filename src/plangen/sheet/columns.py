"""Columns of a table (表格): how wide each is, so that the text in it is read without a hunt.

Stated weights are kept. Otherwise the columns fit what they hold: each is as wide as it must be
for rows of the fewest lines that the width allows, and short entries (序号, 时限) stay on one line
where that makes the rows little higher. Then columns hand room to each other as long as that saves
lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count, permutations
from math import ceil

from plangen.document.blocks import Cell, Table, placed
from plangen.document.outline import inline_text
from plangen.sheet.geometry import MM_PER_POINT
from plangen.sheet.styles import SIZE_TABLE
from plangen.sheet.widths import cells

PADDING = 3.0  # mm: both sides of a cell together
SLACK = 0.25  # 字 that an entry gets beyond its own width, so that no program wraps it
NARROWEST = 2.0  # 字: a column of 序号 holds its heading
READABLE = 4.25  # 字: no column of text is narrower than 牵头单位
TINY = 5.5  # 字: entries up to this are never wrapped (序号, 市教育局)
SHORT = 9.0  # 字: entries up to this belong on one line (2026年10月底前), or else on two
RAGGED = 0.5  # 字 that a wrapped line leaves empty on the average
HIGHER = 1.25  # times as many lines, at the most, so that short entries are not wrapped
USUAL = 0.9  # of the entries are no longer than what a column is made for
SAMPLE = 24  # rows that are looked at when columns hand room to each other
CELLS_COUNT = 0.02  # of a line of a row: a line of one cell
STEPS = (2.0, 1.0)  # 字 that change hands
_WORD = re.compile(r"[A-Za-z0-9.,:%‰~～-]{2,}")


def column_widths(table: Table, total: float, labels: Mapping[str, str]) -> list[float]:
    """The widths of a table's columns in mm; together ``total``."""
    weights = [column.weight for column in table.columns]
    if any(weight is not None for weight in weights):
        stated = [weight or 1 for weight in weights]
        return [total * weight / sum(stated) for weight in stated]
    character = SIZE_TABLE * MM_PER_POINT
    room = total / character - len(weights) * PADDING / character
    columns = _columns(table, labels)
    widths = _shared(columns, room)
    if sum(column.longest for column in columns) > room:
        widths = _traded(widths, columns, _sampled(table, labels))
    return [width * character + PADDING for width in widths]


class _Column:
    """What a column holds: its longest entry, its longest word, its usual entry, in 字."""

    def __init__(self, texts: list[str]) -> None:
        widths = sorted(cells(text) + SLACK for text in texts) or [NARROWEST]
        self.longest = max(NARROWEST, widths[-1])
        self.usual = max(NARROWEST, widths[int((len(widths) - 1) * USUAL)])
        words = (cells(word) for text in texts for word in _WORD.findall(text))
        self.narrowest = max([min(self.longest, READABLE), *words])

    @property
    def least(self) -> float:
        """How narrow it may become: short entries take two lines at the most."""
        if self.longest <= TINY:
            return self.longest
        half = self.longest / 2 + RAGGED if self.longest <= SHORT else 0.0
        return max(self.narrowest, half)

    def width(self, lines: int, keep_short: bool) -> float:
        """How wide it is where its usual entries come to so many lines."""
        if lines == 1 or (keep_short and self.longest <= SHORT):
            return self.longest
        return min(self.longest, max(self.least, self.usual / lines + RAGGED))


def _columns(table: Table, labels: Mapping[str, str]) -> list[_Column]:
    """What the columns hold; a cell that spans several says nothing of one."""
    texts: list[list[str]] = [[] for _ in table.columns]
    for rows in (table.head, table.rows):
        for slots in placed(rows, len(texts)):
            for slot in slots:
                if slot.cell and slot.columns == 1:
                    texts[slot.column] += _texts(slot.cell, labels)
    return [_Column(found) for found in texts]


def _texts(cell: Cell, labels: Mapping[str, str]) -> list[str]:
    return [inline_text(paragraph.content, labels) for paragraph in cell.paragraphs]


def _shared(columns: list[_Column], room: float) -> list[float]:
    """Widths in 字 that fill the room, for rows of few lines."""
    least = sum(column.narrowest for column in columns)
    if least >= room:
        return [column.narrowest * room / least for column in columns]
    wrapped, kept = (_fewest_lines(columns, room, keep_short) for keep_short in (False, True))
    keep_short = kept is not None and wrapped is not None and kept <= wrapped * HIGHER
    lines = (kept if keep_short else wrapped) or 1
    widths = [column.width(lines, keep_short) for column in columns]
    return [width * room / sum(widths) for width in widths]


def _fewest_lines(columns: list[_Column], room: float, keep_short: bool) -> int | None:
    """The fewest lines a row at which all columns find room; None where they never do."""
    before = float("inf")
    for lines in count(1):
        needed = sum(column.width(lines, keep_short) for column in columns)
        if needed <= room:
            return lines
        if needed >= before and lines > 2:  # no column becomes narrower any more
            return None
        before = needed
    return None


Entries = list[list[float]]  # the widths of the paragraphs in the cells of a row, by columns


def _sampled(table: Table, labels: Mapping[str, str]) -> list[Entries]:
    """Some rows of a table, evenly chosen."""
    rows = placed(table.rows, len(table.columns))
    chosen = []
    for slots in rows[:: max(1, len(rows) // SAMPLE)]:
        row: Entries = [[] for _ in table.columns]
        for slot in slots:
            if slot.cell and slot.columns == 1:
                row[slot.column] = [cells(text) + SLACK for text in _texts(slot.cell, labels)]
        chosen.append(row)
    return chosen


def _traded(widths: list[float], columns: list[_Column], rows: list[Entries]) -> list[float]:
    """Let the columns hand room to each other until that saves no line any more."""
    least = [column.least for column in columns]
    lines = _height(rows, widths)
    for step in STEPS:
        saved = True
        while saved:
            saved = False
            for giver, taker in permutations(range(len(widths)), 2):
                tried = list(widths)
                tried[giver] -= step
                tried[taker] += step
                if tried[giver] < least[giver]:
                    continue
                height = _height(rows, tried)
                if height < lines:
                    widths, lines, saved = tried, height, True
    return widths


def _height(rows: list[Entries], widths: list[float]) -> float:
    """Lines of all rows together; fewer lines in any cell count a little besides."""
    height = 0.0
    for row in rows:
        lines = [
            sum(1 if entry <= width else ceil(entry / (width - RAGGED)) for entry in entries)
            for entries, width in zip(row, widths, strict=True)
        ]
        height += max(lines) + sum(lines) * CELLS_COUNT
    return height
