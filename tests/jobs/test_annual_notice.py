"""The notice of a year's tasks from other data: another year, another ministry, no new template."""

import re
from pathlib import Path
from typing import Any

import pytest

from plangen.document.blocks import Section, Table
from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.document.outline import heading_text, numbered
from plangen.errors import InputError
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from tests.load.workspaces import workspace

INDICATORS = """
nature_lesson_frequency:
  name: 自然课次数
  unit: frequency
  kind: flow
lake_coverage:
  name: 湖泊巡查覆盖率
  unit: percent
"""
NOTICE = """
kind: notice
level: province
title: 湖泊保护2031年重点工作任务
template: notice/annual-tasks
starts: 2031-01-01
ends: 2031-12-31
issue:
  mark: {organs: [云岭省水利厅]}
  number: {code: 云水, year: 2031, sequence: 5}
  issuers: [云岭省水利厅, 云岭省林业局, 云岭省教育厅, 云岭省财政厅]
  recipients: [[各市水利局, 各市林业局]]
  date: 2031-02-03
  enclosure: %(enclosure)s
words: {work: 湖泊保护, executors: 各市}
breakdown: %(breakdown)s
targets:
- {indicator: lake_coverage, at_least: 90%%}
- {indicator: nature_lesson_frequency, at_least: 每季度1次}
tasks:
- id: patrol
  title: 加强巡查
  part: 管好湖泊
  text: 湖泊巡查覆盖率达到{{ figure("lake_coverage") }}，发现 A & B 两类问题及时报告。
  lead: [水利]
  by: 2031年6月底前
- id: lessons
  title: 办好自然课
  part: 讲好湖泊
  text: 学校开设自然课，{{ figure("nature_lesson_frequency") }}。
  lead: [教育]
  support: [林业]
- id: funds
  title: 落实经费
"""
POLICY = re.compile("心理|试点|疫情|卫生|精神|武汉")


def made(
    folder: Path, enclosure: str = "issued", breakdown: str = "false", **more: Any
) -> Document:
    """The invented notice."""
    data = NOTICE % {"enclosure": enclosure, "breakdown": breakdown}
    for old, new in more.values():
        assert old in data
        data = data.replace(old, new)
    files = {"data/indicators.yaml": INDICATORS, "data/yunling/tasks-2031.yaml": data}
    return Renderer(workspace(folder, files)).document("yunling/tasks-2031")[0]


def headings(document: Document) -> list[str]:
    assert document.enclosure is not None
    found = [heading_text(item) for item in numbered(document.enclosure.blocks)]
    return [heading for heading in found if heading]


def test_nothing_of_the_first_policy_is_in_the_notice_of_another(tmp_path: Path) -> None:
    for enclosure in ("issued", "annexed"):
        assert POLICY.findall(dump(made(tmp_path, enclosure, "true"))) == []


def test_the_title_names_the_first_of_many_organs(tmp_path: Path) -> None:
    document = made(tmp_path)

    title = document.title.replace("\n", "")

    assert title == "云岭省水利厅等四部门关于印发湖泊保护2031年重点工作任务的通知"


def test_the_title_names_all_of_few_organs(tmp_path: Path) -> None:
    document = made(tmp_path, fewer=(", 云岭省教育厅, 云岭省财政厅]", "]"))

    title = document.title.replace("\n", "")

    assert title == "云岭省水利厅 云岭省林业局关于印发湖泊保护2031年重点工作任务的通知"


def test_tasks_are_counted_through_the_parts(tmp_path: Path) -> None:
    document = made(tmp_path, third=("title: 落实经费", "title: 落实经费\n  part: 讲好湖泊"))

    assert headings(document) == [
        "一、管好湖泊",
        "（一）加强巡查。",
        "二、讲好湖泊",
        "（二）办好自然课。",
        "（三）落实经费",
    ]


def test_a_task_without_a_part_stands_on_the_first_level(tmp_path: Path) -> None:
    document = made(tmp_path)

    assert headings(document)[-1] == "三、落实经费"


def test_tasks_that_are_annexed_are_an_annex_of_the_notice(tmp_path: Path) -> None:
    document = made(tmp_path, "annexed", "true")

    assert document.enclosure is None
    assert [annex.title for annex in document.annexes] == [
        "湖泊保护2031年重点工作任务",
        "湖泊保护2031年重点工作任务分解表",
    ]
    assert isinstance(document.annexes[0].blocks[0], Section)


def test_the_breakdown_leaves_out_what_no_task_has(tmp_path: Path) -> None:
    document = made(tmp_path, breakdown="true", fewer=("  support: [林业]\n", ""))
    assert document.enclosure is not None

    (annex,) = document.enclosure.annexes
    (table,) = annex.blocks

    assert isinstance(table, Table)
    assert annex.orientation == "portrait"
    assert len(table.columns) == 5


def test_a_due_date_of_a_task_comes_before_the_end_of_the_year(tmp_path: Path) -> None:
    text = dump(made(tmp_path, breakdown="true"))

    assert re.findall("<p>(2031年[^<，]*前)</p>", text) == [
        "2031年6月底前",
        "2031年底前",
        "2031年底前",
    ]


def test_an_end_within_the_year_is_written_to_the_day(tmp_path: Path) -> None:
    text = dump(made(tmp_path, breakdown="true", ends=("ends: 2031-12-31", "ends: 2031-09-15")))

    assert "<p>2031年9月15日前</p>" in text


def test_a_table_of_the_data_becomes_an_annex(tmp_path: Path) -> None:
    tables = (
        "tables:\n- {id: lakes, title: 湖泊名单, columns: [市, 湖泊], rows: [[云岭市, 镜湖]]}\n"
    )
    document = made(tmp_path, "annexed", tables=("tasks:\n", f"{tables}tasks:\n"))

    assert [annex.title for annex in document.annexes][1:] == ["湖泊名单"]
    assert '和湖泊名单（见<annexref to="lakes"/>）印发给你们' in dump(document)


@pytest.mark.parametrize(("row", "fault"), [("[甲]", "不满 2 列"), ("[甲, 乙, 丙]", "超过 2 列")])
def test_a_row_that_does_not_fit_its_table_is_refused(row: str, fault: str, tmp_path: Path) -> None:
    tables = f"tables:\n- {{id: lakes, title: 湖泊名单, columns: [市, 湖泊], rows: [{row}]}}\n"

    with pytest.raises(InputError, match=fault):
        made(tmp_path, tables=("tasks:\n", f"{tables}tasks:\n"))


def test_without_the_facts_of_an_issue_there_is_only_the_list(tmp_path: Path) -> None:
    issue = NOTICE[NOTICE.index("issue:\n") : NOTICE.index("words:")] % {"enclosure": "issued"}
    document = made(tmp_path, issue=(issue, ""))

    assert document.title == "湖泊保护2031年重点工作任务"
    assert (document.signature, document.enclosure) == (None, None)


@pytest.mark.parametrize("year", [2020, 2021])
def test_the_next_year_needs_no_new_template(year: int, tmp_path: Path) -> None:
    packaged = Workspace.at(tmp_path).document_file(f"national/tasks-{year}")
    data = re.sub(r"(?m)^supersedes:.*\n", "", packaged.read_text(encoding="utf-8"))
    data = data.replace(str(year), "2032")
    place = workspace(tmp_path, {"data/national/tasks-2032.yaml": data})

    rendered = Renderer(place).render("national/tasks-2032", ["txt"], Outputs(tmp_path))

    text = rendered.files[0].read_text(encoding="utf-8")
    assert "2032年重点工作任务" in text
    assert str(year) not in text
