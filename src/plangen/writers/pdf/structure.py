"""The tree of a document's elements in a PDF (ISO 32000-1, 14.7): what is read aloud, and how.

Only elements that show something are in it, and the cells of tables that do: a table without its
empty cells would be no table any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from plangen.pages.marks import Circle, Page, Picture, Rule
from plangen.pages.nodes import Node, NodeKind
from plangen.writers.pdf.notation import POINTS_PER_MM, points, text_string
from plangen.writers.pdf.objects import Entry, Objects

TYPES = {
    NodeKind.DOCUMENT: "Document",
    NodeKind.PART: "Part",
    NodeKind.ANNEX: "Sect",
    NodeKind.PARAGRAPH: "P",
    NodeKind.FIGURE: "Span",
    NodeKind.TABLE: "Table",
    NodeKind.TABLE_HEAD: "THead",
    NodeKind.TABLE_BODY: "TBody",
    NodeKind.ROW: "TR",
    NodeKind.HEAD_CELL: "TH",
    NodeKind.CELL: "TD",
    NodeKind.PICTURE: "Figure",
}
LEVELS = {
    NodeKind.TITLE: 1,
    NodeKind.HEADING1: 2,
    NodeKind.HEADING2: 3,
    NodeKind.HEADING3: 4,
    NodeKind.HEADING4: 5,
}
CELLS = (NodeKind.HEAD_CELL, NodeKind.CELL)
GRID = (NodeKind.ROW, *CELLS)


class Element:
    """A node that is in the file: its type, its object, and where it is shown.

    ``shown`` lists its sequences of marked content: when they were drawn, the place of the page,
    and the number on that page. ``level`` is that of a heading, 0 elsewhere; ``frame`` the box of a
    picture, in mm from the bottom left of its page.
    """

    __slots__ = ("children", "entry", "frame", "level", "node", "parent", "shown", "type")

    def __init__(self, node: Node, parent: Element | None, type: str, level: int) -> None:
        self.node = node
        self.parent = parent
        self.type = type
        self.level = level
        self.children: list[Element] = []
        self.shown: list[tuple[int, int, int]] = []
        self.frame: tuple[float, float, float, float] | None = None
        self.entry: Entry

    def first(self) -> float:
        """When it was first drawn, itself or what is in it."""
        own = [self.shown[0][0]] if self.shown else []
        return min([*own, *(child.first() for child in self.children)], default=inf)


class Structure:
    """The elements of a document, and the sequences of marked content that are theirs."""

    def __init__(self, root: Node, pages: tuple[Page, ...]) -> None:
        self._tops = _tops(pages)
        self._heights = tuple(page.height for page in pages)
        self._owners: list[list[Element]] = [[] for _ in pages]
        self._drawn = 0
        self.elements = _elements(root, self._tops)
        self._by_node = {element.node: element for element in self.elements}
        if lost := [node for node in self._tops if node not in self._by_node]:
            raise ValueError(f"marks belong to a node that is not in the tree: {lost[0]}")

    def show(self, node: Node, page: int) -> str:
        """The operator that begins a sequence of an element on a page."""
        element = self._by_node[node]
        owners = self._owners[page]
        element.shown.append((self._drawn, page, len(owners)))
        self._drawn += 1
        owners.append(element)
        return f"/{element.type}<</MCID {len(owners) - 1}>>BDC"

    def frame(self, picture: Picture, page: int) -> None:
        """Remember where a picture stands."""
        if picture.node is None:
            return
        element = self._by_node[picture.node]
        bottom = self._heights[page] - picture.y - picture.height
        box = (picture.x, bottom, picture.x + picture.width, bottom + picture.height)
        element.frame = element.frame or box

    def top(self, element: Element) -> tuple[int, float]:
        """Where an element begins: the place of its page, and mm from the foot of that page."""
        found = self._tops.get(element.node)
        if found is not None:
            return found[0], self._heights[found[0]] - found[1]
        return min(map(self.top, element.children), key=lambda place: (place[0], -place[1]))

    def add(self, objects: Objects, pages: list[Entry]) -> Entry:
        """The tree in the file; ``pages`` are the objects of the pages."""
        root = objects.announce()
        for element in self.elements:
            element.entry = objects.announce()
        for element in self.elements:
            above = element.parent.entry if element.parent else root
            element.entry.fill(_source(element, above, pages))
        parents = [
            objects.add(f"[{' '.join(element.entry.ref for element in owners)}]")
            for owners in self._owners
        ]
        numbers = " ".join(f"{place} {entry.ref}" for place, entry in enumerate(parents))
        tree = objects.add(f"<</Nums[{numbers}]>>")
        kids = " ".join(element.entry.ref for element in self.elements[:1])
        root.fill(
            f"<</Type/StructTreeRoot/K[{kids}]/ParentTree {tree.ref}"
            f"/ParentTreeNextKey {len(parents)}>>"
        )
        return root


def _tops(pages: Iterable[Page]) -> dict[Node, tuple[int, float]]:
    """Node → the page of its first mark, and where that begins: mm from the top of the page."""
    tops: dict[Node, tuple[int, float]] = {}
    for place, page in enumerate(pages):
        for mark in page.marks:
            if isinstance(mark, Rule | Circle) or mark.node is None or mark.node in tops:
                continue
            rise = 0.0 if isinstance(mark, Picture) else mark.size / POINTS_PER_MM
            tops[mark.node] = (place, mark.y - rise)
    return tops


def _elements(root: Node, shown: Iterable[Node]) -> list[Element]:
    """The nodes to keep, each before what is in it."""
    kept: set[Node] = set()
    _keep(root, set(shown), kept)
    elements: list[Element] = []
    _add_elements(root, None, kept, _Headings(), elements)
    return elements


def _keep(node: Node, shown: set[Node], kept: set[Node]) -> bool:
    """Keep what shows something, and all rows and cells of a table that does."""
    inside = [_keep(child, shown, kept) for child in node.children]
    if node not in shown and not any(inside):
        return False
    kept.add(node)
    if node.kind is NodeKind.TABLE:
        _keep_cells(node, kept)
    return True


def _keep_cells(node: Node, kept: set[Node]) -> None:
    for child in node.children:
        if child.kind in GRID:
            kept |= {node, child}
            _keep_cells(child, kept)
        elif child in kept:
            _keep_cells(child, kept)


def _add_elements(
    node: Node, parent: Element | None, kept: set[Node], headings: _Headings, into: list[Element]
) -> None:
    if node not in kept:
        return
    level = headings.level(node.kind) if node.kind in LEVELS else 0
    element = Element(node, parent, f"H{level}" if level else TYPES[node.kind], level)
    into.append(element)
    if parent:
        parent.children.append(element)
    for child in node.children:
        _add_elements(child, element, kept, headings, into)


class _Headings:
    """Levels without a gap: where a document goes from 一、 to 1. the second is one level below."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def level(self, kind: NodeKind) -> int:
        """The level of the next heading, from 1."""
        level = LEVELS[kind]
        self._above = [*(above for above in self._above if above < level), level]
        return len(self._above)


