"""Every data file that comes along is clean, and every fault of every file is said at once."""

from pathlib import Path

import pytest

from plangen.jobs.check import check
from plangen.load.workspace import Workspace, packaged_root
from tests.load.workspaces import PLAN, workspace

FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"


def sentences(place: Workspace, *names: str) -> list[str]:
    checked = check(place, names)
    return [str(problem.sentence()) for problem in (*checked.problems, *checked.unknown)]


def test_all_data_that_comes_along_is_clean(tmp_path: Path) -> None:
    checked = check(Workspace.at(tmp_path))

    assert checked.documents == (
        "national/scheme-2018",
        "national/tasks-2019",
        "national/tasks-2020",
        "national/tasks-2021",
        "shancheng/plan-2020",
        "wuhan/tasks-2021",
    )
    assert (checked.problems, checked.unknown, checked.findings) == ((), (), ())


def test_every_data_file_that_comes_along_is_one_that_check_reads() -> None:
    data = packaged_root() / "data"
    files = {path.relative_to(data).with_suffix("").as_posix() for path in data.rglob("*.*")}

    documents = set(Workspace.at(packaged_root()).document_ids())

    assert {
        name for name in files - documents if Path(name).name not in ("indicators", "organs")
    } == set()


def test_the_fixture_workspace_is_clean() -> None:
    checked = check(Workspace.at(FIXTURES))

    assert "yunxi/plan-2021" in checked.documents
    assert (checked.problems, checked.unknown, checked.findings) == ((), (), ())


def test_faults_of_several_files_come_at_once(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        {"data/x/plan.yaml": PLAN + "a: 1\n", "data/y/plan.yaml": PLAN + "issued: 明天\n"},
    )

    said = sentences(place)

    assert [sentence.split(" ")[0] for sentence in said] == ["data/x/plan.yaml", "data/y/plan.yaml"]


def test_a_fault_that_two_documents_share_is_said_once(tmp_path: Path) -> None:
    place = workspace(
        tmp_path,
        {
            "data/x/a.yaml": PLAN,
            "data/x/b.yaml": PLAN,
            "data/x/organs.yaml": "organs:\n- note: 无\n",
        },
    )

    said = sentences(place)

    assert len(said) == 1
    assert said[0].startswith("data/x/organs.yaml 第2行 organs[1].name：缺少 name")


def test_a_name_that_stands_for_nothing_is_told_from_a_fault(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/a.yaml": PLAN + "a: 1\n"})

    checked = check(place, ["x/nosuch", "x/a", "../a.yaml"])

    assert len(checked.problems) == 1
    assert [str(problem.message).split("；")[0] for problem in checked.unknown] == [
        "没有文件“x/nosuch”",
        "../a.yaml 不在工作区的 data 文件夹里",
    ]


def test_a_document_can_be_named_by_its_id_or_its_path(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/a.yaml": PLAN, "data/x/b.yaml": PLAN + "a: 1\n"})

    checked = check(place, ["x/a", "data/x/b.yaml"])

    assert checked.documents == ("x/a", "x/b")
    assert len(checked.problems) == 1


def test_a_warning_is_no_problem(tmp_path: Path) -> None:
    plan = PLAN + "issue:\n  mark: {organs: [甲]}\n  issuers: [甲]\n  date: 2020-09-06\n"
    place = workspace(
        tmp_path, {"data/x/a.yaml": plan + "  number: {code: 某发, year: 2021, sequence: 7}\n"}
    )

    checked = check(place, ["x/a"])

    assert checked.problems == ()
    assert [str(finding.message) for finding in checked.findings] == [
        "发文字号的年份是 2021，成文日期在 2020 年"
    ]


@pytest.mark.parametrize("name", ["a b", "a.b"])
def test_a_file_whose_name_is_no_id_is_named_with_what_to_do(name: str, tmp_path: Path) -> None:
    place = workspace(tmp_path, {f"data/x/{name}.yaml": PLAN})

    [sentence] = sentences(place)

    assert f"x/{name}" in sentence


def test_a_folder_that_ends_like_a_file_is_no_document(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/old.yaml/a.txt": PLAN})

    assert sentences(place) == []


def test_organs_of_a_place_without_documents_are_checked_too(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/organs.yaml": "organs:\n- note: 无\n"})

    assert len(sentences(place)) == 1
