"""Figures without a unit: those of indices and coefficients (系数提高到0.6), and of table rows.

A number alone is most often no value. It is one where the words around it compare, where the name
before it is that of an index, and where its unit stands in brackets or beside it (覆盖率（%）≥92).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.extract.targets.figure import Figure
from plangen.quantity.amounts import AMOUNT
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_bound
from plangen.quantity.nouns import NOUN
from plangen.quantity.patterns import COMPARING, POINTING
from plangen.quantity.values import Unit

_END = r"(?=[，。；、,;）)\s]|\Z)"
_INDEX = re.compile(
    rf"(?:系数|指数|率|比值|强度|密度|指标值|得分|分值)(?P<link>为|稳定在|保持在|维持在|至|到)?"
    rf"(?P<said>(?:{COMPARING}|{POINTING})?(?P<number>[0-9]++(?:\.[0-9]++)?)"
    rf"(?P<after>以上|以下|以内|之内)?){_END}"
)
_INTEGRAL = ("系数", "指数", "得分", "分值", "指标值")
_BRACKETED = re.compile(
    rf"[（(](?P<unit>%|％|‰|{NOUN})[)）](?P<said>(?P<before>{COMPARING}|{POINTING}|为)?"
    rf"(?P<number>{AMOUNT})(?P<after>以上|以下|以内)?){_END}"
)


def numbers_in(text: str) -> Iterator[Figure]:
    """The figures that have no unit of their own, in reading order."""
    yield from _indices(text)
    yield from _bracketed(text)


def _indices(text: str) -> Iterator[Figure]:
    for found in _INDEX.finditer(text):
        whole = "." not in found["number"]
        if whole and not found[0].startswith(_INTEGRAL):
            continue
        figure = _figure(found, found["said"], Unit.NUMBER, found.start("said"))
        if figure:
            yield figure


def _bracketed(text: str) -> Iterator[Figure]:
    for found in _BRACKETED.finditer(text):
        unit = found["unit"].replace("％", "%")
        before = (found["before"] or "").removeprefix("为")
        said = f"{before}{found['number']}{unit}{found['after'] or ''}"
        figure = _figure(found, said, None, found.start("said"))
        if figure:
            yield figure


def _figure(found: re.Match[str], said: str, unit: Unit | None, start: int) -> Figure | None:
    try:
        bound = parse_bound(said, unit)
    except QuantityError:
        return None
    return Figure(start, found.end("said"), found.start("number"), bound)
