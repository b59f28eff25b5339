"""The elements of a web page, one after the other → passages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from plangen.document.origins import PassageKind, Span
from plangen.errors import Message
from plangen.readers.building import Build, Where, labelled
from plangen.readers.html.lists import NumberedList
from plangen.readers.html.tables import Grid, parts_of, strays_of, words_of_groups
from plangen.readers.refusing import refused

_SILENT = frozenset(
    ("script", "style", "head", "template", "noscript", "svg", "object", "iframe", "select", "rp")
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        "ul",
    )
)
_UNSEEN = frozenset(("skip", "skip-link", "unseen", "visually-hidden", "sr-only"))
_BLANKS = re.compile("[ \t\n\r\f]+")
_HEADING = re.compile("h([1-6])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_DEEPEST = 150  # elements inside each other; libxml2 drops what is nested deeper than 256


@dataclass(slots=True)
class Noticed:
    """How much a page holds beside the words that are read."""

    hidden: int = 0
    deleted: int = 0
    readings: int = 0
    pictures: int = 0


class Page:
    """Puts down the blocks of a page; inline words wait until their block ends."""

    def __init__(self, build: Build) -> None:
        self.noticed = Noticed()
        self._build = build
        self._waiting: list[str] = []
        self._lists: list[NumberedList | None] = []  # of the lists that are open; None for ul
        self._label = ""  # of the item whose first words are awaited
        self._keeps_lines = 0  # how many pre elements are open

    def put_all(self, root: HtmlElement) -> None:
        """The whole page. Raises InputError."""
        self._put(root, Where(), 0)
        self._flush(Where())

    def _put(self, element: HtmlElement, where: Where, depth: int) -> None:
        """An element, its words and all inside it."""
        if depth > _DEEPEST:
            raise refused(
                self._build.name, Message("网页的元素嵌套超过 {limit} 层", limit=_DEEPEST)
            )
        tag = str(element.tag).lower()
        if tag in _SILENT or not isinstance(element.tag, str) or self._is_passed_over(element, tag):
            return
        if _is_furniture(element):
            self._leave_out(element, where)
        elif tag == "table":
            self._table(element, where, depth)
        elif tag == "br":
            self._waiting.append("\n")
        elif tag in _BLOCKS:
            self._block(element, where, depth)
        else:
            self.noticed.pictures += tag == "img"
            self._inside(element, where, depth)

    def _is_passed_over(self, element: HtmlElement, tag: str) -> bool:
        """Whether an element is not shown, was deleted, or says how a character is spoken."""
        noticed = self.noticed
        says = 1 if _says(element) else 0
        if _is_hidden(element):
            noticed.hidden += says
        elif tag == "del":
            noticed.deleted += says
        elif tag == "rt":
            noticed.readings += says
        else:
            return False
        return True

    def _leave_out(self, element: HtmlElement, where: Where) -> None:
        """Words for moving about the page, or for screen readers alone."""
        self._flush(where)
        words = _plain(_BLANKS.sub(" ", element.text_content()))
        if words:
            start = self._build.write(words + "\n")
            self._build.furniture.append(Span(start, start + len(words)))

    def _flush(self, where: Where, end: str = "\n") -> None:
        """Put down the words that wait as a paragraph; the first of an item have its number."""
        words = _plain("".join(self._waiting))
        self._waiting = []
        if words and self._label:
            words, where = labelled(self._label, words), replace(where, label=self._label)
            self._label = ""
        if words or end != "\n":
            self._build.paragraph(words, where, end)

    def _block(self, element: HtmlElement, outer: Where, depth: int) -> None:
        tag = str(element.tag).lower()
        inner = _placed(tag, outer)
        self._flush(outer)
        self._open(element, tag)
        self._inside(element, inner, depth)
        self._flush(inner)
        self._close(tag)

    def _open(self, element: HtmlElement, tag: str) -> None:
        if tag == "ol":
            self._lists.append(NumberedList.of(element))
        elif tag == "ul":
            self._lists.append(None)
        elif tag == "li" and self._lists and self._lists[-1]:
            self._label += self._lists[-1].label(element)
        self._keeps_lines += tag == "pre"

    def _close(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        self._keeps_lines -= tag == "pre"

    def _inside(self, element: HtmlElement, where: Where, depth: int) -> None:
        self._say(element.text)
        for part in element:
            self._put(part, where, depth + 1)
            self._say(part.tail)

    def _say(self, words: str | None) -> None:
        if words:
            self._waiting.append(words if self._keeps_lines else _BLANKS.sub(" ", words))

    def _table(self, table: HtmlElement, outer: Where, depth: int) -> None:
        self._flush(outer)
        number = self._build.open_table()
        grid = Grid(self._build.name)
        for part, is_row in parts_of(table):
            if is_row:
                self._row(part, grid, number, (outer, depth))
            else:
                self._put(part, outer, depth + 1)
            self._strays([part.tail], outer)
        self._strays([table.text, *words_of_groups(table)], outer)
        self._build.close_table(number, grid.height, grid.width)

    def _row(self, row: HtmlElement, grid: Grid, table: int, around: tuple[Where, int]) -> None:
        outer, depth = around
        for cell, where in grid.row(row, table):
            self._inside(cell, where, depth + 2)
            self._flush(where, "\t")
        self._build.write("\n")
        for stray in strays_of(row):  # forms and scripts, mostly
            self._put(stray, outer, depth + 2)
        self._strays([row.text, *(part.tail for part in row)], outer)

    def _strays(self, words: list[str | None], where: Where) -> None:
        """Words that stand in a table outside its cells."""
        for one in words:
            self._say(one)
        self._flush(where)


def _says(element: HtmlElement) -> bool:
    return bool(element.text_content().strip())


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
