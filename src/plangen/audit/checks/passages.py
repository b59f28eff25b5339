"""The paragraphs of a document's text, each with the clause that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.document.blocks import Block, Paragraph, Roster, Section, Table
from plangen.document.elements import Document
from plangen.document.inline import Figure, Text
from plangen.document.outline import numbered
from plangen.document.wording import annex_label
from plangen.errors import Place

GAP = "\ufffc"  # stands for a figure or a reference: one character that belongs to no word
SHOWN_BEFORE, SHOWN_AFTER = 12, 8  # characters around what is quoted
_TITLES = re.compile("《[^《》]*》")
_STOPS = "[，。；：！？,;!?、]"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its number in the document from 1, its clause (三（一）8), what it says.

    ``text`` is what somebody typed; a gap stands where it draws from the data. ``figures`` know
    their targets. ``place`` is where it stands in a file that was read; None in a composed text.
    """

    number: int
    clause: str
    text: str
    figures: tuple[Figure, ...] = ()
    place: Place | None = None

    @property
    def untitled(self) -> str:
        """The words outside 《》, at the same offsets: a title's words belong to its document."""
        return _TITLES.sub(lambda title: GAP * len(title[0]), self.text)

    def quote(self, start: int, end: int) -> str:
        """What stands at ``start`` to ``end`` with a few words around it, to be found by."""
        before = re.split(_STOPS, self.text[max(0, start - SHOWN_BEFORE) : start])[-1]
        after = re.split(_STOPS, self.text[end : end + SHOWN_AFTER], maxsplit=1)[0]
        return f"{before}{self.text[start:end]}{after}".replace(GAP, "…").strip()


def passages(document: Document) -> Iterator[Passage]:
    """Every paragraph of the notice, of what it issues, and of the annexes; in tables too."""
    number = 0
    for label, blocks in _parts(document):
        for clause, paragraph in _paragraphs(blocks):
            number += 1
            content = paragraph.content
            text = "".join(part.text if isinstance(part, Text) else GAP for part in content)
            figures = tuple(part for part in content if isinstance(part, Figure))
            yield Passage(number, f"{label}{clause}", text, figures)


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
