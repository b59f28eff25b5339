"""Numbers of headings as they will be computed when the text is printed again (7.3.3)."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.document.blocks import DEEPEST_LEVEL
from plangen.document.labels import STANDARD_LEVELS, LabelForm, label_of
from plangen.document.origins import OutlineNode

_KEPT = (LabelForm.VOLUME, LabelForm.CHAPTER, LabelForm.DIVISION)


@dataclass(frozen=True, slots=True)
class Place:
    """The level of a heading, and what its data say so that it gets the number it had."""

    level: int
    skips: bool = False
    continued: bool = False
    typed: str = ""  # a number that is no count of the text's levels, part of the heading: 第一章
    chapter: bool = False  # what stands under it does not stand deeper
    numbered: bool = True

    def keys(self) -> dict[str, str]:
        """The keys of a section."""
        return {
            **({"level": str(self.level)} if self.skips else {}),
            **({} if self.numbered and not self.typed else {"numbered": "false"}),
            **({"continued": "true"} if self.continued else {}),
        }


class Numbers:
    """Counts as :func:`plangen.document.outline.numbered` does, heading by heading."""

    def __init__(self) -> None:
        self._counts = [0] * (DEEPEST_LEVEL + 1)
        self._goes_on: set[int] = set()  # levels whose next heading goes on counting

    def place(self, node: OutlineNode, parent: int) -> Place | None:
        """Where a heading under one of level ``parent`` stands; None for one that is too deep."""
        if _is_chapter(node):
            return Place(parent + 1, typed=f"{node.label} ", chapter=True)
        level = _level(node, parent)
        if level > DEEPEST_LEVEL:
            return None
        if not node.label:  # a heading by its style alone
            self._enter(node, level)
            return Place(level, numbered=False)
        continued = level in self._goes_on
        self._goes_on.discard(level)
        counts = node.value == self._counts[level] + 1
        self._counts[level] += counts
        self._enter(node, level)
        typed = "" if counts else node.label
        return Place(level, level != parent + 1, continued and counts, typed)

    def _enter(self, node: OutlineNode, level: int) -> None:
        """What the headings under one count from: one again, or where the part before ended."""
        self._goes_on = {one for one in self._goes_on if one <= level}
        if not node.nodes:
            return
        first = node.nodes[0]
        below = _level(first, level)
        goes_on = (
            bool(first.label)
            and not _is_chapter(first)
            and below <= DEEPEST_LEVEL
            and first.value > 1
            and first.value == self._counts[below] + 1
        )
        for deeper in range(level + 1, DEEPEST_LEVEL + 1):
            if not (goes_on and deeper == below):
                self._counts[deeper] = 0
        if goes_on:
            self._goes_on.add(below)


def _is_chapter(node: OutlineNode) -> bool:
    """Whether a heading has a number of its own kind (第一章)."""
    label = label_of(f"{node.label}题") if node.label else None
    return label is not None and label.form in _KEPT


def _level(node: OutlineNode, parent: int) -> int:
    """The level of a heading by the form of its number; articles (第一条) have none."""
    if not node.label:
        return parent + 1
    label = label_of(f"{node.label}题")
    level = STANDARD_LEVELS.get(label.form) if label else None
    if level is None:
        return DEEPEST_LEVEL + 1
    return level if level > parent else parent + 1
