"""One organ is named twice in a task: as leader and supporter, or twice in one list."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.task_organs import named
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Organs that a task names twice."""
    seen: set[tuple[int | str, str]] = set()
    for path, name in named(subject.facts):
        key = (path[1], subject.who.canonical(name))
        if key in seen:
            title = subject.facts.tasks[int(path[1])].title
            message = Message("任务“{title}”两次写到“{organ}”", title=title, organ=name)
            yield CHECK.finding(message, subject.place(path))
        seen.add(key)


CHECK = Check(
    code="X-ORG-07",
    severity=Severity.WARN,
    title=Message("同一任务里单位重复"),
    clause="",
    manual=Message(
        "同一个单位在一项任务里写了两次：既牵头又配合，或在同一处重复。\n\n"
        "别名也算：市人社局和市人力资源社会保障局是同一个单位。"
    ),
    run=check,
    passes=Example(
        data="""
tasks:
- {id: funding, title: 落实经费保障, lead: [市财政局], support: [市民政局]}
- {id: students, title: 完善学生服务网络, lead: [市教育局], support: [市民政局]}
""",
    ),
    fails=(
        Example(
            organs="""
organs:
- name: 市人力资源社会保障局
  aliases: [市人社局]
""",
            data="""
tasks:
- id: talent
  title: 广泛引进人才
  lead: [市人力资源社会保障局]
  support: [市人社局]
""",
            says=("任务“广泛引进人才”两次写到“市人社局”",),
        ),
    ),
)
