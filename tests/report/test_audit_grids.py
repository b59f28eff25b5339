"""Audits as tables: the sheets of the workbook and the values in their cells."""

from dataclasses import replace
from datetime import date

import pytest

from plangen.document.grids import Grid, Tone
from plangen.model.verdicts import Verdict
from plangen.report.audit_grids import (
    EARLIEST,
    ROW_COLUMNS,
    audit_grids,
    audit_workbook,
    coverage_grid,
    findings_grid,
    rows_grid,
    summary_grid,
    waivers_grid,
)
from plangen.report.audit_words import part_of
from tests.report.audits import (
    FULL,
    PLAN,
    ROOMS_80,
    SCHEME,
    TASKS,
    WAIVER,
    audit,
    promised,
    required,
    row,
)
from tests.report.composing import advise

HEADINGS = [column.title for column in ROW_COLUMNS]


def cells(grid: Grid, number: int) -> dict[str, str]:
    """One row by its headings."""
    return {
        column.title: entry.text
        for column, entry in zip(grid.columns, grid.rows[number], strict=True)
    }


def texts(grid: Grid) -> list[list[str]]:
    return [[entry.text for entry in line] for line in grid.rows]


def test_a_row_shows_both_sides() -> None:
    assert cells(rows_grid([FULL], advise), 2) == {
        "序号": "3",
        "本级文件": PLAN[1],
        "指标": "建立心理辅导室的中小学校比例",
        "上级文件": TASKS[1],
        "层级": "市级",
        "上级条款": "一（三）",
        "上级要求": "80%以上",
        "要求期限": "2020-12-31",
        "要求对象": "",
        "本级条款": "二",
        "本级目标": "80%以上",
        "本级期限": "2021-12-31",
        "本级对象": "小学",
        "结论": "时间滞后、范围偏窄",
        "理由和说明": "期限晚一年；对象没有包括初中、高中。“小学”只是“中小学”的一部分。",
        "豁免": "",
        "修改建议": "建议将“建立心理辅导室的中小学校比例”（80%以上）的完成期限由2021年12月31日"
        "提前到2020年12月31日；对象由“小学”扩大，补充初中、高中。",
        "上级原文": "",
        "本级原文": "",
        "落实路径": "",
    }


def test_days_are_days_and_not_texts() -> None:
    by = HEADINGS.index("要求期限")

    assert rows_grid([FULL], advise).rows[1][by].value == date(2020, 12, 31)


def test_a_waiver_stands_beside_the_verdict() -> None:
    (waived,) = [
        cells(rows_grid([FULL], advise), number)
        for number, found in enumerate(FULL.rows)
        if found.waiver
    ]

    assert waived["结论"] == "尚未提出"
    assert waived["豁免"] == (
        "已豁免：热线由市级统一设置；武汉市卫生健康委批准，2020年1月1日至2020年12月31日"
    )


def test_a_day_that_nobody_named_says_so() -> None:
    found = row(Verdict.MEETS, required("80%", stated=False), promised("80%", stated=False))

    said = cells(rows_grid([audit(found)], advise), 0)

    assert said["要求期限"] == "2021-12-31"
    assert said["理由和说明"].endswith("要求和本级目标没有写期限，所列日期是实施期末。")


def test_what_is_undecided_is_said_to_be() -> None:
    found = row(Verdict.UNKNOWN, required("80%"), promised("待定", by=None))

    said = cells(rows_grid([audit(found)], advise), 0)

    assert (said["本级目标"], said["本级期限"]) == ("【待定】", "")


def test_every_verdict_has_a_colour() -> None:
    found = [row(verdict, required("80%"), ROOMS_80) for verdict in Verdict]
    place = HEADINGS.index("结论")

    tones = [line[place].tone for line in rows_grid([audit(*found)], advise).rows]

    assert Tone.PLAIN not in tones
    assert tones[0] is tones[1] is Tone.GOOD


def test_the_way_of_a_requirement_is_shown_from_the_top() -> None:
    path = (PLAN[0], "anhe/plan-2019", SCHEME[0])

    said = cells(rows_grid([audit(row(Verdict.MISSING, required("80%"), path=path))], advise), 0)

    assert said["落实路径"] == "national/scheme-2018→anhe/plan-2019→shancheng/plan-2020"


