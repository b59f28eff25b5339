"""Populations (对象) as parts of a whole: 小学 is part of 中小学, 规模以上企业 of 企业.

What is part of what stands in the dictionary (``parts`` of indicators). Beyond that a noun is held
by the noun that it ends with (新建小区 is held by 小区), because the head of a Chinese noun stands
last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum

from plangen.errors import InvalidError
from plangen.model.indicators import Indicator

Parts = Mapping[str, tuple[str, ...]]

_BETWEEN = re.compile("[、，,；;（）()]|以及|及其|及|和|与|或")
_BEFORE = re.compile("^(?:(?:辖区内?的?|所辖|所有|全部|各类|各级|各|每个|每)(?=.))+")
_AFTER = re.compile("(?<=..)(?:等(?:有关)?(?:部门|单位|机关)?|部门)$")
SHORTEST_HEAD = 2  # characters: 学 is the head of everything and of nothing


class Extent(Enum):
    """How the second of two populations stands to the first."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER = "other"


class Populations:
    """What the populations of a dictionary consist of.

    Raises InvalidError where a population would be a part of itself.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = dict(parts)
        self._known: dict[str, frozenset[str]] = {}
        self._texts: dict[str, frozenset[str]] = {}
        for name in parts:
            self._check(name, ())

    @classmethod
    def of(cls, indicators: Iterable[Indicator]) -> Populations:
        """The populations that the indicators of a dictionary speak of."""
        parts: dict[str, tuple[str, ...]] = {}
        for indicator in indicators:
            for whole, found in indicator.parts.items():
                parts[whole] = tuple(dict.fromkeys((*parts.get(whole, ()), *found)))
        return cls(parts)

    def atoms(self, text: str) -> frozenset[str]:
        """The smallest parts of a population: 中学 and 小学 for 中小学校."""
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = self._read(text)
        return found

    def left_out(self, required: frozenset[str], promised: frozenset[str]) -> frozenset[str]:
        """The parts of the required population that a promise does not cover."""
        rest = required - promised
        return frozenset(atom for atom in rest if not self._held(atom, promised)) if rest else rest

    def extent(self, old: str, new: str) -> Extent:
        """How a new population stands to an old one; one that is not named holds every other."""
        before, after = self.atoms(old), self.atoms(new)
        holds, held = self._holds(before, after), self._holds(after, before)
        if holds:
            return Extent.SAME if held else Extent.NARROWER
        return Extent.WIDER if held else Extent.OTHER

    def _holds(self, wide: frozenset[str], narrow: frozenset[str]) -> bool:
        if not (wide and narrow):
            return not wide
        return not self.left_out(narrow, wide)

    def touching(self, required: frozenset[str], promised: frozenset[str]) -> bool:
        """Whether the two have something in common."""
        if not required.isdisjoint(promised):
            return True
        return any(
            self._within(atom, others) or _headed(atom, others)
            for these, others in ((required, promised), (promised, required))
            for atom in these
        )

    def related(self, atoms: frozenset[str]) -> bool:
        """Whether the dictionary knows all of these parts."""
        return all(any(atom in self._expand(whole) for whole in self._parts) for atom in atoms)

    def _held(self, atom: str, population: frozenset[str]) -> bool:
        """Whether a noun is held by a population as a whole: 新办企业 by all 企业."""
        heads = (name for name in self._parts if _headed(atom, frozenset({name})))
        return _headed(atom, population) or any(self._expand(head) <= population for head in heads)

    def _within(self, atom: str, population: frozenset[str]) -> bool:
        """Whether a noun may overlap a population: 新办企业 and 规模以上企业."""
        heads = (name for name in self._parts if _headed(atom, frozenset({name})))
        return any(not self._expand(head).isdisjoint(population) for head in heads)

    def words(self, atoms: frozenset[str]) -> tuple[str, ...]:
        """Parts by the widest names that hold nothing else: 中小学 for 中学 and 小学."""
        rest, names = set(atoms), []
        wholes = {name: self._expand(name) for name in self._parts}
        for name, held in sorted(wholes.items(), key=lambda item: (-len(item[1]), item[0])):
            if len(held) > 1 and held <= rest:
                names.append(name)
                rest -= held
        return (*names, *sorted(rest))

    def _read(self, text: str) -> frozenset[str]:
        if text in self._parts:
            return self._expand(text)
        nouns = (self._noun(piece.strip()) for piece in _BETWEEN.split(text))
        return frozenset(atom for noun in nouns if noun for atom in self._expand(noun))

    def _noun(self, piece: str) -> str:
        if piece in self._parts:
            return piece
        noun = _BEFORE.sub("", piece)
        return noun if noun in self._parts else _AFTER.sub("", noun)

    def _expand(self, name: str) -> frozenset[str]:
        found = self._known.get(name)
        if found is None:
            parts = self._parts.get(name, ())
            atoms = (self._expand(part) for part in parts)
            found = frozenset().union(*atoms) if parts else frozenset({name})
            self._known[name] = found
        return found

    def _check(self, name: str, within: tuple[str, ...]) -> None:
        if name in within:
            circle = " → ".join((*within[within.index(name) :], name))
            raise InvalidError("对象的组成部分绕成了圈：{circle}", circle=circle)
        for part in self._parts.get(name, ()):
            self._check(part, (*within, name))


def _headed(atom: str, heads: frozenset[str]) -> bool:
    return any(len(head) >= SHORTEST_HEAD and atom.endswith(head) for head in heads)
