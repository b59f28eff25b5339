"""What the commands do, what they say, and the codes they leave with."""

import json
from pathlib import Path

import pytest

from plangen.cli import commands
from plangen.cli.main import INTERNAL, UNREADABLE, USAGE
from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole
from plangen.jobs.render import WRITERS
from plangen.load.json_schema import SCHEMAS, json_schema
from plangen.sheet.geometry import PROFILES
from tests.cli.running import inside, outside
from tests.load.workspaces import PLAN, workspace

FONTS = Fonts.found([])
FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
Capture = pytest.CaptureFixture[str]
COMMANDS = ["render", "check", "new", "new plan", "schema"]


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command is run in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_codes_are_those_of_the_manual() -> None:
    assert (USAGE, UNREADABLE, INTERNAL) == (2, 3, 4)


def test_render_writes_docx_and_pdf_into_output(capsys: Capture, tmp_path: Path) -> None:
    ran = inside(capsys, "render", "shancheng/plan-2020")

    assert ran.code == 0
    assert ran.out.splitlines() == [
        "已生成 output/shancheng/plan-2020.docx",
        "已生成 output/shancheng/plan-2020.pdf",
    ]
    assert (tmp_path / "output/shancheng/plan-2020.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "output/shancheng/plan-2020.pdf").read_bytes().startswith(b"%PDF")


def test_render_says_which_fonts_are_stand_ins(capsys: Capture, tmp_path: Path) -> None:
    ran = inside(capsys, "render", "shancheng/plan-2020", "--to", "pdf")

    replaced = [choice for role in FontRole if not (choice := FONTS.choice(role)).true]

    assert all(f"{choice.role}（{choice.name}）" in ran.err for choice in replaced)
    assert ("提醒：PDF 用了替代字体" in ran.err) == bool(replaced)


def test_render_writes_docx_alone_without_a_look_at_fonts(capsys: Capture, tmp_path: Path) -> None:
    ran = inside(capsys, "render", "shancheng/plan-2020", "--to", "docx")

    assert (ran.code, "字体" in ran.err) == (0, False)


def test_render_says_which_targets_do_not_reach_what_is_required(capsys: Capture) -> None:
    ran = inside(capsys, "render", "shancheng/plan-2020", "--to", "txt")

    assert ran.code == 0
    assert [line.partition(" 第")[2].partition("：“")[0] for line in ran.err.splitlines()] == [
        "45行 targets[1]",
        "49行 targets[2]",
    ]


def test_strict_renders_nothing_that_falls_short(capsys: Capture, tmp_path: Path) -> None:
    ran = inside(capsys, "render", "shancheng/plan-2020", "--to", "txt", "--strict")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("错误：shancheng/plan-2020 有 2 处没有达到上级要求")
    assert not (tmp_path / "output").exists()


def test_strict_renders_what_nothing_is_required_of(capsys: Capture, tmp_path: Path) -> None:
    ran = inside(capsys, "render", "national/scheme-2018", "--to", "txt", "--strict")

    assert (ran.code, ran.err) == (0, "")


def test_render_writes_every_format_asked_for_into_the_folder_asked_for(
    capsys: Capture, tmp_path: Path
) -> None:
    ran = inside(
        capsys, "render", "shancheng/plan-2020", "--to", "docx", "--to", "txt", "-o", "DIR"
    )

    assert ran.code == 0
    assert ran.out.splitlines() == [
        "已生成 DIR/shancheng/plan-2020.docx",
        "已生成 DIR/shancheng/plan-2020.txt",
    ]
    text = (tmp_path / "DIR/shancheng/plan-2020.txt").read_text(encoding="utf-8")
    assert "山城发〔2020〕79号" in text


def test_render_takes_several_documents_of_a_workspace(capsys: Capture, tmp_path: Path) -> None:
    ran = inside(
        capsys,
        "render", "yunxi/plan-2021", "data/yunxi/plan-2021.yaml", "shancheng/plan-2020",
        "-w", str(FIXTURES), "--to", "xml",
    )  # fmt: skip

    assert ran.code == 0
    assert (tmp_path / "output/yunxi/plan-2021.xml").is_file()
    assert (tmp_path / "output/shancheng/plan-2020.xml").is_file()


def test_render_keeps_what_a_person_has_changed(capsys: Capture, tmp_path: Path) -> None:
    command = ["render", "shancheng/plan-2020", "--to", "txt"]
    inside(capsys, *command)
    path = tmp_path / "output/shancheng/plan-2020.txt"
    path.write_text("mine", encoding="utf-8")

    refused, forced = inside(capsys, *command), inside(capsys, *command, "--force")

    assert refused.code == 2
    assert refused.err == (
        "错误：output/shancheng/plan-2020.txt 已被改动过，没有覆盖；"
        "要覆盖请加 --force，要另存请用 -o 换一个文件夹\n"
    )
    assert forced.code == 0
    assert path.read_text(encoding="utf-8") != "mine"


def test_render_says_what_it_noticed_and_goes_on(capsys: Capture, tmp_path: Path) -> None:
    text = (FIXTURES / "data/yunxi/plan-2021.yaml").read_text(encoding="utf-8")
    workspace(
        tmp_path,
        {
            "data/yunxi/plan-2021.yaml": text.replace("    year: 2021\n", "    year: 2020\n"),
            "data/yunxi/organs.yaml": (FIXTURES / "data/yunxi/organs.yaml").read_bytes(),
        },
    )

    ran = inside(capsys, "render", "yunxi/plan-2021", "--to", "txt")

    assert ran.code == 0
    assert ran.err.startswith("提醒：data/yunxi/plan-2021.yaml 第")
    assert "issue.number.year：发文字号的年份是 2020，成文日期在 2021 年\n" in ran.err


def test_check_counts_what_it_checked(capsys: Capture) -> None:
    all_of_it = inside(capsys, "check")
    one = inside(capsys, "check", "shancheng/plan-2020")

    assert (all_of_it.code, all_of_it.out, all_of_it.err) == (0, "已检查 6 份数据，没有错误\n", "")
    assert (one.code, one.out, one.err) == (0, "已检查 1 份数据，没有错误\n", "")


def test_check_says_every_fault_and_leaves_with_3(capsys: Capture, tmp_path: Path) -> None:
    workspace(tmp_path, {"data/x/a.yaml": PLAN + "a: 1\nb: 2\n", "data/x/b.yaml": PLAN + "c: 3\n"})

    ran = inside(capsys, "check")

    assert (ran.code, ran.out) == (3, "")
    assert [line.split("：")[1] for line in ran.err.splitlines()] == [
        "data/x/a.yaml 第4行 a",
        "data/x/a.yaml 第5行 b",
        "data/x/b.yaml 第4行 c",
    ]


@pytest.mark.parametrize("command", ["render", "check"])
def test_an_unknown_document_is_a_matter_of_usage(command: str, capsys: Capture) -> None:
    ran = inside(capsys, command, "x/nosuch")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "错误：没有文件“x/nosuch”；现有："
        "national/scheme-2018、national/tasks-2019、national/tasks-2020、national/tasks-2021、"
        "shancheng/plan-2020、wuhan/tasks-2021\n"
    )


