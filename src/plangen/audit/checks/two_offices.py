"""One person stands in two lists with different offices.

Either an office is out of date in one of the lists, or two people share a name; then the document
should say so. Where one list only names fewer of the same offices, it is information.
"""

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
            before="、".join(earlier.member.offices),
            second=entry.group.name,
            after="、".join(entry.member.offices),
        )
        fewer = before < after or after < before
        severity = Severity.INFO if fewer else Severity.WARN
        yield CHECK.finding(message, subject.place((*entry.path, "offices")), severity)


CHECK = Check(
    code="X-GRP-01",
    severity=Severity.WARN,
    title="One person, two offices",
    clause="",
    manual=__doc__ or "",
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
