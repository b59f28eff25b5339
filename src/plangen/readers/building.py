"""The whole text and its passages as a reader puts them down, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from plangen.document.labels import label_of
from plangen.document.origins import (
    Passage,
    PassageKind,
    ReadDocument,
    ReadTable,
    Span,
    Trace,
)
from plangen.errors import Message
from plangen.findings import Finding
from plangen.readers.limits import LARGEST_TEXT, MOST_CELLS, MOST_LINES, MOST_PASSAGES
from plangen.readers.refusing import refused

_BLANK = " \t\u3000\xa0\n\r\f\v\u2028\u2029\ufeff\u200b"
_LINE = re.compile("[^\n\r\f\v\u2028\u2029]+")
_SENTENCE_ENDS = tuple("。；！？：;!?:")


def stripped(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty where there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_BLANK))
    return Span(start + left, max(start + left, start + len(piece.rstrip(_BLANK))))


def joined(lines: Iterable[tuple[int, str]]) -> tuple[str, Trace]:
    """Lines, each with its offset, as one paragraph; a space parts Latin words at a break."""
    pieces: list[str] = []
    at: list[int] = []
    offsets: list[int] = []
    length = 0
    last = ""
    for offset, line in lines:
        if parts_words(last, line[:1]):
            at.append(length)
            offsets.append(offset - 1)
            pieces.append(" ")
            length += 1
        at.append(length)
        offsets.append(offset)
        pieces.append(line)
        length += len(line)
        last = line[-1:]
    return "".join(pieces), Trace(tuple(at), tuple(offsets))


def parts_words(before: str, after: str) -> bool:
    """Whether a line break between two characters parts two Latin words."""
    if not (before.isascii() and after.isascii() and before and after):
        return False
    return (before.isalpha() or before in ",.;:") and after.isalpha()


def labelled(label: str, words: str) -> str:
    """Words behind the number that a program computed for them.

    A blank keeps ``1.`` and ``100%`` from becoming a figure.
    """
    runs_together = (label[-1].isascii() or label[-1].isalnum()) and words[0].isascii()
    return f"{label} {words}" if runs_together and words[0].isalnum() else label + words


@dataclass(frozen=True, slots=True)
class Where:
    """What a passage is and where it stands, but for its words: see Passage."""

    kind: PassageKind = PassageKind.PARAGRAPH
    page: int | None = None
    level: int = 0
    label: str = ""
    table: int | None = None
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1


PLAIN = Where()


@dataclass(slots=True)
class Build:
    """A document in the making. ``length`` is that of the text so far."""

    name: str
    kind: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    passages: list[Passage] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    _first_cells: list[int] = field(default_factory=list)  # of each table

    def write(self, text: str) -> int:
        """Add to the whole text; gives the offset where the addition begins."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        if self.length > LARGEST_TEXT:
            raise refused(self.name, Message("文件的文字超过 {limit} 个字符", limit=LARGEST_TEXT))
        return start

    def paragraph(self, raw: str, where: Where = PLAIN, end: str = "\n") -> None:
        """Add a paragraph, its line breaks as ``\\n``.

        A break after a sentence or before a numbered heading parts passages; others are joined.
        """
        start = self.write(raw + end)
        if not raw or raw.isspace():
            return
        if "\n" not in raw:
            span = stripped(raw, 0, len(raw))
            at = start + span.start
            words = raw[span.start : span.end]
            self._put(words, Span(at, at + len(words)), Trace.straight(at), where)
            return
        if raw.count("\n") > MOST_LINES:
            raise refused(self.name, Message("文字超过 {limit} 行，没有读", limit=MOST_LINES))
        for lines in _by_sentences(raw):
            self.lines([(start + line.start, raw[line.start : line.end]) for line in lines], where)

    def lines(self, lines: list[tuple[int, str]], where: Where = PLAIN) -> None:
        """Note a passage that consists of lines of the whole text, each with its offset."""
        words, trace = joined(lines)
        if words:
            offset, last = lines[-1]
            self._put(words, Span(lines[0][0], offset + len(last)), trace, where)

    def open_table(self) -> int:
        """Begin a table; gives its number. Tables in its cells are opened and closed meanwhile."""
        self.tables.append(ReadTable(len(self.tables), 0, 0, ()))
        self._first_cells.append(len(self.passages))
        return len(self.tables) - 1

    def close_table(self, number: int, rows: int, columns: int, page: int | None = None) -> None:
        """End a table that has so many rows and columns. Raises InputError for too many cells."""
        if rows * columns > MOST_CELLS:
            raise refused(self.name, Message("表格超过 {limit} 格，没有读", limit=MOST_CELLS))
        since = self.passages[self._first_cells[number] :]
        cells = tuple(passage.number for passage in since if passage.table == number)
        self.tables[number] = ReadTable(number, rows, columns, cells, page)

    def _put(self, words: str, span: Span, trace: Trace, where: Where) -> None:
        if len(self.passages) >= MOST_PASSAGES:
            raise refused(self.name, Message("文件超过 {limit} 段，没有读", limit=MOST_PASSAGES))
        self.passages.append(
            Passage(
                words,
                span.start,
                span.end,
                trace,
                len(self.passages),
                where.kind,
                where.page,
                where.level,
                where.label,
                where.table,
                where.row,
                where.column,
                where.rows,
                where.columns,
            )
        )

    def document(self) -> ReadDocument:
        """The document, when all is put down."""
        return ReadDocument(
            self.name,
            "".join(self.pieces),
            tuple(self.passages),
            tuple(self.tables),
            tuple(self.findings),
            (),
            self.kind,
            tuple(self.pages),
            tuple(self.furniture),
        )


def _by_sentences(raw: str) -> Iterable[list[Span]]:
    group: list[Span] = []
    for found in _LINE.finditer(raw):
        line = stripped(raw, *found.span())
        if line.start == line.end:
            continue
        ends = group and raw.endswith(_SENTENCE_ENDS, 0, group[-1].end)
        if group and (ends or label_of(raw[line.start : line.end])):
            yield group
            group = []
        group.append(line)
    if group:
        yield group
