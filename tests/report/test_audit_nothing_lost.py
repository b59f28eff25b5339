"""Whatever an audit holds, every report shows: each requirement with its clause and both values."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from plangen.errors import Message
from plangen.model.verdicts import Audit, Promise, Requirement, Row, Verdict
from plangen.quantity.deadlines import Deadline
from plangen.quantity.undecided import UNDECIDED
from plangen.report.audit_grids import audit_workbook
from plangen.report.audit_page import audit_page
from plangen.report.audit_sarif import audit_sarif
from plangen.report.audit_words import by_document, claim_words, line, value_words
from plangen.writers.html.web_page import write_page
from plangen.writers.text import write_text
from plangen.writers.xlsx import write_xlsx
from tests.quantity.strategies import bounds
from tests.report.audits import PLAN, SCHEME, TASKS, WAIVER, audit
from tests.report.composing import advise, audit_opinion
from tests.writers.xlsx_file import XlsxFile

CHARACTERS = st.characters(exclude_categories=["Cs", "Cn"])
SPOKEN = st.text(CHARACTERS, max_size=12)
CLAUSES = st.text("一二三十（）1234、.", max_size=6).map(str.strip)
NAMES = st.text("村校患者率甲乙<&>\"'=", min_size=1, max_size=6)
DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31)).map(Deadline.from_date)


@st.composite
def said(draw: st.DrawFn, document: tuple[str, str, str], name: str) -> dict[str, object]:
    """What a claim of one document holds."""
    return {
        "document": document[0],
        "title": document[1],
        "level": document[2],
        "clause": draw(CLAUSES),
        "indicator": "x",
        "name": name,
        "bound": draw(st.one_of(bounds(), st.just(UNDECIDED))),
        "by": draw(st.one_of(DAYS, st.none(), st.just(UNDECIDED))),
        "stated": draw(st.booleans()),
        "scope": draw(st.sampled_from(["", "小学", "农村<b>"])),
        "modality": draw(st.sampled_from(["应当", "力争", "鼓励"])),
        "quote": draw(SPOKEN),
    }


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Any row, likely or not: a report does not judge."""
    name = draw(NAMES)
    required = draw(said(draw(st.sampled_from([SCHEME, TASKS])), name))
    promised = draw(st.one_of(st.none(), said(PLAN, name)))
    return Row(
        Requirement(**required),  # type: ignore[arg-type]
        Promise(**promised) if promised else None,  # type: ignore[arg-type]
        draw(st.sampled_from(list(Verdict))),
        Message("{text}", text=draw(SPOKEN)),
        tuple(draw(st.lists(st.sampled_from([Verdict.NARROWER, Verdict.WEAKER]), max_size=2))),
        left_out=tuple(draw(st.lists(st.sampled_from(["初中", "高中"]), max_size=2))),
        waiver=draw(st.sampled_from([None, WAIVER])),
    )


audits = st.lists(rows(), max_size=5).map(lambda found: audit(*found))


def wanted(found: Audit) -> list[tuple[str, ...]]:
    """What a report has to say of each row."""
    return [
        (
            row.requirement.name,
            row.requirement.clause,
            value_words(row.requirement),
            value_words(row.promise),
            row.promise.clause if row.promise else "",
        )
        for row in found.rows
    ]


def grouped(found: Audit) -> Audit:
    """The rows as the opinion has them: by document."""
    rows = [row for group in by_document(found.rows) for row in group]
    return replace(found, rows=tuple(rows))


@given(audits)
def test_the_workbook_has_every_row(found: Audit) -> None:
    sheet, *_ = XlsxFile(write_xlsx(audit_workbook([found], advise))).sheets
    lines = ["\n".join(map(str, line)) for line in sheet.rows[1:]]

    assert found.rows == () or len(lines) == len(found.rows)
    for line_text, texts in zip(lines, wanted(found), strict=False):
        assert [text for text in texts if text not in line_text] == []


@settings(max_examples=50)
@given(audits)
def test_the_page_has_every_row(found: Audit) -> None:
    root = document_fromstring(write_page(audit_page([found], advise)).decode())
    lines = [
        "".join(map(str, row.itertext()))
        for row in root.xpath("//section[h2='逐项核对']//tbody/tr")
    ]

    assert len(lines) == len(found.rows)
    for line_text, texts in zip(lines, wanted(found), strict=True):
        assert [text for text in texts if text not in line_text] == []


@given(audits)
def test_the_sarif_file_has_every_row(found: Audit) -> None:
    (run,) = json.loads(audit_sarif([found], advise))["runs"]
    texts = [json.dumps(result, ensure_ascii=False) for result in run["results"]]

    assert len(texts) == len(found.rows)
    for text, row in zip(run["results"], found.rows, strict=True):
        assert str(claim_words(row.requirement)) in text["message"]["text"]
        assert str(claim_words(row.promise)) in text["message"]["text"]
        assert text["properties"]["required"]["clause"] == row.requirement.clause


@settings(max_examples=50)
@given(audits)
def test_the_opinion_has_every_row_in_its_text_and_in_its_annex(found: Audit) -> None:
    text = write_text(audit_opinion(found))
    body, _, annex = text.partition("\n目标衔接情况逐项核对表\n")
    lines = [row for row in annex.split("\n") if row[:1].isdigit()]

    assert len(lines) == len(found.rows)
    for number, texts in enumerate(wanted(grouped(found)), 1):
        (line_text,) = [row for row in lines if row.startswith(f"{number}\t")]
        assert [text for text in texts if line(text) not in line_text] == []
    for texts in wanted(found):
        assert texts[0] in body
        assert texts[1] in body
