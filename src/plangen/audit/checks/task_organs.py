"""A task names an organ that the place does not have.

The leading and supporting organs of a task should stand in the place's organs.yaml, by their name
or an alias, or be a function that all levels know. Names that stand for several organs (各区,
有关部门) are left alone, and so is a document whose place has no list of organs.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import bare, is_several, names_of
from plangen.errors import wording
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
    title="A task's organ that is not in organs.yaml",
    clause="",
    manual=__doc__ or "",
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
