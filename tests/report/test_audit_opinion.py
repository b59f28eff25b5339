"""衔接审核意见: the whole document once, what is left to be filled in, and whose words it has."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plangen.document.blocks import Block, Paragraph, Section, Table
from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.document.outline import inline_text
from plangen.document.parse import parse
from plangen.errors import InputError, Message
from plangen.findings import Finding, Severity
from plangen.jobs.audit_report import is_draft
from plangen.model.issue import Number
from plangen.model.verdicts import Verdict
from plangen.quantity.undecided import UNDECIDED
from plangen.report.audit_opinion import OPEN, OpinionIssue
from plangen.writers.text import write_text
from tests.report.audits import FULL, ROOMS_80, SCHEME, TASKS, audit, required, row
from tests.report.composing import audit_opinion

GOLDEN = Path(__file__).parent / "golden" / "opinion.xml"
ISSUE = OpinionIssue(
    issuers=("安和区卫生健康局",),
    recipients=(("山城街道办事处",),),
    number=Number(code="安卫发", year=2020, sequence=12),
    date=date(2020, 9, 20),
    reply_by=date(2020, 9, 30),
    copies_to=(("安和区委政法委",),),
)
OWN_TEMPLATE = "notice/audit-opinion"
EXTENDING = '{% extends "plangen:notice/audit-opinion.xml.j2" %}\n'


def own(root: Path, text: str, name: str = OWN_TEMPLATE) -> Path:
    """A workspace with a template of its own."""
    path = root / "templates" / f"{name}.xml.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return root


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
    with pytest.raises(InputError, match="命令"):
        audit_opinion(FULL, replace(ISSUE, form="命令"))


def test_a_part_without_rows_is_left_out() -> None:
    document = audit_opinion(audit(row(Verdict.MEETS, required("80%"), ROOMS_80)))

    assert headings(document) == ["总体情况", "符合和高于要求的目标"]
    assert "对《方案》没有修改意见。" in write_text(document)


def test_an_audit_without_requirements_says_so() -> None:
    document = audit_opinion(audit())
    text = write_text(document)

    assert "截至2020年9月6日，没有需要与它对照的上级要求。" in text
    assert "本次对照上级文件0份，核对要求0项" in text
    assert document.annexes == ()


@pytest.mark.parametrize("left", ["issuers", "recipients", "number", "date", "reply_by"])
def test_what_nobody_has_said_makes_it_a_draft(left: str) -> None:
    less = replace(ISSUE, **{left: getattr(OPEN, left)})

    assert is_draft(audit_opinion(FULL, less))
    assert not is_draft(audit_opinion(FULL, ISSUE))


def test_a_template_that_fills_in_everything_leaves_no_draft(tmp_path: Path) -> None:
    root = own(
        tmp_path,
        EXTENDING
        + '{% block head %}<head><mark><organ>甲局</organ></mark><number code="甲发"'
        + ' year="2020" seq="1"/></head>{% endblock %}'
        + "{% block recipients %}{% endblock %}{% block closing %}{% endblock %}"
        + "{% block signature %}<signature><organ>甲局</organ><date>2020-09-20</date>"
        + "</signature>{% endblock %}",
    )

    assert is_draft(audit_opinion(FULL))
    assert not is_draft(audit_opinion(FULL, root=root))


def test_where_nothing_is_to_be_changed_no_answer_is_awaited() -> None:
    met = audit(row(Verdict.MEETS, required("80%"), ROOMS_80))

    assert not is_draft(audit_opinion(met, replace(ISSUE, reply_by=None)))


def section(document: Document, title: str) -> tuple[Block, ...]:
    (found,) = [
        block
        for block in document.blocks
        if isinstance(block, Section) and block.title.endswith(title)
    ]
    return found.blocks


def test_a_single_item_has_no_number_and_a_single_document_above_no_heading() -> None:
    one = row(Verdict.MISSING, required("80%"))
    missing = section(audit_opinion(audit(one)), "尚未提出目标的要求")
    two = row(Verdict.MISSING, required("90%"))
    both = section(audit_opinion(audit(one, two)), "尚未提出目标的要求")

    assert [type(block) for block in missing] == [Paragraph, Paragraph]
    assert missing[0] == Paragraph.of(f"对照《{SCHEME[1]}》：")
    assert [type(block) for block in both] == [Paragraph, Section, Section]


def test_the_same_advice_is_given_once() -> None:
    twice = row(Verdict.MISSING, required("80%", document=TASKS))

    advice = section(audit_opinion(audit(row(Verdict.MISSING, required("80%")), twice)), "修改建议")

    assert len(advice) == 1


def test_a_finding_names_no_clause_that_is_said_already_or_is_a_number_of_ours() -> None:
    found = [
        Finding("a", Severity.WARN, Message("《某方案》要求有“教育”"), clause="《某方案》"),
        Finding("b", Severity.WARN, Message("称呼不同"), clause="SE-09"),
        Finding("c", Severity.INFO, Message("没有写附件说明"), clause="GB/T 9704-2012 7.3.4"),
    ]

    text = write_text(audit_opinion(audit(findings=tuple(found))))

    assert "（一）《某方案》要求有“教育”。" in text
    assert "（二）称呼不同。" in text
    assert "没有写附件说明〔GB/T 9704-2012 7.3.4〕。" in text


def test_an_own_template_of_the_workspace_changes_one_block(tmp_path: Path) -> None:
    root = own(
        tmp_path,
        EXTENDING
        + "{% block passed %}{% endblock %}\n"
        + "{% block closing %}<p>供{{ issue.recipients | groups }}研究。</p>{% endblock %}\n",
    )

    document = audit_opinion(FULL, ISSUE, root)
    text = write_text(document)

    assert "供山城街道办事处研究。" in text
    assert "前书面反馈" not in text
    assert "符合和高于要求的目标" not in headings(document)
    assert document.annexes == audit_opinion(FULL, ISSUE).annexes


def test_own_words_for_a_row_are_those_of_the_workspace(tmp_path: Path) -> None:
    own(tmp_path, "{% macro advice(row) %}{% if row.advice %}请改{{ row.name }}{% endif %}"
        "{% endmacro %}{% macro comparison(row, short) %}{{ row.name }}{% endmacro %}"
        "{% macro claim(claim) %}{{ claim.value }}{% endmacro %}"
        "{% macro reasons(row) %}{{ row.reason }}{% endmacro %}", "parts/audit")  # fmt: skip

    document = audit_opinion(audit(row(Verdict.MISSING, required("80%"))), ISSUE, tmp_path)

    assert section(document, "修改建议") == (
        Paragraph.of("请改村（社区）心理咨询室或社会工作室建成率"),
    )


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("<p>{{ audited.titel }}</p>", "第3行：模板出错：没有“titel”这一项"),
        ("<p>{{ rows('lat') }}</p>", "第3行：没有结论“lat”；现有：exceeds、meets、late"),
        ("<para>甲</para>", "第3行：<para> 不能出现在 <document> 中"),
        ("<p>{{ audited.title }</p>", "第3行：模板写法有误"),
    ],
)
def test_a_fault_in_an_own_template_is_told_with_its_file_and_line(
    tmp_path: Path, block: str, said: str
) -> None:
    root = own(tmp_path, f"{EXTENDING}{{% block closing %}}\n{block}\n{{% endblock %}}")

    with pytest.raises(InputError) as caught:
        audit_opinion(FULL, ISSUE, root)

    assert str(caught.value).startswith(f"templates/notice/audit-opinion.xml.j2 {said}")


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
