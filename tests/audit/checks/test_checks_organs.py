"""What the checks of organs and people leave alone, and see beyond their examples."""

import pytest

from plangen.audit.checks.check import Example
from plangen.errors import Place
from tests.audit.checks.subjects import BY_CODE, DUTY, HEAD, group, groups, said, subject_of, text

# ---- organs


def test_a_duty_and_a_member_meet_through_an_alias() -> None:
    organs = "organs:\n- {name: 卫计岗, aliases: [卫健办]}\n- {name: 工会}\n"
    members = groups(
        group(HEAD, "role: 成员, name: 甲, organ: 卫健办", "role: 成员, name: 乙, organ: 工会")
    )
    data = members + DUTY + "- {organs: [卫计岗], text: 负责牵头。负责统筹协调。}\n"

    assert said("X-ORG-01", Example(data=data, organs=organs)) == []
    assert said("X-ORG-02", Example(data=data, organs=organs)) == []


def test_a_member_of_the_technical_group_answers_for_a_duty() -> None:
    data = groups(
        group(HEAD), group("role: 组长, name: 乙, offices: [工会主席]", name="技术指导小组")
    )

    assert said("X-ORG-01", Example(data=data + DUTY)) == []


def test_duties_without_any_group_are_left_alone() -> None:
    assert said("X-ORG-01", Example(data=DUTY)) == []


def test_duties_of_all_members_together_leave_nobody_idle() -> None:
    data = groups(group(HEAD, "role: 成员, name: 乙, organ: 科协")) + DUTY

    assert said("X-ORG-02", Example(data=data)) == ["warn “科协”有成员（乙），没有职责"]
    all_of_them = "- {organs: [各成员单位], text: 按照职责分工抓好落实。}\n"
    assert said("X-ORG-02", Example(data=data + all_of_them)) == []


def test_the_issuing_organ_and_those_who_lead_need_no_duties() -> None:
    issue = (
        "issue:\n  mark: {organs: [山城街道办事处]}\n  issuers: [山城街道办事处]\n"
        "  date: 2020-09-06\n"
    )
    organs = (
        "organs:\n- {name: 办事处, full_name: 山城街道办事处}\n"
        "- {name: 党工委, functions: [政法]}\n- {name: 武装部}\n"
        "- {name: 科协, functions: [科协]}\n- {name: 工会}\n"
    )
    members = groups(
        group(
            "role: 组长, name: 甲, organ: 党工委",
            "role: 成员, name: 乙, organ: 办事处",
            "role: 副组长, name: 丙, organ: 武装部",
            "role: 副组长, name: 丁, organ: 科协",
            "role: 成员, name: 戊, organ: 工会",
        )
    )

    found = said("X-ORG-02", Example(data=issue + members + DUTY, organs=organs))

    assert found == ["warn “科协”有成员（丁），没有职责"]


def test_a_namesake_with_a_member_of_its_own_is_no_namesake() -> None:
    organs = (
        "organs:\n- {name: 文旅岗, functions: [文化旅游]}\n"
        "- {name: 工会, functions: [工会, 文化旅游]}\n"
    )
    members = groups(
        group(HEAD, "role: 成员, name: 乙, organ: 文旅岗", "role: 成员, name: 丙, organ: 工会")
    )

    found = said("X-ORG-02", Example(data=members + DUTY, organs=organs))

    assert found == ["warn “文旅岗”有成员（乙），没有职责"]


def test_functions_are_wanted_by_documents_further_up_too() -> None:
    others = (
        "city/plan: {title: 市方案, implements: [national/scheme], group_functions: [教育]}\n"
        "national/scheme: {title: 国家方案, group_functions: [教育, 公安]}\n"
    )
    data = "implements: [city/plan]\n" + groups(group(HEAD))
    organs = "organs:\n- {name: 学区, functions: [教育]}\n- {name: 派出所, functions: [公安]}\n"

    assert said("X-ORG-03", Example(data=data, organs=organs, others=others)) == [
        "warn 《市方案》要求领导小组有“教育”；学区承担这项职能，领导小组里却没有它的成员",
        "warn 《国家方案》要求领导小组有“公安”；派出所承担这项职能，领导小组里却没有它的成员",
    ]


def test_a_wanted_function_counts_in_the_leading_group_only() -> None:
    others = "national/scheme: {title: 国家方案, group_functions: [教育]}\n"
    organs = "organs:\n- {name: 学区, functions: [教育]}\n"
    data = "implements: [national/scheme]\n" + groups(
        group(HEAD, name="技术指导组"), group(HEAD, "role: 成员, name: 乙, organ: 学区")
    )

    assert said("X-ORG-03", Example(data=data, organs=organs, others=others)) == []


def test_without_a_register_no_function_can_be_missed() -> None:
    others = "national/scheme: {title: 国家方案, group_functions: [教育]}\n"
    data = "implements: [national/scheme]\n" + groups(group(HEAD))

    assert said("X-ORG-03", Example(data=data, others=others)) == []


def test_documents_that_implement_each_other_do_not_run_in_circles() -> None:
    others = "a/x: {title: 甲, implements: [b/x]}\nb/x: {title: 乙, implements: [a/x]}\n"
    subject = subject_of(Example(data="implements: [a/x]\n", others=others))

    assert [name for name, _ in subject.above()] == ["a/x", "b/x"]


ORGANS = "organs:\n- {name: 平安建设办公室, aliases: [平安办]}\n"
TASK = "tasks:\n- {id: a, title: 甲, lead: [平安建设办公室]}\n"


@pytest.mark.parametrize(
    "words",
    [
        "平安建设办公室（以下简称平安办）牵头，平安办每月调度。",
        "平安建设办公室（平安办）牵头。",
        "报省平安办备案。",
        "按照《平安办工作规则》办理。",
    ],
)
def test_a_name_that_is_no_second_name(words: str) -> None:
    assert said("X-ORG-05", Example(data=TASK, organs=ORGANS, text=text(words))) == []


def test_a_second_name_in_the_text() -> None:
    subject = subject_of(Example(data=TASK, organs=ORGANS, text=text("由平安办牵头。")))

    (found,) = BY_CODE["X-ORG-05"].run(subject)

    assert str(found.message) == "“平安办”和“平安建设办公室”是同一个部门，全文应当用同一个称呼"
    assert found.place == Place("data/a.yaml")


# ---- people


def test_fewer_of_the_same_offices_are_information() -> None:
    data = groups(
        group("role: 组长, name: 甲, offices: [区委常委, 副区长]"),
        group("role: 组长, name: 甲, offices: [副区长]", name="技术指导小组"),
    )

    assert said("X-GRP-01", Example(data=data)) == [
        "info “甲”在“领导小组”里的职务是区委常委、副区长，在“技术指导小组”里是副区长；"
        "是同一个人就应一致，是重名就应注明"
    ]
    assert said("X-GRP-02", Example(data=data)) == []


def test_the_head_of_the_office_heads_no_group() -> None:
    data = groups(group("role: 办公室主任, name: 甲"))

    assert said("X-GRP-03", Example(data=data)) == ["warn “领导小组”没有组长"]
