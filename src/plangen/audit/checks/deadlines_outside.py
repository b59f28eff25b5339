"""A deadline lies outside the document's time: before its date, or after its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.passages import Passage
from plangen.audit.checks.steps import steps
from plangen.audit.checks.subject import Subject
from plangen.errors import Message, Place
from plangen.findings import Finding, Severity
from plangen.quantity.dates import FoundDeadline
from plangen.quantity.grammar import find_deadlines, write_deadline

NEAR = 60  # characters on either side in which a word shows that something is told
_TOLD = re.compile("已|截至|截止|原定|此前|曾")


def check(subject: Subject) -> Iterator[Finding]:
    """Deadlines that lie outside."""
    ends = subject.facts.ends
    for step in steps(subject.facts):
        if step.step.deadline and ends and step.by and step.by > ends:
            yield _after(
                write_deadline(step.step.deadline), ends, subject.place((*step.path, "by"))
            )
    yield from _of_tasks(subject)
    yield from _of_text(subject)


def _of_tasks(subject: Subject) -> Iterator[Finding]:
    own, ends = subject.date, subject.facts.ends
    for position, task in enumerate(subject.facts.tasks):
        place = subject.place(("tasks", position, "by"))
        for found in find_deadlines(task.by or ""):
            if own and found.deadline.last_day < own:
                yield _before(write_deadline(found.deadline), own, place)
            elif ends and found.deadline.last_day > ends:
                yield _after(write_deadline(found.deadline), ends, place)


def _of_text(subject: Subject) -> Iterator[Finding]:
    told: set[str] = set()
    by_tasks = {task.by for task in subject.facts.tasks}
    for passage in subject.passages:
        text = passage.untitled
        for found in find_deadlines(text):
            words = text[found.start : found.end]
            quote = passage.quote(found.start, found.end)
            if words in by_tasks or quote in told:
                continue
            told.add(quote)
            yield from _in_text(subject, passage, found, quote)


def _in_text(
    subject: Subject, passage: Passage, found: FoundDeadline, quote: str
) -> Iterator[Finding]:
    own, ends = subject.date, subject.facts.ends
    day, place = found.deadline.last_day, subject.placed(passage)
    sets = found.deadline.after.endswith("前") and not _TOLD.search(_sentence(passage, found))
    if own and day < own and sets:
        yield _before(quote, own, place, Severity.INFO)
    elif ends and day > ends and found.deadline.before != "截至":
        yield _after(quote, ends, place, Severity.INFO)


def _sentence(passage: Passage, found: FoundDeadline) -> str:
    before = passage.text[max(0, found.start - NEAR) : found.start]
    after = passage.text[found.end : found.end + NEAR]
    return before.rpartition("。")[2] + after.partition("。")[0]


def _before(words: str, own: date, place: Place, severity: Severity | None = None) -> Finding:
    message = Message("期限“{by}”早于成文日期（{own}）", by=words, own=own)
    return CHECK.finding(message, place, severity)


def _after(words: str, ends: date, place: Place, severity: Severity | None = None) -> Finding:
    message = Message("期限“{by}”晚于实施期的结束（{ends}）", by=words, ends=ends)
    return CHECK.finding(message, place, severity)


CHECK = Check(
    code="X-DAT-03",
    severity=Severity.WARN,
    title=Message("期限超出文件的时间"),
    clause="SE-10",
    manual=Message(
        "期限不在文件的时间范围里：早于成文日期，或晚于实施期的结束。\n\n"
        "目标、任务和正文里的期限都查。目标的期限早于成文日期的，由 `plangen check` 指出。"
        "正文里过去的日期多是说已经完成的事（截至2019年底），"
        "所以只查规定期限的说法（2019年底前）；结束以后的日期可能是远景：这两种只作提示。"
    ),
    run=check,
    passes=Example(
        data="""
issued: 2020-09-06
ends: 2021-12-31
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31}
tasks:
- {id: funding, title: 落实经费保障, by: 2020年9月底前}
""",
        text="""
<document>
  <title>试点实施方案</title>
  <p>截至2019年底，我街道已建成3个站点。2021年底前全部建成。</p>
</document>
""",
    ),
    fails=(
        Example(
            data="""
issued: 2020-09-06
ends: 2021-12-31
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2022-06-30}
tasks:
- {id: funding, title: 落实经费保障, by: 2020年6月底前}
- {id: publicity, title: 加大宣传力度, by: 2022年底前}
""",
            text="""
<document>
  <title>试点实施方案</title>
  <p>2019年底前完成摸底。到2025年，服务体系更加健全。</p>
</document>
""",
            says=(
                "期限“2022年6月底前”晚于实施期的结束（2021年12月31日）",
                "期限“2020年6月底前”早于成文日期（2020年9月6日）",
                "期限“2022年底前”晚于实施期的结束（2021年12月31日）",
                "期限“2019年底前完成摸底”早于成文日期（2020年9月6日）",
                "期限“到2025年”晚于实施期的结束（2021年12月31日）",
            ),
        ),
    ),
)
