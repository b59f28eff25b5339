"""Paragraphs in lines: indents, tabs, chosen breaks, alignment, and the runs in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import CELL, MM_PER_POINT, TYPE_WIDTH
from plangen.sheet.runs import Line, Run, Tab
from plangen.sheet.styles import Align
from plangen.typeset.measures import GridMeasures
from plangen.typeset.paragraphs import Piece, SetParagraph, set_paragraph


def set_line(line: Line, align: Align | None = None) -> SetParagraph:
    return set_paragraph(line, TYPE_WIDTH, GridMeasures(), align)


def text_of(piece: Piece) -> str:
    return piece.stretch.text.text[piece.broken.start : piece.broken.end]


def read(paragraph: SetParagraph) -> list[list[tuple[str, float]]]:
    """Every line as its pieces: the text, and where it begins in 字 of the paragraph."""
    return [
        [(text_of(piece), round(piece.left / paragraph.em, 3)) for piece in line]
        for line in paragraph.lines
    ]


def body(text: str) -> Line:
    return Line("body", (Run(text),))


def test_the_first_line_of_a_paragraph_is_indented_by_2_characters() -> None:
    assert read(set_line(body("文" * 30))) == [[("文" * 26, 2)], [("文" * 4, 0)]]


def test_all_lines_but_the_last_are_full() -> None:
    (first,), (second,), (last,) = set_line(body("文" * 60)).lines

    assert (first.full, second.full, last.full) == (True, True, False)


def test_an_empty_paragraph_takes_a_line() -> None:
    assert read(set_line(body(""))) == [[]]


def test_characters_of_3_hao_have_the_grid_and_others_their_size() -> None:
    assert set_line(body("文")).em == CELL
    assert set_line(Line("title", (Run("文"),))).em == pytest.approx(22 * MM_PER_POINT)


def test_a_break_that_a_person_chose_begins_a_line() -> None:
    title = Line("title", (Run("关于工作\n的通知"),))

    assert [[text for text, _ in line] for line in read(set_line(title))] == [
        ["关于工作"],
        ["的通知"],
    ]


@pytest.mark.parametrize(
    ("align", "left"), [("left", 0), ("center", 12), ("right", 24), ("justify", 0)]
)
def test_a_short_line_stands_where_its_alignment_wants(align: Align, left: float) -> None:
    line = Line("flush", (Run("四个汉字"),))

    assert read(set_line(line, align)) == [[("四个汉字", left)]]


@pytest.mark.parametrize(
    ("tab", "begins"),
    [
        (Tab(10), 10),
        (Tab(10, "center"), 9),
        (Tab(10, "right"), 8),
        (Tab(1), 3),  # what stands before reaches beyond the stop
        (Tab(4, "right"), 3),
    ],
)
def test_a_text_behind_a_tab_begins_at_its_stop(tab: Tab, begins: float) -> None:
    line = Line("flush", (Run("甲乙丙\t丁戊"),), tabs=(tab,))

    assert read(set_line(line)) == [[("甲乙丙", 0), ("丁戊", begins)]]


def test_a_text_behind_a_tab_goes_on_under_the_hanging_indent() -> None:
    line = Line("roster", (Run(f"组长\t{'书' * 30}"),), left=6, first_line=-4, tabs=(Tab(6),))

    assert read(set_line(line)) == [
        [("组长", 2), ("书" * 22, 6)],
        [("书" * 8, 6)],
    ]


def test_characters_of_a_run_are_spread_to_so_many_cells() -> None:
    line = Line("flush", (Run("王明", spread=3), Run("好")))

    (piece,) = set_line(line).lines[0]

    assert piece.stretch.text.ends == (0, 2, 3, 4)


def test_a_name_longer_than_its_cells_is_not_drawn_together() -> None:
    (piece,) = set_line(Line("flush", (Run("欧阳文博", spread=3),))).lines[0]

    assert piece.stretch.text.ends == (0, 1, 2, 3, 4)


def test_runs_keep_their_face_and_their_number() -> None:
    line = Line("heading2", (Run("（一）目标。"), Run("达到80%以上", "body", "rate")))

    (piece,) = set_line(line).lines[0]

    assert [(s.start, s.end, s.role, s.run) for s in piece.stretch.spans] == [
        (0, 6, FontRole.KAITI, 0),
        (6, 13, FontRole.FANGSONG, 1),
    ]


RUNS = st.lists(st.text("文，（A1 \t\n", max_size=40).map(Run), max_size=4).map(tuple)


@given(RUNS, st.sampled_from(["body", "title", "annex_note", "table_cell", "imprint"]))
def test_no_character_is_lost(runs: tuple[Run, ...], style: str) -> None:
    line = Line(style, runs, tabs=(Tab(6), Tab(12, "right")))

    pieces = [piece for pieces in set_line(line).lines for piece in pieces]

    written = "".join(run.text for run in runs).replace("\t", "").replace("\n", "")
    spans = [(p.stretch.text.text, s) for p in pieces for s in p.stretch.spans]
    assert "".join(map(text_of, pieces)) == written
    assert all(text[span.start : span.end] in runs[span.run].text for text, span in spans)
