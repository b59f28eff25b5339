"""The tree as XML text: one element a line, the form that golden files keep."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from plangen.document.blocks import Block, Cell, Paragraph, Roster, Row, Section, Table
from plangen.document.elements import (
    SEAL,
    Annex,
    Attendance,
    Document,
    DocumentNumber,
    Enclosure,
    Head,
    Imprint,
    OrganGroup,
    SerialNumber,
    Signature,
)
from plangen.document.inline import AnnexReference, Figure, Inline

Element = etree._Element  # lxml names its element class with an underscore; there is no other


def dump(document: Document) -> str:
    """Write a document in its XML text form; ``parse`` of it gives an equal document."""
    root = etree.Element("document", _given(form=document.form))
    root.attrib.update(
        _given(subject=document.properties.subject, keywords=" ".join(document.properties.keywords))
    )
    _add_head(root, document.head)
    if document.title:
        _add_title(root, document.title)
    if document.recipients:
        _add_groups(etree.SubElement(root, "to"), document.recipients)
    _add_blocks(root, document.blocks)
    _add_closing(root, document)
    if document.enclosure:
        _add_enclosure(root, document.enclosure)
    for annex in document.annexes:
        _add_annex(root, annex)
    if document.imprint:
        _add_imprint(root, document.imprint)
    _indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _add_closing(root: Element, document: Document) -> None:
    """What stands between the text and what is enclosed with it."""
    for attendance in document.attendance:
        _add_attendance(root, attendance)
    if document.signature:
        _add_signature(root, document.signature)
    if document.note:
        etree.SubElement(root, "note").text = document.note


def _given(**attributes: str) -> dict[str, str]:
    """The attributes that say something; empty ones are left out."""
    return {name.replace("_", "-"): value for name, value in attributes.items() if value}


def _add_organs(parent: Element, organs: Iterable[str]) -> None:
    for organ in organs:
        etree.SubElement(parent, "organ").text = organ


def _add_groups(parent: Element, groups: Iterable[OrganGroup]) -> None:
    for group in groups:
        _add_organs(etree.SubElement(parent, "group"), group)


def _add_title(parent: Element, title: str) -> None:
    element = etree.SubElement(parent, "title")
    first, *others = title.split("\n")
    element.text = first
    for line in others:
        etree.SubElement(element, "br").tail = line


def _add_head(root: Element, head: Head) -> None:
    if head == Head():
        return
    element = etree.SubElement(
        root, "head", _given(copy_number=head.copy_number, urgency=head.urgency or "")
    )
    if head.secrecy:
        etree.SubElement(
            element, "secrecy", _given(level=head.secrecy.level, period=head.secrecy.period)
        )
    if head.mark:
        mark = etree.SubElement(element, "mark", suffix=head.mark.suffix)
        _add_organs(mark, head.mark.organs)
    if head.number:
        etree.SubElement(element, "number", _number(head.number))
    for signer in head.signers:
        etree.SubElement(element, "signer").text = signer


def _number(number: DocumentNumber | SerialNumber) -> dict[str, str]:
    if isinstance(number, SerialNumber):
        return {"order" if number.unit == "号" else "issue": str(number.sequence)}
    return {"code": number.code, "year": str(number.year), "seq": str(number.sequence)}


def _add_attendance(root: Element, attendance: Attendance) -> None:
    element = etree.SubElement(root, "attendance", kind=attendance.kind)
    for attendees in attendance.attendees:
        child = etree.SubElement(element, "attendees", _given(organ=attendees.organ))
        for name in attendees.names:
            etree.SubElement(child, "name").text = name


def _add_signature(root: Element, signature: Signature) -> None:
    element = etree.SubElement(root, "signature", sealed="yes" if signature.sealed else "no")
    if signature.seal != SEAL:
        element.set("seal", str(signature.seal))
    _add_organs(element, signature.organs)
    for organ, picture in zip(element, signature.pictures, strict=False):
        organ.attrib.update(_given(seal=picture))
    for stamp in signature.stamps:
        given = _given(office=stamp.office, name=stamp.name, picture=stamp.picture)
        etree.SubElement(element, "stamp", given)
    etree.SubElement(element, "date").text = signature.date.isoformat()


def _add_enclosure(root: Element, enclosure: Enclosure) -> None:
    element = etree.SubElement(root, "enclosure", mode=enclosure.mode)
    _add_title(element, enclosure.title)
    _add_blocks(element, enclosure.blocks)
    for annex in enclosure.annexes:
        _add_annex(element, annex)


def _add_annex(parent: Element, annex: Annex) -> None:
    element = etree.SubElement(parent, "annex", _given(id=annex.id))
    if annex.orientation != "portrait":
        element.set("orientation", annex.orientation)
    _add_title(element, annex.title)
    _add_blocks(element, annex.blocks)


def _add_imprint(root: Element, imprint: Imprint) -> None:
    element = etree.SubElement(root, "imprint")
    if imprint.recipients:
        _add_groups(etree.SubElement(element, "to"), imprint.recipients)
    if imprint.copies_to:
        _add_groups(etree.SubElement(element, "cc"), imprint.copies_to)
    if imprint.printed_by or imprint.printed_on:
        day = imprint.printed_on.isoformat() if imprint.printed_on else ""
        etree.SubElement(element, "printed", _given(by=imprint.printed_by, on=day))


def _add_blocks(parent: Element, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Paragraph():
                _add_paragraph(parent, block)
            case Section():
                _add_section(parent, block)
            case Table():
                _add_table(parent, block)
            case Roster():
                _add_roster(parent, block)


def _add_section(parent: Element, section: Section) -> None:
    element = etree.SubElement(
        parent,
        "section",
        _given(
            title=section.title,
            level=str(section.level or ""),
            run_in="yes" if section.run_in else "",
            numbered="" if section.numbered else "no",
            continued="yes" if section.continued else "",
        ),
    )
    _add_blocks(element, section.blocks)


def _add_paragraph(parent: Element, paragraph: Paragraph) -> None:
    element = etree.SubElement(parent, "p", _given(indent="" if paragraph.indented else "no"))
    _add_content(element, paragraph.content)


def _add_content(parent: Element, content: Iterable[Inline]) -> None:
    last: Element | None = None
    for inline in content:
        if isinstance(inline, Figure):
            last = etree.SubElement(parent, "figure", target=inline.target)
            if inline.part != "bound":
                last.set("part", inline.part)
            last.text = inline.text
        elif isinstance(inline, AnnexReference):
            last = etree.SubElement(parent, "annexref", to=inline.annex)
        elif last is None:
            parent.text = inline.text
        else:
            last.tail = inline.text


def _add_table(parent: Element, table: Table) -> None:
    element = etree.SubElement(parent, "table", _given(caption=table.caption))
    for column in table.columns:
        weight = str(column.weight or "")
        etree.SubElement(element, "column", _given(weight=weight, align=column.align))
    for name, rows in (("thead", table.head), ("tbody", table.rows)):
        if rows:
            body = etree.SubElement(element, name)
            for row in rows:
                _add_row(body, row)


def _add_row(parent: Element, row: Row) -> None:
    element = etree.SubElement(parent, "row")
    for cell in row:
        _add_cell(element, cell)


def _add_cell(parent: Element, cell: Cell) -> None:
    columns, rows = ("" if n == 1 else str(n) for n in (cell.columns, cell.rows))
    element = etree.SubElement(parent, "cell", _given(columns=columns, rows=rows))
    for paragraph in cell.paragraphs:
        _add_paragraph(element, paragraph)


def _add_roster(parent: Element, roster: Roster) -> None:
    element = etree.SubElement(parent, "roster")
    for role in roster.roles:
        member_list = etree.SubElement(element, "role", name=role.name)
        for member in role.members:
            etree.SubElement(member_list, "member", _given(name=member.name, office=member.office))


def _indent(element: Element, depth: int = 0) -> None:
    """Put every element on its own line, except inside text, where white space is content."""
    children = list(element)
    if element.text or not children:
        return
    if any(child.tail for child in children) or element.tag in ("p", "title"):
        return
    for child in children:
        child.tail = "\n" + "  " * (depth + 1)
        _indent(child, depth + 1)
    element.text = "\n" + "  " * (depth + 1)
    children[-1].tail = "\n" + "  " * depth
