"""An organ has duties and no member in any group."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.member_without_duties import namesakes
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.wanted_functions import absent
from plangen.audit.checks.who import is_several
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Organs with duties that no member comes from."""
    facts, who = subject.facts, subject.who
    if not facts.groups:
        return
    told = {organ.name for _, organs, _ in absent(subject) for organ in organs}
    told |= {name for names in namesakes(subject).values() for name in names}
    seats = {who.canonical(group.office.seat) for group in facts.groups if group.office}
    for name, path in who.duties.items():
        if name in who.present or name in told or is_several(name):
            continue
        if name in seats:
            message = Message("“{organ}”有职责，又是办公室所在，小组里却没有它的成员", organ=name)
        else:
            message = Message("“{organ}”有职责，小组里却没有它的成员", organ=name)
        yield CHECK.finding(message, subject.place(path))


_ORGANS = """
organs:
- name: 派出所
- name: 司法所
- name: 综治中心
"""

CHECK = Check(
    code="X-ORG-01",
    severity=Severity.WARN,
    title=Message("有职责而没有成员"),
    clause="",
    manual=Message(
        "部门有职责，各小组里却没有它的成员。\n\n"
        "谁负责一项工作，谁就应当参加研究部署。凡列有职责的部门，都要在名单里找到它的成员："
        "看成员的 `organ`，或看职务是否以部门名称开头。`X-ORG-03` 已经提出的部门，"
        "以及可能换了名称列在组里的部门（`X-ORG-02`），这里不再重复。"
    ),
    run=check,
    passes=Example(
        organs=_ORGANS,
        data="""
groups:
- id: leading
  name: 试点工作领导小组
  members:
  - {role: 组长, name: 郭振华}
  - {role: 成员, name: 杨大鹏, offices: [派出所所长], organ: 派出所}
  - {role: 成员, name: 孙学平, offices: [司法所所长]}
duties:
- organs: [派出所, 司法所]
  text: 负责健全本系统心理健康服务体系。
""",
    ),
    fails=(
        Example(
            organs=_ORGANS,
            data="""
groups:
- id: leading
  name: 试点工作领导小组
  members:
  - {role: 组长, name: 郭振华}
  - {role: 成员, name: 杨大鹏, offices: [派出所所长], organ: 派出所}
  office: {seat: 综治中心, director: 郭振华}
duties:
- organs: [派出所, 司法所]
  text: 负责健全本系统心理健康服务体系。
- organs: [综治中心]
  text: 负责办公室的日常工作。
""",
            says=(
                "“司法所”有职责，小组里却没有它的成员",
                "“综治中心”有职责，又是办公室所在，小组里却没有它的成员",
            ),
        ),
    ),
)
