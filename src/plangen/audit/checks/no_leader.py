"""A group has nobody at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import is_chief
from plangen.errors import Message
from plangen.findings import Finding, Severity

_HEADED = re.compile("小组|领导组|指挥部|委员会|专班|联席会议")


def check(subject: Subject) -> Iterator[Finding]:
    """Groups without a head."""
    for position, group in enumerate(subject.facts.groups):
        if _HEADED.search(group.name) and not any(is_chief(m.role) for m in group.members):
            message = Message("“{group}”没有组长", group=group.name)
            yield CHECK.finding(message, subject.place(("groups", position, "members")))


CHECK = Check(
    code="X-GRP-03",
    severity=Severity.WARN,
    title=Message("小组没有负责人"),
    clause="",
    manual=Message(
        "小组里没有负责人。\n\n"
        "领导小组、工作组、委员会应当有组长（总指挥、主任、召集人）。双组长是常见的，"
        "不算问题。不分职务的专家名单不查。"
    ),
    run=check,
    passes=Example(
        data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 第一组长, name: 郭振华}
  - {role: 组长, name: 王瑞}
- id: experts
  name: 专家库
  members:
  - {role: 专家, name: 郭敬}
""",
    ),
    fails=(
        Example(
            data="""
groups:
- id: leading
  name: 领导小组
  members:
  - {role: 副组长, name: 杨大鹏}
  - {role: 成员, name: 刘西圣}
""",
            says=("“领导小组”没有组长",),
        ),
    ),
)
