"""衔接审核意见: the whole document once, and what is left to be filled in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plangen.document.blocks import Section, Table
from plangen.document.dump import dump
from plangen.document.elements import Document, DocumentNumber
from plangen.document.outline import inline_text
from plangen.document.parse import parse
from plangen.errors import InvalidError
from plangen.model.verdicts import Verdict
from plangen.quantity.undecided import UNDECIDED
from plangen.report.audit_opinion import OpinionIssue, audit_opinion
from plangen.writers.text import write_text
from tests.report.audits import FULL, ROOMS_80, SCHEME, TASKS, audit, required, row

GOLDEN = Path(__file__).parent / "golden" / "opinion.xml"
ISSUE = OpinionIssue(
    issuers=("安和区卫生健康局",),
    recipients=(("山城街道办事处",),),
    number=DocumentNumber("安卫函", 2020, 12),
    date=date(2020, 9, 20),
    reply_by=date(2020, 9, 30),
    copies_to=(("安和区委政法委",),),
)


def headings(document: Document) -> list[str]:
    return [block.title for block in document.blocks if isinstance(block, Section)]


def test_the_document_is_what_was_accepted(pytestconfig: pytest.Config) -> None:
    """``pytest tests/jobs tests/report --accept`` rewrites it."""
    document = audit_opinion(FULL, ISSUE)
    if pytestconfig.getoption("--accept", default=False):
        GOLDEN.write_text(dump(document), encoding="utf-8")

    accepted = GOLDEN.read_text(encoding="utf-8")

    assert dump(document) == accepted
    assert parse(accepted) == document


def test_what_nobody_has_said_is_to_be_filled_in() -> None:
    document = audit_opinion(FULL)
    text = write_text(document)

    assert "【审核机关】文件" in text
    assert "【机关代字】〔2020〕【待定】号" in text
    assert "【印发机关】：" in text
    assert "于【反馈期限】前书面反馈" in text
    assert document.signature is not None
    assert document.signature.date is UNDECIDED


def test_what_was_said_leaves_nothing_to_be_filled_in() -> None:
    assert "【" not in write_text(audit_opinion(FULL, ISSUE))


def test_a_letter_has_one_organ_in_its_mark() -> None:
    issue = replace(ISSUE, form="信函", issuers=("甲局", "乙局"))

    document = audit_opinion(FULL, issue)

    assert document.head.mark is not None
    assert document.head.mark.organs == ("甲局",)
    assert document.head.mark.suffix == ""
    assert document.signature is not None
    assert document.signature.organs == ("甲局", "乙局")


def test_a_form_that_cannot_carry_it_is_refused() -> None:
    with pytest.raises(InvalidError, match="命令"):
        audit_opinion(FULL, replace(ISSUE, form="命令"))


def test_a_part_without_rows_is_left_out() -> None:
    document = audit_opinion(audit(row(Verdict.MEETS, required("80%"), ROOMS_80)))

    assert headings(document) == ["总体情况", "符合和高于要求的"]
    assert "没有需要修改《方案》的意见。" in write_text(document)


def test_an_audit_without_requirements_says_so() -> None:
    text = write_text(audit_opinion(audit()))

    assert "上级文件的目标要求（没有需要对照的文件）" in text
    assert "本次对照上级文件0份，核对要求0项" in text


def test_titles_inside_titles_get_single_marks() -> None:
    document = audit_opinion(replace(audit(), title="关于印发《某方案》的通知"))

    assert document.title == "关于《关于印发〈某方案〉的通知》目标衔接情况的审核意见"
    assert "以下简称《通知》" in write_text(document)


def test_line_breaks_and_control_characters_do_no_harm() -> None:
    local = replace(ROOMS_80, quote="甲\n乙\x0c丙")

    text = write_text(audit_opinion(audit(row(Verdict.MEETS, required("80%"), local))))

    assert "“甲 乙 丙”" in text


def test_the_annex_stands_on_turned_pages_and_has_every_row() -> None:
    (annex,) = audit_opinion(FULL).annexes
    (table,) = annex.blocks

    assert isinstance(table, Table)
    assert annex.orientation == "landscape"
    numbers = [inline_text(row[0].paragraphs[0].content, {}) for row in table.rows if len(row) > 1]
    titles = [inline_text(row[0].paragraphs[0].content, {}) for row in table.rows if len(row) == 1]
    assert numbers == [str(number) for number in range(1, len(FULL.rows) + 1)]
    assert titles == [f"对照《{SCHEME[1]}》", f"对照《{TASKS[1]}》"]
