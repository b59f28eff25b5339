"""The characters of a text as the grammar sees them: one for each digit, sign and space."""

from __future__ import annotations

import re

# Spaces between tokens; thin ones may also group digits, so they are kept apart from the plain one.
SPACES = r"[ \u2005\u2006\u2009\u202f]{0,3}+"

_ALIKE = {
    **{ord("０") + digit: str(digit) for digit in range(10)},
    **dict.fromkeys(map(ord, "％﹪"), "%"),
    **dict.fromkeys(map(ord, "：∶﹕"), ":"),
    **dict.fromkeys(map(ord, "○Ｏ"), "〇"),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2007\u2008"), " "),
    **dict.fromkeys(map(ord, "\u200a\u200b\u205f\u3000\ufeff"), " "),
    **dict.fromkeys(map(ord, "xX*＊✕╳хХ"), "×"),
    ord("．"): ".",
    ord("／"): "/",
    ord("＜"): "<",
    ord("＞"): ">",
    ord("＝"): "=",
    ord("µ"): "μ",
}
_UNLIKE = re.compile(f"[{re.escape(''.join(map(chr, _ALIKE)))}]")


def plain(text: str) -> str:
    """The text with look-alikes made one, character for character: offsets stay what they were."""
    return text.translate(_ALIKE) if _UNLIKE.search(text) else text
