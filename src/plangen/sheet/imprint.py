"""版记 (7.4): its rows, the paragraphs in them, and how many lines each takes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from plangen.document.elements import Imprint
from plangen.document.wording import copies_line, printed_line
from plangen.sheet.geometry import MM_PER_POINT, TYPE_BOTTOM, TYPE_WIDTH
from plangen.sheet.styles import IMPRINT_LINE, SIZE_4
from plangen.sheet.widths import cells

INDENT = 1  # 字 at either side (7.4.2, 7.4.3)


@dataclass(frozen=True, slots=True)
class ImprintParagraph:
    """A paragraph of the 版记: its label (抄送：), its text, and what stands at its right."""

    label: str
    text: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class ImprintRow:
    """What stands between two rules, and its height in lines."""

    paragraphs: tuple[ImprintParagraph, ...]
    lines: int

    @property
    def height(self) -> float:
        """From rule to rule, in mm."""
        return self.lines * IMPRINT_LINE * MM_PER_POINT


def imprint_rows(imprint: Imprint) -> tuple[ImprintRow, ...]:
    """主送 and 抄送 without a rule between, then 印发机关 and 印发日期."""
    listed = []
    if imprint.recipients:
        listed.append(ImprintParagraph("主送：", copies_line(imprint.recipients)))
    if imprint.copies_to:
        listed.append(ImprintParagraph("抄送：", copies_line(imprint.copies_to)))
    rows = []
    if listed:
        rows.append(ImprintRow(tuple(listed), sum(_lines(paragraph) for paragraph in listed)))
    if imprint.printed_by or imprint.printed_on:
        printed = ImprintParagraph("", imprint.printed_by, printed_line(imprint))
        together = cells(printed.text) + cells(printed.right) + INDENT
        rows.append(ImprintRow((printed,), 1 if together <= _room() else 2))
    return tuple(rows)


def imprint_bottom(ruled: bool) -> float:
    """Where the last row ends, in mm from the page's top.

    Its rule lies on the lower edge of the type area (7.4.1); without a rule its glyphs stand on it
    (10.1: 版心内最下方), so that the white under them is below the edge.
    """
    return TYPE_BOTTOM if ruled else TYPE_BOTTOM + (IMPRINT_LINE - SIZE_4) / 2 * MM_PER_POINT


def _lines(paragraph: ImprintParagraph) -> int:
    """Lines of a paragraph that hangs under its label; a mark may take one character along."""
    room = _room() - len(paragraph.label)
    return ceil(cells(paragraph.text) / (room - 1)) if paragraph.text else 1


def _room() -> int:
    """Characters of 4号 between the indents."""
    return int(TYPE_WIDTH / (SIZE_4 * MM_PER_POINT) - 2 * INDENT)
