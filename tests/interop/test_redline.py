"""The redline in a word processor: valid, and accepted or rejected to either document's words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plangen.document.blocks import Cell, Column, Member, Paragraph, Role, Roster, Table
from plangen.document.elements import Annex, Document
from plangen.jobs.diff import as_docx, as_redline, diff
from plangen.load.workspace import Workspace
from plangen.sheet.fitting import Fitting, ImprintPage
from plangen.sheet.geometry import PROFILES
from plangen.writers.docx.redline import write_redline
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import ANNEXED, NOTICE
from tests.writers.docx_file import Docx, docx
from tests.writers.revised import words

from . import office, revising, validator

PAIRS = {
    "annexed": (NOTICE, ANNEXED),
    "notice": (ANNEXED, NOTICE),
    "letter": (LETTER, NOTICE),
    "order": (ORDER, MINUTES),
    "minutes": (MINUTES, LETTER),
}
YEARS = ("national/tasks-2020", "national/tasks-2021")


def redline(folder: Path, old: Document, new: Document, page: ImprintPage) -> Path:
    path = folder / "redline.docx"
    path.write_bytes(write_redline(old, new, PROFILES["gb33476"], Fitting(page)))
    return path


def resaved(document: Document, folder: Path) -> Path:
    """A document without changes as LibreOffice writes it."""
    path = folder / "plain.docx"
    path.write_bytes(docx(document).data)
    return revising.resolve(path, "accept", folder / "resaved.docx")


def said(path: Path) -> list[str]:
    """The words line by line: neither styles, nor blank lines, nor the breaks between pages."""
    lines = words(Docx(path.read_bytes()).body)
    texts = [line if line.startswith("|") else line.partition(": ")[2] for line in lines]
    return [text for text in (text.replace("\n", "") for text in texts) if text.strip("| \t\u200b")]


@pytest.mark.usefixtures("open_xml_validator")
@pytest.mark.parametrize("page", ImprintPage)
@pytest.mark.parametrize("name", PAIRS)
def test_a_redline_is_valid_open_xml(name: str, page: ImprintPage, tmp_path: Path) -> None:
    path = redline(tmp_path, *PAIRS[name], page)

    assert validator.findings(path) == []


def another(document: Document) -> Document:
    """A document with other words everywhere but in its mark and its imprint.

    Those stand in frames, in which LibreOffice 7.4 leaves tracked changes as they are.
    """
    table = Table(
        (Column(), Column()),
        rows=((Cell.of("甲"), Cell.of("布置")), (Cell.of("乙"), Cell.of("检查"))),
    )
    roster = Roster((Role("组长", (Member("王瑞", "街道办事处副主任"), Member("周全"))),))
    blocks = (Paragraph.of("为做好今年的工作，通知如下。"), table, *document.blocks[1:], roster)
    signature = document.signature
    return replace(
        document,
        title="云溪街道办事处关于做好今年有关工作的通知",
        recipients=(("各村居",),),
        blocks=blocks,
        signature=signature and replace(signature, date=date(2022, 3, 8)),
        annexes=() if document.enclosure else (Annex("名单", (roster, table)),),
    )


@pytest.mark.usefixtures("word_processor")
@pytest.mark.parametrize("way", ["accept", "reject"])
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("document", [NOTICE, LETTER], ids=["notice", "letter"])
def test_a_word_processor_makes_either_document_of_it(
    document: Document, backwards: bool, way: str, tmp_path: Path
) -> None:
    old, new = document, another(document)
    if backwards:
        old, new = new, old
    path = redline(tmp_path, old, new, ImprintPage.SAME)

    made = revising.resolve(path, way, tmp_path / "made.docx")

    assert said(made) == said(resaved(new if way == "accept" else old, tmp_path))


@pytest.mark.usefixtures("word_processor", "open_xml_validator")
def test_two_years_of_the_national_tasks_are_told_apart(tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    forward, back = diff(workspace, *YEARS), diff(workspace, YEARS[1], YEARS[0])
    path, backward = tmp_path / "redline.docx", tmp_path / "backward.docx"
    path.write_bytes(as_redline(workspace, forward))
    backward.write_bytes(as_redline(workspace, back))

    accepted = revising.resolve(path, "accept", tmp_path / "accepted.docx")
    undone = revising.resolve(backward, "reject", tmp_path / "undone.docx")

    assert validator.findings(path) == validator.findings(backward) == []
    assert said(accepted) == said(undone)


@pytest.mark.usefixtures("word_processor", "open_xml_validator")
def test_the_comparison_table_is_valid_and_can_be_laid_out(tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    path = tmp_path / "table.docx"
    path.write_bytes(as_docx(workspace, diff(workspace, *YEARS)))

    pdf = office.convert(path, tmp_path)

    assert validator.findings(path) == []
    assert pdf.stat().st_size > 0
