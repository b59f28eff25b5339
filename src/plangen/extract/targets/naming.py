"""What a figure is said of: the name as written, before the value or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plangen.extract.targets.changes import without_change
from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.figures import OF_WHOLE
from plangen.extract.targets.governing import Due
from plangen.extract.targets.words import (
    BUILD,
    BUILD_TAIL,
    BUILT,
    DONE,
    HEADS,
    LEAD_HEAD,
    LINK_TAIL,
    LOCAL,
)
from plangen.quantity.patterns import EACH, IN_ONE
from plangen.quantity.values import Unit

LONGEST_NAME = 48  # characters

_SHARES = (Unit.PERCENT, Unit.PERMILLE)
_COUNTS = (Unit.COUNT, Unit.MEASURE)
_VERBS_HEAD = re.compile(rf"(?:的|{BUILD}|进行|次|一次)++")
_PERIOD = re.compile(f"{EACH}|{IN_ONE}")
_COMPARING_TAIL = re.compile("(?:至少|最少|不少于|不得少于|不低于|至多|不超过|应|要)++\\Z")
_ADDED = re.compile("(?:新增|增加|增设|新建|建成|累计建成|完成)\\Z")  # 充电端口新增1200个
_A_DAY = re.compile(
    "(?:不低于|不少于|不高于|不超过|超过|达到|达|为|控制在)每(?:日|天|月|年|小时)\\Z"
)  # 每日200吨
_FOR = re.compile("^(?:对|为|向|面向|由|从|针对|支持|督促|推动|组织|确保|有)")
_LAST_BUILD = re.compile(rf".*(?:{BUILD})(?=[^{{}}])")
_UNIT_OF = re.compile("以([^，。；]{2,20})为单位")
_ACCORDING = re.compile(".*按照(?=.)")
_PER = re.compile("每(?:[百千万0-9]|个|村|人|户|班|校|家|名)")
_NO_NAME = re.compile(rf"(?:{LOCAL.pattern}|对|为|有|每年有?|支持|督促|以|按)*")
_NOT_NAME = re.compile("^(?:以上|以下|以内|之内|左右|上下|之间|等|的比例|的标准|的要求)")


@dataclass(frozen=True, slots=True)
class Around:
    """A figure with its clause: what stands before it and after it, up to other figures."""

    figure: Figure
    last: Figure  # the last value of a list of values; else the figure itself
    text: str  # the sentence
    start: int  # of the text before, in the sentence
    end: int  # of the text after
    dues: Sequence[Due] = ()

    @property
    def before(self) -> str:
        """The clause before the figure."""
        return self.text[self.start : self.figure.start]

    @property
    def after(self) -> str:
        """The clause behind the figure."""
        return self.text[self.last.end : self.end]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name with its place in the sentence, and the population it speaks of."""

    name: str
    start: int
    end: int
    scope: str = ""
    value_first: bool = False


def naming(around: Around) -> Naming | None:
    """The name of a figure from its own clause; None where the clause has none."""
    figure = around.figure
    if figure.form in (Form.WHOLE, Form.ZERO):
        return Naming(figure.name, figure.start, figure.end, figure.whose)
    if figure.unit in (Unit.FREQUENCY, Unit.HOURS):
        return _of_frequency(around)
    if figure.unit in _COUNTS:
        return _of_count(around)
    return _of_share(around)


def _of_share(around: Around) -> Naming | None:
    name = _before(around)
    first = _after(around)
    bare = _NO_NAME.fullmatch(name.name) if name else None
    whose = around.after.startswith("的") and name and not HEADS.search(name.name)
    if first and (name is None or bare or whose):
        population = _population(first.name)
        return Naming(first.name, first.start, first.end, population, value_first=True)
    return name


def _of_count(around: Around) -> Naming | None:
    before = around.before
    first = _after(around)
    lead = LEAD_HEAD.match(before)
    rest = before[lead.end() :] if lead else before
    listed = before.endswith(("、", "和", "及", "与"))
    built = BUILD_TAIL.search(before) or BUILT.search(
        around.text, around.figure.start, around.figure.at
    )  # 每个街道至少配备3辆收运车
    if first and (listed or built or not rest or _FOR.fullmatch(rest)):
        subject = _before(around)
        scope = BUILD_TAIL.sub("", subject.name) if subject and not listed else ""
        return Naming(first.name, first.start, first.end, scope, value_first=True)
    name = _before(around, cut_build=True)
    if name is None:
        return Naming(first.name, first.start, first.end, value_first=True) if first else None
    bare = _ADDED.sub("", name.name)
    return replace(name, name=bare) if len(bare) > 1 else name


