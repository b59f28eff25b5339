"""Next year's data from this year's: what moves on, what is carried over, what is marked."""

import re
from pathlib import Path

import pytest

from plangen.jobs.roll import Rolled, roll
from plangen.load.workspace import Workspace
from plangen.quantity.grammar import parse_quantity
from plangen.quantity.undecided import UNDECIDED
from tests.jobs.rolling import (
    TASKS,
    VILLAGE,
    facts_of,
    text_of,
)
from tests.load.workspaces import PLAN, workspace


@pytest.fixture
def tasks(tmp_path: Path) -> Rolled:
    return roll(Workspace.at(tmp_path), TASKS, 2021)


def test_the_new_file_stands_beside_the_old_one_under_the_new_year(
    tasks: Rolled, tmp_path: Path
) -> None:
    assert tasks.id == "national/tasks-2021"
    assert tasks.path == tmp_path / "data/national/tasks-2021.yaml"


def test_village_rooms_come_to_80_percent_from_the_scheme(tasks: Rolled, tmp_path: Path) -> None:
    (target,) = [
        target
        for target in facts_of(Workspace.at(tmp_path), tasks.id).targets
        if target.indicator == VILLAGE
    ]

    assert target.at_least == parse_quantity("80%")
    assert target.deadline is not None
    assert target.deadline.last_day.isoformat() == "2021-12-31"
    assert (
        "  at_least: 80%  # ▲ 依上级文件 national/scheme-2018（二（1）），请核对\n"
        "  by: 2021-12-31  # ▲ 顺延1年，请核对\n"
    ) in text_of(tasks)


def test_titles_dates_and_number_move_on_and_what_nobody_knows_is_undecided(
    tasks: Rolled, tmp_path: Path
) -> None:
    facts = facts_of(Workspace.at(tmp_path), tasks.id)
    issue = facts.issue

    assert issue is not None
    assert issue.number is not None
    assert facts.title == "全国社会心理服务体系建设试点2021年重点工作任务"
    assert issue.title is not None
    assert "2021年重点工作任务" in issue.title
    assert [str(day) for day in (facts.starts, facts.ends)] == ["2021-01-01", "2021-12-31"]
    assert (issue.number.code, issue.number.year) == ("国卫办疾控函", 2021)
    assert issue.number.sequence is UNDECIDED
    assert issue.date is UNDECIDED


