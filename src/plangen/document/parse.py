"""XML text → document, element by element; the counterpart of ``dump``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast, get_args

from lxml import etree

from plangen.document.blocks import DEEPEST_LEVEL, Block, Orientation
from plangen.document.elements import (
    SEAL,
    SUFFIXES,
    Annex,
    Attendance,
    AttendanceKind,
    Attendees,
    Document,
    DocumentNumber,
    Enclosure,
    EnclosureMode,
    Form,
    Head,
    Imprint,
    Mark,
    OrganGroup,
    Properties,
    Secrecy,
    SecrecyLevel,
    SerialNumber,
    Signature,
    Stamp,
    Urgency,
)
from plangen.document.parse_blocks import BLOCK_TAGS, read_blocks
from plangen.document.reading import Element, Reader, line_text, read_xml
from plangen.errors import InputError, Message, Place, Problem


def parse(text: str) -> Document:
    """Read the XML text form of a document.

    Raises InputError with the line of the text where it is not well formed, holds an element or
    attribute that does not belong there, or breaks a rule of the tree.
    """
    root = read_xml(text)
    if root.tag != "document":
        raise Reader(root).error(Message("最外层应为 <document>"))
    _check_levels(root, 0)
    document = _document(root)
    _check_schema(root)
    _check_references(root)
    return document


@cache
def schema() -> etree.RelaxNG:
    """The RELAX NG schema of the text form."""
    return etree.RelaxNG(etree.fromstring(schema_text().encode()))


def schema_text() -> str:
    """The schema's own text, for editors."""
    return Path(__file__).with_name("document.rng").read_text(encoding="utf-8")


def _check_schema(root: Element) -> None:
    if not schema().validate(root):
        raise InputError.of(
            Problem(Message("不合文档结构：{detail}", detail=error.message), Place(line=error.line))
            for error in schema().error_log
        )


def _check_levels(parent: Element, level: int) -> None:
    """Four levels at the most, each deeper than the one above (7.3.3)."""
    for child in parent:
        if child.tag != "section":
            _check_levels(child, 0 if child.tag in ("enclosure", "annex") else level)
            continue
        given = child.get("level", "")
        own = int(given) if given.isascii() and given.isdigit() and len(given) < 3 else level + 1
        if own <= level:
            raise Reader(child).error(Message("应比上一级深，这里是第 {level} 级", level=own))
        if own > DEEPEST_LEVEL:
            raise Reader(child).error(Message("层次最多四级，这里是第 {level} 级", level=own))
        _check_levels(child, own)


def _check_references(root: Element) -> None:
    ids: dict[str, Element] = {}
    for annex in root.iter("annex"):
        name = annex.get("id", "")
        if name in ids:
            raise Reader(annex).error(Message("两个附件都叫 id=“{name}”", name=name))
        if name:
            ids[name] = annex
    for reference in root.iter("annexref"):
        if reference.get("to") not in ids:
            name = str(reference.get("to"))
            raise Reader(reference).error(Message("没有 id 为“{name}”的附件", name=name))


def _document(root: Element) -> Document:
    reader = Reader(root)
    form = cast("Form", reader.choice("form", get_args(Form), "文件"))
    properties = Properties(reader.optional("subject"), tuple(reader.optional("keywords").split()))
    singles = ("head", "title", "to", "signature", "note", "enclosure", "imprint")
    children = reader.children(*singles, *BLOCK_TAGS, "attendance", "annex")
    head, title, to, signature, note, enclosure, imprint = (
        _single(children, tag) for tag in singles
    )
    blocks = [child for child in children if child.tag in BLOCK_TAGS]
    annexes = [child for child in children if child.tag == "annex"]
    attendance = [child for child in children if child.tag == "attendance"]
    return reader.built(
        lambda: Document(
            title="" if title is None else _title(title),
            form=form,
            head=Head() if head is None else _head(head, form),
            recipients=() if to is None else _groups(to),
            blocks=read_blocks(blocks),
            attendance=tuple(_attendance(child) for child in attendance),
            signature=None if signature is None else _signature(signature),
            note="" if note is None else Reader(note).text(),
            enclosure=None if enclosure is None else _enclosure(enclosure),
            annexes=tuple(_annex(annex) for annex in annexes),
            imprint=None if imprint is None else _imprint(imprint),
            properties=properties,
        )
    )


def _title(element: Element) -> str:
    lines = [element.text or ""]
    for child in Reader(element).element:
        if child.tag != "br":
            raise Reader(child).error(Message("<title> 里只能有文字和 <br/>"))
        lines.append(child.tail or "")
    title = "\n".join(line_text(line).strip() for line in lines)
    if not title.replace("\n", ""):
        raise Reader(element).error(Message("<{tag}> 是空的", tag="title"))
    return title


def _organs(elements: list[Element]) -> tuple[str, ...]:
    return tuple(Reader(element).text() for element in elements)


def _groups(element: Element) -> tuple[OrganGroup, ...]:
    groups = Reader(element).children("group")
    return tuple(_organs(Reader(group).children("organ")) for group in groups)


