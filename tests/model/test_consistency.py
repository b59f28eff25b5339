"""What contradicts itself in a document's facts; every sentence in full, once."""

from typing import Any

import pytest

from plangen.model.dictionary import Dictionary
from tests.model.records import DICTIONARY, INDICATORS, facts, group, issue, said

FITTING = {
    "room_coverage": "80%",
    "growth_rate": "180%",
    "prevalence": "4.5‰",
    "teacher_ratio": "1:4000",
    "meeting_frequency": "每年2次",
    "hotline_hours": "7×24小时",
    "school_count": "1所",
    "dust_level": "30微克/立方米",
    "has_plan": "是",
}
UNITS = {
    "room_coverage": "百分比（80%）",
    "prevalence": "千分比（4.5‰）",
    "teacher_ratio": "比（1:4000）",
    "meeting_frequency": "频次（每年2次）",
    "hotline_hours": "服务时间（7×24小时）",
    "school_count": "个数（1所）",
    "dust_level": "计量（30微克/立方米）",
    "has_plan": "是否（是）",
}


def target(indicator: str, equals: str, **values: Any) -> dict[str, Any]:
    return {"indicator": indicator, "equals": equals, **values}


def test_a_document_that_agrees_with_itself_says_nothing() -> None:
    document = facts(
        issue=issue(number={"code": "某发", "year": 2020, "sequence": 7}),
        targets=[target(name, value, by="2021-12-31") for name, value in FITTING.items()],
        groups=[group({"role": "组长", "name": "甲", "organ": "卫计"})],
        duties=[{"organs": ["某街道综治中心", "信访岗"], "text": "负责。"}],
        tasks=[{"id": "rooms", "title": "建室", "indicators": ["room_coverage"]}],
    )

    assert said(document) == []


def test_an_unknown_indicator_gets_a_suggestion() -> None:
    document = facts(targets=[target("room_coverge", "80%")])

    assert said(document) == [
        "targets[1].indicator！没有名为“room_coverge”的指标，是不是“room_coverage”？"
    ]


def test_an_unknown_indicator_like_no_other_is_named() -> None:
    document = facts(targets=[target("zzz", "80%")])

    assert said(document) == ["targets[1].indicator！没有名为“zzz”的指标"]


@pytest.mark.parametrize("indicator", UNITS)
def test_a_unit_that_does_not_fit_is_refused(indicator: str) -> None:
    other = "meeting_frequency" if indicator != "meeting_frequency" else "room_coverage"
    document = facts(targets=[target(indicator, FITTING[other])])

    assert said(document) == [
        f"targets[1].equals！“{INDICATORS[indicator].name}”的单位是{UNITS[indicator]}，"
        f"这里写的是{UNITS[other]}"
    ]


@pytest.mark.parametrize("field", ["at_least", "at_most", "equals"])
def test_a_share_of_180_percent_is_refused_at_the_key_that_says_it(field: str) -> None:
    document = facts(targets=[{"indicator": "room_coverage", field: "180%"}])

    assert said(document) == [f"targets[1].{field}！“建成率”是比例，不能超过100%"]


def test_a_share_of_1200_permille_is_refused() -> None:
    document = facts(targets=[target("prevalence", "1200‰")])

    assert said(document) == ["targets[1].equals！“患病率”是比例，不能超过1000‰"]


@pytest.mark.parametrize(
    ("indicator", "value"), [("room_coverage", "100%"), ("prevalence", "1000‰")]
)
def test_the_whole_is_no_more_than_the_whole(indicator: str, value: str) -> None:
    assert said(facts(targets=[target(indicator, value)])) == []


def test_a_point_is_checked_like_a_target() -> None:
    points = [{"by": "2020-12-31", "at_least": "60%"}, {"by": "2021-12-31", "at_least": "160%"}]
    document = facts(targets=[{"indicator": "room_coverage", "points": points}])

    assert said(document) == ["targets[1].points[2].at_least！“建成率”是比例，不能超过100%"]


def test_a_count_by_another_measure_word_is_unlikely() -> None:
    document = facts(targets=[target("school_count", "3个")])

    assert said(document) == ["targets[1].equals？“学校数”以“所”计，这里写的是“个”"]


def test_a_repeated_target_is_refused_and_names_the_first() -> None:
    document = facts(
        targets=[
            target("room_coverage", "80%"),
            target("hotline_hours", "24小时"),
            target("room_coverage", "90%"),
        ]
    )

    assert said(document) == [
        "targets[3].indicator！指标 room_coverage 重复，targets[1] 已有；"
        "不同对象请写 scope，分年度请写 points"
    ]


def test_targets_for_different_objects_are_no_repetition() -> None:
    document = facts(
        targets=[
            target("room_coverage", "80%", scope="小学"),
            target("room_coverage", "90%", scope="中学"),
        ]
    )

    assert said(document) == []


def test_a_person_twice_in_one_group_is_refused() -> None:
    members: list[dict[str, Any]] = [
        {"role": "组长", "name": "于学坤", "offices": ["主任"]},
        {"role": "成员", "name": "王会"},
        {"role": "成员", "name": "于学坤", "offices": ["医师"]},
    ]
    document = facts(groups=[group(*members, name="技术指导小组")])

    assert said(document) == [
        "groups[1].members[3].name！“于学坤”在“技术指导小组”里出现两次，"
        "第1位成员已是此人；一人几职请写在同一条的 offices 里"
    ]


