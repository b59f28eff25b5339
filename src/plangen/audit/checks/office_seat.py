"""A group's office sits in an organ that the document names nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import bare
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Seats of offices that are named nowhere else."""
    who = subject.who
    if subject.dictionary.organs or not who.duties:
        return
    named = who.duties.keys() | who.present
    offices = [office for _, _, member in who.members for office in member.offices]
    for position, group in enumerate(subject.facts.groups):
        seat = bare(group.office.seat) if group.office else ""
        if seat and seat not in named and not any(office.startswith(seat) for office in offices):
            message = Message(
                "“{group}”的办公室设在“{seat}”，它既没有职责，也没有成员",
                group=group.name,
                seat=seat,
            )
            yield CHECK.finding(message, subject.place(("groups", position, "office", "seat")))


CHECK = Check(
    code="X-GRP-06",
    severity=Severity.INFO,
    title=Message("办公室所在部门别处没有提到"),
    clause="",
    manual=Message(
        "小组办公室设在某个部门，文件别处没有提到这个部门。\n\n"
        "本地有单位名册的，办公室所在是不是其中之一，由 `plangen check` 检查。"
        "没有名册的（如外来的文件），这个部门至少应当有职责或成员；文件写有职责的才查。"
    ),
    run=check,
    passes=Example(
        data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 郭振华}
  office: {seat: 综治中心, director: 郭振华}
duties:
- organs: [综治中心]
  text: 负责办公室的日常工作。
""",
    ),
    fails=(
        Example(
            data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 郭振华, offices: [党工委副书记]}
  office: {seat: 平安建设办公室, director: 郭振华}
duties:
- organs: [综治中心]
  text: 负责矛盾纠纷的排查和化解。
""",
            says=("“领导小组”的办公室设在“平安建设办公室”，它既没有职责，也没有成员",),
        ),
    ),
)