def test_the_summary_counts_by_level_document_and_part() -> None:
    grid = summary_grid([FULL])
    columns = [column.title for column in grid.columns]
    lines = [cells(grid, number) for number in range(len(grid.rows))]

    assert columns[3:13] == [
        *("高于要求", "符合要求", "时间滞后", "低于要求", "范围偏窄"),
        *("力度偏弱", "尚未提出", "无法比较", "不适用", "情况不明"),
    ]
    assert [(line["分类"], line["名称"], line["合计"]) for line in lines] == [
        ("全部", "全部要求", "11"),
        ("层级", "国家", "8"),
        ("层级", "市级", "3"),
        ("文件", SCHEME[1], "8"),
        ("文件", TASKS[1], "3"),
        ("部分", f"《{SCHEME[1]}》第二部分", "6"),
        ("部分", f"《{SCHEME[1]}》第四部分", "1"),
        ("部分", f"《{SCHEME[1]}》第三部分", "1"),
        ("部分", f"《{TASKS[1]}》第一部分", "3"),
    ]
    assert lines[0]["不适用"] == "1"
    assert lines[0]["其中已豁免"] == "1"


@pytest.mark.parametrize("kind", ["层级", "文件", "部分"])
def test_every_way_of_counting_counts_all(kind: str) -> None:
    grid = summary_grid([FULL])
    lines = [cells(grid, number) for number in range(len(grid.rows))]

    assert sum(int(line["合计"]) for line in lines if line["分类"] == kind) == len(FULL.rows)


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        ("二（1）", "第二部分"),
        ("十二、（一）", "第十二部分"),
        ("3.1", "第3部分"),
        ("", "未注明"),
        ("附件1二", "附件1"),
        ("附件", "附件"),
        ("（三）", "未注明"),
    ],
)
def test_the_part_is_the_first_level_of_the_clause(clause: str, part: str) -> None:
    assert part_of(clause) == part


def test_findings_have_their_place() -> None:
    assert texts(findings_grid([FULL]))[0] == [
        PLAN[1],
        "警告",
        "学区（教育）有职责，领导小组里没有成员",
        "data/shancheng/plan-2020.yaml 第212行 duties[4]",
        "三（一）",
        "audit/member-missing",
    ]


def test_coverage_goes_both_ways() -> None:
    lines = [line[1:] for line in texts(coverage_grid([FULL]))]

    missing = ("上级到本级", SCHEME[1], "四（一）", "领导小组会议次数", "每半年1次", "2021-12-31")
    rooms = ("本级到上级", PLAN[1], "二", ROOMS_80.name, "80%以上", "2021-12-31")
    sources = f"《{SCHEME[1]}》二（1）、《{TASKS[1]}》一（二）"
    assert [*missing, "—", "尚未提出"] in lines
    assert [*rooms, sources, "对应上级要求"] in lines
    assert lines[-1] == [
        *("本级到上级", PLAN[1], "二（六）", "心理健康教育特色学校数", "1所", "2021-12-31"),
        *("—", "自定目标"),
    ]


def test_a_waiver_that_no_longer_holds_is_listed_too() -> None:
    late = replace(FULL, as_of=date(2021, 1, 1))

    (line,) = texts(waivers_grid([late]))

    assert line[1:3] == ["心理援助热线服务时间", SCHEME[1]]
    assert line[7:] == ["2020-01-01", "2020-12-31", "无效", "1"]


def test_a_waiver_beside_a_row_is_listed_though_the_document_does_not_record_it() -> None:
    found = audit(row(Verdict.MISSING, required("80%"), waiver=WAIVER))

    assert len(waivers_grid([found]).rows) == 1


def test_documents_of_one_title_are_told_apart() -> None:
    twin = replace(FULL, document="yunxi/plan-2021")

    names = {line[2] for line in texts(rows_grid([FULL, twin], advise))}

    assert names == {f"{PLAN[1]}（{PLAN[0]}）", f"{PLAN[1]}（yunxi/plan-2021）"}


def test_the_workbook_has_its_sheets_and_the_latest_day() -> None:
    book = audit_workbook([FULL, replace(FULL, as_of=date(2021, 6, 30))], advise)

    assert [grid.title for grid in book.grids] == ["核对结果", "汇总", "交叉检查", "覆盖", "豁免"]
    assert book.day == date(2021, 6, 30)


def test_where_nothing_was_audited_the_tables_are_empty() -> None:
    assert [grid.rows for grid in audit_grids([], advise)] == [()] * 5
    assert audit_workbook([], advise).day == EARLIEST
