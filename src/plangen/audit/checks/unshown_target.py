"""A target of the data that the text never shows.

Nobody who reads the document learns of it, although an audit counts it as promised. The check is
made where the text was composed from the data.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Targets whose value stands nowhere."""
    if subject.document is None or not subject.composed:
        return
    shown = {
        name
        for passage in subject.passages()
        for figure in passage.figures
        if figure.part != "by"
        for name in figure.target.split()
    }
    told: set[str] = set()
    for position, target in enumerate(subject.facts.targets):
        if target.indicator in shown or target.indicator in told:
            continue
        told.add(target.indicator)
        indicator = subject.dictionary.indicators.get(target.indicator)
        message = Message(
            "数据里有目标“{name}”，正文却没有写",
            name=indicator.name if indicator else target.indicator,
        )
        yield CHECK.finding(message, subject.place(("targets", position)))


_TARGETS = """
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31}
- {indicator: mental_health_knowledge_awareness, at_least: 50%}
"""

CHECK = Check(
    code="X-FIG-03",
    severity=Severity.WARN,
    title="A target that the text never shows",
    clause="",
    manual=__doc__ or "",
    run=check,
    passes=Example(
        data=_TARGETS,
        text="""
<document>
  <title>试点实施方案</title>
  <p>建成率达到<figure target="village_counseling_room_coverage">80%以上</figure>，知晓率达到
    <figure target="mental_health_knowledge_awareness">50%以上</figure>。</p>
</document>
""",
    ),
    fails=(
        Example(
            data=_TARGETS,
            text="""
<document>
  <title>试点实施方案</title>
  <p>建成率达到<figure target="village_counseling_room_coverage">80%以上</figure>。</p>
</document>
""",
            says=("数据里有目标“城市、农村普通人群心理健康核心知识知晓率”，正文却没有写",),
        ),
    ),
)
