"""What the grammar refuses, in a sentence that names the text and what is expected instead."""

from __future__ import annotations

from plangen.errors import InvalidError

LONGEST_SHOWN = 30  # characters of the refused text that a message repeats


class QuantityError(InvalidError):
    """A text that is no exact value (数值) or deadline (期限), or a value that cannot be."""


def shown(text: str) -> str:
    """The text as a message repeats it: on one line, cut after 30 characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}……"
