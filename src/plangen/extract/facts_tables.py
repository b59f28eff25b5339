"""Tables of a document as data: 附表, and the 任务分解表 that its tasks make again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plangen.document.origins import ReadDocument, ReadTable
from plangen.extract.duties_tasks import FoundTask
from plangen.extract.groups_words import joined, unspaced
from plangen.quantity.grammar import parse_deadline, write_deadline

_MARKS = re.compile(r"[\s、，,；;]")
MOST_COLUMNS = 30


def as_table(document: ReadDocument, table: ReadTable, title: str) -> dict[str, Any] | None:
    """A table's title, columns and rows; None for one that the data cannot hold.

    A cell that spans others stands in its first place alone.
    """
    grid = [[joined(text)[:2000] for text in row] for row in document.grid(table)]
    if len(grid) < 2 or not 1 <= table.columns <= MOST_COLUMNS:
        return None
    columns = [text[:200] or f"栏{place}" for place, text in enumerate(grid[0], 1)]
    rows = [[text or None for text in row] for row in grid[1:]]
    return {"title": joined(title)[:2000], "columns": columns, "rows": rows}


def is_breakdown_of(
    document: ReadDocument,
    table: ReadTable,
    tasks: Sequence[tuple[FoundTask, Mapping[str, Any]]],
    ends: str,
) -> bool:
    """Whether a table is the one that the tasks make: each in order with all that it says.

    ``ends`` is the end of the document's period, by which all is due that has no date of its own.
    """
    grid = [[unspaced(text) for text in row] for row in document.grid(table)]
    made = [dict(_cells_of(number, *task, ends)) for number, task in enumerate(tasks, 1)]
    heads = [head for head in _HEADS if any(row[head] for row in made)]
    rows = [row for row in grid[1:] if len({text for text in row if text}) > 1]
    if not grid or grid[0] != heads or len(rows) != len(made):
        return False
    return all(
        _MARKS.sub("", text) == _MARKS.sub("", cells[head])
        for row, cells in zip(rows, made, strict=True)
        for text, head in zip(row, heads, strict=True)
    )


_HEADS = ("序号", "任务", "具体措施", "牵头单位", "责任单位", "完成时限")


def _cells_of(
    number: int, task: FoundTask, data: Mapping[str, Any], ends: str
) -> Iterator[tuple[str, str]]:
    """What the template prints of a task (parts/tasks)."""
    due = data.get("by", "")
    if not due and ends:
        due = write_deadline(parse_deadline(ends))
    texts = (
        str(number),
        task.title,
        task.text,
        "、".join(task.lead),
        "、".join(task.support),
        str(due),
    )
    yield from zip(_HEADS, map(unspaced, texts), strict=True)
