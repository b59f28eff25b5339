"""The ruler: what stands where on the pages of a PDF, in mm from a page's top left.

It knows the standard (``standard.py``) and nothing of the library it measures.
Pages are counted from 1.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pdfplumber
from pdfplumber.page import Page

from . import line_breaks
from .glyphs import Glyph, Row, glyph_of, rows_of
from .ink import Box, Ink, Rule
from .standard import (
    BODY_SIZE,
    CELL,
    LANDSCAPE,
    LINE,
    LONG_SIDE,
    POINT,
    PORTRAIT,
    SHORT_SIDE,
    TITLE_SIZE,
    TypeArea,
)

FOOT = 3.3
"""Ink this far below the type area is the page number's, not the last line's."""
RULE_BLUR = 0.2
"""The edge of a rule, drawn on whole pixels, may reach this much beyond the rule."""
IMPRINT_HEAD = re.compile(r"(?:主送|抄送)：")
IMPRINT_TAIL = re.compile(r"\d日印发")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number as it stands on the portrait sheet, however the page is turned.

    *centre* is the height of its dash; *left* and *right* bound the advances, dashes included.
    """

    text: str
    centre: float
    left: float
    right: float

    @property
    def side(self) -> Literal["left", "right"]:
        """The half of the sheet that it stands in: odd pages right, even pages left (cl. 7.5)."""
        return "right" if (self.left + self.right) / 2 > SHORT_SIDE / 2 else "left"


