"""The year of a 发文字号 is not that of the date."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.prose import number_year
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers of another year."""
    yield from _own(subject)
    for position, basis in enumerate(subject.facts.basis):
        year, day = number_year(basis.number), basis.issued
        if year and day and year not in (day.year, day.year - 1):
            message = Message(
                "《{title}》的文号是 {year} 年的，成文日期在 {date} 年",
                title=basis.title,
                year=year,
                date=day.year,
            )
            yield CHECK.finding(message, subject.place(("basis", position, "number")))


def _own(subject: Subject) -> Iterator[Finding]:
    year, day = subject.prose.year, subject.prose.signed
    if subject.facts.issue is None and year and day and year != day.year:
        message = Message("发文字号的年份是 {year}，成文日期在 {date} 年", year=year, date=day.year)
        yield CHECK.finding(message, subject.place(()))


CHECK = Check(
    code="X-DAT-05",
    severity=Severity.WARN,
    title=Message("文号的年份"),
    clause="GB/T 9704-2012 7.2.5",
    manual=Message(
        "发文字号的年份与日期的年份不一致。\n\n"
        "文件在哪一年印发，就用哪一年的文号。本文件的文号，从文件读出的在此检查，"
        "登记为数据的由 `plangen check` 检查。依据的文号，登记有日期的才查；"
        "年初印发而用上一年文号的，属于常见情形，不提出。"
    ),
    run=check,
    passes=Example(
        data="""
basis:
- {title: 试点实施方案, number: 安政办发〔2020〕8号, issued: 2020-01-28}
- {title: 指导意见, number: 安政发〔2019〕41号, issued: 2020-01-05}
""",
        text="""
<document>
  <head><number code="山城发" year="2020" seq="79"/></head>
  <title>关于印发试点实施方案的通知</title>
  <p>现印发给你们。</p>
  <signature><organ>山城街道办事处</organ><date>2020-09-06</date></signature>
</document>
""",
    ),
    fails=(
        Example(
            data="""
basis:
- {title: 试点实施方案, number: 安政办发〔2021〕8号, issued: 2020-01-28}
""",
            text="""
<document>
  <head><number code="山城发" year="2019" seq="79"/></head>
  <title>关于印发试点实施方案的通知</title>
  <p>现印发给你们。</p>
  <signature><organ>山城街道办事处</organ><date>2020-09-06</date></signature>
</document>
""",
            says=(
                "发文字号的年份是 2019，成文日期在 2020 年",
                "《试点实施方案》的文号是 2021 年的，成文日期在 2020 年",
            ),
        ),
    ),
)
