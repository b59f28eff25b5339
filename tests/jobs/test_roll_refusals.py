"""What cannot be rolled, and what is never overwritten: one sentence, and nothing written."""

from pathlib import Path

import pytest

from plangen.errors import InputError, UsageError
from plangen.jobs.roll import roll
from plangen.load.workspace import Workspace
from tests.jobs.rolling import (
    TASKS,
    text_of,
)
from tests.load.workspaces import PLAN, workspace


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (2020, "“national/tasks-2020”是 2020 年的，--year 应晚于它，这里是 2020"),
        (2019, "“national/tasks-2020”是 2020 年的，--year 应晚于它，这里是 2019"),
        (1, "年份 1 不对：应在 1949 到 2200 之间"),
        (5000, "年份 5000 不对：应在 1949 到 2200 之间"),
        (-2021, "年份 -2021 不对：应在 1949 到 2200 之间"),
    ],
)
def test_a_year_that_does_not_follow_is_refused(year: int, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        roll(Workspace.at(tmp_path), TASKS, year)

    assert str(caught.value) == sentence
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有文件“x/tasks-2020”"):
        roll(Workspace.at(tmp_path), "x/tasks-2020", 2021)


def test_a_document_without_a_year_is_refused(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})

    with pytest.raises(UsageError) as caught:
        roll(place, "x/plan", 2021)

    sentence = "“x/plan”的编号、日期和标题里都没有年份，不知道从哪一年推起"
    assert str(caught.value) == sentence


def test_a_name_without_a_year_gets_the_new_one(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN + "ends: 2020-12-31\n"})

    assert roll(place, "x/plan", 2021).id == "x/plan-2021"


def test_a_date_that_leaves_the_calendar_is_refused(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan-2020.yaml": PLAN + "ends: 2030-12-31\n"})

    with pytest.raises(UsageError, match="年份“2210”不在1900年至2200年之间"):
        roll(place, "x/plan-2020", 2200)


def test_data_with_faults_is_not_rolled(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan-2020.yaml": PLAN + "ends: soon\n"})

    with pytest.raises(InputError):
        roll(place, "x/plan-2020", 2021)

    assert [path.name for path in (tmp_path / "data/x").iterdir()] == ["plan-2020.yaml"]


OLD = {"data/x/plan-2020.yaml": PLAN + "ends: 2020-12-31\n"}


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    place = workspace(tmp_path, {**OLD, "data/x/plan-2021.yaml": "mine"})
    path = tmp_path / "data/x/plan-2021.yaml"

    with pytest.raises(UsageError) as caught:
        roll(place, "x/plan-2020", 2021)

    assert str(caught.value) == (
        f"{path} 已经有了，没有覆盖；要重新生成请加 --force，要另存请用 -o"
    )
    with pytest.raises(UsageError) as caught:
        roll(place, "x/plan-2020", 2021, force=True)
    assert str(caught.value) == (
        f"{path} 有人改过或不是 plangen roll 写的，加 --force 也不覆盖；要另存请用 -o"
    )
    assert path.read_text(encoding="utf-8") == "mine"


def test_force_writes_anew_what_nobody_has_changed(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)
    rolled = roll(place, "x/plan-2020", 2021)
    (tmp_path / "data/x/plan-2020.yaml").write_text(PLAN + "ends: 2020-06-30\n", encoding="utf-8")

    roll(place, "x/plan-2020", 2021, force=True)

    assert "ends: 2021-06-30" in text_of(rolled)


def test_force_does_not_touch_what_somebody_has_changed(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)
    rolled = roll(place, "x/plan-2020", 2021)
    rolled.path.write_text(text_of(rolled) + "# 我的\n", encoding="utf-8")
    changed = text_of(rolled)

    with pytest.raises(UsageError, match="有人改过"):
        roll(place, "x/plan-2020", 2021, force=True)

    assert text_of(rolled) == changed


def test_another_file_can_be_named(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)

    inside = roll(place, "x/plan-2020", 2021, tmp_path / "data/x/next.yaml")
    outside = roll(place, "x/plan-2020", 2021, tmp_path / "next.yaml")

    assert (inside.id, outside.id) == ("x/next", "")
    assert text_of(inside) == text_of(outside)


def test_the_old_file_is_not_the_new_one(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)

    with pytest.raises(UsageError, match="是原来的数据，不能覆盖"):
        roll(place, "x/plan-2020", 2021, tmp_path / "data/x/plan-2020.yaml", force=True)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"应以 \.yaml 结尾"):
        roll(workspace(tmp_path, OLD), "x/plan-2020", 2021, tmp_path / "next.docx")
