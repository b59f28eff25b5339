"""The paragraphs of a document's text, each with the clause that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.document.blocks import Block, Paragraph, Roster, Section, Table
from plangen.document.elements import Document
from plangen.document.inline import Figure, Inline, Text
from plangen.document.outline import numbered
from plangen.document.wording import annex_label

GAP = "\ufffc"  # stands for a figure or a reference: one character that belongs to no word
SHOWN_BEFORE, SHOWN_AFTER = 12, 8  # characters around what is quoted
_TITLES = re.compile("《[^《》]*》")
_STOPS = "，。；：！？,;!?、"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its number in the document from 1, its clause (三（一）8), what it holds."""

    number: int
    clause: str
    content: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """The words that somebody typed; a gap stands where the text draws from the data."""
        return "".join(part.text if isinstance(part, Text) else GAP for part in self.content)

    @property
    def untitled(self) -> str:
        """The words outside 《》, at the same offsets: what a title says belongs to its document."""
        return _TITLES.sub(lambda title: GAP * len(title[0]), self.text)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that know their targets."""
        return tuple(part for part in self.content if isinstance(part, Figure))

    def quote(self, start: int, end: int) -> str:
        """What stands at ``start`` to ``end`` with a few words around it, to be found by."""
        text = self.text
        first = max((text.rfind(stop, 0, start) for stop in _STOPS), default=-1) + 1
        first = max(first, start - SHOWN_BEFORE)
        last = min([at for stop in _STOPS if (at := text.find(stop, end)) >= 0] or [len(text)])
        return text[first : min(last, end + SHOWN_AFTER)].replace(GAP, "…").strip()


def passages(document: Document) -> Iterator[Passage]:
    """Every paragraph of the notice, of what it issues, and of the annexes; in tables too."""
    number = 0
    for part, blocks in _parts(document):
        for clause, paragraph in _paragraphs(blocks):
            number += 1
            yield Passage(number, f"{part}{clause}", paragraph.content)


def _parts(document: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield "", document.blocks
    annexes = document.annexes
    if document.enclosure:
        yield "", document.enclosure.blocks
        annexes += document.enclosure.annexes
    for number, annex in enumerate(annexes, 1):
        yield annex_label(number, len(annexes)), annex.blocks


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Paragraph]]:
    labels: list[tuple[int, str]] = []
    inside: dict[int, str] = {}
    for item in numbered(blocks):
        block = item.block
        if isinstance(block, Section):
            labels = [*(pair for pair in labels if pair[0] < item.level), (item.level, item.label)]
            clause = "".join(label.rstrip("、.") for _, label in labels)
            inside |= {id(below): clause for below in block.blocks}
        else:
            for paragraph in _of_block(block):
                yield inside.get(id(block), ""), paragraph


def _of_block(block: Block) -> Iterable[Paragraph]:
    match block:
        case Paragraph():
            return (block,)
        case Table():
            rows = (*block.head, *block.rows)
            return (paragraph for row in rows for cell in row for paragraph in cell.paragraphs)
        case Roster() | Section():
            return ()
