"""The list of annexes (附件说明) does not agree with the annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.passages import Passage
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity

_FIRST = re.compile(r"附件\s*[：:]\s*(?:(?P<number>1)\s*[.．、])?\s*(?P<title>.+)")
_NEXT = re.compile(r"(?P<number>[0-9]{1,2})\s*[.．、]\s*(?P<title>.+)")
_ASIDE = re.compile(r"[\s《》。．.]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Lists that differ from the annexes."""
    annexes = subject.prose.annexes
    lists = list(_lists(subject.passages))
    for passage, listed in lists:
        place = subject.placed(passage)
        if not annexes:
            message = Message("附件说明列了 {listed} 个附件，文件里没有", listed=len(listed))
            yield CHECK.finding(message, place, Severity.INFO)
        elif len(listed) == len(annexes):
            yield from (CHECK.finding(message, place) for message in _names(listed, annexes))
        elif len(lists) == 1:
            message = Message(
                "附件说明列了 {listed} 个附件，文件有 {annexes} 个",
                listed=len(listed),
                annexes=len(annexes),
            )
            yield CHECK.finding(message, place)


def _names(listed: Sequence[str], annexes: Sequence[str]) -> Iterator[Message]:
    for number, (name, title) in enumerate(zip(listed, annexes, strict=True), 1):
        if _ASIDE.sub("", name) != _ASIDE.sub("", title):
            yield Message(
                "附件说明里第 {number} 个附件是“{name}”，附件的标题是“{title}”",
                number=number,
                name=name,
                title=title,
            )


def _lists(found: Sequence[Passage]) -> Iterator[tuple[Passage, list[str]]]:
    """Every typed list: the paragraph that opens it, and the names on it."""
    for position, passage in enumerate(found):
        first = _FIRST.fullmatch(passage.text)
        if first is None:
            continue
        names = [first["title"].strip()]
        for following in range(position + 1, len(found) if first["number"] else 0):
            item = _NEXT.fullmatch(found[following].text)
            if item is None or int(item["number"]) != len(names) + 1:
                break
            names.append(item["title"].strip())
        yield passage, names


_ANNEXES = """
  <annex><title>领导小组成员名单</title><p>略。</p></annex>
  <annex><title>部门职责</title><p>略。</p></annex>
</document>
"""

CHECK = Check(
    code="X-ANX-02",
    severity=Severity.WARN,
    title=Message("附件说明与附件不符"),
    clause="GB/T 9704-2012 7.3.4",
    manual=Message(
        "附件说明与所附的附件不一致。\n\n"
        "由数据生成的文件，附件说明按附件列出。从文件读出的，"
        "附件说明可能是直接写的几行（附件：1.……）；核对其个数和名称，不计空格和书名号。"
        "列有附件说明而没有附件的，可能是公布时没有附上，只作提示。有几份附件说明的，"
        "只核对个数相符的一份。"
    ),
    run=check,
    passes=Example(
        composed=False,
        text=f"""
<document>
  <title>试点实施方案</title>
  <p>附件：1.领导小组成员名单</p>
  <p>2.部门职责</p>{_ANNEXES}""",
    ),
    fails=(
        Example(
            composed=False,
            text=f"""
<document>
  <title>试点实施方案</title>
  <p>附件：1.领导小组成员名单</p>
  <p>2.相关部门职责</p>{_ANNEXES}""",
            says=("附件说明里第 2 个附件是“相关部门职责”，附件的标题是“部门职责”",),
        ),
        Example(
            composed=False,
            text=f"""
<document>
  <title>试点实施方案</title>
  <p>附件：领导小组成员名单</p>{_ANNEXES}""",
            says=("附件说明列了 1 个附件，文件有 2 个",),
        ),
        Example(
            composed=False,
            text="""
<document>
  <title>试点实施方案</title>
  <p>附件：1.领导小组成员名单</p>
  <p>2.部门职责</p>
</document>
""",
            says=("附件说明列了 2 个附件，文件里没有",),
        ),
    ),
)
