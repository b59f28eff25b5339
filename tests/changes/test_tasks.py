"""Tasks of two documents: added, dropped, moved, retitled, with other organs, dates and words."""

from typing import Any

import pytest

from plangen.changes.edition import Edition
from plangen.model.change import Area, ItemChange
from tests.changes.editions import YEAR, compared, edition, fields, items, kinds, target


def task(number: int, title: str = "", **values: Any) -> dict[str, Any]:
    return {"id": f"task_{number}", "title": title or TITLES[number], **values}


TITLES = ("召开领导小组会议", "保障试点经费", "培训基层人员", "开展科普宣传", "建立人才信息库")


def changes(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    return items(compared(*editions(old, new)), Area.TASK)


def editions(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> tuple[Edition, Edition]:
    return edition(tasks=old), edition(YEAR + 1, tasks=new)


def the_change(old: dict[str, Any], new: dict[str, Any]) -> ItemChange:
    (change,) = (c for c in compared(*editions([old], [new])).items if c.area is Area.TASK)
    return change


def test_unchanged_tasks_are_not_told() -> None:
    assert changes([task(0), task(1)], [task(0), task(1)]) == []


def test_tasks_come_and_go() -> None:
    found = changes([task(0), task(1)], [task(1), task(2)])

    assert found == [("培训基层人员", ["added"]), ("召开领导小组会议", ["dropped"])]


def test_a_task_with_its_id_keeps_its_identity_under_another_title() -> None:
    change = the_change(task(3), task(3, "办好心理健康月"))

    assert (change.name, kinds(change)) == ("办好心理健康月", ["retitled"])
    assert fields(change) == {"title": (("开展科普宣传",), ("办好心理健康月",))}


def test_a_task_of_a_like_title_is_the_same_under_another_id() -> None:
    old, new = task(3, "开展多种形式科普宣传"), task(4, "开展多种形式科普宣教")

    assert changes([old], [new]) == [("开展多种形式科普宣教", ["retitled"])]


def test_a_task_of_a_like_text_is_the_same_under_another_title() -> None:
    text = "各地要利用电视、报纸和网络广泛宣传心理健康知识，每个区县都要组织科普活动。"

    found = changes([task(3, text=text)], [task(4, text=text.replace("每个", "各"))])

    assert found == [("建立人才信息库", ["retitled", "changed"])]


def test_numbers_for_ids_do_not_confuse_titles() -> None:
    old = [task(0), task(1), task(2)]
    new = [task(0, TITLES[1]), task(1, TITLES[2]), task(2, TITLES[4])]

    assert changes(old, new) == [
        ("建立人才信息库", ["added"]),
        ("召开领导小组会议", ["dropped"]),
    ]


def test_a_task_in_another_part_has_moved() -> None:
    old = [task(0, part="甲"), task(1, part="甲"), task(2, part="乙")]
    new = [task(0, part="甲"), task(2, part="乙"), task(1, part="乙")]

    assert changes(old, new) == [("保障试点经费", ["moved"])]


def test_a_part_of_another_name_moves_no_task() -> None:
    old = [task(n, part="加强组织管理") for n in range(3)]
    new = [task(n, part="强化组织管理") for n in range(3)]

    assert changes(old, new) == []


def test_a_task_out_of_its_order_has_moved_and_no_other() -> None:
    comparison = compared(
        *editions([task(n) for n in range(5)], [task(n) for n in (1, 2, 3, 0, 4)])
    )

    (change,) = comparison.items
    assert (change.name, kinds(change)) == ("召开领导小组会议", ["moved"])
    assert fields(change) == {"order": (("1",), ("4",))}


def test_a_new_task_moves_no_other() -> None:
    old = [task(n) for n in (0, 1, 2)]

    assert changes(old, [task(3), *old]) == [("开展科普宣传", ["added"])]


def test_organs_that_lead_and_support_come_and_go() -> None:
    old = task(0, lead=["市教育局"], support=["市民政局", "市公安局"])
    new = task(0, lead=["市教育局", "市民政局"], support=["市公安局"])

    change = the_change(old, new)

    assert kinds(change) == ["changed"]
    assert [(d.field.value, d.gone, d.come) for d in change.details] == [
        ("lead", (), ("市民政局",)),
        ("support", ("市民政局",), ()),
    ]


def test_another_name_of_an_organ_is_no_change() -> None:
    assert changes([task(0, lead=["人社局"])], [task(0, lead=["市人力资源和社会保障局"])]) == []


def test_another_order_of_organs_is_no_change() -> None:
    old, new = (task(0, support=names) for names in (["甲局", "乙局"], ["乙局", "甲局"]))

    assert changes([old], [new]) == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2020年6月底前", "2021年9月底前", "later"),
        ("2020年底前", "2021年9月底前", "earlier"),
        ("2020年底前", "长期坚持", "changed"),
        (None, "2021年底前", "earlier"),
    ],
)
def test_the_date_of_a_task_is_compared_by_its_place_in_the_year(
    old: str | None, new: str, kind: str
) -> None:
    assert changes([task(0, by=old)], [task(0, by=new)]) == [("召开领导小组会议", [kind])]


def test_a_date_that_moves_on_with_the_year_is_no_change_of_kind() -> None:
    assert changes([task(0, by="2020年底前")], [task(0, by="2021年底前")]) == []


def test_the_figures_of_a_task_are_named() -> None:
    old = edition(targets=[target(at_least="80%")], tasks=[task(0, indicators=["coverage"])])

    comparison = compared(old, edition(YEAR + 1, tasks=[task(0)]))

    (change,) = comparison.items
    assert fields(change) == {"indicators": (("coverage率",), ())}