def _of_frequency(around: Around) -> Naming | None:
    figure = around.figure
    first = _after(around)
    period = _PERIOD.search(around.text, figure.start, figure.at)
    inner_start = period.end() if period else figure.start
    inner = _COMPARING_TAIL.sub("", around.text[inner_start : figure.at])
    subject = _before(around)
    scope = subject.name if subject else ""
    if figure.unit is Unit.HOURS and (first or inner):
        end = first.end if first else figure.at
        start = subject.start if subject else figure.start
        return Naming(f"{scope}{inner}{first.name if first else ''}", start, end)
    if first:
        return Naming(first.name, first.start, first.end, scope, value_first=True)
    done = re.sub(rf"^(?:至少|不少于|{BUILD})+", "", inner)
    if done and figure.unit is Unit.FREQUENCY:
        start = subject.start if subject else inner_start
        return Naming(f"{scope}{done}", start, figure.at, scope)
    return subject


def _before(around: Around, *, cut_build: bool = False) -> Naming | None:
    return _trimmed(around, around.before, cut_build=cut_build)


def _trimmed(around: Around, before: str, *, cut_build: bool) -> Naming | None:
    """The name in the text before a figure, without what leads to it and to the value."""
    text, start = around.text, around.start
    whole = OF_WHOLE.search(before)
    said = _A_DAY.sub("", without_change(before[: whole.start()] if whole else before))
    start, end = _without_dues(around, start, start + len(said))
    tail = LINK_TAIL.search(text[start:end])
    start, end = _without_dues(around, start, start + tail.start() if tail else end)
    start = _past(LEAD_HEAD, text, start, end)
    name = _past(LOCAL, text, start, end)
    unit = _UNIT_OF.search(text, 0, end)
    if start < name < end:
        scope, start = text[start:name], _past(LEAD_HEAD, text, name, end)
    else:
        scope = unit[1] if unit else ""
    if cut_build:
        verbs, start = start, _past_verbs(text, start, end)
        scope = scope or _scale(text[verbs:start])
    start = max(_past(_ACCORDING, text, start, end), end - LONGEST_NAME)
    words = _unquoted(text[start:end].strip("，、；：:"))
    return Naming(words, start, end, scope) if words else None


def _unquoted(words: str) -> str:
    """A name without the quotation marks that have no partner in it, or enclose all of it."""
    if words.count("“") != words.count("”") or (
        words[:1] == "“" and words.find("”") == len(words) - 1
    ):
        return words.strip("“”")
    return words


def _past(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where what a pattern finds at ``start`` ends; ``start`` where it finds nothing."""
    found = pattern.match(text, start, end)
    return found.end() if found else start


def _scale(dropped: str) -> str:
    """The population of a scale before a verb (每千名老年人): the value is nothing without it."""
    return BUILD_TAIL.sub("", dropped) if _PER.match(dropped) else ""


def _past_verbs(text: str, start: int, end: int) -> int:
    """Where the object of the last verb begins: the name behind 创建, 设立."""
    past = _past(_LAST_BUILD, text, start, end)
    start = past if past < end else start
    return end if BUILD_TAIL.fullmatch(text, start, end) else start


def _without_dues(around: Around, start: int, end: int) -> tuple[int, int]:
    """The span without the dates at its ends."""
    for due in reversed(around.dues):
        if due.end <= start or due.start >= end:
            continue
        if LINK_TAIL.fullmatch(around.text, due.end, end) or due.end >= end:
            end = max(start, due.start)
        else:
            start = due.end
            break
    return start, end


def _after(around: Around) -> Naming | None:
    text, figure = around.after, around.last
    if _NOT_NAME.match(text) or text[:1] in ("、", "和", "与", "及"):
        return None
    head = _VERBS_HEAD.match(text) if figure.unit in (Unit.FREQUENCY, *_COUNTS) else None
    start = head.end() if head else (1 if text.startswith("的") else 0)
    name = text[start : start + LONGEST_NAME].rstrip("。，；、！？ ")
    cut = re.search("[、和及与]\\Z|（牵头|（责任", name)
    if cut:
        name = name[: cut.start()]
    if not re.search("[一-鿿]" if text.startswith("的") else "[一-鿿]{2}", name):
        return None
    at = figure.end + start
    return Naming(name, at, at + len(name))


def _population(name: str) -> str:
    """The population at the head of a phrase, up to the verb: 二级以上综合医院."""
    verb = DONE.search(name, 2)
    return name[: verb.start()].rstrip("均都全部应要须可") if verb else name


def is_enumerable(name: str) -> bool:
    """Whether a part of a list can be an indicator of its own (…率, …比例)."""
    return bool(HEADS.search(name))


def subject_of(text: str, end: int, dues: Sequence[Due]) -> Naming | None:
    """What the clauses before ``end`` speak of: the last of them that has a name."""
    while end > 0:
        end -= 1
        start = max(text.rfind(stop, 0, end) for stop in "，,；;：:") + 1
        lead = LEAD_HEAD.match(text, start, end)
        first = lead.end() if lead else start
        for due in dues:
            if first <= due.start < end:
                first = max(first, due.end)
        if end - first >= 2:
            done = _LAST_BUILD.match(text, first, end)
            if done and end - done.end() >= 2:
                first = done.end()
            first = max(first, end - LONGEST_NAME)
            return Naming(text[first:end], first, end)
        end = start
    return None
