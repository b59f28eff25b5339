"""Several names in one cell: parted by 、, or a line each where a name holds one itself."""

from __future__ import annotations

import re

from plangen.errors import InvalidError

COMMAS = re.compile("[，,;；]")  # what people part names with where they should not
_OPEN, _CLOSE = "（(〔[<《“", "）)〕]>》”"


def split_cell(text: str) -> tuple[str, ...]:
    """The names in a cell: one a line where it has lines, else parted by 、 outside brackets."""
    pieces = text.split("\n") if "\n" in text else _split(text)
    return tuple(piece.strip() for piece in pieces if piece.strip())


def join_cell(names: tuple[str, ...]) -> str:
    """The cell for several names: ``split_cell`` gives them back.

    Raises InvalidError for a name that has lines of its own.
    """
    text = "、".join(names)
    doubtful = COMMAS.search(text)
    if "\n" not in text and not doubtful and split_cell(text) == names:
        return text
    lines = "\n".join(names) + "\n"
    if split_cell(lines) != names:
        raise InvalidError("“{name}”里有换行，不能写进表格的一格", name=text[:40])
    return lines


def _split(text: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character in _OPEN) - (character in _CLOSE and depth > 0)
        if character == "、" and depth == 0:
            pieces.append(text[start:index])
            start = index + 1
    return [*pieces, text[start:]]
