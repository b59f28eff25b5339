"""The documents of an audit, with the places of their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from plangen.errors import NOWHERE, InputError, Message, Place, Problem
from plangen.model.disagreement import KeyPath
from plangen.model.plans import DocumentFacts


def nowhere(_: KeyPath) -> Place:
    """The place of a key in facts that stand in no file."""
    return NOWHERE


@dataclass(frozen=True, slots=True)
class Paper:
    """A document's id and facts; ``place`` gives the file and line of a key of the facts."""

    id: str
    facts: DocumentFacts
    place: Callable[[KeyPath], Place] = nowhere

    @property
    def day(self) -> date | None:
        """成文日期; the first day of the period (实施期) stands for one that is not known."""
        return self.facts.date or self.facts.starts

    def wrong(self, key: KeyPath, message: Message) -> InputError:
        """The error of something in these facts by which no verdict can be given."""
        return InputError(Problem(message, self.place(key)))
