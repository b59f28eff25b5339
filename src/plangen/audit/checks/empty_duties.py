"""A duty says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity

SHORTEST_DUTY = 4  # characters
_IDLE = re.compile(
    r"(?:按照|根据)?(?:职责|分工)*(?:主要|具体)?(?:负责|承担|牵头|配合|做好)*"
    r"(?:相关|有关|各自)?(?:工作|职责|任务)?|同上|略|无|待(?:定|补充|完善)|见上"
)
_MARKS = re.compile(r"[\s。，；：、…．.—\-_×【】（）()〔〕]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Duties without content."""
    for position, duty in enumerate(subject.facts.duties):
        words = _MARKS.sub("", duty.text)
        if len(words) < SHORTEST_DUTY or _IDLE.fullmatch(words):
            message = Message(
                "“{organs}”的职责没有内容：“{text}”", organs=duty.organs, text=duty.text
            )
            yield CHECK.finding(message, subject.place(("duties", position, "text")))


CHECK = Check(
    code="X-DUT-01",
    severity=Severity.WARN,
    title=Message("职责没有内容"),
    clause="",
    manual=Message(
        "职责是空的。\n\n"
        "应当写明负责什么，却只有开头的字样（负责）、占位的字样（略、待补充）或“同上”。"
    ),
    run=check,
    passes=Example(
        data="""
duties:
- organs: [财政所]
  text: 负责安排必要的经费。
""",
    ),
    fails=(
        Example(
            data="""
duties:
- organs: [财政所]
  text: 负责。
- organs: [工会, 团委]
  text: 按照职责分工做好相关工作。
""",
            says=(
                "“财政所”的职责没有内容：“负责。”",
                "“工会、团委”的职责没有内容：“按照职责分工做好相关工作。”",
            ),
        ),
    ),
)
