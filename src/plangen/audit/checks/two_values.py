"""One indicator is stated twice with two values for the same date."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.steps import same_value, stated_twice
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.quantity.grammar import write_bound


def check(subject: Subject) -> Iterator[Finding]:
    """Indicators with two values."""
    for first, second in stated_twice(subject.facts):
        if first.by != second.by or same_value(first.quantity, second.quantity) is not False:
            continue
        indicator = subject.dictionary.indicators.get(first.target.indicator)
        message = Message(
            "“{name}”在{first}是{before}，在{second}是{after}，两处不一致",
            name=indicator.name if indicator else first.target.indicator,
            first=first.where,
            before=write_bound(first.step.bound),
            second=second.where,
            after=write_bound(second.step.bound),
        )
        yield CHECK.finding(message, subject.place(second.path))


CHECK = Check(
    code="X-FIG-02",
    severity=Severity.WARN,
    title=Message("同一指标两个数值"),
    clause="",
    manual=Message(
        "同一指标在同一期限写了两个数值。\n\n"
        "比较的是同一份文件里指标相同、对象（`scope`）相同、措辞力度相同的目标。"
        "无法比较的数值不查。"
    ),
    run=check,
    passes=Example(
        data="""
ends: 2021-12-31
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31, clause: 二}
- {indicator: village_counseling_room_coverage, at_least: 80%, clause: 附件3}
""",
    ),
    fails=(
        Example(
            data="""
ends: 2021-12-31
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31, clause: 二}
- {indicator: village_counseling_room_coverage, at_least: 85%, clause: 附件3}
""",
            says=(
                "“村（社区）心理咨询室或社会工作室建成率”在二是80%以上，在附件3是85%以上，"
                "两处不一致",
            ),
        ),
        Example(
            data="""
targets:
- {indicator: crisis_team_training_frequency, at_least: 每年2次, clause: 二（六）}
- {indicator: crisis_team_training_frequency, at_least: 每季度1次}
""",
            says=(
                "“心理危机干预队伍系统培训和演练次数”在二（六）是每年至少2次，"
                "在targets[2]是每季度至少1次，两处不一致",
            ),
        ),
    ),
)
