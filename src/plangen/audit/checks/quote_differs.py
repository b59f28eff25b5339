"""The quote of a target says another value than the target."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.steps import same_value, steps
from plangen.audit.checks.subject import Subject
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.quantity.grammar import find_bounds, write_quantity


def check(subject: Subject) -> Iterator[Finding]:
    """Quotes that say something else."""
    for step in steps(subject.facts):
        quote = step.target.quote
        if not quote or step.target.points:
            continue
        found = [item.bound.quantity for item in find_bounds(quote)]
        alike = [quantity for quantity in found if quantity.unit is step.quantity.unit]
        if alike and all(same_value(quantity, step.quantity) is False for quantity in alike):
            message = Message(
                "目标是{value}，所引原文说的是{found}（“{quote}”）",
                value=write_quantity(step.quantity),
                found=tuple(map(write_quantity, alike)),
                quote=quote,
            )
            yield CHECK.finding(message, subject.place((*step.path, "quote")))


CHECK = Check(
    code="X-FIG-05",
    severity=Severity.WARN,
    title=Message("引文与目标不符"),
    clause="",
    manual=Message(
        "目标所引的原文，写的是另一个数值。\n\n"
        "目标可以附上所依据的原句（`quote`）。原句里有同一单位的数值，"
        "却没有一个与目标相同的，其中必有一处笔误。原句没有写数值的（全部、所有）不查。"
    ),
    run=check,
    passes=Example(
        data="""
targets:
- indicator: village_counseling_room_coverage
  at_least: 80%
  quote: 2021年底前，以村（社区）为单位，建成率达80%以上
- indicator: family_school_coverage
  at_least: 100%
  quote: 辖区所有精神卫生医疗机构建立家属学校
""",
    ),
    fails=(
        Example(
            data="""
targets:
- indicator: village_counseling_room_coverage
  at_least: 80%
  quote: 2020年底前，以村（社区）为单位，建成率达50%以上
""",
            says=(
                "目标是80%，所引原文说的是50%（“2020年底前，以村（社区）为单位，建成率达50%以上”）",
            ),
        ),
    ),
)
