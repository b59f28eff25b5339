"""署名, 成文日期 and 印章 (7.3.5): where names, the date and the seals stand."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.document.elements import Signature
from plangen.document.wording import chinese_date
from plangen.sheet.fitting import SEAL_CLEARANCE
from plangen.sheet.geometry import CELL, LINES, TYPE_LEFT, TYPE_RIGHT, TYPE_WIDTH

SEAL_GAP = 3.0  # mm between seals, which must neither touch nor overlap
DATE_INDENT = 4  # 字 at the right of the date under a seal
PLAIN_INDENT = 2  # 字 at the right of an unsealed name
BLANKS_SEALED = 2  # lines above the names: room for the seal to press down over them
BLANKS_PLAIN = 1


@dataclass(frozen=True, slots=True)
class SealPlace:
    """A seal's circle: centre from the page's left and diameter, both in mm."""

    organ: str
    centre: float
    diameter: float


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Names side by side, each centred over its seal; centres in mm from the page's left."""

    seals: tuple[SealPlace, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """How a signature's lines follow each other: ``line`` is the step in mm.

    Seals begin ``clearance`` lines below the text; the word processor's page goes on below the
    type area by ``leading`` mm. ``rows_part`` lets rows go on different pages.
    """

    line: float
    leading: float
    clearance: float = SEAL_CLEARANCE
    rows_part: bool = False

    @property
    def seal_rise(self) -> float:
        """How far a seal's upper edge lies above the line of its name, in mm."""
        return (BLANKS_SEALED - self.clearance) * self.line


def seal_room(signature: Signature, step: Step) -> float:
    """What a seal needs below the date so that it stays in the type area, in mm."""
    if not (signature.sealed and signature.organs):
        return 0.0
    return max(0.0, signature.seal - step.seal_rise - 2 * step.line + step.leading)


def text_width(text: str) -> float:
    """The width of text on the grid in mm: a full cell a character, half a cell for ASCII."""
    return sum(CELL / 2 if character < "\x7f" else CELL for character in text)


def sealed_rows(signature: Signature) -> tuple[SignatureRow, ...]:
    """Rows of sealed signatures in the organs' order, the last organ over the date.

    As many in a row as the type area holds without seals or names touching; every row ends at the
    same place at the right.
    """
    if not signature.organs:
        return ()
    seal = float(signature.seal)
    widths = [max(seal + SEAL_GAP, text_width(name) + CELL) for name in signature.organs]
    step = max(widths)
    last = _last_centre(signature)
    per_row = max(1, int((last - TYPE_LEFT - step / 2) // step) + 1)
    rows = [
        signature.organs[start : start + per_row]
        for start in range(0, len(signature.organs), per_row)
    ]
    return tuple(
        SignatureRow(
            tuple(
                SealPlace(name, last - step * (len(row) - 1 - position), seal)
                for position, name in enumerate(row)
            )
        )
        for row in rows
    )


def _date_centre(signature: Signature) -> float:
    """The middle of a date that ends 4 字 from the right, in mm from the page's left."""
    return TYPE_RIGHT - DATE_INDENT * CELL - text_width(chinese_date(signature.date)) / 2


def _last_centre(signature: Signature) -> float:
    """Where the last name, the date and their seal are centred: as far right as all of them fit."""
    widest = max(text_width(name) for name in signature.organs)
    return min(_date_centre(signature), TYPE_RIGHT - max(widest, signature.seal) / 2)


def date_at_right(signature: Signature) -> bool:
    """Whether a sealed date stands 4 字 from the right; under a long name it moves left with it."""
    return not signature.organs or _last_centre(signature) == _date_centre(signature)


def rows_apart(signature: Signature, line: float) -> int:
    """Lines from one row of sealed names to the next, so that the seals do not touch."""
    return int((signature.seal + SEAL_GAP) // line) + 1


@dataclass(frozen=True, slots=True)
class PlainSignature:
    """Unsealed names and date: left edges in mm from the left of the type area.

    ``date_at_right`` tells that the date, not the longest name, ends at the indent.
    """

    names: tuple[tuple[str, float], ...]
    date_left: float
    date_at_right: bool


def plain_signature(signature: Signature) -> PlainSignature:
    """7.3.5.2: names end 2 字 from the right; the date begins 2 字 right of the last name.

    Where the date would then reach beyond, it ends 2 字 from the right and the names move left:
    the clause says so of a date longer than the name, and a date that comes nearer to the edge has
    no room for the gaps that some programs put beside digits.
    """
    day = text_width(chinese_date(signature.date))
    right = TYPE_WIDTH - PLAIN_INDENT * CELL
    width = max((text_width(name) for name in signature.organs), default=0.0)
    left = right - width
    date_left = left + PLAIN_INDENT * CELL
    beyond = date_left + day > right
    if beyond:
        date_left = right - day
        left = min(left, date_left - PLAIN_INDENT * CELL)
    names = tuple((name, left) for name in signature.organs)
    return PlainSignature(names, date_left, beyond)


def signature_rows(signature: Signature, line: float) -> list[int]:
    """Lines of each row of names with the blank lines above it; ``line`` is the step in mm."""
    if not signature.sealed:
        return [BLANKS_PLAIN + len(signature.organs)]
    rows = len(sealed_rows(signature)) or 1
    return [BLANKS_SEALED + 1] + [rows_apart(signature, line)] * (rows - 1)


def signature_blocks(signature: Signature, step: Step, note: str) -> list[float]:
    """Heights in mm of what must stay on one page: all of it, or each row where rows part.

    The last row has the date with it, the note, and room for its seals.
    """
    rows = [count * step.line for count in signature_rows(signature, step.line)]
    rows[-1] += step.line + max(seal_room(signature, step), step.line if note else 0)
    part = step.rows_part or sum(rows) > LINES * step.line
    return rows if part else [sum(rows)]
