"""A figure with the words around it, as the rules look at it that tell what is no target."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.extract.targets.figure import Figure
from plangen.quantity.values import Unit

COUNTED = (Unit.COUNT, Unit.MEASURE)


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure with the text before it (clause), before that (sentence), and after it."""

    figure: Figure
    before: str
    sentence_before: str
    after: str  # up to the end of the sentence
    written: str = ""  # the figure itself
    paragraph: str = ""  # before the sentence, as far as its paragraph goes
    yearly: bool = False  # whether the document is a plan of one year

    @property
    def noun(self) -> str:
        """The noun of the value: 个, 元, 分钟."""
        return self.figure.bound.quantity.noun
