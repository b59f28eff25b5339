"""Plain text: one line a paragraph, for comparing versions and for reading aloud."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.blocks import Slot, Table, placed
from plangen.document.elements import Document, Imprint, Mark
from plangen.document.wording import chinese_date
from plangen.sheet.arrangement import (
    Blank,
    Item,
    NewPage,
    SetImprint,
    SetMark,
    SetSignature,
    SetTable,
    arrange,
    inline_runs,
)
from plangen.sheet.imprint import imprint_rows
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.runs import Line


def write_text(document: Document) -> str:
    """The words of a document in reading order: labels and numbers as printed, nothing padded."""
    lines: list[str] = []
    for item in arrange(document):
        for line in _lines(item, document.head.mark):
            if line or (lines and lines[-1]):  # one blank line at most
                lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"


def _lines(item: Item, mark: Mark | None) -> Iterator[str]:
    match item:
        case Line():
            yield item.text.replace("\n", "").replace("\t", " ").strip()
        case Blank() | NewPage() | SetDoubleRules():
            yield ""
        case SetMark():
            yield f"{' '.join(mark.organs)}{mark.suffix}" if mark else ""
        case SetTable():
            yield from _table(item.table, dict(item.labels))
        case SetSignature():
            yield from _signature(item)
        case SetImprint():
            yield from _imprint(item.imprint)


def _table(table: Table, labels: dict[str, str]) -> Iterator[str]:
    """A row a line, cells parted by tabs; a cell that spans others leaves their places empty."""
    for rows in (table.head, table.rows):
        for slots in placed(rows, len(table.columns)):
            yield "\t".join(_cell(slot, labels) + "\t" * (slot.columns - 1) for slot in slots)


def _cell(slot: Slot, labels: dict[str, str]) -> str:
    paragraphs = slot.cell.paragraphs if slot.cell else ()
    texts = ("".join(run.text for run in inline_runs(p.content, labels)) for p in paragraphs)
    return " ".join(texts).replace("\t", " ")


def _signature(item: SetSignature) -> Iterator[str]:
    yield ""
    yield from item.signature.organs
    for stamp in item.signature.stamps:
        yield f"{stamp.office} {stamp.name}"
    yield chinese_date(item.signature.date)
    if item.note:
        yield item.note


def _imprint(imprint: Imprint) -> Iterator[str]:
    yield ""
    for row in imprint_rows(imprint):
        for paragraph in row.paragraphs:
            right = f" {paragraph.right}" if paragraph.right else ""
            yield f"{paragraph.label}{paragraph.text}{right}".strip()