def test_organs_tasks_and_numbering_are_kept(tasks: Rolled, tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    old, new = facts_of(place, TASKS), facts_of(place, tasks.id)

    assert old.issue is not None
    assert new.issue is not None
    assert new.issue.issuers == old.issue.issuers
    assert new.issue.recipients == old.issue.recipients
    assert [task.id for task in new.tasks] == [task.id for task in old.tasks]
    assert [target.clause for target in new.targets] == [target.clause for target in old.targets]


def test_the_new_document_supersedes_the_old_one(tasks: Rolled, tmp_path: Path) -> None:
    new = facts_of(Workspace.at(tmp_path), tasks.id)

    assert new.supersedes == (TASKS,)
    assert new.implements == ("national/scheme-2018",)


def test_a_document_that_superseded_none_gains_the_key(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    rolled = roll(place, "shancheng/plan-2020", 2021)

    assert facts_of(place, rolled.id).supersedes == ("shancheng/plan-2020",)
    assert ("supersedes: [shancheng/plan-2020]  # ▲ 核对：取代的是2020年的文件\nbasis:") in text_of(
        rolled
    )


def test_a_document_above_gives_way_to_the_one_that_superseded_it(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    rolled = roll(place, "shancheng/plan-2020", 2021)

    assert facts_of(place, rolled.id).implements == ("national/scheme-2018", "national/tasks-2021")
    assert "# ▲ 核对：取代了 national/tasks-2020" in text_of(rolled)


def test_a_document_above_of_the_old_year_is_pointed_out(tmp_path: Path) -> None:
    rolled = roll(Workspace.at(tmp_path), "wuhan/tasks-2021", 2022)

    assert "# ▲ 核对：这是2021年的文件，有了2022年的请换" in text_of(rolled)


def test_other_years_in_prose_are_left_and_pointed_out(tmp_path: Path) -> None:
    rolled = roll(Workspace.at(tmp_path), "national/tasks-2021", 2022)
    text = text_of(rolled)

    assert "- >-  # ▲ 核对：这里写着2020年\n  2020年，各试点地区" in text
    assert "- >-  # ▲ 核对：这里写着2021年\n  2021年是试点工作的收官之年" in text
    assert "launched: 2019年1月  # ▲ 核对：这里写着2019年" in text


def test_counts_of_one_year_are_undecided(tasks: Rolled) -> None:
    assert "at_least: 待定  # ▲ 待定：2020年是1项，这项指标按年单独计" in text_of(tasks)
    assert tasks.undecided == 3


def test_the_result_counts_figures_by_origin(tasks: Rolled) -> None:
    text = text_of(tasks)
    values = [
        line for line in text.splitlines() if re.search(r"\b(at_least|at_most|equals): ", line)
    ]

    assert tasks.carried == sum("▲ 沿用2020年，请核对" in line for line in values)
    assert tasks.from_above == sum("▲ 依上级文件 national/scheme-2018" in line for line in values)
    assert tasks.carried + tasks.from_above + 1 == len(values)


def test_a_document_that_came_along_and_is_hidden_now_is_told(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)

    assert roll(place, TASKS, 2021).hides
    assert not roll(place, TASKS, 2031).hides
    assert not roll(place, "national/tasks-2019", 2020, tmp_path / "mine.yaml").hides


def annual(title: str, *lines: str) -> str:
    return "\n".join(("kind: notice", "level: city", f"title: {title}", *lines, ""))


def test_documents_above_are_followed_to_the_latest_of_the_new_year(tmp_path: Path) -> None:
    target = "targets: [{indicator: village_counseling_room_coverage, at_least: %s}]"
    files: dict[str, str | bytes] = {
        "data/x/a-2020.yaml": annual("甲", "implements: [x/b-2020]", target % "50%"),
        "data/x/b-2020.yaml": annual("乙", "implements: [x/top]", target % "55%"),
        "data/x/b-2021.yaml": annual("乙", "supersedes: [x/b-2020]", "implements: [x/c]"),
        "data/x/b-2022.yaml": annual("乙", "supersedes: [x/b-2021]", target % "90%"),
        "data/x/b-2023.yaml": annual("乙", "supersedes: [x/b-2022]", target % "95%"),
        "data/x/c.yaml": annual("丙", target % "60%"),
        "data/x/top.yaml": annual("丁", target % "99%"),
        "data/x/broken.yaml": "supersedes: [x/b-2020]\nkind: no\n",
    }
    place = workspace(tmp_path, files)

    rolled = {year: facts_of(place, roll(place, "x/a-2020", year).id) for year in (2021, 2022)}

    assert [facts.implements for facts in rolled.values()] == [("x/b-2021",), ("x/b-2022",)]
    assert [facts.targets[0].at_least for facts in rolled.values()] == [
        parse_quantity("60%"),
        parse_quantity("90%"),
    ]


@pytest.mark.parametrize(
    ("by", "new"),
    [
        ("2020年底前", "2021年底前  # ▲ 顺延1年，请核对"),
        ("2020年6月", "2021年6月  # ▲ 顺延1年，请核对"),
        ("每月底前", "每月底前"),
        ("全年，2020年底前报总结", "全年，2021年底前报总结  # ▲ 顺延1年，请核对"),
        ("待定", "待定"),
    ],
)
def test_the_time_of_a_task_moves_on(by: str, new: str, tmp_path: Path) -> None:
    task = f"tasks:\n- id: a\n  title: 甲\n  by: {by}\n"
    place = workspace(tmp_path, {"data/x/a-2020.yaml": PLAN + task})

    assert f"  by: {new}\n" in text_of(roll(place, "x/a-2020", 2021))
