"""YAML text → a tree of its parts with the characters that each takes, for edits that spare the
rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from plangen.load.yaml_text import read_yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCKS = ("|", ">")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping: where it begins, and its value."""

    key: str
    start: int
    value: Part


@dataclass(frozen=True, slots=True)
class Part:
    """A value, ``text[start:end]``: a scalar, a mapping of ``entries``, or a list of ``items``.

    ``flow`` tells what stands in braces or brackets, or inside of some.
    """

    start: int
    end: int
    flow: bool = False
    entries: tuple[Entry, ...] | None = None
    items: tuple[Part, ...] | None = None

    @property
    def is_scalar(self) -> bool:
        """Whether it is a single value."""
        return self.entries is None and self.items is None


def yaml_tree(text: str, file: str) -> Part | None:
    """The parts of a YAML text; None for an empty one. Raises InputError where ``read_yaml`` does.

    The depth is bounded by ``read_yaml``, so that recursion is safe.
    """
    read_yaml(text, file)
    node = yaml.compose(text, Loader=_LOADER)
    return None if node is None else _part(node, text, flow=False)


def _part(node: yaml.Node, text: str, *, flow: bool) -> Part:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.style in _BLOCKS:
            end = start + len(text[start:end].rstrip())
        return Part(start, end, flow)
    assert isinstance(node, yaml.CollectionNode)
    flow = flow or bool(node.flow_style)
    if isinstance(node, yaml.MappingNode):
        entries = tuple(
            Entry(key.value, key.start_mark.index, _part(value, text, flow=flow))
            for key, value in node.value
        )
        return Part(start, _end(end, flow, [entry.value for entry in entries]), flow, entries)
    assert isinstance(node, yaml.SequenceNode)
    items = tuple(_part(item, text, flow=flow) for item in node.value)
    return Part(start, _end(end, flow, items), flow, None, items)


def _end(end: int, flow: bool, inside: list[Part] | tuple[Part, ...]) -> int:
    """Where a collection ends: in blocks with its last part, not with what comes after it."""
    return end if flow or not inside else inside[-1].end
