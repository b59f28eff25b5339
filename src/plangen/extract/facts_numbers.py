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
    numbered: bool = True
    label_in_heading: str = ""  # 第一章: no number of a text's levels, part of its title

    def keys(self) -> dict[str, str]:
        """The keys of a section."""
        return {
            **({"level": str(self.level)} if self.skips else {}),
            **({} if self.numbered else {"numbered": "false"}),
            **self.continued_only(),
        }

    def continued_only(self) -> dict[str, str]:
        """Whether its number goes on from the part before, as a key."""
        return {"continued": "true"} if self.continued else {}


class Numbers:
    """Counts as :func:`plangen.document.outline.numbered` does, heading by heading."""

    def __init__(self) -> None:
        self._counts = [0] * (DEEPEST_LEVEL + 1)
        self._goes_on: set[int] = set()  # levels whose next heading goes on counting

    def place(self, node: OutlineNode, parent: int) -> Place | None:
        """Where a heading under one of level ``parent`` stands; None where no number fits it."""
        level, numbered = self._level(node, parent)
        if level > DEEPEST_LEVEL:
            return None
        continued = level in self._goes_on
        self._goes_on.discard(level)
        if numbered and node.value != self._counts[level] + 1:
            return None
        self._counts[level] += numbered
        self._enter(node, level)
        label = node.label if not numbered and node.label else ""
        return Place(level, level != parent + 1, continued, numbered, f"{label} " if label else "")

    def _level(self, node: OutlineNode, parent: int) -> tuple[int, bool]:
        """The level of a heading, and whether its number is one of the text's levels."""
        label = label_of(f"{node.label}题") if node.label else None
        if label is None or label.form in _KEPT:
            return parent + 1, False
        if label.form is LabelForm.ARTICLE:
            return DEEPEST_LEVEL + 1, True
        level = STANDARD_LEVELS[label.form]
        return (level if level > parent else parent + 1), True

    def _enter(self, node: OutlineNode, level: int) -> None:
        """What the headings under one count from: one again, or where the part before ended."""
        self._goes_on = {one for one in self._goes_on if one <= level}
        if not node.nodes:
            return
        first = node.nodes[0]
        below, numbered = self._level(first, level)
        goes_on = (
            numbered
            and below <= DEEPEST_LEVEL
            and first.value > 1
            and first.value == self._counts[below] + 1
        )
        for deeper in range(level + 1, DEEPEST_LEVEL + 1):
            if not (goes_on and deeper == below):
                self._counts[deeper] = 0
        if goes_on:
            self._goes_on.add(below)
