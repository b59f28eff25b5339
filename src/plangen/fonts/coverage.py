"""How many of the characters of a standard a face has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plangen.fonts.face import Face

_STANDARD = Path(__file__).with_name("hanzi8105.txt")


@dataclass(frozen=True, slots=True)
class Coverage:
    """So many characters of so many."""

    found: int
    total: int


def coverage(face: Face, wanted: frozenset[int]) -> Coverage:
    """How many of some code points a face has."""
    return Coverage(len(face.characters & wanted), len(wanted))


@cache
def gb2312_hanzi() -> frozenset[int]:
    """The 6,763 hanzi of GB 2312-80: rows 16 to 87 of its table."""
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 88) for cell in range(1, 95))
    return frozenset(map(ord, b"".join(cells).decode("gb2312", errors="ignore")))


@cache
def standard_hanzi() -> frozenset[int]:
    """The 8,105 characters of 通用规范汉字表 (2013), which names of people may be written in."""
    lines = _STANDARD.read_text(encoding="utf-8").splitlines()
    return frozenset(map(ord, "".join(line for line in lines if not line.startswith("#"))))
