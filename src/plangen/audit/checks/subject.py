"""What a cross-check looks at: a document's facts, its text, and the documents around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from plangen.audit.checks.passages import Passage, passages
from plangen.document.elements import Document
from plangen.errors import Place
from plangen.model.dictionary import Dictionary
from plangen.model.disagreement import KeyPath
from plangen.model.plans import DocumentFacts


@dataclass(frozen=True, slots=True)
class Subject:
    """One document to be checked.

    ``place`` gives the place of a key of the facts, ``passage_place`` that of a paragraph; without
    it a paragraph is placed by the clause that it stands in. ``document`` is the tree; None where
    there is none. ``composed`` says that the tree was made from the facts, so that its figures know
    their targets; a tree that a reader made from a file knows none. ``others`` holds the facts of
    the documents that this one names and of those above them, by id; more do no harm.
    """

    id: str
    facts: DocumentFacts
    dictionary: Dictionary
    place: Callable[[KeyPath], Place]
    document: Document | None = None
    composed: bool = True
    others: Mapping[str, DocumentFacts] = field(default_factory=dict)
    passage_place: Callable[[Passage], Place] | None = None

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

    def passages(self) -> Iterator[Passage]:
        """The paragraphs of the text in reading order; none where there is no text."""
        return passages(self.document) if self.document else iter(())

    def placed(self, passage: Passage) -> Place:
        """The place of a paragraph."""
        if self.passage_place:
            return self.passage_place(passage)
        return replace(self.place(()), line=0, key=passage.clause)
