"""What the documentation shows is so: its commands print what stands there, its files exist."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import Command, Group
from jinja2 import Environment

from plangen.cli.commands import plangen
from plangen.document.parse import parse
from plangen.load.yaml_text import read_yaml
from tests.docs.markdown import Block, Step, anchors, blocks, code_words, links, shows, steps

ROOT = Path(__file__).resolve().parents[2]
GUIDE = "docs/guide.zh.md"
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
)
LANGUAGES = {"console", "sh", "yaml", "jinja", "xml", "text"}
SHOWN_HOME = "/home/wang/gongwen"  # the workspace's path, as the documentation writes it
LARGEST_IMAGE = 150_000  # bytes

# A path: words parted by slashes, or one word with an ending that files of the project have.
_PATH = re.compile(r"\.?[\w-]+(?:/[\w.*-]+)+/?|[\w-]+\.(?:md|py|toml|yaml|rng|j2|sh)")
ANSWERS = ("plangen audit", "plangen impact")  # their code 1 says that something is not met
_WRITTEN = ("output", ".venv", "dist", "build")  # made by commands


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def run(command: str, workspace: Path, code: int) -> tuple[int, str]:
    """Run a command line after one that ended with ``code``; its own code and what it printed."""
    programs = Path(sys.executable).parent
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PLANGEN_")},
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", f"(exit {code}); {command}"],
        cwd=workspace,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.replace(str(workspace), SHOWN_HOME)


def write(block: Block, workspace: Path) -> None:
    path = workspace / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def differences(document: str, workspace: Path) -> Iterator[str]:
    """Every command of a document that does not do what is shown."""
    code = 0
    for block in blocks(text_of(document)):
        if block.file:
            write(block, workspace)
        for step in steps(block) if block.language == "console" else ():
            code, printed = run(step.command, workspace, code)
            yield from difference(step, code, printed, f"{document}:{step.line}")


def difference(step: Step, code: int, printed: str, place: str) -> Iterator[str]:
    expected = "\n".join(step.output).rstrip("\n").splitlines()
    if not shows(tuple(expected), printed.rstrip("\n").splitlines()):
        yield f"{place}: {step.command}\n{printed}"
    elif code and not (answers(step, code) or any(map(is_error, step.output))):
        yield f"{place}: {step.command} ended with {code}"


def answers(step: Step, code: int) -> bool:
    """Whether the code is what a command has found out."""
    return code == 1 and step.command.startswith(ANSWERS)


def is_error(line: str) -> bool:
    return line.startswith("错误：")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_print_what_is_shown(document: str, tmp_path: Path) -> None:
    found = list(differences(document, tmp_path.resolve()))

    assert not found, "\n".join(found)


def test_the_commands_are_seen() -> None:
    commands = [step.command for block in blocks(text_of(GUIDE)) for step in steps(block)]

    assert "plangen check qingshui/plan-2027" in commands


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (
        [step for block in blocks(text_of(name)) for step in steps(block)]
        for name in ("README.md", "README.zh.md")
    )

    assert [(s.command, s.output) for s in english] == [(s.command, s.output) for s in chinese]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_blocks_are_of_a_kind_that_is_checked(document: str) -> None:
    found = [block for block in blocks(text_of(document)) if block.language not in LANGUAGES]

    assert found == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_fragments_are_well_formed(document: str) -> None:
    for block in blocks(text_of(document)):
        if block.language == "yaml" and "broken" not in block.words:
            read_yaml(block.text, f"{document}:{block.line}")
        elif block.language == "jinja":
            Environment().parse(block.text)
        elif block.language == "xml":
            whole = block.text.lstrip().startswith("<document")
            parse(block.text if whole else f"<document><title>题</title>{block.text}</document>")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    for link in links(text_of(document)):
        if "://" in link:
            continue
        file, _, anchor = link.partition("#")
        target = (ROOT / document).parent / file if file else ROOT / document

        assert target.exists(), link
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), link


def made_by_commands(document: str) -> set[str]:
    """The files that a reader of a document writes or lets ``plangen new`` write."""
    found = {block.file for block in blocks(text_of(document))}
    for block in blocks(text_of(document)):
        for step in steps(block):
            if step.command.startswith("plangen new plan "):
                name = step.command.split()[-1]
                found |= {f"data/{name}.yaml", f"data/{name.rpartition('/')[0]}/organs.yaml"}
    return found


def is_there(name: str, made: set[str]) -> bool:
    """Whether a name is a file of the project or of the reader, or stands for one."""
    names = {name, f"data/{name}.yaml", f"data/{name}", f"templates/{name}.xml.j2"}
    names |= {f"templates/{name}", f"src/plangen/{name}", f"docs/{name}"}
    return bool(names & made) or any(
        next(ROOT.glob(candidate.rstrip("/")), None) for candidate in names
    )


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_are_named_exist(document: str) -> None:
    made = made_by_commands(document)
    words = [word for word in code_words(text_of(document)) if _PATH.fullmatch(word)]

    missing = [
        word for word in words if word.split("/")[0] not in _WRITTEN and not is_there(word, made)
    ]

    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_make_targets_that_are_named_exist(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), flags=re.MULTILINE))
    shell = "\n".join(b.text for b in blocks(text_of(document)) if b.language == "sh")
    said = [*shell.splitlines(), *code_words(text_of(document))]

    named = [match[1] for line in said if (match := re.match(r"make ([a-z-]+)", line))]

    assert set(named) <= targets


def test_the_guide_names_every_command_and_option() -> None:
    words = set(code_words(text_of(GUIDE)))

    assert {name for name in commands_of(plangen) if name not in words} == set()


def commands_of(command: Command, name: str = "plangen") -> Iterator[str]:
    """The commands below a command and all their long options."""
    for parameter in command.params:
        yield from (option for option in parameter.opts if option.startswith("--"))
    if isinstance(command, Group):
        for below, sub in command.commands.items():
            yield from commands_of(sub, f"{name} {below}")
    else:
        yield name


def test_images_are_small() -> None:
    images = {path.name: path.stat().st_size for path in (ROOT / "docs/images").iterdir()}

    assert images
    assert {name: size for name, size in images.items() if size > LARGEST_IMAGE} == {}