def test_a_person_may_be_in_two_groups() -> None:
    member = {"role": "组长", "name": "于学坤"}
    document = facts(groups=[group(member), group(member, id="technical", name="另一小组")])

    assert said(document) == []


def test_an_unknown_organ_of_a_member_gets_a_suggestion() -> None:
    document = facts(groups=[group({"role": "组长", "name": "甲", "organ": "卫计"})])
    mistaken = facts(groups=[group({"role": "组长", "name": "甲", "organ": "综治办"})])

    assert said(document) == []
    assert said(mistaken) == [
        "groups[1].members[1].organ！没有名为“综治办”的机关或部门，是不是“综治中心”？"
    ]


def test_an_unknown_organ_of_a_group_s_office_or_of_a_duty_is_refused() -> None:
    document = facts(
        groups=[group({"role": "组长", "name": "甲"}, office={"seat": "气象台", "director": "甲"})],
        duties=[{"organs": ["卫计岗", "团委"], "text": "负责。"}],
    )

    assert said(document) == [
        "groups[1].office.seat！没有名为“气象台”的机关或部门",
        "duties[1].organs[2]！没有名为“团委”的机关或部门",
    ]


def test_without_a_register_every_organ_is_taken_as_it_is() -> None:
    document = facts(duties=[{"organs": ["气象台"], "text": "负责。"}])

    assert said(document, Dictionary(INDICATORS)) == []


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("groups", [group({"role": "组长", "name": name}) for name in "甲乙"]),
        ("tasks", [{"id": "leading", "title": title} for title in "甲乙"]),
    ],
)
def test_a_repeated_id_is_refused(name: str, items: list[dict[str, Any]]) -> None:
    assert said(facts(**{name: items})) == [f"{name}[2].id！id leading 重复"]


def test_a_deadline_before_the_issue_date_is_unlikely() -> None:
    points = [{"by": "2020-06-30", "at_least": "60%"}, {"by": "2021-12-31", "at_least": "80%"}]
    document = facts(
        issue=issue(),
        targets=[
            target("school_count", "1所", by="2020-09-05"),
            target("hotline_hours", "24小时", by="2020-09-06"),
            {"indicator": "room_coverage", "points": points},
        ],
    )

    assert said(document) == [
        "targets[1].by？期限早于成文日期",
        "targets[3].points[1].by？期限早于成文日期",
    ]


def test_without_any_date_no_deadline_is_early() -> None:
    assert said(facts(targets=[target("school_count", "1所", by="1999-12-31")])) == []


def test_a_number_of_another_year_than_the_date_is_unlikely() -> None:
    document = facts(issue=issue(number={"code": "某发", "year": 2021, "sequence": 7}))

    assert said(document) == ["issue.number.year？发文字号的年份是 2021，成文日期在 2020 年"]


def test_printing_before_the_date_is_unlikely() -> None:
    document = facts(issue=issue(printed={"by": "某办公室", "on": "2020-09-05"}))
    same_day = facts(issue=issue(printed={"by": "某办公室", "on": "2020-09-06"}))

    assert said(document) == ["issue.printed.on？印发日期早于成文日期"]
    assert said(same_day) == []


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    document = facts(starts="2021-01-01", ends="2020-12-31")

    assert said(document) == ["ends！实施期结束早于开始"]
    assert said(facts(starts="2021-01-01", ends="2021-01-01")) == []


def test_a_task_that_speaks_of_no_target_is_refused() -> None:
    document = facts(
        targets=[target("room_coverage", "80%")],
        tasks=[{"id": "rooms", "title": "建室", "indicators": ["room_coverage", "room_coverag"]}],
    )

    assert said(document) == [
        "tasks[1].indicators[2]！没有名为“room_coverag”的目标，是不是“room_coverage”？"
    ]


def test_everything_that_is_wrong_is_said_at_once() -> None:
    document = facts(
        starts="2021-01-01",
        ends="2020-12-31",
        targets=[target("zzz", "80%"), target("room_coverage", "180%")],
        duties=[{"organs": ["气象台"], "text": "负责。"}],
    )

    assert [sentence.split("！")[0] for sentence in said(document)] == [
        "targets[1].indicator",
        "targets[2].equals",
        "duties[1].organs[1]",
        "ends",
    ]


def test_an_organ_goes_by_its_name_its_full_name_and_its_aliases() -> None:
    names = ["卫计岗", "卫计", "某街道综治中心", "综治"]

    found = [DICTIONARY.organ(name) for name in names]

    assert [organ.name if organ else None for organ in found] == [
        "卫计岗",
        "卫计岗",
        "综治中心",
        None,
    ]


def test_organs_that_share_a_function_come_in_the_order_of_the_register() -> None:
    assert [organ.name for organ in DICTIONARY.performing("信访")] == ["综治中心", "信访岗"]
    assert DICTIONARY.performing("气象") == ()
