"""Whoever runs a group's office is not a member of the group."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import person
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.disagreement import KeyPath
from plangen.model.groups import GroupOffice


def check(subject: Subject) -> Iterator[Finding]:
    """Heads of offices that are no members."""
    for position, group in enumerate(subject.facts.groups):
        listed = {person(member.name) for member in group.members}
        for key, name in _staff(group.office) if group.office else ():
            if person(name) not in listed:
                message = Message(
                    "办公室的“{name}”不在“{group}”的名单里", name=name, group=group.name
                )
                yield CHECK.finding(message, subject.place(("groups", position, "office", *key)))


def _staff(office: GroupOffice) -> Iterator[tuple[KeyPath, str]]:
    yield ("director",), office.director
    for number, name in enumerate(office.deputies):
        yield ("deputies", number), name


CHECK = Check(
    code="X-GRP-05",
    severity=Severity.INFO,
    title=Message("办公室负责人不是成员"),
    clause="",
    manual=Message(
        "小组办公室的负责人不在小组名单里。\n\n"
        "办公室主任、副主任通常也是小组的成员；名单里没有的，多是沿用了旧的姓名。"
    ),
    run=check,
    passes=Example(
        data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 郭振华}
  - {role: 副组长, name: 邢德涛}
  office: {seat: 综治中心, director: 邢德涛}
""",
    ),
    fails=(
        Example(
            data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 郭振华}
  - {role: 副组长, name: 邢德涛}
  office: {seat: 综治中心, director: 邢德涛, deputies: [于学坤]}
""",
            says=("办公室的“于学坤”不在“领导小组”的名单里",),
        ),
    ),
)
