"""The elements of a document, found on its pages by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from plangen.document.blocks import Block, Orientation, Paragraph, Roster, Section, Table
from plangen.document.elements import Attendance, AttendanceKind, Document, Imprint
from plangen.document.outline import (
    ListedAnnex,
    document_annex_notes,
    inline_text,
    listed_annexes,
    reference_labels,
)
from plangen.document.wording import (
    annex_label,
    attendance_list,
    chinese_date,
    copies_line,
    copy_number,
    note_line,
    printed_line,
    recipients_line,
)
from plangen.pages.nodes import Node, NodeKind
from plangen.proof.glyphs import Piece
from plangen.proof.reading import HEADINGS, Element, Reading

LABEL_OF_NOTES = "附件："
LABEL_OF_SIGNERS = "签发人："
HEAD_ELEMENTS = 12  # of a document without a title: its 版头 lies among so many


@dataclass(slots=True)
class Division:
    """A part of a document with a text of its own: the notice, what it issues, an annex."""

    elements: list[Element]
    title: Piece | None = None
    label: Piece | None = None
    wanted_label: str = ""
    wanted_title: str = ""
    orientation: Orientation = "portrait"
    notes: list[tuple[ListedAnnex, Piece | None]] = field(default_factory=list)
    body: list[Element] = field(default_factory=list)
    flow: list[Element] = field(default_factory=list)  # from the title to what precedes the 版记
    unindented: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()


@dataclass(slots=True)
class Named:
    """Every element that the document has, with its glyphs; None where the pages lack it."""

    found: dict[str, Piece | None] = field(default_factory=dict)
    signers: list[Piece | None] = field(default_factory=list)
    organs: list[Piece | None] = field(default_factory=list)
    stamps: list[Piece | None] = field(default_factory=list)
    attendance: list[tuple[AttendanceKind, Piece | None]] = field(default_factory=list)
    copies: list[tuple[str, Piece | None]] = field(default_factory=list)
    notice: Division = field(default_factory=lambda: Division([]))
    enclosure: Division | None = None
    annexes: list[Division] = field(default_factory=list)

    def get(self, name: str) -> Piece | None:
        """An element's glyphs; None where the document or its pages do not have it."""
        return self.found.get(name)

    @property
    def divisions(self) -> list[Division]:
        """The notice, what it issues, and the annexes."""
        issued = [self.enclosure] if self.enclosure else []
        return [self.notice, *issued, *self.annexes]


def squeezed(text: str) -> str:
    """A text without blanks, as glyphs are compared with it."""
    return "".join(text.split())


def named(document: Document, reading: Reading) -> Named:
    """Find every element of a document."""
    return _Finder(document, reading).named


