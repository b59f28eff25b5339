"""署名, 成文日期 and 印章 (7.3.5): where names, the date and the seals stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from plangen.document.elements import Signature, Stamp
from plangen.document.wording import chinese_date
from plangen.sheet.fitting import SEAL_CLEARANCE
from plangen.sheet.geometry import CELL, LINES, TYPE_LEFT, TYPE_RIGHT, TYPE_WIDTH
from plangen.sheet.widths import cells

SEAL_GAP = 3.0  # mm between seals, which must neither touch nor overlap
DATE_INDENT = 4  # 字 at the right of the date under a seal, and of signature stamps and theirs
PLAIN_INDENT = 2  # 字 at the right of an unsealed name
BLANKS_SEALED = 2  # lines above the names: room for the seal to press down over them
BLANKS_PLAIN = 1
BLANKS_STAMPED = 2  # 7.3.5.3
OFFICE_GAP = 2  # 字 between 职务 and signature stamp
STAMP_WIDTH, STAMP_HEIGHT = 40.0, 20.0  # mm that a stamp's picture is fitted into; practice


@dataclass(frozen=True, slots=True)
class SealPlace:
    """A seal's circle: centre from the page's left and diameter, both in mm.

    ``picture`` is the path of what is set there; empty where the place stays free.
    """

    organ: str
    centre: float
    diameter: float
    picture: str = ""


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Names side by side, each centred over its seal; centres in mm from the page's left."""

    seals: tuple[SealPlace, ...]


@dataclass(frozen=True, slots=True)
class StampedRow:
    """职务 and signature stamp of one signer (7.3.5.3); lengths in mm.

    ``top`` is measured from the lower edge of the last line of the text, ``left`` and
    ``office_right`` from the page's left. The row is ``height`` high, the stamp ``width`` by
    ``stamp_height``. ``office`` has several lines where it is too long for one.
    """

    stamp: Stamp
    office: tuple[str, ...]
    office_right: float
    left: float
    width: float
    stamp_height: float
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Where the row ends."""
        return self.top + self.height

    @property
    def stamp_top(self) -> float:
        """Where a picture begins: in the middle of the row, as 职务 stands beside it."""
        return self.top + (self.height - self.stamp_height) / 2

    def office_top(self, line: float) -> float:
        """Where the first line of 职务 begins."""
        return self.top + (self.height - len(self.office) * line) / 2


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
    """The width of text on the grid in mm."""
    return cells(text) * CELL


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
    half = max(seal, *map(text_width, signature.organs)) / 2
    per_row = max(1, int((last - TYPE_LEFT - half) // step) + 1)
    pictures = signature.pictures or ("",) * len(signature.organs)
    sealed = list(zip(signature.organs, pictures, strict=True))
    rows = [sealed[start : start + per_row] for start in range(0, len(sealed), per_row)]
    return tuple(
        SignatureRow(
            tuple(
                SealPlace(name, last - step * (len(row) - 1 - position), seal, picture)
                for position, (name, picture) in enumerate(row)
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

    The last row has the date with it, the note, and room for its seals. A row that begins a page
    needs less: see ``saved_at_top``.
    """
    if signature.stamps:
        rows = stamped_heights(signature, step.line)
    else:
        rows = [count * step.line for count in signature_rows(signature, step.line)]
    note_end = note_drop(signature, step) + step.line if note else 0.0
    rows[-1] += step.line + max(seal_room(signature, step), note_end)
    part = step.rows_part or sum(rows) > LINES * step.line
    return rows if part else [sum(rows)]


def saved_at_top(signature: Signature, step: Step) -> float:
    """What a row after the first does without where it begins a page, in mm.

    Nothing stands above it there but the white into which its own seals reach.
    """
    if not signature.sealed:
        return 0.0
    return (rows_apart(signature, step.line) - BLANKS_SEALED - 1) * step.line


def note_drop(signature: Signature, step: Step) -> float:
    """White in mm between the date and the 附注, so that it clears the seals of a row of several.

    Under a single seal, at the right, the note's line is free.
    """
    rows = sealed_rows(signature) if signature.sealed else ()
    if not rows or len(rows[-1].seals) < 2:
        return 0.0
    return max(0.0, signature.seal - step.seal_rise - 2 * step.line)


def stamped_rows(
    signature: Signature, line: float, proportions: Mapping[str, float] = MappingProxyType({})
) -> tuple[StampedRow, ...]:
    """A row a signer: stamps end 4 字 from the right, 职务 2 字 left of the widest of them.

    ``line`` is the step in mm; ``proportions`` gives width by height of each picture's path, 2 to 1
    where it is not known. A name in a stamp's place is a line of text.
    """
    sizes = [_stamp_size(stamp, line, proportions) for stamp in signature.stamps]
    right = TYPE_RIGHT - DATE_INDENT * CELL
    widest = max((width for width, _ in sizes), default=0.0)
    office_right = right - widest - OFFICE_GAP * CELL
    rows: list[StampedRow] = []
    for stamp, (width, height) in zip(signature.stamps, sizes, strict=True):
        office = _office_lines(stamp.office, office_right - TYPE_LEFT)
        top = BLANKS_STAMPED * line
        if rows:
            top = rows[-1].bottom + (SEAL_GAP if stamp.picture or rows[-1].stamp.picture else 0)
        whole = max(height, len(office) * line)
        rows.append(
            StampedRow(stamp, office, office_right, right - width, width, height, top, whole)
        )
    return tuple(rows)


def _stamp_size(stamp: Stamp, line: float, proportions: Mapping[str, float]) -> tuple[float, float]:
    """Width and height of a stamp in mm: its picture fitted into the box, or its name."""
    if not stamp.picture:
        return text_width(stamp.name), line
    proportion = proportions.get(stamp.picture, STAMP_WIDTH / STAMP_HEIGHT)
    return fitted(proportion, STAMP_WIDTH, STAMP_HEIGHT)


def fitted(proportion: float, width: float, height: float) -> tuple[float, float]:
    """Width and height in mm of a picture as large as a box allows; width by height is kept."""
    wide = min(width, height * proportion)
    return wide, wide / proportion


def _office_lines(office: str, room: float) -> tuple[str, ...]:
    """职务 in full, in as many lines as it needs."""
    lines = [""]
    for character in office:
        if text_width(lines[-1] + character) > room + 1e-6:
            lines.append("")
        lines[-1] += character
    return tuple(lines)


def stamped_date_top(rows: tuple[StampedRow, ...], line: float) -> float:
    """Where the date's line begins: one blank line below the last stamp (7.3.5.3)."""
    return rows[-1].bottom + line


def stamped_heights(signature: Signature, line: float) -> list[float]:
    """Heights of the rows with the white above each, and the blank line above the date."""
    ends = [0.0, *(row.bottom for row in stamped_rows(signature, line))]
    heights = [lower - upper for upper, lower in pairwise(ends)]
    heights[-1] += line
    return heights
