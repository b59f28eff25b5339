"""The tags of a PDF: every word and picture belongs to its element, in reading order."""

import pytest

from plangen.fonts.face import Face
from plangen.pages.marks import Bitmap, GlyphRun, Mark, Picture, Rule
from plangen.pages.nodes import Node, NodeKind
from plangen.writers.pdf.writer import write_pdf
from tests.writers.pdf_file import PdfFile
from tests.writers.pdf_pages import face, paged, run

WORDS = "一二三四五六七八九十标题目正文表头格附件年达到以上、，。%0123456789—"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Face:
    return face(tmp_path_factory.mktemp("fonts"), WORDS)


def lines(face: Face, *shown: tuple[str, Node | None]) -> list[GlyphRun]:
    """Runs one below the other."""
    return [
        run(face, text, y=41.9 + 10 * line, node=node) for line, (text, node) in enumerate(shown)
    ]


def test_the_elements_of_a_document_have_its_text_in_reading_order(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    title = root.add(NodeKind.TITLE, "标题")
    part = root.add(NodeKind.PART)
    part_title = part.add(NodeKind.TITLE, "题目")
    heading = part.add(NodeKind.HEADING1, "一、正文")
    paragraph = part.add(NodeKind.PARAGRAPH)
    annex = part.add(NodeKind.ANNEX)
    annex_title = annex.add(NodeKind.TITLE, "附件")
    drawn = lines(
        made,
        *(("标题", title), ("题目", part_title), ("一、正文", heading), ("正文正文", paragraph)),
        *(("正文", paragraph), ("附件", annex_title), ("—1—", None)),
    )

    file = PdfFile(write_pdf(paged(drawn, root=root)))

    assert file.tree == (
        "Document\n"
        "  H1 标题\n"
        "  Part\n"
        "    H1 题目\n"
        "    H2 一、正文\n"
        "    P 正文正文正文\n"
        "    Sect\n"
        "      H1 附件"
    )


def test_the_lines_of_a_paragraph_are_one_sequence(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    paragraph = root.add(NodeKind.PARAGRAPH)

    file = PdfFile(write_pdf(paged(lines(made, ("一", paragraph), ("二", paragraph)), root=root)))

    assert file.stream().count("BDC") == 1


def test_a_paragraph_that_goes_over_the_page_is_one_element(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    paragraph = root.add(NodeKind.PARAGRAPH)
    first, second = [run(made, "一二", node=paragraph)], [run(made, "三四", node=paragraph)]

    file = PdfFile(write_pdf(paged(first, second, root=root)))

    (element,) = file.elements("P")
    assert file.tree == "Document\n  P 一二三四"
    assert [kid if isinstance(kid, int) else kid.Pg.objgen for kid in element.K] == [
        0,
        file.pdf.pages[1].obj.objgen,
    ]


def test_a_figure_stands_inside_its_paragraph_and_names_its_target(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    paragraph = root.add(NodeKind.PARAGRAPH)
    figure = paragraph.add(NodeKind.FIGURE, "village_counseling_room_coverage")
    drawn = [
        run(made, "达到", 28, node=paragraph),
        run(made, "80%", 40, node=figure),
        run(made, "以上。", 50, node=paragraph),
    ]

    file = PdfFile(write_pdf(paged(drawn, root=root)))

    (span,) = file.elements("Span")
    assert file.tree == "Document\n  P 达到*以上。\n    Span 80%"
    assert str(span.T) == "village_counseling_room_coverage"


def test_a_figure_on_two_lines_is_one_element(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    paragraph = root.add(NodeKind.PARAGRAPH)
    figure = paragraph.add(NodeKind.FIGURE, "target")
    drawn = lines(made, ("达到80", figure), ("%以", figure), ("上", paragraph))

    file = PdfFile(write_pdf(paged(drawn, root=root)))

    assert file.tree == "Document\n  P *上\n    Span 达到80%以"


def test_elements_whose_marks_take_turns_keep_their_own_text(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    left, right = root.add(NodeKind.PARAGRAPH), root.add(NodeKind.PARAGRAPH)
    drawn = lines(made, ("一", left), ("二", right), ("三", left), ("四", right))

    file = PdfFile(write_pdf(paged(drawn, root=root)))

    assert file.tree == "Document\n  P 一三\n  P 二四"


def test_elements_are_read_in_the_order_of_the_tree_and_not_of_drawing(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    first, second = root.add(NodeKind.PARAGRAPH), root.add(NodeKind.PARAGRAPH)

    file = PdfFile(write_pdf(paged(lines(made, ("二", second), ("一", first)), root=root)))

    assert file.tree == "Document\n  P 一\n  P 二"


def test_a_table_keeps_its_empty_cells_and_says_what_they_span(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    table = root.add(NodeKind.TABLE)
    head = table.add(NodeKind.TABLE_HEAD).add(NodeKind.ROW)
    heads = [head.add(NodeKind.HEAD_CELL), head.add(NodeKind.HEAD_CELL, columns=2)]
    body = table.add(NodeKind.TABLE_BODY)
    row, last = body.add(NodeKind.ROW), body.add(NodeKind.ROW)
    cells = [row.add(NodeKind.CELL, rows=2), row.add(NodeKind.CELL), row.add(NodeKind.CELL)]
    last.add(NodeKind.CELL)
    last.add(NodeKind.CELL)
    drawn = lines(made, ("表", heads[0]), ("头", heads[1]), ("格", cells[0]), ("一", cells[2]))

    file = PdfFile(write_pdf(paged(drawn, root=root)))

    assert file.tree == (
        "Document\n"
        "  Table\n"
        "    THead\n      TR\n        TH 表\n        TH 头\n"
        "    TBody\n      TR\n        TD 格\n        TD\n        TD 一\n"
        "      TR\n        TD\n        TD"
    )
    attributes = [element.get("/A") for kind in ("TH", "TD") for element in file.elements(kind)]
    found = [dict(given.items()) if given is not None else {} for given in attributes]
    assert [(each.get("/Scope"), each.get("/ColSpan"), each.get("/RowSpan")) for each in found] == [
        ("/Column", None, None),
        ("/Column", 2, None),
        (None, None, 2),
        *[(None, None, None)] * 4,
    ]
    assert {str(each["/O"]) for each in found if each} == {"/Table"}


def test_what_shows_nothing_is_left_out(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    root.add(NodeKind.TITLE, "标题")
    root.add(NodeKind.TABLE).add(NodeKind.ROW).add(NodeKind.CELL)
    root.add(NodeKind.PART).add(NodeKind.PARAGRAPH)
    shown = root.add(NodeKind.PARAGRAPH)

    file = PdfFile(write_pdf(paged(lines(made, ("正文", shown)), root=root)))

    assert file.tree == "Document\n  P 正文"


def test_levels_of_headings_have_no_gap(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    kinds = [
        *(NodeKind.TITLE, NodeKind.HEADING1, NodeKind.HEADING3, NodeKind.HEADING4),
        *(NodeKind.HEADING3, NodeKind.HEADING1, NodeKind.HEADING2, NodeKind.TITLE),
        NodeKind.HEADING4,
    ]
    nodes = [root.add(kind, "题") for kind in kinds]

    file = PdfFile(write_pdf(paged(lines(made, *(("题", node) for node in nodes)), root=root)))

    levels = [line.split()[0] for line in file.tree.splitlines()[1:]]
    assert levels == ["H1", "H2", "H3", "H4", "H3", "H2", "H3", "H1", "H2"]


def test_a_picture_says_what_it_shows_and_where(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    seal = root.add(NodeKind.PICTURE, "印章：云溪街道办事处")
    picture = Picture(Bitmap(1, 1, b"\xff\0\0"), 100, 200, 42, 40, seal)

    file = PdfFile(write_pdf(paged([picture], root=root)))

    (figure,) = file.elements("Figure")
    assert file.tree == "Document\n  Figure □"
    assert str(figure.Alt) == "印章：云溪街道办事处"
    box = [float(edge) * 25.4 / 72 for edge in figure.A.BBox]
    assert box == pytest.approx([100, 297 - 240, 142, 297 - 200], abs=0.01)


def test_what_belongs_to_no_element_is_decoration(made: Face) -> None:
    marks: list[Mark] = [
        Rule(28, 40, 156, 0.35),
        run(made, "—1—"),
        Picture(Bitmap(1, 1, b"\xff\0\0"), 100, 200, 42, 42),
    ]

    file = PdfFile(write_pdf(paged(marks)))

    assert [line for line in file.stream().splitlines() if line.endswith("BDC")] == [
        "/Artifact<</Type/Layout>>BDC",
        "/Artifact<</Type/Pagination>>BDC",
        "/Artifact<</Type/Layout>>BDC",
    ]
    assert file.tree == ""


def test_every_sequence_is_known_by_its_page_and_every_page_by_its_number(made: Face) -> None:
    root = Node(NodeKind.DOCUMENT)
    first, second = root.add(NodeKind.PARAGRAPH), root.add(NodeKind.PARAGRAPH)
    pages = paged(lines(made, ("一", first)), lines(made, ("二", second), ("三", first)), root=root)

    file = PdfFile(write_pdf(pages))

    tree = file.root.StructTreeRoot
    elements = [element.objgen for element in file.elements("P")]
    numbers = [list(tree.ParentTree.Nums[at]) for at in (1, 3)]
    assert [[parent.objgen for parent in parents] for parents in numbers] == [
        [elements[0]],
        [elements[1], elements[0]],
    ]
    assert [page.obj.StructParents for page in file.pdf.pages] == [0, 1]
    assert (int(tree.ParentTree.Nums[0]), int(tree.ParentTree.Nums[2])) == (0, 1)
    assert tree.ParentTreeNextKey == 2


def test_the_file_says_that_it_is_tagged_and_in_which_language(made: Face) -> None:
    file = PdfFile(write_pdf(paged(lines(made, ("一", None)))))

    assert file.root.MarkInfo.Marked == True  # noqa: E712  # pikepdf's object, not a bool
    assert str(file.root.Lang) == "zh-CN"
    assert file.pdf.pages[0].obj.Tabs == "/S"


def test_a_mark_of_an_element_outside_the_tree_is_refused(made: Face) -> None:
    stray = Node(NodeKind.PARAGRAPH)

    with pytest.raises(ValueError, match="a node that is not in the tree"):
        write_pdf(paged(lines(made, ("一", stray))))
