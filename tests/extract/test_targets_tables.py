"""Indicator tables: rows of a name, a unit and a value, years and 目标值 at the head."""

from datetime import date
from pathlib import Path

import docx

from plangen.extract.targets.assembling import targets
from plangen.readers.reader import read_file
from tests.extract.told import EMPTY, told

SPACED = """表2  主要指标
序号   指标             单位    2022年   2025年   属性
1    护理型床位占比        %      46      ≥60    约束性
2    街道综合养老服务中心   家      5       9     预期性
3    PM2.5平均浓度      微克/立方米  38      ≤35    约束性
"""


def test_a_table_of_spaced_text_gives_each_row_its_unit_and_the_year_of_its_column() -> None:
    assert [line.partition(" «")[0] for line in told(SPACED)] == [
        "护理型床位占比 >= 46 percent by=2022-12-31 achieved",
        "护理型床位占比 >=! 60 percent by=2025-12-31",
        "街道综合养老服务中心 >= 5 count by=2022-12-31 achieved",
        "街道综合养老服务中心 >= 9 count by=2025-12-31",
        "PM2.5平均浓度 <= 38 微克/立方米 by=2022-12-31 achieved",
        "PM2.5平均浓度 <=! 35 微克/立方米 by=2025-12-31",
    ]


def test_a_table_without_a_head_needs_names_of_indicators() -> None:
    found = told(
        "附件2  主要指标分解表（到2027年）\n"
        "普惠性幼儿园覆盖率（%）    ≥92\n小学大班额比例（%）      ≤1\n"
    )

    assert [line.partition(" «")[0] for line in found] == [
        "普惠性幼儿园覆盖率 >=! 92 percent by=2027-12-31",
        "小学大班额比例 <=! 1 percent by=2027-12-31",
    ]


def test_a_list_of_names_with_wide_gaps_is_no_table_of_indicators() -> None:
    assert told("组  长：张三    镇长\n副组长：李四    副镇长\n成  员：王五    派出所所长\n") == []


def test_a_cell_without_a_value_is_passed_over() -> None:
    found = told("指标名称    2023年基数    2025年目标\n新增家庭养老床位    —    800张\n")

    assert [line.partition(" «")[0] for line in found] == [
        "新增家庭养老床位 >= 800 count by=2025-12-31"
    ]


def test_the_cells_of_a_word_table_are_read_by_its_head(tmp_path: Path) -> None:
    rows = (
        ("指标", "单位", "2023年", "2024年", "2025年", "责任单位"),
        ("农药使用量降幅", "%", "2", "3", "4", "农业农村局"),
        ("农村自来水普及率", "%", "88以上", "89以上", "90以上", "水利局"),
    )
    document = docx.Document()
    document.add_paragraph("年度目标如下表。")
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(str(tmp_path / "plan.docx"))

    read = read_file(tmp_path / "plan.docx")
    found = targets(read.text, EMPTY, read.passages, date(2023, 3, 1))

    assert [(one.name, int(one.value), one.by) for one in found] == [
        ("农药使用量降幅", 2, date(2023, 12, 31)),
        ("农药使用量降幅", 3, date(2024, 12, 31)),
        ("农药使用量降幅", 4, date(2025, 12, 31)),
        ("农村自来水普及率", 88, date(2023, 12, 31)),
        ("农村自来水普及率", 89, date(2024, 12, 31)),
        ("农村自来水普及率", 90, date(2025, 12, 31)),
    ]
    assert all(read.text[one.start : one.end] == one.quote for one in found)
