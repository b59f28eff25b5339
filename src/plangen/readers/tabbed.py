"""Tables in plain text: rows with equally many tabs, as spreadsheets and Word put them down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plangen.readers.broken_lines import Row

_FEWEST_ROWS = 2
_FEWEST_ROWS_OF_TWO = 3  # where one tab may as well be a list with a wide gap


def tabbed(rows: Sequence[Row], text: str) -> Iterator[tuple[list[Row], bool]]:
    """The rows in stretches, and whether each stretch is a table."""
    waiting: list[Row] = []
    for tabs, group in groupby(rows, lambda row: text.count("\t", row.line.start, row.line.end)):
        stretch = list(group)
        if not _is_table(stretch, tabs):
            waiting += stretch
            continue
        if waiting:
            yield waiting, False
            waiting = []
        yield stretch, True
    if waiting:
        yield waiting, False


def _is_table(rows: Sequence[Row], tabs: int) -> bool:
    if tabs > 1:  # a cell over the whole row leaves its tabs at the end
        return len(rows) >= _FEWEST_ROWS and any("\t" in row.text for row in rows)
    return tabs == 1 and len(rows) >= _FEWEST_ROWS_OF_TWO and all("\t" in r.text for r in rows)
