"""Duties as a template prints them: whether that is how a document has them."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.document.blocks import DEEPEST_LEVEL
from plangen.document.labels import STANDARD_LEVELS, Label, label_of
from plangen.extract.duties import FoundDuty

_MARKS = ("", "：", ":")


def printed_alike(duties: Sequence[FoundDuty], said: Sequence[str]) -> dict[str, str] | None:
    """The keys that print duties as they are said, a paragraph each; None where none do.

    The organs stand before what they answer for, with a colon or without, numbered or not.
    """
    labels = [label_of(text) for text in said]
    bare = [text[label.end :] if label else text for text, label in zip(said, labels, strict=True)]
    mark = next((one for one in _MARKS if bare == [_printed(duty, one) for duty in duties]), None)
    if mark is None:
        return None
    block = {"duties": "true", **({"colon": "true"} if mark else {})}
    if not any(labels):
        return block
    level = _level(labels)
    return {**block, "numbered": "true", "level": str(level)} if level else None


def _printed(duty: FoundDuty, mark: str) -> str:
    return f"{'、'.join(duty.organs)}{mark}{duty.text}"


def _level(labels: Sequence[Label | None]) -> int:
    """The level of a list that is numbered from one on; 0 where it is numbered otherwise."""
    levels = {STANDARD_LEVELS.get(label.form, 0) if label else 0 for label in labels}
    values = [label.value if label else 0 for label in labels]
    level = levels.pop()
    counts = values == [*range(1, len(values) + 1)]
    return level if not levels and counts and level <= DEEPEST_LEVEL else 0
