"""A document as one side of a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.model.plans import DocumentFacts


@dataclass(frozen=True, slots=True)
class Edition:
    """A document's id, its facts, and the dictionaries that they speak."""

    id: str
    facts: DocumentFacts
    dictionary: Dictionary

    def organ(self, name: str) -> str:
        """The name by which the register of the place has an organ; the given one if it has none.

        市人社局 and 市人力资源社会保障局 are one organ.
        """
        organ = self.dictionary.organ(name)
        return organ.name if organ else name

    def organs(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Organs by the names of the register, each once."""
        return tuple(dict.fromkeys(map(self.organ, names)))

    def indicator(self, name: str) -> Indicator | None:
        """An indicator of the dictionary."""
        return self.dictionary.indicators.get(name)
