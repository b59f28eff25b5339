"""What a new requirement does to a plan (影响): its verdicts before and after."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from plangen.model.verdicts import Row


class ImpactKind(StrEnum):
    """What becomes of a plan's verdict on an indicator."""

    WORSE = "worse"
    ADDED = "added"
    BETTER = "better"
    DROPPED = "dropped"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Effect:
    """One indicator of one population before and after; None where it is not asked for.

    Where a document asks in several steps, the row is that of the heaviest verdict.
    """

    kind: ImpactKind
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row after, or before where nothing is asked any more."""
        row = self.after or self.before
        if row is None:
            raise LookupError("an effect without rows")
        return row

    @property
    def fails(self) -> bool:
        """Whether the plan has to be changed because of it: unmet now, and not so before."""
        if self.after is None or self.after.verdict.passed or self.after.waiver:
            return False
        return self.kind in (ImpactKind.WORSE, ImpactKind.ADDED)


@dataclass(frozen=True, slots=True)
class Impact:
    """What a new document does to a plan on a day; ``replaced`` are ids of what it supersedes."""

    plan: str
    title: str
    new: str
    as_of: datetime.date
    replaced: tuple[str, ...]
    effects: tuple[Effect, ...]

    @property
    def changed(self) -> tuple[Effect, ...]:
        """The effects that are not the same as before."""
        return tuple(effect for effect in self.effects if effect.kind is not ImpactKind.SAME)

    @property
    def fails(self) -> bool:
        """Whether the plan has to be changed."""
        return any(effect.fails for effect in self.effects)
