"""Workbook → xlsx through XlsxWriter: the one door to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from types import MappingProxyType
from typing import Any

from plangen.document.grids import Entry, Grid, GridColumn, Tone, Workbook
from plangen.sheet.widths import cells

Book = Any  # XlsxWriter ships no types
Format = Any
Worksheet = Any

MOST_ROWS = 1_048_575  # of a sheet, below its headings: a limit of the format
LONGEST = 32_767  # UTF-16 units of a cell: a limit of the format
A4 = 9  # the number that the format gives the paper
MARGIN = 0.4  # inches: 10 mm
FULL_WIDTH = 2.1  # digits: columns are measured in them, a full-width character takes so many
WIDEST = 120  # full-width characters on a page: more make the letters too small
FONT, SIZE, LINE = "宋体", 10, 13.5  # pt
TALLEST = 409  # pt: the height of a row, a limit of the format
DAY = "yyyy-mm-dd"
HEADING, RULE = "#E8E4DA", "#8B867B"
FILLS: Mapping[Tone, str] = MappingProxyType(
    {
        Tone.GOOD: "#DDF0DF",
        Tone.MIXED: "#FFF0C9",
        Tone.BAD: "#F9D9D5",
        Tone.OPEN: "#E3E9F5",
        Tone.ASIDE: "#ECECEC",
    }
)


def write_xlsx(workbook: Workbook) -> bytes:
    """The bytes of an xlsx: a sheet a grid, with headings that stay, filters and A4 pages.

    A grid of more rows than a sheet holds goes on in a further sheet. The same workbook gives the
    same bytes.
    """
    import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

    file = BytesIO()
    # What begins with = or http is the text of a document, not a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    created = datetime.combine(workbook.day, time())
    book.set_properties({"title": workbook.title, "author": "plangen", "created": created})
    formats = _Formats(book)
    for grid in workbook.grids:
        for name, rows in _sheets(grid):
            _write_sheet(book.add_worksheet(name), workbook.title, (grid, rows), formats)
    book.close()
    return file.getvalue()


def _sheets(grid: Grid) -> Iterator[tuple[str, tuple[tuple[Entry, ...], ...]]]:
    """The sheets of a grid: their names, and their rows."""
    for start in range(0, max(len(grid.rows), 1), MOST_ROWS):
        name = f"{grid.title}（{start // MOST_ROWS + 1}）" if start else grid.title
        yield name, grid.rows[start : start + MOST_ROWS]


class _Formats:
    """The formats of a file, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[tuple[Tone, bool], Format] = {}
        look = {"bold": True, "bg_color": HEADING, "align": "center", "valign": "vcenter"}
        self.heading = self._format(look)

    def of(self, entry: Entry) -> Format:
        """The format of a cell: its colour, and how a day is written."""
        key = entry.tone, isinstance(entry.value, date)
        if key not in self._made:
            fill = {"bg_color": FILLS[entry.tone]} if entry.tone in FILLS else {}
            day = {"num_format": DAY, "align": "left"} if key[1] else {}
            self._made[key] = self._format({**fill, **day, "valign": "top"})
        return self._made[key]

    def _format(self, look: dict[str, object]) -> Format:
        ruled = {
            "font_name": FONT,
            "font_size": SIZE,
            "text_wrap": True,
            "border": 1,
            "border_color": RULE,
        }
        return self._book.add_format({**ruled, **look})


def _write_sheet(
    sheet: Worksheet,
    title: str,
    content: tuple[Grid, tuple[tuple[Entry, ...], ...]],
    formats: _Formats,
) -> None:
    grid, rows = content
    for number, column in enumerate(grid.columns):
        sheet.set_column(number, number, column.width * FULL_WIDTH)
        sheet.write_string(0, number, column.title, formats.heading)
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, _height(grid, row))
        for column_number, entry in enumerate(row):
            _write(sheet, (number, column_number), entry, formats.of(entry))
    if not rows and grid.empty:
        sheet.write_string(1, 0, grid.empty)
    sheet.freeze_panes(1, grid.keys)
    sheet.autofilter(0, 0, len(rows), len(grid.columns) - 1)
    _set_paper(sheet, title, grid)


def _height(grid: Grid, row: tuple[Entry, ...]) -> float:
    """What a row takes in pt: programs that read the file need not reckon it themselves."""
    lines = max(_lines(entry, column) for entry, column in zip(row, grid.columns, strict=True))
    return min(TALLEST, lines * LINE + 3)


def _lines(entry: Entry, column: GridColumn) -> int:
    """How many lines a cell takes."""
    return sum(max(1, ceil(cells(line) / column.width)) for line in entry.text.split("\n"))


def _write(sheet: Worksheet, at: tuple[int, int], entry: Entry, look: Format) -> None:
    value = entry.value
    if value is None:
        sheet.write_blank(*at, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, look)
    elif isinstance(value, int):
        sheet.write_number(*at, value, look)
    else:
        sheet.write_string(*at, _fitting(value), look)


def _fitting(text: str) -> str:
    """A text that a cell holds; one that is too long ends with a word that it is."""
    units = text.encode("utf-16-le", "replace")
    if len(units) // 2 <= LONGEST:
        return text
    said = f"……（单元格放不下，全文{len(text)}字）"
    return units[: 2 * (LONGEST - len(said))].decode("utf-16-le", "ignore") + said


def _set_paper(sheet: Worksheet, title: str, grid: Grid) -> None:
    """A4 across, as many pages wide as can be read; headings and keys on every page."""
    pages = ceil(sum(column.width for column in grid.columns) / WIDEST)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(MARGIN, MARGIN, 2 * MARGIN, 2 * MARGIN)
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(0)
    if pages > 1 and grid.keys:
        sheet.repeat_columns(0, grid.keys - 1)
    sheet.set_header(f"&C{title.replace('&', '&&')[:200]}　&A")
    sheet.set_footer("&C第&P页，共&N页")
