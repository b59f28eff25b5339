"""Sheets that people fill in → xlsx: a row that explains, an example, and lists to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from plangen.writers.xlsx import FULL_WIDTH, HEADING, RULE

Worksheet = Any  # XlsxWriter ships no types
Format = Any
LONGEST_CELL = 32_767  # UTF-16 units: a limit of the format
LONGEST_HINT = 255  # characters of the message beside a cell: a limit of the format
SPARE_ROWS = 500  # below the data, where lists to choose from are offered too
ASIDE = "#6B6B6B"
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
    import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    created = datetime.combine(day, time())
    book.set_properties({"title": title, "author": "plangen", "created": created})
    looks = _Looks(book)
    lists = _Lists(sheets)
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.title), sheet, looks, lists)
    lists.write(book, looks)
    book.close()
    return file.getvalue()


class _Looks:
    """The formats of the file, each made once. Cells to fill in hold text (``@``)."""

    def __init__(self, book: Any) -> None:
        ruled = {"text_wrap": True, "border": 1, "border_color": RULE, "valign": "top"}
        self.text = book.add_format({**ruled, "num_format": "@"})
        self.heading = book.add_format({**ruled, "bold": True, "bg_color": HEADING})
        self.aside = book.add_format({**ruled, "italic": True, "font_color": ASIDE})


class _Lists:
    """What may be chosen, each list a column of a sheet of its own: no list is too long for it."""

    def __init__(self, sheets: tuple[FormSheet, ...]) -> None:
        columns = (column for sheet in sheets for column in sheet.columns if column.choices)
        self._lists = tuple(dict.fromkeys(column.choices for column in columns))

    def source(self, choices: tuple[str, ...]) -> str:
        """The range that holds a list."""
        column = chr(ord("A") + self._lists.index(choices))
        return f"='{CHOICES}'!${column}$2:${column}${len(choices) + 1}"

    def write(self, book: Any, looks: _Looks) -> None:
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
    marked = 1 if sheet.mark else 0
    for number, column in enumerate(sheet.columns, marked):
        target.set_column(number, number, column.width * FULL_WIDTH, looks.text)
    top = _write_top(target, sheet, looks)
    for number, row in enumerate(sheet.rows, top):
        for place, text in enumerate(row, marked):
            if text:
                target.write_string(number, place, text, looks.text)
    for number, column in enumerate(sheet.columns, marked):
        if column.choices:
            last = top + len(sheet.rows) + SPARE_ROWS
            target.data_validation(top, number, last, number, _choosing(column, lists))
    target.freeze_panes(top, 0)


def _write_top(target: Worksheet, sheet: FormSheet, looks: _Looks) -> int:
    """The headings, what they mean, and an example; gives the first row of the data."""
    columns = sheet.columns
    rows = [(sheet.mark, looks.heading, [column.title for column in columns])]
    if sheet.mark:
        rows.append((sheet.explains, looks.aside, [column.description for column in columns]))
        rows.append((sheet.example, looks.aside, [column.example for column in columns]))
        target.set_column(0, 0, 3 * FULL_WIDTH, looks.text)
    for number, (mark, look, texts) in enumerate(rows):
        for place, text in enumerate([mark, *texts] if sheet.mark else texts):
            target.write_string(number, place, text, look)
    return len(rows)


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
