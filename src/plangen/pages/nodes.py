"""What the marks on the pages belong to: the elements of the document, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class NodeKind(StrEnum):
    """The part that an element plays for somebody who reads the pages without seeing them."""

    DOCUMENT = "document"
    PART = "part"  # the document that a notice issues
    ANNEX = "annex"  # 附件
    TITLE = "title"  # 标题 of a document or of an annex
    HEADING1 = "heading1"  # 一、
    HEADING2 = "heading2"  # （一）
    HEADING3 = "heading3"  # 1.
    HEADING4 = "heading4"  # （1）
    PARAGRAPH = "paragraph"  # text, and every other line that is words
    FIGURE = "figure"  # a figure (数据) inside a paragraph; ``text`` is the target that owns it
    TABLE = "table"
    TABLE_HEAD = "table head"
    TABLE_BODY = "table body"
    ROW = "row"
    HEAD_CELL = "head cell"
    CELL = "cell"
    PICTURE = "picture"  # ``text`` says what it shows: 印章：某某街道办事处


@dataclass(slots=True, eq=False)
class Node:
    """One element: its kind, its place in the tree, and what is said of it.

    ``text`` is the heading as an outline shows it, the target of a figure, or what a picture
    shows; empty elsewhere. ``columns`` and ``rows`` are what a table cell spans.
    """

    kind: NodeKind
    text: str = ""
    children: list[Node] = field(default_factory=list)
    columns: int = 1
    rows: int = 1

    def add(self, kind: NodeKind, text: str = "", columns: int = 1, rows: int = 1) -> Node:
        """A new last child."""
        child = Node(kind, text, columns=columns, rows=rows)
        self.children.append(child)
        return child
