"""Drawing: what was placed becomes marks on pages, each belonging to its element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plangen.pages.marks import Bitmap, Page
from plangen.pages.nodes import Node, NodeKind
from plangen.sheet.arrangement import NewPage, SetImprint, SetMark
from plangen.sheet.fitting import ImprintPage
from plangen.sheet.geometry import PAGE_HEIGHT, PAGE_WIDTH, TYPE_BOTTOM, TYPE_LEFT
from plangen.sheet.letter import SetDoubleRules
from plangen.typeset.drawing_foot import draw_imprint, draw_page_number
from plangen.typeset.drawing_head import draw_double_rules, draw_mark, draw_red_rule
from plangen.typeset.drawing_lines import draw_line
from plangen.typeset.drawing_signature import SignatureDrawer
from plangen.typeset.drawing_tables import PlacedRow, draw_table
from plangen.typeset.drawing_watermark import draw_watermark
from plangen.typeset.elements import Elements
from plangen.typeset.pages import Pages, Placed, SignaturePart, TableRow, TextLine
from plangen.typeset.paragraphs import SetParagraph
from plangen.typeset.pen import Pen, baseline


@dataclass(frozen=True, slots=True)
class Extras:
    """What is drawn besides the words: pictures by their paths, and outlines of seals' places.

    ``first_numbered`` tells whether page 1 carries its number, ``draft`` whether every page says
    that it is one.
    """

    pictures: Mapping[str, Bitmap] = field(default_factory=dict)
    outline_seals: bool = False
    first_numbered: bool = True
    draft: bool = False


class Drawer:
    """Draws the things of a document in reading order."""

    def __init__(self, paged: Pages, pen: Pen, extras: Extras) -> None:
        self._paged, self._pen, self._extras = paged, pen, extras
        self.elements = Elements()
        self.pages = [self._blank_page(number) for number in range(1, paged.page + 1)]
        self._paragraph: SetParagraph | None = None
        self._nodes: list[Node] = []
        self._rows: list[PlacedRow] = []  # of the table that is being drawn
        self._signatures = SignatureDrawer(
            pen, self.elements, extras.pictures, extras.outline_seals
        )
        for placed in paged.placed:
            self._draw(placed)
        self._end_table()
        self._number_pages()

    def _blank_page(self, number: int) -> Page:
        turned = number in self._paged.landscape
        page = Page(PAGE_HEIGHT, PAGE_WIDTH) if turned else Page(PAGE_WIDTH, PAGE_HEIGHT)
        if self._extras.draft:
            draw_watermark(page, self._pen)
        return page

    def _draw(self, placed: Placed) -> None:
        page, top = self.pages[placed.page - 1], placed.top
        what = placed.what
        if not (isinstance(what, TableRow) and self._goes_on(what)):
            self._end_table()
        match what:
            case TextLine():
                self._line(page, top, what)
            case TableRow():
                self._rows.append(PlacedRow(page, top, what))
            case SignaturePart():
                self._signatures.draw(page, top, what)
            case NewPage():
                self.elements.begin(what)
            case _:
                self._frame(page, what)

    def _frame(self, page: Page, what: SetMark | SetDoubleRules | SetImprint) -> None:
        """What stands at its own place on the page, wherever the text has come to."""
        match what:
            case SetMark():
                draw_mark(page, what.layout, self._pen, self.elements.add(NodeKind.PARAGRAPH))
            case SetDoubleRules():
                draw_double_rules(page, what)
            case SetImprint():
                self.elements.end_parts()
                draw_imprint(page, what, self._pen, self.elements)

    def _goes_on(self, row: TableRow) -> bool:
        return bool(self._rows) and self._rows[-1].row.table is row.table

    def _end_table(self) -> None:
        if self._rows:
            draw_table(self._rows, left_edge(self._rows[0].page), self._pen, self.elements)
            self._rows = []

    def _line(self, page: Page, top: float, line: TextLine) -> None:
        paragraph = line.paragraph
        if paragraph is not self._paragraph:
            self._paragraph = paragraph
            self._nodes = self.elements.of_runs(paragraph.line)
        base = baseline(top, line.height, paragraph.style.size)
        pieces = paragraph.lines[line.number]
        draw_line(page, pieces, paragraph, (left_edge(page), base), self._pen, self._nodes)
        if paragraph.line.rule_below and line.number == len(paragraph.lines) - 1:
            draw_red_rule(page, paragraph, base, self._pen)

    def _number_pages(self) -> None:
        """7.5: neither a blank page before the 版记 nor the page of that 版记 has a number."""
        last = len(self.pages)
        unnumbered = set() if self._extras.first_numbered else {1}
        if self._paged.imprint_page is ImprintPage.AFTER_BLANK:
            unnumbered |= {last - 1, last}
        for number, page in enumerate(self.pages, 1):
            if number not in unnumbered:
                draw_page_number(page, number, self._pen)


def left_edge(page: Page) -> float:
    """The left edge of a page's type area as it is read, in mm (5.2.1; clause 8)."""
    return TYPE_LEFT if page.width < page.height else PAGE_HEIGHT - TYPE_BOTTOM
