"""A figure of the text that says something else than the target it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.passages import Passage
from plangen.audit.checks.steps import Step, same_value, steps
from plangen.audit.checks.subject import Subject
from plangen.document.inline import Figure
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_bound, parse_deadline, write_bound, write_deadline


def check(subject: Subject) -> Iterator[Finding]:
    """Figures that differ from the data."""
    held: dict[str, list[Step]] = {target.indicator: [] for target in subject.facts.targets}
    for step in steps(subject.facts):
        held[step.target.indicator].append(step)
    for figure, passage in _figures(subject).items():
        for name in figure.target.split():
            if "/" in name:  # a count of the data, not a target
                continue
            known = name in held
            message = _difference(subject, figure, held[name]) if known else _unknown(figure, name)
            if message:
                yield CHECK.finding(message, subject.placed(passage))


def _figures(subject: Subject) -> dict[Figure, Passage]:
    """Every figure with the paragraph that shows it first."""
    found: dict[Figure, Passage] = {}
    for passage in subject.passages:
        for figure in passage.figures:
            found.setdefault(figure, passage)
    return found


def _unknown(figure: Figure, name: str) -> Message:
    return Message(
        "文中的“{value}”出自指标 {name}，数据里没有这个目标", value=figure.text, name=name
    )


def _difference(subject: Subject, figure: Figure, held: list[Step]) -> Message | None:
    try:
        written = [_written(step, figure) for step in held if not _agrees(step, figure)]
    except QuantityError:  # 【待定】, or words that are no value
        return None
    if not held or len(written) < len(held):
        return None
    name = held[0].target.indicator
    indicator = subject.dictionary.indicators.get(name)
    return Message(
        "文中“{name}”写的是“{value}”，数据里是{held}",
        name=indicator.name if indicator else name,
        value=figure.text,
        held=tuple(dict.fromkeys(written)),
    )


def _agrees(step: Step, figure: Figure) -> bool:
    if figure.part == "by":
        return not step.stated or parse_deadline(figure.text).last_day == step.by
    bound = parse_bound(figure.text, step.quantity.unit)
    same = same_value(bound.quantity, step.quantity)
    if figure.part == "value":
        return same is not False
    return same is not False and bound.comparator is step.step.bound.comparator


def _written(step: Step, figure: Figure) -> str:
    if figure.part == "by" and step.step.deadline:
        return write_deadline(step.step.deadline)
    return write_bound(step.step.bound)


_TARGETS = """
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31}
"""

CHECK = Check(
    code="X-FIG-04",
    severity=Severity.ERROR,
    title=Message("数值与目标不符"),
    clause="",
    manual=Message(
        "正文里的数值，与它所引用的目标不一致。\n\n"
        "由数据生成的正文不会与数据不符；存成 XML 后改动过的，或数据后来改了的，就可能不符。"
        "引用了数据里没有的目标，也在此提出。"
    ),
    run=check,
    passes=Example(
        data=_TARGETS,
        text="""
<document>
  <title>试点实施方案</title>
  <p><figure target="village_counseling_room_coverage" part="by">2021年底前</figure>建成率达到
    <figure target="village_counseling_room_coverage">80%以上</figure>。</p>
</document>
""",
    ),
    fails=(
        Example(
            data=_TARGETS,
            text="""
<document>
  <title>试点实施方案</title>
  <p><figure target="village_counseling_room_coverage" part="by">2022年底前</figure>建成率达到
    <figure target="village_counseling_room_coverage">60%以上</figure>，知晓率达到
    <figure target="mental_health_knowledge_awareness">50%以上</figure>。</p>
</document>
""",
            says=(
                "文中“村（社区）心理咨询室或社会工作室建成率”写的是“2022年底前”，数据里是2021年底前",
                "文中“村（社区）心理咨询室或社会工作室建成率”写的是“60%以上”，数据里是80%以上",
                "文中的“50%以上”出自指标 mental_health_knowledge_awareness，数据里没有这个目标",
            ),
        ),
    ),
)
