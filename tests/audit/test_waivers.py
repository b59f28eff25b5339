"""Waivers beside verdicts, and waivers that are no use."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from plangen.errors import InputError
from plangen.findings import Severity
from plangen.model.waivers import Waiver
from tests.audit.auditing import UPPER, asked, audited, local, said, upper

GIVEN = {
    "indicator": "rooms",
    "document": UPPER,
    "reason": "村居正在合并",
    "approver": "县卫生健康局",
    "first": "2020-06-01",
    "last": "2020-12-31",
}


def waiver(**values: Any) -> dict[str, Any]:
    return {**GIVEN, **values}


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2020-05-31", False),
        ("2020-06-01", True),
        ("2020-12-31", True),
        ("2021-01-01", False),
    ],
)
def test_a_waiver_is_shown_from_its_first_day_to_its_last(day: str, shown: bool) -> None:
    plan = local(asked(at_least="50%"), waivers=[waiver()])

    audit = audited(plan, upper(asked()), as_of=date.fromisoformat(day))

    (row,) = audit.rows
    assert row.verdict.value == "below"
    assert (row.waiver is not None) is shown
    assert audit.fails(Severity.ERROR) is not shown
    assert audit.waived == shown


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"clause": "二（1）"}, True),
        ({"clause": "二（2）"}, False),
        ({"scope": "小学"}, False),
        ({"indicator": "sites"}, False),
        ({"document": "upper/other"}, False),
    ],
)
def test_a_waiver_is_for_one_requirement(values: dict[str, Any], shown: bool) -> None:
    plan = local(waivers=[waiver(**values)])

    (row,) = audited(plan, upper(asked(clause="二（1）"))).rows

    assert (row.waiver is not None) is shown


@pytest.mark.parametrize(
    ("values", "day", "finding"),
    [
        ({}, "2021-01-01", "waiver-expired：豁免已于2020年12月31日到期：upper/scheme 的 rooms"),
        ({}, "2020-05-31", "waiver-to-come：豁免从2020年6月1日才开始：upper/scheme 的 rooms"),
        (
            {"clause": "九"},
            "2020-09-06",
            "waiver-unmatched：豁免没有对应的要求：upper/scheme 的 rooms 不在现行的上级要求里",
        ),
    ],
)
def test_a_waiver_that_is_no_use_is_told(values: dict[str, Any], day: str, finding: str) -> None:
    plan = local(waivers=[waiver(**values)])

    audit = audited(plan, upper(asked()), as_of=date.fromisoformat(day))

    assert said(audit) == [finding]
    assert audit.findings[0].place.key == "waivers[1]"


def test_a_waiver_that_is_not_needed_any_more_is_told() -> None:
    audit = audited(local(asked(), waivers=[waiver()]), upper(asked()))

    assert said(audit) == ["waiver-stale：豁免已不需要：upper/scheme 的 rooms 已经达到或不适用"]


def test_a_waiver_of_an_indicator_that_no_dictionary_has_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        audited(local(waivers=[waiver(indicator="room")]), upper())

    assert str(caught.value) == (
        "local/plan.yaml waivers[1].indicator：没有名为“room”的指标，是不是“rooms”？"
    )


def test_a_waiver_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError, match="豁免的最后一天（2020-05-01）早于第一天"):
        Waiver.model_validate(waiver(last="2020-05-01"))
