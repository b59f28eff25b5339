"""The leading group lacks a function that a document above wants in it."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import leading_group
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.groups import Group
from plangen.model.organs import Organ


def absent(subject: Subject) -> Iterator[tuple[str, tuple[Organ, ...], str]]:
    """Functions that are wanted and have no member: who performs them, and who wants them."""
    leading = leading_group(subject.facts)
    if leading is None or not subject.dictionary.organs:
        return
    present = _functions(subject, leading[1])
    told: set[str] = set()
    for _, facts in subject.above():
        for function in facts.group_functions:
            if function not in present and function not in told:
                told.add(function)
                yield function, subject.dictionary.performing(function), facts.title


def _functions(subject: Subject, group: Group) -> set[str]:
    names = {name for member in group.members for name in subject.who.organs(member)}
    organs = map(subject.who.known, names)
    return {function for organ in organs if organ for function in organ.functions}


def check(subject: Subject) -> Iterator[Finding]:
    """Functions that the leading group lacks."""
    leading = leading_group(subject.facts)
    for function, organs, title in absent(subject):
        place = subject.place(("groups", leading[0] if leading else 0, "members"))
        clause = f"《{title}》"
        names = tuple(organ.name for organ in organs)
        if not organs:
            message = Message(
                "《{title}》要求领导小组有“{function}”，"
                "organs.yaml 里没有部门承担这项职能，无法核对",
                title=title,
                function=function,
            )
            yield CHECK.finding(message, place, Severity.INFO, clause)
        elif any(organ.name in subject.who.duties for organ in organs):
            message = Message(
                "《{title}》要求领导小组有“{function}”；{organs}承担这项职能，也有职责，"
                "领导小组里却没有它的成员",
                title=title,
                function=function,
                organs=names,
            )
            yield CHECK.finding(message, place, clause=clause)
        else:
            message = Message(
                "《{title}》要求领导小组有“{function}”；{organs}承担这项职能，"
                "领导小组里却没有它的成员",
                title=title,
                function=function,
                organs=names,
            )
            yield CHECK.finding(message, place, clause=clause)


_OTHERS = """
national/scheme:
  title: 全国试点工作方案
  level: national
  group_functions: [卫生健康, 教育, 公安, 信访]
"""
_ORGANS = """
organs:
- name: 卫计岗
  functions: [卫生健康]
- name: 学区
  functions: [教育]
- name: 派出所
  functions: [公安]
"""

CHECK = Check(
    code="X-ORG-03",
    severity=Severity.WARN,
    title=Message("领导小组缺少要求的职能"),
    clause="",
    manual=Message(
        "上级文件要求参加领导小组的职能，本级领导小组里没有。\n\n"
        "上级文件可以列出参加领导小组的职能（`group_functions`）。"
        "每项职能都应有承担它的部门派员参加，由哪个部门承担，以本地的 organs.yaml 为准。"
        "本地没有部门登记承担某项职能的，无从判断，只作提示。"
    ),
    run=check,
    passes=Example(
        others="""
national/scheme:
  title: 全国试点工作方案
  level: national
  group_functions: [卫生健康, 教育]
""",
        organs=_ORGANS,
        data="""
implements: [national/scheme]
groups:
- id: leading
  name: 试点工作领导小组
  members:
  - {role: 组长, name: 郭振华}
  - {role: 成员, name: 王祥伟, organ: 卫计岗}
  - {role: 成员, name: 贺子墨, offices: [学区主任]}
""",
    ),
    fails=(
        Example(
            others=_OTHERS,
            organs=_ORGANS,
            data="""
implements: [national/scheme]
groups:
- id: leading
  name: 试点工作领导小组
  members:
  - {role: 组长, name: 郭振华}
  - {role: 成员, name: 王祥伟, organ: 卫计岗}
duties:
- organs: [卫计岗, 学区]
  text: 负责健全面向学生的心理健康服务体系。
""",
            says=(
                "《全国试点工作方案》要求领导小组有“教育”；学区承担这项职能，也有职责，"
                "领导小组里却没有它的成员",
                "《全国试点工作方案》要求领导小组有“公安”；派出所承担这项职能，"
                "领导小组里却没有它的成员",
                "《全国试点工作方案》要求领导小组有“信访”，organs.yaml 里没有部门承担这项职能，"
                "无法核对",
            ),
        ),
    ),
)
