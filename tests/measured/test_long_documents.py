"""Documents far longer than usual: a plan of 200 pages, a roster of 300 people."""

import time
from collections import Counter

import pytest

from plangen.document.blocks import Member, Role, Roster
from plangen.document.elements import Document
from tests.interop.standard import CELL, CHARACTERS, LINES, PAGE_NUMBER_CENTRE, PORTRAIT
from tests.measured.plans import LISTED, SENTENCES, plan_of, sections
from tests.measured.printing import Press, Printed
from tests.measured.reading import ends_at, is_wide, justified

SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", ("明", "喆", "建国", "文博", "堃", "晓燕")
OFFICES = ("党工委副书记、办事处主任", "派出所所长", "卫计岗主管", "某村党支部书记、村委会主任")


@pytest.fixture(scope="module")
def plan(press: Press) -> Printed:
    """A notice with a plan of 96 parts with ten paragraphs each."""
    return press.document(plan_of(96, (*SENTENCES, LISTED)))


def test_a_plan_of_200_pages_keeps_to_the_grid_from_the_first_page_to_the_last(
    plan: Printed,
) -> None:
    lines = plan.ruler.lines_per_page()
    ends = [line for line in justified(plan) if abs(ends_at(line.row) - PORTRAIT.right) > 0.1]
    wide = [line.row for line in justified(plan) if is_wide(line.row)]
    counts = Counter(len(row.glyphs) for row in wide if abs(row.x0 - PORTRAIT.left) < 0.1)

    assert len(plan.pages) >= 200
    assert len(lines) > 180
    assert Counter(lines.values()).most_common(1)[0][0] == LINES
    assert set(lines.values()) <= {LINES - 1, LINES}  # a heading may go on to the next page
    assert [line.row.text for line in ends] == []
    assert set(counts) <= {CHARACTERS - 1, CHARACTERS, CHARACTERS + 1}


def test_it_has_its_text_and_its_numbers_whole(plan: Printed) -> None:
    numbers = [plan.ruler.page_number(page) for page in plan.pages]
    faults = plan.ruler.line_break_faults()

    assert plan.drawn == plan.characters
    assert faults == []
    assert [n.text for n in numbers if n] == [f"—{page}—" for page in plan.pages]
    assert all(n and n.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=0.3) for n in numbers[-6:])
    assert plan.ruler.imprint_rules()[-1].y == pytest.approx(PORTRAIT.bottom, abs=0.2)


def test_no_heading_stands_alone_at_the_foot_of_a_page(plan: Printed) -> None:
    lasts = [plan.ruler.rows(page)[-1].text for page in plan.pages[:-1]]

    assert [text for text in lasts if "项重点任务" in text] == []


@pytest.fixture(scope="module")
def roster(press: Press) -> Printed:
    """Three roles with a hundred people each; every tenth has no office."""
    roles = tuple(
        Role(name, tuple(member(place + start) for place in range(100)))
        for start, name in enumerate(("组长", "副组长", "成员"))
    )
    return press.document(Document("名单", blocks=(Roster(roles),)))


def member(number: int) -> Member:
    name = SURNAMES[number % len(SURNAMES)] + GIVEN[number % len(GIVEN)]
    return Member(name, "" if number % 10 == 9 else OFFICES[number % len(OFFICES)])


def test_a_roster_of_300_people_has_straight_columns(roster: Printed) -> None:
    rows = [row for page in roster.pages for row in roster.ruler.rows(page)][1:]

    names = [row for row in rows if row.text[0] in SURNAMES]
    labelled = [row for row in rows if row.text[0] in "组副成"]
    offices = [
        glyph.x0
        for row in rows
        for glyph in row.glyphs
        if row.text.endswith(OFFICES) and glyph.text == next(o for o in OFFICES if o in row.text)[0]
    ]

    assert len(names) + len(labelled) == 300
    assert len(labelled) == 3
    assert {round(row.x0, 1) for row in names} == {round(names[0].x0, 1)}
    assert {round(row.x0, 1) for row in labelled} == {round(PORTRAIT.left + 2 * CELL, 1)}
    assert max(set(offices), key=offices.count) == pytest.approx(max(offices), abs=0.1)
    assert not roster.characters - roster.drawn


def test_names_of_two_and_three_characters_end_at_the_same_place(roster: Printed) -> None:
    rows = [row for page in roster.pages for row in roster.ruler.rows(page)]

    thirds = {
        round(row.glyphs[len(name) - 1].x0, 1)
        for row in rows
        for name in (surname + given for surname in SURNAMES for given in GIVEN)
        if row.text.startswith(name) and not row.text.startswith("成员")
    }

    assert len(thirds) == 1


def test_pages_do_not_cost_more_the_more_there_are(press: Press) -> None:
    def seconds(count: int) -> float:
        document = Document("方案", blocks=sections(count))
        began = time.process_time()
        press.document(document)
        return time.process_time() - began

    few, many = seconds(10), seconds(80)

    assert many < 8 * 3 * few
