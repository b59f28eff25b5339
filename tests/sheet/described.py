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
        case SetMark():
            return f"mark: {'/'.join(item.layout.names)} {item.layout.suffix}".rstrip()
        case SetTable():
            return f"table: {len(item.table.head)} + {len(item.table.rows)} rows"
        case SetSignature():
            names = "/".join(item.signature.organs)
            return f"signature: {names} {item.signature.date} {item.note}".rstrip()
        case NewPage():
            return f"--- {item.part}, {item.orientation}"
        case SetImprint():
            return f"imprint: {item.imprint.printed_by}"
