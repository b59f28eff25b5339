"""Groups as a data file holds them: each person once, what is not known left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from plangen.errors import Message
from plangen.extract.groups import FoundGroup


def each_once(group: FoundGroup) -> FoundGroup:
    """The group with each person once; who stands there twice has the offices of both."""
    kept: dict[str, Any] = {}
    for member in group.members:
        before = kept.get(member.name)
        if before is None:
            kept[member.name] = member
            continue
        message = Message("“{name}”在名单里出现两次，已合为一条", name=member.name)
        offices = tuple(dict.fromkeys((*before.offices, *member.offices)))
        kept[member.name] = replace(before, offices=offices, doubts=(*before.doubts, message))
    return replace(group, members=tuple(kept.values()))


def group_data(group: FoundGroup) -> dict[str, Any]:
    """A group as a data file holds it."""
    data: dict[str, Any] = {"id": group.id, "name": group.name}
    if group.adjusted:
        data["adjusted"] = "true"
    data["members"] = [
        {
            "role": member.role,
            "name": member.name,
            **({"offices": list(member.offices)} if member.offices else {}),
            **({"organ": member.organ} if member.organ else {}),
        }
        for member in group.members
    ]
    if office := group.office:
        data["office"] = {"seat": office.seat, "director": office.director}
        if office.deputies:
            data["office"]["deputies"] = list(office.deputies)
    return data
