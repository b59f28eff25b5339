"""Tables of a document as data: 附表, and the 任务分解表 that its tasks make again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plangen.document.origins import ReadDocument, ReadTable
from plangen.extract.duties_organs import listed_organs
from plangen.extract.duties_tasks import FoundTask
from plangen.extract.groups_tables import cells
from plangen.extract.groups_words import joined, unspaced

_NUMBER = "序号"
_COLUMNS = ("任务", "具体措施", "牵头单位", "责任单位", "完成时限")
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


def is_breakdown_of(document: ReadDocument, table: ReadTable, tasks: Sequence[FoundTask]) -> bool:
    """Whether a table says of each task, in order, what the tasks themselves say, and no more."""
    grid = cells(document, table)
    heads = [unspaced(cell.text) for cell in grid[0]] if grid else []
    known = [head for head in heads if head != _NUMBER]
    if not known or known[0] != _COLUMNS[0] or not set(known) <= set(_COLUMNS):
        return False
    columns = {name: heads.index(name) for name in known}
    filled = [{unspaced(cell.text) for cell in row} - {""} for row in grid]
    rows = [row for row, texts in zip(grid[1:], filled[1:], strict=True) if len(texts) > 1]
    if len(rows) != len(tasks):
        return False
    return all(
        _says(task, {name: row[place].text for name, place in columns.items()})
        for row, task in zip(rows, tasks, strict=True)
    )


def _says(task: FoundTask, texts: dict[str, str]) -> bool:
    same = unspaced(texts["任务"]) == unspaced(task.title)
    if "具体措施" in texts:
        same &= unspaced(texts["具体措施"]) == unspaced(task.text)
    same &= listed_organs(texts.get("牵头单位", ""))[0] == task.lead
    return same and listed_organs(texts.get("责任单位", ""))[0] == task.support
