"""What is recorded about a place (本地情况), and whether a requirement applies there.

Three-valued: it applies, it does not because a recorded fact says so, or nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plangen.errors import Message
from plangen.model.plans import LocalFact
from plangen.model.populations import Populations


@dataclass(frozen=True, slots=True)
class Applies:
    """Whether something applies; None where nothing is recorded. ``why`` names the facts."""

    answer: bool | None
    why: Message | None = None


YES = Applies(True)


class Circumstances:
    """The recorded facts of one place, by the smallest parts of the populations they count."""

    def __init__(self, facts: Mapping[str, LocalFact], populations: Populations) -> None:
        self._populations = populations
        self._absent: dict[str, tuple[str, LocalFact]] = {}
        self._present: list[frozenset[str]] = []
        self._applied: dict[tuple[str, ...], Applies] = {}
        for name, fact in facts.items():
            atoms = populations.atoms(name)
            if fact.value:
                self._present.append(atoms)
            else:
                self._absent |= dict.fromkeys(atoms, (name, fact))

    def existing(self, atoms: frozenset[str]) -> frozenset[str]:
        """The parts of a population that are not recorded to be absent."""
        if not self._absent or self._absent.keys().isdisjoint(atoms):
            return atoms
        return atoms - self._absent.keys()

    def absent(self, atoms: frozenset[str]) -> Applies | None:
        """That a whole population is recorded to be absent; None where it is not."""
        if not atoms or self.existing(atoms):
            return None
        names = dict(self._absent[atom] for atom in sorted(atoms))
        return Applies(False, _evidence(names))

    def applies(self, names: tuple[str, ...]) -> Applies:
        """Whether any of the populations exists here."""
        applies = self._applied.get(names)
        if applies is None:
            applies = self._applied[names] = self._find(names)
        return applies

    def _find(self, names: tuple[str, ...]) -> Applies:
        every = [self._populations.atoms(name) for name in names]
        whole = frozenset[str]().union(*every)
        found = self.absent(whole)
        if not names or found:
            return found or YES
        if any(present <= whole for present in self._present):
            return YES
        return Applies(None, Message("没有记录本地有没有{names}", names=names))


def _evidence(names: Mapping[str, LocalFact]) -> Message:
    return Message(
        "本地没有{names}（依据：{sources}）",
        names=tuple(names),
        sources="；".join(dict.fromkeys(fact.source for fact in names.values())),
    )
