"""What the checks of a document's facts say."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from plangen.errors import Message
from plangen.findings import Severity

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact that contradicts another: its key path, its weight, and a sentence about it."""

    path: KeyPath
    message: Message
    severity: Severity = Severity.ERROR
    code: str = "data"


def unknown(what: str, name: str, known: Iterable[str]) -> Message:
    """That a name is none of those known, and the one that may have been meant."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    if near:
        return Message(
            "没有名为“{name}”的{what}，是不是“{near}”？",
            name=name,
            what=Message(what),
            near=near[0],
        )
    return Message("没有名为“{name}”的{what}", name=name, what=Message(what))