def _head(element: Element, form: Form) -> Head:
    reader = Reader(element)
    copy_number = reader.optional("copy-number")
    urgency = reader.choice("urgency", ("", *get_args(Urgency)))
    children = reader.children("secrecy", "mark", "number", "signer")
    secrecy, mark, number = (_single(children, tag) for tag in ("secrecy", "mark", "number"))
    return Head(
        mark=None if mark is None else _mark(mark, form),
        number=None if number is None else _number(number),
        copy_number=copy_number,
        secrecy=None if secrecy is None else _secrecy(secrecy),
        urgency=cast("Urgency", urgency) if urgency else None,
        signers=tuple(Reader(child).text() for child in children if child.tag == "signer"),
    )


def _single(children: list[Element], tag: str) -> Element | None:
    """The child of a name, which may stand once."""
    found = [child for child in children if child.tag == tag]
    if len(found) > 1:
        raise Reader(found[1]).error(Message("<{tag}> 只能有一个", tag=tag))
    return found[0] if found else None


def _secrecy(element: Element) -> Secrecy:
    reader = Reader(element)
    level = reader.choice("level", get_args(SecrecyLevel))
    secrecy = Secrecy(cast("SecrecyLevel", level), reader.optional("period"))
    reader.children()
    return secrecy


def _mark(element: Element, form: Form) -> Mark:
    reader = Reader(element)
    suffix = reader.optional("suffix", (SUFFIXES[form] or ("文件",))[0])
    organs = _organs(reader.children("organ"))
    return reader.built(lambda: Mark(organs, suffix))


def _number(element: Element) -> DocumentNumber | SerialNumber:
    """发文字号 in its three fields, or the number of an order or of an issue."""
    reader = Reader(element)
    number: DocumentNumber | SerialNumber
    if element.get("order") is not None:
        number = SerialNumber(reader.sequence("order"), "号")
    elif element.get("issue") is not None:
        number = SerialNumber(reader.sequence("issue"), "期")
    else:
        code, year = reader.required("code"), reader.integer("year")
        number = DocumentNumber(code, year, reader.sequence("seq"))
    reader.children()
    return number


def _attendance(element: Element) -> Attendance:
    reader = Reader(element)
    kind = cast("AttendanceKind", reader.choice("kind", get_args(AttendanceKind)))
    attendees = tuple(_attendees(child) for child in reader.children("attendees"))
    return reader.built(lambda: Attendance(kind, attendees))


def _attendees(element: Element) -> Attendees:
    reader = Reader(element)
    organ = reader.optional("organ")
    names = _organs(reader.children("name"))
    return reader.built(lambda: Attendees(organ, names))


def _signature(element: Element) -> Signature:
    reader = Reader(element)
    sealed = reader.flag("sealed", default=True)
    seal = reader.integer("seal", SEAL)
    children = reader.children("organ", "stamp", "date")
    if not children or children[-1].tag != "date":
        raise reader.error(Message("<signature> 的最后应为 <date>"))
    day = Reader(children[-1])
    written = day.day(day.text())
    organs = [_sealed_organ(child) for child in children if child.tag == "organ"]
    stamps = tuple(_stamp(child) for child in children if child.tag == "stamp")
    names, pictures = tuple(name for name, _ in organs), tuple(path for _, path in organs)
    return reader.built(lambda: Signature(names, written, sealed, seal, pictures, stamps))


def _sealed_organ(element: Element) -> tuple[str, str]:
    """An organ's name and the path of its seal's picture."""
    reader = Reader(element)
    picture = reader.optional("seal")
    return reader.text(), picture


def _stamp(element: Element) -> Stamp:
    reader = Reader(element)
    office, name = reader.required("office"), reader.required("name")
    picture = reader.optional("picture")
    reader.children()
    return reader.built(lambda: Stamp(office, name, picture))


def _enclosure(element: Element) -> Enclosure:
    reader = Reader(element)
    mode = reader.choice("mode", get_args(EnclosureMode), "issued")
    title, blocks, annexes = _titled(reader, "annex")
    return Enclosure(
        title, blocks, tuple(_annex(annex) for annex in annexes), cast("EnclosureMode", mode)
    )


def _annex(element: Element) -> Annex:
    reader = Reader(element)
    identifier = reader.optional("id")
    orientation = reader.choice("orientation", get_args(Orientation), "portrait")
    title, blocks, _ = _titled(reader)
    return Annex(title, blocks, identifier, cast("Orientation", orientation))


def _titled(reader: Reader, *more: str) -> tuple[str, tuple[Block, ...], list[Element]]:
    """Title, blocks and further elements of a part that begins with its title."""
    children = reader.children("title", *BLOCK_TAGS, *more)
    if not children or children[0].tag != "title":
        tag = str(reader.element.tag)
        raise reader.error(Message("<{tag}> 的开头应为 <title>", tag=tag))
    blocks = [child for child in children[1:] if child.tag in BLOCK_TAGS]
    others = [child for child in children[1:] if child.tag in more]
    return _title(children[0]), read_blocks(blocks), others


def _imprint(element: Element) -> Imprint:
    recipients: tuple[OrganGroup, ...] = ()
    copies: tuple[OrganGroup, ...] = ()
    by, on = "", None
    for child in Reader(element).children("to", "cc", "printed"):
        if child.tag == "to":
            recipients = _groups(child)
        elif child.tag == "cc":
            copies = _groups(child)
        else:
            reader = Reader(child)
            by, day = reader.optional("by"), reader.optional("on")
            on = reader.day(day) if day else None
            reader.children()
    return Imprint(by, on, copies, recipients)
