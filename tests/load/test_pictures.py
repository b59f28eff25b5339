"""Pictures of seals and stamps: read from the workspace and from nowhere else."""

from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.load import pictures
from plangen.load.pictures import read_pictures
from tests.document.pngs import png
from tests.load.workspaces import PLAN, faults, loaded, workspace

PNG = png(30, 30)
ISSUE = (
    PLAN + "issue:\n  mark: {organs: [某机关]}\n  issuers: [某机关]\n  date: 2020-09-06\n"
    "  seals: {某机关: '%s'}\n"
)
STAMPS = (
    PLAN + "issue:\n  form: 命令\n  mark: {organs: [某机关]}\n  issuers: [某机关]\n"
    "  date: 2020-09-06\n  stamps:\n  - {office: 区长, name: 周正明}\n"
    "  - office: 区长\n    name: 周正明\n    picture: seals/b.png\n"
)


def refusals(root: Path, *paths: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_pictures(root, paths)
    return [str(problem.sentence()) for problem in caught.value.problems]


def test_pictures_are_read_once_by_their_paths(tmp_path: Path) -> None:
    workspace(tmp_path, {"seals/a.png": PNG, "b.png": png(3, 3)})

    assert read_pictures(tmp_path, ["seals/a.png", "b.png", "seals/a.png"]) == {
        "seals/a.png": PNG,
        "b.png": png(3, 3),
    }


def test_every_picture_that_cannot_be_shown_is_told(tmp_path: Path) -> None:
    workspace(tmp_path, {"a.png": b"GIF89a"})
    (tmp_path / "folder.png").mkdir()

    assert refusals(tmp_path, "a.png", "none.png", "../b.png", "folder.png") == [
        "a.png：不是 PNG 图片",
        "none.png：没有图片“none.png”，应在工作区的文件夹里",
        "../b.png：图片路径“../b.png”应是工作区里的相对路径，用 / 分隔，不能有 ..",
        "folder.png：没有图片“folder.png”，应在工作区的文件夹里",
    ]


def test_a_link_that_leads_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    workspace(tmp_path / "outside", {"a.png": PNG})
    root = tmp_path / "inside"
    root.mkdir()
    (root / "a.png").symlink_to(tmp_path / "outside" / "a.png")

    assert refusals(root, "a.png") == ["a.png：图片“a.png”不在工作区里"]


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to(tmp_path / "a.png")

    (said,) = refusals(tmp_path, "a.png")

    assert said.startswith("a.png：") and "a.png" in said


def test_a_picture_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace(tmp_path, {"a.png": PNG})
    monkeypatch.setattr(pictures, "LARGEST_PICTURE", 20)

    assert refusals(tmp_path, "a.png") == ["a.png：图片“a.png”超过 20 字节"]


def test_the_pictures_that_data_name_must_be_there(tmp_path: Path) -> None:
    assert faults(tmp_path, ISSUE % "seals/a.png") == [
        "data/x/plan.yaml 第8行 issue.seals.某机关：没有图片“seals/a.png”，应在工作区的文件夹里"
    ]
    assert faults(tmp_path, STAMPS) == [
        "data/x/plan.yaml 第13行 issue.stamps[2].picture："
        "没有图片“seals/b.png”，应在工作区的文件夹里"
    ]


def test_data_cannot_name_pictures_outside_the_workspace(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, ISSUE % "../a.png")

    assert said == (
        "data/x/plan.yaml 第8行 issue.seals.某机关："
        "图片路径“../a.png”应是工作区里的相对路径，用 / 分隔，不能有 .."
    )


def test_pictures_that_are_there_are_no_fault(tmp_path: Path) -> None:
    workspace(tmp_path, {"seals/a.png": PNG, "seals/b.png": PNG})

    assert loaded(tmp_path, ISSUE % "seals/a.png").findings == ()
    assert loaded(tmp_path, STAMPS).findings == ()
