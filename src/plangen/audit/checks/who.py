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
_DEPUTY = re.compile("副")
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
    return bool(_CHIEF.search(role)) and not is_deputy(role)


def is_deputy(role: str) -> bool:
    """Whether a role is a deputy's: 副组长, 常务副组长."""
    return bool(_DEPUTY.search(role))


def known(dictionary: Dictionary, name: str) -> Organ | None:
    """The organ of the place that a name stands for, with an explanation behind it or without."""
    return dictionary.organ(name) or dictionary.organ(bare(name))


def canonical(dictionary: Dictionary, name: str) -> str:
    """The name by which the register has an organ; the name itself where it is not there."""
    organ = known(dictionary, name)
    return organ.name if organ else bare(name)


def names_of(organ: Organ) -> tuple[str, ...]:
    """Every name that an organ goes by."""
    return tuple(filter(None, (organ.name, *organ.aliases, organ.full_name)))


class People:
    """The organs behind the members of a document's groups."""

    def __init__(self, facts: DocumentFacts, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        pairs = {name: organ.name for organ in dictionary.organs for name in names_of(organ)}
        for duty in facts.duties:
            pairs |= {name: canonical(dictionary, name) for name in duty.organs}
        self._names = sorted(pairs.items(), key=lambda pair: len(pair[0]), reverse=True)

    def organ(self, member: GroupMember) -> str:
        """The organ that a member speaks for; empty where neither data nor office name one."""
        if member.organ:
            return canonical(self._dictionary, member.organ)
        return next(filter(None, map(self._of_office, member.offices)), "")

    def organs(self, member: GroupMember) -> set[str]:
        """Every organ that a member has an office in."""
        return {self.organ(member), *map(self._of_office, member.offices)} - {""}

    def _of_office(self, office: str) -> str:
        return next((organ for name, organ in self._names if office.startswith(name)), "")


def members(facts: DocumentFacts) -> Iterator[tuple[KeyPath, Group, GroupMember]]:
    """The members of all groups with their keys."""
    for position, group in enumerate(facts.groups):
        for number, member in enumerate(group.members):
            yield ("groups", position, "members", number), group, member


def leading_group(facts: DocumentFacts) -> tuple[int, Group] | None:
    """The group that leads the work and its position: by its name, else the first."""
    groups = list(enumerate(facts.groups))
    return next(
        (pair for pair in groups if _LEADING.search(pair[1].name)), next(iter(groups), None)
    )


def duty_organs(facts: DocumentFacts, dictionary: Dictionary) -> dict[str, KeyPath]:
    """The organs that have duties, each with the key that names it first."""
    found: dict[str, KeyPath] = {}
    for position, duty in enumerate(facts.duties):
        for number, name in enumerate(duty.organs):
            found.setdefault(canonical(dictionary, name), ("duties", position, "organs", number))
    return found
