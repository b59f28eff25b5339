"""The text of a document as the checks see it: of a composed tree, or of a file that was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plangen.audit.checks.passages import Passage, passages
from plangen.document.elements import Document, DocumentNumber
from plangen.document.origins import OutlineNode, Part, PartKind, PassageKind, ReadDocument
from plangen.errors import Place
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_deadline
from plangen.quantity.undecided import decided

_YEAR = re.compile("[〔\\[［【(（]((?:19|20)[0-9]{2})[〕\\]］】)）]")
_PRINTED = re.compile("([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)印发")


@dataclass(frozen=True, slots=True)
class Prose:
    """A document's text with what stands around it.

    ``composed`` says that it was made from the facts, so that its figures know their targets; of a
    file that was read they know none. ``annexes`` are the titles that the 附件说明 should list,
    ``most_annexes`` the highest number by which an annex can be referred to. ``year`` is that of
    the 发文字号, ``signed`` the 成文日期, ``printed`` the 印发日期; each None where there is none.
    """

    passages: tuple[Passage, ...] = ()
    composed: bool = True
    annexes: tuple[str, ...] = ()
    most_annexes: int = 0
    year: int | None = None
    signed: date | None = None
    printed: date | None = None


NO_PROSE = Prose()


def prose_of(document: Document, composed: bool = True) -> Prose:
    """The text of a tree."""
    enclosure, number, imprint = document.enclosure, document.head.number, document.imprint
    own = tuple(annex.title for annex in document.annexes)
    issued = tuple(annex.title for annex in enclosure.annexes) if enclosure else ()
    annexed = (enclosure.title,) if enclosure and enclosure.mode == "annexed" else ()
    titles = own or annexed or issued
    return Prose(
        tuple(passages(document)),
        composed,
        tuple(title.replace("\n", "") for title in titles),
        max(len(own), len(issued), len(annexed)),
        number.year if isinstance(number, DocumentNumber) else None,
        decided(document.signature.date) if document.signature else None,
        decided(imprint.printed_on) if imprint and imprint.printed_on else None,
    )


def prose_read(read: ReadDocument) -> Prose:
    """The text of a file; its parts and outline tell the clauses where they are known."""
    annexes = tuple(part.title for part in read.parts if part.kind is PartKind.ANNEX)
    issued = tuple(part.title for part in read.parts if part.kind is PartKind.ISSUED)
    notice = next((part for part in read.parts if part.kind is PartKind.NOTICE), None)
    return Prose(
        tuple(_read_passages(read)),
        False,
        annexes or issued,
        max(len(annexes), 1 if issued else 0, *(len(part.annexes) for part in read.parts), 0),
        number_year(notice.number.text if notice and notice.number else None),
        _day(notice.date.text if notice and notice.date else ""),
        _printed(read),
    )


def number_year(number: str | None) -> int | None:
    """The year in a 发文字号; None where there is none."""
    found = _YEAR.search(number or "")
    return int(found[1]) if found else None


def _read_passages(read: ReadDocument) -> Iterator[Passage]:
    clauses: dict[int, str] = {}
    for part in read.parts:
        clauses |= dict(_clauses(part))
    for passage in read.passages:
        if passage.kind is PassageKind.TITLE:
            continue
        clause = clauses.get(passage.number, "")
        page = f"第{passage.page}页" if passage.page else ""
        key = " ".join(filter(None, (page, clause))) or f"第{passage.number + 1}段"
        place = Place(read.name, 0, key)
        yield Passage(passage.number + 1, clause, passage.squeezed().text, (), place)


def _clauses(part: Part) -> Iterator[tuple[int, str]]:
    """The clause of every passage of a part; what stands deeper comes later."""
    label = "".join(part.label.split()) if part.kind is PartKind.ANNEX else ""
    yield from ((number, label) for number in range(part.first, part.end_passage))
    waiting: list[tuple[str, OutlineNode]] = [(label, node) for node in reversed(part.nodes)]
    while waiting:
        above, node = waiting.pop()
        clause = above + node.label.rstrip("、.．")
        yield from ((number, clause) for number in range(node.passage, node.end_passage))
        waiting += ((clause, below) for below in reversed(node.nodes))


def _printed(read: ReadDocument) -> date | None:
    for part in read.parts:
        if part.kind is PartKind.IMPRINT:
            for passage in read.passages[part.first : part.end_passage]:
                found = _PRINTED.search(passage.squeezed().text)
                if found:
                    return _day(found[1])
    return None


def _day(text: str) -> date | None:
    try:
        return parse_deadline(text).last_day if text else None
    except QuantityError:
        return None
