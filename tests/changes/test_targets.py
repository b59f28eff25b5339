"""What became of a target: its value, its date, its wording, its population."""

from datetime import date
from typing import Any

import pytest

from plangen.model.change import Basis, Kind
from plangen.report.change_words import asked_words, by_words
from tests.changes.editions import (
    became,
    compared,
    edition,
    kinds,
    plan,
    points,
    target,
    the_target,
)

VALUES = [
    ("coverage", {"at_least": "50%"}, {"at_least": "80%"}, "tightened"),
    ("coverage", {"at_least": "80%"}, {"at_least": "三分之二"}, "loosened"),
    ("coverage", {"at_least": "80%"}, {"at_least": "80.0%"}, "unchanged"),
    ("dust", {"at_most": "35微克/立方米"}, {"at_most": "30微克/立方米"}, "tightened"),
    ("dust", {"at_most": "30微克/立方米"}, {"at_most": "35微克/立方米"}, "loosened"),
    ("dust", {"at_most": "0.03毫克/立方米"}, {"at_most": "30微克/立方米"}, "unchanged"),
    ("dust", {"at_most": "30微克/立方米"}, {"at_most": "30微克/升"}, "loosened"),
    ("dust", {"at_most": "30微克/立方米"}, {"at_most": "30分贝"}, "incomparable"),
    ("incidents", {"at_most": "2起"}, {"at_most": "0起"}, "tightened"),
    ("meetings", {"at_least": "每半年1次"}, {"at_least": "每年2次"}, "unchanged"),
    ("meetings", {"at_least": "每年2次"}, {"at_least": "每季度1次"}, "tightened"),
    ("meetings", {"at_least": "每年4次"}, {"at_least": "每年2次"}, "loosened"),
    ("hours", {"at_least": "24小时"}, {"at_least": "7×24小时"}, "unchanged"),
    ("hours", {"at_least": "5×8小时"}, {"at_least": "7×24小时"}, "tightened"),
    ("hours", {"at_least": "7×12小时"}, {"at_least": "5×24小时"}, "incomparable"),
    ("ratio", {"at_least": "1:4000"}, {"at_least": "1:3500"}, "tightened"),
    ("listed", {"equals": "否"}, {"equals": "是"}, "tightened"),
    ("prevalence", {"at_least": "4.5‰"}, {"at_least": "5‰"}, "tightened"),
    ("trainees", {"equals": "50名"}, {"equals": "60人"}, "tightened"),
    ("trainees", {"equals": "50名"}, {"at_least": "50名"}, "reworded"),
    ("trainees", {"at_least": "50名"}, {"at_most": "50名"}, "loosened"),
    ("trainees", {"at_least": "50名"}, {"at_most": "90名"}, "loosened"),
    ("trainees", {"at_most": "90名"}, {"at_least": "50名"}, "tightened"),
    ("trainees", {"at_most": "90名"}, {"at_most": "50名"}, "incomparable"),
    ("dust", {"at_least": "30微克/立方米"}, {"at_most": "30微克/立方米"}, "tightened"),
    ("coverage", {"at_least": "待定"}, {"at_least": "80%"}, "undecided"),
    ("coverage", {"at_least": "待定"}, {"at_least": "待定"}, "unchanged"),
]


@pytest.mark.parametrize(("indicator", "old", "new", "kind"), VALUES)
def test_a_value_is_compared_in_the_direction_of_its_indicator(
    indicator: str, old: dict[str, str], new: dict[str, str], kind: str
) -> None:
    assert became(target(indicator, **old), target(indicator, **new)) == [kind]


@pytest.mark.parametrize(("indicator", "old", "new", "kind"), VALUES)
def test_the_other_way_round_a_value_changes_the_other_way(
    indicator: str, old: dict[str, str], new: dict[str, str], kind: str
) -> None:
    found = became(target(indicator, **new), target(indicator, **old))

    assert found == [Kind(kind).mirrored.value]


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ("每半年1次", "每年2次", "“每半年至少1次”和“每年至少2次”折算后数值相同"),
        ("7×12小时", "5×24小时", "每周天数：7→5，每天小时数：12→24"),
        ("5×8小时", "7×24小时", "每周天数：5→7，每天小时数：8→24"),
    ],
)
def test_frequencies_and_hours_are_explained(old: str, new: str, remark: str) -> None:
    indicator = "hours" if "小时" in old else "meetings"

    change = the_target(target(indicator, old), target(indicator, new))

    assert [str(told) for told in change.remarks] == [remark]


def test_values_that_do_not_compare_are_explained() -> None:
    change = the_target(target("dust", at_most="30微克/立方米"), target("dust", at_most="30分贝"))

    assert [str(told) for told in change.remarks] == [
        "“30微克/立方米”和“30分贝”无法比较：计量单位不同"
    ]


