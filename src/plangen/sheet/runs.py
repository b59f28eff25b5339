"""Lines of a document and the runs of characters in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one kind: ``style`` where it is not the line's, ``target`` for a figure.

    ``spread`` stretches the characters evenly to so many cells (姓名 of two characters to three),
    without adding characters to the text.
    """

    text: str
    style: str = ""
    target: str = ""
    spread: float = 0


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, in characters (cells of the body) from the left of the type area."""

    position: float
    kind: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is set: its style, its runs, and indents in characters where they differ.

    ``rule_below`` draws the red rule of the 版头 (7.2.7). ``ends_head`` tells the last line of the
    版头: the line step that fits the text to its pages begins below it.
    """

    style: str
    runs: tuple[Run, ...]
    left: float | None = None
    first_line: float | None = None
    tabs: tuple[Tab, ...] = ()
    rule_below: bool = False
    ends_head: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)