def _source(element: Element, above: Entry, pages: list[Entry]) -> str:
    source = f"<</S/{element.type}/P {above.ref}"
    page = -1
    if element.shown:
        page = element.shown[0][1]
        source += f"/Pg {pages[page].ref}"
    kids = " ".join(_kids(element, page, pages))
    return f"{source}{f'/K[{kids}]' if kids else ''}{_said(element)}{_attributes(element)}>>"


def _kids(element: Element, page: int, pages: list[Entry]) -> list[str]:
    """What is in an element, in reading order: its own text as it was drawn, its children in the
    order of the tree, or among its text where they were drawn.
    """
    own = [(when, _sequence(at, number, page, pages)) for when, at, number in element.shown]
    if not own:
        return [child.entry.ref for child in element.children]
    inside = [(child.first(), child.entry.ref) for child in element.children]
    return [ref for _, ref in sorted([*own, *inside], key=lambda kid: kid[0])]


def _sequence(at: int, number: int, page: int, pages: list[Entry]) -> str:
    if at == page:
        return str(number)
    return f"<</Type/MCR/Pg {pages[at].ref}/MCID {number}>>"


def _said(element: Element) -> str:
    """The target of a figure as its title; what a picture shows as its alternative."""
    node = element.node
    if node.kind is NodeKind.PICTURE:
        return f"/Alt{text_string(node.text)}"
    if node.kind is NodeKind.FIGURE and node.text:
        return f"/T{text_string(node.text)}"
    return ""


def _attributes(element: Element) -> str:
    node = element.node
    if element.frame:
        box = " ".join(points(edge) for edge in element.frame)
        return f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    if node.kind not in CELLS:
        return ""
    entries = "/Scope/Column" if node.kind is NodeKind.HEAD_CELL else ""
    if node.columns > 1:
        entries += f"/ColSpan {node.columns}"
    if node.rows > 1:
        entries += f"/RowSpan {node.rows}"
    return f"/A<</O/Table{entries}>>" if entries else ""
