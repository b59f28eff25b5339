"""Two organs have the same duty, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Duties that were said before."""
    first: dict[str, tuple[str, ...]] = {}
    for position, duty in enumerate(subject.facts.duties):
        organs = duty.organs
        words = "".join(duty.text.split())
        earlier = first.setdefault(words, organs)
        if earlier is not organs:
            message = Message(
                "“{organs}”的职责与“{first}”的一字不差；确实相同的，可以合为一条",
                organs=organs,
                first=earlier,
            )
            yield CHECK.finding(message, subject.place(("duties", position, "text")))


CHECK = Check(
    code="X-DUT-02",
    severity=Severity.WARN,
    title=Message("两条职责相同"),
    clause="",
    manual=Message(
        "两个部门的职责一字不差。\n\n从别的部门照抄过来的，往往是忘了改；确实相同的，可以合为一条。"
    ),
    run=check,
    passes=Example(
        data="""
duties:
- {organs: [工会], text: 负责面向职工开展心理健康服务。}
- {organs: [团委], text: 负责面向青少年开展心理健康服务。}
""",
    ),
    fails=(
        Example(
            data="""
duties:
- {organs: [工会], text: 负责面向职工开展心理健康服务。}
- {organs: [团委], text: 负责面向职工开展心理健康服务。}
""",
            says=("“团委”的职责与“工会”的一字不差；确实相同的，可以合为一条",),
        ),
    ),
)
