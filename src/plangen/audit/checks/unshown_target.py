"""A target of the data that the text never shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.targets import Target
from plangen.quantity.grammar import write_bound, write_quantity
from plangen.quantity.undecided import UNDECIDED, shown


def check(subject: Subject) -> Iterator[Finding]:
    """Targets whose value stands nowhere."""
    if not subject.passages or not subject.composed:
        return
    figures = _figures(subject)
    counts = Counter(target.indicator for target in subject.facts.targets)
    for position, target in enumerate(subject.facts.targets):
        texts = figures.get(target.indicator, set())
        alone = texts and counts[target.indicator] == 1
        if texts & _written(target) or alone or _is_quoted(target, subject):
            continue
        indicator = subject.dictionary.indicators.get(target.indicator)
        name = indicator.name if indicator else target.indicator
        message = Message("数据里有目标“{name}”，正文却没有写", name=name)
        if target.scope:
            message = Message(
                "数据里有目标“{name}”（{scope}），正文却没有写", name=name, scope=target.scope
            )
        yield CHECK.finding(message, subject.place(("targets", position)))


def _figures(subject: Subject) -> dict[str, set[str]]:
    """What the figures of each indicator say."""
    found: dict[str, set[str]] = {}
    for passage in subject.passages:
        for figure in passage.figures:
            for name in figure.target.split() if figure.part != "by" else ():
                found.setdefault(name, set()).add(figure.text)
    return found


def _is_quoted(target: Target, subject: Subject) -> bool:
    """Whether the words that a target was read from stand in the text as they were."""
    quote = target.quote or ""
    return bool(quote) and any(quote in passage.text for passage in subject.passages)


def _written(target: Target) -> set[str]:
    """The ways in which a figure may show a target."""
    decided = [step.bound for step in target.steps if not step.undecided]
    bounds = {write_bound(bound) for bound in decided}
    return bounds | {write_quantity(bound.quantity) for bound in decided} | {shown(UNDECIDED)}


_TARGETS = """
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31}
- {indicator: mental_health_knowledge_awareness, at_least: 50%}
"""

CHECK = Check(
    code="X-FIG-03",
    severity=Severity.WARN,
    title=Message("目标没有写进正文"),
    clause="",
    manual=Message(
        "数据里的目标，正文没有写。\n\n"
        "核对时它算作已经提出，读文件的人却看不到。一个指标有几个目标的，"
        "每个目标都应当以自己的数值写出。正文由数据生成的才查。"
    ),
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
            says=("数据里有目标“普通人群心理健康核心知识知晓率”，正文却没有写",),
        ),
        Example(
            data="""
targets:
- {indicator: school_counseling_room_coverage, at_least: 100%, scope: 中学}
- {indicator: school_counseling_room_coverage, at_least: 80%, scope: 小学}
""",
            text="""
<document>
  <title>试点实施方案</title>
  <p>小学建成率达到<figure target="school_counseling_room_coverage">80%以上</figure>。</p>
</document>
""",
            says=("数据里有目标“建立心理辅导室的中小学校比例”（中学），正文却没有写",),
        ),
    ),
)
