"""逐项核对表: the annex of the opinion, on turned pages."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.blocks import Cell, Column, Paragraph, Table
from plangen.document.elements import Annex
from plangen.model.verdicts import Audit, Claim, Row
from plangen.report.audit_words import (
    NOTHING,
    book_title,
    by_document,
    claim_words,
    clause_words,
    line,
    reason_words,
    verdict_words,
    waiver_words,
)

TITLE = "逐项核对表"
HEAD = ("序号", "指标", "上级要求", "本级目标", "结论", "理由和说明")
COLUMNS = (
    *(Column(4, "center"), Column(14), Column(28), Column(24)),
    *(Column(9, "center"), Column(16)),
)


def rows_annex(audit: Audit, identifier: str) -> Annex:
    """Every requirement of the audit, whatever its verdict, under the document that requires it."""
    table = Table(
        columns=COLUMNS,
        head=(tuple(map(Cell.of, HEAD)),),
        rows=tuple(_rows(audit)),
    )
    return Annex(TITLE, (table,), identifier, "landscape")


def _rows(audit: Audit) -> Iterator[tuple[Cell, ...]]:
    number = 0
    for rows in by_document(audit.rows):
        title = book_title(rows[0].requirement.title)
        yield (Cell((Paragraph.of(line(f"对照{title}")),), columns=len(HEAD)),)
        for row in rows:
            number += 1
            yield _row(number, row)


def _row(number: int, row: Row) -> tuple[Cell, ...]:
    waived = "（已豁免）" if row.waiver else ""
    return (
        *(Cell.of(str(number)), Cell.of(line(row.requirement.name))),
        *(_side(row.requirement), _side(row.promise)),
        Cell.of(f"{verdict_words(row)}{waived}"),
        _cell(reason_words(row), waiver_words(row.waiver)),
    )


def _side(claim: Claim | None) -> Cell:
    """The value with its date and population and the clause; the original words."""
    if claim is None:
        return Cell.of(NOTHING)
    quote = f"“{claim.quote}”" if claim.quote else ""
    return _cell(f"{claim_words(claim)}{clause_words(claim)}", quote)


def _cell(*texts: str) -> Cell:
    return Cell(tuple(Paragraph.of(line(text)) for text in texts if text.strip()))
