"""Text in a PDF: what it says, and where each of its characters stands."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.fonts.face import Face
from plangen.pages.nodes import Node, NodeKind
from plangen.writers.pdf.writer import write_pdf
from tests.fonts.made import Outlines
from tests.writers.pdf_file import PdfFile, to_unicode
from tests.writers.pdf_pages import face, face_with_radical, one_paragraph, paged, run

WORDS = "社会心理服务体系建设试点"
EXACT = 0.01  # mm

BOTH = pytest.mark.parametrize("outlines", ["cff", "truetype"])


@BOTH
def test_the_text_comes_out_as_it_was_set(tmp_path: Path, outlines: Outlines) -> None:
    made = face(tmp_path, WORDS, outlines)

    file = PdfFile(write_pdf(one_paragraph(made, WORDS)))

    assert "".join(placed.text for placed in file.placed()) == WORDS
    assert file.viewer_text() == WORDS


@BOTH
def test_a_character_beyond_the_first_plane_is_a_pair_of_surrogates(
    tmp_path: Path, outlines: Outlines
) -> None:
    made = face(tmp_path, "周𠮷", outlines)

    file = PdfFile(write_pdf(one_paragraph(made, "周𠮷")))

    (font,) = file.fonts.values()
    assert b"<D842DFB7>" in font.ToUnicode.read_bytes()
    assert [placed.text for placed in file.placed()] == ["周", "𠮷"]
    assert file.viewer_text() == "周𠮷"


def test_a_glyph_of_two_characters_means_the_plain_one_wherever_it_comes_first(
    tmp_path: Path,
) -> None:
    made = face_with_radical(tmp_path)

    file = PdfFile(write_pdf(one_paragraph(made, "⼼心理")))

    (font,) = file.fonts.values()
    assert sorted(to_unicode(font).values()) == ["心", "理"]
    assert "/Span<</ActualText<FEFF2F3C>>>BDC" in file.stream()
    assert file.viewer_text() == "⼼心理"


def test_the_other_character_of_a_glyph_stands_at_its_place(tmp_path: Path) -> None:
    made = face_with_radical(tmp_path)
    offsets = (0.0, 5.0, 11.0, 16.5, 22.4)

    file = PdfFile(write_pdf(one_paragraph(made, "一⼼心⼼理", offsets=offsets)))

    assert [placed.x - 28 for placed in file.placed()] == pytest.approx(offsets, abs=EXACT)
    assert file.viewer_text() == "一⼼心⼼理"


def test_the_other_character_of_a_glyph_stands_at_its_place_in_a_turned_run(tmp_path: Path) -> None:
    made = face_with_radical(tmp_path)
    offsets = (0.0, 5.0, 11.0)

    file = PdfFile(write_pdf(one_paragraph(made, "心⼼理", offsets=offsets, turned=True)))

    assert [placed.x for placed in file.placed()] == pytest.approx([28] * 3, abs=EXACT)
    assert [placed.y - 41.9 for placed in file.placed()] == pytest.approx(offsets, abs=EXACT)


def test_where_a_glyph_means_one_character_nothing_is_said_twice(tmp_path: Path) -> None:
    made = face_with_radical(tmp_path)

    file = PdfFile(write_pdf(one_paragraph(made, "⼼理")))

    assert "ActualText" not in file.stream()
    assert [placed.text for placed in file.placed()] == ["⼼", "理"]


@BOTH
def test_a_run_stands_where_it_was_put(tmp_path: Path, outlines: Outlines) -> None:
    made = face(tmp_path, WORDS, outlines)

    first = PdfFile(write_pdf(one_paragraph(made, WORDS, x=28, y=41.9))).placed()[0]

    assert (first.x, first.y) == pytest.approx((28, 41.9), abs=EXACT)


def test_the_lines_of_a_page_stand_where_they_were_put(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)
    root = Node(NodeKind.DOCUMENT)
    node = root.add(NodeKind.PARAGRAPH)
    starts = [(28 + 0.0123 * line, 41.9 + 10.4486 * line) for line in range(22)]
    lines = [run(made, WORDS, x, y, node=node) for x, y in starts]

    placed = PdfFile(write_pdf(paged(lines, root=root))).placed()

    found = [(first.x, first.y) for first in placed[:: len(WORDS)]]
    assert found == [pytest.approx(start, abs=EXACT) for start in starts]


@pytest.fixture(scope="module", params=["cff", "truetype"])
def mixed_face(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Face:
    """A face whose letters are half as wide as its hanzi."""
    return face(tmp_path_factory.mktemp("fonts"), WORDS + "0123456789", request.param)


@given(
    text=st.text(WORDS + "0123456789", min_size=1, max_size=60),
    steps=st.lists(st.floats(0.5, 40, allow_nan=False), min_size=60, max_size=60),
    even=st.booleans(),
    size=st.floats(5, 80, allow_nan=False),
    scale=st.sampled_from([1.0, 0.8, 0.6667]),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_character_stands_at_its_place(
    mixed_face: Face, text: str, steps: list[float], even: bool, size: float, scale: float
) -> None:
    steps = [steps[0]] * len(text) if even else steps
    offsets = [sum(steps[:place]) for place in range(len(text))]

    pages = one_paragraph(mixed_face, text, offsets=offsets, size=size, scale=scale)
    placed = PdfFile(write_pdf(pages)).placed()

    assert [char.text for char in placed] == list(text)
    assert [char.x - 28 for char in placed] == pytest.approx(offsets, abs=EXACT)
    assert [char.y for char in placed] == pytest.approx([41.9] * len(text), abs=EXACT)


def test_an_even_line_is_one_string_with_tracking(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)
    offsets = [place * 156 / 28 for place in range(len(WORDS))]

    content = PdfFile(write_pdf(one_paragraph(made, WORDS, offsets=offsets))).stream()

    assert content.count("Tj") == 1
    assert "TJ" not in content
    assert "-0.207 Tc" in content


def test_a_turned_run_goes_down_the_page_with_its_characters_lying(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)
    offsets = (0.0, 5.0, 10.5)

    file = PdfFile(write_pdf(one_paragraph(made, "心理服", offsets=offsets, turned=True)))

    assert [placed.x for placed in file.placed()] == pytest.approx([28] * 3, abs=EXACT)
    assert [placed.y - 41.9 for placed in file.placed()] == pytest.approx(offsets, abs=EXACT)
    assert [char["matrix"][:4] for char in file.drawn("chars")] == [(0, -1, 1, 0)] * 3


def test_a_run_after_a_turned_one_stands_upright_at_its_place(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)
    marks = [
        run(made, "心", 100, 100, turned=True),
        run(made, "理", 30, 50),
        run(made, "服", 30, 60),
    ]

    file = PdfFile(write_pdf(paged(marks)))

    found = [(placed.x, placed.y) for placed in file.placed()]
    assert found[1:] == [pytest.approx(at, abs=EXACT) for at in [(30, 50), (30, 60)]]
    assert [char["upright"] for char in file.drawn("chars")] == [False, True, True]


def test_a_narrowed_run_has_narrow_glyphs(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)

    (char,) = PdfFile(write_pdf(one_paragraph(made, "心", scale=0.7))).drawn("chars")

    assert char["width"] == pytest.approx(16 * 0.7, abs=0.01)


def test_the_width_of_one_run_does_not_stay_for_the_next(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)
    marks = [
        run(made, "心", 30, 50, scale=0.7, colour="FF0000", size=22.0),
        run(made, "理", 30, 60),
    ]

    _, char = PdfFile(write_pdf(paged(marks))).drawn("chars")

    assert char["width"] == pytest.approx(16, abs=0.01)
    assert char["non_stroking_color"] == (0, 0, 0)


def test_a_run_has_its_colour(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)

    (char,) = PdfFile(write_pdf(one_paragraph(made, "心", colour="FF8000"))).drawn("chars")

    assert char["non_stroking_color"] == pytest.approx((1, 128 / 255, 0), abs=0.001)


def test_lines_of_one_face_share_their_state_and_their_text_object(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)
    lines = [run(made, WORDS, 28, 41.9 + 10 * line) for line in range(3)]

    content = PdfFile(write_pdf(paged(lines))).stream()

    assert [content.count(operator) for operator in (" Tf", "BT\n", "\nET", "BDC", "EMC")] == [
        1
    ] * 5


def test_a_run_without_glyphs_writes_nothing(tmp_path: Path) -> None:
    made = face(tmp_path, WORDS)

    file = PdfFile(write_pdf(one_paragraph(made, "")))

    assert file.stream() == ""


def test_bytes_that_mean_something_in_a_string_are_kept(tmp_path: Path) -> None:
    characters = "".join(map(chr, range(0x4E00, 0x4E00 + 300)))  # identifiers 1 to 300
    made = face(tmp_path, characters)

    placed = PdfFile(write_pdf(one_paragraph(made, characters))).placed()

    assert "".join(char.text for char in placed) == characters
