"""Styles of the elements (字体字号) of GB/T 9704-2012: one table for every writer.

Sizes follow the names that word processors give the 字号: 2号 22 pt, 3号 16 pt, 4号 14 pt.
Indents are in characters (字) of the style's own size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import RED

Align = Literal["left", "center", "right", "justify"]

SIZE_2 = 22.0  # 2号
SIZE_3 = 16.0  # 3号
SIZE_4 = 14.0  # 4号
SIZE_TABLE = 12.0  # 小四: practice, no clause
IMPRINT_LINE = 25.0  # points: the step of lines in the 版记; no clause fixes it


@dataclass(frozen=True, slots=True)
class Style:
    """How one element is set. ``line`` is None for the grid's pitch, else a height in points."""

    name: str
    font: FontRole = FontRole.FANGSONG
    size: float = SIZE_3
    colour: str = ""
    align: Align = "left"
    first_line: float = 0
    left: float = 0
    right: float = 0
    outline: int | None = None
    keep_with_next: bool = False
    line: float | None = None
    clause: str = ""


_BODY = Style("正文段落", align="justify", first_line=2, clause="7.3.3")


def _heading(level: int, font: FontRole) -> Style:
    return Style(
        f"heading {level}",
        font,
        align="justify",
        first_line=2,
        outline=level,
        keep_with_next=True,
        clause="7.3.3",
    )


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "copy_number": Style("份号", clause="7.2.1"),
        "secrecy": Style("密级和保密期限", FontRole.HEITI, clause="7.2.2"),
        "urgency": Style("紧急程度", FontRole.HEITI, clause="7.2.3"),
        "mark": Style("发文机关标志", FontRole.XIAOBIAOSONG, 48.0, RED, "center", clause="7.2.4"),
        "number": Style("发文字号", align="center", clause="7.2.5"),
        "number_with_signers": Style("发文字号和签发人", clause="7.2.6"),
        "letter_number": Style("信函发文字号", clause="10.1"),
        "order_number": Style("令号", align="center", clause="10.2"),
        "minutes_issue": Style("纪要编发", clause="10.3"),
        "title": Style("Title", FontRole.XIAOBIAOSONG, SIZE_2, align="center", clause="7.3.1"),
        "recipients": Style("主送机关", align="justify", clause="7.3.2"),
        "body": _BODY,
        "flush": replace(_BODY, name="正文续段", first_line=0),
        "heading1": _heading(1, FontRole.HEITI),
        "heading2": _heading(2, FontRole.KAITI),
        "heading3": _heading(3, FontRole.FANGSONG),
        "heading4": _heading(4, FontRole.FANGSONG),
        "annex_note": Style("附件说明", align="left", left=5, first_line=-3, clause="7.3.4"),
        "attendance": Style("出席人员", align="justify", left=5, first_line=-3, clause="10.3"),
        "signature": Style("发文机关署名", keep_with_next=True, clause="7.3.5"),
        "date": Style("成文日期", clause="7.3.5"),
        "note": Style("附注", first_line=2, clause="7.3.6"),
        "annex_label": Style("附件标识", FontRole.HEITI, keep_with_next=True, clause="7.3.7"),
        "annex_title": Style(
            "附件标题",
            FontRole.XIAOBIAOSONG,
            SIZE_2,
            align="center",
            keep_with_next=True,
            outline=1,
            clause="7.3.7",
        ),
        "issued_title": Style(
            "印发文件标题",
            FontRole.XIAOBIAOSONG,
            SIZE_2,
            align="center",
            keep_with_next=True,
            outline=1,
            clause="7.3.1",
        ),
        "roster": Style("名单", clause="7.3.7"),
        "table_caption": Style("表题", FontRole.HEITI, SIZE_3, align="center", keep_with_next=True),
        "table_head": Style("表头", FontRole.HEITI, SIZE_TABLE, align="center", line=20.0),
        "table_cell": Style("表格正文", FontRole.FANGSONG, SIZE_TABLE, line=20.0),
        "imprint": Style(
            "版记", FontRole.FANGSONG, SIZE_4, left=1, right=1, line=IMPRINT_LINE, clause="7.4"
        ),
        "page_number": Style("页码", FontRole.SONGTI, SIZE_4, line=14.0, clause="7.5"),
        "blank": Style("空行"),
    }
)

# Runs of a kind of their own inside a line: the name of the style, and its font.
RUN_STYLES: Mapping[str, tuple[str, FontRole]] = MappingProxyType(
    {
        "signer": ("签发人姓名", FontRole.KAITI),  # 7.2.6
        "stamp_name": ("签名章姓名", FontRole.KAITI),  # in the stamp's place; no clause, as 7.2.6
        "attendance_label": ("出席标识", FontRole.HEITI),  # 10.3
    }
)

LARGEST_MARK = 60.0  # points; the clause leaves the size free (醒目、美观、庄重)
SMALLEST_MARK = 22.0
