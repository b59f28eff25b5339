"""Tables of PDF files whose rules are few, and tables that go on over pages."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.document.origins import ReadDocument
from plangen.readers.reader import read_bytes
from tests.readers.drawn import RIGHT, Line, Word, across, drawn, row, upright
from tests.readers.files import texts, unaccounted

COLUMNS = (80.0, 120.0, 330.0, 420.0)
SIDES = (*COLUMNS, RIGHT)
HEAD = ("No", "Task", "Organ", "Until")
LONG = "set up a record of all that was done|and report on it to the office"
WHOLE = "set up a record of all that was done and report on it to the office"


def read(*pages: Sequence[Word | Line]) -> ReadDocument:
    return read_bytes(drawn(*pages), "a.pdf")


def grid(found: ReadDocument) -> list[tuple[str, ...]]:
    """The only table of a document."""
    assert len(found.tables) == 1
    assert unaccounted(found) == ({}, {})
    return list(found.grid(found.tables[0]))


def cells(y: float, *texts: str) -> list[Word]:
    return row(y, *texts, columns=COLUMNS)


THREE_ROWS: list[Word] = [
    *cells(690, *HEAD),
    *cells(670, "1", LONG, "Office A", "May"),
    *cells(640, "2", "train staff", "Office B", "June"),
]


def test_horizontal_rules_and_white_make_a_table() -> None:
    found = read([*THREE_ROWS, *across(705, 684, 652, 634)])

    assert grid(found) == [
        HEAD,
        ("1", WHOLE, "Office A", "May"),
        ("2", "train staff", "Office B", "June"),
    ]


def test_rows_that_no_rule_parts_begin_in_the_first_column() -> None:
    found = read([*THREE_ROWS, *across(705, 684, 634)])

    assert grid(found) == [
        HEAD,
        ("1", WHOLE, "Office A", "May"),
        ("2", "train staff", "Office B", "June"),
    ]


def test_a_cell_over_the_whole_width_stays_one() -> None:
    between: list[Word] = [
        (84.0, 618.0, "Second part: what the villages and the offices do on their own")
    ]
    last = cells(598, "3", "visit homes", "Office C", "July")

    found = read([*THREE_ROWS, *between, *last, *across(705, 684, 652, 634, 612, 592)])

    assert grid(found)[3:] == [
        (between[0][2], "", "", ""),
        ("3", "visit homes", "Office C", "July"),
    ]


def test_rules_beside_a_cell_that_spans_rows_part_these() -> None:
    marks: list[Word | Line] = [
        *cells(690, *HEAD),
        *cells(670, "1", "set up a record", "Office A", "May"),
        *cells(650, "", "train staff", "Office B", "June"),
        *across(705, 684, 644),
        *across(664, left=120.0),
    ]

    assert grid(read(marks))[1:] == [
        ("1", "set up a record", "Office A", "May"),
        ("", "train staff", "Office B", "June"),
    ]


def test_two_columns_need_rules() -> None:
    columns = (80.0, 330.0)
    words = [
        w for n in range(5) for w in row(700 - 20 * n, f"room {n}", f"{n} seats", columns=columns)
    ]
    rules = across(*(715 - 20 * n for n in range(6)))

    assert len(grid(read([*words, *rules]))) == 5
    assert not read([*words]).tables


def test_three_columns_in_three_lines_need_no_rule() -> None:
    after: list[Word] = [(100.0, 600.0, "So much for the tasks of this year.")]

    found = read([*THREE_ROWS, *after])

    assert grid(found) == [
        HEAD,
        ("1", WHOLE, "Office A", "May"),
        ("2", "train staff", "Office B", "June"),
    ]
    assert texts(found)[-1] == after[0][2]


@pytest.mark.parametrize(
    "lines",
    [
        [("Head:", "Wang", "director"), ("Members:", "Li", "clerk"), ("", "Zhao", "clerk")] * 2,
        [("1", "Aims", "2"), ("2", "Tasks", "2"), ("3", "Means", "5"), ("4", "Dates", "9")],
        [("Head: W", "R", "director"), ("Clerk: L", "S", "clerk"), ("Z", "T", "clerk")] * 2,
        [("Party committee", "District office", "School board")] * 2,
        [("W", "R", "director"), ("L", "S", "clerk"), ("Z", "T", "clerk"), ("Q", "U", "clerk")],
    ],
)
def test_lists_of_names_contents_and_signatures_are_no_tables(
    lines: list[tuple[str, str, str]],
) -> None:
    columns = (80.0, 200.0, 330.0)
    words = [w for n, line in enumerate(lines) for w in row(700 - 15 * n, *line, columns=columns)]

    assert not read(words).tables


def test_the_lines_of_an_imprint_between_rules_are_no_table() -> None:
    marks: list[Word | Line] = [
        (84.0, 130.0, "Copies to: the bureau of education, the bureau of health, the bureau of"),
        (84.0, 118.0, "civil affairs and the villages."),
        (84.0, 98.0, "Office of the street committee"),
        (400.0, 98.0, "6 September 2020"),
        *across(144, 112, 92),
    ]

    assert not read(marks).tables


def test_a_table_may_lack_the_rules_at_its_sides() -> None:
    found = read([*THREE_ROWS, *across(705, 684, 652, 634), *upright(COLUMNS[1:], 705, 634)])

    assert grid(found)[1] == ("1", WHOLE, "Office A", "May")


FIRST_PAGE = [
    *cells(150, *HEAD),
    *cells(130, "1", "train staff", "Office B", "June"),
    *cells(110, "2", "set up a record of all that was done", "Office A", "May"),
]
REST = ("", "and report on it to the office", "", "")
NEXT = ("3", "visit homes", "Office C", "July")


def ruled(*heights: float) -> list[Line]:
    return [*across(*heights), *upright(SIDES, heights[0], heights[-1])]


def overleaf(*rows: tuple[str, ...]) -> list[Word]:
    """Rows at the head of a page, the head of the table first."""
    return [w for n, one in enumerate((HEAD, *rows)) for w in cells(770 - 20 * n, *one)]


@pytest.mark.parametrize("has_upright", [True, False])
@pytest.mark.parametrize("has_closing", [True, False])
def test_a_row_that_the_end_of_the_page_parts_is_one(has_upright: bool, has_closing: bool) -> None:
    first = [164.0, 144, 124] + ([104.0] if has_closing else [])
    second = across(784, 764, 744, 724)
    marks: list[Word | Line] = [*FIRST_PAGE, *across(*first)]
    rest: list[Word | Line] = [*overleaf(REST, NEXT), *second]
    if has_upright:
        marks += upright(SIDES, 164, 104)
        rest += upright(SIDES, 784, 724)

    found = read(marks, rest)

    assert grid(found) == [
        HEAD,
        ("1", "train staff", "Office B", "June"),
        ("2", WHOLE, "Office A", "May"),
        NEXT,
    ]
    passage = next(p for p in found.passages if p.text == WHOLE)
    assert (found.page_at(passage.start), found.page_at(passage.end - 1)) == (1, 2)


def test_a_row_without_rules_goes_on_where_its_first_column_is_empty() -> None:
    full = [*FIRST_PAGE, *cells(90, "3", "write down all that was done at once", "Office A", "May")]
    rest = ("", "and in every village", "", "")

    found = read(full, overleaf(rest, ("4", "visit homes", "Office C", "July")))

    assert grid(found)[3:] == [
        ("3", "write down all that was done at once and in every village", "Office A", "May"),
        ("4", "visit homes", "Office C", "July"),
    ]


def test_a_row_of_its_own_beside_a_cell_that_spans_rows_stays_one() -> None:
    first = [*FIRST_PAGE[:8], *cells(110, "", "write reports.", "Office A", "May")]

    found = read(
        [*first, *ruled(164, 144, 124, 104)],
        [*overleaf(("", "visit homes.", "Office C", "July")), *ruled(784, 764, 744)],
    )

    assert grid(found)[2:] == [
        ("", "write reports.", "Office A", "May"),
        ("", "visit homes.", "Office C", "July"),
    ]


def test_cells_that_span_the_last_rows_count_in_the_table() -> None:
    columns = (80.0, 290.0)
    words = row(690, "one cell", "another", columns=columns)
    rules = [*across(705, 684, 664), *upright((*columns, RIGHT), 705, 664)]
    half = [(80.0, 684.0, 90.0, 684.0)]  # the rule between the rows is only begun

    found = read([*words, *rules[:1], *rules[2:], *half])

    assert [(p.text, p.rows) for p in found.passages] == [("one cell", 2), ("another", 2)]
    assert found.tables[0].rows == 2


def test_words_at_the_head_of_a_page_end_the_table_before_them() -> None:
    text = "The offices report on what they did at the end of every quarter."

    found = read(
        [*FIRST_PAGE, *ruled(164, 144, 124, 104)],
        [(80.0, 790.0, text), *overleaf(NEXT), *ruled(784, 764, 744)],
    )

    assert [table.rows for table in found.tables] == [3, 2]
    assert text in texts(found)


PLACES = st.tuples(st.sampled_from([80, 120, 200, 330, 420]), st.integers(4, 55))
WORDS = st.sampled_from(["1", "Task", "Head:", "a cell", "12", "- 3 -"])


@given(
    st.lists(st.tuples(PLACES, WORDS), min_size=1, max_size=40, unique_by=lambda one: one[0]),
    st.lists(st.integers(4, 55), max_size=8),
    st.lists(st.sampled_from([80, 120, 330, 500]), max_size=4),
)
@settings(max_examples=150, deadline=None)
def test_no_words_are_lost_whatever_stands_where(
    words: list[tuple[tuple[int, int], str]], rules: list[int], sides: list[int]
) -> None:
    placed: list[Word | Line] = [(float(x), 14.0 * y, text) for (x, y), text in words]
    page = [
        (80.0, 800.0, "Report"),
        *placed,
        *across(*(14.0 * y + 5 for y in rules)),
        *upright(sides, 760.0, 60.0),
    ]

    found = read(page, page)

    assert unaccounted(found) == ({}, {})
    assert found.text.count("Task") == 2 * sum(text == "Task" for _, text in words)
    starts = [passage.start for passage in found.passages]
    assert starts == sorted(starts)
