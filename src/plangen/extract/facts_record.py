"""What was found in a document, and the data that it amounts to, with the places of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plangen.document.origins import ReadDocument, Span
from plangen.errors import Message
from plangen.extract.duties import FoundDuty
from plangen.extract.duties_tasks import FoundTask
from plangen.extract.facts_frame import Value
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.groups import FoundGroup
from plangen.extract.targets.record import Extracted
from plangen.model.plans import DocumentFacts


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should look at, and where it stands, if anywhere."""

    message: Message
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a document, kind by kind, before it becomes data."""

    document: ReadDocument
    figures: tuple[Extracted, ...] = ()
    groups: tuple[FoundGroup, ...] = ()
    duties: tuple[FoundDuty, ...] = ()
    tasks: tuple[FoundTask, ...] = ()
    head: tuple[Value, ...] = ()


@dataclass(slots=True)
class Extraction:
    """A document's data as a data file holds it.

    ``spans`` tell where the value of a key stands, ``doubts`` what a person should look at there,
    and ``notices`` what did not become data.
    """

    found: Findings
    data: dict[str, Any] = field(default_factory=dict)
    spans: dict[KeyPath, tuple[Span, ...]] = field(default_factory=dict)
    doubts: dict[KeyPath, list[Message]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    @property
    def facts(self) -> DocumentFacts:
        """The data as facts."""
        return DocumentFacts.model_validate(self.data)


def remarks(made: Extraction) -> Iterator[tuple[KeyPath | None, Message, Span | None]]:
    """Everything that needs a person's eye, in the order of the data; then what is not in it."""
    for path, doubts in made.doubts.items():
        where: tuple[Span | None, ...] = made.spans.get(path) or (None,)
        for doubt in doubts:
            yield path, doubt, where[0]
    for notice in made.notices:
        yield None, notice.message, notice.span
