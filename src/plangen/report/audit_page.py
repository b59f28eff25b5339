"""Audits as a page to read: in words, as charts, and requirement by requirement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.document.grids import Entry, Grid, GridColumn
from plangen.document.web_pages import Charts, Part, WebPage, WebSection, Words
from plangen.document.wording import chinese_date
from plangen.model.verdicts import Audit, Claim, Row
from plangen.report.audit_charts import target_charts, verdict_charts
from plangen.report.audit_grids import (
    coverage_grid,
    findings_grid,
    summary_grid,
    waivers_grid,
)
from plangen.report.audit_words import (
    NOTHING,
    TONES,
    VERDICTS,
    Advise,
    book_title,
    claim_words,
    clause_words,
    names,
    reason_words,
    source_words,
    titles,
    verdict_words,
    waiver_words,
)

TITLE = "目标衔接核对报告"
COLUMNS = (
    *(GridColumn("序号", 4), GridColumn("指标", 12), GridColumn("上级要求", 22)),
    *(GridColumn("本级目标", 18), GridColumn("结论", 8), GridColumn("理由和说明", 20)),
    GridColumn("修改建议", 20),
)


def audit_page(audits: Sequence[Audit], advise: Advise) -> WebPage:
    """One page for all audits; a section for each of several."""
    if len(audits) == 1:
        (audit,) = audits
        return WebPage(
            f"{book_title(audit.title)}{TITLE}", (_about(audit),), _sections(audit, advise)
        )
    words = Words(f"共核对{len(audits)}份文件。" if audits else "没有核对任何文件。")
    sections = tuple(
        WebSection(book_title(name), (_about(audit),), _sections(audit, advise))
        for name, audit in zip(names(audits), audits, strict=True)
    )
    return WebPage(TITLE, (words, *_all(audits)), sections)


def _all(audits: Sequence[Audit]) -> Iterator[Part]:
    if audits:
        yield summary_grid(audits, totals=True)


def _about(audit: Audit) -> Words:
    compared = "".join(map(book_title, titles(audit).values())) or "没有上级文件"
    counts = "，".join(f"{VERDICTS[verdict]}{count}项" for verdict, count in audit.summary.items())
    waived = f"；其中已豁免{audit.waived}项" if audit.waived else ""
    return Words(
        f"以{chinese_date(audit.as_of)}为准，对照{compared}，"
        f"共核对上级要求{len(audit.rows)}项{'：' if counts else ''}{counts}{waived}。"
    )


def _sections(audit: Audit, advise: Advise) -> tuple[WebSection, ...]:
    verdicts, targets = verdict_charts(audit), target_charts(audit)
    one = (audit,)
    found = (
        ("核对结论", (Charts(verdicts), summary_grid(one)) if verdicts else ()),
        ("逐项核对", (rows_table(audit, advise),)),
        ("目标进度", (Charts(targets),) if targets else ()),
        ("交叉检查", (findings_grid(one),)),
        ("覆盖", (coverage_grid(one),)),
        ("豁免", (waivers_grid(one),)),
    )
    return tuple(WebSection(title, parts) for title, parts in found if parts)


def rows_table(audit: Audit, advise: Advise) -> Grid:
    """The requirements, each side in one cell with its source and its words."""
    rows = tuple(_row(number, row, advise) for number, row in enumerate(audit.rows, 1))
    return Grid("逐项核对", COLUMNS, rows, "没有需要核对的上级要求。")


def _row(number: int, row: Row, advise: Advise) -> tuple[Entry, ...]:
    verdict = f"{verdict_words(row)}{'（已豁免）' if row.waiver else ''}"
    reason = "\n".join(filter(None, (reason_words(row), waiver_words(row.waiver))))
    return (
        *(
            Entry(number),
            Entry(row.requirement.name),
            Entry(_side(row.requirement, source_words(row.requirement))),
        ),
        *(Entry(_side(row.promise, clause_words(row.promise))), Entry(verdict, TONES[row.verdict])),
        *(Entry(reason), Entry(advise(row) or NOTHING)),
    )


def _side(claim: Claim | None, source: str) -> str:
    if claim is None:
        return NOTHING
    quote = f"“{claim.quote}”" if claim.quote else ""
    return "\n".join(filter(None, (str(claim_words(claim)), source, quote)))
