"""Full pages and full lines of the text (5.2.3): those that the text fills from end to end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import east_asian_width

from plangen.proof.glyphs import Box, Part, Piece, inks, united
from plangen.proof.reading import Element
from plangen.proof.standard import (
    CELL,
    LINE_TOLERANCE,
    LONGEST_STEP,
    NO_END,
    NO_START,
    PORTRAIT,
)
from plangen.proof.subject import Subject

HALVED = frozenset("，、；：。？！”’）》〉〕］｝】〗」』")  # GB/T 15834-2011 5.1.10
_WESTERN = r"[!-~]+[.%‰℃°]?"
_UNIT = re.compile(
    rf"[{re.escape(''.join(sorted(NO_END)))}]*(?:〔\d{{4}}〕\d+号|——|……|{_WESTERN}|.)"
    rf"[{re.escape(''.join(sorted(NO_START)))}…]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FullPage:
    """A page that lines of text fill: its number and its lines from the first to the last."""

    number: int
    lines: tuple[Piece, ...]

    @property
    def ink(self) -> Box | None:
        """The box around the ink of its lines: of all their ends, of the first and the last."""
        ends = [part for line in self.lines for part in _ends(line)]
        across = united(box for part in ends for box in inks(part))
        first, last = self.lines[0].ink, self.lines[-1].ink
        if not (across and first and last):
            return None
        return Box(across.left, first.top, across.right, last.bottom)


def _ends(line: Piece) -> Iterator[Part]:
    """The first and the last glyph of a line; a mark at its end takes half a character."""
    first, last = line.parts[0], line.parts[-1]
    yield replace(first, end=first.start + 1)
    if last.run.text[last.end - 1] not in HALVED:
        yield replace(last, start=last.end - 1)


def full_pages(subject: Subject) -> list[FullPage]:
    """The pages that the text fills without a gap from the first line to the last."""
    on_page: dict[int, dict[float, list[Piece]]] = {}
    for division in subject.named.divisions:
        for element in division.body:
            for line in element.piece.lines:
                rows = on_page.setdefault(line.page, {})
                rows.setdefault(round(line.baseline, 2), []).append(line)
    pages = (FullPage(number, _joined(rows)) for number, rows in sorted(on_page.items()))
    return [page for page in pages if _is_full(subject, page)]


def _joined(rows: dict[float, list[Piece]]) -> tuple[Piece, ...]:
    return tuple(
        Piece(tuple(part for piece in rows[baseline] for part in piece.parts))
        for baseline in sorted(rows)
    )


def _is_full(subject: Subject, page: FullPage) -> bool:
    if subject.reading.area(page.number) is not PORTRAIT or len(page.lines) < 2:
        return False
    step = subject.step(page.number)
    begins = page.lines[0].top < PORTRAIT.top + step * (LINE_TOLERANCE + 0.1)
    ends = page.lines[-1].bottom > PORTRAIT.bottom - step / 2
    gaps = (lower.baseline - upper.baseline for upper, lower in pairwise(page.lines))
    return begins and ends and all(gap < LONGEST_STEP for gap in gaps)


@dataclass(frozen=True, slots=True)
class FullLine:
    """A line that the text fills: its glyphs and the text of the line after it."""

    piece: Piece
    text: str
    following: str

    @property
    def characters(self) -> int | None:
        """How many characters it holds, an indent counted; None where some are not full-width."""
        if any(east_asian_width(character) not in "WFA" for character in self.text):
            return None
        return len(self.text) + round((self.piece.left - PORTRAIT.left) / CELL)

    @property
    def right(self) -> float:
        """Where it ends; a mark at its end takes half a character."""
        halved = self.text[-1] in HALVED
        return self.piece.right - (CELL / 2 if halved else 0.0)

    def explained(self, count: int) -> bool:
        """Whether another count than 28 comes of marks that may not begin or end a line (禁则).

        More: a mark was squeezed in. Fewer: what comes next does not fit.
        """
        room = 28 - count
        if room < 0:
            return any(character in HALVED or character in NO_END for character in self.text)
        unit = _UNIT.match(self.following)
        width = sum(_cells(character) for character in unit[0]) if unit else 0.0
        return width > room


def full_lines(subject: Subject) -> Iterator[FullLine]:
    """The lines of paragraphs on upright pages that the next line goes on from."""
    for division in subject.named.divisions:
        if division.orientation == "landscape":
            continue
        for element in whole_paragraphs(division.body):
            if element.text in division.unindented:
                continue
            for line, after in pairwise(line for line in element.lines if line.text):
                yield FullLine(line, line.text, after.text)


def whole_paragraphs(elements: list[Element]) -> Iterator[Piece]:
    """Paragraphs with the run-in heading on whose line they begin."""
    waiting: Piece | None = None
    for element in elements:
        piece = element.piece
        if waiting and _goes_on(waiting, piece):
            waiting = Piece((*waiting.parts, *piece.parts))
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def _goes_on(before: Piece, after: Piece) -> bool:
    last, first = before.parts[-1], after.parts[0]
    return (last.page, round(last.run.y, 2)) == (first.page, round(first.run.y, 2))


def _cells(character: str) -> float:
    return 1.0 if east_asian_width(character) in "WFA" else 0.5
