"""Every check does what its examples say; they are folded, ordered and described."""

from pathlib import Path
from pkgutil import iter_modules

import pytest

import plangen.audit.checks
from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.registry import CHECKS
from plangen.audit.checks.run import MOST_OF_A_KIND, cross_check
from plangen.errors import Place
from plangen.findings import Severity
from plangen.model.consistency import disagreements
from tests.audit.checks.subjects import subject_of

FAILING = [(check, example) for check in CHECKS for example in check.fails]
CODES = [check.code for check in CHECKS]


def named(example: tuple[Check, Example]) -> str:
    check, _ = example
    return check.code


@pytest.mark.parametrize("check", CHECKS, ids=CODES)
def test_the_example_passes(check: Check) -> None:
    found = list(check.run(subject_of(check.passes)))

    assert [str(finding.message) for finding in found] == []


@pytest.mark.parametrize("failing", FAILING, ids=named)
def test_the_example_fails_with_these_sentences(failing: tuple[Check, Example]) -> None:
    check, example = failing

    found = list(check.run(subject_of(example)))

    assert tuple(str(finding.message) for finding in found) == example.says
    assert {finding.code for finding in found} == {check.code}


@pytest.mark.parametrize("failing", FAILING, ids=named)
def test_what_is_found_has_a_place(failing: tuple[Check, Example]) -> None:
    check, example = failing

    found = list(check.run(subject_of(example)))

    assert [finding for finding in found if not finding.place.file] == []


@pytest.mark.parametrize("check", CHECKS, ids=CODES)
def test_examples_are_no_errors_of_the_data(check: Check) -> None:
    for example in (check.passes, *check.fails):
        subject = subject_of(example)
        errors = [
            str(found.message)
            for found in disagreements(subject.facts, subject.dictionary)
            if found.severity is Severity.ERROR
        ]

        assert errors == []


@pytest.mark.parametrize("check", CHECKS, ids=CODES)
def test_a_passing_example_of_one_check_says_nothing_worse_elsewhere(check: Check) -> None:
    found = cross_check(subject_of(check.passes))

    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


def test_every_module_with_a_check_is_registered() -> None:
    folder = Path(plangen.audit.checks.__file__).parent
    modules = {
        module.name
        for module in iter_modules([str(folder)])
        if "CHECK = Check(" in (folder / f"{module.name}.py").read_text(encoding="utf-8")
    }

    assert modules == {check.run.__module__.rpartition(".")[2] for check in CHECKS}


def test_codes_and_titles_are_different() -> None:
    assert len(set(CODES)) == len(CHECKS)
    assert len({check.title for check in CHECKS}) == len(CHECKS)


def test_a_flood_is_folded() -> None:
    tasks = "".join(f"- {{id: t{n}, title: 任务{n}, lead: [农业{n}局]}}\n" for n in range(12))
    flooded = Example(data=f"tasks:\n{tasks}", organs="organs:\n- name: 教育\n")

    found = cross_check(subject_of(flooded))

    assert len(found) == MOST_OF_A_KIND
    assert str(found[0].message) == "没有名为“农业0局”的机关或部门"
    assert str(found[-1].message) == "同类问题还有 5 处，这是其中第一处"
    assert found[-1].severity is Severity.WARN
    assert found[-1].place == Place("data/a.yaml", 9, "tasks[8].lead[1]")


def test_findings_come_in_the_order_of_the_checks() -> None:
    example = Example(
        data="""
tasks:
- {id: a, title: 甲, lead: [市财政局, 市财政局]}
duties:
- {organs: [市财政局], text: 略。}
""",
        organs="organs:\n- name: 市财政局\n",
    )

    found = cross_check(subject_of(example))

    assert [finding.code for finding in found] == ["X-ORG-07", "X-DUT-01"]


def test_a_document_without_text_and_groups_says_nothing() -> None:
    assert cross_check(subject_of(Example())) == ()
