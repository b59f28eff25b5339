"""The date of printing (印发日期) lies before the document's date (成文日期)."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """A printing that came first."""
    signed, printed = subject.prose.signed, subject.prose.printed
    if subject.facts.issue:
        return
    if signed and printed and printed < signed:
        message = Message(
            "印发日期（{printed}）早于成文日期（{signed}）",
            printed=printed,
            signed=signed,
        )
        yield CHECK.finding(message, subject.place(()))


_TEXT = """
<document>
  <title>关于印发试点实施方案的通知</title>
  <p>现印发给你们。</p>
  <signature><organ>山城街道办事处</organ><date>2020-09-06</date></signature>
  <imprint><printed by="山城街道党政办公室" on="{printed}"/></imprint>
</document>
"""

CHECK = Check(
    code="X-DAT-06",
    severity=Severity.WARN,
    title=Message("印发早于成文"),
    clause="GB/T 9704-2012 7.4.3",
    manual=Message(
        "印发日期早于成文日期。\n\n"
        "签发以前不会印发。只查从文件读出的；登记为数据的由 `plangen check` 检查。"
    ),
    run=check,
    passes=Example(text=_TEXT.format(printed="2020-09-07")),
    fails=(
        Example(
            text=_TEXT.format(printed="2020-09-05"),
            says=("印发日期（2020年9月5日）早于成文日期（2020年9月6日）",),
        ),
    ),
)
