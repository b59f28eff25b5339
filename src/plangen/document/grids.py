"""Grids: tables whose cells keep their values, for workbooks and pages that are no 公文."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from plangen.errors import InvalidError

Value = str | int | datetime.date | None
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """A text for a file: what no XML holds is shown as the sign for a character that is lost."""
    return _UNWRITABLE.sub("\ufffd", text)


class Tone(StrEnum):
    """How a cell, or a part of a bar, is coloured; the words say the same without the colour."""

    PLAIN = "plain"
    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"
    OPEN = "open"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell: a text, a whole number, a day, or nothing."""

    value: Value = None
    tone: Tone = Tone.PLAIN

    def __post_init__(self) -> None:
        if isinstance(self.value, str):
            object.__setattr__(self, "value", writable(self.value))

    @property
    def text(self) -> str:
        """The value as it is read; days as ISO writes them."""
        if isinstance(self.value, datetime.date):
            return self.value.isoformat()
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading and its width in full-width characters."""

    title: str
    width: int = 10


@dataclass(frozen=True, slots=True)
class Grid:
    """A titled table with one row of headings; every row has a cell for each column.

    ``empty`` is said where there are no rows. The first ``keys`` columns tell which row it is: they
    stay in sight, and stand on every page where the table is wider than one.
    """

    title: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Entry, ...], ...] = ()
    empty: str = ""
    keys: int = 0

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise InvalidError("表格的一行不满 {width} 列", width=len(self.columns))


@dataclass(frozen=True, slots=True)
class Workbook:
    """Grids in one file, and the day that the file gives as its own."""

    title: str
    day: datetime.date
    grids: tuple[Grid, ...]
