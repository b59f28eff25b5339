"""Characters at their places → lines from top to bottom, words in them from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from plangen.readers.pdf.marks import Glyph

_SAME_LINE = 0.5  # of the size: how far the middles of a line's characters may lie apart
_WORD_GAP = 0.6  # of the size: a wider gap parts words, as a blank would
_NEW_PIECE = 3.0  # of the size: a wider gap ends a piece, though the line may go on
_GUTTER = 1.0  # of the size: the white between two columns of text
_FEWEST_LINES = 8  # of each column
_MOST_PIECES = 1_000  # of a page that is searched for columns
_FULL = 1.5  # of the size: how far before the gutter a full line may end


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of text, where it stands and the size of most of it; points from below left."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    column: int = 0  # 1 or 2 where the page has two columns of text


@dataclass(slots=True)
class _Piece:
    """Characters that follow one another in the file and on one line."""

    glyphs: list[Glyph]
    left: float
    right: float
    middle: float
    size: float


def lines_of(glyphs: Iterable[Glyph]) -> list[SetLine]:
    """The lines of a page or a cell; two columns of text one after the other."""
    pieces = [piece for piece in _pieces(glyphs) if _says(piece)]
    gutter = _gutter(pieces)
    if gutter is None:
        return _set(pieces)
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    over = [p for p in pieces if p.left < gutter < p.right]
    top = max(piece.middle for piece in (*left, *right))
    above = [piece for piece in over if piece.middle > top]
    below = [piece for piece in over if piece.middle <= top]
    return [*_set(above), *_set(left, 1), *_set(right, 2), *_set(below)]


def _says(piece: _Piece) -> bool:
    return any(not glyph.text.isspace() for glyph in piece.glyphs)


def _pieces(glyphs: Iterable[Glyph]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for glyph in glyphs:
        last = pieces[-1] if pieces else None
        if last and _goes_on(last, glyph):
            last.glyphs.append(glyph)
            last.left, last.right = min(last.left, glyph.left), max(last.right, glyph.right)
        else:
            pieces.append(_Piece([glyph], glyph.left, glyph.right, glyph.middle, glyph.size))
    return pieces


def _goes_on(piece: _Piece, glyph: Glyph) -> bool:
    size = max(piece.size, glyph.size)
    gap = glyph.left - piece.right
    return abs(glyph.middle - piece.middle) <= _SAME_LINE * size and -size < gap < _NEW_PIECE * size


def _set(pieces: Iterable[_Piece], column: int = 0) -> list[SetLine]:
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if rows and _is_beside(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_line(row, column) for row in rows]


def _is_beside(row: Sequence[_Piece], piece: _Piece) -> bool:
    size = max(*(one.size for one in row), piece.size)
    return abs(row[0].middle - piece.middle) <= _SAME_LINE * size


def _line(row: Sequence[_Piece], column: int) -> SetLine:
    glyphs = sorted((g for piece in row for g in piece.glyphs), key=lambda glyph: glyph.left)
    said = [glyph for glyph in glyphs if not glyph.text.isspace()]
    return SetLine(
        text=_text(glyphs),
        left=said[0].left,
        right=max(glyph.right for glyph in said),
        middle=median(glyph.middle for glyph in said),
        size=median(glyph.size for glyph in said),
        column=column,
    )


def _text(glyphs: Sequence[Glyph]) -> str:
    """The words of a line; a wide gap becomes a blank where the file has none."""
    pieces: list[str] = []
    before: Glyph | None = None
    widest = _widest_inside_words(glyphs)
    for glyph in glyphs:
        is_word_gap = before is not None and _gap(before, glyph) > widest
        if is_word_gap and not (pieces[-1].isspace() or glyph.text.isspace()):
            pieces.append(" ")
        pieces.append(glyph.text)
        before = glyph
    return "".join(pieces).strip()


def _widest_inside_words(glyphs: Sequence[Glyph]) -> float:
    """The widest gap, in sizes, that parts no words: letters may be spaced out evenly."""
    gaps = [_gap(before, glyph) for before, glyph in pairwise(glyphs)]
    wide = sum(gap > _WORD_GAP for gap in gaps)
    return 2 * median(gaps) if len(gaps) > 1 and wide * 2 > len(gaps) else _WORD_GAP


def _gap(before: Glyph, glyph: Glyph) -> float:
    return (glyph.left - before.right) / (max(glyph.size, before.size) or 1)


def _gutter(pieces: Sequence[_Piece]) -> float | None:
    """The middle of the white between two columns of running text, if the page has them."""
    if not 2 * _FEWEST_LINES <= len(pieces) <= _MOST_PIECES:
        return None
    size = median(piece.size for piece in pieces)
    for start, end in _white(pieces, size):
        left = [piece for piece in pieces if piece.right <= end]
        right = [piece for piece in pieces if piece.left >= start]
        if min(len(left), len(right)) < _FEWEST_LINES:
            continue
        full = sum(start - piece.right <= _FULL * size for piece in left)
        if full * 2 > len(left):
            return (start + end) / 2
    return None


def _white(pieces: Sequence[_Piece], size: float) -> list[tuple[float, float]]:
    """The upright bands that hardly any text crosses, wide enough for a gutter."""
    edges = sorted((piece.left, piece.right) for piece in pieces)
    crossing = len(pieces) // 10  # titles over both columns
    found: list[tuple[float, float]] = []
    ends = sorted(piece.right for piece in pieces)
    for left, _ in edges:
        before = [end for end in ends if end <= left]
        if not before or left - before[-1] < _GUTTER * size:
            continue
        across = sum(start < before[-1] and end > left for start, end in edges)
        if across <= crossing:
            found.append((before[-1], left))
    return found
