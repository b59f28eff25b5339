"""One person stands on two lists with the same offices."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.two_offices import pairs
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """People on two lists."""
    for earlier, entry in pairs(subject):
        if set(earlier.member.offices) != set(entry.member.offices):
            continue
        message = Message(
            "“{name}”在“{first}”是{before}，在“{second}”是{after}，两处职务一致",
            name=entry.member.name,
            first=earlier.group.name,
            before=earlier.member.role,
            second=entry.group.name,
            after=entry.member.role,
        )
        yield CHECK.finding(message, subject.place((*entry.path, "name")))


CHECK = Check(
    code="X-GRP-02",
    severity=Severity.INFO,
    title=Message("一人列入两份名单"),
    clause="",
    manual=Message(
        "同一个人列在两份名单里，职务相同。\n\n这往往是有意安排，审核名单的人知道即可。"
    ),
    run=check,
    passes=Example(
        data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 郭振华}
- id: technical
  name: 技术指导小组
  members:
  - {role: 组长, name: 于学坤}
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
  - {role: 成员, name: 于学坤, offices: [社区卫生服务中心主任]}
- id: technical
  name: 技术指导小组
  members:
  - {role: 组长, name: 于学坤, offices: [社区卫生服务中心主任]}
""",
            says=("“于学坤”在“领导小组”是成员，在“技术指导小组”是组长，两处职务一致",),
        ),
    ),
)
