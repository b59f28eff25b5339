"""What SARIF says of the codes of findings."""

import re
from pathlib import Path

import plangen.audit
from plangen.audit.checks.registry import CHECKS
from plangen.jobs.audit_helps import HELPS

CODE = re.compile('"([a-z]+(?:-[a-z]+)+)"')


def test_every_code_of_the_audit_is_explained() -> None:
    folder = Path(plangen.audit.__file__).parent
    codes = {
        code
        for name in ("auditor", "uppers", "waiving")
        for line in (folder / f"{name}.py").read_text(encoding="utf-8").splitlines()
        if re.match(r"[A-Z_]+, ", line)
        for code in CODE.findall(line)
    }

    assert len(codes) == 9
    assert codes | {check.code for check in CHECKS} == set(HELPS)


def test_the_help_of_a_check_is_its_page_of_the_manual() -> None:
    check = CHECKS[0]

    assert (HELPS[check.code].title, HELPS[check.code].text) == (check.title, check.manual)