class Ruler:
    """The measures of one PDF."""

    def __init__(self, path: Path, pages: Sequence[Page]) -> None:
        """Measure *pages* of the PDF at *path*; :func:`measure` opens both."""
        self._path = path
        self._pages = pages
        self._ink = lru_cache(maxsize=2)(lambda page: Ink(path, page))
        self._glyphs = lru_cache(maxsize=None)(self._read_glyphs)

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def ink(self, page: int) -> Ink:
        """The page as drawn at 600 dpi."""
        return self._ink(page)

    def type_area(self, page: int) -> TypeArea:
        """The type area that the standard gives a page of this orientation."""
        sheet = self._pages[page - 1]
        return LANDSCAPE if sheet.width > sheet.height else PORTRAIT

    def _read_glyphs(self, page: int) -> tuple[Glyph, ...]:
        sheet = self._pages[page - 1]
        return tuple(glyph_of(char, float(sheet.height)) for char in sheet.chars)

    # Rows and full pages

    def rows(self, page: int) -> list[Row]:
        """The rows of the type area: everything upright but the page number."""
        foot = self.type_area(page).bottom + FOOT
        return [row for row in rows_of(self._glyphs(page)) if row.baseline < foot]

    @cached_property
    def full_pages(self) -> tuple[int, ...]:
        """The pages whose rows run through from the first line to the last in even steps."""
        return tuple(page for page in range(1, self.page_count + 1) if self._runs_through(page))

    def _runs_through(self, page: int) -> bool:
        rows, area = self.rows(page), self.type_area(page)
        if len(rows) < 2 or rows[0].top > area.top + LINE / 2 + 2:
            return False
        steps = self.line_steps(page)
        even = max(steps) - min(steps) < 0.1 * LINE and max(steps) < 1.5 * LINE
        return even and rows[-1].bottom > area.bottom - LINE

    def line_steps(self, page: int) -> list[float]:
        """The distances between neighbouring baselines."""
        return [lower.baseline - upper.baseline for upper, lower in pairwise(self.rows(page))]

    def lines_per_page(self) -> dict[int, int]:
        """The number of rows of every full page (cl. 5.2.3: 22)."""
        return {page: len(self.rows(page)) for page in self.full_pages}

    def characters_per_full_line(self) -> Counter[int]:
        """How many full lines hold how many characters (cl. 5.2.3: 28).

        Only lines of full-width body characters from edge to edge are counted. A line that gave
        a character to the next one by 禁则 and was spread counts with one character fewer.
        """
        return Counter(
            len(row.glyphs)
            for page in range(1, self.page_count + 1)
            for row in self.rows(page)
            if self._is_full_line(row, self.type_area(page))
        )

    @staticmethod
    def _is_full_line(row: Row, area: TypeArea) -> bool:
        body = all(abs(glyph.size - BODY_SIZE) < 0.6 for glyph in row.glyphs)
        full_width = all(glyph.x1 - glyph.x0 > 0.9 * CELL for glyph in row.glyphs)
        from_edge_to_edge = row.x0 < area.left + 0.5 and row.x1 > area.right - CELL / 2
        return body and full_width and from_edge_to_edge

    def text_ink(self, page: int) -> Box | None:
        """The black ink of the type area; on a full page its top and bottom are the text's."""
        return self.ink(page).box("black", **self._above_foot(page))

    def _above_foot(self, page: int) -> dict[str, float]:
        area = self.type_area(page)
        # A landscape page carries its number to the left of the type area.
        left = area.left - FOOT if area is LANDSCAPE else 0.0
        bottom = 1000.0 if area is LANDSCAPE else area.bottom + FOOT
        return {"left": left, "bottom": bottom}

    def row_ink(self, page: int, row: Row) -> Box | None:
        """The black ink of one row, accents and descenders included."""
        em = row.size * POINT
        return self.ink(page).box(
            "black",
            top=row.baseline - em,
            bottom=row.baseline + em / 3,
            left=row.x0 - 0.5,
            right=row.x1 + 0.5,
        )

    # 版头

    def mark_top(self, page: int = 1) -> float | None:
        """The upper edge of the organ's red mark (cl. 7.2.4: 72)."""
        box = self.ink(page).box("red")
        return None if box is None else box.top

    def mark_ink(self, page: int = 1) -> Box | None:
        """The ink of the organ's red mark, above the first red rule where the page has one."""
        rules = self.red_rules(page)
        bottom = rules[0].top - RULE_BLUR if rules else self.type_area(page).bottom
        return self.ink(page).box("red", bottom=bottom)

    def red_rules(self, page: int = 1) -> list[Rule]:
        """The red rules, from top to bottom; 文件 form has one (cl. 7.2.7), letters four."""
        return self.ink(page).rules("red")

    def gap_above_red_rule(self, page: int = 1) -> float | None:
        """From the ink of the row above the first red rule to the rule (cl. 7.2.7: 4)."""
        for rule in self.red_rules(page):
            above = [row for row in self.rows(page) if row.baseline < rule.top]
            box = self.row_ink(page, above[-1]) if above else None
            if box is not None:
                return rule.top - box.bottom
        return None

    # 印章、签名章

    def pictures(self, page: int) -> list[Box]:
        """The pictures on a page, as they are placed: seals and signature stamps."""
        return [
            Box(
                top=image["top"] * POINT,
                bottom=image["bottom"] * POINT,
                left=image["x0"] * POINT,
                right=image["x1"] * POINT,
            )
            for image in self._pages[page - 1].images
        ]

    # 标题

    def title_lines(self, page: int = 1) -> list[Row]:
        """The rows set in 2号 (cl. 7.3.1); a row knows its text and its centre."""
        return [row for row in self.rows(page) if abs(row.size - TITLE_SIZE) <= 0.5]

    def words_split_in_title(self, words: Sequence[str], page: int = 1) -> list[str]:
        """The words that stand across the end of a title line (cl. 7.3.1: none)."""
        return line_breaks.split_words([row.text for row in self.title_lines(page)], words)

    # 版记

    def imprint_rules(self) -> list[Rule]:
        """The black rules of the imprint on the last page (cl. 7.4.1: the last one at 262)."""
        page = self.page_count
        rows = [row for row in self.rows(page) if IMPRINT_HEAD.match(row.text)]
        rows += [row for row in self.rows(page) if IMPRINT_TAIL.search(row.text)]
        if not rows:
            return []
        # One line above the first element: a table before the imprint has rules too.
        highest = min(row.baseline for row in rows) - LINE - 1
        return [rule for rule in self.ink(page).rules("black") if rule.y > highest]

    # 页码

    def page_number(self, page: int) -> PageNumber | None:
        """The page number, in the coordinates of the portrait sheet (cl. 7.5, 8)."""
        area = self.type_area(page)
        if area is LANDSCAPE:
            found = [g for g in self._glyphs(page) if g.turned == 1 and g.baseline < area.left]
        else:
            foot = area.bottom + FOOT
            found = [g for g in self._glyphs(page) if not g.turned and g.baseline >= foot]
        glyphs = sorted((g for g in found if not g.text.isspace()), key=lambda g: g.x0)
        if not glyphs:
            return None
        return PageNumber(
            text="".join(glyph.text for glyph in glyphs),
            centre=self._dash_centre(page, glyphs[0], turned=area is LANDSCAPE),
            left=glyphs[0].x0,
            right=glyphs[-1].x1,
        )

    def _dash_centre(self, page: int, dash: Glyph, *, turned: bool) -> float:
        em = dash.size * POINT
        before, after = (em / 3, em) if turned else (em, em / 3)
        across = (dash.baseline - before, dash.baseline + after)
        along = (dash.x0, dash.x1)
        window = Box(*along, *across) if turned else Box(*across, *along)
        box = self.ink(page).box_near("black", window)
        if turned:
            edges = (box.left, box.right) if box else (dash.baseline, dash.baseline)
            return LONG_SIDE - sum(edges) / 2
        return (box.top + box.bottom) / 2 if box else dash.baseline

    # 禁则 and text

    def line_break_faults(self) -> list[line_breaks.Fault]:
        """What stands wrongly at the start or the end of a line (GB/T 15834 5.1)."""
        rows = [
            line_breaks.PlacedRow(page, row)
            for page in range(1, self.page_count + 1)
            for row in self.rows(page)
        ]
        return line_breaks.faults(rows, self._right_edge)

    def _right_edge(self, placed: line_breaks.PlacedRow, part: Row) -> float:
        edges = [
            edge["x0"] * POINT
            for edge in self._pages[placed.page - 1].edges
            if edge["orientation"] == "v"
            and edge["top"] * POINT < part.baseline < edge["bottom"] * POINT
            and edge["x0"] * POINT > part.x1 - 0.5
        ]
        return min(edges, default=self.type_area(placed.page).right)

    def hanging_rows(self) -> list[line_breaks.PlacedRow]:
        """The rows whose last character stands beyond the type area (strict 版心: none)."""
        return [
            line_breaks.PlacedRow(page, row)
            for page in range(1, self.page_count + 1)
            for row in self.rows(page)
            if row.x1 > self.type_area(page).right + CELL / 2
        ]

    def text(self) -> str:
        """Every upright character but page numbers, row by row, without white space.

        The cells of a table row are read across: where they wrap, :meth:`drawn_text` keeps
        each whole.
        """
        pages = range(1, self.page_count + 1)
        return "".join(row.text for page in pages for row in self.rows(page))

    def drawn_text(self) -> str:
        """The same characters in the order of drawing; LibreOffice draws frames after a page."""
        pages = range(1, self.page_count + 1)
        return "".join(
            glyph.text
            for page in pages
            for glyph in self._glyphs(page)
            if not glyph.turned
            and not glyph.text.isspace()
            and glyph.baseline < self.type_area(page).bottom + FOOT
        )


@contextmanager
def measure(pdf: Path) -> Iterator[Ruler]:
    """Open a PDF for measuring."""
    with pdfplumber.open(pdf) as document:
        yield Ruler(pdf, document.pages)
