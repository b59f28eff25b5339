"""Elements: which node of the document's tree each thing on the pages belongs to."""

from __future__ import annotations

from plangen.pages.nodes import Node, NodeKind
from plangen.sheet.arrangement import NewPage
from plangen.sheet.runs import Line

_TITLES = frozenset(("title", "issued_title", "annex_title"))
_HEADINGS = {
    "heading1": NodeKind.HEADING1,
    "heading2": NodeKind.HEADING2,
    "heading3": NodeKind.HEADING3,
    "heading4": NodeKind.HEADING4,
}


class Elements:
    """Builds the tree while things are drawn in reading order."""

    def __init__(self) -> None:
        self.root = Node(NodeKind.DOCUMENT)
        self._part = self.root
        self._within = self.root

    def begin(self, part: NewPage) -> None:
        """What follows belongs to the issued document, or to an annex."""
        if part.part == "enclosure":
            self._part = self._within = self.root.add(NodeKind.PART)
        else:
            above = self.root if part.part == "own annex" else self._part
            self._within = above.add(NodeKind.ANNEX)

    def end_parts(self) -> None:
        """What follows belongs to the whole document again."""
        self._part = self._within = self.root

    def add(self, kind: NodeKind, text: str = "") -> Node:
        """A new element where the document has come to."""
        return self._within.add(kind, text)

    def of_runs(self, line: Line) -> list[Node]:
        """The element of every run of a paragraph: a heading, the text, or a figure in it."""
        if line.style in _TITLES:
            return [self.add(NodeKind.TITLE, line.text.replace("\n", ""))] * len(line.runs)
        runs = list(line.runs)
        nodes: list[Node] = []
        heading = _HEADINGS.get(line.style)
        if heading and runs:
            nodes.append(self.add(heading, runs.pop(0).text))
        if runs:
            paragraph = self.add(NodeKind.PARAGRAPH)
            nodes += [
                paragraph.add(NodeKind.FIGURE, run.target) if run.target else paragraph
                for run in runs
            ]
        return nodes
