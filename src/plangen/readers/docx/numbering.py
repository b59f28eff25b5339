"""Automatic numbers (17.9): what Word shows before a paragraph though nobody typed it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from plangen.quantity.numerals import chinese_integer
from plangen.readers.archives import Element
from plangen.readers.docx.wml import VAL, W, child, is_on, value, whole_number

_PLACE = re.compile("%([1-9])")
_DEEPEST = 8
_BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    legal: bool  # every number of the label in Arabic digits


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: list[int] = field(default_factory=lambda: [0] * (_DEEPEST + 1))


@dataclass(slots=True)
class _Instance:
    list: _List
    starts: dict[int, int]  # level → number from which this instance begins
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document; counts as paragraph after paragraph asks for its label."""

    def __init__(self, root: Element | None) -> None:
        self._instances: dict[str, _Instance] = {}
        if root is None:
            return
        lists = {
            element.get(f"{W}abstractNumId"): _List(_levels(element))
            for element in root.findall(f"{W}abstractNum")
        }
        for element in root.findall(f"{W}num"):
            found = lists.get(value(element, "abstractNumId"))
            if found:
                instance = _Instance(_overridden(found, element), _starts(element))
                self._instances[element.get(f"{W}numId") or ""] = instance

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of a list; empty where it shows none."""
        instance = self._instances.get(number)
        if instance is None or not 0 <= level <= _DEEPEST:
            return ""
        self._count(instance, level)
        known = instance.list.levels.get(level)
        if known is None or known.format == "none":
            return ""
        if known.format == "bullet":
            return _bullet(known.text)
        return _PLACE.sub(lambda place: _shown(instance.list, known, place), known.text)

    @staticmethod
    def _count(instance: _Instance, level: int) -> None:
        counts, levels = instance.list.counts, instance.list.levels
        if level in instance.starts and level not in instance.begun:
            counts[level] = instance.starts[level] - 1
        elif not counts[level] and level in levels:
            counts[level] = levels[level].start - 1
        instance.begun.add(level)
        counts[level] += 1
        for deeper in range(level + 1, _DEEPEST + 1):
            counts[deeper] = 0


def _overridden(found: _List, element: Element) -> _List:
    levels = {
        whole_number(override.get(f"{W}ilvl")): _level(own)
        for override in element.findall(f"{W}lvlOverride")
        if (own := child(override, "lvl")) is not None
    }
    return _List({**found.levels, **levels}, found.counts) if levels else found


def _starts(element: Element) -> dict[int, int]:
    return {
        whole_number(override.get(f"{W}ilvl")): whole_number(value(override, "startOverride"), 1)
        for override in element.findall(f"{W}lvlOverride")
        if child(override, "startOverride") is not None
    }


def _levels(element: Element) -> dict[int, _Level]:
    found = element.findall(f"{W}lvl")
    return {whole_number(level.get(f"{W}ilvl")): _level(level) for level in found}


def _level(element: Element) -> _Level:
    text = child(element, "lvlText")
    return _Level(
        value(element, "numFmt") or "decimal",
        (text.get(VAL) or "") if text is not None else "",
        whole_number(value(element, "start"), 1),
        is_on(element, "isLgl"),
    )


def _bullet(text: str) -> str:
    """The bullet; those of symbol fonts stand in the private area and look like nothing."""
    return _BULLET if not text or "\ue000" <= text[0] <= "\uf8ff" else text


def _shown(numbered: _List, level: _Level, place: re.Match[str]) -> str:
    index = int(place.group(1)) - 1
    other = numbered.levels.get(index)
    start = other.start if other else 1
    number = numbered.counts[index] or start
    kind = "decimal" if level.legal or other is None else other.format
    return numeral(number, kind)


def numeral(number: int, kind: str) -> str:
    """A number in one of the formats of 17.18.59; unknown ones in Arabic digits."""
    write = _FORMATS.get(kind)
    return write(number) if write and number >= 0 else str(number)


def _letters(number: int) -> str:
    if not 0 < number <= 780:
        return str(number)
    repeated, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (repeated + 1)


def _roman(number: int) -> str:
    if number > 10_000:
        return str(number)
    shown = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        shown += letters * count
    return shown


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else str(number)


def _digits(number: int) -> str:
    """Digit by digit: 一〇."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese_integer,
    "chineseCountingThousand": chinese_integer,
    "taiwaneseCounting": chinese_integer,
    "taiwaneseCountingThousand": chinese_integer,
    "japaneseCounting": chinese_integer,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
