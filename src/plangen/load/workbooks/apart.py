"""A program of its own: a workbook from standard input, its cells as JSON to standard output.

A small file can unfold into thousands of millions of cells. Whoever reads one runs this program
with little memory and time, and loses nothing but this program where they are used up. The one
door to python-calamine.

The program's arguments are the names of the sheets that must be read; without any, all must. Others
are read where there is room. A cell is a text, or a list of its kind, its value, and what it shows
where that says more: ``["number", "0.8", "80%"]``.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

from plangen.load.workbooks.looks import (
    Looks,
    Span,
    day_shown,
    is_day,
    is_time_only,
    number_shown,
    plain_number,
)

MEMORY = 1 << 30  # bytes of address space
SECONDS = 20  # of computing
ROWS, COLUMNS = 20_000, 200  # of a sheet
CELLS = 400_000  # of all sheets
CHARACTERS = 20_000_000  # of all cells: one text may stand in many
SHEETS = 200
YEAR = datetime.timedelta(days=366)  # what counts more hours is a day with its time
WHOLE = 3  # words and numbers of a day that is shown whole
EXACT = 10**15  # from here on a spreadsheet no longer keeps every digit of a number
_XLS = b"\xd0\xcf\x11\xe0"
_FIRST = datetime.date(1899, 12, 30)  # day 0 of a workbook
_MIDNIGHT = datetime.time()
_LAST = 2_958_465  # the number of the last day, 9999-12-31


def main() -> int:
    """Read a workbook. Says in one word what was wrong, ``password`` or ``size``; else fails."""
    _limit()
    data = sys.stdin.buffer.read()
    try:
        found: Any = {"sheets": _sheets(data, sys.argv[1:])}
    except _TooLarge as error:
        found = {"wrong": "size", "what": str(error)}
    except Exception:
        if not _is_locked(data):
            raise
        found = {"wrong": "password"}
    json.dump(found, sys.stdout, ensure_ascii=True)
    return 0


class _TooLarge(Exception):
    """More cells than a document's data can have; says of which sheet."""


def _limit() -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system: the time limit of the parent remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _sheets(data: bytes, wanted: list[str]) -> list[dict[str, Any]]:
    import python_calamine as calamine

    workbook = calamine.load_workbook(BytesIO(data))
    if len(workbook.sheet_names) > SHEETS:
        raise _TooLarge("")
    left, room = CELLS, CHARACTERS
    looks = _looks(data)
    sheets = []
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        height, width = sheet.total_height + 1, sheet.total_width + 1
        if height > ROWS or width > COLUMNS or height * width > left:
            if wanted and name.strip() not in wanted:
                sheets.append({"name": name, "rows": []})
                continue
            raise _TooLarge(name)
        left -= height * width
        known = looks.get(name, Looks())
        known.merged += [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
        rows = [list(row) for row in sheet.to_python(skip_empty_area=False)]
        room -= sum(len(value) for row in rows for value in row if isinstance(value, str))
        if room < 0:
            raise _TooLarge(name)
        sheets.append({"name": name, **_read(rows, known)})
    return sheets


def _looks(data: bytes) -> dict[str, Looks]:
    from plangen.load.workbooks.looks_ods import ods_looks
    from plangen.load.workbooks.looks_xls import xls_looks
    from plangen.load.workbooks.looks_xlsx import xlsx_looks

    if data.startswith(_XLS):
        return xls_looks(data)
    return ods_looks(data) if b"opendocument" in data[:200] else xlsx_looks(data)


def _is_locked(data: bytes) -> bool:
    from plangen.load.workbooks.looks_xls import is_locked

    return data.startswith(_XLS) and is_locked(data)


def _read(rows: list[list[Any]], looks: Looks) -> dict[str, Any]:
    """The cells of a sheet, and its hidden rows that hold any."""
    cells = [
        [_cell(value, looks, (number, place)) for place, value in enumerate(row)]
        for number, row in enumerate(rows)
    ]
    for (row, column), fault in looks.faults.items():
        if row < len(cells) and column < len(cells[row]):
            cells[row][column] = ["fault", fault, ""]
    hidden = [row for row in sorted(looks.hidden) if row < len(cells) and any(cells[row])]
    _fill(cells, looks.merged)
    return {"rows": cells, "hidden": hidden}


def _fill(cells: list[list[Any]], merged: list[Span]) -> None:
    """Cells that are merged downwards hold on every row what the first one does."""
    for top, left, bottom, _ in merged:
        if top < len(cells) and left < len(cells[top]):
            for row in cells[top + 1 : bottom + 1]:
                row[left] = cells[top][left]


def _cell(value: Any, looks: Looks, spot: tuple[int, int]) -> Any:
    code, shown = looks.codes.get(spot, ""), looks.shown.get(spot, "")
    match value:
        case str() if shown and value.startswith("PT"):  # a duration in an ods
            return ["time", shown, shown]
        case str():
            return value
        case bool():
            return ["truth", "true" if value else "false", shown]
        case int() | float():
            return _number(value, code, shown)
        case datetime.time():
            since = datetime.datetime.combine(_FIRST, value)
            return ["time", _clock(since - datetime.datetime.combine(_FIRST, _MIDNIGHT)), shown]
        case datetime.timedelta():
            return ["time", _clock(value), shown]
        case datetime.datetime() | datetime.date():
            return _day(value, code, shown)
    return str(value)


def _number(value: float, code: str, shown: str) -> Any:
    number = f"{value:.15g}"  # as many digits as a spreadsheet keeps
    if code and is_day(code) and 0 < value <= _LAST:
        return _day(_FIRST + datetime.timedelta(days=int(value)), code, shown)
    if shown in ("TRUE", "FALSE"):
        return ["truth", shown.lower(), shown]
    kind = "number" if abs(value) < EXACT else "inexact"
    told = _told(shown, number) or (number_shown(number, code) if code else "")
    return [kind, plain_number(Decimal(number)), told]


def _told(shown: str, number: str) -> str:
    """What a cell shows, where that is its number with a unit and not another one."""
    digits = "".join(_digits(shown))
    if not digits or digits == shown:
        return ""
    value = Decimal(number) * (100 if "%" in shown else 1)
    return shown.strip().replace(",", "") if Decimal(digits) == value else ""


def _digits(shown: str) -> Iterator[str]:
    for sign in shown:
        if sign.isascii() and (sign.isdigit() or sign in ".-"):
            yield sign


def _day(value: datetime.date, code: str, shown: str) -> Any:
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time() or (code and is_time_only(code)):
            since = value - datetime.datetime.combine(_FIRST, _MIDNIGHT)
            return ["time", _clock(since) if since < YEAR else f"{value:%Y-%m-%d %H:%M}", shown]
        value = value.date()
    whole = len(re.findall("[0-9]+|[A-Za-z]+", shown)) >= WHOLE
    told = "" if whole else shown
    return ["day", value.isoformat(), told or day_shown(value, code)]


def _clock(duration: datetime.timedelta) -> str:
    """Hours and minutes as somebody wrote them: 1:4000 became 67:40."""
    seconds = round(duration.total_seconds())
    clock = f"{seconds // 3600}:{seconds // 60 % 60:02}"
    return f"{clock}:{seconds % 60:02}" if seconds % 60 else clock


if __name__ == "__main__":
    sys.exit(main())
