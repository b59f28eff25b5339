"""What every workbook has: its properties, its letters, the height of its rows, its paper.

The one door to XlsxWriter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO
from math import ceil
from typing import Any

from plangen.sheet.widths import cells

Book = Any  # XlsxWriter ships no types
Format = Any
Worksheet = Any

FONT, SIZE, LINE = "宋体", 10, 13.5  # pt
TALLEST = 409  # pt: the height of a row, a limit of the format
FULL_WIDTH = 2.1  # digits: columns are measured in them, a full-width character takes so many
HEADING, RULE, ASIDE = "#E8E4DA", "#8B867B", "#595959"
A4 = 9  # the number that the format gives the paper
MARGIN = 0.4  # inches: 10 mm
_WORD = re.compile("[!-~]{3,}")
_PARTS = re.compile("[!-~]+|[^!-~]")
WIDEST = 95
"""Full-width characters on a page across: letters of 7.5 pt (六号) fill its 277 mm with so many."""


def new_book(file: BytesIO, title: str, day: date) -> Book:
    """A workbook to be written into ``file``; ``day`` is the one that it gives as its own."""
    import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

    # What begins with = or http is the text of a document, not a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    # Columns are measured in digits of the default font: one that is missing makes them too wide.
    default = {"font_name": FONT, "font_size": SIZE, "font_scheme": "none"}
    book = xlsxwriter.Workbook(file, {**options, "default_format_properties": default})
    created = datetime.combine(day, time())
    book.set_properties({"title": title, "author": "plangen", "created": created})
    return book


def add_growing_sheet(book: Book, name: str) -> Worksheet:
    """A sheet whose rows grow with what people write into them.

    A height that is only said to fit (no ``customHeight``) is reckoned anew where a cell of the
    row is edited; XlsxWriter says of every height that it was chosen.
    """
    from xlsxwriter.worksheet import Worksheet as Fixed  # type: ignore[import-untyped]

    class Growing(Fixed):  # type: ignore[misc]  # it ships no types
        def _xml_start_tag_unencoded(
            self, tag: str, attributes: Sequence[tuple[str, Any]] = ()
        ) -> None:
            if tag == "row":
                attributes = [(key, value) for key, value in attributes if key != "customHeight"]
            super()._xml_start_tag_unencoded(tag, attributes)

    return book.add_worksheet(name, Growing)


def column_letters(number: int) -> str:
    """What a column is called: A for 0, AA for 26."""
    from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

    return str(xl_col_to_name(number))


def cell_look(**look: object) -> dict[str, object]:
    """A cell's format: letters, rules, text in lines; and what it has besides."""
    ruled = {"text_wrap": True, "border": 1, "border_color": RULE, "valign": "top"}
    # XlsxWriter takes the default font for that of the theme, which would draw it with another.
    return {"font_name": FONT, "font_size": SIZE, "font_scheme": "none", **ruled, **look}


@lru_cache(maxsize=50_000)  # titles, clauses and reasons stand in many rows
def text_lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many full-width characters."""
    return sum(_lines(line, width) for line in text.split("\n"))


def _lines(line: str, width: int) -> int:
    """The lines that one line becomes; western words stay whole where they find room."""
    if not _WORD.search(line):
        return max(1, ceil(cells(line) / width))
    full, used = 0, 0.0  # lines, and characters on the one after them
    for part in _PARTS.findall(line):
        size = cells(part)
        if used and used + size > width:
            full, used = full + 1, 0.0
        full, used = full + int((used + size) // width), (used + size) % width
    return max(1, full + (used > 0))


def row_height(lines: int) -> float:
    """What a row of so many lines takes, in pt."""
    return min(TALLEST, lines * LINE + 3)


def pages_across(widths: Sequence[int], keys: int) -> int:
    """How many pages side by side a table takes; its ``keys`` stand on each of them."""
    repeated = sum(widths[:keys])
    if sum(widths) <= WIDEST or repeated >= WIDEST:
        return 1
    return ceil((sum(widths) - repeated) / (WIDEST - repeated))


def set_paper(sheet: Worksheet, title: str, widths: Sequence[int], keys: int = 0) -> None:
    """A4 across, as many pages wide as can be read; headings and keys on every page."""
    pages = pages_across(widths, keys)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(MARGIN, MARGIN, 2 * MARGIN, 2 * MARGIN)
    sheet.center_horizontally()
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(0)
    if pages > 1 and keys:
        sheet.repeat_columns(0, keys - 1)
    sheet.set_header(f"&C{title.replace('&', '&&')[:200]}　&A")
    sheet.set_footer("&C第&P页，共&N页")
