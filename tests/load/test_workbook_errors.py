"""Workbooks that people filled in: every fault with its sheet, its cell and what was expected."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO

import pytest

from plangen.errors import InputError
from plangen.jobs.workbooks import validated
from plangen.load.workbooks.columns import SHEETS
from plangen.load.workbooks.opening import LARGEST, CellKind, Sheet, SheetCell, open_workbook
from plangen.load.workbooks.reading import workbook_data
from plangen.writers.xlsx_data import FormColumn, FormSheet, write_forms

HEAD = (("键", "内容"), ("kind", "plan"), ("level", "street"), ("title", "某方案"))
NAMES = {"school_count": ("school_count",), "特色学校数": ("school_count",), "建成率": ("a", "b")}


def sheet(name: str, *rows: tuple[str | float, ...]) -> Sheet:
    """A sheet as it is read: numbers as numbers."""
    cells = (
        tuple(
            SheetCell(str(value), CellKind.TEXT if isinstance(value, str) else CellKind.NUMBER)
            for value in row
        )
        for row in rows
    )
    return Sheet(name, tuple(cells))


def faults(*sheets: Sheet) -> list[str]:
    """What is said of a workbook that has a head and these sheets."""
    with pytest.raises(InputError) as refused:
        validated(workbook_data((sheet("文件", *HEAD), *sheets), "表.xlsx", NAMES)[0])
    return str(refused.value).split("\n")


TARGETS = ("指标", "阶段", "比较", "数值", "期限", "条款")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("school_count", "", "不低于", "", "", ""), "目标!D2（数值）：缺数值，如：80%"),
        (("school_count", "", "大约", "1所", "", ""), "目标!C2（比较）：应为不低于、不高于、等于"),
        (("school_count", "", "不低于", "很多", "", ""), "目标!D2（数值）："),
        (("school_count", "", "不低于", "1所", "明年", ""), "目标!E2（期限）："),
        (("", "", "不低于", "1所", "", ""), "目标!A2（指标）：缺少 indicator"),
        (("School", "", "不低于", "1所", "", ""), "目标!A2（指标）：“School”的写法不对"),
        (("建成率", "", "不低于", "80%", "", ""), "目标!A2（指标）：几个指标都叫“建成率”"),
        (("school_count", "2", "不低于", "1所", "2021", ""), "目标!B2（阶段）：阶段应从1起"),
    ],
)
def test_a_target_that_cannot_be_is_told_by_its_cell(row: tuple[str, ...], said: str) -> None:
    assert [fault for fault in faults(sheet("目标", TARGETS, row)) if f"表.xlsx {said}" in fault]


def test_a_number_without_its_unit_is_refused_rather_than_guessed() -> None:
    row = ("school_count", "", "不低于", 0.8, "", "")

    (fault,) = faults(sheet("目标", TARGETS, row))

    assert fault.startswith("表.xlsx 目标!D2（数值）：数值是数字 0.8，没有单位")


def test_the_cell_is_that_of_the_sheet_as_it_stands() -> None:
    """Rows above the headings and columns that stand in another order change nothing."""
    above = ("某街道目标一览", "", "")
    moved = ("期限", "数值", "比较", "指标")

    (fault,) = faults(
        sheet("目标", above, moved, ("", "", "", ""), ("x", "1所", "不低于", "school_count"))
    )

    assert fault.startswith("表.xlsx 目标!A4（期限）：")


def test_all_faults_are_told_at_once() -> None:
    found = faults(
        sheet("目标", TARGETS, ("school", "", "", "", "", ""), ("a", "", "等于", "x", "", "")),
        sheet("名单", ("小组", "职责", "姓名"), ("leading", "组长", "李四")),
        sheet("小组", ("编号", "名称", "调整"), ("one", "某小组", "也许")),
    )

    assert [fault.split("：")[0] for fault in found] == [
        "表.xlsx 目标!C2（比较）",
        "表.xlsx 目标!D2（数值）",
        "表.xlsx 名单!A2（小组）",
        "表.xlsx 小组!C2（调整）",
    ]


def test_a_heading_that_is_not_known_is_told_with_the_one_that_is_near() -> None:
    (fault,) = faults(sheet("任务", ("编号", "任务", "牵头的单位"), ("task_1", "某任务", "某局")))

    assert fault == "表.xlsx 任务!C1：表头“牵头的单位”不认识，应为：牵头单位"


def test_one_key_twice_and_a_list_with_a_gap_are_refused() -> None:
    rows = (("键", "内容"), ("title", "甲"), ("title", "乙"), ("text[2]", "第二段"))

    with pytest.raises(InputError) as refused:
        workbook_data((sheet("文件", *rows),), "表.xlsx", {})

    assert [problem.place.key for problem in refused.value.problems] == [
        "文件!A3（键）",
        "文件!A4（键）",
    ]


def test_an_indicator_may_be_called_by_its_name() -> None:
    rows = (TARGETS, ("特色学校数", "", "不低于", "1所", "", ""))

    data, _ = workbook_data((sheet("文件", *HEAD), sheet("目标", *rows)), "表.xlsx", NAMES)

    assert validated(data).targets[0].indicator == "school_count"


def test_explaining_rows_and_the_example_are_no_data() -> None:
    rows = (
        ("行", "部门", "职责"),
        ("说明", "机关", "写什么"),
        ("例", "派出所、司法所", "负责本系统的心理健康服务。"),
        ("", "甲局", "牵头。"),
    )

    data, _ = workbook_data((sheet("文件", *HEAD), sheet("部门职责", *rows)), "表.xlsx", {})

    assert [duty.organs for duty in validated(data).duties] == [("甲局",)]


def test_a_sheet_that_is_none_of_the_datas_is_told() -> None:
    _, findings = workbook_data((sheet("文件", *HEAD), sheet("Sheet2")), "表.xlsx", {})

    assert [str(finding.message) for finding in findings] == ["工作表“Sheet2”没有读：不是数据的表"]


def test_a_workbook_without_any_sheet_of_the_data_is_refused() -> None:
    with pytest.raises(InputError, match="没有可读的工作表；应有：文件、目标、小组、名单"):
        workbook_data((sheet("Sheet1"),), "表.xlsx", {})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "读不了这个文件：应为 xlsx、xls 或 ods 表格"),
        (b"hello world", "读不了这个文件"),
        ("部门,职责\n甲局,牵头".encode("gbk"), "这是纯文本（如 CSV），不是表格；请用表格软件打开"),
        (b"<html><table><tr><td>1", "这是网页（HTML 或 XML），不是表格"),
        ("\ufeff<?xml version='1.0'?><Workbook/>".encode(), "这是网页（HTML 或 XML），不是表格"),
        (b"PK\x03\x04" + os.urandom(200), "读不了这个文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "读不了这个文件"),
        (bytes(LARGEST + 1), f"文件超过 {LARGEST} 字节"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        open_workbook(content, "表.xlsx")

    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def with_a_cell_far_away(reference: str) -> bytes:
    """A workbook of a few hundred bytes whose second cell is the last one there can be."""
    content = write_forms(
        "表", date(2021, 1, 1), (FormSheet("文件", (FormColumn("键"),), (("a",),)),)
    )
    source, target = zipfile.ZipFile(BytesIO(content)), BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                far = f'<row r="{reference[3:]}"><c r="{reference}"><v>1</v></c></row></sheetData>'
                data = data.replace(b"</sheetData>", far.encode())
            archive.writestr(name, data)
    return target.getvalue()


def test_a_small_file_that_unfolds_into_millions_of_cells_is_refused() -> None:
    with pytest.raises(InputError, match="太大"):
        open_workbook(with_a_cell_far_away("XFD1048576"), "表.xlsx")


def test_a_text_that_stands_in_too_many_cells_is_refused() -> None:
    """Every cell says no more than where the text is."""
    rows = (("国" * 30_000,),) * 700
    content = write_forms("表", date(2021, 1, 1), (FormSheet("文件", (FormColumn("键"),), rows),))

    assert len(content) < 20_000
    with pytest.raises(InputError, match="工作表太大"):
        open_workbook(content, "表.xlsx")


def test_every_sheet_is_found_by_the_title_it_is_written_with() -> None:
    titles = [layout.title for layout in SHEETS]

    assert titles == ["文件", "目标", "小组", "名单", "部门职责", "任务"]


def test_the_program_that_reads_workbooks_loads_little() -> None:
    """It has little memory: what it does not import cannot use any."""
    program = (
        "import sys, plangen.load.workbooks.apart, plangen.load.workbooks.looks_ods,"
        "plangen.load.workbooks.looks_xls, plangen.load.workbooks.looks_xlsx;"
        "print(*(name for name in sys.modules if name.startswith(('plangen', 'pydantic', 'yaml'))))"
    )

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    loaded = {name.rpartition(".")[2] for name in run.stdout.decode().split()}
    assert loaded == {
        *("plangen", "load", "workbooks", "apart"),
        *("looks", "looks_ods", "looks_xls", "looks_xlsx"),
    }
