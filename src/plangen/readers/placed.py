"""Pages of characters at their places (PDF, OFD) → paragraphs rejoined, tables, pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from plangen.document.origins import PassageKind, ReadDocument, Span
from plangen.errors import Message
from plangen.findings import Severity
from plangen.readers.building import Build, Where
from plangen.readers.furniture import furniture_finding, is_page_number
from plangen.readers.pdf.furniture import furniture_of
from plangen.readers.pdf.lines import SetLine, lines_of
from plangen.readers.pdf.marks import Glyph, Sheet
from plangen.readers.pdf.paragraphs import Measures, Placed, cell_paragraphs, measure_of, paragraphs
from plangen.readers.pdf.tables import Ruled, RuledCell, tables_of
from plangen.readers.refusing import refused, remark

_ENOUGH_LINES = 12  # of a page, to show its measure


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    height: float
    width: float
    lines: list[SetLine]
    tables: list[Ruled]
    turned: str


def read_sheets(pages: Iterable[Sheet], name: str, kind: str) -> ReadDocument:
    """The words of pages, one after the other, and where they stand.

    Raises InputError where the pages hold no words, or none that can be told.
    """
    read: list[_Page] = []
    unreadable = 0
    for number, sheet in enumerate(pages, 1):
        read.append(_page(number, sheet))
        unreadable += sheet.unreadable
    build = Build(name, kind)
    _Writer(build, read).write()
    _refuse_wordless(build, unreadable)
    _note(build, unreadable, [page.turned.strip() for page in read])
    build.findings += furniture_finding(name, "".join(build.pieces), build.furniture)
    return build.document()


def _page(number: int, sheet: Sheet) -> _Page:
    tables = tables_of(sheet.across, sheet.upright)
    free = [glyph for glyph in sheet.glyphs if not _goes_in_a_table(glyph, tables)]
    filled = [table for table in tables if any(cell.glyphs for cell in table.cells)]
    return _Page(number, sheet.height, sheet.width, lines_of(free), filled, sheet.turned)


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
        self._table: _Table | None = None
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
        self._flush()

    def _put_page(self, page: _Page, furniture: set[int]) -> None:
        tables = list(page.tables)
        for index, line in enumerate(page.lines):
            while tables and tables[0].top > line.middle and index not in furniture:
                self._put_table(tables.pop(0), page.number)
            if index in furniture:
                self._leave_out(line.text)
                continue
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
        goes_on = self._goes_on(table, page)
        if not goes_on:
            self._flush()
            self._table = _Table(self._build.open_table(), table.xs, page)
        known = self._table
        assert known is not None
        repeated = known.repeated_rows(table) if goes_on else 0
        for cell in table.cells:
            is_last = cell.column + cell.columns == len(table.xs) - 1
            lines = lines_of(cell.glyphs)
            if cell.row < repeated:
                self._leave_out("\n".join(line.text for line in lines))
                continue
            self._put_cell(lines, known.place(cell, page, cell.row - repeated))
            self._build.write("\n" if is_last else "\t")
            row = cell.row - repeated + known.rows
            known.texts.setdefault(row, []).append([line.text for line in lines])
        known.rows += len(table.ys) - 1 - repeated
        known.last_page = page
        self._build.close_table(known.number, known.rows, len(table.xs) - 1, known.page)

    def _put_cell(self, lines: list[SetLine], place: Where) -> None:
        for group in cell_paragraphs(lines):
            put = [(self._build.write(f"{line.text}\n"), line.text) for line in group]
            self._build.lines(put, place)

    def _goes_on(self, table: Ruled, page: int) -> bool:
        """Whether a table is the rest of the last one: nothing between, and the same columns."""
        known = self._table
        if known is None or self._waiting or known.last_page != page - 1:
            return False
        pairs = zip(known.xs, table.xs, strict=False)
        return len(known.xs) == len(table.xs) and all(abs(a - b) < 3 for a, b in pairs)


@dataclass(slots=True)
class _Table:
    """A table that may go on over pages: its upright lines, and the texts of its rows so far."""

    number: int
    xs: list[float]
    page: int
    last_page: int = 0
    rows: int = 0
    texts: dict[int, list[list[str]]] = field(default_factory=dict)

    def place(self, cell: RuledCell, page: int, row: int) -> Where:
        """Where a cell stands in the whole table."""
        return Where(
            PassageKind.CELL,
            page,
            table=self.number,
            row=self.rows + row,
            column=cell.column,
            rows=cell.rows,
            columns=cell.columns,
        )

    def repeated_rows(self, table: Ruled) -> int:
        """How many rows at the head of the rest repeat the head of the table."""
        texts: dict[int, list[list[str]]] = {}
        for cell in table.cells:
            text = [line.text for line in lines_of(cell.glyphs)]
            texts.setdefault(cell.row, []).append(text)
        count = 0
        while count < len(texts) - 1 and texts.get(count) == self.texts.get(count):
            count += 1
        return count


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


def _refuse_wordless(build: Build, unreadable: int) -> None:
    words = sum(len(passage.text) for passage in build.passages)
    if not words and not unreadable:
        message = Message("PDF 里没有文字层（是扫描的图片）；请先用 OCR 识别，再读")
        raise refused(build.name, message)
    if unreadable > words:
        message = Message("PDF 的字体没有给出文字编码，读出来是乱码；请先用 OCR 识别，或索取原稿")
        raise refused(build.name, message)


def _note(build: Build, unreadable: int, turned: list[str]) -> None:
    name = build.name
    if unreadable:
        text = Message("有 {count} 个字形没有文字编码，没有读出来", count=unreadable)
        build.findings.append(remark(name, "read.lost-characters", Severity.WARN, text))
    marks = [words for words in turned if words and not is_page_number(words)]
    if marks:
        text = Message(
            "有 {count} 页上斜放的文字（水印）不算正文：“{shown}”",
            count=len(marks),
            shown=marks[0][:40],
        )
        build.findings.append(remark(name, "read.watermark", Severity.INFO, text))
