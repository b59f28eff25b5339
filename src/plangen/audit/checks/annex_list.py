"""The list of annexes (附件说明) does not agree with the annexes.

A composed document computes its list from its annexes. In a text that was read from a file the list
may stand as typed lines (附件：1.…); their number and names are compared with the annexes, blanks
and the marks 《》 aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.passages import Passage
from plangen.audit.checks.subject import Subject
from plangen.document.elements import Document
from plangen.errors import Message
from plangen.findings import Finding, Severity

_FIRST = re.compile(r"附件\s*[：:]\s*(?:(?P<number>1)\s*[.．、])?\s*(?P<title>.+)")
_NEXT = re.compile(r"(?P<number>[0-9]{1,2})\s*[.．、]\s*(?P<title>.+)")
_ASIDE = re.compile(r"[\s《》。．.]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Lists that differ from the annexes."""
    if subject.document is None:
        return
    annexes = _titles(subject.document)
    for passage, listed in _lists(list(subject.passages())):
        place = subject.placed(passage)
        if len(listed) != len(annexes):
            message = Message(
                "附件说明列了 {listed} 个附件，文件有 {annexes} 个",
                listed=len(listed),
                annexes=len(annexes),
            )
            yield CHECK.finding(message, place)
            continue
        for number, (name, title) in enumerate(zip(listed, annexes, strict=True), 1):
            if _ASIDE.sub("", name) != _ASIDE.sub("", title):
                message = Message(
                    "附件说明里第 {number} 个附件是“{name}”，附件的标题是“{title}”",
                    number=number,
                    name=name,
                    title=title,
                )
                yield CHECK.finding(message, place)


def _titles(document: Document) -> list[str]:
    enclosure = document.enclosure
    if enclosure and enclosure.mode == "annexed" and not document.annexes:
        return [enclosure.title.replace("\n", "")]
    annexes = document.annexes or (enclosure.annexes if enclosure else ())
    return [annex.title.replace("\n", "") for annex in annexes]


def _lists(found: Sequence[Passage]) -> Iterator[tuple[Passage, list[str]]]:
    """Every typed list: the paragraph that opens it, and the names on it."""
    for position, passage in enumerate(found):
        first = _FIRST.fullmatch(passage.text)
        if first is None:
            continue
        names = [first["title"].strip()]
        for following in found[position + 1 :] if first["number"] else ():
            item = _NEXT.fullmatch(following.text)
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
    title="The list of annexes",
    clause="GB/T 9704-2012 7.3.4",
    manual=__doc__ or "",
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
    ),
)
