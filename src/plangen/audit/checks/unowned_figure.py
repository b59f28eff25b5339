"""A figure in the text that no target holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.passages import Passage
from plangen.audit.checks.steps import Step, same_value, steps
from plangen.audit.checks.subject import Subject
from plangen.errors import Message, Place
from plangen.findings import Finding, Severity
from plangen.quantity.grammar import find_bounds
from plangen.quantity.values import Quantity, Unit

NEAR = 60  # characters before a value in which its sentence speaks of it
RATE = 3  # characters at the end of a name that say which rate it is: 建成率, 知晓率
KIN = 5  # characters that a sentence and the name of its indicator share otherwise
_SHARES = frozenset((Unit.PERCENT, Unit.PERMILLE, Unit.RATIO))
_RATES = frozenset((Unit.FREQUENCY, Unit.HOURS))
_ACHIEVED = re.compile("已|截至|截止|去年|上年|同比|累计|原有|现有|增长|目前|全国平均")
_NUMBER = re.compile("[0-9０-９一二两三四五六七八九十百]")


def check(subject: Subject) -> Iterator[Finding]:
    """Figures that stand in the text and in no target."""
    if not subject.facts.targets:
        return
    held = list(steps(subject.facts))
    cells = {cell for table in subject.facts.tables for row in table.rows for cell in row}
    told: set[str] = set()
    for passage in subject.passages:
        if passage.text in cells:
            continue
        for start, end, quantity in _typed(passage):
            quote = passage.quote(start, end)
            alike = [step for step in held if same_value(step.quantity, quantity)]
            if quote in told or (alike and not subject.composed):
                continue
            told.add(quote)
            name = _owner(subject, alike, passage.text[max(0, start - NEAR) : start])
            yield _finding(subject.placed(passage), passage.text[start:end], quote, name, quantity)


def _typed(passage: Passage) -> Iterator[tuple[int, int, Quantity]]:
    text = passage.untitled
    for found in find_bounds(text):
        quantity = found.bound.quantity
        clause = re.split("[。；]", text[max(0, found.start - NEAR) : found.start])[-1]
        value = text[found.start : found.end]
        if quantity.unit not in _SHARES | _RATES or not _NUMBER.search(value):
            continue
        if not _ACHIEVED.search(clause):
            yield found.start, found.end, quantity


def _owner(subject: Subject, alike: list[Step], before: str) -> str:
    """The name of the indicator with this value that the sentence seems to speak of."""
    words = before.rpartition("。")[2]
    for step in alike:
        indicator = subject.dictionary.indicators.get(step.target.indicator)
        for name in (indicator.name, *indicator.aliases) if indicator else ():
            if _spoken_of(name, words):
                return indicator.name if indicator else ""
    return ""


def _spoken_of(name: str, words: str) -> bool:
    if name.endswith("率") and name[-RATE:] in words:
        return True
    return any(name[at : at + KIN] in words for at in range(len(name) - KIN + 1))


def _finding(place: Place, value: str, quote: str, owner: str, quantity: Quantity) -> Finding:
    if owner:
        message = Message(
            "文中的“{value}”是直接写的，没有引用数据（“{quote}”）；目标“{name}”正是这个数值",
            value=value,
            quote=quote,
            name=owner,
        )
        return CHECK.finding(message, place, Severity.INFO)
    message = Message("文中的“{value}”不属于任何一个目标（“{quote}”）", value=value, quote=quote)
    return CHECK.finding(message, place, None if quantity.unit in _SHARES else Severity.INFO)


_TARGETS = """
targets:
- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31}
"""

CHECK = Check(
    code="X-FIG-01",
    severity=Severity.WARN,
    title=Message("数值没有对应的目标"),
    clause="",
    manual=Message(
        "正文里的数值，没有目标与它对应。\n\n"
        "模板里的数值应当从数据引用（`figure(…)`）。直接写进正文的比例、比值、频次、"
        "服务时间，无法与上级要求核对，数据改了它也不会跟着改。下列不算：日期、文号、"
        "书名号里的标题、事物的个数、时间长短、编号、数据生成的表格和名单，"
        "以及已经完成的数值（已达到……）。这句话说的正是某个目标、数值也相同的，"
        "写明是哪个目标，只作提示；直接写的频次也只作提示。\n\n"
        "从文件读出的正文，数值都是直接写的，只提出没有目标对应的。"
    ),
    run=check,
    passes=Example(
        data=_TARGETS,
        text="""
<document>
  <title>试点实施方案</title>
  <p>按照山政发〔2020〕80号文件，到2021年底，建成率达到
    <figure target="village_counseling_room_coverage">80%以上</figure>，
    建设3个示范点，30日内报告；目前已达到35%。</p>
</document>
""",
    ),
    fails=(
        Example(
            data=_TARGETS,
            text="""
<document>
  <title>试点实施方案</title>
  <section title="工作目标">
    <p>建成率达到80%以上，知晓率达到65%以上。</p>
    <p>每季度召开1次会议。</p>
  </section>
</document>
""",
            says=(
                "文中的“达到80%以上”是直接写的，没有引用数据（“建成率达到80%以上”）；"
                "目标“村（社区）心理咨询室或社会工作室建成率”正是这个数值",
                "文中的“达到65%以上”不属于任何一个目标（“知晓率达到65%以上”）",
                "文中的“每季度召开1次”不属于任何一个目标（“每季度召开1次会议”）",
            ),
        ),
        Example(
            composed=False,
            data=_TARGETS,
            text="""
<document>
  <title>试点实施方案</title>
  <p>建成率达到80%以上，知晓率达到65%以上。</p>
</document>
""",
            says=("文中的“达到65%以上”不属于任何一个目标（“知晓率达到65%以上”）",),
        ),
    ),
)
