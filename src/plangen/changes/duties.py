"""Duties (部门职责) of two documents."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.changes.edition import Edition
from plangen.changes.fields import details
from plangen.changes.matching import Matching, similarity
from plangen.model.change import Area, Field, ItemChange, Kind
from plangen.model.groups import Duty

ALIKE = 0.6  # of the texts: the likeness from which duties are taken for one


def duty_changes(old: Edition, new: Edition) -> Iterator[ItemChange]:
    """Duties new and gone, those of other organs, and those in other words.

    A duty stands for one of the same organs or, after those, of nearly the same words.
    """
    before = [(old.organs(duty.organs), duty) for duty in old.facts.duties]
    after = [(new.organs(duty.organs), duty) for duty in new.facts.duties]
    matching = Matching(before, after)
    matching.by_key(lambda held: (held[0], held[1].text))
    matching.by_key(lambda held: frozenset(held[0]))
    matching.by_likeness(_likeness)
    for left, right in matching.rows:
        if left and right:
            yield from _both(left, right)
        elif right:
            yield ItemChange(Area.DUTY, "、".join(right[0]), (Kind.ADDED,))
        elif left:
            yield ItemChange(Area.DUTY, "、".join(left[0]), (Kind.DROPPED,))


Held = tuple[tuple[str, ...], Duty]


def _likeness(old: Held, new: Held) -> float:
    return similarity(old[1].text, new[1].text, ALIKE)


def _both(old: Held, new: Held) -> Iterator[ItemChange]:
    found = details((Field.ORGAN, old[0], new[0]), (Field.TEXT, old[1].text, new[1].text))
    if found:
        yield ItemChange(Area.DUTY, "、".join(new[0]), (Kind.CHANGED,), details=found)
