"""Figures, numbers and dates that are 待定 in data: typed, remarked upon, never in the way."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from plangen.findings import Severity
from plangen.model.issue import Number
from plangen.model.targets import Point, Target
from plangen.quantity.undecided import UNDECIDED
from tests.load.workspaces import PLAN, faults, loaded

ISSUE = (
    "issue:\n  mark: {organs: [甲]}\n  number: {code: 甲发, year: 2021, sequence: 待定}\n"
    "  issuers: [甲]\n  date: 待定\n  printed: {by: 甲, on: 待定}\n"
)
TARGETS = (
    "targets:\n- indicator: feature_school_count\n  at_least: 待定\n  by: 待定\n"
    "- indicator: village_counseling_room_coverage\n  points:\n"
    "  - {by: 2021-12-31, at_least: 50%}\n  - {by: 待定, at_least: 待定}\n"
)


@pytest.mark.parametrize("key", ["at_least", "at_most", "equals"])
def test_a_value_may_be_undecided_and_then_has_no_bound(key: str) -> None:
    target = Target.model_validate({"indicator": "a", key: "待定", "by": "待定"})

    assert target.undecided
    assert target.by is UNDECIDED
    assert target.deadline is None
    with pytest.raises(LookupError):
        _ = target.bound


def test_a_target_with_a_value_is_decided() -> None:
    target = Target.model_validate({"indicator": "a", "at_least": "80%", "by": "2021-12-31"})

    assert not target.undecided
    assert target.deadline is not None


def test_undecided_is_a_value_beside_which_no_other_may_stand() -> None:
    with pytest.raises(ValidationError, match="恰好写一个"):
        Target.model_validate({"indicator": "a", "at_least": "待定", "at_most": "80%"})


def test_steps_in_order_of_time_may_end_undecided() -> None:
    days = ["2020-12-31", "待定", "2021-12-31"]
    points = [{"by": day, "at_least": "待定"} for day in days]

    target = Target.model_validate({"indicator": "a", "points": points})

    assert [step.by is UNDECIDED for step in target.steps] == [False, True, False]
    assert target.step(Point.model_validate(points[2]).deadline.last_day)  # type: ignore[union-attr]  # it has one
    with pytest.raises(ValidationError, match="按期限先后"):
        Target.model_validate({"indicator": "a", "points": [points[2], points[0]]})


def test_every_undecided_place_is_remarked_upon_with_its_line(tmp_path: Path) -> None:
    findings = loaded(tmp_path, PLAN + ISSUE + TARGETS).findings

    assert {(finding.code, finding.severity) for finding in findings} == {
        ("undecided", Severity.WARN)
    }
    assert {str(finding.message) for finding in findings} == {"还没有定（待定）"}
    assert [(finding.place.line, finding.place.key) for finding in findings] == [
        (6, "issue.number.sequence"),
        (8, "issue.date"),
        (9, "issue.printed.on"),
        (12, "targets[1].at_least"),
        (13, "targets[1].by"),
        (17, "targets[2].points[2].at_least"),
        (17, "targets[2].points[2].by"),
    ]


def test_an_undecided_date_is_none_to_those_who_ask_for_one(tmp_path: Path) -> None:
    facts = loaded(tmp_path, PLAN + ISSUE).facts

    assert facts.date is None
    assert loaded(tmp_path, PLAN + "issued: 待定\n").facts.date is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0", "“0”太小，至少 1"),
        ("100000", "“100000”太大，最多 99999"),
        ("未定", "“未定”应为整数"),
        ("[待定]", "列表应为整数"),
    ],
)
def test_what_is_wrong_is_told_as_where_nothing_may_be_undecided(
    text: str, sentence: str, tmp_path: Path
) -> None:
    issue = ISSUE.replace("sequence: 待定", f"sequence: {text}")

    found = faults(tmp_path, PLAN + issue)

    assert found == [f"data/x/plan.yaml 第6行 issue.number.sequence：{sentence}"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("ends: 待定\n", "ends"),
        ("place: {name: 甲}\nfacts: {甲: {value: 待定, source: 乙}}\n", "facts.甲.value"),
    ],
)
def test_nothing_else_may_be_undecided(line: str, key: str, tmp_path: Path) -> None:
    (found,) = faults(tmp_path, PLAN + line)

    assert f" {key}：" in found


def test_numbers_and_the_word_are_kept_apart() -> None:
    assert Number.model_validate({"code": "甲", "year": "2021", "sequence": "7"}).sequence == 7
    assert Number(code="甲", year=2021, sequence=UNDECIDED).sequence is UNDECIDED
