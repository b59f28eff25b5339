"""The clerk's words for an audit: verdicts, values with their dates, waivers, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from plangen.document.grids import Tone, writable
from plangen.document.wording import chinese_date
from plangen.errors import Message
from plangen.findings import Severity
from plangen.model.levels import Level
from plangen.model.verdicts import Audit, Claim, Row, Verdict
from plangen.model.waivers import Waiver
from plangen.quantity.bounds import COMPARING_BEFORE, Comparator
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import Undecided, shown
from plangen.quantity.values import Unit
from plangen.quantity.writing import write_bound
from plangen.report.phrases import COMMA, joined

VERDICTS: Mapping[Verdict, Message] = MappingProxyType(
    {
        Verdict.EXCEEDS: Message("高于要求"),
        Verdict.MEETS: Message("符合要求"),
        Verdict.LATE: Message("时间滞后"),
        Verdict.BELOW: Message("低于要求"),
        Verdict.NARROWER: Message("范围偏窄"),
        Verdict.WEAKER: Message("力度偏弱"),
        Verdict.MISSING: Message("尚未提出"),
        Verdict.INCOMPARABLE: Message("无法比较"),
        Verdict.NOT_APPLICABLE: Message("不适用"),
        Verdict.UNKNOWN: Message("情况不明"),
    }
)
TONES: Mapping[Verdict, Tone] = MappingProxyType(
    {
        Verdict.EXCEEDS: Tone.GOOD,
        Verdict.MEETS: Tone.GOOD,
        Verdict.LATE: Tone.MIXED,
        Verdict.BELOW: Tone.BAD,
        Verdict.NARROWER: Tone.MIXED,
        Verdict.WEAKER: Tone.MIXED,
        Verdict.MISSING: Tone.BAD,
        Verdict.INCOMPARABLE: Tone.OPEN,
        Verdict.NOT_APPLICABLE: Tone.ASIDE,
        Verdict.UNKNOWN: Tone.OPEN,
    }
)
SEVERITIES: Mapping[Severity, Message] = MappingProxyType(
    {
        Severity.ERROR: Message("错误"),
        Severity.WARN: Message("警告"),
        Severity.INFO: Message("提示"),
    }
)
SEVERITY_TONES: Mapping[Severity, Tone] = MappingProxyType(
    {Severity.ERROR: Tone.BAD, Severity.WARN: Tone.MIXED, Severity.INFO: Tone.OPEN}
)
LEVELS: Mapping[Level, Message] = MappingProxyType(
    {
        "national": Message("国家"),
        "province": Message("省级"),
        "city": Message("市级"),
        "district": Message("区县"),
        "street": Message("街道"),
    }
)
Advise = Callable[[Row], str]
"""The sentence on what is to be changed (修改建议), which a template writes; empty for none."""
NOTHING = "—"
NO_CLAUSE = "未注明"
SHORT_TITLES = ("方案", "规划", "计划", "要点", "任务", "意见", "通知", "办法", "清单")
FALLING = (Comparator.AT_MOST, Comparator.LESS_THAN)
_PART = re.compile(
    "(?P<annex>附件(?:[0-9]+|[一二三四五六七八九十]+)?)|(?P<label>[0-9一二三四五六七八九十百]+)"
)


def verdict_words(row: Row) -> str:
    """The verdict and the further shortfalls of the same promise: 时间滞后、范围偏窄."""
    return "、".join(str(VERDICTS[verdict]) for verdict in (row.verdict, *row.also))


def value_words(claim: Claim | None) -> str:
    """A value with its comparator; a dash where there is no claim."""
    if claim is None:
        return NOTHING
    bound = claim.bound
    return shown(bound) if isinstance(bound, Undecided) else write_bound(bound)


def last_day(claim: Claim | None) -> date | None:
    """The last day of a claim, where it is known."""
    return claim.by.last_day if claim and isinstance(claim.by, Deadline) else None


def named_day(claim: Claim) -> date | None:
    """The last day, where the claim itself names one."""
    return last_day(claim) if claim.stated else None


def unstated_words(row: Row) -> str:
    """Whose day is that of the end of the period (实施期); empty where both name theirs."""
    sides = (("要求", row.requirement), ("本级目标", row.promise))
    silent = [side for side, claim in sides if claim and last_day(claim) and not claim.stated]
    return f"{'和'.join(silent)}没有写期限，所列日期是实施期末。" if silent else ""


def clause_words(claim: Claim | None) -> str:
    """The clause alone, where the document is known: 〔二（1）〕."""
    return f"〔{claim.clause}〕" if claim and claim.clause else ""


def by_words(claim: Claim | None) -> str:
    """The last day as documents write it; 【待定】 or a dash where there is none."""
    if claim is None or claim.by is None:
        return NOTHING
    return shown(claim.by) if isinstance(claim.by, Undecided) else chinese_date(claim.by.last_day)


def claim_words(claim: Claim | None) -> Message:
    """What a claim says in one line: 力争80%以上，2021年12月31日，对象：小学.

    实施期末 stands behind a day that the claim itself does not name.
    """
    if claim is None:
        return Message("{text}", text=NOTHING)
    parts = [Message("{text}", text=modal_value(claim))]
    if day := last_day(claim):
        parts.append(Message("{day}" if claim.stated else "{day}（实施期末）", day=day))
    elif claim.by is not None:
        parts.append(Message("{text}", text=by_words(claim)))
    if claim.scope:
        parts.append(Message("对象：{scope}", scope=claim.scope))
    return joined(parts, COMMA)


def modal_value(claim: Claim) -> str:
    """A value with 力争 or 鼓励 before it."""
    return f"{'' if claim.modality == '应当' else claim.modality}{value_words(claim)}"


def reaching(claim: Claim) -> str:
    """A value with the verb that custom puts before it: 达到80%以上, 控制在5%以下, 每年至少2次."""
    value, bound = value_words(claim), claim.bound
    if isinstance(bound, Undecided) or bound.quantity.unit is Unit.BOOLEAN:
        return f"为“{value}”"
    if bound.before in COMPARING_BEFORE:
        return value
    return f"{'控制在' if bound.comparator in FALLING else '达到'}{value.replace(bound.before, '')}"


def source_words(claim: Claim) -> str:
    """Document and clause: 《全国…方案》二（1）."""
    return f"{book_title(claim.title)}{claim.clause}"


def book_title(title: str) -> str:
    """A title in 书名号; those inside it become single ones (GB/T 15834)."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def waiver_words(waiver: Waiver | None) -> str:
    """A waiver with its reason, approver and days; empty where there is none."""
    return str(waived_words(waiver)) if waiver else ""


