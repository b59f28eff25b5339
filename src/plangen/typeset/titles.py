"""Titles in 梯形 or 菱形 (7.3.1), broken where words end.

Words come from rjieba, the one dictionary of Chinese words in the project: a rule of our own kept
splitting 办事处 and 服务体系. It is loaded only for titles that do not fit one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise, product

from plangen.document.elements import Document
from plangen.sheet.geometry import MM_PER_POINT, TYPE_WIDTH
from plangen.sheet.styles import STYLES
from plangen.sheet.widths import cells
from plangen.typeset.characters import NO_END, NO_START

width = lru_cache(2048)(cells)  # of the same pieces again and again, while layouts are tried
LONGEST = 200  # characters: longer than any title
MOST_UNITS = 28  # with more, there are too many ways to break a title to try them all
MOST_CHOICES = 1000  # ways to break a title whose lines a person chose
_BOUND_BEFORE = frozenset(("的", "地", "得", "和", "与", "及", "等", "年", "月", "日", "号"))
_BOUND_AFTER = frozenset(("和", "与", "及", "关于", "对", "在"))
_NUMBER = re.compile(r"[0-9０-９A-Za-z〇一二三四五六七八九十百千万亿]+")
ALIKE = 0.5  # 字: a smaller step is not seen
_FEWER_LINES = 40.0
_INSIDE_TITLE = 12.0
_WRONG_SHAPE = 60.0  # 应当: an added line is better


def broken_titles(document: Document) -> Document:
    """The document with the lines of all its titles decided; those a person broke stay."""
    names = _names(document)
    enclosure = document.enclosure
    if enclosure:
        enclosure = replace(
            enclosure,
            title=broken(enclosure.title, names),
            annexes=tuple(replace(a, title=broken(a.title, names)) for a in enclosure.annexes),
        )
    return replace(
        document,
        title=broken(document.title, names),
        enclosure=enclosure,
        annexes=tuple(replace(a, title=broken(a.title, names)) for a in document.annexes),
    )


def _names(document: Document) -> tuple[str, ...]:
    """The organs that a document names: their names are whole in its titles."""
    signed = document.signature.organs if document.signature else ()
    marked = document.head.mark.organs if document.head.mark else ()
    return tuple(dict.fromkeys((*signed, *marked)))


def broken(title: str, names: tuple[str, ...] = (), size: float = STYLES["title"].size) -> str:
    """A title with line breaks, for type of ``size`` points; ``names`` in it are not split.

    Breaks that a person chose stay; a line of theirs that is too long is broken further.
    """
    room = int(TYPE_WIDTH / (size * MM_PER_POINT) * 2) / 2
    lines = title.split("\n")
    most = max(1, int(MOST_CHOICES ** (1 / len(lines))))
    alone = len(lines) == 1
    choices = [_choices(line, names, room, alone)[:most] for line in lines]
    if all(len(choice) == 1 for choice in choices):
        return "\n".join("\n".join(choice[0]) for choice in choices)
    best = min(product(*choices), key=lambda parts: _cost(tuple(chain(*parts))))
    return "\n".join(chain(*best))


def _choices(line: str, names: tuple[str, ...], room: float, alone: bool) -> list[tuple[str, ...]]:
    """The best ways to break a chosen line; the line itself where it fits or cannot be broken.

    ``alone``: it is the whole title, so that one line more than needed is tried only if that could
    be better.
    """
    if width(line) <= room or len(line) > LONGEST:
        return [(line,)]
    whole = tuple(name for name in names if width(name) <= room)
    units = _fewer(list(_units(line, whole)), room)
    fewest = max(2, int(-(-width("".join(units)) // room)))
    layouts = sorted(_divisions(units, fewest, room), key=_cost)
    if not (alone and layouts and _cost(layouts[0]) <= _FEWER_LINES * (fewest + 1)):
        layouts = sorted((*layouts, *_divisions(units, fewest + 1, room)), key=_cost)
    return layouts or [(line,)]


def _fewer(units: list[str], room: float) -> list[str]:
    """Units joined, the shortest neighbours first, until all ways to break them can be tried."""
    while len(units) > MOST_UNITS:
        pairs = [width(left + right) for left, right in pairwise(units)]
        shortest = min(range(len(pairs)), key=pairs.__getitem__)
        if pairs[shortest] > room:
            break
        units[shortest : shortest + 2] = [units[shortest] + units[shortest + 1]]
    return units


def _units(title: str, names: tuple[str, ...]) -> Iterator[str]:
    """Words and names with the marks, numbers and particles that belong to them."""
    unit = ""
    for word in _words(title, names):
        if unit and not _joined(unit, word):
            yield unit
            unit = ""
        unit += word
    if unit:
        yield unit


def _words(title: str, names: tuple[str, ...]) -> Iterator[str]:
    import rjieba

    if not names:
        yield from rjieba.cut(title)
        return
    for piece in re.split("(" + "|".join(map(re.escape, names)) + ")", title):
        if piece in names:
            yield piece
        elif piece:
            yield from rjieba.cut(piece)


def _joined(before: str, word: str) -> bool:
    if word[0] in NO_START or before[-1] in NO_END or word in _BOUND_BEFORE:
        return True
    if word[0] == "·" or before[-1] == "·" or word.isspace():
        return True
    last = re.split(r"[《（“]", before)[-1]
    return last in _BOUND_AFTER or bool(_NUMBER.fullmatch(before[-1])) or word in "）》”"


def _divisions(units: list[str], count: int, room: float) -> Iterator[tuple[str, ...]]:
    """All ways to break the units into so many lines."""
    if count == 1:
        line = "".join(units).strip()
        if width(line) <= room:
            yield (line,)
        return
    line = ""
    for position, unit in enumerate(units[: len(units) - count + 1], 1):
        line += unit
        if width(line.strip()) > room:
            return
        if width("".join(units[position:])) > room * (count - 1):
            continue
        for rest in _divisions(units[position:], count - 1, room):
            yield (line.strip(), *rest)


def _cost(lines: tuple[str, ...]) -> float:
    """How far a layout is from a well-shaped title: shape, balance, few lines, whole 《…》."""
    widths = [width(line) for line in lines]
    mean = sum(widths) / len(widths)
    uneven = sum((w - mean) ** 2 for w in widths) / mean
    depth = inside = 0
    for line in lines[:-1]:
        depth += line.count("《") - line.count("》")
        inside += depth > 0
    return (
        _FEWER_LINES * len(lines)
        + uneven
        + _INSIDE_TITLE * inside
        + (0 if well_shaped(widths) else _WRONG_SHAPE)
    )


def well_shaped(widths: list[float]) -> bool:
    """梯形 (each line longer than the last, or shorter) or 菱形 (longest in the middle)."""
    steps = [after - before for before, after in pairwise(widths)]
    if any(abs(step) < ALIKE for step in steps):
        return False
    rising = [step > 0 for step in steps]
    return rising == sorted(rising, reverse=True) or not any(rising)
