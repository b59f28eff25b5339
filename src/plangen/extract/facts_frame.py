"""The frame of a document: which part is the notice and which is what it issues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from plangen.document.origins import Part, PartKind, Passage, ReadDocument, Span
from plangen.errors import Message
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.groups_words import joined, unspaced

ALONE = re.compile("(令|命令|纪要)$")  # a document whose mark is its title (10.2, 10.3)
MARK_PASSAGES = 3  # in which the mark stands
ISSUABLE = re.compile("(?:方案|计划|规划|任务|要点|清单|办法|细则|意见|预案)$")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the data with its key, where it is printed, and what a person should look at."""

    key: KeyPath
    value: Any
    span: Span | None = None
    doubt: Message | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a document by what they are: the notice, what it issues, the main text."""

    document: ReadDocument
    notice: Part | None
    main: Part | None

    @classmethod
    def of(cls, document: ReadDocument) -> Frame:
        """The frame of a document with its parts."""
        notice = next((p for p in document.parts if p.kind is PartKind.NOTICE), None)
        issued = next((p for p in document.parts if p.kind is PartKind.ISSUED), None)
        if notice is None and issued and mark_of(document, issued):
            notice, issued = issued, None
        return cls(document, notice, issued or _annexed(document, notice) or notice)

    @property
    def title(self) -> str:
        """The title of the plan, the task list or the document itself."""
        return joined(self.main.title) if self.main else ""

    def passages(self, part: Part) -> tuple[Passage, ...]:
        """The paragraphs of a part."""
        return self.document.passages[part.first : part.end_passage]


def mark_of(document: ReadDocument, part: Part) -> Passage | None:
    """The mark of an order or of minutes at the head of a part: it ends with 令 or 纪要."""
    passages = document.passages[part.first : part.end_passage][:MARK_PASSAGES]
    return next((p for p in passages if ALONE.search(unspaced(p.text)) and len(p.text) < 60), None)


def _annexed(document: ReadDocument, notice: Part | None) -> Part | None:
    """What a notice issues as its annex: the one its title names, else the first plan of them."""
    if notice is None:
        return None
    annexes = [part for part in document.parts if part.kind is PartKind.ANNEX]
    for part in annexes:
        title = unspaced(part.title)
        if len(title) > 5 and title in unspaced(notice.title):
            return part
    return next((p for p in annexes if p.nodes and ISSUABLE.search(unspaced(p.title))), None)
