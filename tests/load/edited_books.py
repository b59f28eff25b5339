"""Workbooks as people leave them: cells of every kind, merged, hidden, with formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

HEAD = (("键", "内容"), ("kind", "plan"), ("level", "street"), ("title", "某方案"))
TARGETS = ("指标", "阶段", "比较", "数值", "期限", "条款", "对象")


@dataclass(frozen=True)
class As:
    """A value with the format code that its cell has."""

    value: float
    code: str | int


@dataclass(frozen=True)
class Formula:
    """A formula and its result; None where it was never reckoned."""

    text: str
    result: Any = None


@dataclass(frozen=True)
class Page:
    """A sheet: its rows, what is merged (A2:A4), which rows are hidden, remarks beside cells."""

    rows: Sequence[Sequence[Any]]
    merged: Sequence[str] = field(default=())
    hidden: Sequence[int] = field(default=())
    remarks: Mapping[str, str] = field(default_factory=dict)


def book(**pages: Page | Sequence[Sequence[Any]]) -> bytes:
    """An xlsx of these sheets and, where none is given, a head."""
    file = BytesIO()
    made = xlsxwriter.Workbook(file, {"strings_to_formulas": False})
    for name, page in {"文件": HEAD, **pages}.items():
        _write(made, name, page if isinstance(page, Page) else Page(page))
    made.close()
    return file.getvalue()


def target(**cells: Any) -> tuple[Sequence[Any], ...]:
    """The sheet 目标 with one target; ``cells`` are those that are not as they should be."""
    given: Mapping[str, Any] = {"指标": "school", "比较": "不低于", "数值": "80%", **cells}
    return TARGETS, tuple(given.get(title) for title in TARGETS)


VALUES = {
    "80%": As(0.8, "0%"),
    "80.5%": As(0.805, "0.0%"),
    "4.5‰": As(4.5, '0.0"‰"'),
    "3所": As(3, '0"所"'),
}
DAYS = (
    ("2021-12-31", As(44561, "yyyy-mm-dd")),
    ("2021年12月", As(44531, 'yyyy"年"m"月"')),
    ("2021-12-31", As(44561, 'yyyy"年"m"月"d"日"')),
)
REFUSED = {
    "数值是数字 0.8": 0.8,
    "显示的不是它本身": As(0.805, "0%"),
    "单元格成了时间": As(2.8194444444444446, "[h]:mm"),
    "单元格是错误值 #DIV/0!": Formula("=1/0", "#DIV/0!"),
}


def edited() -> bytes:
    """Cells that are read as they show: the values, the days, and a roster of three, one hidden."""
    values = [target(数值=value)[1] for value in VALUES.values()]
    days = [target(期限=day)[1] for _, day in DAYS]
    roster = Page(
        (
            ("小组", "职责", "姓名"),
            ("leading", "组长", "甲"),
            (None, "成员", "乙"),
            (None, "成员", "丙"),
        ),
        merged=("A2:A4",),
        hidden=(3,),
    )
    groups = (("编号", "名称", "调整"), ("leading", "领导小组", True))
    targets = Page((TARGETS, *values, *days), remarks={"D2": "再核对"})
    return book(目标=targets, 小组=groups, 名单=roster)


def doubtful() -> bytes:
    """Cells that are refused."""
    return book(目标=(TARGETS, *(target(数值=value)[1] for value in REFUSED.values())))


def _write(made: Any, name: str, page: Page) -> None:
    sheet = made.add_worksheet(name)
    for number, row in enumerate(page.rows):
        for place, value in enumerate(row):
            _write_cell(made, sheet, (number, place), value)
    for cell, text in page.remarks.items():
        sheet.write_comment(cell, text)
    for number in page.hidden:
        sheet.set_row(number - 1, None, None, {"hidden": True})
    for span in page.merged:
        first = span.split(":")[0]
        sheet.merge_range(span, page.rows[int(first[1:]) - 1][ord(first[0]) - ord("A")])


def _write_cell(made: Any, sheet: Any, spot: tuple[int, int], value: Any) -> None:
    match value:
        case As():
            sheet.write_number(*spot, value.value, made.add_format({"num_format": value.code}))
        case Formula():
            sheet.write_formula(*spot, value.text, None, value.result)
        case None:
            sheet.write_blank(*spot, None)
        case _:
            sheet.write(*spot, value)
