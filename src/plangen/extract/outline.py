"""The outline of a read document: notice, what it issues, annexes, 版记, and their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plangen.document.origins import OutlineNode, Part, PartKind, ReadDocument
from plangen.extract.outline_lines import lines_of
from plangen.extract.outline_parts import parts_of


def outline(read: ReadDocument) -> tuple[Part, ...]:
    """The parts of a document in its order, with the headings of each."""
    return parts_of(lines_of(read.passages), read.passages) if read.passages else ()


def outlined(read: ReadDocument) -> ReadDocument:
    """The document with its parts filled in."""
    return replace(read, parts=outline(read))


def part_at(parts: Iterable[Part], offset: int) -> Part | None:
    """The part in which the character of the whole text at ``offset`` stands."""
    return next((part for part in parts if part.span.start <= offset < part.span.end), None)


def headings_at(parts: Iterable[Part], offset: int) -> tuple[OutlineNode, ...]:
    """The headings over the character at ``offset``, the highest first."""
    part = part_at(parts, offset)
    return tuple(_path(part.nodes, offset)) if part else ()


def _path(nodes: Sequence[OutlineNode], offset: int) -> Iterator[OutlineNode]:
    for node in nodes:
        if node.body.start <= offset < node.body.end:
            yield node
            yield from _path(node.nodes, offset)
            return


def clause_at(parts: Iterable[Part], offset: int) -> str:
    """The clause in which a character stands, as people cite it: 三（一）1, 附件1二."""
    parts = tuple(parts)
    part = part_at(parts, offset)
    annex = part.label if part and part.kind is PartKind.ANNEX else ""
    return annex + "".join(cited(node.label) for node in headings_at(parts, offset))


def cited(label: str) -> str:
    """A label as it is cited: without the stop behind it, brackets in full width."""
    bare = re.sub("[、.．，]$", "", label)
    return bare.replace("(", "（").replace(")", "）")


def walk(nodes: Iterable[OutlineNode]) -> Iterator[OutlineNode]:
    """All headings in the order of the text."""
    for node in nodes:
        yield node
        yield from walk(node.nodes)
