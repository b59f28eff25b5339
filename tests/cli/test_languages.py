"""What a person reads comes in the language asked for, the command-line library's words too."""

import re
from pathlib import Path

import pytest

from plangen.cli.language import chosen
from tests.cli.running import outside
from tests.load.workspaces import PLAN, workspace

CHINESE = re.compile("[\u4e00-\u9fff]")


def test_a_message_comes_in_english(tmp_path: Path) -> None:
    workspace(tmp_path, {"data/x/a.yaml": PLAN + "titel: 甲\n"})

    ran = outside(tmp_path, "--lang", "en", "check", "x/a")

    assert ran.code == 3
    assert "titel" in ran.err
    assert "title" in ran.err
    assert not CHINESE.search(ran.err)


@pytest.mark.parametrize("command", [[], ["render"], ["check"], ["new", "plan"], ["schema"]])
def test_help_comes_in_english(command: list[str], tmp_path: Path) -> None:
    ran = outside(tmp_path, "--lang", "en", *command, "--help")

    assert ran.code == 0
    assert "plangen" in ran.out
    assert not CHINESE.search(ran.out)


@pytest.mark.parametrize(
    "arguments",
    [["render"], ["check", "--nosuch"], ["nosuch"], ["render", "x", "--to", "pdf"], ["schema", "x"],
     ["check", "-w", "nosuch"], ["--help"], ["render", "--help"]],
)  # fmt: skip
def test_the_words_of_the_command_line_library_come_in_chinese(
    arguments: list[str], tmp_path: Path
) -> None:
    ran = outside(tmp_path, *arguments)

    said = re.sub("“[^”]*”|'[^']*'|plangen [^ ]*.*|--?[a-z-]+", "", ran.out + ran.err)
    assert CHINESE.search(said)
    assert not re.search(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", said)


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "zh"),
        (["--lang", "en", "check"], "en"),
        (["--lang=en", "check"], "en"),
        (["check", "--lang", "en"], "en"),
        (["--lang"], "zh"),
        (["--lang", "fr"], "zh"),
        (["render", "en"], "zh"),
        (["render", "--", "--lang", "en"], "zh"),
    ],
)
def test_the_language_is_known_before_the_command_line_is_read(
    arguments: list[str], language: str
) -> None:
    assert chosen(arguments) == language


def test_messages_are_chinese_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    environment = {"LANGUAGE": "en", "LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"}

    ran = outside(tmp_path, "render", "x/nosuch", environment=environment)

    assert ran.err.startswith("错误：没有文件“x/nosuch”")
