"""ReportLab: sheets in JSON to PDF, its own line breaker, its own page templates."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_LEFT}
ABOVE = 0.88
WIDTH = 28 * 16 + 0.1  # points: without tracking 28 characters are wider than the type area


class Row(Flowable):  # type: ignore[misc]
    """Texts side by side, the last one in as many lines as it needs."""

    def __init__(self, block: dict[str, Any]) -> None:
        super().__init__()
        style = paragraph_style(block["size"], block["line"], "left")
        self.cells = [(left, Paragraph(words, style)) for left, words in block["cells"]]
        self.line = block["line"]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = [cell.wrap(width - left + 1, height)[1] for left, cell in self.cells]
        return width, max(self.heights)

    def draw(self) -> None:
        top = max(self.heights)
        for (left, cell), height in zip(self.cells, self.heights, strict=True):
            cell.drawOn(self.canv, left, top - height)


class Mark(Flowable):  # type: ignore[misc]
    """The mark, character by character at its place."""

    def __init__(self, block: dict[str, Any], red: str) -> None:
        super().__init__()
        self.block, self.red = block, red

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, self.block["height"]

    def draw(self) -> None:
        size = self.block["size"]
        self.canv.setFillColor(self.red)
        for text, left, top, spread in self.block["letters"]:
            line = self.canv.beginText(left, self.block["height"] - top - ABOVE * size)
            line.setFont("XIAOBIAOSONG", size)
            line.setCharSpace(spread)
            line.textOut(text)
            self.canv.drawText(line)


def paragraph_style(
    size: float, line: float, align: str, indents: tuple[float, ...] = (0, 0, 0)
) -> Any:
    left, first, right = indents
    return ParagraphStyle(
        "",
        fontName="FANGSONG",
        fontSize=size,
        leading=line,
        alignment=ALIGN[align],
        leftIndent=left,
        firstLineIndent=first,
        rightIndent=right,
        wordWrap="CJK",
        allowWidows=1,
        allowOrphans=1,
    )


def flowables(sheets: dict[str, Any]) -> list[Any]:
    story: list[Any] = []
    for block in sheets["blocks"]:
        match block["kind"]:
            case "text":
                indents = tuple(block["indents"])
                style = paragraph_style(block["size"], sheets["line"], block["align"], indents)
                story.append(Paragraph(block["words"], style))
                if block["ruled"]:
                    story.append(HRFlowable("100%", 1, color=sheets["red"], spaceBefore=6))
            case "row":
                story.append(Row(block))
            case "space":
                story.append(Spacer(1, block["height"], isGlue=True))
            case "turn":
                story.append(PageBreak())
            case "mark":
                story.append(Mark(block, sheets["red"]))
    return story


def number_page(canvas: Any, document: Any) -> None:
    canvas.setFont("SONGTI", 14)
    canvas.drawRightString(500, 75, f"— {document.page} —")


def open_fonts(sheets: dict[str, Any]) -> None:
    """Once a process: ReportLab keeps the fonts that were registered."""
    known = pdfmetrics.getRegisteredFontNames()
    for name, path in sheets["fonts"].items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, path))


def pdf(source: str) -> bytes:
    """The PDF of some sheets."""
    sheets = json.loads(source)
    open_fonts(sheets)
    file = BytesIO()
    document = BaseDocTemplate(file, pagesize=A4)
    top, bottom, left = sheets["margins"]
    frame = Frame(left, bottom, WIDTH, A4[1] - top - bottom, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=number_page)])
    document.build(flowables(sheets))
    return file.getvalue()
