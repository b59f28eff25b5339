"""What stops a run: errors that say where, what was found, and what to do.

A :class:`Message` keeps its wording and its values apart, so that the command line can show it in
another language; the library itself never asks which language is spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date


def wording(text: str) -> str:
    """Marks a wording for the catalogues."""
    return text


DAY = wording("{year}年{month}月{day}日")
LISTED = wording("、")  # stands between the entries of a list


class Message:
    """A sentence for the person at the keyboard: a Chinese wording and the values in it.

    ``str(message)`` is the Chinese sentence; :meth:`translated` puts the same values into another
    wording. Values that are messages themselves are translated along; days, and lists (tuples), are
    written as the language does it, which the catalogues say: ``DAY`` and ``LISTED``.
    """

    __slots__ = ("values", "wording")

    def __init__(self, wording: str, /, **values: Value) -> None:
        self.wording = wording
        self.values = values

    def __str__(self) -> str:
        return self.translated(lambda wording: wording)

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return (self.wording, self.values) == (other.wording, other.values)

    def __hash__(self) -> int:
        return hash((self.wording, *sorted(self.values)))

    def translated(self, translate: Callable[[str], str]) -> str:
        """The sentence with its wording passed through ``translate``, a gettext function."""
        values = {name: _said(value, translate) for name, value in self.values.items()}
        return translate(self.wording).format(**values)


Value = str | int | date | Message | tuple[str | Message, ...]


def _said(value: Value, translate: Callable[[str], str]) -> str | int:
    """A value in the words of a language."""
    if isinstance(value, Message):
        return value.translated(translate)
    if isinstance(value, date):
        return translate(DAY).format(year=value.year, month=value.month, day=value.day)
    if isinstance(value, tuple):
        return translate(LISTED).join(str(_said(part, translate)) for part in value)
    return value


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: a file, its line (from 1), and the key path inside it."""

    file: str = ""
    line: int = 0
    key: str = ""

    def message(self) -> Message:
        """The place in words: ``data/a.yaml 第3行 targets[0].by``."""
        where = [
            Message("{file}", file=self.file) if self.file else None,
            Message("第{line}行", line=self.line) if self.line else None,
            Message("{key}", key=self.key) if self.key else None,
        ]
        known = [part for part in where if part]
        if len(known) == 1:
            return known[0]
        if len(known) == 2:
            return Message("{first} {second}", first=known[0], second=known[1])
        if known:
            return Message("{file} {line} {key}", file=known[0], line=known[1], key=known[2])
        return Message("")


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the input: where it stands and a sentence about it."""

    message: Message
    place: Place = NOWHERE

    def sentence(self) -> Message:
        """The place, a colon, and the message; the message alone where no place is known."""
        if self.place == NOWHERE:
            return self.message
        return Message("{place}：{message}", place=self.place.message(), message=self.message)


class PlangenError(Exception):
    """Stops a run. Carries every problem found so far, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem.sentence()) for problem in self.problems)

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> PlangenError:
        """An error of this class that carries ``problems``."""
        return cls(*problems)


class InputError(PlangenError):
    """Data or a template that cannot be read, is incomplete, or contradicts itself."""


class UnmetError(PlangenError):
    """A requirement from above that is not met, where that was asked to stop the run."""


class UsageError(PlangenError):
    """What was asked for cannot be: no such document, an output that must not be overwritten."""


class InvalidError(ValueError):
    """A value that the domain does not allow; whoever reads input adds the place."""

    def __init__(self, wording: str, /, **values: Value) -> None:
        self.message = Message(wording, **values)
        super().__init__(str(self.message))
