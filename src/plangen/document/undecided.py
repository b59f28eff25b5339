"""What a document in its text form still leaves undecided (待定)."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.reading import Element, read_xml
from plangen.errors import Place
from plangen.quantity.undecided import UNDECIDED, shown

_DECIDED_BY = {"number": ("order", "issue", "seq"), "printed": ("on",)}
_WRITTEN = {"date": str(UNDECIDED), "figure": shown(UNDECIDED)}


def undecided_places(text: str) -> Iterator[Place]:
    """The line and element of every number, date and figure that is undecided.

    Raises InputError where the text is no XML.
    """
    for element in read_xml(text).iter("*"):
        if _is_undecided(element):
            yield Place(line=element.sourceline or 0, key=f"<{element.tag!s}>")


def _is_undecided(element: Element) -> bool:
    tag = str(element.tag)
    names = _DECIDED_BY.get(tag, ())
    if any(element.get(name) == str(UNDECIDED) for name in names):
        return True
    return tag in _WRITTEN and (element.text or "").strip() == _WRITTEN[tag]
