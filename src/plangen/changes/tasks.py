"""Tasks (任务) of two documents: added, dropped, moved, retitled, with other organs or dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plangen.changes.edition import Edition
from plangen.changes.fields import details
from plangen.changes.frame import Frame
from plangen.changes.matching import Matching, similarity
from plangen.changes.steps import date_kinds
from plangen.model.change import Area, Detail, Field, ItemChange, Kind, weighed
from plangen.model.groups import Task
from plangen.quantity.deadlines import Deadline
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_deadline

ALIKE = 0.6  # of a title or a text: the likeness from which tasks are taken for one

Parts = tuple[str | None, str | None]


def matched_tasks(old: Edition, new: Edition) -> Matching[Task]:
    """Tasks by their titles, then by their ids, then by the likeness of title or text."""
    matching = Matching(old.facts.tasks, new.facts.tasks)
    matching.by_key(lambda task: (task.id, task.title))
    matching.by_key(lambda task: task.title)
    matching.by_key(lambda task: task.id)
    matching.by_likeness(_likeness)
    return matching


def _likeness(old: Task, new: Task) -> float:
    texts = similarity(old.text, new.text, ALIKE) if old.text and new.text else 0.0
    return max(similarity(old.title, new.title, ALIKE), texts)


class Tasks:
    """Compares the tasks of two documents."""

    def __init__(self, old: Edition, new: Edition, frame: Frame) -> None:
        self._old, self._new = old, new
        self._frame = frame
        self._matching = matched_tasks(old, new)
        self._renamed = _renamed_parts(self._matching)
        self._reordered = {
            (before.id, after.id)
            for before, after in self._matching.out_of_order()
            if self._stays((before.part, after.part))
        }

    def changes(self) -> Iterator[ItemChange]:
        """The tasks that changed, in the new document's order, then those that it lacks."""
        for old, new in self._matching.rows:
            if old and new:
                change = self._both(old, new)
                if change.kinds != (Kind.UNCHANGED,):
                    yield change
            elif new:
                yield ItemChange(Area.TASK, new.title, (Kind.ADDED,), new.part or "")
            elif old:
                yield ItemChange(Area.TASK, old.title, (Kind.DROPPED,), old.part or "")

    def _stays(self, parts: Parts) -> bool:
        """Whether a task is where it was: a part that got another name is the same part."""
        return parts[0] == parts[1] or parts in self._renamed

    def _both(self, old: Task, new: Task) -> ItemChange:
        found = [*self._place(old, new)]
        kinds = {Kind.MOVED} if found else set()
        found += details((Field.TITLE, old.title, new.title))
        kinds |= {Kind.RETITLED} if old.title != new.title else set()
        rest = self._substance(old, new)
        kinds |= self._dates(old, new)
        kinds |= {Kind.CHANGED} if any(detail.field is not Field.BY for detail in rest) else set()
        return ItemChange(Area.TASK, new.title, weighed(kinds), new.part or "", (*found, *rest))

    def _place(self, old: Task, new: Task) -> tuple[Detail, ...]:
        if not self._stays((old.part, new.part)):
            return details((Field.PART, old.part, new.part))
        if (old.id, new.id) not in self._reordered:
            return ()
        places = (self._old.facts.tasks.index(old) + 1, self._new.facts.tasks.index(new) + 1)
        return (Detail(Field.ORDER, (str(places[0]),), (str(places[1]),)),)

    def _substance(self, old: Task, new: Task) -> tuple[Detail, ...]:
        return details(
            (Field.BY, old.by, new.by),
            (Field.LEAD, self._old.organs(old.lead), self._new.organs(new.lead)),
            (Field.SUPPORT, self._old.organs(old.support), self._new.organs(new.support)),
            (Field.INDICATORS, self._names(old, self._old), self._names(new, self._new)),
            (Field.TEXT, old.text, new.text),
        )

    @staticmethod
    def _names(task: Task, edition: Edition) -> tuple[str, ...]:
        found = ((name, edition.indicator(name)) for name in task.indicators)
        return tuple(indicator.name if indicator else name for name, indicator in found)

    def _dates(self, old: Task, new: Task) -> set[Kind]:
        """Whether 完成时限 came earlier or later; one that is no exact date has only changed."""
        if old.by == new.by:
            return set()
        try:
            before, after = _due(old), _due(new)
        except QuantityError:
            return {Kind.CHANGED}
        frame = self._frame.fit_for([before], [after])
        return date_kinds(frame.place(before, frame.old), frame.place(after, frame.new))


def _due(task: Task) -> Deadline | None:
    return parse_deadline(task.by) if task.by else None


def _renamed_parts(matching: Matching[Task]) -> set[Parts]:
    """Parts of other names that are the same: most of their tasks went from one to the other."""
    moves = Counter((old.part, new.part) for old, new in matching.pairs)
    order = {parts: place for place, parts in enumerate(moves)}
    found: set[Parts] = set()
    for parts in sorted(moves, key=lambda parts: (-moves[parts], order[parts])):
        if all(parts[0] != before and parts[1] != after for before, after in found):
            found.add(parts)
    return found
