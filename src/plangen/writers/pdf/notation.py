"""How values are written in a PDF file (ISO 32000-1, 7.3), as short as their exactness allows."""

from __future__ import annotations

from functools import lru_cache

POINTS_PER_MM = 72 / 25.4
REMEMBERED = 4096  # numbers: the lines of all pages stand at the same places
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+")


@lru_cache(REMEMBERED)
def number(value: float) -> str:
    """A number to a thousandth: of a point, that is 0.0004 mm."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def points(mm: float) -> str:
    """A length in points."""
    return number(mm * POINTS_PER_MM)


def name(text: str) -> str:
    """A name: everything but letters, digits and a few signs becomes #xx (7.3.5)."""
    characters = text.encode().decode("latin-1")
    return "/" + "".join(
        character if character in _PLAIN else f"#{ord(character):02X}" for character in characters
    )


def text_string(text: str) -> str:
    """A string for people: as it is where it is plain ASCII, otherwise in UTF-16 (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def colour(rgb: str) -> str:
    """The three parts of a colour like FF0000."""
    parts = (int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return " ".join(map(number, parts))
