"""Whether the facts of an issue agree with each other and with the form they are printed in."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.errors import Message, wording
from plangen.findings import Severity
from plangen.model.disagreement import Disagreement, unknown
from plangen.model.issue import Form, Issue
from plangen.model.plans import DocumentFacts
from plangen.quantity.undecided import UNDECIDED

SUFFIXES: dict[Form, tuple[str, ...]] = {
    "文件": ("文件", ""),
    "信函": ("",),
    "命令": ("令", "命令"),
    "纪要": ("纪要",),
}  # GB/T 9704-2012, 7.2.4, 10.1 to 10.3


def issuing(facts: DocumentFacts) -> Iterator[Disagreement]:
    """Everything in the facts of an issue that its form has no place for, or that cannot be so."""
    issue = facts.issue
    if issue:
        yield from _dates(issue)
        yield from _mark(issue)
        yield from _numbers(issue)
        yield from _pictures(issue)
        yield from _elsewhere(issue)
    if facts.attendance and not (issue and issue.form == "纪要"):
        yield Disagreement(("attendance",), Message("只有纪要写出席、请假、列席人员"))


def _dates(issue: Issue) -> Iterator[Disagreement]:
    if issue.date is UNDECIDED:
        return
    if issue.number and issue.number.year != issue.date.year:
        message = Message(
            "发文字号的年份是 {year}，成文日期在 {date} 年",
            year=issue.number.year,
            date=issue.date.year,
        )
        yield Disagreement(("issue", "number", "year"), message, Severity.WARN)
    printed = issue.printed.on if issue.printed else None
    if printed and printed is not UNDECIDED and printed < issue.date:
        path = ("issue", "printed", "on")
        yield Disagreement(path, Message("印发日期早于成文日期"), Severity.WARN)


def _mark(issue: Issue) -> Iterator[Disagreement]:
    mark = issue.mark
    if issue.form == "信函" and len(mark.organs) > 1:
        message = Message("信函的发文机关标志只写一个机关，联合行文写主办机关")
        yield Disagreement(("issue", "mark", "organs"), message)
    if mark.suffix is not None and mark.suffix not in SUFFIXES[issue.form]:
        message = Message(
            "{form}的发文机关标志后面是“{suffix}”，应为：{allowed}",
            form=issue.form,
            suffix=mark.suffix,
            allowed=tuple(filter(None, SUFFIXES[issue.form])) or Message("（无）"),
        )
        yield Disagreement(("issue", "mark", "suffix"), message)


def _numbers(issue: Issue) -> Iterator[Disagreement]:
    if issue.number and issue.form == "命令":
        message = Message("命令不写发文字号，令号写在 serial 里")
        yield Disagreement(("issue", "number"), message)
    if issue.serial and issue.form not in ("命令", "纪要"):
        message = Message("serial 是令号或纪要的期数，{form}格式不用", form=issue.form)
        yield Disagreement(("issue", "serial"), message)
    if issue.serial and issue.number and issue.form == "纪要":
        message = Message("纪要的期数和发文字号只写一样")
        yield Disagreement(("issue", "serial"), message)


def _pictures(issue: Issue) -> Iterator[Disagreement]:
    for name in issue.seals:
        if name not in issue.issuers:
            message = unknown(wording("署名机关"), name, issue.issuers)
            yield Disagreement(("issue", "seals", name), message)
    if issue.seals and (issue.stamps or not issue.sealed):
        message = Message("这份公文不加盖印章，不能有印章图片")
        yield Disagreement(("issue", "seals"), message)


def _elsewhere(issue: Issue) -> Iterator[Disagreement]:
    if issue.signers and issue.form != "文件":
        message = Message("{form}格式没有签发人", form=issue.form)
        yield Disagreement(("issue", "signers"), message)
    if issue.printed and issue.form == "信函":
        message = Message("信函的版记不写印发机关和印发日期，这里写的不会印出来")
        yield Disagreement(("issue", "printed"), message, Severity.WARN)
