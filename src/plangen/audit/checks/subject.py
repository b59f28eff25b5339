"""What a cross-check looks at: a document's facts, its text, and the documents around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from plangen.audit.checks.passages import Passage
from plangen.audit.checks.prose import NO_PROSE, Prose
from plangen.audit.checks.who import Who
from plangen.errors import Place
from plangen.model.dictionary import Dictionary
from plangen.model.disagreement import KeyPath
from plangen.model.plans import DocumentFacts


class Others(dict[str, DocumentFacts]):
    """The facts of the documents around, by their ids; many subjects may share them."""

    @cached_property
    def successors(self) -> dict[str, list[tuple[str, DocumentFacts]]]:
        """The documents that supersede one, by its id."""
        found: dict[str, list[tuple[str, DocumentFacts]]] = {}
        for name, facts in self.items():
            for older in facts.supersedes:
                found.setdefault(older, []).append((name, facts))
        return found


@dataclass(frozen=True, slots=True)
class Subject:
    """One document to be checked.

    ``place`` gives the place of a key of the facts. ``prose`` is the text: ``prose_of`` a tree or
    ``prose_read`` from a file. ``others`` holds the facts of the documents that this one names and
    of those above them, by id; more do no harm. ``who`` are the organs behind names.
    """

    id: str
    facts: DocumentFacts
    dictionary: Dictionary
    place: Callable[[KeyPath], Place]
    prose: Prose = NO_PROSE
    others: Others = field(default_factory=Others)
    who: Who = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "who", Who(self.facts, self.dictionary))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs of the text in reading order; none where there is no text."""
        return self.prose.passages

    @property
    def composed(self) -> bool:
        """Whether the text was made from the facts."""
        return self.prose.composed

    @property
    def date(self) -> date | None:
        """成文日期 as recorded, else as it stands under the text."""
        return self.facts.date or self.prose.signed

    def above(self) -> Iterator[tuple[str, DocumentFacts]]:
        """The documents that this one implements and those above them, each once, nearest first."""
        waiting, seen = list(self.facts.implements), {self.id}
        while waiting:
            name = waiting.pop(0)
            facts = self.others.get(name)
            if facts is None or name in seen:
                continue
            seen.add(name)
            waiting += facts.implements
            yield name, facts

    def placed(self, passage: Passage) -> Place:
        """The place of a paragraph: in the file that was read, else its clause."""
        return passage.place or replace(self.place(()), line=0, key=passage.clause)
