"""名单 in three columns: labels, names, offices."""

from plangen.document.blocks import Member, Role, Roster
from plangen.sheet.rosters import roster_lines
from plangen.sheet.runs import Line, Run, Tab
from tests.document.samples import ROSTER

NAMES_AT = 2 + 3 + 1.25  # two cells in, 副组长, its colon
OFFICES_AT = NAMES_AT + 4 + 1  # 欧阳文博, and a cell of air


def line(*runs: Run) -> Line:
    tabs = (Tab(NAMES_AT), Tab(OFFICES_AT))
    return Line("roster", runs, left=OFFICES_AT, first_line=2 - OFFICES_AT, tabs=tabs)


def test_a_label_stands_before_the_first_member_of_its_role() -> None:
    lines = list(roster_lines(ROSTER))

    tab = Run("\t")
    assert lines == [
        line(
            Run("组长", spread=3),
            Run("："),
            tab,
            Run("王瑞", spread=3),
            tab,
            Run("街道办事处主任"),
        ),
        line(Run("副组长", spread=3), Run("："), tab, Run("欧阳文博"), tab, Run("武装部部长")),
        line(tab, Run("𠮷朋", spread=3), tab, Run("派出所所长")),
        line(Run("成员", spread=3), Run("："), tab, Run("赵一鸣")),
    ]


def test_names_keep_their_characters() -> None:
    (first, *_) = roster_lines(ROSTER)

    assert first.text == "组长：\t王瑞\t街道办事处主任"


def test_offices_stand_clear_of_the_longest_name() -> None:
    roster = Roster(
        (Role("成员", (Member("阿卜杜热合曼·买买提", "委员"), Member("王瑞", "委员"))),)
    )

    lines = list(roster_lines(roster))

    name, office = lines[0].tabs
    assert office.position - name.position == len("阿卜杜热合曼·买买提") + 1
    assert [tuple(found.tabs) for found in lines] == [(name, office)] * 2


def test_a_long_office_hangs_under_its_own_beginning() -> None:
    (found,) = roster_lines(Roster((Role("组长", (Member("王瑞", "书" * 40),)),)))

    assert found.left == found.tabs[-1].position
    assert found.left is not None and found.first_line is not None
    assert found.left + found.first_line == 2


def test_a_roster_without_labels_has_two_columns() -> None:
    (found,) = roster_lines(Roster((Role("", (Member("王瑞", "委员"),)),)))

    assert found.text == "王瑞\t委员"
    assert found.tabs == (Tab(2 + 3 + 1),)


def test_an_empty_roster_has_no_lines() -> None:
    assert list(roster_lines(Roster(()))) == []
