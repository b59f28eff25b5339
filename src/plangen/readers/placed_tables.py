"""Tables that go on over pages: rows counted on, a row that the end of the page parted made one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from plangen.document.origins import PassageKind
from plangen.readers.building import Build, Where
from plangen.readers.pdf.lines import SetLine, lines_of
from plangen.readers.pdf.paragraphs import Placed, cell_paragraphs, is_closed
from plangen.readers.pdf.segments import same_white
from plangen.readers.pdf.tables import Ruled, RuledCell

_SAME_COLUMN = 3.0  # points by which the rules of one column may differ from page to page


RowTexts = dict[int, list[str]]
"""The lines of the cells of a row, by the column where each begins."""


@dataclass(slots=True)
class _Held:
    """A cell of the last row, which may go on over the page: its place and its lines so far."""

    where: Where
    lines: list[Placed]


@dataclass(slots=True)
class GrowingTable:
    """A table of which one page after the other is put down; its last row waits for the next."""

    build: Build
    number: int
    xs: list[float]
    white: list[tuple[float, float]]
    page: int
    last_page: int = 0
    rows: int = 0
    texts: dict[int, RowTexts] = field(default_factory=dict)
    is_open: bool = False  # no rule under its last row
    labels: int = 0  # rows whose first column says something
    _held: dict[int, _Held] = field(default_factory=dict)

    @classmethod
    def begun(cls, build: Build, table: Ruled, page: int) -> GrowingTable:
        """A table with no row yet."""
        return cls(build, build.open_table(), table.xs, table.white, page)

    def takes(self, table: Ruled, page: int) -> bool:
        """Whether the table of a page is the rest of this one: on the next page, and as wide."""
        if self.last_page != page - 1 or len(self.xs) != len(table.xs):
            return False
        if self.white:  # the white between columns is where the words of a page leave it
            return same_white(self.white, table.white)
        pairs = zip(self.xs, table.xs, strict=True)
        return not table.white and all(abs(a - b) < _SAME_COLUMN for a, b in pairs)

    def put(self, table: Ruled, page: int) -> list[str]:
        """Put down the rows of a page; gives the rows that repeat the head, which are left out."""
        lines = [lines_of(cell.glyphs) for cell in table.cells]
        texts: dict[int, RowTexts] = {}
        for cell, said in zip(table.cells, lines, strict=True):
            texts.setdefault(cell.row, {})[cell.column] = [line.text for line in said]
        repeated = self._repeated(texts)
        goes_on = self.rows > 0 and self._goes_on(table, repeated, texts.get(repeated, {}))
        first = self.rows - repeated - goes_on  # the row of the whole table that row 0 would be
        left_out = []
        last = repeated if goes_on else -1  # the row that may add to cells which wait
        for cell, said in zip(table.cells, lines, strict=True):
            if cell.row < repeated:
                left_out.append("\n".join(line.text for line in said))
                continue
            if cell.row != last:
                self.flush()
                last = cell.row
            self._put_cell(cell, said, first, page)
        self._note(texts, range(repeated, len(table.ys) - 1), first, goes_on)
        self.rows = first + len(table.ys) - 1
        self.last_page = page
        self.is_open = table.is_open_below
        return left_out

    def _note(self, texts: dict[int, RowTexts], rows: range, first: int, goes_on: bool) -> None:
        """Remember what the rows of a page say, to compare it with the next page."""
        for row in rows:
            known = self.texts.setdefault(first + row, {})
            for column, said in texts.get(row, {}).items():
                known[column] = known.get(column, []) + said
            self.labels += bool(known.get(0)) and not (goes_on and row == rows.start)

    def flush(self) -> None:
        """Put down the cells that waited for the next page."""
        groups = [
            (group, held.where)
            for held in self._held.values()
            for group in cell_paragraphs(held.lines)
        ]
        for group, where in sorted(groups, key=lambda one: one[0][0].offset):
            self._put_group(group, where)
        self._held = {}

    def close(self) -> None:
        """End the table."""
        self.flush()
        self.build.close_table(self.number, self.rows, len(self.xs) - 1, self.page)

    def _put_cell(self, cell: RuledCell, said: list[SetLine], first: int, page: int) -> None:
        placed = [Placed(self.build.write(f"{line.text}\n"), page, line) for line in said]
        is_last_column = cell.column + cell.columns == len(self.xs) - 1
        self.build.write("\n" if is_last_column else "\t")
        where = Where(
            PassageKind.CELL,
            page,
            table=self.number,
            row=first + cell.row,
            column=cell.column,
            rows=cell.rows,
            columns=cell.columns,
        )
        held = self._held.get(cell.column)
        if held:
            held.lines += placed
        else:
            self._held[cell.column] = _Held(where, placed)

    def _put_group(self, group: list[Placed], where: Where) -> None:
        lines = [(placed.offset, placed.line.text) for placed in group]
        self.build.lines(lines, replace(where, page=group[0].page))

    def _repeated(self, texts: dict[int, RowTexts]) -> int:
        """How many rows at the head of a page repeat the head of the table."""
        count = 0
        while count < len(texts) - 1 and texts.get(count) == self.texts.get(count):
            count += 1
        return count

    def _goes_on(self, table: Ruled, row: int, texts: RowTexts) -> bool:
        """Whether a row at the head of a page is the rest of the last one.

        Its first column is empty though every row before has a word there; or no rule parts it from
        the last one; or a sentence goes on in it. But for the first of these, some column has no
        more to say, as it would in a row of its own.
        """
        single = {c.column for c in table.cells if c.row == row and c.rows == 1}
        before = self.texts[self.rows - 1]
        both = [(before[c], texts[c]) for c in single if before.get(c) and texts[c]]
        breaks_off = any(not is_closed(last[-1]) for last, _ in both)
        has_gaps = any(not texts[column] for column in single - {0})
        is_open = self.is_open or (table.is_open_above and not row)
        if texts.get(0):
            is_rest = self.labels == self.rows - 1 and not before.get(0, [""])
            return (is_rest and breaks_off) or (is_open and not self.white and has_gaps)
        if 0 in single and (self.labels == self.rows or is_open):
            return True
        return breaks_off and has_gaps
