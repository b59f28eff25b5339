"""One organ is called by two names in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.subject import Subject
from plangen.audit.checks.task_organs import named
from plangen.audit.checks.who import bare, names_of
from plangen.errors import Message, Place
from plangen.findings import Finding, Severity
from plangen.model.disagreement import KeyPath
from plangen.model.organs import Organ

SHORTEST_ALIAS = 3  # characters; shorter ones are words of their own (卫计, 工会)
# What stands in brackets explains the name before; 省平安办 is an organ of another place.
_NOT_ALONE = tuple("（(〔<〈国省市州盟区县旗镇乡")
_INTRODUCED = re.compile("以下(?:统)?简?称(?:为)?[“\"'‘]?([^”\"'’）)，。；]{2,20})")


def check(subject: Subject) -> Iterator[Finding]:
    """Organs with more than one name."""
    introduced = _introduced(subject)
    uses: dict[str, dict[str, Place]] = {}
    for name, place in _uses(subject):
        organ = subject.who.known(name)
        if organ and bare(name) != organ.full_name and bare(name) not in introduced:
            uses.setdefault(organ.name, {}).setdefault(bare(name), place)
    for names in uses.values():
        first, *others = names
        for other in others:
            if other not in first and first not in other:
                message = Message(
                    "“{other}”和“{first}”是同一个部门，全文应当用同一个称呼",
                    other=other,
                    first=first,
                )
                yield CHECK.finding(message, names[other])
                break


def _uses(subject: Subject) -> Iterator[tuple[str, Place]]:
    for path, name in _keyed(subject):
        yield name, subject.place(path)
    aliases = _aliases(subject.dictionary.organs)
    if not aliases:
        return
    for passage in subject.passages:
        text = passage.untitled
        for match in aliases.finditer(text):
            if text[max(0, match.start() - 1) : match.start()] not in _NOT_ALONE:
                yield match[0], subject.placed(passage)


def _aliases(organs: tuple[Organ, ...]) -> re.Pattern[str] | None:
    """Every name of every organ, the longest first, so that no name is found inside another."""
    names = {name for organ in organs for name in names_of(organ) if len(name) >= SHORTEST_ALIAS}
    ordered = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile("|".join(ordered)) if ordered else None


def _keyed(subject: Subject) -> Iterator[tuple[KeyPath, str]]:
    for path, _, member in subject.who.members:
        if member.organ:
            yield (*path, "organ"), member.organ
    for position, group in enumerate(subject.facts.groups):
        if group.office:
            yield ("groups", position, "office", "seat"), group.office.seat
    for position, duty in enumerate(subject.facts.duties):
        for number, name in enumerate(duty.organs):
            yield ("duties", position, "organs", number), name
    yield from named(subject.facts)


def _introduced(subject: Subject) -> set[str]:
    texts = (passage.text for passage in subject.passages)
    return {match[1].strip() for text in texts for match in _INTRODUCED.finditer(text)}


_ORGANS = """
organs:
- name: 市人力资源社会保障局
  aliases: [市人社局]
- name: 市委党校
  aliases: [市委党校〔武汉行政学院〕]
"""

CHECK = Check(
    code="X-ORG-05",
    severity=Severity.WARN,
    title=Message("同一部门两个名称"),
    clause="SE-09",
    manual=Message(
        "同一份文件里，同一个部门用了两个名称。\n\n"
        "部门的称呼应当前后一致，不能让读者去猜两个名称是不是一回事。名单、职责、"
        "任务里的名称都查，正文只查三个字以上的别名。下列情形不算：名称后面括号里的说明，"
        "一个名称包含另一个（街道党工委和党工委），全称，以及文中交代过的简称（以下简称……）。"
    ),
    run=check,
    passes=Example(
        organs=_ORGANS,
        data="""
tasks:
- id: talent
  title: 广泛引进人才
  lead: [市委党校〔武汉行政学院〕]
  support: [市人社局]
- id: training
  title: 提升基层服务人员能力
  lead: [市委党校]
  support: [市人社局]
""",
    ),
    fails=(
        Example(
            organs=_ORGANS,
            data="""
tasks:
- id: talent
  title: 广泛引进人才
  lead: [市人力资源社会保障局]
- id: training
  title: 提升基层服务人员能力
  lead: [市人社局]
""",
            says=("“市人社局”和“市人力资源社会保障局”是同一个部门，全文应当用同一个称呼",),
        ),
    ),
)
