"""The bookmarks of a PDF: its titles and headings, nested, each at its place."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from plangen.pages.nodes import Node, NodeKind
from plangen.writers.pdf.writer import write_pdf
from tests.writers.pdf_file import PdfFile
from tests.writers.pdf_pages import face, paged, run

TEXTS = ["通知", "方案", "一、目标", "（一）近期", "1.今年", "二、措施", "附件", "𠮷村"]
KINDS = [
    *(NodeKind.TITLE, NodeKind.TITLE, NodeKind.HEADING1, NodeKind.HEADING2, NodeKind.HEADING3),
    *(NodeKind.HEADING1, NodeKind.TITLE, NodeKind.HEADING1),
]


def described(items: list[pikepdf.OutlineItem], depth: int = 0) -> list[str]:
    """The bookmarks, indented."""
    return [
        line
        for item in items
        for line in ["  " * depth + item.title, *described(item.children, depth + 1)]
    ]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> PdfFile:
    """Two pages: four headings on each, at 50, 60, 70 and 80 mm."""
    made = face(tmp_path_factory.mktemp("fonts"), "".join(TEXTS))
    root = Node(NodeKind.DOCUMENT)
    nodes = [root.add(kind, text) for kind, text in zip(KINDS, TEXTS, strict=True)]
    runs = [
        run(made, node.text, y=50 + 10 * (place % 4), node=node) for place, node in enumerate(nodes)
    ]
    return PdfFile(write_pdf(paged(runs[:4], runs[4:], root=root)))


def test_headings_are_nested_by_their_levels(file: PdfFile) -> None:
    with PdfFile(file.content).pdf.open_outline() as outline:  # which changes the file it reads
        found = described(list(outline.root))

    assert found == [
        "通知",
        "方案",
        "  一、目标",
        "    （一）近期",
        "      1.今年",
        "  二、措施",
        "附件",
        "  𠮷村",
    ]


def test_a_bookmark_leads_to_the_top_of_its_line(file: PdfFile) -> None:
    bookmarks: Any = file.root.Outlines
    second = bookmarks.First.Next
    inner = second.First.First.First  # the first heading of the second page

    places = [(item.Dest[0].objgen, float(item.Dest[3])) for item in (second, inner)]

    top, page_height = 16.0, 297 * 72 / 25.4
    pages = [page.obj.objgen for page in file.pdf.pages]
    tops = [page_height - mm * 72 / 25.4 + top for mm in (60, 50)]
    assert [page for page, _ in places] == pages
    assert [place for _, place in places] == pytest.approx(tops, abs=0.01)


def test_the_outline_counts_what_it_shows(file: PdfFile) -> None:
    bookmarks: Any = file.root.Outlines

    assert bookmarks.Count == 8
    assert bookmarks.First.Next.Count == 4
    assert "/Count" not in bookmarks.First
    assert file.root.PageMode == "/UseOutlines"


def test_a_heading_without_a_text_has_no_bookmark(tmp_path: Path) -> None:
    made = face(tmp_path, "方案")
    root = Node(NodeKind.DOCUMENT)

    file = PdfFile(write_pdf(paged([run(made, "方案", node=root.add(NodeKind.TITLE))], root=root)))

    assert file.tree == "Document\n  H1 方案"
    assert "/Outlines" not in file.root
    assert "/PageMode" not in file.root


def test_a_heading_whose_text_is_all_figures_has_its_place(tmp_path: Path) -> None:
    made = face(tmp_path, "达到80%")
    root = Node(NodeKind.DOCUMENT)
    heading = root.add(NodeKind.HEADING1, "80%")
    figure = heading.add(NodeKind.FIGURE, "target")

    file = PdfFile(write_pdf(paged([run(made, "80%", y=100, node=figure)], root=root)))

    bookmarks: Any = file.root.Outlines
    place = float(bookmarks.First.Dest[3])
    assert place == pytest.approx(197 * 72 / 25.4 + 16, abs=0.01)
