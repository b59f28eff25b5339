"""The sheets 小组 and 名单 → groups with their members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plangen.errors import Message
from plangen.load.workbooks.columns import GROUPS, MEMBERS
from plangen.load.workbooks.rows import RowReader
from plangen.load.workbooks.table import Record
from plangen.load.yaml_text import Path

_OFFICE = ("seat", "director", "deputies")
Groups = list[dict[str, Any]]


def read_groups(rows: RowReader, records: Sequence[Record]) -> Groups:
    """The groups of the sheet 小组, without members yet."""
    found = []
    for position, record in enumerate(records):
        path: Path = ("groups", position)
        group = rows.values(record, GROUPS.columns, path)
        office = {key: group.pop(key) for key in _OFFICE if key in group}
        for key in _OFFICE:
            if key in record.places:
                rows.data.cells[(*path, "office", key)] = record.places[key]
        found.append({**group, "members": [], **({"office": office} if office else {})})
    return found


def add_members(rows: RowReader, records: Sequence[Record], groups: Groups) -> set[int]:
    """Put the rows of the sheet 名单 into their groups; gives the groups that have any.

    A row may call its group by its id or by its name.
    """
    ids = [str(group.get("id", "")) for group in groups]
    places = {str(group.get("name", "")): position for position, group in enumerate(groups)}
    places |= {name: position for position, name in enumerate(ids)}
    met: set[int] = set()
    for record in records:
        name = record.text("group")
        if not name or name not in places:
            if "group" not in record.wrong:
                known = tuple(filter(None, ids)) or Message("（无）")
                message = Message("“小组”表里没有“{name}”；有：{known}", name=name, known=known)
                rows.wrong(record.places.get("group", record.place), message)
            continue
        position = places[name]
        if position not in met:
            met.add(position)
            groups[position]["members"] = []
        members = groups[position]["members"]
        path: Path = ("groups", position, "members", len(members))
        member = rows.values(record, MEMBERS.columns, path)
        members.append({key: value for key, value in member.items() if key != "group"})
    return met


def keep_members(groups: Groups, met: set[int], below: Sequence[Mapping[str, Any]]) -> None:
    """Give groups without members those that they have in the document below."""
    known = {group["id"]: group["members"] for group in below}
    for position, group in enumerate(groups):
        if position not in met and group.get("id") in known:
            group["members"] = known[group["id"]]
