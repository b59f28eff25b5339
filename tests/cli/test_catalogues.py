"""The catalogues hold everything that is said, in both languages, and are compiled."""

import ast
import string
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from babel.messages.catalog import Message as Entry
from pydantic import BaseModel

import plangen
from plangen.cli.language import CATALOGUES
from plangen.errors import InvalidError
from scripts import catalogues
from tests.cli.running import outside
from tests.load.workspaces import PLAN, workspace

LANGUAGES = catalogues.LANGUAGES


def entries(language: str) -> list[Entry]:
    return [entry for entry in catalogues.read(language) if entry.id]


def key(entry: Entry) -> catalogues.Wording:
    """An entry's wording, as the extraction gives it."""
    if isinstance(entry.id, str):
        return entry.id
    singular, plural = entry.id
    return singular, plural


def fields(text: str) -> set[str]:
    """The names of the values that a wording takes."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def every_class(base: type) -> Iterator[type]:
    """All classes of plangen below another one."""
    for module in walk_packages(plangen.__path__, "plangen."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    waiting: list[type] = base.__subclasses__()
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        if one.__module__.startswith("plangen."):
            yield one


def said(program: str) -> list[catalogues.Wording]:
    """What is extracted from a program of one call."""
    statement = ast.parse(program).body[0]
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    return list(catalogues.wordings(statement.value, catalogues.KEYWORDS))


@pytest.fixture
def own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An English catalogue of one translated wording, in a folder of its own."""
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    monkeypatch.setattr(catalogues, "wanted", lambda _: {"甲": ["a.py"]})
    file = catalogues.po("en")
    file.parent.mkdir(parents=True)
    catalogue = catalogues.updated("en")
    catalogue["甲"].string = "A"
    file.write_bytes(catalogues.written(catalogue))
    return file


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_all_that_is_said_and_nothing_else(language: str) -> None:
    held = {key(entry) for entry in entries(language)}

    assert held == set(catalogues.wanted(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_has_its_translation(language: str) -> None:
    untranslated = [entry.id for entry in entries(language) if not catalogues.is_translated(entry)]

    assert untranslated == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess_or_out_of_use(language: str) -> None:
    catalogue = catalogues.read(language)

    assert [entry.id for entry in catalogue if entry.id and entry.fuzzy] == []
    assert list(catalogue.obsolete) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_takes_the_values_of_its_wording(language: str) -> None:
    different = []
    for entry in entries(language):
        wording = entry.id if isinstance(entry.id, str) else entry.id[-1]
        forms = [entry.string] if isinstance(entry.string, str) else entry.string or ()
        different += [form for form in forms if fields(form) != fields(wording)]

    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_installed_is_what_the_catalogue_compiles_to(language: str) -> None:
    installed = (CATALOGUES / language / "LC_MESSAGES/plangen.mo").read_bytes()

    assert installed == catalogues.compiled(catalogues.read(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_names_no_date_and_no_program(language: str) -> None:
    text = catalogues.po(language).read_text(encoding="utf-8")

    assert "Date" not in text
    assert "Generated-By" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_that_is_read_is_written_as_it_stands(language: str) -> None:
    stored = catalogues.po(language).read_bytes()

    assert catalogues.written(catalogues.read(language)) == stored


def test_the_descriptions_of_all_fields_are_in_the_catalogue() -> None:
    held = {key(entry) for entry in entries("en")}

    described = {
        field.description
        for model in every_class(BaseModel)
        if issubclass(model, BaseModel)
        for field in model.model_fields.values()
        if field.description
    }

    assert len(described) > 50
    assert described - held == set()


def test_the_wordings_of_all_errors_are_looked_for() -> None:
    names = {error.__name__ for error in every_class(InvalidError)}

    assert "QuantityError" in names
    assert names - catalogues.KEYWORDS == set()


def test_what_the_library_never_shows_is_something_it_could_say_and_has_a_reason() -> None:
    sayable = catalogues.library_wordings()

    assert set(catalogues.NEVER_SHOWN) - set(sayable) == set()
    assert all(catalogues.NEVER_SHOWN.values())


def test_the_library_s_wordings_are_found() -> None:
    found = catalogues.library_wordings()

    assert "Usage:" in found
    assert "required" in found
    assert (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ) in found


@pytest.mark.parametrize(
    ("program", "found"),
    [
        ("Message('甲{a}', a=1)", ["甲{a}"]),
        ("QuantityError('甲' '乙')", ["甲乙"]),
        ("_('甲')", ["甲"]),
        ("Message('甲' if a else '乙')", ["甲", "乙"]),
        ("Field(None, description='甲')", ["甲"]),
        ("ngettext('one', 'many', 2)", [("one", "many")]),
        ("Message(wordings[kind])", []),
        ("Message('')", []),
        ("text.translate('甲')", []),
        ("other('甲')", []),
    ],
)
def test_wordings_are_the_literals_of_what_speaks(
    program: str, found: list[catalogues.Wording]
) -> None:
    assert said(program) == found


@pytest.mark.parametrize("argument", ["f'甲{a}'", "'甲' + a", "'甲%s' % a"])
def test_a_text_that_is_put_together_on_the_spot_is_refused(argument: str) -> None:
    with pytest.raises(ValueError, match="no single literal"):
        said(f"Message({argument})")


def test_an_update_keeps_what_is_translated_and_adds_what_is_new(
    own_catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "wanted", lambda _: {"乙": ["b.py"], "甲": ["a.py"]})

    updated = catalogues.updated("en")

    assert [(entry.id, entry.string or "") for entry in updated][1:] == [("乙", ""), ("甲", "A")]


def test_a_translation_out_of_use_is_kept_but_not_compiled(
    own_catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = catalogues.compiled(catalogues.read("en"))
    monkeypatch.setattr(catalogues, "wanted", lambda _: {})

    own_catalogue.write_bytes(catalogues.written(catalogues.updated("en")))

    assert '#~ msgstr "A"' in own_catalogue.read_text(encoding="utf-8")
    assert "甲".encode() in before
    assert "甲".encode() not in catalogues.compiled(catalogues.read("en"))


def test_a_wording_that_comes_back_has_its_translation_again(
    own_catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = own_catalogue.read_bytes()
    monkeypatch.setattr(catalogues, "wanted", lambda _: {})
    own_catalogue.write_bytes(catalogues.written(catalogues.updated("en")))
    monkeypatch.setattr(catalogues, "wanted", lambda _: {"甲": ["a.py"]})

    own_catalogue.write_bytes(catalogues.written(catalogues.updated("en")))

    assert own_catalogue.read_bytes() == before


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{{ nosuch }}", "there is no variable called “nosuch”"),
        ("{{ doc.nosuch }}", "there is no item “nosuch”"),
        ("{{ doc.__class__ }}", "“__class__” cannot be used in a template"),
        ("{{ 'a' * 10000000 }}", "text too long"),
        ("{{ figure('a', by='b') }}", "the data have no target called “a”"),
        ("{{ '{{ nosuch }}'|prose }}", "there is no variable called “nosuch”"),
    ],
)
def test_what_a_template_does_wrong_is_said_in_english(
    template: str, sentence: str, tmp_path: Path
) -> None:
    page = f"<document><title>甲</title><p>{template}</p></document>"
    files = {"data/x/a.yaml": PLAN + "template: own\n", "templates/own.xml.j2": page}
    workspace(tmp_path, files)

    ran = outside(tmp_path, "--lang", "en", "render", "x/a")

    assert ran.code == 3
    assert ran.err.startswith("Error: templates/own.xml.j2 line 1: ")
    assert ran.err.endswith(f"{sentence}\n")


def test_why_a_file_cannot_be_written_is_said_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "o/shancheng/plan-2020.txt").mkdir(parents=True)
    command = ["render", "shancheng/plan-2020", "--to", "txt", "-o", "o"]

    chinese = outside(tmp_path, *command)
    english = outside(tmp_path, "--lang", "en", *command)

    path = Path("o/shancheng/plan-2020.txt")
    assert chinese.err == f"错误：写不了 {path}：这是一个文件夹\n"
    assert english.err == f"Error: {path} cannot be written: Is a directory\n"


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LANG": "", "LC_ALL": "", "LANGUAGE": ""},
        {"LANGUAGE": "de", "LANG": "de_DE.UTF-8"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_the_terminal_does_not_choose_the_language(
    environment: dict[str, str], tmp_path: Path
) -> None:
    chinese = outside(tmp_path, "--help", environment=environment)
    english = outside(tmp_path, "--lang", "en", "--help", environment=environment)

    assert (chinese.code, english.code) == (0, 0)
    assert chinese.out.startswith("用法: plangen [选项] 命令")
    assert english.out.startswith("Usage: plangen [OPTIONS] COMMAND")


def test_help_is_shown_without_the_tool_that_makes_the_catalogues() -> None:
    program = (
        "import sys; from plangen.cli.main import run; run(['--help']);"
        "print('babel' in sys.modules, 'plangen.jobs' in sys.modules)"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )

    assert shown.stdout.splitlines()[-1] == "False False"
