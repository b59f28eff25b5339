"""The import contracts of pyproject.toml: kept by the project, and broken by what they forbid."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FORBIDDEN_IMPORTS = [
    ("plangen.errors", "plangen.findings", "arrows"),
    ("plangen.findings", "plangen.quantity", "arrows"),
    ("plangen.quantity", "plangen.model", "arrows"),
    ("plangen.model", "plangen.document", "arrows"),
    ("plangen.document", "plangen.sheet", "arrows"),
    ("plangen.sheet", "plangen.typeset", "arrows"),
    ("plangen.load", "plangen.compose", "arrows"),
    ("plangen.typeset", "plangen.writers", "arrows"),
    ("plangen.writers", "plangen.jobs", "arrows"),
    ("plangen.jobs", "plangen.cli", "arrows"),
    ("plangen.jobs", "click", "door-click"),
    ("plangen.writers", "rich", "door-rich"),
    ("plangen.model", "yaml", "door-yaml"),
    ("plangen.writers", "jinja2", "door-jinja2"),
    ("plangen.writers.text", "docx", "door-docx"),
    ("plangen.writers", "rjieba", "door-rjieba"),
]

ALLOWED_IMPORTS = [
    ("plangen.cli", "click"),
    ("plangen.cli", "plangen.jobs"),
    ("plangen.cli.tables", "rich"),
    ("plangen.jobs", "plangen.load"),
    ("plangen.jobs", "plangen.writers"),
    ("plangen.load", "yaml"),
    ("plangen.load", "plangen.model"),
    ("plangen.compose.environment", "jinja2"),
    ("plangen.compose", "plangen.document"),
    ("plangen.typeset.words", "rjieba"),
    ("plangen.typeset", "plangen.sheet"),
    ("plangen.writers.docx.package", "docx"),
    ("plangen.model", "plangen.quantity"),
    ("plangen.quantity", "plangen.findings"),
    ("plangen.findings", "plangen.errors"),
]


def check_contracts(*options: str, folder: Path, root: Path) -> tuple[int, str]:
    """Run import-linter with the project's contracts on the package that ``folder`` sees first."""
    program = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [program, "--config", root / "pyproject.toml", "--no-cache", *options],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


def write_package(folder: Path, imports: list[tuple[str, str]]) -> None:
    """Write a package named plangen, each of whose modules imports what ``imports`` says."""
    modules = {"plangen"} | {module for pair in imports for module in pair}
    for module in sorted(name for name in modules if name.startswith("plangen")):
        path = folder.joinpath(*module.split("."))
        path.mkdir(parents=True, exist_ok=True)
        imported = [target for source, target in imports if source == module]
        path.joinpath("__init__.py").write_text("".join(f"import {name}\n" for name in imported))
        for parent in path.relative_to(folder).parents[:-1]:
            folder.joinpath(parent, "__init__.py").touch()


def test_the_project_keeps_its_contracts(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    code, report = check_contracts(folder=tmp_path, root=pytestconfig.rootpath)

    assert code == 0, report


def test_a_package_with_all_allowed_imports_keeps_the_contracts(
    pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    write_package(tmp_path, ALLOWED_IMPORTS)

    code, report = check_contracts(folder=tmp_path, root=pytestconfig.rootpath)

    assert code == 0, report


@pytest.mark.parametrize(("source", "target", "contract"), FORBIDDEN_IMPORTS)
def test_a_forbidden_import_breaks_its_contract(
    source: str, target: str, contract: str, pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    write_package(tmp_path, [(source, target)])

    code, report = check_contracts(
        "--contract", contract, folder=tmp_path, root=pytestconfig.rootpath
    )

    assert code == 1
    assert "1 broken" in report
    assert f"{source} -> {target}" in report


def test_a_stage_without_a_place_in_the_arrows_is_reported(
    pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    write_package(tmp_path, [("plangen.translate", "plangen.errors")])

    code, report = check_contracts(
        "--contract", "arrows", folder=tmp_path, root=pytestconfig.rootpath
    )

    assert code == 1
    assert "plangen.translate" in report
