"""Paragraphs: a line of the arrangement, broken into the lines that stand on the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import CELL
from plangen.sheet.runs import Line, Run
from plangen.sheet.styles import STYLES, Align, Style
from plangen.typeset.lines import Broken, Measured, break_measured, measured_widths
from plangen.typeset.measures import Measures, em, role_of


class Span(NamedTuple):
    """Characters of a text, from ``start`` to ``end``, that are set and meant alike.

    ``run`` is the number of the run in its paragraph.
    """

    start: int
    end: int
    role: FontRole
    run: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text without tabs or line breaks, measured, and its spans.

    ``begins`` is its place in the text of the whole paragraph.
    """

    text: Measured
    spans: tuple[Span, ...]
    begins: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: characters of a stretch, and where they begin in mm from the left edge.

    ``full`` lines reach to the right edge where their style is justified.
    """

    stretch: Stretch
    broken: Broken
    left: float
    full: bool = False


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph in lines; each line is one piece, or several parted by tabs.

    ``em`` is the width of a character of its size, in mm.
    """

    line: Line
    style: Style
    em: float
    lines: tuple[tuple[Piece, ...], ...]


def set_paragraph(
    line: Line, across: float, measures: Measures, align: Align | None = None
) -> SetParagraph:
    """Break a line of the arrangement in a room ``across`` mm wide.

    ``align`` takes the place of its style's.
    """
    return _Setter(line, across, measures, align).set()


class _Setter:
    def __init__(self, line: Line, across: float, measures: Measures, align: Align | None) -> None:
        self._line = line
        self._style = STYLES[line.style]
        self._align = align or self._style.align
        self._measures = measures
        self._em = em(self._style.size)
        left = self._style.left if line.left is None else line.left
        first = self._style.first_line if line.first_line is None else line.first_line
        self._left = left * self._em
        self._first = (left + first) * self._em
        self._right = across - self._style.right * self._em

    def set(self) -> SetParagraph:
        lines: list[tuple[Piece, ...]] = []
        x = self._first
        for stretches in _by_break(self._stretches()):
            *heads, last = stretches
            pieces, x = self._heads(heads, x)
            begins = self._stopped(last, x, len(heads)) if heads else x
            broken = self._broken(last, begins)
            lines.append((*pieces, broken[0]) if broken else tuple(pieces))
            lines.extend((piece,) for piece in broken[1:])
            x = self._left
        return SetParagraph(self._line, self._style, self._em, tuple(lines))

    def _heads(self, heads: list[Stretch], x: float) -> tuple[list[Piece], float]:
        """Texts before tabs, each at its stop; gives them and where the last one ends."""
        pieces = []
        for number, stretch in enumerate(heads):
            begins = self._stopped(stretch, x, number)
            length = len(stretch.text.text)
            width = stretch.text.ends[-1] * self._em
            if length:
                pieces.append(Piece(stretch, Broken(0, length, width), begins))
            x = begins + width
        return pieces, x

    def _stopped(self, stretch: Stretch, x: float, number: int) -> float:
        """Where a text after ``number`` tabs begins; texts never overlap."""
        if not number or number > len(self._line.tabs):
            return x
        tab = self._line.tabs[number - 1]
        width = stretch.text.ends[-1] * self._em
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[tab.kind]
        return max(x, tab.position * CELL - width * share)

    def _broken(self, stretch: Stretch, begins: float) -> list[Piece]:
        first = (self._right - begins) / self._em
        others = (self._right - self._left) / self._em
        broken = list(break_measured(stretch.text, max(first, 1.0), max(others, 1.0)))
        return [
            self._piece(stretch, part, self._left if number else begins, part is broken[-1])
            for number, part in enumerate(broken)
        ]

    def _piece(self, stretch: Stretch, broken: Broken, left: float, last: bool) -> Piece:
        if self._align in ("center", "right"):
            width = stretch.text.width(broken.start, broken.end)
            share = 0.5 if self._align == "center" else 1.0
            return Piece(stretch, broken, left + (broken.room - width) * self._em * share)
        return Piece(stretch, broken, left, self._align == "justify" and not last)

    def _stretches(self) -> Iterator[Stretch | str]:
        """The texts between tabs and line breaks, and these themselves."""
        text, widths, spans, begins = "", list[float](), list[Span](), 0
        for number, run in enumerate(self._line.runs):
            role = role_of(run.style or self._line.style)
            width_of = self._measures.width_of(role)
            for piece in _parted(run.text):
                if piece in "\t\n":
                    yield Stretch(measured_widths(text, widths), tuple(spans), begins)
                    yield piece
                    begins += len(text) + 1
                    text, widths, spans = "", [], []
                    continue
                spans.append(Span(len(text), len(text) + len(piece), role, number))
                text += piece
                widths += _spread(list(map(width_of, piece)), run)
        yield Stretch(measured_widths(text, widths), tuple(spans), begins)


def _parted(text: str) -> list[str]:
    """A text in pieces: its tabs and line breaks come as pieces of their own."""
    if "\t" not in text and "\n" not in text:
        return [text] if text else []
    return [piece for piece in re.split("([\t\n])", text) if piece]


def _spread(widths: list[float], run: Run) -> list[float]:
    """Widths stretched so that the characters of a run take ``run.spread`` cells together."""
    if run.spread and len(widths) > 1:
        extra = max(0.0, (run.spread - sum(widths)) / (len(widths) - 1))
        return [*(width + extra for width in widths[:-1]), widths[-1]]
    return widths


def _by_break(stretches: Iterator[Stretch | str]) -> Iterator[list[Stretch]]:
    """The stretches of each line that a person chose."""
    line: list[Stretch] = []
    for stretch in stretches:
        if stretch == "\n":
            yield line
            line = []
        elif isinstance(stretch, Stretch):
            line.append(stretch)
    yield line
