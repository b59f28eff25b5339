"""What ``plangen fonts`` says, as a table and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from plangen.cli.fonts_command import fonts
from plangen.fonts.coverage import Coverage
from plangen.fonts.places import Surroundings
from plangen.fonts.roles import FontRole
from plangen.jobs.fonts import survey
from plangen.load.workspace import Workspace
from tests.fonts import made
from tests.fonts.machine import Machine


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setattr(Surroundings, "here", lambda: machine.surroundings)
    machine.own.mkdir(parents=True)
    return machine


def workspace(machine: Machine) -> Path:
    return machine.own.parent


def said(machine: Machine, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[Any, str]:
    """The exit code of the command and what it wrote."""
    code = fonts.main(["-w", str(workspace(machine)), *options], standalone_mode=False)
    return code, capsys.readouterr().out


def test_true_fonts_need_no_advice(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    made.all_roles(machine.own, "一二喆")

    code, text = said(machine, capsys)

    heading, *rows = text.splitlines()
    assert code == 0
    assert heading == "字体类别\t字体\t正式或替代\tGB 2312 汉字\t通用规范汉字\t补字字体\t文件"
    file = machine.own / "simfang.ttf"
    assert rows[1] == f"仿宋\t仿宋\t正式\t2/6763\t3/8105\t仍缺8102字\t{file}"
    assert len(rows) == len(FontRole)


def test_what_stands_in_and_what_is_missing_comes_with_advice(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    made.all_roles(machine.system)
    (machine.system / "FZXBSJW.TTF").unlink()
    (machine.system / "simkai.ttf").unlink()
    made.font(machine.system / "FandolKai-Regular.otf", "FandolKai", "一二", "cff")
    made.font(machine.system / "LXGWWenKai-Regular.ttf", "LXGW WenKai", "一喆")

    code, text = said(machine, capsys)

    lines = text.splitlines()
    kaiti = machine.system / "FandolKai-Regular.otf"
    assert code == 1
    assert lines[1] == "小标宋\t-\t缺\t-\t-\t-\t-"
    assert lines[3] == f"楷体\tFandolKai\t替代\t2/6763\t2/8105\tLXGW WenKai×1、仍缺8102字\t{kaiti}"
    assert lines[6:] == [
        "用替代字体排的文件，不能说完全符合 GB/T 9704-2012。",
        "要用正式字体：在装有 Windows 或 WPS 的电脑上找到 FZXBSJW.TTF、simkai.ttf"
        "（小标宋、楷体；在 C:\\Windows\\Fonts 或 WPS 的 office6/fonts 文件夹里），"
        f"复制到 {machine.own}；请先确认字体的使用许可。",
        "要用替代字体：在 Debian、Ubuntu 上运行 scripts/install-fonts.sh（不需要 root），"
        "或安装软件包 fonts-noto-cjk、fonts-lxgw-wenkai、texlive-lang-chinese；"
        "在其他系统上，把这些软件包里的字体文件复制到同一个文件夹。",
    ]


def test_a_font_that_must_not_be_embedded_is_named(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    made.all_roles(machine.system)
    forbidden = made.font(machine.own / "simkai.ttf", "KaiTi", "一", embedding=2)

    code, text = said(machine, capsys)

    assert code == 0
    assert f"不能用：{forbidden}：字体不允许嵌入文件" in text.splitlines()


def test_json_has_the_same_as_numbers(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    made.all_roles(machine.own, "一二")
    (machine.own / "simkai.ttf").unlink()
    lender = made.font(machine.own / "LXGWWenKai-Light.ttf", "LXGW WenKai Light", "三")

    code, text = said(machine, capsys, "--format", "json")

    told = json.loads(text)
    assert (code, told["complete"], len(told["roles"])) == (1, False, len(FontRole))
    assert told["roles"][1] == {
        "role": "仿宋",
        "font": "仿宋",
        "postscript": "FangSong",
        "true": True,
        "file": str(machine.own / "simfang.ttf"),
        "index": 0,
        "gb2312": {"found": 2, "total": 6763},
        "standard": {"found": 2, "total": 8105},
        "fallbacks": [{"font": "LXGW WenKai Light", "file": str(lender), "characters": 1}],
        "lacking": 8102,
    }
    assert told["roles"][2] == {"role": "楷体", "font": None}
    assert len(told["advice"]) == 3


def test_on_a_terminal_it_is_a_table(
    machine: Machine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made.all_roles(machine.own)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    code, text = said(machine, capsys)

    row = next(line for line in text.splitlines() if "simfang" in line)
    cells = [cell.strip() for cell in row.strip("│").split("│")]
    assert (code, cells[:5]) == (0, ["仿宋", "仿宋", "正式", "0/6763", "0/8105"])
    assert cells[-1] == "simfang.ttf"
    assert text.splitlines()[-1] == f"字体文件夹：{machine.own}"


def test_a_survey_needs_no_command_line(machine: Machine) -> None:
    made.all_roles(machine.system, "一")

    surveyed = survey(Workspace.at(workspace(machine)), machine.surroundings)

    assert (surveyed.complete, surveyed.refusals, surveyed.advice) == (True, (), ())
    assert {row.standard for row in surveyed.roles} == {Coverage(1, 8105)}
