"""Plain text: any encoding, lines broken anywhere, page numbers between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from plangen.document.origins import PassageKind, ReadDocument, Span
from plangen.errors import Message
from plangen.readers.broken_lines import Row, paragraphs, width_of
from plangen.readers.building import PLAIN, Build, Where, stripped
from plangen.readers.encoding import decoded
from plangen.readers.furniture import (
    breaks_sentence,
    furniture_finding,
    is_bare_number,
    is_page_number,
)
from plangen.readers.limits import LARGEST_TEXT, MOST_LINES
from plangen.readers.refusing import refused
from plangen.readers.tabbed import tabbed

_LINE = re.compile("[^\n\r\f\v\x85\u2028\u2029]+")
_MOST_BYTES = 4 * (LARGEST_TEXT + 1)  # no encoding takes more for a character
_BREAK = re.compile("\r\n?|\n")
_FEWEST_NUMBERS = 3  # bare numbers that count up are page numbers


def read_text(data: bytes, name: str) -> ReadDocument:
    """The text of a plain file and its paragraphs. Raises InputError."""
    if len(data) > _MOST_BYTES:
        raise refused(name, Message("文件的文字超过 {limit} 个字符", limit=LARGEST_TEXT))
    text, findings = decoded(data, name)
    build = Build(name, "txt")
    build.write(text)
    build.findings += findings
    build.pages += _pages(text)
    rows = _without_furniture(_rows(text, name), build)
    for stretch, is_table in tabbed(rows, text):
        if is_table:
            _put_table(stretch, build, text)
        else:
            _put_paragraphs(stretch, build, text)
    build.findings += furniture_finding(name, text, build.furniture)
    return build.document()


def _put_paragraphs(rows: list[Row], build: Build, text: str) -> None:
    for lines in paragraphs(rows):
        page = _page(build.pages, lines[0].start)
        words = [(line.start, text[line.start : line.end]) for line in lines]
        build.lines(words, Where(page=page) if page else PLAIN)


def _put_table(rows: list[Row], build: Build, text: str) -> None:
    """Rows whose cells are parted by tabs."""
    number = build.open_table()
    columns = 1
    for index, row in enumerate(rows):
        start = row.line.start
        page = _page(build.pages, start)
        cells = text[start : row.line.end].split("\t")
        columns = max(columns, len(cells))
        for column, cell in enumerate(cells):
            span = stripped(text, start, start + len(cell))
            place = Where(PassageKind.CELL, page, table=number, row=index, column=column)
            build.lines([(span.start, text[span.start : span.end])], place)
            start += len(cell) + 1
    build.close_table(number, len(rows), columns, _page(build.pages, rows[0].span.start))


def _rows(text: str, name: str) -> list[Row]:
    rows: list[Row] = []
    last = 0
    for found in _LINE.finditer(text):
        span = stripped(text, *found.span())
        if span.start == span.end:
            continue
        if len(rows) >= MOST_LINES:
            raise refused(name, Message("文字超过 {limit} 行，没有读", limit=MOST_LINES))
        words = text[span.start : span.end]
        indent = width_of(text[found.start() : span.start].replace("\t", "　　"))
        between = text[last : span.start]
        blank = len(_BREAK.findall(between)) > 1 or "\f" in between
        line = Span(*found.span())
        rows.append(Row(span, words, indent, width_of(words), bool(rows) and blank, line))
        last = span.end
    return rows


def _without_furniture(rows: list[Row], build: Build) -> list[Row]:
    """The rows but for page numbers, which go to the furniture."""
    counted = _counted(rows)
    kept: list[Row] = []
    blank = False
    for index, row in enumerate(rows):
        if is_page_number(row.text) or index in counted or _interrupts(rows, index):
            build.furniture.append(row.span)
            blank = row.after_blank
        else:
            kept.append(row if not blank else _continued(row, rows[index - 2], kept))
            blank = False
    return kept


def _continued(row: Row, before: Row, kept: list[Row]) -> Row:
    """The row after a page number: no blank line parts it from a sentence that it goes on with."""
    parted = bool(kept) and not breaks_sentence(before.text, row.text)
    return replace(row, after_blank=parted)


def _interrupts(rows: list[Row], index: int) -> bool:
    """Whether a bare number stands in the middle of a sentence of broken lines."""
    if not is_bare_number(rows[index].text) or not 0 < index < len(rows) - 1:
        return False
    before, after = rows[index - 1], rows[index + 1]
    return before.width > 12 and breaks_sentence(before.text, after.text)


def _counted(rows: list[Row]) -> set[int]:
    """Bare numbers that count the pages: one more each time, far apart."""
    bare = [index for index, row in enumerate(rows) if is_bare_number(row.text)]
    if len(bare) < _FEWEST_NUMBERS:
        return set()
    pairs = list(pairwise(bare))
    counts_up = all(int(rows[b].text) == int(rows[a].text) + 1 for a, b in pairs)
    return set(bare) if counts_up and all(b - a > 8 for a, b in pairs) else set()


def _pages(text: str) -> list[int]:
    breaks = [found.end() for found in re.finditer("\f", text.rstrip("\f\n "))]
    return [0, *breaks] if breaks else []


def _page(pages: list[int], offset: int) -> int | None:
    return bisect_right(pages, offset) or None
