"""A document supersedes one that it cannot supersede.

What is superseded must be older; a document cannot supersede itself, nor implement what it
supersedes.
"""

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
            "所取代的《{title}》成文于 {day}，不早于本文件的成文日期（{own}）",
            title=facts.title,
            day=facts.date.isoformat(),
            own=own.isoformat(),
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
    title="Superseding what cannot be superseded",
    clause="",
    manual=__doc__ or "",
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
                "所取代的《2021年重点工作任务》成文于 2021-03-11，"
                "不早于本文件的成文日期（2020-04-24）",
                "文件不能取代自己",
                "文件不能落实自己",
            ),
        ),
    ),
)
