"""A workbook put into the data file of a document: what it leaves out stays, comments and all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plangen.errors import InputError, UsageError
from plangen.jobs import workbooks
from plangen.jobs.workbooks import Imported, export_workbook, import_workbook, save_imported
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from tests.load.edited_books import Page, book
from tests.load.workspaces import workspace

TEXT = """\
# 甲街道方案
kind: plan
level: street
title: 甲街道实施方案
place: {name: 甲街道, short: 甲}  # 简称
words:
  centre: 综治中心  # 不是综治办

groups:
# 领导小组由书记任组长
- id: leading
  name: 甲街道领导小组
  members:
  - {role: 组长, name: 张三}  # 书记
  - {role: 成员, name: 李四}
- id: technical
  name: 甲街道技术指导组
  members:
  - {role: 组长, name: 王五}

duties:
- organs: [甲局]
  text: 牵头。  # 会议定的
- organs: [乙局]
  text: 配合。
"""
ROSTER = ("小组", "职责", "姓名")


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with one plan."""
    return workspace(tmp_path, {"data/jia/plan.yaml": TEXT.encode()})


def put_in(place: Workspace, **pages: Page | Any) -> Imported:
    """What becomes of the plan with a workbook of these sheets."""
    path = place.root / "表.xlsx"
    path.write_bytes(book(**{"文件": (("键", "内容"),), **pages}))
    return import_workbook(place, path, "jia/plan")


def test_what_was_exported_and_comes_back_changes_nothing(place: Workspace) -> None:
    path = place.root / "plan.xlsx"
    path.write_bytes(export_workbook(place, "jia/plan"))

    assert import_workbook(place, path, "jia/plan").text == TEXT


def test_a_roster_alone_goes_into_the_groups_that_are_there(place: Workspace) -> None:
    rows = (ROSTER, ("甲街道领导小组", "组长", "张三"), ("leading", "副组长", "赵六"))

    imported = put_in(place, 名单=rows)

    assert imported.text == TEXT.replace(
        "  - {role: 成员, name: 李四}\n", "  - {role: 副组长, name: 赵六}\n"
    )


def test_groups_without_a_roster_keep_their_members(place: Workspace) -> None:
    rows = (("编号", "名称"), ("technical", "甲街道专家组"), ("leading", "甲街道领导小组"))

    imported = put_in(place, 小组=rows)

    names = [(group.name, len(group.members)) for group in imported.facts.groups]
    assert names == [("甲街道专家组", 1), ("甲街道领导小组", 2)]
    assert "# 书记" in imported.text


def test_duties_that_were_moved_take_their_comments_along(place: Workspace) -> None:
    rows = (("部门", "职责"), ("乙局", "配合。"), ("丙局", "配合。"), ("甲局", "牵头。"))

    imported = put_in(place, 部门职责=rows)

    assert imported.text.endswith(
        "duties:\n"
        "- organs: [乙局]\n  text: 配合。\n"
        "- {organs: [丙局], text: 配合。}\n"
        "- organs: [甲局]\n  text: 牵头。  # 会议定的\n"
    )


def test_a_key_inside_another_leaves_its_neighbours(place: Workspace) -> None:
    rows = (("键", "内容"), ("place.short", "甲街"), ("words.office", "办公室"))

    imported = put_in(place, 文件=rows)

    assert "place: {name: 甲街道, short: 甲街}  # 简称" in imported.text
    assert "  centre: 综治中心  # 不是综治办\n  office: 办公室\n" in imported.text


def test_an_empty_sheet_is_told_and_takes_nothing_away(place: Workspace) -> None:
    imported = put_in(place, 部门职责=(("部门", "职责"),))

    assert imported.text == TEXT
    assert [str(finding.message) for finding in imported.findings] == [
        "“部门职责”表是空的，这部分照 jia/plan 的"
    ]


def test_a_file_in_braces_is_changed_inside_them(place: Workspace) -> None:
    path = place.root / "data/jia/plan.yaml"
    odd = "{kind: plan, level: street,\n title: 甲,  # 题\n ? words\n : {a: b}}\n"
    path.write_text(odd, "utf-8")

    imported = put_in(place, 文件=(("键", "内容"), ("words.a", "c")))

    assert imported.text == odd.replace("{a: b}", "{a: c}")


def test_a_text_that_would_not_say_the_same_is_written_anew_and_that_is_told(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "updated", lambda *_: TEXT)

    imported = put_in(place, 文件=(("键", "内容"), ("title", "乙方案")))

    assert "title: 乙方案" in imported.text
    assert [str(finding.message) for finding in imported.findings] == [
        "data/jia/plan.yaml：没有能保留原来的写法和注释，全部重写了"
    ]


def test_the_file_it_came_from_is_written_over_only_when_asked(place: Workspace) -> None:
    path = place.root / "data/jia/plan.yaml"
    imported = put_in(place, 文件=(("键", "内容"), ("title", "乙方案")))

    with pytest.raises(UsageError, match="已被改动过"):
        save_imported(imported, path)
    save_imported(imported, path, force=True)

    assert path.read_text("utf-8") == TEXT.replace("甲街道实施方案", "乙方案")
    assert Library(place).load("jia/plan").facts == imported.facts


def test_what_contradicts_the_dictionary_is_told_with_its_cell(place: Workspace) -> None:
    head = ("指标", "比较", "数值", "期限")
    rows = (
        head,
        ("village_counseling_room_coverage", "不低于", "3所", ""),
        ("no_such_thing", "不低于", "80%", ""),
    )

    with pytest.raises(InputError) as refused:
        put_in(place, 目标=rows)

    assert [problem.place.key for problem in refused.value.problems] == [
        "目标!C2（数值）",
        "目标!A3（指标）",
    ]


def test_a_person_who_stands_twice_is_told_with_the_cell(place: Workspace) -> None:
    rows = (ROSTER, ("leading", "组长", "赵六"), ("leading", "成员", "赵六"))

    with pytest.raises(InputError) as refused:
        put_in(place, 名单=rows)

    assert [problem.place.key for problem in refused.value.problems] == ["名单!C3（姓名）"]


def test_faults_of_cells_and_of_values_are_told_together(place: Workspace) -> None:
    rows = (
        ("指标", "比较", "数值", "期限", "强度"),
        ("village_counseling_room_coverage", "不低于", 0.8, "明年", "必须"),
        ("school_counseling_room_coverage", "不低于", "很多", "明年", "必须"),
    )
    roster = (ROSTER, ("nobody", "组长", "赵六"))

    with pytest.raises(InputError) as refused:
        put_in(place, 目标=rows, 小组=(("编号", "名称"), ("leading", "小组")), 名单=roster)

    assert [problem.place.key for problem in refused.value.problems] == [
        "目标!C2（数值）",
        "目标!C3（数值）",
        "目标!D3（期限）",
        "目标!E3（强度）",
        "名单!A2（小组）",
    ]
