"""Which of two populations (对象) is the wider: 中小学 holds 小学, 企业 holds 规模以上企业.

A population is a list of nouns. The head of a Chinese noun stands last, so a noun is held by every
noun that it ends with; words that name two things at once are taken apart.
"""

from __future__ import annotations

import re
from enum import Enum

_PARTS = {
    "大中小学": "大学、中学、小学",
    "中小学": "中学、小学",
    "企事业单位": "企业、事业单位",
    "企业单位": "企业",
    "区县": "区、县",
    "县区": "区、县",
    "市县": "市、县",
    "乡镇": "乡、镇",
    "镇街": "镇、街道",
    "村居": "村、居",
    "城乡": "城市、农村",
}
_COMPOUND = re.compile("|".join(_PARTS))
_BETWEEN = re.compile("[、，,；;（）()]|以及|及|和|与|或")
_BEFORE = re.compile("^(?:辖区内?的?|所辖|所有|全部|各类|各级|各|每个|每)")
_AFTER = re.compile("(?:等(?:有关)?(?:部门|单位|机关)?|部门)$")


class Extent(Enum):
    """How the second of two populations stands to the first."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER = "other"


def nouns(text: str) -> frozenset[str]:
    """The nouns of a population: 党政机关、企事业单位 are 党政机关, 企业 and 事业单位."""
    apart = _COMPOUND.sub(lambda found: _PARTS[found[0]], text)
    found = set()
    for piece in _BETWEEN.split(apart):
        noun = _BEFORE.sub("", piece.strip())
        found.add(_AFTER.sub("", noun) or noun)
    return frozenset(filter(None, found))


def extent(old: str | None, new: str | None, whole: str | None) -> Extent:
    """How the new population stands to the old one.

    None is the indicator's own population, ``whole``; where that is not known either it holds
    every other.
    """
    if old == new:
        return Extent.SAME
    before, after = (_population(text, whole) for text in (old, new))
    holds, held = _holds(before, after), _holds(after, before)
    if holds:
        return Extent.SAME if held else Extent.NARROWER
    return Extent.WIDER if held else Extent.OTHER


def _population(text: str | None, whole: str | None) -> frozenset[str] | None:
    return nouns(text or whole or "") or None


def _holds(wide: frozenset[str] | None, narrow: frozenset[str] | None) -> bool:
    if wide is None or narrow is None:
        return wide is None
    return all(any(noun.endswith(head) for head in wide) for noun in narrow)
