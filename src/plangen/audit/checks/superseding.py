"""A document supersedes one that it cannot supersede."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Superseded documents that are newer, the same, or implemented."""
    for position, name in enumerate(subject.facts.supersedes):
        message = _wrong(subject, name)
        if message:
            yield CHECK.finding(message, subject.place(("supersedes", position)))
    for position, name in enumerate(subject.facts.implements):
        if name == subject.id:
            message = Message("文件不能落实自己")
            yield CHECK.finding(message, subject.place(("implements", position)))


def _wrong(subject: Subject, name: str) -> Message | None:
    facts, own = subject.others.get(name), subject.date
    if name == subject.id:
        return Message("文件不能取代自己")
    if name in subject.facts.implements:
        return Message("“{name}”既是所落实的，又是所取代的文件", name=name)
    if facts and facts.date and own and facts.date >= own:
        return Message(
            "所取代的《{title}》成文于{day}，不早于本文件的成文日期（{own}）",
            title=facts.title,
            day=facts.date,
            own=own,
        )
    return None


_OTHERS = """
national/tasks-2019:
  title: 2019年重点工作任务
  issued: 2019-06-05
national/tasks-2021:
  title: 2021年重点工作任务
  issued: 2021-03-11
"""

CHECK = Check(
    code="X-DAT-02",
    severity=Severity.ERROR,
    title=Message("取代了不能取代的文件"),
    clause="",
    manual=Message(
        "文件取代了不能由它取代的文件。\n\n"
        "被取代的文件应当更早；文件不能取代自己，也不能既取代又落实同一份文件。"
    ),
    run=check,
    passes=Example(
        others=_OTHERS,
        data="""
issued: 2020-04-24
supersedes: [national/tasks-2019]
""",
    ),
    fails=(
        Example(
            others=_OTHERS,
            data="""
issued: 2020-04-24
implements: [national/tasks-2019, this/document]
supersedes: [national/tasks-2019, national/tasks-2021, this/document]
""",
            says=(
                "“national/tasks-2019”既是所落实的，又是所取代的文件",
                "所取代的《2021年重点工作任务》成文于2021年3月11日，"
                "不早于本文件的成文日期（2020年4月24日）",
                "文件不能取代自己",
                "文件不能落实自己",
            ),
        ),
    ),
)
