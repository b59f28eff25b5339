"""编排: a document as the sequence of lines, tables and pages that every writer sets.

The tree says what a document is; this says in which order and style its elements follow each
other, with the blank lines that GB/T 9704-2012 puts between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from plangen.document.blocks import Block, Orientation, Paragraph, Roster, Section, Table
from plangen.document.elements import Annex, Document, Enclosure, Head, Imprint, Signature
from plangen.document.inline import AnnexReference, Figure, Inline
from plangen.document.outline import (
    ListedAnnex,
    Numbered,
    document_annex_notes,
    heading_text,
    listed_annexes,
    numbered,
    opens_paragraph,
    reference_labels,
)
from plangen.document.wording import annex_label, note_line, recipients_line
from plangen.sheet.attendance import attendance_lines
from plangen.sheet.heads import issued_in_head, letter_lines, lines_above, number_lines
from plangen.sheet.imprint import imprint_rows
from plangen.sheet.letter import SetDoubleRules, letter_rules
from plangen.sheet.mark import MARK_TOPS, MarkLayout, mark_layout
from plangen.sheet.rosters import roster_lines
from plangen.sheet.runs import Line, Run, Tab

HEAD_LINES = 3  # lines of the type area above the mark: 份号, 密级, 紧急程度
ORDER_HEAD_LINES = 2  # above the mark of a 命令, which stands higher (10.2)
BLANKS_BEFORE_NUMBER = 2  # 7.2.5, 10.2
BLANKS_BEFORE_TITLE = 2  # 7.3.1, 10.1; before the text of a 命令, 10.2


@dataclass(frozen=True, slots=True)
class Blank:
    """空行: so many blank lines of the grid."""

    lines: int


@dataclass(frozen=True, slots=True)
class SetMark:
    """The mark, at its fixed place on the page."""

    layout: MarkLayout


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table, in the width of the page's direction."""

    table: Table
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SetSignature:
    """署名, 成文日期 and seals, with the 附注 that stands below them."""

    signature: Signature
    note: str = ""


Part = Literal["enclosure", "annex", "own annex"]  # own: the notice's, not that of its enclosure


@dataclass(frozen=True, slots=True)
class NewPage:
    """另面: what follows begins a page, in a direction of its own."""

    orientation: Orientation = "portrait"
    part: Part = "annex"


@dataclass(frozen=True, slots=True)
class SetImprint:
    """版记, at the foot of the last page; a letter's (10.1) has no rules and takes any page."""

    imprint: Imprint
    ruled: bool = True


Item = Line | Blank | SetMark | SetDoubleRules | SetTable | SetSignature | NewPage | SetImprint


def first_page_numbered(document: Document) -> bool:
    """Whether page 1 carries a page number: a letter's does not (10.1)."""
    return document.form != "信函"


def arrange(document: Document) -> tuple[Item, ...]:
    """The items of a document from its 份号 to its 版记."""
    return tuple(_Arranger(document).items())


