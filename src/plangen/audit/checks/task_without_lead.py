"""A task has no leading organ while other tasks of the document have one.

A task that nobody leads is a task that nobody answers for. A document that names no leading organ
at all is left alone: there the organs are all alike. So is one in which most tasks have none.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Tasks that nobody leads."""
    tasks = subject.facts.tasks
    without = [number for number, task in enumerate(tasks) if not task.lead]
    if 2 * len(without) >= len(tasks):
        return
    for number in without:
        message = Message("任务“{title}”没有牵头单位，其他任务都有", title=tasks[number].title)
        if len(without) > 1:
            message = Message("任务“{title}”没有牵头单位，多数任务有", title=tasks[number].title)
        yield CHECK.finding(message, subject.place(("tasks", number)))


CHECK = Check(
    code="X-ORG-06",
    severity=Severity.INFO,
    title="A task without a leading organ",
    clause="",
    manual=__doc__ or "",
    run=check,
    passes=Example(
        data="""
tasks:
- id: funding
  title: 保障试点工作经费
  support: [财政]
- id: publicity
  title: 加大宣传力度
""",
    ),
    fails=(
        Example(
            data="""
tasks:
- {id: funding, title: 落实经费保障, lead: [市财政局]}
- {id: publicity, title: 加大宣传力度, lead: [市委宣传部]}
- {id: projects, title: 组织实施特色项目, support: [各区人民政府]}
""",
            says=("任务“组织实施特色项目”没有牵头单位，其他任务都有",),
        ),
        Example(
            data="""
tasks:
- {id: funding, title: 落实经费保障, lead: [市财政局]}
- {id: publicity, title: 加大宣传力度, lead: [市委宣传部]}
- {id: students, title: 完善学生服务网络, lead: [市教育局]}
- {id: projects, title: 组织实施特色项目}
- {id: mood, title: 开展社会心态研判预警工作}
""",
            says=(
                "任务“组织实施特色项目”没有牵头单位，多数任务有",
                "任务“开展社会心态研判预警工作”没有牵头单位，多数任务有",
            ),
        ),
    ),
)
