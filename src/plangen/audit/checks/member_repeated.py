"""One person perhaps stands twice in one group, the name written differently."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import person
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """People that one group names twice."""
    seen: dict[tuple[str | int, str], str] = {}
    for path, group, member in subject.who.members:
        first = seen.setdefault((path[1], person(member.name)), member.name)
        if first != member.name:
            message = Message(
                "“{group}”里的“{first}”和“{name}”可能是同一个人",
                group=group.name,
                first=first,
                name=member.name,
            )
            yield CHECK.finding(message, subject.place((*path, "name")))


CHECK = Check(
    code="X-GRP-04",
    severity=Severity.WARN,
    title=Message("同一成员两种写法"),
    clause="",
    manual=Message(
        "同一个小组里，可能把同一个人写了两次，姓名的写法不同。\n\n"
        "比较姓名时不计空格和间隔号（王 瑞、王瑞）。一字不差地重复的，属于数据错误，"
        "由 `plangen check` 指出。"
    ),
    run=check,
    passes=Example(
        data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 王瑞}
  - {role: 成员, name: 王会}
""",
    ),
    fails=(
        Example(
            data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 王瑞}
  - {role: 成员, name: 王 瑞}
""",
            says=("“领导小组”里的“王瑞”和“王 瑞”可能是同一个人",),
        ),
    ),
)