class _Arranger:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._labels = reference_labels(document)

    def items(self) -> Iterator[Item]:
        document = self._document
        if document.head != Head():
            *head, last = _head(document)
            yield from head
            yield replace(last, ends_head=True) if isinstance(last, Line) else last
            yield Blank(BLANKS_BEFORE_TITLE)
        if document.title:
            yield from _title(document.title, "title")
            yield Blank(1)
        if document.recipients:
            yield _line("recipients", recipients_line(document))
        yield from self._blocks(document.blocks)
        yield from _closing(document)
        if document.enclosure:
            yield from self._enclosure(document.enclosure)
        yield from self._annexes(document.annexes, "own annex")
        if document.imprint and imprint_rows(document.imprint):
            yield SetImprint(document.imprint, ruled=document.form != "信函")

    def _enclosure(self, enclosure: Enclosure) -> Iterator[Item]:
        yield NewPage(part="enclosure")
        if enclosure.mode == "annexed":
            yield _line("annex_label", annex_label(1, 1))
            yield Blank(1)
            yield from _title(enclosure.title, "annex_title")
        else:
            yield Blank(2)
            yield from _title(enclosure.title, "issued_title")
        yield Blank(1)
        yield from self._blocks(enclosure.blocks)
        yield from _annex_notes(listed_annexes(enclosure.annexes))
        yield from self._annexes(enclosure.annexes)

    def _annexes(self, annexes: tuple[Annex, ...], part: Part = "annex") -> Iterator[Item]:
        for number, annex in enumerate(annexes, 1):
            yield NewPage(annex.orientation, part)
            yield _line("annex_label", annex_label(number, len(annexes)))
            yield Blank(1)
            yield from _title(annex.title, "annex_title")
            yield Blank(1)
            yield from self._blocks(annex.blocks)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Item]:
        opening: Numbered | None = None
        for item in numbered(blocks):
            block = item.block
            match block:
                case Section():
                    if opens_paragraph(block):
                        opening = item
                    else:
                        yield _line(f"heading{item.level}", heading_text(item))
                case Paragraph():
                    yield self._paragraph(block, opening)
                    opening = None
                case Table():
                    yield from self._table(block)
                case Roster():
                    yield from roster_lines(block)

    def _paragraph(self, paragraph: Paragraph, opening: Numbered | None) -> Line:
        runs = self._runs(paragraph.content)
        if opening is None:
            return Line("body" if paragraph.indented else "flush", runs)
        style = f"heading{opening.level}"
        head = heading_text(opening)
        if isinstance(opening.block, Section) and opening.block.title:
            rest = tuple(Run(run.text, "body", run.target) for run in runs)
            return Line(style, (Run(head), *rest))
        return Line("body", (Run(head, style), *runs))

    def _table(self, table: Table) -> Iterator[Item]:
        if table.caption:
            yield _line("table_caption", table.caption)
        yield SetTable(table, self._labels)

    def _runs(self, content: Iterable[Inline]) -> tuple[Run, ...]:
        return inline_runs(content, self._labels)


def inline_runs(content: Iterable[Inline], labels: Mapping[str, str]) -> tuple[Run, ...]:
    """The runs of a line; figures keep their target, references become labels."""
    return tuple(_run(inline, labels) for inline in content)


def _run(inline: Inline, labels: Mapping[str, str]) -> Run:
    if isinstance(inline, AnnexReference):
        return Run(labels[inline.annex])
    return Run(inline.text, target=inline.target if isinstance(inline, Figure) else "")


def _line(style: str, text: str) -> Line:
    return Line(style, (Run(text),))


def _title(title: str, style: str) -> Iterator[Line]:
    yield Line(style, (Run(title),))


def _head(document: Document) -> Iterator[Item]:
    """版头 (7.2, 10.1 to 10.3): what stands above the mark, the mark, and what is below it."""
    head = document.head
    if document.form == "信函":
        yield from _letter_head(head)
        return
    above = lines_above(head)
    for line in above:
        yield line or Blank(1)
    if head.mark:
        room = ORDER_HEAD_LINES if document.form == "命令" else HEAD_LINES
        if len(above) < room:
            yield Blank(room - len(above))
        yield SetMark(mark_layout(head.mark, MARK_TOPS[document.form]))
        if document.form != "命令" or head.number:
            yield Blank(BLANKS_BEFORE_NUMBER)
    yield from number_lines(document)


def _letter_head(head: Head) -> Iterator[Item]:
    """The mark over the first double rule; the elements below it, the number at their right."""
    if head.mark:
        layout = mark_layout(head.mark, MARK_TOPS["信函"])
        yield SetMark(layout)
        yield letter_rules(layout)
    yield from letter_lines(head)


def _closing(document: Document) -> Iterator[Item]:
    """What follows the text: 附件说明, 出席 and the like, 署名 with its date, and 附注."""
    note = note_line(document.note) if document.note else ""
    yield from _annex_notes(document_annex_notes(document))
    if document.attendance:
        yield Blank(1)
        yield from attendance_lines(document.attendance)
    if document.signature and not issued_in_head(document):
        yield SetSignature(document.signature, note)
    elif note:
        yield _line("note", note)


def _annex_notes(notes: tuple[ListedAnnex, ...]) -> Iterator[Item]:
    """附件说明 (7.3.4), one blank line below the text; wrapped names align with the first line."""
    if not notes:
        return
    yield Blank(1)
    label = len("附件：")
    width = max(len(note.number) for note in notes) / 2  # half a cell a digit
    for position, note in enumerate(notes):
        first = position == 0
        runs = [Run("附件：")] if first else []
        if note.number:
            runs.append(Run(f"{note.number}\t"))
        runs.append(Run(note.title))
        left = 2 + label + width
        yield Line(
            "annex_note",
            tuple(runs),
            left=left,
            first_line=(2 if first else 2 + label) - left,
            tabs=(Tab(left),) if note.number else (),
        )
