"""An organ has members in a group and no duties."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.who import (
    is_chief,
    is_deputy,
    is_several,
)
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.disagreement import KeyPath
from plangen.model.groups import GroupMember


def idle(subject: Subject) -> dict[str, list[tuple[KeyPath, GroupMember]]]:
    """The organs that have members and no duties, with these members."""
    who, issue = subject.who, subject.facts.issue
    if not who.duties or any(map(is_several, who.duties)):
        return {}
    issuing = {who.canonical(name) for name in (issue.issuers + issue.mark.organs if issue else ())}
    found: dict[str, list[tuple[KeyPath, GroupMember]]] = {}
    for path, _, member in who.members:
        organ = who.organ(member)
        if organ and organ not in who.duties and organ not in issuing:
            found.setdefault(organ, []).append((path, member))
    return {
        organ: sent
        for organ, sent in found.items()
        if not all(_leads(subject, organ, member) for _, member in sent)
    }


def _leads(subject: Subject, organ: str, member: GroupMember) -> bool:
    if is_chief(member.role):
        return True
    registered = subject.who.known(organ)
    return is_deputy(member.role) and not (registered and registered.functions)


def namesakes(subject: Subject) -> dict[str, tuple[str, ...]]:
    """Organs without duties → organs with duties and no member that perform the same function."""
    absent = [organ for organ in subject.who.duties if organ not in subject.who.present]
    return {
        organ: tuple(other for other in absent if shared_functions(subject, organ, other))
        for organ in idle(subject)
    }


def shared_functions(subject: Subject, organ: str, other: str) -> tuple[str, ...]:
    """The functions that two organs both perform."""
    first, second = subject.who.known(organ), subject.who.known(other)
    if first is None or second is None:
        return ()
    return tuple(function for function in first.functions if function in second.functions)


def check(subject: Subject) -> Iterator[Finding]:
    """Organs with members that have no duties."""
    others = namesakes(subject)
    for organ, sent in idle(subject).items():
        path, first = sent[0]
        people = _people(len({member.name for _, member in sent}), first.name)
        place = subject.place((*path, "organ") if first.organ else path)
        for other in others[organ][:1]:
            functions = tuple(shared_functions(subject, organ, other))
            message = Message(
                "“{organ}”有成员（{people}），没有职责；"
                "“{other}”有职责，没有成员，两者都承担{functions}，可能是同一个部门的两种称呼",
                organ=organ,
                people=people,
                other=other,
                functions=functions,
            )
            yield CHECK.finding(message, place, Severity.INFO)
        if not others[organ]:
            message = Message("“{organ}”有成员（{people}），没有职责", organ=organ, people=people)
            yield CHECK.finding(message, place)


def _people(count: int, first: str) -> Message:
    if count == 1:
        return Message("{name}", name=first)
    return Message("{name}等{count}人", name=first, count=count)


CHECK = Check(
    code="X-ORG-02",
    severity=Severity.WARN,
    title=Message("有成员而没有职责"),
    clause="",
    manual=Message(
        "部门在小组里有成员，却没有写它的职责。\n\n"
        "文件逐一列出各部门职责时，派了成员而没有列入的部门无事可做。下列情形不算：发文机关；"
        "小组负责人所在的部门；副职来自没有登记职能的部门的，他们分管工作，不另列职责。"
        "职责写给全体成员（各成员单位）的，也不提出。\n\n"
        "另有部门承担同样的职能、有职责而没有成员的，可能就是同一个部门用了两个名称："
        "这时写明另一个名称，只作提示。"
    ),
    run=check,
    passes=Example(
        organs="""
organs:
- name: 办事处
- name: 卫计岗
  functions: [卫生健康]
""",
        data="""
groups:
- id: leading
  name: 试点工作领导小组
  members:
  - {role: 组长, name: 郭振华, organ: 办事处}
  - {role: 副组长, name: 王瑞, organ: 办事处}
  - {role: 成员, name: 王祥伟, organ: 卫计岗}
duties:
- organs: [卫计岗]
  text: 牵头做好心理健康服务工作。
""",
    ),
    fails=(
        Example(
            organs="""
organs:
- name: 卫计岗
  functions: [卫生健康]
- name: 科协
  functions: [科协]
- name: 文旅岗
  functions: [文化旅游]
- name: 文化站
  functions: [文化旅游]
""",
            data="""
groups:
- id: leading
  name: 试点工作领导小组
  members:
  - {role: 组长, name: 郭振华}
  - {role: 成员, name: 王祥伟, organ: 卫计岗}
  - {role: 成员, name: 徐春晖, organ: 科协}
  - {role: 成员, name: 李春, organ: 科协}
  - {role: 成员, name: 张明元, organ: 文旅岗}
duties:
- organs: [卫计岗]
  text: 牵头做好心理健康服务工作。
- organs: [文化站]
  text: 组织心理健康主题的群众文化活动。
""",
            says=(
                "“科协”有成员（徐春晖等2人），没有职责",
                "“文旅岗”有成员（张明元），没有职责；“文化站”有职责，没有成员，"
                "两者都承担文化旅游，可能是同一个部门的两种称呼",
            ),
        ),
    ),
)
