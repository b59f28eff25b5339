"""The text refers to an annex that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.quantity.numerals import read_integer

_REFERENCE = re.compile(
    "(?<![》其])附件(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9年月])"
)
_SEE = re.compile("(?:见|详见|按照|按)附件(?![0-9０-９一二三四五六七八九十])")


def check(subject: Subject) -> Iterator[Finding]:
    """References that lead nowhere."""
    count = subject.prose.most_annexes
    if not count and not subject.composed:
        return
    told: set[str] = set()
    for passage in subject.passages:
        for found in _REFERENCE.finditer(passage.text):
            if _number(found["number"]) > count and found[0] not in told:
                told.add(found[0])
                message = _message(found[0], count)
                yield CHECK.finding(message, subject.placed(passage))
        if not count and _SEE.search(passage.text) and "附件" not in told:
            told.add("附件")
            yield CHECK.finding(_message("附件", 0), subject.placed(passage))


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() else read_integer(digits)


def _message(name: str, count: int) -> Message:
    if not count:
        return Message("文中提到“{annex}”，文件没有附件", annex=name)
    return Message("文中提到“{annex}”，文件只有 {count} 个附件", annex=name, count=count)


CHECK = Check(
    code="X-ANX-01",
    severity=Severity.WARN,
    title=Message("提到的附件不存在"),
    clause="GB/T 9704-2012 7.3.4",
    manual=Message(
        "正文提到的附件并不存在。\n\n"
        "用 `<annexref>` 引用的附件总能找到。直接写的（见附件4），与附件的个数核对。"
        "说的是别的文件的附件的不查：写在书名号后面的，或写作“其附件”的。从文件读出、"
        "一个附件也没有的也不查，正文可能是单独公布的。"
    ),
    run=check,
    passes=Example(
        text="""
<document>
  <title>试点实施方案</title>
  <p>名单见附件2，格式同《全国试点工作方案》附件3。</p>
  <annex><title>部门职责</title><p>略。</p></annex>
  <annex><title>成员名单</title><p>略。</p></annex>
</document>
""",
    ),
    fails=(
        Example(
            text="""
<document>
  <title>试点实施方案</title>
  <p>名单见附件3。</p>
  <annex><title>部门职责</title><p>略。</p></annex>
  <annex><title>成员名单</title><p>略。</p></annex>
</document>
""",
            says=("文中提到“附件3”，文件只有 2 个附件",),
        ),
        Example(
            text="""
<document>
  <title>试点实施方案</title>
  <p>任务分解见附件。名单见附件一。</p>
</document>
""",
            says=("文中提到“附件一”，文件没有附件", "文中提到“附件”，文件没有附件"),
        ),
    ),
)
