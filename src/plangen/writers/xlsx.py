"""Workbook → xlsx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from types import MappingProxyType

from plangen.document.grids import Entry, Grid, Tone, Workbook
from plangen.writers.xlsx_page import (
    FULL_WIDTH,
    HEADING,
    Book,
    Format,
    Worksheet,
    cell_look,
    new_book,
    row_height,
    set_paper,
    text_lines,
)

MOST_ROWS = 1_048_575  # of a sheet, below its headings: a limit of the format
LONGEST = 32_767  # UTF-16 units of a cell: a limit of the format
DAY = "yyyy-mm-dd"
BUTTON = 2  # full-width characters that the button of a filter covers
KINDS: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {date: {"num_format": DAY, "align": "left"}, int: {"num_format": "0", "align": "center"}}
)
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
    file = BytesIO()
    book = new_book(file, workbook.title, workbook.day)
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
        self._made: dict[tuple[Tone, type], Format] = {}
        look = {"bold": True, "bg_color": HEADING, "align": "center", "valign": "vcenter"}
        self.heading = book.add_format(cell_look(**look))

    def of(self, entry: Entry) -> Format:
        """The format of a cell: its colour, and how a day and a number are written."""
        key = entry.tone, type(entry.value)
        if key not in self._made:
            fill = {"bg_color": FILLS[entry.tone]} if entry.tone in FILLS else {}
            # What falls short is seen in a print without colours too.
            weight = {"bold": True} if entry.tone is Tone.BAD else {}
            kind = KINDS.get(key[1], {})
            self._made[key] = self._book.add_format(cell_look(**fill, **weight, **kind))
        return self._made[key]


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
    sheet.set_row(0, _heading_height(grid))
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, _height(grid, row))
        for column_number, entry in enumerate(row):
            _write(sheet, (number, column_number), entry, formats.of(entry))
    if not rows and grid.empty:
        sheet.write_string(1, 0, grid.empty)
    sheet.freeze_panes(1, grid.keys)
    sheet.autofilter(0, 0, len(rows), len(grid.columns) - 1)
    set_paper(sheet, title, [column.width for column in grid.columns], grid.keys)


def _height(grid: Grid, row: tuple[Entry, ...]) -> float:
    """What a row takes in pt: programs that read the file need not reckon it themselves."""
    lines = 1
    for entry, column in zip(row, grid.columns, strict=True):
        if isinstance(entry.value, str):
            lines = max(lines, text_lines(entry.value, column.width))
    return row_height(lines)


def _heading_height(grid: Grid) -> float:
    """What the headings take in pt; the button of the filter stands on their last line."""
    return row_height(
        max(text_lines(column.title, max(1, column.width - BUTTON)) for column in grid.columns)
    )


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
    if len(text) <= LONGEST // 2:  # whatever its characters are
        return text
    units = text.encode("utf-16-le", "replace")
    if len(units) // 2 <= LONGEST:
        return text
    said = f"……（单元格放不下，全文{len(text)}字）"
    return units[: 2 * (LONGEST - len(said))].decode("utf-16-le", "ignore") + said
