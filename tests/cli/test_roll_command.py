"""The command ``roll``: what it says, and that refusals come as errors of their own."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli.roll_command import roll
from plangen.errors import UsageError


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(roll, [*arguments, "-w", str(folder)])


def test_it_says_what_was_written_and_what_is_left_to_do(tmp_path: Path) -> None:
    ran = run(tmp_path, "shancheng/plan-2020", "--year", "2021")

    assert ran.exit_code == 0
    assert ran.stdout.splitlines() == [
        f"已生成 {tmp_path / 'data/shancheng/plan-2021.yaml'}",
        "目标：沿用 4 个，依上级文件 8 个；待定 3 处。",
        "核对标着 ▲ 的行，填好待定的，再运行：plangen check shancheng/plan-2021",
        "先看草稿：plangen render shancheng/plan-2021 --draft",
    ]
    assert [line.partition("第")[2][:14] for line in ran.stderr.splitlines()] == [
        "46行 targets[1]",
        "46行 targets[1]",
        "50行 targets[2]",
    ]
    assert "没有达到《全国社会心理服务体系建设试点2021年重点工作任务》的要求" in ran.stderr


def test_it_says_that_a_document_that_came_along_is_hidden_now(tmp_path: Path) -> None:
    ran = run(tmp_path, "national/tasks-2020", "--year", "2021")

    assert ran.stderr == "提醒：自带的 national/tasks-2021 从此由这份数据代替\n"


def test_another_file_and_force_are_passed_on(tmp_path: Path) -> None:
    file = tmp_path / "next.yaml"
    once = run(tmp_path, "shancheng/plan-2020", "--year", "2021", "-o", str(file))
    again = run(tmp_path, "shancheng/plan-2020", "--year", "2022", "-o", str(file), "--force")

    assert (once.exit_code, again.exit_code) == (0, 0)
    assert len(once.stdout.splitlines()) == 2  # no id, no advice
    assert "year: 2022" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["--year", "next"], ["--year", ""], []])
def test_a_year_that_is_no_number_or_missing_is_a_wrong_use(
    arguments: list[str], tmp_path: Path
) -> None:
    ran = run(tmp_path, "shancheng/plan-2020", *arguments)

    assert ran.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("year", ["1", "5000", "2020", "2019"])
def test_a_year_that_does_not_follow_is_refused(year: str, tmp_path: Path) -> None:
    ran = run(tmp_path, "shancheng/plan-2020", "--year", year)

    assert isinstance(ran.exception, UsageError)
    assert len(str(ran.exception).splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
