"""A program of its own: a workbook from standard input, its cells as JSON to standard output.

A small file can unfold into thousands of millions of cells. Whoever reads one runs this program
with little memory and time, and loses nothing but this program where they are used up. The one
door to python-calamine.
"""

from __future__ import annotations

import datetime
import json
import sys
from io import BytesIO
from typing import Any

MEMORY = 1 << 30  # bytes of address space
SECONDS = 20  # of computing
ROWS, COLUMNS = 20_000, 200  # of a sheet
CELLS = 400_000  # of all sheets
SHEETS = 60


def main() -> int:
    """Read a workbook. Says what went wrong in one word: ``format``, ``password``, ``size``."""
    _limit()
    try:
        found: Any = {"sheets": _sheets(sys.stdin.buffer.read())}
    except _TooLarge as error:
        found = {"wrong": "size", "what": str(error)}
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


def _sheets(data: bytes) -> list[dict[str, Any]]:
    import python_calamine as calamine

    workbook = calamine.load_workbook(BytesIO(data))
    if len(workbook.sheet_names) > SHEETS:
        raise _TooLarge("")
    left = CELLS
    sheets = []
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        height, width = sheet.total_height, sheet.total_width
        left -= height * width
        if height > ROWS or width > COLUMNS or left < 0:
            raise _TooLarge(name)
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append({"name": name, "rows": [[_cell(value) for value in row] for row in rows]})
    return sheets


def _cell(value: Any) -> Any:
    """A text; a number in a list of its own, because its format is not known here (0.8 or 80%)."""
    match value:
        case bool():
            return "是" if value else "否"
        case int() | float():
            return [str(int(value)) if value == int(value) else repr(value)]
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
    return str(value)


if __name__ == "__main__":
    sys.exit(main())