def test_a_new_plan_is_written_checked_and_rendered(capsys: Capture, tmp_path: Path) -> None:
    new = inside(capsys, "new", "plan", "qingshui/plan-2027")
    checked = inside(capsys, "check", "qingshui/plan-2027")
    rendered = inside(capsys, "render", "qingshui/plan-2027")
    again = inside(capsys, "new", "plan", "qingshui/plan-2027")

    assert [new.code, checked.code, rendered.code, again.code] == [0, 0, 0, 2]
    assert new.out.splitlines() == [
        f"已新建 {tmp_path / 'data/qingshui/plan-2027.yaml'}",
        f"已新建 {tmp_path / 'data/qingshui/organs.yaml'}",
        "填写后运行：plangen check qingshui/plan-2027",
    ]
    assert again.err == f"错误：{tmp_path / 'data/qingshui/plan-2027.yaml'} 已经有了，没有覆盖\n"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_json(name: str, capsys: Capture) -> None:
    ran = inside(capsys, "schema", name)

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == json_schema(name)


def test_schema_shows_the_document_s_unless_told_otherwise(capsys: Capture) -> None:
    assert json.loads(inside(capsys, "schema").out) == json_schema("document")


def test_the_choices_of_the_command_line_are_those_of_the_library() -> None:
    assert set(commands.FORMATS) == set(WRITERS)
    assert set(commands.PROFILES) == set(PROFILES)
    assert set(commands.SCHEMAS) == set(SCHEMAS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_has_an_example_that_begins_with_the_command(
    command: str, option: str, capsys: Capture
) -> None:
    ran = inside(capsys, *command.split(), option)

    assert (ran.code, ran.err) == (0, "")
    example = next((line for line in ran.out.splitlines() if "例：" in line), "")
    assert example.strip().startswith(f"例：plangen {command}".strip())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_in_the_help_works(command: str, capsys: Capture, tmp_path: Path) -> None:
    text = inside(capsys, *command.split(), "--help").out
    example = text.partition("例：plangen ")[2].splitlines()[0].partition(" > ")[0]

    ran = inside(capsys, *example.split())

    assert ran.code == 0


def test_every_option_is_explained_in_chinese() -> None:
    explained = {
        f"{name} {parameter.name}": getattr(parameter, "help", "") or ""
        for name, command in {**commands.plangen.commands, "": commands.plangen}.items()
        for parameter in command.params
        if parameter.param_type_name == "option"
    }

    assert len(explained) > 8
    assert [
        name for name, text in explained.items() if not any("一" <= c <= "鿿" for c in text)
    ] == []


@pytest.mark.parametrize("command", [[], ["new"]])
def test_a_group_alone_shows_its_help(command: list[str], capsys: Capture) -> None:
    ran = inside(capsys, *command)

    assert (ran.code, ran.err) == (0, "")
    assert "plan" in ran.out


def test_version_is_one_line(capsys: Capture) -> None:
    from importlib.metadata import version

    ran = inside(capsys, "--version")

    assert (ran.code, ran.out, ran.err) == (0, f"plangen {version('plangen')}\n", "")


def fail(*_: object) -> None:
    raise RuntimeError("something\nnobody thought of")


def test_an_internal_error_is_told_without_a_traceback(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plangen.jobs.check.check", fail)
    monkeypatch.delenv("PLANGEN_DEBUG", raising=False)

    ran = inside(capsys, "check")

    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith("错误：程序内部出错：RuntimeError: something")
    assert "PLANGEN_DEBUG=1" in ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 2


def test_an_internal_error_is_shown_whole_on_request(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plangen.jobs.check.check", fail)
    monkeypatch.setenv("PLANGEN_DEBUG", "1")

    ran = inside(capsys, "check")

    assert ran.code == 4
    assert "Traceback (most recent call last)" in ran.err
    assert "nobody thought of" in ran.err


def test_an_interrupted_command_says_so(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("plangen.jobs.check.check", interrupt)

    ran = inside(capsys, "check")

    assert (ran.code, ran.err.strip()) == (130, "错误：已中断")


def test_the_program_runs_as_a_process(tmp_path: Path) -> None:
    ran = outside(
        tmp_path, "render", "shancheng/plan-2020", "--to", "docx", "--to", "txt", "-o", "d"
    )

    assert (ran.code, ran.err.count("提醒：")) == (0, 2)
    assert ran.out.splitlines() == [
        "已生成 d/shancheng/plan-2020.docx",
        "已生成 d/shancheng/plan-2020.txt",
    ]


def test_a_pipe_gets_no_progress_bar_and_no_colour(tmp_path: Path) -> None:
    ran = outside(
        tmp_path, "render", "shancheng/plan-2020", "yunxi/plan-2021",
        "-w", str(FIXTURES), "--to", "txt", environment={"FORCE_COLOR": "1"},
    )  # fmt: skip

    assert ran.code == 0
    assert all(line.startswith("提醒：data/") for line in ran.err.splitlines())
    assert ran.out.splitlines() == [
        "已生成 output/shancheng/plan-2020.txt",
        "已生成 output/yunxi/plan-2021.txt",
    ]


def test_codes_leave_the_process(tmp_path: Path) -> None:
    workspace(tmp_path, {"data/x/a.yaml": ""})

    codes = [outside(tmp_path, *command).code for command in (["nosuch"], ["check", "x/a"])]

    assert codes == [2, 3]


def test_a_terminal_that_knows_no_chinese_gets_no_traceback(tmp_path: Path) -> None:
    ran = outside(tmp_path, "check", environment={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})

    assert ran.code == 0
    assert "Traceback" not in ran.err
