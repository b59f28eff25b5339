"""Numbers of ordered lists (HTML 4.4.5, 4.4.8): what a browser shows and nobody typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from plangen.readers.numerals import numeral

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,9})")
_TYPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-decimal": "ideographDigital",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
_CHINESE = frozenset(_STYLES) - frozenset(
    style for style, kind in _STYLES.items() if kind in (*_TYPES.values(), "decimalZero")
)


@dataclass(slots=True)
class NumberedList:
    """An ``ol`` and the number of its next item."""

    style: str
    next: int
    step: int

    @classmethod
    def of(cls, element: HtmlElement) -> NumberedList:
        """The list of an ``ol`` element, before its first item."""
        is_reversed = element.get("reversed") is not None
        count = sum(1 for item in element if str(item.tag).lower() == "li")
        start = _integer(element.get("start"), count if is_reversed else 1)
        return cls(_style(element, "decimal"), start, -1 if is_reversed else 1)

    def label(self, item: HtmlElement) -> str:
        """The number of an ``li``, with its mark; empty where none is shown."""
        number = _integer(item.get("value"), self.next)
        self.next = number + self.step
        style = _style(item, self.style)
        kind = _STYLES.get(style)
        if kind is None:
            return ""
        return f"{numeral(number, kind)}{'、' if style in _CHINESE else '.'}"


def _style(element: HtmlElement, default: str) -> str:
    """How an element wants its numbers; styles that are no numbers show none."""
    if found := _STYLE.search(element.get("style") or ""):
        return found.group(1).lower()
    kind = _TYPES.get((element.get("type") or "").strip())
    names = (name for name, one in _STYLES.items() if one == kind)
    return next(names, default)


def _integer(text: str | None, default: int) -> int:
    found = _INTEGER.match(text or "")
    return int(found.group(1)) if found else default