def test_a_deadline_that_moves_on_with_the_year_is_no_delay() -> None:
    change = the_target(
        target(at_least="80%", by="2020年底前"), target(at_least="80%", by="2021年底前")
    )

    assert kinds(change) == ["unchanged"]
    assert [str(by_words(held.by)) for held in (change.old, change.new) if held and held.by] == [
        "2020年底前",
        "2021年底前",
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2020年底前", "2021年9月底前", "earlier"),
        ("2020年9月底前", "2021年底前", "later"),
        ("2020年2月底前", "2021年2月底前", "unchanged"),
        ("2020-02-28", "2021-02-28", "later"),
        ("2020年上半年", "2021年6月底前", "unchanged"),
        ("2020年底前", "2022年6月底前", "later"),
        ("待定", "2021年底前", "undecided"),
    ],
)
def test_dates_of_successive_years_are_compared_by_their_place_in_the_year(
    old: str, new: str, kind: str
) -> None:
    assert became(target(at_least="80%", by=old), target(at_least="80%", by=new)) == [kind]


def test_a_target_without_a_date_is_due_at_the_end_of_its_document() -> None:
    change = the_target(target(at_least="80%"), target(at_least="80%", by="2021-12-31"))

    assert kinds(change) == ["unchanged"]
    assert change.old is not None
    assert change.new is not None
    assert (change.old.stated, change.new.stated) == (False, True)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("2021-12-31", "2021-12-31", "unchanged"), ("2021-12-31", "2022-06-30", "later")],
)
def test_plans_whose_periods_overlap_are_compared_by_the_calendar(
    old: str, new: str, kind: str
) -> None:
    before = plan(old, targets=[target(at_least="80%")])
    after = plan(new, issued="2020-09-01", targets=[target(at_least="80%")])

    comparison = compared(before, after)

    assert comparison.basis is Basis.CALENDAR
    assert kinds(comparison.targets[0]) == [kind]


def test_a_plan_that_follows_another_is_compared_by_its_own_period() -> None:
    before = plan("2021-12-31", targets=[target(at_least="80%")])
    after = plan("2025-12-31", issued="2022-03-01", targets=[target(at_least="80%")])

    comparison = compared(before, after)

    assert comparison.basis is Basis.OWN_PERIOD
    assert kinds(comparison.targets[0]) == ["unchanged"]


def test_a_notice_issued_before_its_year_begins_follows_the_year_before() -> None:
    before = edition(2020, targets=[target(at_least="80%")])
    after = edition(2021, starts=None, issued="2020-12-20", targets=[target(at_least="80%")])

    assert compared(before, after).basis is Basis.OWN_PERIOD


def test_a_date_where_none_was_is_earlier() -> None:
    without: dict[str, Any] = {"kind": "plan", "starts": None, "ends": None}
    before = edition(targets=[target(at_least="80%")], **without)
    after = edition(targets=[target(at_least="80%", by="2021-12-31")], **without)

    assert kinds(compared(before, after).targets[0]) == ["earlier"]
    assert kinds(compared(after, before).targets[0]) == ["later"]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("应当", "力争", "weaker"),
        ("力争", "鼓励", "weaker"),
        ("鼓励", "应当", "stronger"),
        ("力争", "力争", "unchanged"),
    ],
)
def test_a_wording_is_weaker_or_stronger(old: str, new: str, kind: str) -> None:
    before, after = target(at_least="80%", modality=old), target(at_least="80%", modality=new)

    assert became(before, after) == [kind]


POPULATIONS = [
    ("schools", None, "小学", "narrower"),
    ("schools", "小学", "中小学", "wider"),
    ("services", None, "党政机关、事业单位和规模以上企业单位", "narrower"),
    ("services", "党政机关", "企业", "other_population"),
    ("meetings", "公安、司法、信访等部门", "信访、公安、司法等部门", "unchanged"),
    ("meetings", "公安、司法、信访等部门", "公安、信访等部门", "narrower"),
    ("meetings", "各区县", "各区", "narrower"),
    ("meetings", None, "市直部门", "narrower"),
    ("coverage", "村（社区）", "社区", "narrower"),
    ("coverage", "村、社区", None, "unchanged"),
]


@pytest.mark.parametrize(("indicator", "old", "new", "kind"), POPULATIONS)
def test_a_population_is_narrower_or_wider(
    indicator: str, old: str | None, new: str | None, kind: str
) -> None:
    value = "每年1次" if indicator == "meetings" else "80%"
    before, after = (target(indicator, value, scope=scope) for scope in (old, new))

    assert became(before, after) == [kind]
    assert became(after, before) == [Kind(kind).mirrored.value]


def test_a_target_that_changed_in_several_ways_says_all_of_them() -> None:
    change = the_target(
        target("schools", "80%", by="2020年9月底前"),
        target("schools", "100%", by="2021年底前", scope="小学", modality="力争"),
    )

    assert kinds(change) == ["later", "weaker", "narrower", "tightened"]


def test_targets_come_and_go() -> None:
    comparison = compared([target(at_least="80%")], [target("meetings", "每年1次")])

    assert [(t.indicator, kinds(t)) for t in comparison.targets] == [
        ("meetings", ["added"]),
        ("coverage", ["dropped"]),
    ]


