"""Every sentence that plangen may say has its English, with the same values in it."""

import ast
import gettext
import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import plangen
from plangen.cli.language import CATALOGUES, DOMAIN, chosen
from tests.cli.running import outside
from tests.load.workspaces import PLAN, workspace

PACKAGE = Path(plangen.__file__).parent
# What takes a wording, and how many of its first arguments may be one.
SAYING = {
    "Message": 1,
    "InvalidError": 1,
    "QuantityError": 1,
    "PydanticCustomError": 2,
    "SecurityError": 1,
    "Field": 0,
    "wording": 1,
    "translate": 1,
    "_": 1,
}
CHINESE = re.compile("[\u4e00-\u9fff]")

needs_catalogues = pytest.mark.skipif(
    not CATALOGUES.is_dir(), reason="the catalogues of other languages are not written yet"
)


def texts(node: ast.AST) -> Iterator[str]:
    """The Chinese texts that are written in a piece of a program."""
    for inner in ast.walk(node):
        value = inner.value if isinstance(inner, ast.Constant) else None
        if isinstance(value, str) and CHINESE.search(value):
            yield value


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def wordings(path: Path) -> Iterator[str]:
    """The wordings of a module: what its messages say, and what they are put together from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) in SAYING:
            named = [word.value for word in node.keywords if word.arg == "description"]
            for argument in [*node.args[: SAYING[called(node)]], *named]:
                yield from texts(argument)


def all_wordings() -> list[str]:
    return sorted({text for path in PACKAGE.rglob("*.py") for text in wordings(path)})


def fields(text: str) -> set[str]:
    """The names of the values that a wording takes."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_wordings_are_found() -> None:
    found = all_wordings()

    assert len(found) > 150
    for known in (
        "数据里没有“{name}”的{what}，是不是“{near}”？",
        "应为文字，这里是{found}",
        "points 应按期限先后排列，不能重复",
        "检查数据文件：键、数值、引用和日期。不写 DOC 则检查全部。",
        "文件中的称呼",
        "小组",
    ):
        assert known in found


@needs_catalogues
@pytest.mark.parametrize("wording", all_wordings())
def test_a_wording_has_its_english(wording: str) -> None:
    english = gettext.translation(DOMAIN, str(CATALOGUES), ["en"]).gettext(wording)

    assert english != wording
    assert not CHINESE.search(re.sub("“[^”]*”|《[^》]*》|\\([^)]*\\)", "", english))
    if called_with_values(wording):
        assert fields(english) == fields(wording)


def called_with_values(wording: str) -> bool:
    """Whether a wording is a format; examples in the help may hold braces of their own."""
    try:
        return bool(fields(wording))
    except ValueError:
        return False


@needs_catalogues
def test_no_english_is_left_of_a_wording_that_is_gone() -> None:
    with (CATALOGUES / f"en/LC_MESSAGES/{DOMAIN}.po").open("rb") as file:
        written = {str(message.id) for message in read_po(file) if message.id}

    chinese = {wording for wording in written if CHINESE.search(wording)}
    assert sorted(chinese - set(all_wordings())) == []


def entries(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    """What a catalogue says for each wording; several forms where the number counts."""

    def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
        return (text,) if isinstance(text, str) else tuple(text or ())

    return {forms(message.id)[0]: forms(message.string) for message in catalogue if message.id}


@needs_catalogues
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_catalogue_is_compiled_from_its_source(language: str) -> None:
    folder = CATALOGUES / language / "LC_MESSAGES"
    with (folder / f"{DOMAIN}.po").open("rb") as file:
        source = entries(read_po(file))
    with (folder / f"{DOMAIN}.mo").open("rb") as file:
        compiled = entries(read_mo(file))

    assert len(compiled) > 20
    assert compiled == source


@needs_catalogues
def test_a_message_comes_in_english(tmp_path: Path) -> None:
    workspace(tmp_path, {"data/x/a.yaml": PLAN + "titel: 甲\n"})

    ran = outside(tmp_path, "--lang", "en", "check", "x/a")

    assert ran.code == 3
    assert "titel" in ran.err
    assert "title" in ran.err
    assert not CHINESE.search(ran.err)


@needs_catalogues
@pytest.mark.parametrize("command", [[], ["render"], ["check"], ["new", "plan"], ["schema"]])
def test_help_comes_in_english(command: list[str], tmp_path: Path) -> None:
    ran = outside(tmp_path, "--lang", "en", *command, "--help")

    assert ran.code == 0
    assert "plangen" in ran.out
    assert not CHINESE.search(ran.out)


@needs_catalogues
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
