"""禁则: what must not stand at the start or the end of a line, and what a line end must not part.

GB/T 15834 5.1 and GB/T 15835 5.1.7, read off the rows of a laid-out page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from .glyphs import Row
from .standard import NO_END, NO_START, POINT

Kind = Literal["start", "end", "dash", "ellipsis", "number"]

FULL_ROW_SLACK = 1.5
"""A row ending within this many ems of its column's edge runs on into the next row."""
NUMBER_HEAD = frozenset("0123456789.．,，:：/-－~～")
NUMBER_TAIL = frozenset("0123456789%％‰℃°")
DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Fault:
    """A forbidden line end; *text* and *following* are the line and the line after it."""

    kind: Kind
    page: int
    text: str
    following: str


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of the type area on its page, counted from 1."""

    page: int
    row: Row


RightEdge = Callable[[PlacedRow, Row], float]
"""Where the column of a part of a row ends: a cell's edge in a table, else the type area's."""


def faults(rows: Sequence[PlacedRow], right_edge: RightEdge) -> list[Fault]:
    """Every fault of consecutive rows; page boundaries are line ends too."""
    found = [fault for placed in rows for fault in _edge_faults(placed)]
    for upper, lower in pairwise(rows):
        for part in upper.row.columns():
            following = _continuation(part, lower.row)
            if following is None:
                continue
            em = part.size * POINT
            runs_on = part.x1 > right_edge(upper, part) - FULL_ROW_SLACK * em
            kind = _parted(part.text, following.text, runs_on=runs_on)
            if kind is not None:
                found.append(Fault(kind, upper.page, part.text, following.text))
    return found


def _edge_faults(placed: PlacedRow) -> list[Fault]:
    found = []
    for part in placed.row.columns():
        text = part.text
        if text[0] in NO_START and not text.startswith("——"):
            found.append(Fault("start", placed.page, text, ""))
        if text[-1] in NO_END:
            found.append(Fault("end", placed.page, text, ""))
    return found


def _continuation(part: Row, lower: Row) -> Row | None:
    """The part of the lower row that stands under *part*, if any does."""
    best = max(lower.columns(), key=lambda other: _overlap(part, other))
    return best if _overlap(part, best) > 0 else None


def _overlap(one: Row, other: Row) -> float:
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def _parted(upper: str, lower: str, *, runs_on: bool) -> Kind | None:
    if _run(upper[::-1], "—") % 2 and _run(lower, "—") % 2:
        return "dash"
    if _run(upper[::-1], "…") % 2 and _run(lower, "…") % 2:
        return "ellipsis"
    # Two cells or two short paragraphs, one above the other, may well end and start in digits.
    if runs_on and _number_parted(upper, lower):
        return "number"
    return None


def _number_parted(upper: str, lower: str) -> bool:
    if upper[-1] in DIGITS:
        return lower[0] in NUMBER_TAIL or (
            lower[0] in ".,:" and len(lower) > 1 and lower[1] in DIGITS
        )
    # 2020， ends a clause; 1，234 is a number only by the half-width comma.
    joins = upper[-1] in NUMBER_HEAD and upper[-1] not in "，："
    return joins and len(upper) > 1 and upper[-2] in DIGITS and lower[0] in DIGITS


def _run(text: str, mark: str) -> int:
    return len(text) - len(text.lstrip(mark))


def split_words(lines: Sequence[str], words: Sequence[str]) -> list[str]:
    """The words that stand across the end of a line, in the order of *words*."""
    text = "".join(lines)
    ends: list[int] = []
    for line in lines[:-1]:
        ends.append((ends[-1] if ends else 0) + len(line))
    return [word for word in words if word and _crosses(text, word, ends)]


def _crosses(text: str, word: str, ends: Sequence[int]) -> bool:
    at = text.find(word)
    while at >= 0:
        if any(at < end < at + len(word) for end in ends):
            return True
        at = text.find(word, at + 1)
    return False
