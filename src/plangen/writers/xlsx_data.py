"""Sheets that people fill in → xlsx: a row that explains, an example, and lists to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from plangen.writers.xlsx_page import (
    ASIDE,
    FULL_WIDTH,
    HEADING,
    WIDEST,
    Book,
    Worksheet,
    add_growing_sheet,
    cell_look,
    column_letters,
    new_book,
    row_height,
    set_paper,
    text_lines,
)

LONGEST_CELL = 32_767  # UTF-16 units: a limit of the format
LONGEST_HINT = 255  # characters of the message beside a cell: a limit of the format
SPARE_ROWS = 500  # below the data, where lists to choose from are offered too
MARK_WIDTH = 3  # of the column that tells the rows which are no data
CHOICES = "选项"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column to fill in: its heading, what it is for, an example, and what may be chosen."""

    title: str
    description: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    strict: bool = True
    width: int = 10


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet to fill in; every row has a text for each column.

    ``mark`` heads the first column, where ``explains`` and ``example`` tell the rows that are no
    data.
    """

    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    mark: str = ""
    explains: str = ""
    example: str = ""

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of all columns, that of the marks with them."""
        marks = (MARK_WIDTH,) if self.mark else ()
        return (*marks, *(column.width for column in self.columns))

    @property
    def keys(self) -> int:
        """The columns that stay in sight where a row is wider than the page: marks and first."""
        first = 2 if self.mark else 1
        return first if sum(self.widths) > WIDEST else 0


def unwritable(sheets: Iterable[FormSheet]) -> str:
    """The beginning of a text that no cell holds; empty where there is none."""
    for sheet in sheets:
        for row in sheet.rows:
            for text in row:
                if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL:
                    return text[:40]
    return ""


def write_forms(title: str, day: date, sheets: tuple[FormSheet, ...]) -> bytes:
    """The bytes of an xlsx; every cell is text, so that 80% stays 80%. Same input, same bytes."""
    file = BytesIO()
    book = new_book(file, title, day)
    looks = _Looks(book)
    lists = _Lists(sheets)
    for sheet in sheets:
        target = add_growing_sheet(book, sheet.title)
        _write_sheet(target, sheet, looks, lists)
        set_paper(target, title, sheet.widths, sheet.keys)
    lists.write(book, looks)
    book.close()
    return file.getvalue()


class _Looks:
    """The formats of the file, each made once. Cells to fill in hold text (``@``)."""

    def __init__(self, book: Book) -> None:
        self.text = book.add_format(cell_look(num_format="@"))
        self.heading = book.add_format(
            cell_look(bold=True, bg_color=HEADING, align="center", valign="vcenter")
        )
        self.aside = book.add_format(cell_look(italic=True, font_color=ASIDE, num_format="@"))


class _Lists:
    """What may be chosen, each list a column of a sheet of its own: no list is too long for it."""

    def __init__(self, sheets: tuple[FormSheet, ...]) -> None:
        columns = (column for sheet in sheets for column in sheet.columns if column.choices)
        self._lists = tuple(dict.fromkeys(column.choices for column in columns))

    def source(self, choices: tuple[str, ...]) -> str:
        """The range that holds a list."""
        column = column_letters(self._lists.index(choices))
        return f"='{CHOICES}'!${column}$2:${column}${len(choices) + 1}"

    def write(self, book: Book, looks: _Looks) -> None:
        if not self._lists:
            return
        sheet = book.add_worksheet(CHOICES)
        for column, choices in enumerate(self._lists):
            sheet.set_column(column, column, 24)
            sheet.write_string(0, column, f"{CHOICES}{column + 1}", looks.heading)
            for row, text in enumerate(choices, 1):
                sheet.write_string(row, column, text, looks.text)
        sheet.hide()


def _write_sheet(target: Worksheet, sheet: FormSheet, looks: _Looks, lists: _Lists) -> None:
    for number, width in enumerate(sheet.widths):
        target.set_column(number, number, width * FULL_WIDTH, looks.text)
    top = _write_top(target, sheet, looks)
    first = 1 if sheet.mark else 0
    for number, row in enumerate(sheet.rows, top):
        target.set_row(number, _height(sheet.widths[first:], row))
        for place, text in enumerate(row, first):
            if text:
                target.write_string(number, place, text, looks.text)
    for number, column in enumerate(sheet.columns, first):
        if column.choices:
            last = top + len(sheet.rows) + SPARE_ROWS
            target.data_validation(top, number, last, number, _choosing(column, lists))
    target.freeze_panes(top, sheet.keys)


def _write_top(target: Worksheet, sheet: FormSheet, looks: _Looks) -> int:
    """The headings, what they mean, and an example; gives the first row of the data."""
    columns = sheet.columns
    marks = [sheet.mark] if sheet.mark else []
    rows = [([*marks, *(column.title for column in columns)], looks.heading)]
    if sheet.mark:
        explained = (column.description for column in columns)
        rows.append(([sheet.explains, *explained], looks.aside))
        rows.append(([sheet.example, *(column.example for column in columns)], looks.aside))
    for number, (texts, look) in enumerate(rows):
        target.set_row(number, _height(sheet.widths, texts))
        for place, text in enumerate(texts):
            target.write_string(number, place, text, look)
    return len(rows)


def _height(widths: Sequence[int], texts: Sequence[str]) -> float:
    """What a row takes in pt."""
    return row_height(max(map(text_lines, texts, widths)))


def _choosing(column: FormColumn, lists: _Lists) -> dict[str, object]:
    """The list to choose from; a column that is not strict takes other texts too."""
    return {
        "validate": "list",
        "source": lists.source(column.choices),
        "ignore_blank": True,
        "error_type": "stop" if column.strict else "information",
        "error_title": column.title[:32],
        "error_message": column.description[:LONGEST_HINT],
    }
