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
    """A sheet: its rows, what is merged (A2:A4), which rows are hidden."""

    rows: Sequence[Sequence[Any]]
    merged: Sequence[str] = field(default=())
    hidden: Sequence[int] = field(default=())


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


def _write(made: Any, name: str, page: Page) -> None:
    sheet = made.add_worksheet(name)
    for number, row in enumerate(page.rows):
        for place, value in enumerate(row):
            match value:
                case As():
                    look = made.add_format({"num_format": value.code})
                    sheet.write_number(number, place, value.value, look)
                case Formula():
                    sheet.write_formula(number, place, value.text, None, value.result)
                case None:
                    sheet.write_blank(number, place, None)
                case _:
                    sheet.write(number, place, value)
    for number in page.hidden:
        sheet.set_row(number - 1, None, None, {"hidden": True})
    for span in page.merged:
        first, last = span.split(":")
        kept = page.rows[int(first[1:]) - 1][ord(first[0]) - ord("A")]
        assert last
        sheet.merge_range(span, kept)
