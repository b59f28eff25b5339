"""Indicators (指标) that a document speaks of and the dictionary lacks, for a person to check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from plangen.extract.facts_scope import without_doer
from plangen.extract.groups_words import joined
from plangen.extract.targets.record import Extracted, Kind
from plangen.model.indicators import Indicator
from plangen.quantity.bounds import Comparator
from plangen.quantity.values import Quantity, Unit

SHORTEST_NAME = 4  # Chinese characters; a shorter name would be found in too many sentences
NEARNESS = 0.5  # share of the pairs of characters of two names by which they may be one
_LOWER = (Comparator.AT_MOST, Comparator.LESS_THAN)
_CHINESE = re.compile("[一-鿿]")
_SCALES = "十百千万亿"
LONGEST_ID = 40  # characters

# The first characters by pinyin of each initial in the first level of GB/T 2312, whose 3,755
# characters stand in the order of pinyin (i, u and v begin no syllable).
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
_INITIALS = tuple(zip((sign.encode("gb2312") for sign in _FIRST), _LETTERS, strict=True))
_LAST = "座".encode("gb2312")


@dataclass(frozen=True, slots=True)
class NewIndicators:
    """Entries for indicators.yaml by id, the words behind each, and the figures that know them."""

    entries: Mapping[str, Mapping[str, Any]]
    figures: tuple[Extracted, ...]
    behind: Mapping[str, Extracted]
    near: Mapping[str, tuple[str, ...]]  # ids of indicators that may be the same

    @property
    def indicators(self) -> dict[str, Indicator]:
        """The entries as indicators."""
        return {key: Indicator.model_validate(entry) for key, entry in self.entries.items()}


def new_indicators(figures: Iterable[Extracted], known: Mapping[str, Indicator]) -> NewIndicators:
    """An entry for every target whose name is in no dictionary.

    The name is the text's own, the unit that of its value. Better is ``lower`` where the text
    sets a limit; what is counted by period is a flow. Changes against a base, and values without a
    name that could be found again, get none.
    """
    entries: dict[str, dict[str, Any]] = {}
    behind: dict[str, Extracted] = {}
    ids: dict[tuple[str, Unit], str] = {}
    told = []
    for figure in figures:
        name = without_doer(joined(figure.name))
        if figure.indicator is None and _is_named(figure, name):
            unit = figure.quantity.unit
            key = ids.get((name, unit)) or _free(_id(name, unit), {*known, *entries})
            ids[name, unit] = key
            entry = entries.setdefault(key, _entry(figure, name))
            entry |= _beyond_whole(figure.quantity)
            behind.setdefault(key, figure)
            figure = replace(figure, indicator=key)
        told.append(figure)
    names = {key: (one.name, one.unit) for key, one in known.items()}
    names |= {key: (name, unit) for (name, unit), key in ids.items()}
    near = {key: found for key in entries if (found := tuple(_near(key, names)))}
    return NewIndicators(entries, tuple(told), behind, near)


def _near(key: str, names: Mapping[str, tuple[str, Unit]]) -> Iterator[str]:
    """The other indicators of a unit whose names are much the same."""
    name, unit = names[key]
    pairs = {*pairwise(name)}
    for other, (its_name, its_unit) in names.items():
        if other == key or its_unit is not unit:
            continue
        its_pairs = {*pairwise(its_name)}
        if len(pairs & its_pairs) >= NEARNESS * len(pairs | its_pairs):
            yield other


def _is_named(figure: Extracted, name: str) -> bool:
    target = figure.kind is Kind.TARGET and figure.change is None
    return target and len(_CHINESE.findall(name)) >= SHORTEST_NAME


def _entry(figure: Extracted, name: str) -> dict[str, Any]:
    quantity = figure.quantity
    entry = {
        "name": name,
        "unit": quantity.unit.value,
        "better": "lower" if figure.comparator in _LOWER else "higher",
        "kind": "flow" if quantity.unit is Unit.FREQUENCY else "stock",
    }
    counted = quantity.unit in (Unit.COUNT, Unit.MEASURE)
    if counted and quantity.noun and quantity.noun[0] not in _SCALES:
        entry["noun"] = quantity.noun
    return entry


def _beyond_whole(quantity: Quantity) -> dict[str, str]:
    beyond = quantity.unit is Unit.PERCENT and quantity.amount > 100
    return {"may_exceed_whole": "true"} if beyond else {}


def _id(name: str, unit: Unit) -> str:
    """The initials of a name: 居民知晓率 → jmzxl; the unit where it begins with none."""
    letters = "".join(map(_initial, name))[:LONGEST_ID]
    return letters if letters[:1].isalpha() else f"{unit.value}_{letters}".rstrip("_")


def _initial(character: str) -> str:
    """The first letter of a character's pinyin; ``x`` of a rare one, nothing of a mark."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    if not _CHINESE.match(character):
        return ""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return "x"
    if code > _LAST:
        return "x"
    return next(letter for first, letter in reversed(_INITIALS) if first <= code)


def _free(key: str, taken: set[str]) -> str:
    """The id, numbered where it is taken."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}_{number}"
    return free
