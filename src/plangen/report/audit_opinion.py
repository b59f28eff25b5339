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
from plangen.document.inline import AnnexReference, Text
from plangen.document.wording import chinese_date
from plangen.findings import Finding, Severity
from plangen.model.verdicts import Audit, Claim, Row, Verdict
from plangen.quantity.undecided import UNDECIDED, Undecided
from plangen.report.audit_advice import advice
from plangen.report.audit_annex import rows_annex
from plangen.report.audit_words import (
    VERDICTS,
    book_title,
    by_document,
    clause_words,
    demand_words,
    line,
    reason_words,
    short_title,
    titles,
    unstated_words,
    verdict_words,
    waiver_words,
)

ISSUER, ADDRESSEE, CODE = "【审核机关】", "【印发机关】", "【机关代字】"
REPLY_BY = "【反馈期限】"
ANNEX = "rows"
OWN = "own-target"  # the code of a finding about a target that no document above asks for
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
    short = short_title(audit.title)
    yield _opening(audit, short)
    yield Section("总体情况", tuple(map(_paragraph, _overview(audit, short))))
    for title, verdicts in GROUPS:
        rows = [row for row in audit.rows if row.verdict in verdicts]
        if rows:
            yield Section(title, tuple(_by_document(rows, short)))
    problems, others = _problems(audit), _others(audit)
    if problems:
        yield Section("交叉检查发现的问题", tuple(_items(map(_finding_words, problems))))
    if others:
        yield Section("需要说明的情况", tuple(_items(map(_finding_words, others))))
    suggested = list(dict.fromkeys(filter(None, map(advice, audit.rows))))
    if suggested:
        yield Section("修改建议", tuple(_items(suggested)))
    yield _paragraph(_closing(issue, short, bool(suggested or problems)))


def _problems(audit: Audit) -> list[Finding]:
    return [found for found in audit.findings if found.severity is not Severity.INFO]


def _others(audit: Audit) -> list[Finding]:
    """What was only noticed; own targets are named above."""
    others = [found for found in audit.findings if found.severity is Severity.INFO]
    return [found for found in others if found.code != OWN]


def _opening(audit: Audit, short: str) -> Paragraph:
    above = "".join(map(book_title, titles(audit).values()))
    compared = f"{above}的目标要求" if above else "上级文件的目标要求（没有需要对照的文件）"
    said = (
        f"我们对{book_title(audit.title)}（以下简称{short}）与{compared}的衔接情况作了逐项核对，"
        f"以{chinese_date(audit.as_of)}有效的要求为准（见"
    )
    return Paragraph((Text(line(said)), AnnexReference(ANNEX), Text("）。现提出审核意见如下。")))


def _overview(audit: Audit, short: str) -> Iterator[str]:
    counts = "，".join(
        f"{VERDICTS[verdict]}的{count}项" for verdict, count in audit.summary.items()
    )
    yield (
        f"本次对照上级文件{len(titles(audit))}份，核对要求{len(audit.rows)}项"
        f"（同一指标在不同文件、不同期限的要求分别计算）{'，其中' if counts else ''}{counts}。"
    )
    if audit.waived:
        yield f"没有达到或者不能确认达到要求的，有{audit.waived}项已经批准豁免，在各项中注明。"
    if any(map(unstated_words, audit.rows)):
        yield "没有写出日期的要求和目标，是文件没有写明期限的；附件里注有“实施期末”的日期由此而来。"
    own = [coverage.promise for coverage in audit.coverage if coverage.own]
    if own:
        names = "、".join(dict.fromkeys(promise.name for promise in own))
        yield f"{short}另有自定目标{len(own)}项：{names}。上级文件没有相应要求，不作比较。"
    if _problems(audit):
        yield f"交叉检查发现问题{len(_problems(audit))}个。"


def _items(texts: Iterable[str]) -> Iterator[Section]:
    """Numbered items: the label opens the paragraph."""
    for text in texts:
        yield Section("", (_paragraph(text),))


def _by_document(rows: list[Row], short: str) -> Iterator[Section]:
    """The rows under the document above that requires them."""
    for inside in by_document(rows):
        title = f"对照{line(book_title(inside[0].requirement.title))}"
        yield Section(title, tuple(_items(_row_words(row, short) for row in inside)))


def _row_words(row: Row, short: str) -> str:
    """What is required, what the plan says of it, and how the two stand to each other."""
    required = row.requirement
    dated = row.verdict is Verdict.LATE
    said = f"{required.name}：要求{_demand(required, dated)}，{_local(row, short)}"
    # Where the reason says no more than the sentence does, it is left out.
    met = row.verdict in (Verdict.MEETS, Verdict.EXCEEDS)
    why = reason_words(row, reason=not met and not _missing(row))
    waived = f"{waiver_words(row.waiver)}。" if row.waiver else ""
    return f"{said}{why}{waived}"


def _demand(claim: Claim, dated: bool = False) -> str:
    """What is to be reached, for whom, and the clause that says so."""
    whose = f"（对象：{claim.scope}）" if claim.scope else ""
    return f"{demand_words(claim, dated)}{whose}{clause_words(claim)}"


def _local(row: Row, short: str) -> str:
    """What the plan promises, and the verdict; why it promises nothing where that is one clause."""
    if row.promise:
        return f"{short}提出{_demand(row.promise)}，{verdict_words(row)}。"
    if _missing(row):
        return f"{short}{str(row.reason).rstrip('。')}。"
    said = short if row.verdict is Verdict.MISSING else f"{short}没有提出目标，"
    return f"{said}{verdict_words(row)}。"


def _missing(row: Row) -> bool:
    """Whether the reason goes on where the plan has been named: 没有提出这项目标."""
    return row.verdict is Verdict.MISSING and str(row.reason).startswith("没有")


def _finding_words(finding: Finding) -> str:
    clause = f"（{finding.clause}）" if finding.clause else ""
    return f"{str(finding.message).rstrip('。')}{clause}。"


def _closing(issue: OpinionIssue, short: str, wanted: bool) -> str:
    if not wanted:
        return f"没有需要修改{short}的意见。"
    day = chinese_date(issue.reply_by) if issue.reply_by else REPLY_BY
    return f"请研究以上意见，修改{short}，并于{day}前书面反馈修改情况。"


def _paragraph(text: str) -> Paragraph:
    return Paragraph.of(line(text))
