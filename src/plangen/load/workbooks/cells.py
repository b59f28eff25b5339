"""One cell → its text, as the column takes it; what a spreadsheet changed is never guessed."""

from __future__ import annotations

from datetime import date

from plangen.errors import InvalidError
from plangen.load.workbooks.columns import NO, YES, Kind
from plangen.load.workbooks.opening import CellKind, SheetCell


def cell_text(cell: SheetCell, kind: Kind) -> str:
    """The text that a cell stands for.

    Raises InvalidError where the spreadsheet kept something else than was written: 1:4000 as a
    time, 3-1 as a day, 1.10 as 1.1.
    """
    match cell.kind:
        case CellKind.TEXT:
            return cell.text
        case CellKind.FAULT if cell.text:
            raise InvalidError("单元格是错误值 {found}；请改成应有的内容", found=cell.text)
        case CellKind.FAULT:
            raise InvalidError("公式还没有算出结果；请用表格软件打开并保存一次，或直接写结果")
        case CellKind.TIME:
            raise InvalidError(
                "单元格成了时间 {found}（1:4000 这样的比会被当成时间）；"
                "请把单元格设为文本，再写一遍",
                found=cell.text,
            )
        case CellKind.INEXACT:
            raise InvalidError(
                "单元格是数字 {found}，超过15位的已经丢失；请把单元格设为文本，再写一遍",
                found=cell.text,
            )
        case CellKind.TRUTH:
            return _truth(cell, kind)
        case CellKind.DAY:
            return _day(cell, kind)
    return _number(cell, kind)


def _truth(cell: SheetCell, kind: Kind) -> str:
    if kind is Kind.YES_NO:
        return YES if cell.text == "true" else NO
    return cell.text


def _day(cell: SheetCell, kind: Kind) -> str:
    whole = cell.shown in ("", cell.text)
    if kind in (Kind.DEADLINE, Kind.ANY):
        return cell.text if whole else cell.shown
    if kind is Kind.SAID_DAY:
        day = date.fromisoformat(cell.text)
        return f"{day.year}年{day.month}月{day.day}日" if whole else cell.shown
    raise InvalidError(
        "单元格成了日期 {found}；请把单元格设为文本，再写一遍", found=cell.shown or cell.text
    )


def _number(cell: SheetCell, kind: Kind) -> str:
    if cell.shown:
        return cell.shown
    if kind is Kind.QUANTITY:
        raise InvalidError(
            "数值是数字 {found}，没有单位，或显示的不是它本身；请把单元格设为文本，写成如 80%、3所",
            found=cell.text,
        )
    if "." in cell.text and kind is not Kind.ANY:
        raise InvalidError(
            "单元格是数字 {found}，原来写的是什么（如 1.1、1.10）不知道；"
            "请把单元格设为文本，再写一遍",
            found=cell.text,
        )
    return cell.text
