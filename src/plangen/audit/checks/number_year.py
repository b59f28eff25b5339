"""The year of a 发文字号 is not that of the date.

A document is numbered in the year in which it is issued. The document's own number is looked at
where its text was read from a file; with recorded facts `plangen check` says it. The numbers of the
bases are looked at where their dates are recorded: there a number of the year before is usual
around the turn of the year and left alone.
"""

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
    title="The year of a number",
    clause="GB/T 9704-2012 7.2.5",
    manual=__doc__ or "",
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