class _Finder:
    """Claims elements one by one, so that no two names share one."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._document, self._reading = document, reading
        self._labels = reference_labels(document)
        self._claimed: set[Element] = set()
        self.named = Named()
        notice = self.named.notice = Division(reading.elements(reading.root))
        self._title(notice, document.title)
        self._head(notice)
        before = frozenset(self._claimed)
        self._imprint(notice, document.imprint)
        self._flow(notice, self._claimed - before)
        self._closing(notice)
        self._body(notice, document.blocks)
        self._others()

    def _claim(self, elements: Iterable[Element], text: str) -> Piece | None:
        """The first element that says ``text`` and nothing else."""
        wanted = squeezed(text)
        for element in elements:
            if wanted and element.text == wanted and element not in self._claimed:
                self._claimed.add(element)
                return element.piece
        return None

    def _within(self, elements: Iterable[Element], text: str) -> Piece | None:
        """The glyphs that say ``text`` in the first element that does; it may say more."""
        wanted = squeezed(text)
        for element in elements:
            if wanted and wanted in element.text:
                self._claimed.add(element)
                return element.piece.find(wanted)
        return None

    def _title(self, division: Division, title: str) -> None:
        titles = [element for element in division.elements if element.kind is NodeKind.TITLE]
        division.wanted_title = squeezed(title)
        division.title = self._claim(titles, title)

    # 版头

    def _head(self, notice: Division) -> None:
        head, found = self._document.head, self.named.found
        above = self._above_title(notice)
        if head.copy_number:
            found["份号"] = self._within(above, copy_number(head.copy_number))
        if head.secrecy:
            found["密级"] = self._within(above, str(head.secrecy))
        if head.urgency:
            found["紧急程度"] = self._within(above, head.urgency)
        if head.mark:
            text = "".join(head.mark.organs) + head.mark.suffix
            found["标志"] = self._claim(above, text)
        if head.number:
            found["文号"] = self._within(reversed(above), str(head.number))
        if head.signers:
            found["签发人标签"] = self._within(above, LABEL_OF_SIGNERS)
            self.named.signers = [self._within(reversed(above), name) for name in head.signers]

    def _above_title(self, notice: Division) -> list[Element]:
        titles = (n for n, e in enumerate(notice.elements) if e.kind is NodeKind.TITLE)
        return notice.elements[: next(titles, HEAD_ELEMENTS)]

    def _flow(self, notice: Division, imprint: set[Element]) -> None:
        head = len(self._above_title(notice)) if notice.title else 0
        notice.flow = [element for element in notice.elements[head:] if element not in imprint]

    # 版记

    def _imprint(self, notice: Division, imprint: Imprint | None) -> None:
        if imprint is None:
            return
        found, behind = self.named.found, list(reversed(notice.elements))[:HEAD_ELEMENTS]
        if imprint.printed_on:
            found["印发日期"] = self._within(behind, printed_line(imprint))
        if imprint.printed_by:
            found["印发机关"] = self._within(behind, imprint.printed_by)
        for label, groups in (("抄送：", imprint.copies_to), ("主送：", imprint.recipients)):
            if groups:
                piece = self._claim(behind, label + copies_line(groups))
                self.named.copies.insert(0, (label, piece))

    # 主体

    def _closing(self, notice: Division) -> None:
        document, found = self._document, self.named.found
        behind = list(reversed(notice.elements))
        if document.note:
            found["附注"] = self._claim(behind, note_line(document.note))
        self._signature(behind)
        order = get_args(AttendanceKind)
        for part in sorted(document.attendance, key=lambda part: order.index(part.kind)):
            self.named.attendance.append((part.kind, self._attendance(behind, part)))
        self._notes(notice, document_annex_notes(document))
        if document.recipients:
            found["主送"] = self._claim(notice.elements, recipients_line(document))

    def _attendance(self, behind: list[Element], part: Attendance) -> Piece | None:
        return self._claim(behind, f"{part.kind}：{attendance_list(part.attendees)}")

    def _signature(self, behind: list[Element]) -> None:
        signature, named = self._document.signature, self.named
        if signature is None:
            return
        date = chinese_date(signature.date)
        named.found["成文日期"] = self._claim(behind, date)
        if named.found["成文日期"] is None and self._document.form == "纪要":
            above = self._above_title(named.notice)  # with the organs, over the red rule
            named.found["编发"] = self._within(above, date)
        for stamp in reversed(signature.stamps):
            name = "" if stamp.picture else stamp.name
            named.stamps.insert(0, self._claim(behind, stamp.office + name))
        for organ in reversed(signature.organs):
            named.organs.insert(0, self._claim(behind, organ))

    def _notes(self, division: Division, notes: tuple[ListedAnnex, ...]) -> None:
        behind = list(reversed(division.elements))
        for position, note in reversed(list(enumerate(notes))):
            label = "" if position else LABEL_OF_NOTES
            piece = self._claim(behind, label + note.number + note.title)
            division.notes.insert(0, (note, piece))

    def _body(self, division: Division, blocks: tuple[Block, ...]) -> None:
        division.unindented = frozenset(map(squeezed, _unindented(blocks, self._labels)))
        division.captions = frozenset(map(squeezed, _captions(blocks)))
        kinds = (NodeKind.PARAGRAPH, *HEADINGS)
        division.body = [
            element
            for element in division.elements
            if element.kind in kinds and element not in self._claimed
        ]

    # 印发的文件, 附件

    def _others(self) -> None:
        document, reading, named = self._document, self._reading, self.named
        if document.enclosure:
            part = reading.part() or Node(NodeKind.PART)
            label = annex_label(1, 1) if document.enclosure.mode == "annexed" else ""
            division = self._division(part, label, document.enclosure.title)
            self._notes(division, listed_annexes(document.enclosure.annexes))
            self._body(division, document.enclosure.blocks)
            named.enclosure = division
        # The annexes of what is issued come before those of the notice.
        nodes = iter(reading.annexes())
        for annexes in (document.enclosure.annexes if document.enclosure else (), document.annexes):
            for number, annex in enumerate(annexes, 1):
                node = next(nodes, None) or Node(NodeKind.ANNEX)
                division = self._division(node, annex_label(number, len(annexes)), annex.title)
                division.orientation = annex.orientation
                self._body(division, annex.blocks)
                named.annexes.append(division)

    def _division(self, node: Node, label: str, title: str) -> Division:
        division = Division(self._reading.elements(node), wanted_label=label)
        self._title(division, title)
        division.label = self._claim(division.elements, label)
        return division


def _captions(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table) and block.caption:
            yield block.caption
        elif isinstance(block, Section):
            yield from _captions(block.blocks)


def _unindented(blocks: tuple[Block, ...], labels: dict[str, str]) -> Iterator[str]:
    """The texts that do not begin two characters in: captions, rosters, continued paragraphs."""
    yield from _captions(blocks)
    for block in blocks:
        match block:
            case Paragraph() if not block.indented:
                yield inline_text(block.content, labels)
            case Roster():
                yield from _roster(block)
            case Section():
                yield from _unindented(block.blocks, labels)


def _roster(roster: Roster) -> Iterator[str]:
    for role in roster.roles:
        for position, member in enumerate(role.members):
            label = "" if position or not role.name else f"{role.name}："
            yield f"{label}{member.name}{member.office}"
        if not role.members:
            yield f"{role.name}："
