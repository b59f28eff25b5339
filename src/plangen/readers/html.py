"""Web pages: their blocks in reading order, without scripts and styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from plangen.document.origins import PassageKind, ReadDocument, Span
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.building import Build, Where
from plangen.readers.encoding import decoded, decoded_as
from plangen.readers.furniture import furniture_finding
from plangen.readers.limits import MOST_COLUMNS
from plangen.readers.refusing import refused, remark

_SILENT = frozenset(
    ("script", "style", "head", "template", "noscript", "svg", "object", "iframe", "select")
)
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
        ),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"),
        *("li", "main", "nav", "ol", "p", "pre", "section", "summary", "tbody", "tfoot", "thead"),
        *("ul", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "table", "html"),
    )
)
_UNSEEN = frozenset(("skip", "skip-link", "unseen", "visually-hidden", "sr-only"))
_BLANKS = re.compile("[ \t\n\r\f]+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
_HEADING = re.compile("h([1-6])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_DEEPEST = 150  # elements inside each other; libxml2 drops what is nested deeper than 256


def read_html(data: bytes, name: str) -> ReadDocument:
    """The words of a web page and where they stand. Raises InputError."""
    text, findings = _decoded(data, name)
    root = _parsed(text, name)
    build = Build(name, "html")
    build.findings += findings
    page = _Page(build)
    page.put(root, Where(), 0)
    page.flush(Where())
    build.findings += furniture_finding(
        name, "".join(build.pieces), build.furniture, Message("菜单和只给读屏软件的文字")
    )
    if page.hidden:
        message = Message("有 {count} 处不显示的文字没有读", count=page.hidden)
        build.findings.append(remark(name, "read.hidden-text", Severity.WARN, message))
    return build.document()


def _decoded(data: bytes, name: str) -> tuple[str, list[Finding]]:
    declared = _CHARSET.search(data[:2048])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        text = decoded_as(data, declared.group(1).decode("ascii"))
        if text is not None:
            return text, []
    return decoded(data, name)


def _parsed(text: str, name: str) -> HtmlElement:
    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refused(name, Message("网页里没有内容，或者读不出来")) from error


class _Page:
    """Puts down the blocks of a page; inline words wait until their block ends."""

    def __init__(self, build: Build) -> None:
        self.hidden = 0
        self._build = build
        self._waiting: list[str] = []

    def put(self, element: HtmlElement, where: Where, depth: int) -> None:
        """An element, its words and all inside it."""
        if depth > _DEEPEST:
            raise refused(
                self._build.name, Message("网页的元素嵌套超过 {limit} 层", limit=_DEEPEST)
            )
        tag = str(element.tag).lower()
        if tag in _SILENT or not isinstance(element.tag, str):
            return
        if _is_hidden(element):
            self.hidden += bool(element.text_content().strip())
        elif _is_furniture(element):
            self._leave_out(element, where)
        elif tag == "table":
            self._table(element, where, depth)
        elif tag == "br":
            self._waiting.append("\n")
        elif tag in _BLOCKS:
            self._block(element, _placed(tag, where), where, depth)
        else:
            self._inside(element, where, depth)

    def _leave_out(self, element: HtmlElement, where: Where) -> None:
        """Words for moving about the page, or for screen readers alone."""
        self.flush(where)
        words = _plain(_BLANKS.sub(" ", element.text_content()))
        if words:
            start = self._build.write(words + "\n")
            self._build.furniture.append(Span(start, start + len(words)))

    def flush(self, where: Where, end: str = "\n") -> None:
        """Put down the words that wait as a paragraph."""
        words = _plain("".join(self._waiting))
        self._waiting = []
        if words or end != "\n":
            self._build.paragraph(words, where, end)

    def _block(self, element: HtmlElement, inner: Where, outer: Where, depth: int) -> None:
        self.flush(outer)
        self._inside(element, inner, depth)
        self.flush(inner)

    def _inside(self, element: HtmlElement, where: Where, depth: int) -> None:
        self._say(element.text)
        for part in element:
            self.put(part, where, depth + 1)
            self._say(part.tail)

    def _say(self, words: str | None) -> None:
        if words:
            self._waiting.append(_BLANKS.sub(" ", words))

    def _table(self, table: HtmlElement, outer: Where, depth: int) -> None:
        self.flush(outer)
        number = self._build.open_table()
        grid = _Grid()
        for row in _rows(table):
            if str(row.tag).lower() == "caption":
                self._block(row, outer, outer, depth + 1)
                continue
            for cell, where in grid.row(row, number):
                self._inside(cell, where, depth + 2)
                self.flush(where, "\t")
            self._build.write("\n")
        self._build.close_table(number, grid.height, grid.width)


class _Grid:
    """Which places of a table are taken by cells that span rows and columns."""

    def __init__(self) -> None:
        self.height = 0
        self.width = 1
        self._until: dict[int, int] = {}  # column → the row from which it is free

    def row(self, row: HtmlElement, table: int) -> Iterator[tuple[HtmlElement, Where]]:
        """The cells of the next row and their places."""
        column = 0
        for cell in row:
            if str(cell.tag).lower() not in ("td", "th"):
                continue
            while self._until.get(column, 0) > self.height:
                column += 1
            rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
            for taken in range(column, column + columns):
                self._until[taken] = self.height + rows
            self.width = max(self.width, column + columns)
            yield (
                cell,
                Where(
                    kind=PassageKind.CELL,
                    table=table,
                    row=self.height,
                    column=column,
                    rows=rows,
                    columns=columns,
                ),
            )
            column += columns
        self.height += 1


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for part in table:
        tag = str(part.tag).lower()
        if tag in ("tr", "caption"):
            yield part
        elif tag in ("tbody", "thead", "tfoot"):
            yield from _rows(part)


def _span(cell: HtmlElement, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return max(1, min(int(text), MOST_COLUMNS)) if text.isdecimal() and len(text) < 6 else 1


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _is_furniture(element: HtmlElement) -> bool:
    """Whether it is a menu, a link that skips menus, or is shown to screen readers alone."""
    if str(element.tag).lower() == "nav":
        return True
    return not _UNSEEN.isdisjoint((element.get("class") or "").lower().split())


def _placed(tag: str, where: Where) -> Where:
    if where.kind is PassageKind.CELL:
        return where
    heading = _HEADING.fullmatch(tag)
    if heading is None:
        return Where() if where.kind is PassageKind.HEADING else where
    level = int(heading.group(1))
    if level == 1:
        return Where(PassageKind.TITLE)
    return Where(PassageKind.HEADING, level=level - 1)


def _plain(words: str) -> str:
    return re.sub(" *\n *", "\n", re.sub(" {2,}", " ", words)).strip(" \n")
