"""Tables (附表、名单) of two documents, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.changes.edition import Edition
from plangen.changes.fields import details
from plangen.changes.matching import Matching, similarity
from plangen.model.change import Area, Field, ItemChange, Kind
from plangen.model.plans import FactTable

ALIKE = 0.6  # of a title or a row: the likeness from which two are taken for one
LONGEST_NAME = 40  # characters of a row that name it


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's entries with the columns that they stand in, empty ones left out."""

    cells: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The entries in a line."""
        return "、".join(entry for _, entry in self.cells)

    @property
    def name(self) -> str:
        """What the row is called in a report: its entries, the first of many; 空行 for none."""
        if not self.cells:
            return "空行"
        return self.text if len(self.text) <= LONGEST_NAME else f"{self.text[:LONGEST_NAME]}……"

    def apart_from(self, other: _Row) -> tuple[str, ...]:
        """The entries that another row has not in the same column."""
        own = (cell for cell in self.cells if cell not in other.cells)
        return tuple(f"{column}“{entry}”" for column, entry in own)


def table_changes(old: Edition, new: Edition) -> Iterator[ItemChange]:
    """Tables new and gone, with another title or other columns; then their rows.

    The order of rows does not count, nor does a column that only numbers them.
    """
    matching = Matching(old.facts.tables, new.facts.tables)
    matching.by_key(lambda table: (table.id, table.title))
    matching.by_key(lambda table: table.title)
    matching.by_key(lambda table: table.id)
    matching.by_likeness(lambda old, new: similarity(old.title, new.title, ALIKE))
    for before, after in matching.rows:
        if before and after:
            yield from _table(before, after)
            yield from _rows(before, after)
        elif after:
            yield ItemChange(Area.TABLE, after.title, (Kind.ADDED,))
        elif before:
            yield ItemChange(Area.TABLE, before.title, (Kind.DROPPED,))


def _table(old: FactTable, new: FactTable) -> Iterator[ItemChange]:
    title = details((Field.TITLE, old.title, new.title))
    columns = details((Field.COLUMNS, old.columns, new.columns))
    kinds = [Kind.RETITLED] * bool(title) + [Kind.CHANGED] * bool(columns)
    if kinds:
        yield ItemChange(Area.TABLE, new.title, tuple(kinds), details=(*title, *columns))


def _rows(old: FactTable, new: FactTable) -> Iterator[ItemChange]:
    """A row stands for the same row, or else for the one that is most alike."""
    renamed = old.columns != new.columns
    matching = Matching(_read(old), _read(new))
    matching.by_key(lambda row: row.cells)
    matching.by_key(lambda row: row.text)
    matching.by_likeness(lambda old, new: similarity(old.text, new.text, ALIKE))
    for before, after in matching.rows:
        if before and after:
            found = details((Field.CELLS, before.apart_from(after), after.apart_from(before)))
            if found and not (renamed and before.text == after.text):
                yield ItemChange(Area.ROW, after.name, (Kind.CHANGED,), new.title, found)
        elif after:
            yield ItemChange(Area.ROW, after.name, (Kind.ADDED,), new.title)
        elif before:
            yield ItemChange(Area.ROW, before.name, (Kind.DROPPED,), new.title)


def _read(table: FactTable) -> list[_Row]:
    """The rows without the columns that only number them."""
    kept = [place for place in range(len(table.columns)) if not _numbers(table, place)]
    return [
        _Row(tuple((table.columns[place], entry) for place in kept if (entry := row[place])))
        for row in table.rows
    ]


def _numbers(table: FactTable, place: int) -> bool:
    return all(row[place] == str(number) for number, row in enumerate(table.rows, 1))
