"""Every word of a document's tree, in reading order: what no writer may lose."""

from collections.abc import Iterator

from plangen.document.blocks import Block, Cell, Paragraph, Roster, Section, Table
from plangen.document.elements import (
    Annex,
    Attendees,
    Document,
    Head,
    Imprint,
    OrganGroup,
    Signature,
)
from plangen.document.inline import AnnexReference
from plangen.document.wording import chinese_date
from plangen.sheet.heads import issued_in_head


def squeezed(text: str) -> str:
    """Text without white space: spaces and breaks between words are a writer's own."""
    return "".join(text.split())


def first_missing(document: Document, written: str) -> str | None:
    """The first word of the document that the written text lacks at its place."""
    position, text = 0, squeezed(written)
    for word in map(squeezed, words(document)):
        position = text.find(word, position)
        if position < 0:
            return word
        position += len(word)
    return None


def words(document: Document) -> Iterator[str]:
    """The words of a document from its 份号 to its 版记."""
    yield from (_letter_head if document.form == "信函" else _head)(document.head)
    if in_head := issued_in_head(document):
        yield from _signature(in_head)
    yield from document.title.split("\n")
    yield from _organs(document.recipients)
    for block in document.blocks:
        yield from _block(block)
    yield from _closing(document)
    if document.enclosure:
        yield from document.enclosure.title.split("\n")
        for block in document.enclosure.blocks:
            yield from _block(block)
        yield from _annexes(document.enclosure.annexes)
    yield from _annexes(document.annexes)
    if document.imprint:
        yield from _imprint(document.imprint)


def _closing(document: Document) -> Iterator[str]:
    for kind in ("出席", "请假", "列席"):
        for attendance in document.attendance:
            if attendance.kind == kind:
                yield f"{kind}："
                yield from _attendees(attendance.attendees)
    if document.signature and not issued_in_head(document):
        yield from _signature(document.signature)
    yield document.note


def _head(head: Head) -> Iterator[str]:
    yield head.copy_number
    if head.secrecy:
        yield str(head.secrecy)
    yield head.urgency or ""
    if head.mark:
        yield from head.mark.organs
        yield head.mark.suffix
    if len(head.signers) < 3:  # else the number stands between them
        yield str(head.number or "")
    yield from head.signers


def _letter_head(head: Head) -> Iterator[str]:
    if head.mark:
        yield from head.mark.organs
    secrecy = str(head.secrecy) if head.secrecy else ""
    first, *others = [*filter(None, (head.copy_number, secrecy, head.urgency)), ""]
    yield first
    yield str(head.number or "")
    yield from others


def _attendees(attendees: tuple[Attendees, ...]) -> Iterator[str]:
    for group in attendees:
        yield group.organ
        yield from group.names


def _signature(signature: Signature) -> Iterator[str]:
    yield from signature.organs
    for stamp in signature.stamps:
        yield stamp.office
        if not stamp.picture:  # it says the name
            yield stamp.name
    yield chinese_date(signature.date)


def _organs(groups: tuple[OrganGroup, ...]) -> Iterator[str]:
    for group in groups:
        yield from group


def _annexes(annexes: tuple[Annex, ...]) -> Iterator[str]:
    for annex in annexes:
        yield from annex.title.split("\n")
        for block in annex.blocks:
            yield from _block(block)


def _imprint(imprint: Imprint) -> Iterator[str]:
    yield from _organs(imprint.recipients)
    yield from _organs(imprint.copies_to)
    yield imprint.printed_by
    if imprint.printed_on:
        yield chinese_date(imprint.printed_on)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _paragraph(block)
        case Section():
            yield block.title
            for inside in block.blocks:
                yield from _block(inside)
        case Table():
            yield block.caption
            for row in (*block.head, *block.rows):
                for cell in row:
                    yield from _cell(cell)
        case Roster():
            yield from _roster(block)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    for inline in paragraph.content:
        if not isinstance(inline, AnnexReference):
            yield inline.text


def _cell(cell: Cell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        yield from _paragraph(paragraph)


def _roster(roster: Roster) -> Iterator[str]:
    for role in roster.roles:
        yield role.name
        for member in role.members:
            yield member.name
            yield member.office
