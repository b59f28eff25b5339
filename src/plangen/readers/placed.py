"""Pages of characters at their places (PDF, OFD) → paragraphs rejoined, tables, pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plangen.document.origins import ReadDocument, Span
from plangen.readers.building import Build, Where
from plangen.readers.furniture import furniture_finding
from plangen.readers.pdf.aligned import aligned_tables
from plangen.readers.pdf.furniture import furniture_of
from plangen.readers.pdf.lines import SetLine, lines_of
from plangen.readers.pdf.marks import Glyph, Sheet
from plangen.readers.pdf.paragraphs import Measures, Placed, measure_of, paragraphs
from plangen.readers.pdf.segments import Ending
from plangen.readers.pdf.tables import Ruled, tables_of
from plangen.readers.placed_tables import GrowingTable
from plangen.readers.unread import Unread

_ENOUGH_LINES = 12  # of a page, to show its measure


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    height: float
    width: float
    lines: list[SetLine]
    tables: list[Ruled]
    turned: str

    @property
    def ending(self) -> Ending | None:
        """How its last table ends, if that may go on over the page."""
        return self.tables[-1].ending if self.tables else None


def read_sheets(pages: Iterable[Sheet], name: str, kind: str) -> ReadDocument:
    """The words of pages, one after the other, and where they stand.

    Raises InputError where the pages hold no words, or none that can be told.
    """
    read: list[_Page] = []
    unread = Unread()
    for number, sheet in enumerate(pages, 1):
        read.append(_page(number, sheet, read[-1].ending if read else None))
        unread.note(number, sheet)
    build = Build(name, kind)
    _Writer(build, read).write()
    unread.refuse_wordless(name, kind.upper())
    build.findings += unread.findings(name)
    build.findings += furniture_finding(name, "".join(build.pieces), build.furniture)
    return build.document()


def _page(number: int, sheet: Sheet, before: Ending | None) -> _Page:
    grids = tables_of(sheet.across, sheet.upright)
    free = [glyph for glyph in sheet.glyphs if not _goes_in_a_table(glyph, grids)]
    filled = [table for table in grids if any(cell.glyphs for cell in table.cells)]
    rules = [rule for rule in sheet.across if not any(table.covers(rule) for table in grids)]
    aligned, free = aligned_tables(free, rules, before)
    tables = sorted([*filled, *aligned], key=lambda table: -table.top)
    return _Page(number, sheet.height, sheet.width, lines_of(free), tables, sheet.turned)


def _goes_in_a_table(glyph: Glyph, tables: list[Ruled]) -> bool:
    for table in tables:
        cell = table.cell_at(glyph)
        if cell:
            cell.glyphs.append(glyph)
            return True
    return False


class _Writer:
    """Puts down page after page; paragraphs may go on over the end of a page."""

    def __init__(self, build: Build, pages: list[_Page]) -> None:
        self._build = build
        self._pages = pages
        self._table: GrowingTable | None = None
        self._waiting: list[Placed] = []  # lines of the running text since the last table
        self._measures: Measures = {}

    def write(self) -> None:
        """Everything, from the first page to the last."""
        left_out = furniture_of([(page.height, page.lines) for page in self._pages])
        self._measures = _measures(self._pages, left_out)
        for page, furniture in zip(self._pages, left_out, strict=True):
            self._build.pages.append(self._build.length)
            self._put_page(page, furniture)
            self._build.write("\f")
        self._end_table()
        self._flush()

    def _put_page(self, page: _Page, furniture: set[int]) -> None:
        tables = list(page.tables)
        for index, line in enumerate(page.lines):
            while tables and tables[0].top > line.middle and index not in furniture:
                self._put_table(tables.pop(0), page.number)
            if index in furniture:
                self._leave_out(line.text)
                continue
            self._end_table()
            offset = self._build.write(line.text + "\n")
            self._waiting.append(Placed(offset, page.number, line))
        for table in tables:
            self._put_table(table, page.number)
        self._leave_out(page.turned.strip())

    def _leave_out(self, words: str) -> None:
        if words:
            offset = self._build.write(words + "\n")
            self._build.furniture.append(Span(offset, offset + len(words)))

    def _flush(self) -> None:
        for group in paragraphs(self._waiting, self._measures):
            lines = [(placed.offset, placed.line.text) for placed in group]
            self._build.lines(lines, Where(page=group[0].page))
        self._waiting = []

    def _put_table(self, table: Ruled, page: int) -> None:
        """A table; one that goes on from the page before keeps its number and counts its rows."""
        if self._table is None or not self._table.takes(table, page):
            self._end_table()
            self._flush()
            self._table = GrowingTable.begun(self._build, table, page)
        for words in self._table.put(table, page):
            self._leave_out(words)

    def _end_table(self) -> None:
        if self._table is not None:
            self._table.close()
        self._table = None


def _measures(pages: list[_Page], left_out: list[set[int]]) -> Measures:
    """The measure of each page and column; one with few lines keeps that of its like."""
    texts: dict[tuple[int, int], list[SetLine]] = {}
    alike: dict[tuple[float, float, int], list[SetLine]] = {}
    for page, furniture in zip(pages, left_out, strict=True):
        for index, line in enumerate(page.lines):
            if index not in furniture:
                texts.setdefault((page.number, line.column), []).append(line)
                alike.setdefault((page.width, page.height, line.column), []).append(line)
    shared = {like: measure_of(lines, like[0]) for like, lines in alike.items()}
    found: Measures = {}
    for (number, column), lines in texts.items():
        page = pages[number - 1]
        usual = shared[page.width, page.height, column]
        own = len(lines) >= _ENOUGH_LINES
        found[number, column] = measure_of(lines, page.width).widened(usual) if own else usual
    return found
