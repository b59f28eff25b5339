"""A document implements one that had been superseded when it was issued."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.plans import DocumentFacts


def check(subject: Subject) -> Iterator[Finding]:
    """Implemented documents that no longer held."""
    for position, name in enumerate(subject.facts.implements):
        newer = _superseding(subject, name)
        old = subject.others.get(name)
        if newer and old:
            message = Message(
                "所落实的《{title}》在成文时已被《{newer}》取代", title=old.title, newer=newer.title
            )
            yield CHECK.finding(message, subject.place(("implements", position)))


def _superseding(subject: Subject, name: str) -> DocumentFacts | None:
    own = subject.date
    return next(
        (
            facts
            for other, facts in subject.others.successors.get(name, ())
            if other != subject.id and own and facts.date and facts.date <= own
        ),
        None,
    )


_OTHERS = """
national/tasks-2019:
  title: 2019年重点工作任务
  issued: 2019-06-05
national/tasks-2020:
  title: 2020年重点工作任务
  issued: 2020-04-24
  supersedes: [national/tasks-2019]
"""

CHECK = Check(
    code="X-DAT-07",
    severity=Severity.WARN,
    title=Message("落实了已被取代的文件"),
    clause="",
    manual=Message(
        "成文时，所落实的文件已经被取代。\n\n"
        "哪份文件取代哪份，以工作区里各文件的数据为准；只计本文件成文时已经印发的。"
    ),
    run=check,
    passes=Example(
        others=_OTHERS,
        data="""
issued: 2020-01-15
implements: [national/tasks-2019]
""",
    ),
    fails=(
        Example(
            others=_OTHERS,
            data="""
issued: 2020-09-06
implements: [national/tasks-2019]
""",
            says=("所落实的《2019年重点工作任务》在成文时已被《2020年重点工作任务》取代",),
        ),
    ),
)
