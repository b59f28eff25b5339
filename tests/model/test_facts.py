"""What a fact's fields take: exact values, days and deadlines, and nothing that is unclear."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from plangen.model.groups import GroupMember
from plangen.model.issue import Issue
from plangen.model.targets import Target
from plangen.quantity.bounds import Comparator
from plangen.quantity.deadlines import Precision
from plangen.quantity.grammar import parse_quantity
from tests.model.records import facts, issue


def refusals(
    kind: type[Target] | type[Issue] | type[GroupMember], values: dict[str, Any]
) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(values)
    return [fault["msg"] for fault in caught.value.errors()]


def test_a_fact_cannot_change() -> None:
    document = facts()

    with pytest.raises(ValidationError):
        document.title = "另一方案"  # type: ignore[misc]  # that it is refused is what is shown


def test_a_value_is_exact() -> None:
    target = Target.model_validate({"indicator": "prevalence", "at_least": "4.5‰"})

    assert target.bound.comparator is Comparator.AT_LEAST
    assert target.bound.quantity.amount == Fraction(9, 2)


def test_a_value_that_is_ready_made_passes() -> None:
    value = parse_quantity("80%")

    target = Target(indicator="room_coverage", at_most=value)

    assert target.at_most is value
    assert target.bound.comparator is Comparator.AT_MOST


@pytest.mark.parametrize(
    ("written", "last_day", "precision"),
    [
        ("2021-12-31", date(2021, 12, 31), Precision.YEAR),
        ("2021年底前", date(2021, 12, 31), Precision.YEAR),
        ("2020年9月底前", date(2020, 9, 30), Precision.MONTH),
        ("2020年9月6日前", date(2020, 9, 6), Precision.DAY),
    ],
)
def test_a_deadline_keeps_its_last_day_and_its_precision(
    written: str, last_day: date, precision: Precision
) -> None:
    target = Target.model_validate({"indicator": "x", "equals": "1所", "by": written})

    assert target.deadline is not None
    assert target.deadline.last_day == last_day
    assert target.deadline.precision is precision


@pytest.mark.parametrize(
    "written", ["2020-09-31", "2021-02-29", "2020年9月31日", "2020-13-01", "九月"]
)
def test_a_day_that_is_in_no_calendar_is_refused(written: str) -> None:
    [sentence] = refusals(Issue, issue(date=written))

    assert f"“{written}”" in sentence


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"at_least": "80%", "at_most": "90%"},
        {"equals": "80%", "at_least": "80%"},
        {"by": "2021-12-31"},
    ],
)
def test_a_target_has_exactly_one_value(values: dict[str, str]) -> None:
    assert refusals(Target, {"indicator": "x", **values}) == [
        "at_least、at_most、equals 应当恰好写一个"
    ]


@pytest.mark.parametrize("days", [["2021-12-31", "2020-12-31"], ["2021-12-31", "2021年底前"]])
def test_points_stand_in_order_of_time_and_each_day_once(days: list[str]) -> None:
    points = [{"by": day, "at_least": "80%"} for day in days]

    assert refusals(Target, {"indicator": "x", "points": points}) == [
        "points 应按期限先后排列，不能重复"
    ]


def test_a_target_in_points_is_a_step_function() -> None:
    points = [{"by": "2020-12-31", "at_least": "60%"}, {"by": "2021-12-31", "at_least": "80%"}]
    target = Target.model_validate({"indicator": "x", "points": points})

    steps = [target.step(date(2020, 12, 31)), target.step(date(2021, 12, 31)), target.step()]

    assert [step.bound.quantity.amount for step in steps] == [60, 80, 80]
    with pytest.raises(LookupError):
        target.step(date(2020, 12, 30))
    with pytest.raises(LookupError):
        _ = target.bound


@pytest.mark.parametrize("missing", ["role", "name"])
def test_a_member_has_a_role_and_a_name(missing: str) -> None:
    values = {"role": "组长", "name": "某人"}
    del values[missing]

    assert refusals(GroupMember, values) == ["Field required"]


def test_names_lose_the_space_around_them() -> None:
    member = GroupMember.model_validate({"role": " 组长 ", "name": "王会\n"})

    assert (member.role, member.name) == ("组长", "王会")


@pytest.mark.parametrize(
    "identifier", ["", "Room", "1room", "房间", "room-rate", "room rate", "r" * 81]
)
def test_an_identifier_is_written_in_small_latin_letters(identifier: str) -> None:
    assert refusals(Target, {"indicator": identifier, "equals": "1所"})


def test_the_date_of_the_issue_comes_before_another() -> None:
    document = facts(issued="2020-01-01", issue=issue())

    assert document.date == date(2020, 9, 6)
    assert facts(issued="2020-01-01").date == date(2020, 1, 1)
    assert facts().date is None


@pytest.mark.parametrize("identifier", ["a/../b", "/a", "a/", "a//b", "a b", "a.yaml", ""])
def test_what_a_document_implements_is_an_id(identifier: str) -> None:
    with pytest.raises(ValidationError):
        facts(implements=[identifier])
