"""A task has no leading organ while other tasks of the document have one."""

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
    title=Message("任务没有牵头单位"),
    clause="",
    manual=Message(
        "其他任务都有牵头单位，这一项没有。\n\n"
        "没有人牵头，就没有人负责。整份文件都不写牵头单位的不查，那里各单位不分主次；"
        "多数任务都没有写的也不查。"
    ),
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
