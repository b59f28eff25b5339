"""Changes as rows in groups: what text and tables show alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plangen.errors import Message
from plangen.model.change import (
    WEIGHT,
    Comparison,
    Field,
    ItemChange,
    Kind,
    PointChange,
    TargetChange,
    led,
)
from plangen.report.change_words import (
    AREAS,
    FIELDS,
    KINDS,
    NOTHING,
    PARTS,
    TARGETS,
    asked_words,
    detail_words,
    entries,
    held_words,
)
from plangen.report.phrases import COMMA, SEMICOLON, SLASH, joined

DASH = Message("{text}", text=NOTHING)


@dataclass(frozen=True, slots=True)
class Row:
    """One changed thing: how it changed, its name, both sides, and what is to be said of it.

    ``line`` is what changed as one line where the sides would not say it; a ``plain`` row says
    nothing but that the thing is new or gone; ``reworded`` tells that its text changed.
    """

    kinds: tuple[Kind, ...]
    item: Message
    old: Message
    new: Message
    line: Message | None = None
    notes: tuple[Message, ...] = ()
    plain: bool = False
    reworded: bool = False

    @property
    def kind(self) -> Kind:
        """The kind that the row is listed under."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows about one thing (目标, 任务), heaviest first."""

    title: Message
    rows: tuple[Row, ...]

    def groups(self) -> Iterator[tuple[Kind, tuple[Row, ...]]]:
        """The rows kind by kind."""
        for kind, rows in groupby(self.rows, lambda row: row.kind):
            yield kind, tuple(rows)

    def counts(self) -> Message:
        """How many rows there are of each kind: 放宽1项，收紧3项."""
        parts = [
            Message("{kind}{count}项", kind=KINDS[kind], count=len(rows))
            for kind, rows in self.groups()
        ]
        return joined(parts, COMMA)


def parts(comparison: Comparison) -> tuple[Part, ...]:
    """Everything that is to be reported; a part without rows is left out."""
    found = [Part(TARGETS, _sorted(map(_target, comparison.targets)))]
    for title, areas in PARTS:
        items = [item for item in comparison.items if item.area in areas]
        found.append(Part(title, _sorted(_item(item, len(areas) > 1) for item in items)))
    return tuple(part for part in found if part.rows)


def _sorted(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: WEIGHT[row.kind]))


def _target(change: TargetChange) -> Row:
    return Row(
        led(change.kinds),
        Message("{name}", name=change.name),
        held_words(change.old),
        held_words(change.new),
        notes=(*map(_point, change.points), *change.remarks),
    )


def _point(point: PointChange) -> Message:
    """The values at one date; both dates where each document is taken by its own period."""
    days = [Message("{day}", day=day) for day in (point.old_day, point.new_day) if day]
    return Message(
        "{day}：{old}→{new}（{kind}）",
        day=joined(tuple(dict.fromkeys(days)), SLASH) if days else NOTHING,
        old=asked_words(point.old),
        new=asked_words(point.new),
        kind=KINDS[point.kind],
    )


def _item(change: ItemChange, several: bool) -> Row:
    """A row about a task, an organ, a person; ``several`` names what it is about."""
    item = Message("{name}", name=change.name)
    if change.within:
        item = Message("{name}（{within}）", name=change.name, within=change.within)
    if several:
        item = Message("{area}：{item}", area=AREAS[change.area], item=item)
    old, new = (_side(change, new) for new in (False, True))
    return Row(
        led(change.kinds),
        item,
        old,
        new,
        _line(change),
        change.remarks,
        plain=not change.details,
        reworded=any(detail.field is Field.TEXT for detail in change.details),
    )


def _line(change: ItemChange) -> Message | None:
    """What changed in a line; of what is new or gone what there is to say of it."""
    if not change.details:
        return None
    if {Kind.ADDED, Kind.DROPPED} & set(change.kinds):
        names = ((*detail.old, *detail.new) for detail in change.details)
        return joined([Message("{names}", names=entries(each)) for each in names], COMMA)
    return joined([detail_words(detail) for detail in change.details], SEMICOLON)


def _side(change: ItemChange, new: bool) -> Message:
    """What one document says: the fields that changed, or that the thing is there."""
    absent = Kind.DROPPED if new else Kind.ADDED
    if absent in change.kinds:
        return DASH
    values = [
        Message(
            "{field}：{names}",
            field=FIELDS[detail.field],
            names=entries(detail.new if new else detail.old),
        )
        for detail in change.details
        if detail.field is not Field.TEXT
    ]
    return joined(values, SEMICOLON) if values else Message("有")
