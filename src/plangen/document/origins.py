"""A document that someone else wrote: its words, and where in the file each of them stands.

A reader makes a :class:`ReadDocument` of a file. ``text`` is the whole text as it was read; what
is found later (a target, a member of a group) quotes it by offsets into it. A
:class:`Passage` is one paragraph, heading or cell of that text as a person would read it: lines
that were broken for the paper's width are joined, page numbers between them are gone. Every
character of a passage knows its offset in ``text``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from plangen.findings import Finding

_SPACE = re.compile(r"\s+")
_MOST_FOOTNOTES = 16  # of one page: so far back a paragraph that encloses them may begin


class PassageKind(StrEnum):
    """What a passage is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"  # as the file says it (a style, <h2>); typed numbering is the outline's
    CELL = "cell"
    TITLE = "title"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text box"
    CONTENTS = "contents"  # a line of a 目录: repeats a heading and its page


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the whole text: from the character at ``start`` to before that at ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Trace:
    """Which character of the whole text each character of a passage is.

    Characters that follow one another in both are one piece: ``at`` holds the index in the
    passage where each piece begins, ``offsets`` where it begins in the whole text. A line break
    may have become a space; every other character is the one it came from.
    """

    at: tuple[int, ...]
    offsets: tuple[int, ...]

    def offset(self, index: int) -> int:
        """The offset in the whole text of the passage's character at ``index``."""
        piece = bisect_right(self.at, index) - 1
        return self.offsets[piece] + index - self.at[piece]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The pieces of ``passage[start:end]``: where each begins, there and in the whole text."""
        piece = bisect_right(self.at, start) - 1
        yield start, self.offset(start)
        for at, offset in zip(self.at[piece + 1 :], self.offsets[piece + 1 :], strict=True):
            if at >= end:
                return
            yield at, offset

    @classmethod
    def straight(cls, start: int) -> Trace:
        """The trace of a passage that stands in the text word for word, from ``start`` on."""
        return cls((0,), (start,))


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading, cell, title, footnote or text box.

    ``start`` and ``end`` are its first character and the one after its last in the whole text,
    ``number`` its place among the document's passages (from 0), ``page`` its first page (from 1;
    None where the file knows no pages). ``level`` is that of a heading which the file declares
    (from 1; 0 otherwise). ``label`` is a number which the file computes and nobody typed (docx);
    it stands at the head of ``text`` as a reader sees it. Cells have their ``table`` (its number
    in the document), ``row`` and ``column`` (all from 0) and how many rows and columns they span;
    a cell of several paragraphs is several passages.
    """

    text: str
    start: int
    end: int
    trace: Trace
    number: int
    kind: PassageKind = PassageKind.PARAGRAPH
    page: int | None = None
    level: int = 0
    label: str = ""
    table: int | None = None
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1

    def offset(self, index: int) -> int:
        """The offset in the whole text of the character at ``index``."""
        return self.trace.offset(index)

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]``, which is not empty, stands in the whole text."""
        return Span(self.trace.offset(start), self.trace.offset(end - 1) + 1)

    def squeezed(self) -> Passage:
        """The passage without white space, but for one space between two Latin words or numbers.

        Scanning leaves spaces inside words and before punctuation. ``offset`` and ``span`` of the
        squeezed passage still lead into the whole text.
        """
        kept = list(_words(self.text))
        if len(kept) == 1 and len(self.text) == kept[0].end - kept[0].start:
            return self
        at: list[int] = []
        offsets: list[int] = []
        length = 0
        for word in kept:
            for index, offset in self.trace.pieces(word.start, word.end):
                at.append(length + index - word.start)
                offsets.append(offset)
            length += word.end - word.start
        text = "".join(self.text[word.start : word.end] for word in kept)
        return replace(self, text=text, trace=Trace(tuple(at), tuple(offsets)))


def _words(text: str) -> Iterator[Span]:
    """What stands between white space; one space between Latin words or numbers is kept."""
    start = 0
    for found in _SPACE.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        parts = f"{before}{after}".isascii() and before.isalnum() and after.isalnum()
        if found.start() > start or parts:
            yield Span(start, found.start() + parts)
        start = found.end()
    if start < len(text):
        yield Span(start, len(text))


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table: how many rows and columns it has, and which passages are its cells' paragraphs."""

    number: int
    rows: int
    columns: int
    passages: tuple[int, ...]
    page: int | None = None


