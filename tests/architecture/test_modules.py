"""How the modules are cut and named, checked on the package that the tests run against."""

import ast
from collections.abc import Iterator
from pathlib import Path

import plangen

PACKAGE = Path(plangen.__file__).parent
VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "core", "misc"}
LONGEST_FILE = 300  # lines


def modules() -> Iterator[tuple[str, str]]:
    """Every module of the package: its path from the package's folder, and its source."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")


def test_the_package_is_seen() -> None:
    seen = {name for name, _ in modules()}

    assert {"__init__.py", "__main__.py"} <= seen


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [name for name, _ in modules() if VAGUE_NAMES & set(Path(name).with_suffix("").parts)]

    assert vague == []


def test_no_module_is_longer_than_300_lines() -> None:
    long = {name: len(source.splitlines()) for name, source in modules()}

    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}

    assert [str(path) for path in sorted(folders) if not (path / "__init__.py").exists()] == []


def test_every_module_has_a_docstring() -> None:
    silent = [name for name, source in modules() if not ast.get_docstring(ast.parse(source))]

    assert silent == []


def test_a_package_file_holds_its_docstring_and_nothing_else() -> None:
    packages = [(name, source) for name, source in modules() if name.endswith("__init__.py")]

    assert [name for name, source in packages if len(ast.parse(source).body) != 1] == []


def test_imports_name_the_module_that_defines_the_thing() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, source in modules()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and (node.level > 0 or node.module == "plangen")
    ]

    assert found == []
