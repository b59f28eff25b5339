"""A task names an organ that the place does not have."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import bare, is_several, names_of
from plangen.errors import Message, wording
from plangen.findings import Finding, Severity
from plangen.model.disagreement import KeyPath, unknown
from plangen.model.plans import DocumentFacts


def named(facts: DocumentFacts) -> Iterator[tuple[KeyPath, str]]:
    """The organs of all tasks with their keys."""
    for position, task in enumerate(facts.tasks):
        for field, names in (("lead", task.lead), ("support", task.support)):
            for number, name in enumerate(names):
                yield ("tasks", position, field, number), name


def check(subject: Subject) -> Iterator[Finding]:
    """Organs of tasks that nobody knows."""
    dictionary = subject.dictionary
    if not dictionary.organs:
        return
    names = [name for organ in dictionary.organs for name in names_of(organ)]
    told: set[str] = set()
    for path, name in named(subject.facts):
        if subject.who.known(name) or is_several(name) or bare(name) in dictionary.functions:
            continue
        if name not in told:
            told.add(name)
            message = unknown(wording("机关或部门"), name, names)
            yield CHECK.finding(message, subject.place(path))


_ORGANS = """
organs:
- name: 市教育局
- name: 市卫生健康委
"""

CHECK = Check(
    code="X-ORG-04",
    severity=Severity.WARN,
    title=Message("任务的单位不在 organs.yaml 里"),
    clause="",
    manual=Message(
        "任务写到的单位，本地没有。\n\n"
        "任务的牵头单位和责任单位，应当是本地 organs.yaml 里的名称或别名，"
        "或各级通用的职能名称。泛指多个单位的（各区、有关部门）不查；"
        "本地没有单位名册的文件也不查。"
    ),
    run=check,
    passes=Example(
        organs=_ORGANS,
        data="""
tasks:
- id: students
  title: 完善学生心理健康服务网络
  lead: [市教育局]
  support: [市卫生健康委, 各区人民政府]
""",
    ),
    fails=(
        Example(
            organs=_ORGANS,
            data="""
tasks:
- id: students
  title: 完善学生心理健康服务网络
  lead: [市教育委]
  support: [农业农村局]
""",
            says=(
                "没有名为“市教育委”的机关或部门，是不是“市教育局”？",
                "没有名为“农业农村局”的机关或部门",
            ),
        ),
    ),
)
