"""The manual of the checks is what the checks say of themselves."""

import re

from plangen.audit.checks.manual import manual
from plangen.audit.checks.registry import CHECKS
from scripts.checks_manual import pages


def test_the_manual_is_up_to_date_in_both_languages() -> None:
    written = {path: path.read_text(encoding="utf-8") for path in pages()}

    assert written == pages(), "run scripts/checks_manual.py"


def test_no_link_of_the_index_leads_nowhere() -> None:
    for page in pages().values():
        headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
        targets = [
            re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings
        ]

        assert re.findall(r"^\| \[.+\]\(#(.+?)\)", page, re.MULTILINE) == targets


def test_the_manual_has_a_section_for_every_check() -> None:
    headings = [line.removeprefix("## ") for line in manual().splitlines() if line[:3] == "## "]

    assert headings == [f"{check.code} {check.title}" for check in CHECKS]


def test_every_check_is_explained() -> None:
    assert [check.code for check in CHECKS if str(check.manual).count("\n\n") < 1] == []
