"""A document rests on one that is newer than itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.prose import number_year
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity

_NUMBER = re.compile("[\u4e00-\u9fff]{0,8}〔(?P<year>(?:19|20)[0-9]{2})〕[0-9]{1,5}号")


def check(subject: Subject) -> Iterator[Finding]:
    """Bases and implemented documents of a later date."""
    own = subject.date
    if own is None:
        return
    for position, name in enumerate(subject.facts.implements):
        upper = subject.others.get(name)
        if upper and upper.date and upper.date > own:
            message = _later(upper.title, upper.date, own)
            yield CHECK.finding(message, subject.place(("implements", position)))
    for position, basis in enumerate(subject.facts.basis):
        year = number_year(basis.number)
        if basis.issued and basis.issued > own:
            message = _later(basis.title, basis.issued, own)
            yield CHECK.finding(message, subject.place(("basis", position, "issued")))
        elif not basis.issued and year and year > own.year:
            message = Message(
                "依据的《{title}》文号是 {year} 年的，晚于本文件的成文日期（{own}）",
                title=basis.title,
                year=year,
                own=own,
            )
            yield CHECK.finding(message, subject.place(("basis", position, "number")))

    yield from _in_text(subject, own)


def _in_text(subject: Subject, own: date) -> Iterator[Finding]:
    told: set[str] = set()
    for passage in subject.passages:
        for found in _NUMBER.finditer(passage.text):
            if int(found["year"]) > own.year and found[0] not in told:
                told.add(found[0])
                message = Message(
                    "文中提到的“{number}”晚于本文件的成文日期（{own}）",
                    number=found[0],
                    own=own,
                )
                yield CHECK.finding(message, subject.placed(passage))


def _later(title: str, day: date, own: date) -> Message:
    return Message(
        "依据的《{title}》成文于{day}，晚于本文件的成文日期（{own}）",
        title=title,
        day=day,
        own=own,
    )


CHECK = Check(
    code="X-DAT-01",
    severity=Severity.ERROR,
    title=Message("依据晚于本文件"),
    clause="",
    manual=Message(
        "所依据的文件比本文件还新。\n\n"
        "依据的文件和落实的文件，都不可能晚于引用它的文件，其中必有一个日期不对。"
        "依据没有写日期的，看它文号的年份；正文里的文号也查。"
    ),
    run=check,
    passes=Example(
        others="""
national/scheme:
  title: 全国试点工作方案
  issued: 2018-11-16
""",
        data="""
issued: 2020-09-06
implements: [national/scheme]
basis:
- {title: 关于加强心理健康服务的指导意见, issued: 2016-12-30}
""",
    ),
    fails=(
        Example(
            others="""
national/scheme:
  title: 全国试点工作方案
  issued: 2020-11-16
""",
            data="""
issued: 2020-09-06
implements: [national/scheme]
basis:
- {title: 关于加强心理健康服务的指导意见, issued: 2020-12-30}
- {title: 关于调整工作机构的通知, number: 山城发〔2021〕8号}
""",
            text="""
<document>
  <title>试点实施方案</title>
  <p>按照山政发〔2019〕5号、山政发〔2022〕3号文件，制定本方案。</p>
</document>
""",
            says=(
                "依据的《全国试点工作方案》成文于2020年11月16日，晚于本文件的成文日期（2020年9月6日）",
                "依据的《关于加强心理健康服务的指导意见》成文于2020年12月30日，"
                "晚于本文件的成文日期（2020年9月6日）",
                "依据的《关于调整工作机构的通知》文号是 2021 年的，"
                "晚于本文件的成文日期（2020年9月6日）",
                "文中提到的“山政发〔2022〕3号”晚于本文件的成文日期（2020年9月6日）",
            ),
        ),
    ),
)
