"""编排: a document as the sequence of lines, tables and pages that every writer sets.

The tree says what a document is; this says in which order and style its elements follow each
other, with the blank lines that GB/T 9704-2012 puts between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from plangen.document.wording import (
    annex_label,
    copy_number,
    note_line,
    recipients_line,
)
from plangen.sheet.imprint import imprint_rows
from plangen.sheet.mark import MarkLayout, mark_layout
from plangen.sheet.rosters import roster_lines
from plangen.sheet.runs import Line, Run, Tab

HEAD_LINES = 3  # lines of the type area above the mark: 份号, 密级, 紧急程度
BLANKS_BEFORE_NUMBER = 2  # 7.2.5
BLANKS_BEFORE_TITLE = 2  # 7.3.1
SIGNERS_A_LINE = 2  # 7.2.6
NUMBER_LEFT = 1.0  # 字 from the left of the type area (7.2.5)
SIGNERS_RIGHT = 27.0  # 字: one from its right (7.2.6)


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


@dataclass(frozen=True, slots=True)
class NewPage:
    """另面: what follows begins a page, in a direction of its own."""

    orientation: Orientation = "portrait"
    part: Literal["enclosure", "annex"] = "annex"


@dataclass(frozen=True, slots=True)
class SetImprint:
    """版记, at the foot of the last page."""

    imprint: Imprint


Item = Line | Blank | SetMark | SetTable | SetSignature | NewPage | SetImprint


def arrange(document: Document) -> tuple[Item, ...]:
    """The items of a document from its 份号 to its 版记."""
    return tuple(_Arranger(document).items())


class _Arranger:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._labels = reference_labels(document)

    def items(self) -> Iterator[Item]:
        document = self._document
        note = note_line(document.note) if document.note else ""
        yield from _head(document.head)
        if document.head != Head():
            yield Blank(BLANKS_BEFORE_TITLE)
        yield from _title(document.title, "title")
        yield Blank(1)
        if document.recipients:
            yield _line("recipients", recipients_line(document))
        yield from self._blocks(document.blocks)
        yield from _annex_notes(document_annex_notes(document))
        if document.signature:
            yield SetSignature(document.signature, note)
        elif note:
            yield _line("note", note)
        if document.enclosure:
            yield from self._enclosure(document.enclosure)
        yield from self._annexes(document.annexes)
        if document.imprint and imprint_rows(document.imprint):
            yield SetImprint(document.imprint)

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

    def _annexes(self, annexes: tuple[Annex, ...]) -> Iterator[Item]:
        for number, annex in enumerate(annexes, 1):
            yield NewPage(annex.orientation)
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


def _head(head: Head) -> Iterator[Item]:
    """版头 (7.2): the lines above the mark, the mark, and 发文字号 over the red rule."""
    above = []
    if head.copy_number or head.secrecy:  # 密级 stays on line 2 where there is no 份号
        number = copy_number(head.copy_number) if head.copy_number else ""
        above.append(("copy_number", number))
    if head.secrecy:
        above.append(("secrecy", str(head.secrecy)))
    if head.urgency:
        above.append(("urgency", head.urgency))
    for style, text in above:
        yield _line(style, text) if text else Blank(1)
    if head.mark:
        if len(above) < HEAD_LINES:
            yield Blank(HEAD_LINES - len(above))
        yield SetMark(mark_layout(head.mark))
        yield Blank(BLANKS_BEFORE_NUMBER)
    if head.mark or head.number or head.signers:
        yield from _number_lines(head)


def _number_lines(head: Head) -> Iterator[Line]:
    """发文字号, and 签发人 in pairs; the number stands on the signers' last line (7.2.5, 7.2.6)."""
    number = str(head.number) if head.number else ""
    if not head.signers:
        yield Line("number", (Run(number),) if number else (), rule_below=True)
        return
    rows = [
        head.signers[start : start + SIGNERS_A_LINE]
        for start in range(0, len(head.signers), SIGNERS_A_LINE)
    ]
    for position, row in enumerate(rows):
        last = position == len(rows) - 1
        label = "签发人：" if position == 0 else ""
        runs = [Run("\t" + (number if last else "")), Run("\t" + label)]
        runs.append(Run("　".join(row), "signer"))
        names = Tab(SIGNERS_RIGHT, "right") if position == 0 else Tab(_names_left(rows), "left")
        yield Line(
            "number_with_signers",
            tuple(runs),
            tabs=(Tab(NUMBER_LEFT), names),  # no indents: the red rule below keeps its width
            rule_below=last,
        )


def _names_left(rows: list[tuple[str, ...]]) -> float:
    """Where the first name of the first line begins, in characters: later lines align with it."""
    return SIGNERS_RIGHT - len("　".join(rows[0]))


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
