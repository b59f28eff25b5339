"""衔接审核意见: what an audit found, as an official document to the issuer of the plan."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.document.blocks import Block, Paragraph, Section
from plangen.document.elements import (
    SEAL,
    Document,
    DocumentNumber,
    Form,
    Head,
    Imprint,
    Mark,
    OrganGroup,
    Signature,
)
from plangen.document.wording import chinese_date
from plangen.findings import Finding
from plangen.model.verdicts import Audit, Row, Verdict
from plangen.quantity.undecided import UNDECIDED, Undecided
from plangen.report.audit_advice import advice
from plangen.report.audit_annex import rows_annex
from plangen.report.audit_words import (
    VERDICTS,
    book_title,
    demand_words,
    line,
    reason_words,
    source_words,
    titles,
    verdict_words,
    waiver_words,
)

SHORT = "《方案》"
ISSUER, ADDRESSEE, CODE = "【审核机关】", "【方案印发机关】", "【机关代字】"
REPLY_BY = "【反馈期限】"
ANNEX = "rows"
GROUPS = (
    ("符合和高于要求的", (Verdict.MEETS, Verdict.EXCEEDS)),
    ("需要提前的", (Verdict.LATE,)),
    ("需要提高的", (Verdict.BELOW, Verdict.NARROWER, Verdict.WEAKER)),
    ("尚未提出的", (Verdict.MISSING,)),
    ("不适用的", (Verdict.NOT_APPLICABLE,)),
    ("情况不明、无法比较的", (Verdict.UNKNOWN, Verdict.INCOMPARABLE)),
)


@dataclass(frozen=True, slots=True)
class OpinionIssue:
    """How the opinion is issued (发文要素); what nobody has said is left to be filled in 【】.

    ``issuers`` review, ``recipients`` have issued the plan. ``reply_by`` is the day by which they
    are to report what they changed.
    """

    issuers: tuple[str, ...] = ()
    recipients: tuple[OrganGroup, ...] = ()
    form: Form = "文件"
    number: DocumentNumber | None = None
    date: datetime.date | Undecided = UNDECIDED
    reply_by: datetime.date | None = None
    copies_to: tuple[OrganGroup, ...] = ()
    sealed: bool = True
    seal: int = SEAL


OPEN = OpinionIssue()


def audit_opinion(audit: Audit, issue: OpinionIssue = OPEN) -> Document:
    """The opinion as a document; every figure in it is the audit's.

    Raises InvalidError for a form that cannot carry it.
    """
    issuers = issue.issuers or (ISSUER,)
    suffix = "文件" if issue.form == "文件" else ""
    mark = Mark(issuers if issue.form == "文件" else issuers[:1], suffix)
    return Document(
        title=f"关于{line(book_title(audit.title))}目标衔接情况的审核意见",
        form=issue.form,
        head=Head(mark, issue.number or _number(audit, issue)),
        recipients=issue.recipients or ((ADDRESSEE,),),
        blocks=tuple(_blocks(audit, issue)),
        signature=Signature(issuers, issue.date, issue.sealed, issue.seal),
        annexes=(rows_annex(audit, ANNEX),),
        imprint=Imprint(copies_to=issue.copies_to) if issue.copies_to else None,
    )


def _number(audit: Audit, issue: OpinionIssue) -> DocumentNumber:
    day = audit.as_of if isinstance(issue.date, Undecided) else issue.date
    return DocumentNumber(CODE, day.year, UNDECIDED)


def _blocks(audit: Audit, issue: OpinionIssue) -> Iterator[Block]:
    yield _paragraph(_opening(audit))
    yield Section("总体情况", tuple(map(_paragraph, _overview(audit))))
    for title, verdicts in GROUPS:
        rows = [row for row in audit.rows if row.verdict in verdicts]
        if rows:
            yield Section(title, tuple(_items(_row_words(row) for row in rows)))
    if audit.findings:
        yield Section("交叉检查发现的问题", tuple(_items(map(_finding_words, audit.findings))))
    suggested = list(dict.fromkeys(filter(None, map(advice, audit.rows))))
    if suggested:
        yield Section("修改建议", tuple(_items(suggested)))
    yield _paragraph(_closing(issue, bool(suggested or audit.findings)))


def _opening(audit: Audit) -> str:
    above = "、".join(map(book_title, titles(audit).values()))
    compared = f"{above}的目标要求" if above else "上级文件的目标要求（没有需要对照的文件）"
    return (
        f"我们将{book_title(audit.title)}（以下简称{SHORT}）提出的目标与{compared}作了逐项核对。"
        f"核对以{chinese_date(audit.as_of)}有效的要求为准，逐项情况见附件。现提出审核意见如下。"
    )


def _overview(audit: Audit) -> Iterator[str]:
    counts = "，".join(
        f"{VERDICTS[verdict]}的{count}项" for verdict, count in audit.summary.items()
    )
    yield (
        f"本次对照上级文件{len(titles(audit))}份，核对要求{len(audit.rows)}项"
        f"（同一指标在不同文件、不同期限的要求分别计算）{'，其中' if counts else ''}{counts}。"
    )
    if audit.waived:
        yield f"没有达到或者不能确认达到要求的，有{audit.waived}项已经批准豁免，在各项中注明。"
    own = [coverage.promise for coverage in audit.coverage if coverage.own]
    if own:
        names = "、".join(dict.fromkeys(promise.name for promise in own))
        yield f"{SHORT}另有自定目标{len(own)}项：{names}。上级文件没有相应要求，不作比较。"
    if audit.findings:
        yield f"交叉检查发现问题{len(audit.findings)}个。"


def _items(texts: Iterable[str]) -> Iterator[Section]:
    """Numbered items: the label opens the paragraph."""
    for text in texts:
        yield Section("", (_paragraph(text),))


def _row_words(row: Row) -> str:
    """What is required, what the plan says of it, and how the two stand to each other."""
    required = row.requirement
    whose = f"（对象：{required.scope}）" if required.scope else ""
    said = f"{source_words(required)}要求{demand_words(required)}{whose}"
    waived = f"{waiver_words(row.waiver)}。" if row.waiver else ""
    parts = [f"{said}，{_local(row)}{verdict_words(row)}。", reason_words(row), waived]
    return f"{required.name}。{''.join(parts)}"


def _local(row: Row) -> str:
    promised = row.promise
    if promised is None:
        return f"{SHORT}没有提出目标，" if row.verdict is not Verdict.MISSING else SHORT
    whose = f"（对象：{promised.scope}）" if promised.scope else ""
    clause = f"“{promised.clause}”" if promised.clause else ""
    return f"{SHORT}{clause}提出{demand_words(promised)}{whose}，"


def _finding_words(finding: Finding) -> str:
    clause = f"（{finding.clause}）" if finding.clause else ""
    return f"{str(finding.message).rstrip('。')}{clause}。"


def _closing(issue: OpinionIssue, wanted: bool) -> str:
    if not wanted:
        return f"以上意见供掌握，{SHORT}的目标无需修改。"
    day = chinese_date(issue.reply_by) if issue.reply_by else REPLY_BY
    return f"请研究以上意见，修改{SHORT}，并于{day}前书面反馈修改情况。"


def _paragraph(text: str) -> Paragraph:
    return Paragraph.of(line(text))
