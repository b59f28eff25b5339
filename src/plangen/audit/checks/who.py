"""Which organ stands behind a name, a member or a duty; which group leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.model.dictionary import Dictionary
from plangen.model.disagreement import KeyPath
from plangen.model.groups import Group, GroupMember
from plangen.model.organs import Organ
from plangen.model.plans import DocumentFacts

_EXPLANATION = re.compile("[〔（(][^〔〕（）()]*[〕）)]$")
_SEVERAL = re.compile("各|有关|相关|其他|其它|所有|成员单位")
_CHIEF = re.compile("(?:组长|总指挥|指挥长|主任|主任委员|召集人|主席|会长)$")
_LEADING = re.compile("领导小组|领导组|指挥部|委员会|工作专班|联席会议")


def bare(name: str) -> str:
    """A name without the explanation behind it: 各区人民政府 of 各区人民政府〔含…，下同〕."""
    return _EXPLANATION.sub("", name.strip()) or name


def person(name: str) -> str:
    """A person's name without the blanks that align it: 王瑞 of 王　瑞."""
    return re.sub(r"[\s·•・]", "", name)


def is_several(name: str) -> bool:
    """Whether a name stands for organs that are not named one by one: 各成员单位."""
    return bool(_SEVERAL.search(name))


def is_chief(role: str) -> bool:
    """Whether a role heads a group: 组长, 第一组长, 总指挥; not 副组长."""
    return bool(_CHIEF.search(role)) and "办公室" not in role and not is_deputy(role)


def is_deputy(role: str) -> bool:
    """Whether a role is a deputy's: 副组长, 常务副组长."""
    return "副" in role


def names_of(organ: Organ) -> tuple[str, ...]:
    """Every name that an organ goes by."""
    return tuple(filter(None, (organ.name, *organ.aliases, organ.full_name)))


class Who:
    """The organs of a place, and those behind a document's members and duties.

    ``duties`` are the organs that have duties, each with the key that names it first; ``members``
    are the members of all groups with their keys; ``present`` are the organs that they come from.
    """

    def __init__(self, facts: DocumentFacts, dictionary: Dictionary) -> None:
        self._organs: dict[str, Organ] = {}
        for organ in dictionary.organs:
            for name in names_of(organ):
                self._organs.setdefault(name, organ)
        self._longest_first = self._names(facts)
        self.duties = self._duties(facts)
        self.members = tuple(_members(facts))
        self.present = frozenset(o for _, _, member in self.members for o in self.organs(member))

    def known(self, name: str) -> Organ | None:
        """The organ that a name stands for, with an explanation behind it or without."""
        return self._organs.get(name) or self._organs.get(bare(name))

    def canonical(self, name: str) -> str:
        """The name by which the register has an organ; the name itself where it is not there."""
        organ = self.known(name)
        return organ.name if organ else bare(name)

    def organ(self, member: GroupMember) -> str:
        """The organ that a member speaks for; empty where neither data nor office name one."""
        if member.organ:
            return self.canonical(member.organ)
        return next(filter(None, map(self._of_office, member.offices)), "")

    def organs(self, member: GroupMember) -> set[str]:
        """Every organ that a member has an office in."""
        return {self.organ(member), *map(self._of_office, member.offices)} - {""}

    def _of_office(self, office: str) -> str:
        name = next((name for name in self._longest_first if office.startswith(name)), "")
        return self.canonical(name) if name else ""

    def _names(self, facts: DocumentFacts) -> list[str]:
        """The names that an office may begin with."""
        named = {bare(name) for duty in facts.duties for name in duty.organs}
        return sorted({*self._organs, *named}, key=lambda name: (-len(name), name))

    def _duties(self, facts: DocumentFacts) -> dict[str, KeyPath]:
        found: dict[str, KeyPath] = {}
        for position, duty in enumerate(facts.duties):
            for number, name in enumerate(duty.organs):
                found.setdefault(self.canonical(name), ("duties", position, "organs", number))
        return found


def _members(facts: DocumentFacts) -> Iterator[tuple[KeyPath, Group, GroupMember]]:
    for position, group in enumerate(facts.groups):
        for number, member in enumerate(group.members):
            yield ("groups", position, "members", number), group, member


def leading_group(facts: DocumentFacts) -> tuple[int, Group] | None:
    """The group that leads the work and its position: by its name, else the first."""
    groups = list(enumerate(facts.groups))
    return next(
        (pair for pair in groups if _LEADING.search(pair[1].name)), next(iter(groups), None)
    )
