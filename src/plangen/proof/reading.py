"""Reading the pages: which glyphs belong to which element of the document, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plangen.pages.marks import Circle, GlyphRun, Page, Pages, Picture, Rule
from plangen.pages.nodes import Node, NodeKind
from plangen.proof.glyphs import Piece
from plangen.proof.standard import LANDSCAPE, PORTRAIT, TypeArea

HEADINGS = (NodeKind.HEADING1, NodeKind.HEADING2, NodeKind.HEADING3, NodeKind.HEADING4)
DIVISIONS = (NodeKind.PART, NodeKind.ANNEX)
CELLS = (NodeKind.CELL, NodeKind.HEAD_CELL)


@dataclass(eq=False)
class Element:
    """A node with words: its place among its neighbours, and its glyphs.

    ``order`` is that of the table for a cell.
    """

    node: Node
    order: int
    placed: list[tuple[int, GlyphRun]] = field(default_factory=list)

    @property
    def kind(self) -> NodeKind:
        """The part that it plays."""
        return self.node.kind

    @cached_property
    def piece(self) -> Piece:
        """Its glyphs."""
        parts = [Piece.of(page, (run,)).parts[0] for page, run in self.placed]
        return Piece(tuple(parts))

    @cached_property
    def text(self) -> str:
        """Its characters without blanks."""
        return "".join("".join(run.text.split()) for _, run in self.placed)


@dataclass(frozen=True, slots=True)
class Loose:
    """What belongs to no element on a page: page numbers, repeated heads of tables."""

    page: int
    run: GlyphRun


class Reading:
    """The elements of pages, and what stands on each page besides."""

    def __init__(self, pages: Pages) -> None:
        self.sheets = pages.pages
        self.root = pages.root
        self._owners: dict[Node, Element] = {}
        self.divisions: dict[Node, list[Element]] = {}
        self.loose: list[Loose] = []
        self._enter(pages.root)
        for number, page in enumerate(pages.pages, 1):
            self._read(number, page)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sheets)

    def elements(self, division: Node) -> list[Element]:
        """The elements of a division that stand on its pages: no cells of tables."""
        found = self.divisions.get(division, [])
        return [element for element in found if element.placed and element.kind not in CELLS]

    def part(self) -> Node | None:
        """The document that a notice issues."""
        return next((node for node in self.divisions if node.kind is NodeKind.PART), None)

    def annexes(self) -> list[Node]:
        """The annexes in reading order, whatever they are annexes of."""
        return [node for node in self.divisions if node.kind is NodeKind.ANNEX]

    def area(self, page: int) -> TypeArea:
        """The type area that the standard gives a page."""
        sheet = self.sheets[page - 1]
        return LANDSCAPE if sheet.width > sheet.height else PORTRAIT

    def rules(self, page: int) -> list[Rule]:
        """The rules on a page."""
        return [mark for mark in self.sheets[page - 1].marks if isinstance(mark, Rule)]

    def seals(self, page: int) -> list[Picture | Circle]:
        """The pictures and the outlines of seals on a page."""
        marks = self.sheets[page - 1].marks
        return [mark for mark in marks if isinstance(mark, Picture | Circle)]

    def blank(self, page: int) -> bool:
        """Whether a page shows nothing but, perhaps, its number."""
        marks = self.sheets[page - 1].marks
        return all(isinstance(mark, GlyphRun) and mark.node is None for mark in marks)

    @cached_property
    def first_baselines(self) -> dict[int, float]:
        """The baseline of the highest words of every page."""
        found: dict[int, float] = {}
        for element in self.all_elements():
            for page, run in element.placed:
                found[page] = min(run.y, found.get(page, run.y))
        return found

    def all_elements(self) -> Iterator[Element]:
        """The elements of all divisions, cells of tables too."""
        for elements in self.divisions.values():
            yield from (element for element in elements if element.placed)

    def _enter(self, division: Node) -> None:
        pending = [division]
        while pending:
            within = pending.pop()
            elements = self.divisions.setdefault(within, [])
            inside = [child for child in within.children if child.kind in DIVISIONS]
            pending += reversed(inside)
            for order, child in enumerate(within.children):
                if child.kind in DIVISIONS:
                    continue
                if child.kind is NodeKind.TABLE:
                    elements += self._cells(child, order)
                else:
                    elements.append(self._element(child, order))

    def _element(self, node: Node, order: int) -> Element:
        element = Element(node, order)
        pending = [node]
        while pending:
            owned = pending.pop()
            self._owners[owned] = element
            pending += owned.children
        return element

    def _cells(self, table: Node, order: int) -> Iterator[Element]:
        pending = [table]
        while pending:
            node = pending.pop()
            if node.kind in CELLS:
                yield self._element(node, order)
            else:
                pending += reversed(node.children)

    def _read(self, number: int, page: Page) -> None:
        for mark in page.marks:
            if not isinstance(mark, GlyphRun) or not mark.text:
                continue
            owner = self._owners.get(mark.node) if mark.node else None
            if owner is None:
                self.loose.append(Loose(number, mark))
            else:
                owner.placed.append((number, mark))
