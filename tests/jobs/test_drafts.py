"""Drafts: rendered with what is undecided, and never taken for the final document."""

from dataclasses import replace
from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.fonts.fonts import Fonts
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.jobs.work import Setting, Work
from plangen.load.workspace import Workspace
from plangen.sheet.watermark import WATERMARK
from tests.load.workspaces import PLAN, workspace
from tests.writers.pdf_file import PdfFile

FONTS = Fonts.found([])
DRAFT = Setting(draft=True)
ISSUE = (
    "template: notice/plain\ntext: [正文。]\nissue:\n  mark: {organs: [甲街道办事处]}\n"
    "  number: {code: 甲发, year: 2021, sequence: 待定}\n  issuers: [甲街道办事处]\n  date: 待定\n"
)
OPEN = {"data/x/plan.yaml": PLAN + ISSUE}
DECIDED = {
    "data/x/plan.yaml": PLAN
    + ISSUE.replace("sequence: 待定", "sequence: 3").replace("date: 待定", "date: 2021-03-08")
}


def test_a_final_document_with_something_undecided_is_refused_with_every_place(
    tmp_path: Path,
) -> None:
    place = workspace(tmp_path, OPEN)

    with pytest.raises(InputError) as caught:
        Renderer(place).render("x/plan", ["docx", "txt"], Outputs(tmp_path / "out"))

    assert str(caught.value).splitlines() == [
        "x/plan 还有 2 处没有定（待定），不能定稿；要看草稿，请加 --draft",
        "data/x/plan.yaml 第8行 issue.number.sequence：还没有定（待定）",
        "data/x/plan.yaml 第10行 issue.date：还没有定（待定）",
    ]
    assert not (tmp_path / "out").exists()


def test_a_draft_shows_it_and_the_places_are_remarked_upon(tmp_path: Path) -> None:
    place = workspace(tmp_path, OPEN)

    rendered = Renderer(place, DRAFT).render("x/plan", ["txt", "xml"], Outputs(tmp_path))

    text, tree = (path.read_text(encoding="utf-8") for path in rendered.files)
    assert "甲发〔2021〕【待定】号" in text
    assert "甲街道办事处\n【待定】\n" in text
    assert 'seq="待定"' in tree
    assert "<date>待定</date>" in tree
    assert [finding.place.key for finding in rendered.findings] == [
        "issue.number.sequence",
        "issue.date",
    ]
    assert WATERMARK not in text + tree


def test_a_tree_with_something_undecided_is_a_draft_too(tmp_path: Path) -> None:
    place = workspace(tmp_path, OPEN)
    tree = str(Renderer(place, DRAFT).render("x/plan", ["xml"], Outputs(tmp_path)).files[0])

    rendered = Renderer(place, DRAFT).render(tree, ["txt"], Outputs(tmp_path / "out"))
    with pytest.raises(InputError) as caught:
        Renderer(place).render(tree, ["txt"], Outputs(tmp_path / "final"))

    assert len(rendered.findings) == 2
    first, *places = str(caught.value).splitlines()
    assert first == f"{tree} 还有 2 处没有定（待定），不能定稿；要看草稿，请加 --draft"
    assert [place.split("：")[0].split()[-1] for place in places] == ["<number>", "<date>"]


@pytest.mark.parametrize("files", [OPEN, DECIDED], ids=["open", "decided"])
def test_a_draft_says_so_on_every_page_of_the_pdf_and_in_the_docx(
    files: dict[str, str | bytes], tmp_path: Path
) -> None:
    place = workspace(tmp_path, files)

    rendered = Renderer(place, DRAFT, FONTS).render("x/plan", ["pdf", "docx"], Outputs(tmp_path))

    pdf = PdfFile(rendered.files[0].read_bytes())
    pages = len(pdf.pdf.pages)
    large = [
        placed for page in range(pages) for placed in pdf.placed(page) if placed.text in WATERMARK
    ]
    assert len(large) == pages * len(WATERMARK)
    assert "草稿".encode() not in rendered.files[1].read_bytes()  # it is packed
    assert b"word/header1.xml" in rendered.files[1].read_bytes()


def test_the_final_document_does_not(tmp_path: Path) -> None:
    place = workspace(tmp_path, DECIDED)

    rendered = Renderer(place, fonts=FONTS).render("x/plan", ["pdf", "docx"], Outputs(tmp_path))

    pdf = PdfFile(rendered.files[0].read_bytes())
    assert not [placed for placed in pdf.placed(0) if placed.text in WATERMARK]
    assert b"word/header1.xml" not in rendered.files[1].read_bytes()


def test_an_undecided_date_is_no_date_of_the_file(tmp_path: Path) -> None:
    place = workspace(tmp_path, OPEN)
    document, _ = Renderer(place).document("x/plan")

    work = Work(document, DRAFT, FONTS, tmp_path)

    assert work.pages.about.date is None


def test_the_proof_of_a_draft_measures_the_document(tmp_path: Path) -> None:
    place = Workspace.at(Path(__file__).parents[1] / "fixtures/workspace")
    document, _ = Renderer(place).document("yunxi/notice-2021")

    proofs = [
        Work(document, replace(DRAFT, draft=draft), FONTS, tmp_path).proof
        for draft in (True, False)
    ]

    assert proofs[0].rows == proofs[1].rows
