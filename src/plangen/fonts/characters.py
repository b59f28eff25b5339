"""Characters that are no matter of fonts: those that show nothing, and those drawn as others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import category

# Characters that look like another one and differ in how lines break at them only.
STAND_INS: Mapping[str, str] = MappingProxyType(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-"}
)
_UNSEEN = frozenset({"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0"})
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def is_invisible(character: str) -> bool:
    """Whether a character shows nothing and takes no width.

    Control and format characters (a zero-width joiner, a byte order mark), variation selectors,
    halves of surrogate pairs. Spaces do take width.
    """
    code = ord(character)
    return (
        category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        or character in _UNSEEN
        or any(code in selectors for selectors in _SELECTORS)
    )
