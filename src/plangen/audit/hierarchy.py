"""Which documents stand above one, and which of them are in force on a day.

A document stands above another that implements it (``implements``), or that implements one which
does. Editions of one document supersede each other (``supersedes``), and the day chooses among
them: of the yearly notices in a line, only the one that is in force that day binds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from plangen.audit.papers import Paper
from plangen.errors import Message


@dataclass(frozen=True, slots=True)
class Above:
    """A document above: its id, and the ids on the way up to it, the local one left out."""

    id: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The documents above that are in force, and why others that are named are not."""

    above: tuple[Above, ...]
    passed_over: tuple[tuple[str, Message], ...]


class Hierarchy:
    """The documents of a workspace by what they implement and supersede.

    ``withheld`` are treated as not yet issued, ``forced`` as in force on every day.
    """

    def __init__(
        self,
        papers: Mapping[str, Paper],
        withheld: frozenset[str] = frozenset(),
        forced: frozenset[str] = frozenset(),
    ) -> None:
        self.papers = papers
        self._withheld, self._forced = withheld, forced
        self._later = _later(papers)
        self._line = cache(self._find_line)
        self._sound: set[str] = set()  # documents that are known to stand in no circle

    def check(self, paper: Paper) -> None:
        """Raise InputError for documents that implement or supersede each other in a circle."""
        if paper.facts.supersedes:
            self._check_line(paper, ())
        self._check_circle(paper, ())

    def standing(self, implements: tuple[str, ...], day: date) -> Standing:
        """What stands on a day above a document that implements those, nearest first."""
        found: dict[str, Above] = {}
        passed_over: dict[str, Message] = {}
        waiting: list[tuple[str, tuple[str, ...]]] = [(name, ()) for name in implements]
        while waiting:
            name, path = waiting.pop(0)
            for member in self._in_force(name, day, passed_over):
                if member in found:
                    continue
                found[member] = Above(member, (*path, member))
                waiting += [
                    (upper, (*path, member)) for upper in self.papers[member].facts.implements
                ]
        return Standing(tuple(found.values()), tuple(passed_over.items()))

    def why_not(self, name: str, day: date) -> Message | None:
        """Why a document is not in force on a day; None where it is."""
        if name in self._forced:
            return None
        paper = self.papers[name]
        if not self._issued(name, day):
            return Message("{document} 在{day}还没有印发", document=name, day=day)
        for later in self._later.get(name, ()):
            if later not in self._withheld and self._issued(later, day):
                return Message("{document} 已被 {later} 取代", document=name, later=later)
        if paper.facts.ends and paper.facts.ends < day:
            ends = paper.facts.ends
            return Message("{document} 的实施期已于{ends}结束", document=name, ends=ends)
        return None

    def _issued(self, name: str, day: date) -> bool:
        issued = self.papers[name].day
        return name in self._forced or (
            name not in self._withheld and (issued is None or issued <= day)
        )

    def _in_force(self, name: str, day: date, passed_over: dict[str, Message]) -> Iterator[str]:
        """The editions of a document that are in force; why not, where the named one is not."""
        why = self.why_not(name, day)
        if why is not None:
            passed_over.setdefault(name, why)
        yield from (member for member in self._line(name) if self.why_not(member, day) is None)

    def _find_line(self, name: str) -> tuple[str, ...]:
        """The editions of a document, itself first: all that supersede or are superseded."""
        line, waiting = {name: None}, [name]
        while waiting:
            at = waiting.pop(0)
            self._check_line(self.papers[at], ())
            near = (*self.papers[at].facts.supersedes, *self._later.get(at, ()))
            new = [other for other in near if other not in line and other in self.papers]
            line |= dict.fromkeys(new)
            waiting += new
        return tuple(line)

    def _check_line(self, paper: Paper, within: tuple[str, ...]) -> None:
        path = (*within, paper.id)
        for position, older in enumerate(paper.facts.supersedes):
            if older in path:
                raise paper.wrong(
                    ("supersedes", position),
                    Message("文件互相取代，绕成了圈：{circle}", circle=_circle(path, older)),
                )
            if older in self.papers:
                self._check_line(self.papers[older], path)

    def _check_circle(self, paper: Paper, within: tuple[str, ...]) -> None:
        path = (*within, paper.id)
        for position, upper in enumerate(paper.facts.implements):
            if upper in path:
                raise paper.wrong(
                    ("implements", position),
                    Message("文件互相落实，绕成了圈：{circle}", circle=_circle(path, upper)),
                )
            if upper not in self.papers:
                message = Message("没有文件“{name}”", name=upper)
                raise paper.wrong(("implements", position), message)
            if upper not in self._sound:
                self._check_circle(self.papers[upper], path)
        self._sound.add(paper.id)


def _circle(path: tuple[str, ...], back: str) -> str:
    return " → ".join((*path[path.index(back) :], back))


def _later(papers: Mapping[str, Paper]) -> dict[str, tuple[str, ...]]:
    """The documents that supersede a document."""
    later: dict[str, tuple[str, ...]] = {}
    for name in papers:
        for older in papers[name].facts.supersedes:
            later[older] = (*later.get(older, ()), name)
    return later
