"""Rosters, duties, organs, basis documents and the period of two documents."""

from typing import Any

from plangen.model.change import Area, ItemChange
from tests.changes.editions import YEAR, compared, edition, fields, items, kinds, plan
from tests.model.records import group, issue


def person(name: str, office: str = "", role: str = "成员", **values: Any) -> dict[str, Any]:
    return {"role": role, "name": name, "offices": [office] if office else [], **values}


def roster(*old: dict[str, Any], new: tuple[dict[str, Any], ...]) -> list[ItemChange]:
    before, after = edition(groups=[group(*old)]), edition(YEAR + 1, groups=[group(*new)])
    return list(compared(before, after).items)


def test_people_come_and_go() -> None:
    found = roster(person("王瑞"), person("于涛"), new=(person("王瑞"), person("徐鹏")))

    assert [(c.area, c.name, c.within, kinds(c)) for c in found] == [
        (Area.MEMBER, "徐鹏", "某小组", ["added"]),
        (Area.MEMBER, "于涛", "某小组", ["dropped"]),
    ]


def test_who_takes_over_an_office_is_told() -> None:
    gone, come = roster(person("于涛", "所长"), new=(person("徐鹏", "所长"),))[::-1]

    assert [str(remark) for remark in come.remarks] == ["接替于涛"]
    assert gone.remarks == ()
    assert fields(come) == {"role": ((), ("成员",)), "office": ((), ("所长",))}
    assert fields(gone) == {"role": (("成员",), ()), "office": (("所长",), ())}


def test_nobody_takes_over_an_office_that_several_held() -> None:
    found = roster(person("于涛", "主任"), person("王会", "主任"), new=(person("徐鹏", "主任"),))

    assert [remark for change in found for remark in change.remarks] == []


def test_a_person_with_another_office_or_role_has_changed() -> None:
    (change,) = roster(
        person("王瑞", "副主任"), new=(person("王瑞", "主任", "组长", organ="人社局"),)
    )

    assert kinds(change) == ["changed"]
    assert fields(change) == {
        "role": (("成员",), ("组长",)),
        "office": (("副主任",), ("主任",)),
        "organ": ((), ("市人社局",)),
    }


def test_a_group_keeps_its_identity_under_another_name() -> None:
    before = edition(groups=[group(person("王瑞"), name="试点工作领导小组")])
    after = edition(
        YEAR + 1,
        groups=[
            group(
                person("王瑞"),
                id="other",
                name="试点工作协调领导小组",
                office={"seat": "人社局", "director": "王瑞"},
            )
        ],
    )

    (change,) = compared(before, after).items

    assert (change.area, kinds(change)) == (Area.GROUP, ["retitled", "changed"])
    assert fields(change) == {
        "title": (("试点工作领导小组",), ("试点工作协调领导小组",)),
        "seat": ((), ("市人社局",)),
        "director": ((), ("王瑞",)),
    }


def test_groups_come_and_go() -> None:
    before = edition(groups=[group(person("王瑞"), name="领导小组")])
    after = edition(YEAR + 1, groups=[group(person("王瑞"), id="x", name="专家委员会")])

    assert items(compared(before, after)) == [
        ("专家委员会", ["added"]),
        ("领导小组", ["dropped"]),
    ]


def test_duties_are_known_by_their_organs_and_then_by_their_words() -> None:
    text = "负责为社会心理服务体系建设安排必要的经费。"
    old = [
        {"organs": ["财政所"], "text": text},
        {"organs": ["学区"], "text": "负责学校。"},
        {"organs": ["残联"], "text": "负责康复。"},
    ]
    new = [
        {"organs": ["学区"], "text": "负责学校和家长。"},
        {"organs": ["财政所", "经委岗"], "text": text},
        {"organs": ["工会"], "text": "为职工提供服务。"},
    ]

    found = compared(edition(duties=old), edition(YEAR + 1, duties=new))

    duties = [change for change in found.items if change.area is Area.DUTY]
    assert [(change.name, kinds(change), list(fields(change))) for change in duties] == [
        ("学区", ["changed"], ["text"]),
        ("财政所、经委岗", ["changed"], ["organ"]),
        ("工会", ["added"], []),
        ("残联", ["dropped"], []),
    ]
    assert items(found, Area.ORGAN) == [
        ("经委岗", ["added"]),
        ("工会", ["added"]),
        ("残联", ["dropped"]),
    ]


def test_issuers_come_and_go_and_lead() -> None:
    before = edition(issue=issue(issuers=["甲局", "乙局", "丙局"]))
    after = edition(YEAR + 1, issue=issue(issuers=["乙局", "甲局", "丁局"], date="2021-03-01"))

    assert items(compared(before, after), Area.ISSUER) == [
        ("丁局", ["added"]),
        ("丙局", ["dropped"]),
        ("乙局", ["moved"]),
    ]


def test_wanted_functions_come_and_go() -> None:
    before = edition(group_functions=["信访", "卫生健康"])
    after = edition(YEAR + 1, group_functions=["卫生健康", "综治"])

    assert items(compared(before, after), Area.FUNCTION) == [
        ("综治", ["added"]),
        ("信访", ["dropped"]),
    ]


def test_basis_documents_come_and_go_and_change() -> None:
    old = [{"title": "全国方案", "number": "国发〔2018〕1号"}, {"title": "精神卫生法"}]
    new = [{"title": "《全国方案》", "number": "国发〔2020〕2号"}, {"title": "培训 方案"}]

    found = compared(edition(basis=old), edition(YEAR + 1, basis=new))

    assert items(found, Area.BASIS) == [
        ("《全国方案》", ["changed"]),
        ("培训 方案", ["added"]),
        ("精神卫生法", ["dropped"]),
    ]
    assert fields(found.items[0]) == {"number": (("国发〔2018〕1号",), ("国发〔2020〕2号",))}


def test_a_plan_that_runs_longer_says_so() -> None:
    (change,) = compared(plan("2021-12-31"), plan("2022-12-31", issued="2020-09-01")).items

    assert (change.area, kinds(change)) == (Area.DOCUMENT, ["later"])
    assert fields(change) == {"period": (("2021-12-31",), ("2022-12-31",))}


def test_a_period_that_follows_another_is_no_change() -> None:
    assert compared(edition(2020), edition(2021)).items == ()


def test_the_documents_are_named_with_their_numbers_and_periods() -> None:
    number = {"code": "某发", "year": 2020, "sequence": 7}
    found = compared(edition(issue=issue(number=number)), edition(2021)).old

    assert (found.id, found.number, str(found.date)) == (
        "x/tasks-2020",
        "某发〔2020〕7号",
        "2020-09-06",
    )
    assert (str(found.starts), str(found.ends)) == ("2020-01-01", "2020-12-31")