def steps(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """The points of two plans of one period, as text."""
    before, after = (plan("2022-12-31", targets=[given]) for given in (old, new))
    (change,) = compared(before, after).targets
    return [
        (
            str(point.new_day),
            asked_words(point.old),
            asked_words(point.new),
            point.kind.value,
        )
        for point in change.points
    ]


def test_steps_are_compared_at_every_date_at_which_either_has_one() -> None:
    old = points(("50%", "2020-12-31"), ("80%", "2021-12-31"))
    new = points(("50%", "2020-12-31"), ("70%", "2021-06-30"), ("80%", "2021-12-31"))

    assert steps(old, new) == [
        ("2020-12-31", "50%以上", "50%以上", "unchanged"),
        ("2021-06-30", "50%以上", "70%以上", "tightened"),
        ("2021-12-31", "80%以上", "80%以上", "unchanged"),
    ]


def test_a_stock_asks_for_nothing_before_its_first_date() -> None:
    old = target(at_least="80%", by="2021-12-31")
    new = points(("50%", "2020-12-31"), ("80%", "2021-12-31"))

    assert steps(old, new) == [
        ("2020-12-31", "—", "50%以上", "tightened"),
        ("2021-12-31", "80%以上", "80%以上", "unchanged"),
    ]


def test_a_flow_asks_the_same_until_its_date_and_nothing_after() -> None:
    old = target("meetings", "每年2次", by="2021-12-31")
    new = points(
        ("每年4次", "2020-12-31"), ("每年1次", "2021-12-31"), ("每年1次", "2022-12-31"),
        indicator="meetings",
    )  # fmt: skip

    assert steps(old, new) == [
        ("2020-12-31", "每年至少2次", "每年至少4次", "tightened"),
        ("2021-12-31", "每年至少2次", "每年至少1次", "loosened"),
        ("2022-12-31", "—", "每年至少1次", "tightened"),
    ]


def test_as_many_steps_are_compared_one_by_one() -> None:
    before = plan("2022-12-31", targets=[points(("50%", "2020-06-30"), ("80%", "2021-06-30"))])
    after = plan("2022-12-31", targets=[points(("50%", "2020-12-31"), ("80%", "2021-12-31"))])

    (change,) = compared(before, after).targets

    assert kinds(change) == ["later"]
    assert [point.kind.value for point in change.points] == [
        "loosened",
        "unchanged",
        "loosened",
        "unchanged",
    ]


def test_the_points_of_successive_periods_have_a_date_in_each() -> None:
    old = points(("50%", "2020-06-30"), ("60%", "2020-12-31"))
    new = points(("50%", "2021-06-30"), ("80%", "2021-12-31"))

    change = the_target(old, new)

    assert [(point.old_day, point.new_day) for point in change.points] == [
        (date(2020, 6, 30), date(2021, 6, 30)),
        (date(2020, 12, 31), date(2021, 12, 31)),
    ]
    assert kinds(change) == ["tightened"]


def test_a_target_stands_for_one_of_the_same_population_first() -> None:
    old = [target("schools", "60%", scope="小学"), target("schools", "50%", clause="二")]
    new = [target("schools", "70%"), target("schools", "80%", scope="小学")]

    found = compared(old, new).targets

    assert [(t.old and t.old.target.scope, kinds(t)) for t in found] == [
        (None, ["tightened"]),
        ("小学", ["tightened"]),
    ]


def test_an_indicator_in_two_clauses_is_compared_clause_by_clause() -> None:
    old = [target(at_least="80%", clause="二"), target(at_least="60%", clause="三")]
    new = [target(at_least="60%", clause="三"), target(at_least="90%", clause="二")]

    found = compared(old, new).targets

    assert [kinds(t) for t in found] == [["unchanged"], ["tightened"]]


REPEATED = "期限在文件的实施期之后，这一项按日历比较"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2025-12-31", "2025-12-31", "unchanged"),
        ("2025-12-31", "2024-12-31", "earlier"),
        ("2022-12-31", "2023-12-31", "later"),
        ("2021-12-31", "2021-12-31", "unchanged"),
        ("2021-06-30", "2021-12-31", "later"),
    ],
)
def test_a_date_after_the_documents_own_period_is_compared_by_the_calendar(
    old: str, new: str, kind: str
) -> None:
    before, after = (target(at_least="80%", by=by) for by in (old, new))
    change = the_target(before, after)

    assert kinds(change) == [kind]
    assert [str(remark) for remark in change.remarks] == [REPEATED]


def test_steps_that_are_past_are_not_asked_of_the_later_document() -> None:
    old = points(("50%", "2020-12-31"), ("80%", "2021-12-31"))
    new = points(("80%", "2021-12-31"), ("100%", "2022-12-31"))

    change = the_target(old, new)

    assert kinds(change) == ["tightened"]
    assert [(str(point.new_day), point.kind.value) for point in change.points] == [
        ("2021-12-31", "unchanged"),
        ("2022-12-31", "tightened"),
    ]


def test_what_was_announced_for_the_next_year_and_is_asked_there_has_not_changed() -> None:
    old = points(("50%", "2020-12-31"), ("80%", "2021-12-31"))

    assert became(old, target(at_least="80%", by="2021-12-31")) == ["unchanged"]
    assert became(old, target(at_least="70%", by="2021-12-31")) == ["loosened"]
