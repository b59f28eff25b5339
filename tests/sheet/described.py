"""The arrangement of a document as lines of text that a test can spell out."""

from plangen.document.elements import Document
from plangen.sheet.arrangement import (
    Blank,
    Item,
    NewPage,
    SetImprint,
    SetMark,
    SetSignature,
    SetTable,
    arrange,
)
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.runs import Line


def described(document: Document) -> list[str]:
    """What stands on the pages of a document, from its first line to its 版记."""
    return [_described(item) for item in arrange(document)]


def _described(item: Item) -> str:
    match item:
        case Line():
            rule = " + red rule" if item.rule_below else ""
            return f"{item.style}: {item.text}{rule}".replace("\n", "/").replace("\t", "→")
        case Blank():
            return f"({item.lines} blank)"
        case NewPage():
            return f"--- {item.part}, {item.orientation}"
        case _:
            return _described_set(item)


def _described_set(
    item: SetMark | SetDoubleRules | SetTable | SetSignature | SetImprint,
) -> str:
    match item:
        case SetDoubleRules():
            return "double rules"
        case SetMark():
            return f"mark: {'/'.join(item.layout.names)} {item.layout.suffix}".rstrip()
        case SetTable():
            return f"table: {len(item.table.head)} + {len(item.table.rows)} rows"
        case SetSignature():
            stamps = (f"{stamp.office} {stamp.name}" for stamp in item.signature.stamps)
            names = "/".join((*item.signature.organs, *stamps))
            return f"signature: {names} {item.signature.date} {item.note}".rstrip()
        case SetImprint():
            rules = "" if item.ruled else " without rules"
            return f"imprint{rules}: {item.imprint.printed_by}".rstrip()
