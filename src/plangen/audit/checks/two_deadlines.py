"""One indicator is stated twice with one value and two deadlines, or with less for later."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.steps import Step, same_value, stated_twice
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.quantity.bounds import Comparator
from plangen.quantity.comparison import compare
from plangen.quantity.grammar import write_bound

_DOWNWARD = (Comparator.AT_MOST, Comparator.LESS_THAN)


def check(subject: Subject) -> Iterator[Finding]:
    """Indicators with two deadlines that no milestone explains."""
    for first, second in stated_twice(subject.facts):
        if not (first.stated and second.stated) or first.by == second.by:
            continue
        same = same_value(first.quantity, second.quantity)
        if same is None or not (same or _less_for_later(first, second)):
            continue
        indicator = subject.dictionary.indicators.get(first.target.indicator)
        message = Message(
            "“{name}”在{first}是{by}{value}，在{second}是{other_by}{other_value}，期限不一致",
            name=indicator.name if indicator else first.target.indicator,
            first=first.where,
            by=_day(first),
            value=write_bound(first.step.bound),
            second=second.where,
            other_by=_day(second),
            other_value=write_bound(second.step.bound),
        )
        yield CHECK.finding(message, subject.place((*second.path, "by")))


def _less_for_later(first: Step, second: Step) -> bool:
    if first.by is None or second.by is None:
        return False
    sooner, later = (first, second) if first.by < second.by else (second, first)
    order = compare(later.quantity, sooner.quantity)
    return order > 0 if later.step.bound.comparator in _DOWNWARD else order < 0


def _day(step: Step) -> Message:
    day = step.by
    if day is None:
        return Message("")
    return Message("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


CHECK = Check(
    code="X-DAT-04",
    severity=Severity.WARN,
    title=Message("同一指标两个期限"),
    clause="",
    manual=Message(
        "同一指标、同一数值写了两个期限，或较晚的期限数值反而较低。\n\n"
        "比较的是同一份文件里指标相同、对象（`scope`）相同、措辞力度相同、各写有日期的目标。"
        "期限较晚而数值较高的是分阶段目标，不算问题，可以用 `points` 写在同一个目标里。"
    ),
    run=check,
    passes=Example(
        data="""
targets:
- {indicator: general_hospital_clinic_rate, at_least: 20%, by: 2020-12-31, clause: 二（八）}
- {indicator: general_hospital_clinic_rate, at_least: 40%, by: 2021-12-31, clause: 二（九）}
""",
    ),
    fails=(
        Example(
            data="""
targets:
- {indicator: general_hospital_clinic_rate, at_least: 40%, by: 2021-12-31, clause: 二（八）}
- {indicator: general_hospital_clinic_rate, at_least: 40%, by: 2022-06-30, clause: 附件2}
""",
            says=(
                "“二级以上综合医院开设精神（心理）门诊比例”在二（八）是2021年12月31日40%以上，"
                "在附件2是2022年6月30日40%以上，期限不一致",
            ),
        ),
    ),
)