class PartKind(StrEnum):
    """The parts of an official document, as GB/T 9704 names them."""

    NOTICE = "notice"  # the document itself (7.2, 7.3): what is signed and dated
    ISSUED = "issued"  # the plan, scheme or rules that a notice issues (印发)
    ANNEX = "annex"  # 附件 (7.3.8)
    IMPRINT = "imprint"  # 版记 (7.4)


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """A numbered heading and what stands under it.

    ``level`` is the level in its part, from 1; ``label`` is the number as typed without scanning
    spaces (``三、`` ``（一）`` ``1.`` ``（1）`` ``①``), ``value`` that number (0 where it has
    none). ``title`` is the heading without its label; where it only opens a paragraph (run-in), up
    to the first full stop. ``passage`` is the number of the passage it opens; ``end_passage`` the
    first one that is no longer under it. ``span`` is the heading, ``body`` the heading and all
    under it.
    """

    level: int
    label: str
    value: int
    title: str
    passage: int
    end_passage: int
    span: Span
    body: Span
    run_in: bool = False
    nodes: tuple[OutlineNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Words of the text that name something (an organ, a date, a number), and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """A notice, what it issues, an annex, or the 版记.

    ``label`` is that of an annex as typed (``附件1``), ``value`` its number (0 where it has none).
    Passages ``first`` up to ``end_passage`` belong to it. ``number`` is the 发文字号, ``issuers``
    the organs of the 发文机关标志 (or of the title, where there is no mark), ``recipients`` the
    主送机关, ``signature`` the organs of the 发文机关署名, ``date`` the 成文日期 under them, and
    ``annexes`` the lines of the 附件说明; each empty or None where the part has none.
    """

    kind: PartKind
    title: str
    first: int
    end_passage: int
    span: Span
    label: str = ""
    value: int = 0
    title_span: Span | None = None
    number: Named | None = None
    issuers: tuple[Named, ...] = ()
    recipients: tuple[Named, ...] = ()
    signature: tuple[Named, ...] = ()
    date: Named | None = None
    annexes: tuple[Named, ...] = ()
    nodes: tuple[OutlineNode, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a reader found in a file.

    ``name`` is the file as a person knows it, ``kind`` its format (``docx``, ``pdf``, ``txt`` …).
    ``passages`` stand in the order of the text; ``passages[n].number == n``. They do not overlap,
    but that a paragraph which runs over two pages may enclose the footnotes of the first.
    ``furniture`` is what stands in the text and in no passage: page numbers, running heads.
    ``pages`` holds the offset where each page begins (empty where the file knows no pages).
    ``parts`` is empty as a reader leaves it: :func:`plangen.extract.outline.outlined` fills it.
    """

    name: str
    text: str
    passages: tuple[Passage, ...]
    tables: tuple[ReadTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    parts: tuple[Part, ...] = ()
    kind: str = "txt"
    pages: tuple[int, ...] = ()
    furniture: tuple[Span, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) on which the character at ``offset`` stands."""
        return max(bisect_right(self.pages, offset), 1) if self.pages else None

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the character at ``offset``; None for what lies between two."""
        index = bisect_right(self.passages, offset, key=lambda passage: passage.start)
        for passage in reversed(self.passages[max(index - _MOST_FOOTNOTES, 0) : index]):
            if offset < passage.end:
                return passage
        return None

    def quote(self, span: Span) -> str:
        """The characters of a span as they were read."""
        return self.text[span.start : span.end]

    def grid(self, table: ReadTable) -> tuple[tuple[str, ...], ...]:
        """The texts of a table's cells by row and column; a spanned place is empty."""
        texts = [["" for _ in range(table.columns)] for _ in range(table.rows)]
        for number in table.passages:
            cell = self.passages[number]
            before = texts[cell.row][cell.column]
            texts[cell.row][cell.column] = f"{before}\n{cell.text}" if before else cell.text
        return tuple(tuple(row) for row in texts)
