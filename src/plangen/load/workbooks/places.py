"""Where a workbook holds each key of the data: sheet, cell and heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plangen.errors import Place
from plangen.load.yaml_text import Path, Yaml, key_text

LETTERS = 26
_NAME = re.compile("(.*)!([A-Z]+)([0-9]+)")


@dataclass(slots=True)
class WorkbookData(Yaml):
    """The values of a workbook and where they stand: key path → ``目标!C7（数值）``.

    ``empty`` are the keys whose sheets hold no row, with the titles of the sheets.
    """

    cells: dict[Path, str] = field(default_factory=dict)
    empty: dict[str, str] = field(default_factory=dict)

    def holds(self, path: Path) -> bool:
        """Whether a cell, or the row around it, says what stands at a key path."""
        return any(path[:length] in self.cells for length in range(len(path), 0, -1))

    def place(self, path: Path) -> Place:
        """The cell of a key path; the nearest one above where the path itself has none."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.cells:
                return Place(self.file, 0, self.cells[path[:length]])
        return Place(self.file, 0, key_text(path))


@dataclass(slots=True)
class ExactCells(WorkbookData):
    """The cells of a workbook where only part of the data could be read.

    What has no cell of its own may be missing for that alone, and has no place.
    """

    def place(self, path: Path) -> Place:
        """The cell of a key path; nowhere where it has none of its own."""
        return Place(self.file, 0, self.cells.get(path, ""))


def cell_row(name: str) -> tuple[str, str]:
    """The sheet and the row of a cell's name; empty for what is no cell."""
    found = _NAME.match(name)
    return (found[1], found[3]) if found else ("", "")


def cell_order(name: str, sheets: Sequence[str]) -> tuple[int, int, int, str]:
    """What sorts cells by their names: sheet by sheet as the file has them, row by row."""
    found = _NAME.match(name)
    if found is None or found[1] not in sheets:
        return -1, 0, 0, ""
    return sheets.index(found[1]), int(found[3]), len(found[2]), found[2]


def cell_name(sheet: str, row: int, column: int, heading: str = "") -> str:
    """A cell as people name it: ``目标!C7（数值）``; ``row`` and ``column`` count from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{sheet}!{letters}{row + 1}" + (f"（{heading}）" if heading else "")
