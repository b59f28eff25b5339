"""Automatic numbers (17.9): what Word shows before a paragraph though nobody typed it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from plangen.readers.archives import Element
from plangen.readers.docx.styles import Styles
from plangen.readers.docx.wml import VAL, W, child, is_on, value, whole_number
from plangen.readers.numerals import numeral

_PLACE = re.compile("%([1-9])")
_DEEPEST = 8
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    legal: bool  # every number of the label in Arabic digits
    restart: int  # it begins anew after a paragraph of a level above this (from 0); 0 never
    style: str  # whose paragraphs stand on this level


@dataclass(slots=True)
class _List:
    """The levels of a list, and the number that each has reached; None: not begun."""

    levels: dict[int, _Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * (_DEEPEST + 1))


@dataclass(slots=True)
class _Instance:
    """A use of a list: it counts on with other uses, but where it has starts of its own."""

    list: _List
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document; counts as paragraph after paragraph asks for its label."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._instances: dict[str, _Instance] = {}
        if root is None:
            return
        abstract = {
            element.get(f"{W}abstractNumId") or "": element
            for element in root.findall(f"{W}abstractNum")
        }
        numbers = {element.get(f"{W}numId") or "": element for element in root.findall(f"{W}num")}
        lists = {name: _List(_levels(element)) for name, element in abstract.items()}
        for name, element in numbers.items():
            target = value(element, "abstractNumId")
            if link := value(abstract.get(target), "numStyleLink"):
                linked = numbers.get(styles.style(link).list)
                target = value(linked, "abstractNumId") if linked is not None else target
            if target in lists:
                self._instances[name] = _instance(lists[target], element)

    def level_of(self, number: str, style: str) -> int | None:
        """The level of a list that belongs to a paragraph style (17.9.23); None if none does."""
        instance = self._instances.get(number)
        levels: Mapping[int, _Level] = instance.levels if instance else {}
        return next((at for at, level in levels.items() if style and level.style == style), None)

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of a list; empty where it shows none."""
        instance = self._instances.get(number)
        if instance is None or not 0 <= level <= _DEEPEST:
            return ""
        _count(instance, level)
        known = instance.levels.get(level)
        if known is None or known.format == "none":
            return ""
        if known.format == "bullet":
            return _bullet(known.text)
        return _PLACE.sub(lambda place: _shown(instance, known, place), known.text)


def _count(instance: _Instance, level: int) -> None:
    counts = instance.list.counts
    reached = counts[level]
    if level in instance.starts and level not in instance.begun:
        counts[level] = instance.starts[level]
    else:
        counts[level] = _start(instance, level) if reached is None else reached + 1
    instance.begun.add(level)
    for deeper in range(level + 1, _DEEPEST + 1):
        known = instance.levels.get(deeper)
        if known is None or level < known.restart:
            counts[deeper] = None


def _start(instance: _Instance, level: int) -> int:
    known = instance.levels.get(level)
    return instance.starts.get(level, known.start if known else 1)


def _instance(found: _List, element: Element) -> _Instance:
    levels = dict(found.levels)
    starts: dict[int, int] = {}
    for override in element.findall(f"{W}lvlOverride"):
        level = whole_number(override.get(f"{W}ilvl"))
        own = child(override, "lvl")
        if own is not None:
            levels[level] = _level(own, level)
        if child(override, "startOverride") is not None:
            starts[level] = whole_number(value(override, "startOverride"), 1)
    return _Instance(found, levels, starts)


def _levels(element: Element) -> dict[int, _Level]:
    numbered = [(whole_number(e.get(f"{W}ilvl")), e) for e in element.findall(f"{W}lvl")]
    return {level: _level(one, level) for level, one in numbered}


def _level(element: Element, level: int) -> _Level:
    text = child(element, "lvlText")
    return _Level(
        format=value(element, "numFmt") or "decimal",
        text=(text.get(VAL) or "") if text is not None else "",
        start=whole_number(value(element, "start"), 0),
        legal=is_on(element, "isLgl"),
        restart=whole_number(value(element, "lvlRestart"), level),
        style=value(element, "pStyle"),
    )


def _bullet(text: str) -> str:
    """The bullet; those of symbol fonts stand in the private area and look like nothing."""
    return _BULLET if not text or "\ue000" <= text[0] <= "\uf8ff" else text


def _shown(instance: _Instance, level: _Level, place: re.Match[str]) -> str:
    index = int(place.group(1)) - 1
    other = instance.levels.get(index)
    reached = instance.list.counts[index]
    number = _start(instance, index) if reached is None else reached
    kind = "decimal" if level.legal or other is None else other.format
    return numeral(number, kind)
