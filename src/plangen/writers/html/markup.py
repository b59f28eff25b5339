"""HTML elements: built as a tree, so that no text of a document is ever read as markup."""

from __future__ import annotations

from datetime import date

from lxml import etree

from plangen.document.wording import chinese_date
from plangen.quantity.undecided import UNDECIDED, Undecided

Element = etree._Element  # lxml names its element class with an underscore; there is no other

DOCTYPE = "<!DOCTYPE html>"
INLINE = frozenset(("a", "br", "data", "img", "span", "time"))  # blanks beside them are seen
UNSEEN = "unseen"  # class of words that only a screen reader says: labels that the page lacks


def add(parent: Element, tag: str, kind: str = "", text: str = "", **attributes: str) -> Element:
    """A new last child: ``kind`` is its class, ``data_target`` the attribute data-target."""
    element = etree.SubElement(parent, tag)
    if kind:
        element.set("class", kind)
    for name, value in attributes.items():
        element.set(name.replace("_", "-"), value)
    element.text = text or None
    return element


def add_text(parent: Element, text: str) -> None:
    """Text behind all that an element has so far."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add_lines(parent: Element, text: str) -> None:
    """Text whose line breaks a person chose; a narrow screen leaves them out."""
    first, *others = text.split("\n")
    add_text(parent, first)
    for line in others:
        add(parent, "br")
        add_text(parent, line)


def add_day(parent: Element, day: date | Undecided) -> None:
    """A date as it is printed, and as programs read it where it is decided."""
    if day is UNDECIDED:
        add_text(parent, chinese_date(day))
        return
    add(parent, "time", text=chinese_date(day), datetime=day.isoformat())


def add_fact(parent: Element, kind: str, label: str, text: str = "", seen: bool = False) -> Element:
    """A label and what it stands for, in a list of such; the label is said, and shown if seen.

    They stand in the list itself, not in a group of their own: PDF/UA wants nothing between.
    """
    add(parent, "dt", "" if seen else UNSEEN, label)
    return add(parent, "dd", kind, text)


def break_lines(root: Element) -> None:
    """A line of the file for each block, so that two versions of it are compared line by line.

    The footer is one line: WeasyPrint sets blanks between blocks of a footnote, which it becomes.
    """
    footed = {inside for footer in root.iter("footer") for inside in footer.iterdescendants()}
    for element in root.iter():
        if element.tag not in INLINE and element not in footed and not element.tail:
            element.tail = "\n"


def measures(**values: float | str) -> str:
    """Custom properties for a style attribute: numbers are mm."""
    parts = (
        f"--{name.replace('_', '-')}:{value if isinstance(value, str) else mm(value)}"
        for name, value in values.items()
    )
    return ";".join(parts)


def mm(length: float) -> str:
    """A length in CSS."""
    return f"{number(length)}mm"


def number(value: float) -> str:
    """A number in CSS, to the thousandth."""
    return f"{round(value, 3) + 0:g}"
