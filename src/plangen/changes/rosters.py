"""Groups (领导小组等) of two documents and the people on their rosters."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.changes.edition import Edition
from plangen.changes.fields import details
from plangen.changes.matching import Matching, similarity
from plangen.errors import Message
from plangen.model.change import Area, Detail, Field, ItemChange, Kind
from plangen.model.groups import Group, GroupMember

ALIKE = 0.6  # of the names of groups: the likeness from which they are taken for one


class Rosters:
    """Compares the groups of two documents."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._old, self._new = old, new

    def changes(self) -> Iterator[ItemChange]:
        """Groups new and gone, renamed or with another office; then their members."""
        matching = Matching(self._old.facts.groups, self._new.facts.groups)
        matching.by_key(lambda group: group.name)
        matching.by_key(lambda group: group.id)
        matching.by_likeness(lambda old, new: similarity(old.name, new.name, ALIKE))
        for old, new in matching.rows:
            if old and new:
                yield from self._group(old, new)
                yield from self._members(old, new)
            elif new:
                yield ItemChange(Area.GROUP, new.name, (Kind.ADDED,))
            elif old:
                yield ItemChange(Area.GROUP, old.name, (Kind.DROPPED,))

    def _group(self, old: Group, new: Group) -> Iterator[ItemChange]:
        title = details((Field.TITLE, old.name, new.name))
        office = self._office(old, new)
        kinds = [Kind.RETITLED] * bool(title) + [Kind.CHANGED] * bool(office)
        if kinds:
            yield ItemChange(Area.GROUP, new.name, tuple(kinds), details=(*title, *office))

    def _office(self, old: Group, new: Group) -> tuple[Detail, ...]:
        before, after = old.office, new.office
        return details(
            (
                Field.SEAT,
                self._old.organ(before.seat) if before else None,
                self._new.organ(after.seat) if after else None,
            ),
            (
                Field.DIRECTOR,
                before.director if before else None,
                after.director if after else None,
            ),
            (
                Field.DEPUTIES,
                before.deputies if before else (),
                after.deputies if after else (),
            ),
        )

    def _members(self, old: Group, new: Group) -> Iterator[ItemChange]:
        matching = Matching(old.members, new.members)
        matching.by_key(lambda member: member.name)
        for before, after in matching.rows:
            if before and after:
                yield from self._member(before, after, new)
            elif after:
                remarks = tuple(_in_place_of(after, matching.gone))
                yield ItemChange(
                    Area.MEMBER, after.name, (Kind.ADDED,), new.name, _post(after), remarks
                )
            elif before:
                yield ItemChange(
                    Area.MEMBER, before.name, (Kind.DROPPED,), new.name, _post(before, gone=True)
                )

    def _member(self, old: GroupMember, new: GroupMember, group: Group) -> Iterator[ItemChange]:
        found = details(
            (Field.ROLE, old.role, new.role),
            (Field.OFFICE, old.offices, new.offices),
            (
                Field.ORGAN,
                self._old.organ(old.organ) if old.organ else None,
                self._new.organ(new.organ) if new.organ else None,
            ),
        )
        if found:
            yield ItemChange(Area.MEMBER, new.name, (Kind.CHANGED,), group.name, found)


def _post(member: GroupMember, gone: bool = False) -> tuple[Detail, ...]:
    """The role and the offices of somebody who stands on one roster only."""
    values = ((Field.ROLE, (member.role,)), (Field.OFFICE, member.offices))
    return tuple(
        Detail(field, value, ()) if gone else Detail(field, (), value)
        for field, value in values
        if value
    )


def _in_place_of(member: GroupMember, gone: list[GroupMember]) -> Iterator[Message]:
    """Who held the same offices before, where that is one person."""
    before = [other.name for other in gone if member.offices and other.offices == member.offices]
    if len(before) == 1:
        yield Message("接替{name}", name=before[0])
