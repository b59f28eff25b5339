"""What is still to be decided (待定): it stands where a value or a date will stand."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal


class Undecided(Enum):
    """A figure, number or date that nobody has decided yet.

    Data and the text form write it as 待定; a document that is printed shows 【待定】.
    """

    UNDECIDED = "待定"

    def __str__(self) -> str:
        return self.value

    def isoformat(self) -> str:
        """The word, where a date of the text form would stand."""
        return self.value

    @property
    def shown(self) -> str:
        """As a draft shows it: no reader takes it for text that is meant."""
        return f"【{self.value}】"


UNDECIDED: Final[Literal[Undecided.UNDECIDED]] = Undecided.UNDECIDED
