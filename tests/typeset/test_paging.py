"""How many pages a document comes to, and where its 版记 goes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from plangen.document.blocks import (
    Block,
    Cell,
    Column,
    Member,
    Paragraph,
    Role,
    Roster,
    Section,
    Table,
)
from plangen.document.elements import (
    Annex,
    Document,
    DocumentNumber,
    Enclosure,
    Head,
    Mark,
    Signature,
)
from plangen.sheet.arrangement import arrange
from plangen.sheet.geometry import PROFILES, Profile
from plangen.sheet.runs import Line
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.typeset.counting import count_pages, line_count

EACH = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
GRID = PROFILES["gb33476"]
LINE = Paragraph.of("正文。")
SIGNED = Signature(("云溪街道办事处",), date(2021, 3, 8))
UNSEALED = replace(SIGNED, sealed=False)
HEAD = Head(mark=Mark(("云溪街道",)), number=DocumentNumber("云街发", 2021, 7))


def lines(count: int) -> tuple[Block, ...]:
    """Paragraphs of a line each."""
    return (LINE,) * count


def table(rows: int, head: int = 0) -> Table:
    row = (Cell.of("甲"),)
    return Table((Column(),), head=(row,) * head, rows=(row,) * rows)


def pages(*blocks: Block) -> int:
    """Pages of a document whose title and the blank line below it take two lines."""
    return count_pages(Document("通知", blocks=blocks), GRID).page


def lines_of(document: Document, style: str) -> list[int]:
    return [
        line_count(item)
        for item in arrange(document)
        if isinstance(item, Line) and item.style == style
    ]


@EACH
@pytest.mark.parametrize(
    ("count", "expected"), [(0, 1), (20, 1), (21, 2), (42, 2), (43, 3), (64, 3), (65, 4)]
)
def test_a_page_has_22_lines(profile: Profile, count: int, expected: int) -> None:
    document = Document("通知", blocks=lines(count))

    assert count_pages(document, profile).page == expected


@pytest.mark.parametrize(
    ("characters", "expected"), [(1, 1), (26, 1), (27, 2), (54, 2), (55, 3), (82, 3), (83, 4)]
)
def test_a_line_has_28_characters_and_a_paragraph_an_indent_of_2(
    characters: int, expected: int
) -> None:
    document = Document("通知", blocks=(Paragraph.of("文" * characters),))

    assert lines_of(document, "body") == [expected]


def test_titles_are_counted_in_their_own_size() -> None:
    assert lines_of(Document("题" * 20), "title") == [1]
    assert lines_of(Document("题" * 21), "title") == [2]
    assert lines_of(Document("题\n题\n题"), "title") == [3]


def test_annex_names_hang_under_their_first_line() -> None:
    one = Document("通知", annexes=(Annex("表" * 23),))
    longer = Document("通知", annexes=(Annex("表" * 24),))

    assert lines_of(one, "annex_note") == [1]
    assert lines_of(longer, "annex_note") == [2]


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        (17, 1),
        (18, 2),
        (19, 2),
    ],
)
def test_an_office_has_the_room_beside_the_names(characters: int, expected: int) -> None:
    members = (Member("欧阳文博", "书" * characters),)  # 28 - 2 - 组长 - colon 1.25 - 4 - 1 = 17.75
    document = Document("名单", blocks=(Roster((Role("组长", members),)),))

    assert lines_of(document, "roster") == [expected]


@pytest.mark.parametrize(("count", "expected"), [(8, 1), (9, 2)])
def test_the_first_page_below_a_mark_holds_8_lines_of_text(count: int, expected: int) -> None:
    document = Document("通知", head=HEAD, recipients=(("各村",),), blocks=lines(count))

    assert count_pages(document, GRID).page == expected


@pytest.mark.parametrize(("rows", "head", "expected"), [(28, 0, 1), (29, 0, 2), (27, 1, 1)])
def test_rows_of_a_table_fill_the_page(rows: int, head: int, expected: int) -> None:
    assert pages(table(rows, head)) == expected


@pytest.mark.parametrize(("rows", "expected"), [(28, 2), (57, 2), (58, 3)])
def test_the_header_of_a_table_takes_its_place_on_every_page(rows: int, expected: int) -> None:
    assert pages(table(rows, head=1)) == expected


def test_a_row_is_as_high_as_its_tallest_cell() -> None:
    tall = Cell((Paragraph.of("甲"),) * 14)
    both = Table((Column(), Column()), rows=((tall, Cell.of("乙")),) * 2)

    assert pages(both) == 1
    assert pages(replace(both, rows=(*both.rows, both.rows[0]))) == 2


def test_a_cell_beside_one_that_reaches_down_has_its_own_columns_width() -> None:
    columns = (Column(1), Column(9))
    text = Cell.of("文" * 30)
    apart = Table(columns, rows=((Cell(), text),) * 24)
    spanned = Table(columns, rows=((Cell(rows=24), text), *((text,),) * 23))

    assert pages(apart) == pages(spanned) == 1


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page() -> None:
    kept = (*lines(18), Section("甲", (LINE,)))
    moved = (*lines(19), Section("甲", (LINE,)))

    assert pages(*kept) == 1
    assert pages(*moved) == 2
    assert pages(*moved, *lines(20)) == 2
    assert pages(*moved, *lines(21)) == 3


def test_a_run_in_title_is_no_heading_of_its_own() -> None:
    assert pages(*lines(19), Section("甲", (LINE,), run_in=True)) == 1


def test_every_part_begins_a_page() -> None:
    document = Document(
        "通知",
        enclosure=Enclosure("方案", lines(1), (Annex("名单"), Annex("分工"))),
        annexes=(Annex("指南", orientation="landscape"),),
    )

    assert count_pages(document, GRID).page == 5
    assert count_pages(document, GRID).orientation == "landscape"


@EACH
def test_the_samples_come_to_known_pages(profile: Profile) -> None:
    assert count_pages(NOTICE, profile).page == 6
    assert count_pages(ANNEXED, profile).page == 2


def test_a_landscape_page_has_15_lines() -> None:
    def on(count: int) -> int:
        annex = Annex("表", lines(count), orientation="landscape")
        return count_pages(Document("通知", annexes=(annex,)), GRID).page

    assert on(15 - 4) == 2  # the label, the title, and a blank line below each
    assert on(15 - 3) == 3


def test_a_line_of_a_landscape_page_has_40_characters() -> None:
    annex = Annex("表", (Paragraph.of("文" * 36),) * 11, orientation="landscape")

    assert count_pages(Document("通知", annexes=(annex,)), GRID).page == 2


@pytest.mark.parametrize("signature", [SIGNED, UNSEALED])
def test_a_date_without_organs_can_be_set(signature: Signature) -> None:
    document = Document("通知", signature=replace(signature, organs=()))

    assert count_pages(document, GRID).page == 1


@settings(max_examples=30)
@given(documents())
def test_every_document_can_be_counted(document: Document) -> None:
    counted = count_pages(document, GRID)

    parts = 1 + len(document.annexes)
    if document.enclosure:
        parts += 1 + len(document.enclosure.annexes)
    assert counted.page >= parts
