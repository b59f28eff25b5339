"""Texts of the document form that are not as they should be, and what is said of them."""

import pytest

from plangen.document.parse import parse
from plangen.errors import InputError

HEADED = "<document>\n<title>通知</title>\n{}\n</document>"
"""A document whose third line is the one under test."""


def faults(text: str) -> list[tuple[int, str]]:
    """The line and message of every problem that reading the text gives."""
    with pytest.raises(InputError) as caught:
        parse(text)
    return [(problem.place.line, str(problem.message)) for problem in caught.value.problems]
