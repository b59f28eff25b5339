"""名单: role labels, names and offices in three columns, aligned by stops instead of spaces."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.blocks import Member, Role, Roster
from plangen.sheet.runs import Line, Run, Tab

NAME_CELLS = 3  # two-character names are spread to three cells
LEFT = 2  # characters: labels begin where paragraphs do
COLON = 1.25  # characters: the colon after a label, and a little air
GAP = 1  # characters between name and office


def roster_lines(roster: Roster) -> Iterator[Line]:
    """One line a member; the label stands before the first member of its role."""
    label = max((len(role.name) for role in roster.roles), default=0)
    names = [len(member.name) for role in roster.roles for member in role.members]
    name_left = LEFT + label + COLON if label else LEFT
    office_left = name_left + max([NAME_CELLS, *names]) + GAP
    for role in roster.roles:
        for position, member in enumerate(role.members or (None,)):
            runs = (*_label(role, label, first=position == 0), *_member(member))
            yield Line(
                "roster",
                runs,
                left=office_left,
                first_line=LEFT - office_left,
                tabs=(Tab(name_left), Tab(office_left)) if label else (Tab(office_left),),
            )


def _label(role: Role, width: int, first: bool) -> Iterator[Run]:
    if not width:
        return
    if first:
        yield Run(role.name, spread=width)
        yield Run("：")
    yield Run("\t")


def _member(member: Member | None) -> Iterator[Run]:
    if member is None:  # a role that nobody fills yet
        return
    yield Run(member.name, spread=NAME_CELLS if len(member.name) < NAME_CELLS else 0)
    if member.office:
        yield Run("\t")
        yield Run(member.office)
