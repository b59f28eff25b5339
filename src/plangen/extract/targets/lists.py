"""Lists: A、B、C均达到80%, and 分别达到50%、80% over names, years or scopes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangen.extract.targets.naming import is_enumerable

_JOINT = re.compile(
    "、|以及|(?<![参给授予])与(?!会)|(?<![普涉以])及(?![时格其以早])|(?<![共缓中])和(?![谐平解])"
)
_COMMA = re.compile("、|以及")
_PAREN = re.compile("[（(《“][^）)》”]{0,30}[）)》”]")
_PLACE_ENDS = frozenset("省市县区镇乡村道级校园厂岗户国")
_RELATION = re.compile("之比\\Z|的比例?\\Z|比值\\Z|配比\\Z")
_CODE = re.compile("[A-Za-z0-9.]+")
_LEADING = re.compile("^(?:、|以及|与|及|和)")
_BETWEEN = re.compile("、?(?:和|与|及|以及)?")


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a list: a name, or the scope for which the common name holds."""

    name: str
    scope: str = ""


def adjacent(between: str) -> bool:
    """Whether two values with only this between them are members of one list."""
    return _BETWEEN.fullmatch(between) is not None


def parts(name: str, joints: re.Pattern[str] = _JOINT) -> list[str]:
    """The members of a list, split where no parenthesis or quotation is open."""
    masked = _PAREN.sub(lambda found: "〇" * len(found[0]), name)
    found: list[str] = []
    start = 0
    for joint in joints.finditer(masked):
        found.append(name[start : joint.start()])
        start = joint.end()
    found.append(name[start:])
    return [part for part in found if part]


def items(name: str, values: int) -> list[Item]:
    """The list that a name is, for one value or for as many as it has members.

    One value holds for every member that can be an indicator by itself; several values hold for
    one member each, and members that are no indicators are scopes of the last one's.
    """
    members = [name] if _RELATION.search(name) else parts(name)
    coarse = [name] if _RELATION.search(name) else parts(name, _COMMA)
    if len(coarse) == values > 1:
        members = coarse
    if values == 1:
        members = _gathered(name, members)
    if len(members) > 1 and all(map(is_enumerable, members)):
        return [Item(member) for member in members]
    if values > 1 and len(members) == values:
        return _scoped(members)
    return [Item(name)]


def _gathered(name: str, members: list[str]) -> list[str]:
    """Members that are no indicators put together with the next that is one.

    高血压、糖尿病患者管理率和体检率 is two: the populations belong to the first rate.
    """
    gathered: list[str] = []
    start = at = 0
    for member in members:
        at = name.index(member, at) + len(member)
        if is_enumerable(member):
            gathered.append(_LEADING.sub("", name[start:at]))
            start = at
    return gathered if start == len(name) else [name]


def _scoped(members: list[str]) -> list[Item]:
    *heads, last = members
    cut = _scope_length(heads, last)
    common = last[cut:].lstrip("的")
    if not is_enumerable(last) or not common:
        return [Item(member) for member in members]
    return [Item(common, member) for member in heads] + [Item(common, last[:cut])]


def _scope_length(heads: list[str], last: str) -> int:
    """How many characters of the last member are its scope."""
    code = _CODE.match(last)
    if code:
        return code.end()
    shared = heads[-1][-1]
    at = last.find(shared, 1)
    if 0 < at <= len(heads[-1]):
        return at + 1
    for place, character in enumerate(last[1:6], 1):
        if character in _PLACE_ENDS:
            return place + 1
    return min(len(heads[-1]), len(last) - 1)
