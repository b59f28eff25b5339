"""Where data is found, and what lies outside."""

from pathlib import Path

import pytest

from plangen.errors import UsageError
from plangen.load.documents import Library
from plangen.load.workspace import Workspace, packaged_root
from tests.load.workspaces import PLAN, workspace


def refusal(place: Workspace, name: str) -> str:
    """The sentence by which a name is refused as a document of a workspace."""
    with pytest.raises(UsageError) as caught:
        place.document_file(place.document_id(name))
    return str(caught.value)


def test_packaged_documents_are_listed_in_an_empty_folder(tmp_path: Path) -> None:
    ids = list(Workspace.at(tmp_path).document_ids())

    assert ids == [
        "national/scheme-2018",
        "national/tasks-2019",
        "national/tasks-2020",
        "national/tasks-2021",
        "shancheng/plan-2020",
        "wuhan/tasks-2021",
    ]


def test_a_folder_that_is_not_there_yet_is_an_empty_workspace(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path / "later")

    assert "shancheng/plan-2020" in place.document_ids()


def test_the_workspace_comes_before_the_package(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/shancheng/plan-2020.yaml": PLAN})

    assert Library(place).load("shancheng/plan-2020").facts.title == "某方案"
    assert list(place.document_ids()).count("shancheng/plan-2020") == 1


def test_the_package_itself_as_workspace_lists_every_document_once() -> None:
    place = Workspace.at(packaged_root())

    ids = list(place.document_ids())

    assert len(ids) == len(set(ids))


def test_the_dictionaries_are_no_documents(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/indicators.yaml": "", "data/x/organs.yaml": ""})

    assert list(place.document_ids()) == list(Workspace.at(tmp_path / "empty").document_ids())


@pytest.mark.parametrize(
    "path", ["data/x/plan.yaml", "./data/x/plan.yaml", "data/../data/x/plan.yaml"]
)
def test_a_path_under_data_stands_for_the_id(path: str, tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})

    assert place.document_id(path) == "x/plan"


def test_an_absolute_path_under_data_stands_for_the_id(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})

    assert place.document_id(str(tmp_path / "data/x/plan.yaml")) == "x/plan"


def test_a_packaged_file_named_by_its_path_is_found(tmp_path: Path) -> None:
    path = packaged_root() / "data/shancheng/plan-2020.yaml"

    assert Workspace.at(tmp_path).document_id(str(path)) == "shancheng/plan-2020"


@pytest.mark.parametrize(
    "path", ["../plan.yaml", "plan.yaml", "data/../../plan.yaml", "/etc/hosts.yaml"]
)
def test_a_path_outside_is_refused(path: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    place = workspace(tmp_path / "w", {"data/x/plan.yaml": PLAN, "plan.yaml": PLAN})

    assert refusal(place, path) == (
        f"{path} 不在工作区的 data 文件夹里；请把数据文件放进 {tmp_path / 'w' / 'data'}"
    )


@pytest.mark.parametrize(
    "name", ["", "x/", "/x", "x//y", "x y", "x/../y", "a\nb", "x.docx", "x/plan\n"]
)
def test_what_can_be_no_id_is_refused(name: str, tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})

    with pytest.raises(UsageError, match=r"不是文件编号|不在工作区的 data 文件夹里"):
        place.document_id(name)


def test_an_unknown_id_is_refused_with_the_list_of_those_there_are(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})

    assert refusal(place, "x/plan-2021") == (
        "没有文件“x/plan-2021”；现有："
        "national/scheme-2018、national/tasks-2019、national/tasks-2020、national/tasks-2021、"
        "shancheng/plan-2020、wuhan/tasks-2021、x/plan"
    )


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    place = workspace(tmp_path / "w", {"data/x/plan.yaml": PLAN})
    secret = tmp_path / "secret.yaml"
    secret.write_text(PLAN, encoding="utf-8")
    (tmp_path / "w/data/x/link.yaml").symlink_to(secret)

    assert place.file("x/link") is None
    assert refusal(place, "x/link").startswith("没有文件“x/link”")
    assert "不在工作区的 data 文件夹里" in refusal(place, "data/x/link.yaml")


def test_a_link_inside_the_workspace_is_followed(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})
    (tmp_path / "data/x/link.yaml").symlink_to(tmp_path / "data/x/plan.yaml")

    assert Library(place).load("x/link").facts.title == "某方案"


def test_a_link_to_itself_is_refused_as_an_id_and_as_a_path(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})
    loop = tmp_path / "data/x/loop.yaml"
    loop.symlink_to(loop)

    assert refusal(place, "x/loop")
    assert refusal(place, "data/x/loop.yaml")


def test_an_id_longer_than_any_file_name_is_refused(tmp_path: Path) -> None:
    assert refusal(Workspace.at(tmp_path), "a" * 300)


def test_a_path_is_shown_relative_to_the_workspace(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)

    assert place.shown(tmp_path / "data/x/plan.yaml") == "data/x/plan.yaml"
    assert place.shown(packaged_root() / "data/organs.yaml") == "data/organs.yaml"
    assert place.shown(Path("/elsewhere/a.yaml")) == "/elsewhere/a.yaml"


def test_the_files_of_documents_are_the_workspaces_own_before_the_packaged_ones(
    tmp_path: Path,
) -> None:
    place = workspace(tmp_path, {"data/shancheng/plan-2020.yaml": PLAN, "data/x/plan.yaml": PLAN})

    found = dict(place.documents())

    assert found["shancheng/plan-2020"] == tmp_path / "data/shancheng/plan-2020.yaml"
    assert found == {name: place.file(name) for name in place.document_ids()}


def test_a_link_that_leads_out_of_the_workspace_is_no_document(tmp_path: Path) -> None:
    place = workspace(tmp_path / "place", {"data/x/plan.yaml": PLAN})
    outside = tmp_path / "outside.yaml"
    outside.write_text(PLAN, encoding="utf-8")
    (tmp_path / "place/data/x/link.yaml").symlink_to(outside)

    names = [name for name, _ in place.documents()]

    assert "x/plan" in names
    assert "x/link" not in names
