"""What is still to be decided (待定): it stands where a value or a date will stand."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal, TypeVar

T = TypeVar("T")


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


UNDECIDED: Final[Literal[Undecided.UNDECIDED]] = Undecided.UNDECIDED


def shown(value: object) -> str:
    """A value as a document prints it; an undecided one so that nobody takes it for the text."""
    return f"【{value}】" if value is UNDECIDED else str(value)


def decided(value: T | Undecided) -> T | None:
    """A value; None where it is still to be decided."""
    return None if isinstance(value, Undecided) else value