def waived_words(waiver: Waiver) -> Message:
    """A waiver with its reason, approver and days."""
    return Message(
        "已豁免：{reason}；{approver}批准，{first}至{last}",
        reason=waiver.reason,
        approver=waiver.approver,
        first=waiver.first,
        last=waiver.last,
    )


def reason_words(row: Row, reason: bool = True) -> str:
    """The reason and the notes of a row as sentences; the notes alone without ``reason``."""
    said = [*([str(row.reason)] if reason else []), *map(str, row.notes)]
    return "".join(f"{sentence.rstrip('。')}。" for sentence in said if sentence)


def short_title(title: str) -> str:
    """What a document is called once its title has been said: 《方案》 of …实施方案."""
    kind = max(SHORT_TITLES, key=title.rfind)
    return f"《{kind if kind in title else '文件'}》"


def line(text: str) -> str:
    """A text that a paragraph holds: in one line, and without what no file holds."""
    return writable(" ".join(text.split()))


def part_of(clause: str) -> str:
    """The first level of a clause: 第二部分 for 二（1）, 附件1 for 附件1二; 未注明 without one."""
    found = _PART.match(clause)
    if found is None:
        return NO_CLAUSE
    return found["annex"] or f"第{found['label']}部分"


def by_document(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows in groups, one for each document that requires something."""
    documents: dict[str, list[Row]] = {}
    for row in rows:
        documents.setdefault(row.requirement.document, []).append(row)
    return list(documents.values())


def titles(audit: Audit) -> dict[str, str]:
    """The titles of the documents compared with, by their ids; the id where no row tells it."""
    known = {row.requirement.document: row.requirement.title for row in audit.rows}
    documents = dict.fromkeys((*audit.against, *known))
    return _distinct({document: known.get(document, document) for document in documents})


def names(audits: Sequence[Audit]) -> list[str]:
    """What the audited documents are called: their titles, with the id where two share one."""
    distinct = _distinct({audit.document: audit.title for audit in audits})
    return [distinct[audit.document] for audit in audits]


def _distinct(called: dict[str, str]) -> dict[str, str]:
    times = Counter(called.values())
    return {
        document: f"{title}（{document}）" if times[title] > 1 else title
        for document, title in called.items()
    }
