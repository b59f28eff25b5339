"""The manual of the checks is what the checks say of themselves."""

from plangen.audit.checks.manual import manual
from plangen.audit.checks.registry import CHECKS
from scripts.checks_manual import PAGE


def test_the_manual_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual(), "run scripts/checks_manual.py"


def test_the_manual_has_a_section_for_every_check() -> None:
    headings = [line.removeprefix("## ") for line in manual().splitlines() if line[:3] == "## "]

    assert headings == [f"{check.code} {check.title}" for check in CHECKS]


def test_every_check_is_explained() -> None:
    assert [check.code for check in CHECKS if len(check.manual.strip().splitlines()) < 3] == []
