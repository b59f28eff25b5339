"""Bookmarks (ISO 32000-1, 12.3.3): the titles and headings, nested by their levels."""

from __future__ import annotations

from plangen.writers.pdf.notation import points, text_string
from plangen.writers.pdf.objects import Entry, Objects
from plangen.writers.pdf.structure import Element, Structure


class _Bookmark:
    """An entry of the outline, and the entries below it; the root has no heading."""

    def __init__(self, entry: Entry, level: int, heading: Element | None = None) -> None:
        self.entry = entry
        self.level = level
        self.heading = heading
        self.below: list[_Bookmark] = []

    def count(self) -> int:
        """How many entries are below it, at all levels."""
        return len(self.below) + sum(bookmark.count() for bookmark in self.below)


def add_outline(objects: Objects, structure: Structure, pages: list[Entry]) -> Entry | None:
    """The outline of all headings that have a text; None where there are none."""
    headings = [element for element in structure.elements if element.level and element.node.text]
    if not headings:
        return None
    root = _Bookmark(objects.announce(), 0)
    above = [root]
    for heading in headings:
        while above[-1].level >= heading.level:
            above.pop()
        bookmark = _Bookmark(objects.announce(), heading.level, heading)
        above[-1].below.append(bookmark)
        above.append(bookmark)
    ends = f"/First {root.below[0].entry.ref}/Last {root.below[-1].entry.ref}"
    root.entry.fill(f"<</Type/Outlines{ends}/Count {root.count()}>>")
    _fill(root, structure, pages)
    return root.entry


def _fill(above: _Bookmark, structure: Structure, pages: list[Entry]) -> None:
    for place, bookmark in enumerate(above.below):
        heading = bookmark.heading
        if heading is None:
            continue
        page, top = structure.top(heading)
        source = (
            f"<</Title{text_string(heading.node.text)}/Parent {above.entry.ref}"
            f"/Dest[{pages[page].ref}/XYZ 0 {points(top)} 0]"
        )
        if place > 0:
            source += f"/Prev {above.below[place - 1].entry.ref}"
        if place + 1 < len(above.below):
            source += f"/Next {above.below[place + 1].entry.ref}"
        if bookmark.below:
            first, last = bookmark.below[0].entry, bookmark.below[-1].entry
            source += f"/First {first.ref}/Last {last.ref}/Count {bookmark.count()}"
        bookmark.entry.fill(source + ">>")
        _fill(bookmark, structure, pages)
