"""Audits as grids: the sheets of the workbook and the tables of the page.

Nothing that an audit holds is left out: every requirement has its row, whatever the verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from plangen.document.grids import Entry, Grid, GridColumn, Tone, Workbook
from plangen.findings import Finding
from plangen.model.verdicts import Audit, Claim, Coverage, Row, Verdict
from plangen.model.waivers import Waiver
from plangen.report.audit_words import (
    LEVELS,
    NOTHING,
    SEVERITIES,
    SEVERITY_TONES,
    TONES,
    VERDICTS,
    Advise,
    book_title,
    last_day,
    modal_value,
    names,
    part_of,
    reason_words,
    source_words,
    titles,
    unstated_words,
    value_words,
    verdict_words,
    waiver_words,
)

TITLE = "目标衔接核对表"
EARLIEST = date(1980, 1, 1)  # where nothing was audited; a file has to name a day
ROWS = "核对结果"
SUMMARY = "汇总"
FINDINGS = "交叉检查"
COVERAGE = "覆盖"
WAIVERS = "豁免"
ROW_COLUMNS = (  # as far as 结论 they fill a page across, the rest another one
    *(GridColumn("序号", 4), GridColumn("指标", 10), GridColumn("本级文件", 9)),
    *(GridColumn("上级文件", 9), GridColumn("层级", 4), GridColumn("上级条款", 5)),
    *(GridColumn("上级要求", 8), GridColumn("要求期限", 6), GridColumn("要求对象", 6)),
    *(GridColumn("本级条款", 5), GridColumn("本级目标", 8), GridColumn("本级期限", 6)),
    *(GridColumn("本级对象", 6), GridColumn("结论", 6), GridColumn("理由和说明", 16)),
    *(GridColumn("豁免", 8), GridColumn("修改建议", 18)),
    *(GridColumn("上级原文", 14), GridColumn("本级原文", 13)),
    GridColumn("落实路径", 12),
)
ROW_KEYS = 2  # 序号 and 指标
FINDING_COLUMNS = (
    *(GridColumn("本级文件", 12), GridColumn("级别", 4), GridColumn("问题", 38)),
    *(GridColumn("位置", 18), GridColumn("依据", 9), GridColumn("代码", 12)),
)
COVERAGE_COLUMNS = (
    GridColumn("本级文件", 12),
    *(GridColumn("方向", 6), GridColumn("文件", 14), GridColumn("条款", 6)),
    *(GridColumn("指标", 14), GridColumn("数值", 8), GridColumn("期限", 6)),
    *(GridColumn("对应的条款", 20), GridColumn("情况", 7)),
)
WAIVER_COLUMNS = (
    *(GridColumn("本级文件", 11), GridColumn("指标", 12), GridColumn("上级文件", 12)),
    *(GridColumn("条款", 5), GridColumn("对象", 6), GridColumn("理由", 16)),
    *(GridColumn("批准", 8), GridColumn("第一天", 6), GridColumn("最后一天", 6)),
    *(GridColumn("核对日是否有效", 6), GridColumn("适用的条数", 5)),
)


def audit_workbook(audits: Sequence[Audit], advise: Advise) -> Workbook:
    """All audits in one workbook; its day is the latest of those they speak of."""
    day = max((audit.as_of for audit in audits), default=EARLIEST)
    return Workbook(TITLE, day, audit_grids(audits, advise))


def audit_grids(audits: Sequence[Audit], advise: Advise) -> tuple[Grid, ...]:
    """核对结果, 汇总, 交叉检查, 覆盖 and 豁免 of all audits."""
    return (
        rows_grid(audits, advise),
        summary_grid(audits),
        findings_grid(audits),
        coverage_grid(audits),
        waivers_grid(audits),
    )


def rows_grid(audits: Sequence[Audit], advise: Advise) -> Grid:
    """Every requirement beside what the local document makes of it."""
    pairs = [(name, row) for name, audit in _named(audits) for row in audit.rows]
    rows = tuple(_row(number, *pair, advise) for number, pair in enumerate(pairs, 1))
    return Grid(ROWS, ROW_COLUMNS, rows, "没有需要核对的上级要求。", ROW_KEYS)


def _named(audits: Sequence[Audit]) -> Iterator[tuple[str, Audit]]:
    return zip(names(audits), audits, strict=True)


def _row(number: int, name: str, row: Row, advise: Advise) -> tuple[Entry, ...]:
    required, promised = row.requirement, row.promise
    tone = TONES[row.verdict]
    return (
        *(Entry(number), Entry(required.name), Entry(name)),
        *(Entry(required.title), Entry(str(LEVELS[required.level])), _text(required.clause)),
        *(_worded(row, local=False), _day(row, local=False), _text(required.scope)),
        _text(promised.clause if promised else ""),
        *(_worded(row, local=True), _day(row, local=True)),
        _text(promised.scope if promised else ""),
        *(Entry(verdict_words(row), tone), _text(reason_words(row) + unstated_words(row))),
        *(_text(waiver_words(row.waiver)), _text(advise(row))),
        *(_text(required.quote), _text(promised.quote if promised else "")),
        _text("→".join(reversed(row.path))),
    )


def _worded(row: Row, local: bool) -> Entry:
    """A value; 力争 and 鼓励 stand before it."""
    claim = row.promise if local else row.requirement
    return Entry(modal_value(claim) if claim else NOTHING)


def _day(row: Row, local: bool) -> Entry:
    claim = row.promise if local else row.requirement
    return Entry(last_day(claim) or (str(claim.by) if claim and claim.by else None))


def _text(text: str | None) -> Entry:
    return Entry(text or None)


def summary_grid(audits: Sequence[Audit], totals: bool = False) -> Grid:
    """How many requirements have each verdict: in all, by level, document and part.

    ``totals`` gives one row a document, for all its requirements.
    """
    columns = (
        *(GridColumn("本级文件", 12), GridColumn("分类", 6), GridColumn("名称", 16)),
        *(GridColumn(str(VERDICTS[verdict]), 5) for verdict in Verdict),
        *(GridColumn("合计", 4), GridColumn("其中已豁免", 6)),
    )
    rows = [row for pair in _named(audits) for row in _summed(*pair, totals)]
    return Grid(SUMMARY, columns, tuple(rows))


def _summed(document: str, audit: Audit, totals: bool) -> Iterator[tuple[Entry, ...]]:
    for kind, name, rows in islice(summed(audit), 1 if totals else None):
        counts = Counter(row.verdict for row in rows)
        waived = sum(1 for row in rows if row.waiver and not row.verdict.passed)
        yield (
            *(Entry(document), Entry(kind), Entry(name)),
            *(_count(verdict, counts[verdict]) for verdict in Verdict),
            *(Entry(len(rows)), Entry(waived)),
        )


def _count(verdict: Verdict, count: int) -> Entry:
    return Entry(count, TONES[verdict] if count else Tone.PLAIN)


def summed(audit: Audit) -> Iterator[tuple[str, str, list[Row]]]:
    """The rows of an audit in all, by level, by document, and by part of each document."""
    yield "全部", "全部要求", list(audit.rows)
    for level, name in LEVELS.items():
        rows = [row for row in audit.rows if row.requirement.level == level]
        if rows:
            yield "层级", str(name), rows
    named = titles(audit)
    documents = {document: _of(audit, document) for document in named}
    for document, rows in documents.items():
        yield "文件", named[document], rows
    for document, rows in documents.items():
        for part in dict.fromkeys(part_of(row.requirement.clause) for row in rows):
            inside = [row for row in rows if part_of(row.requirement.clause) == part]
            yield "部分", f"{book_title(named[document])}{part}", inside


def _of(audit: Audit, document: str) -> list[Row]:
    return [row for row in audit.rows if row.requirement.document == document]


def findings_grid(audits: Sequence[Audit]) -> Grid:
    """What the comparison and the cross-checks noticed."""
    rows = tuple(
        _finding(name, found) for name, audit in _named(audits) for found in audit.findings
    )
    return Grid(FINDINGS, FINDING_COLUMNS, rows, "交叉检查没有发现问题。")


def _finding(name: str, finding: Finding) -> tuple[Entry, ...]:
    return (
        Entry(name),
        Entry(str(SEVERITIES[finding.severity]), SEVERITY_TONES[finding.severity]),
        Entry(str(finding.message)),
        _text(str(finding.place.message())),
        _text(finding.clause),
        Entry(finding.code),
    )


def coverage_grid(audits: Sequence[Audit]) -> Grid:
    """Both ways: which requirement a local target answers, and what each local target rests on."""
    rows = [(Entry(name), *row) for name, audit in _named(audits) for row in _covered(audit)]
    return Grid(COVERAGE, COVERAGE_COLUMNS, tuple(rows), "没有可以对照的目标。")


def _covered(audit: Audit) -> Iterator[tuple[Entry, ...]]:
    for row in audit.rows:
        state = Entry(str(VERDICTS[row.verdict]), TONES[row.verdict])
        answer = source_words(row.promise) if row.promise else NOTHING
        yield (*_claim("上级到本级", row.requirement), Entry(answer), state)
    named = titles(audit)
    for coverage in audit.coverage:
        state = Entry("自定目标", Tone.ASIDE) if coverage.own else Entry("对应上级要求", Tone.GOOD)
        yield (*_claim("本级到上级", coverage.promise), Entry(_answered(coverage, named)), state)


def _claim(direction: str, claim: Claim) -> Iterable[Entry]:
    yield from (Entry(direction), Entry(claim.title), _text(claim.clause), Entry(claim.name))
    yield Entry(value_words(claim))
    yield Entry(last_day(claim) or (str(claim.by) if claim.by else None))


def _answered(coverage: Coverage, named: dict[str, str]) -> str:
    sources = (
        f"{book_title(named.get(document, document))}{clause}"
        for document, clause in coverage.requirements
    )
    return "、".join(dict.fromkeys(sources)) or NOTHING


def waivers_grid(audits: Sequence[Audit]) -> Grid:
    """Every waiver that is recorded, used or not."""
    rows = [
        _waiver(name, audit, waiver)
        for name, audit in _named(audits)
        for waiver in all_waivers(audit)
    ]
    return Grid(WAIVERS, WAIVER_COLUMNS, tuple(rows), "没有登记豁免。")


def all_waivers(audit: Audit) -> tuple[Waiver, ...]:
    """The waivers that the document records and those beside rows, each once."""
    beside = [row.waiver for row in audit.rows if row.waiver]
    found: list[Waiver] = []
    for waiver in (*audit.waivers, *beside):
        if waiver not in found:
            found.append(waiver)
    return tuple(found)


def _waiver(name: str, audit: Audit, waiver: Waiver) -> tuple[Entry, ...]:
    known = {row.requirement.indicator: row.requirement.name for row in audit.rows}
    holds = waiver.in_force(audit.as_of)
    return (
        *(Entry(name), Entry(known.get(waiver.indicator, waiver.indicator))),
        Entry(titles(audit).get(waiver.document, waiver.document)),
        *(_text(waiver.clause), _text(waiver.scope), Entry(waiver.reason)),
        *(Entry(waiver.approver), Entry(waiver.first), Entry(waiver.last)),
        Entry("有效" if holds else "无效", Tone.GOOD if holds else Tone.BAD),
        Entry(sum(1 for row in audit.rows if row.waiver == waiver)),
    )
