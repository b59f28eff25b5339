"""Every word of a document's tree, in reading order: what no writer may lose."""

from collections.abc import Iterator

from plangen.document.blocks import Block, Cell, Paragraph, Roster, Section, Table
from plangen.document.elements import Annex, Document, Head, Imprint, OrganGroup
from plangen.document.inline import AnnexReference
from plangen.document.wording import chinese_date


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
    yield from _head(document.head)
    yield from document.title.split("\n")
    yield from _organs(document.recipients)
    for block in document.blocks:
        yield from _block(block)
    if document.signature:
        yield from document.signature.organs
        yield chinese_date(document.signature.date)
    yield document.note
    if document.enclosure:
        yield from document.enclosure.title.split("\n")
        for block in document.enclosure.blocks:
            yield from _block(block)
        yield from _annexes(document.enclosure.annexes)
    yield from _annexes(document.annexes)
    if document.imprint:
        yield from _imprint(document.imprint)


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
