"""What is installed: the wheel, complete, from a lock that names every file by its hash."""

import os
import re
import sysconfig
from pathlib import Path

import pytest

import plangen

PACKAGE = Path(plangen.__file__).parent

needs_wheel = pytest.mark.skipif(
    "PLANGEN_TESTS_WHEEL" not in os.environ,
    reason="plangen is not installed from its wheel; make test does that",
)


def files_below(folder: Path) -> dict[str, bytes]:
    """The files below ``folder``, by their path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


@needs_wheel
def test_the_tests_run_against_the_installed_wheel() -> None:
    site_packages = Path(sysconfig.get_path("purelib"))

    assert site_packages.name == "site-packages"
    assert PACKAGE.parent == site_packages


@needs_wheel
@pytest.mark.parametrize("folder", ["data", "templates"])
def test_the_wheel_carries_the_folder(folder: str, pytestconfig: pytest.Config) -> None:
    in_repository = files_below(pytestconfig.rootpath / folder)

    assert in_repository
    assert files_below(PACKAGE / folder) == in_repository


@needs_wheel
def test_the_wheel_carries_the_marker_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize("name", ["build", "dev", "lock", "runtime", "test"])
def test_a_lock_pins_every_requirement_by_hash_and_names_no_address(
    name: str, pytestconfig: pytest.Config
) -> None:
    text = (pytestconfig.rootpath / "requirements" / f"{name}.txt").read_text(encoding="utf-8")

    entries = re.sub(r"\\\n\s*|\s*#.*", "", text).split("\n")
    requirements = [entry for entry in entries if entry]

    assert requirements
    assert [entry for entry in requirements if not re.match(r"[a-z0-9-]+==\S+ ", entry)] == []
    assert [entry for entry in requirements if "--hash=sha256:" not in entry] == []
    assert "://" not in text
