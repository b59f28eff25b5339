"""The arrangement of a document in blocks so plain that every program can set them.

All lengths are in mm, sizes of type in points. A line with tabs becomes a row whose cells begin at
known places: none of the programs has the tab stops of a word processor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from plangen.document.elements import Document, Signature
from plangen.document.wording import chinese_date
from plangen.fonts.roles import FontRole
from plangen.sheet.arrangement import (
    Blank,
    Item,
    NewPage,
    SetImprint,
    SetMark,
    SetSignature,
    arrange,
)
from plangen.sheet.geometry import (
    CELL,
    DEFAULT_PROFILE,
    MM_PER_POINT,
    PROFILES,
    TYPE_BOTTOM,
    TYPE_LEFT,
    TYPE_WIDTH,
    Profile,
)
from plangen.sheet.imprint import imprint_rows
from plangen.sheet.mark import GAP, INK_TOP, MarkLayout
from plangen.sheet.runs import Line, Run
from plangen.sheet.signature import sealed_rows, signature_rows, text_width
from plangen.sheet.styles import IMPRINT_LINE, SIZE_4, STYLES
from plangen.sheet.widths import cells
from plangen.typeset.measures import em, role_of

PROFILE: Profile = PROFILES[DEFAULT_PROFILE]
TRACKING = CELL - 16 * MM_PER_POINT  # of type of 3号, so that 28 characters fill a line
BODY = 16.0


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of one class of type; ``spread`` is the space added behind each."""

    text: str
    role: FontRole
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its words, indents, and how it is aligned."""

    words: tuple[Words, ...]
    size: float
    align: str
    left: float
    first: float
    right: float
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Texts side by side, each beginning at its place; the last one may take several lines."""

    cells: tuple[tuple[float, tuple[Words, ...]], ...]
    size: float
    line: float


@dataclass(frozen=True, slots=True)
class Space:
    """White between blocks; the page's first white counts too."""

    height: float


@dataclass(frozen=True, slots=True)
class Letter:
    """A name of the mark, or 文件 beside the names: its place in the mark's box."""

    words: Words
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark: a box as high as its ink."""

    letters: tuple[Letter, ...]
    size: float
    height: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page."""


Block = Text | Row | Space | Mark | Turn


def blocks_of(document: Document) -> tuple[Block, ...]:
    """The blocks of a document of portrait pages without tables.

    Raises NotImplementedError for what the plan of the benchmark does not have.
    """
    return tuple(_blocks(arrange(document)))


def _blocks(items: Iterable[Item]) -> Iterator[Block]:
    used = 0.0
    for item in items:
        match item:
            case Line():
                yield _row(item) if item.tabs else _text(item)
                used += PROFILE.line
            case Blank():
                used += item.lines * PROFILE.line
                yield Space(item.lines * PROFILE.line)
            case SetMark():
                yield Space(item.layout.top - PROFILE.top - used)
                yield _mark(item.layout)
            case SetSignature():
                yield from _signature(item.signature)
            case NewPage(orientation="portrait"):
                yield Turn()
            case SetImprint():
                yield from _imprint(item)
            case _:
                raise NotImplementedError(type(item).__name__)


def _words(runs: Iterable[Run], style: str) -> tuple[Words, ...]:
    """The words of some runs; neighbours of one class of type together."""
    words = [
        Words(run.text, role_of(run.style or style), _spread(run, STYLES[style].size))
        for run in runs
        if run.text
    ]
    alike = groupby(words, key=lambda some: (some.role, some.spread))
    return tuple(
        Words("".join(some.text for some in group), role, spread) for (role, spread), group in alike
    )


def _spread(run: Run, size: float) -> float:
    if not run.spread or len(run.text) < 2:
        return 0.0
    return max(0.0, (run.spread - len(run.text)) / (len(run.text) - 1)) * em(size)


def _text(line: Line) -> Text:
    style = STYLES[line.style]
    step = em(style.size)
    left = style.left if line.left is None else line.left
    first = style.first_line if line.first_line is None else line.first_line
    return Text(
        _words(line.runs, line.style),
        style.size,
        style.align,
        left * step,
        first * step,
        style.right * step,
        line.rule_below,
    )


def _row(line: Line) -> Row:
    """A line with tabs; a stop at the right becomes the place where its text begins."""
    style = STYLES[line.style]
    step = em(style.size)
    begins = ((line.left or 0.0) + (line.first_line or 0.0)) * step
    placed = []
    for number, runs in enumerate(_parted(line.runs)):
        words = _words(runs, line.style)
        if number and number <= len(line.tabs):
            tab = line.tabs[number - 1]
            share = {"left": 0.0, "center": 0.5, "right": 1.0}[tab.kind]
            width = sum(cells(some.text) for some in words) * step
            begins = tab.position * CELL - width * share
        if words:
            placed.append((begins, words))
    return Row(tuple(placed), style.size, PROFILE.line)


def _parted(runs: Iterable[Run]) -> list[list[Run]]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\t")):
            if number:
                parts.append([])
            parts[-1].append(replace(run, text=text))
    return parts


def _mark(layout: MarkLayout) -> Mark:
    size = layout.size * MM_PER_POINT
    left = (TYPE_WIDTH - layout.names_width) / 2
    if layout.suffix:
        left -= (GAP * size + layout.suffix_width) / 2
    rise = (INK_TOP - 0.88) * size  # from the ink's top to the top of the character's square
    letters = [
        Letter(Words(name, FontRole.XIAOBIAOSONG, tracking * MM_PER_POINT), left, row * layout.line)
        for row, (name, tracking) in enumerate(zip(layout.names, layout.tracking, strict=True))
    ]
    if layout.suffix:
        middle = layout.line * (len(layout.names) - 1) / 2
        beside = left + layout.names_width + GAP * size
        letters.append(Letter(Words(layout.suffix, FontRole.XIAOBIAOSONG), beside, middle))
    placed = tuple(replace(letter, top=letter.top + rise) for letter in letters)
    return Mark(placed, layout.size, layout.height)


def _signature(signature: Signature) -> Iterator[Block]:
    """Sealed names over their date (7.3.5.1)."""
    if not signature.sealed or signature.stamps:
        raise NotImplementedError("a signature without seals")
    rows = sealed_rows(signature)
    for row, lines in zip(rows, signature_rows(signature, PROFILE.line), strict=True):
        yield Space((lines - 1) * PROFILE.line)
        yield _centred([(seal.organ, seal.centre) for seal in row.seals])
    yield _centred([(chinese_date(signature.date), rows[-1].seals[-1].centre)])


def _centred(texts: list[tuple[str, float]]) -> Row:
    placed = (
        (centre - TYPE_LEFT - text_width(text) / 2, (Words(text, FontRole.FANGSONG),))
        for text, centre in texts
    )
    return Row(tuple(placed), BODY, PROFILE.line)


def _imprint(item: SetImprint) -> Iterator[Block]:
    """The 版记 at the foot of a page of its own, as the plan has it."""
    line, step = IMPRINT_LINE * MM_PER_POINT, SIZE_4 * MM_PER_POINT
    rows = imprint_rows(item.imprint)
    yield Turn()
    yield Space(TYPE_BOTTOM - PROFILE.top - sum(row.height for row in rows))
    for given in (paragraph for row in rows for paragraph in row.paragraphs):
        placed = [(step, (Words(given.label + given.text, FontRole.FANGSONG),))]
        if given.right:
            begins = TYPE_WIDTH - step - cells(given.right) * step
            placed.append((begins, (Words(given.right, FontRole.FANGSONG),)))
        yield Row(tuple(placed), SIZE_4, line)
