"""One person stands in two lists with different offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import person
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.disagreement import KeyPath
from plangen.model.groups import Group, GroupMember


@dataclass(frozen=True, slots=True)
class Entry:
    """A person on one list."""

    path: KeyPath
    group: Group
    member: GroupMember


def pairs(subject: Subject) -> Iterator[tuple[Entry, Entry]]:
    """Every entry of a person who stood on an earlier list, with the first one of that person."""
    first: dict[str, Entry] = {}
    for path, group, member in subject.who.members:
        entry = Entry(path, group, member)
        earlier = first.setdefault(person(member.name), entry)
        if earlier.path[1] != path[1]:
            yield earlier, entry


def check(subject: Subject) -> Iterator[Finding]:
    """People whose offices differ from list to list."""
    for earlier, entry in pairs(subject):
        before, after = set(earlier.member.offices), set(entry.member.offices)
        if not before or not after or before == after:
            continue
        message = Message(
            "“{name}”在“{first}”里的职务是{before}，在“{second}”里是{after}；"
            "是同一个人就应一致，是重名就应注明",
            name=entry.member.name,
            first=earlier.group.name,
            before=earlier.member.offices,
            second=entry.group.name,
            after=entry.member.offices,
        )
        fewer = before < after or after < before
        severity = Severity.INFO if fewer else Severity.WARN
        yield CHECK.finding(message, subject.place((*entry.path, "offices")), severity)


CHECK = Check(
    code="X-GRP-01",
    severity=Severity.WARN,
    title=Message("一人两种职务"),
    clause="",
    manual=Message(
        "同一个人列在两份名单里，职务不同。\n\n"
        "或是其中一份名单没有更新，或是两人同名；同名的应当注明。"
        "一份名单只是少列了几个职务的，只作提示。"
    ),
    run=check,
    passes=Example(
        data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 于学坤, offices: [社区卫生服务中心主任]}
- id: technical
  name: 技术指导小组
  members:
  - {role: 组长, name: 于学坤, offices: [社区卫生服务中心主任]}
""",
    ),
    fails=(
        Example(
            data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 于学坤, offices: [社区卫生服务中心主任]}
- id: technical
  name: 技术指导小组
  members:
  - {role: 组长, name: 于学坤, offices: [社区卫生服务中心副主任]}
""",
            says=(
                "“于学坤”在“领导小组”里的职务是社区卫生服务中心主任，在“技术指导小组”里是"
                "社区卫生服务中心副主任；是同一个人就应一致，是重名就应注明",
            ),
        ),
    ),
)
