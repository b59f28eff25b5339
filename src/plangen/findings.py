"""What is noticed about a document while the run goes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plangen.errors import NOWHERE, Message, Place


class Severity(StrEnum):
    """How much a finding weighs; the order is that of the members."""

    INFO = "info"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a document: its code, weight, sentence, place and the clause it rests on."""

    code: str
    severity: Severity
    message: Message
    place: Place = NOWHERE
    clause: str = ""
