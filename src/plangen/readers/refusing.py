"""The one way in which a file is refused: an InputError that names it and says what to do."""

from __future__ import annotations

from plangen.errors import InputError, Message, Place, Problem
from plangen.findings import Finding, Severity


def refused(name: str, message: Message) -> InputError:
    """The error for a file that cannot be read."""
    return InputError(Problem(message, Place(name)))


def remark(name: str, code: str, severity: Severity, message: Message) -> Finding:
    """A finding about a file that was read all the same."""
    return Finding(code, severity, message, Place(name))
