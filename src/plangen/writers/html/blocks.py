"""The text: paragraphs, headings of its levels, tables and rosters."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.document.blocks import Block, Member, Paragraph, Role, Roster, Section, Table
from plangen.document.outline import Numbered, heading_text, numbered, opens_paragraph
from plangen.sheet.rosters import NAME_CELLS
from plangen.writers.html.markup import UNSEEN, Element, add, add_text
from plangen.writers.html.references import References
from plangen.writers.html.tables import add_table


class Blocks:
    """Writes the blocks of one part below a heading of rank ``above``: its own go on from there.

    Ranks follow each other without a gap, whatever levels the sections skip: a screen reader's
    list of headings has no holes.
    """

    def __init__(self, parent: Element, references: References, above: int) -> None:
        self._parent = parent
        self._references = references
        self._above = above
        self._levels: list[int] = []  # of the headings that the place stands below
        self._opening: Numbered | None = None

    def add(self, blocks: Iterable[Block]) -> None:
        """All blocks in reading order, numbered."""
        for item in numbered(blocks):
            block = item.block
            match block:
                case Section():
                    self._section(block, item)
                case Paragraph():
                    self._paragraph(block)
                case Table():
                    add_table(self._parent, block, self._references)
                case Roster():
                    add_roster(self._parent, block)

    def _section(self, section: Section, item: Numbered) -> None:
        if opens_paragraph(section):
            self._opening = item
            return
        while self._levels and self._levels[-1] >= item.level:
            self._levels.pop()
        self._levels.append(item.level)
        rank = self._above + len(self._levels)
        add(self._parent, f"h{rank}", f"heading{item.level}", heading_text(item))

    def _paragraph(self, paragraph: Paragraph) -> None:
        opening, self._opening = self._opening, None
        indented = paragraph.indented or opening is not None
        element = add(self._parent, "p", "" if indented else "flush")
        if opening:
            add(element, "span", f"heading{opening.level}", heading_text(opening))
        self._references.add_content(element, paragraph.content)


def add_roster(parent: Element, roster: Roster) -> None:
    """名单: each role with its members, and every member's name and office."""
    if not roster.roles:
        return
    labels = max(len(role.name) for role in roster.roles)
    names = max((len(member.name) for role in roster.roles for member in role.members), default=0)
    style = f"--label:{labels};--name:{max(NAME_CELLS, names)}"
    listed = add(parent, "dl", "roster" if labels else "roster unlabelled", style=style)
    for role in roster.roles:
        _add_role(listed, role, labelled=labels > 0)


def _add_role(parent: Element, role: Role, labelled: bool) -> None:
    if labelled:
        add(parent, "dt", text=f"{role.name}：")
    else:
        add(parent, "dt", UNSEEN, "成员")
    for member in role.members:
        _add_member(parent, member)
    if not role.members:  # a role that nobody fills yet
        add(parent, "dd")


def _add_member(parent: Element, member: Member) -> None:
    item = add(parent, "dd")
    spread = 1 < len(member.name) < NAME_CELLS
    name = add(item, "span", "name spread" if spread else "name", member.name)
    if member.office:
        add_text(name, " ")  # for who copies it; at the end of the name's box it takes no room
        add(item, "span", "office", member.office)
