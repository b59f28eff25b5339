"""A report as one HTML file: words, tables and charts; nothing outside it, and no script."""

from __future__ import annotations

from datetime import date

from lxml.html import Element as HtmlRoot
from lxml.html import tostring

from plangen.document.grids import Entry, Grid, Tone
from plangen.document.web_pages import Charts, Part, WebPage, WebSection, Words
from plangen.writers.html.charts import add_chart
from plangen.writers.html.markup import (
    DOCTYPE,
    UNSEEN,
    Element,
    add,
    add_day,
    add_lines,
    break_lines,
    number,
)
from plangen.writers.html.web_style import web_style

TEXT = "text"  # the id of the title, where the skip link leads
DEEPEST = 6  # the lowest rank of a heading in HTML
NARROWEST = 5  # em a column: a table of more columns than a phone has room for scrolls


def write_page(page: WebPage) -> bytes:
    """The bytes of a page in UTF-8; the same page gives the same bytes."""
    root = HtmlRoot("html", lang="zh-CN")
    head = add(root, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title", text=page.title)
    add(head, "meta", name="generator", content="plangen")
    add(head, "style", text=web_style())
    body = add(root, "body")
    add(body, "a", "skip", "跳到正文", href=f"#{TEXT}")
    main = add(body, "main")
    add(main, "h1", text=page.title, id=TEXT)
    _add_parts(main, page.parts, page.title)
    for section in page.sections:
        _add_section(main, section, 2)
    break_lines(root)
    return tostring(root, doctype=DOCTYPE, encoding="utf-8")


def _add_section(parent: Element, section: WebSection, rank: int) -> None:
    element = add(parent, "section")
    add(element, f"h{min(rank, DEEPEST)}", text=section.title)
    _add_parts(element, section.parts, section.title)
    for inside in section.sections:
        _add_section(element, inside, rank + 1)


def _add_parts(parent: Element, parts: tuple[Part, ...], heading: str) -> None:
    """What stands below a heading; a table of the same title shows it only to a screen reader."""
    for part in parts:
        match part:
            case Words():
                add(parent, "p", text=part.text)
            case Grid():
                _add_grid(parent, part, UNSEEN if part.title == heading else "")
            case Charts():
                row = add(parent, "div", "charts")
                for chart in part.charts:
                    add_chart(row, chart)


def _add_grid(parent: Element, grid: Grid, caption: str) -> None:
    """A table in a frame that scrolls sideways, by the keyboard too; its words where empty."""
    if not grid.rows:
        add(parent, "p", text=grid.empty or grid.title)
        return
    frame = add(parent, "div", "scroll", role="group", tabindex="0", aria_label=grid.title)
    table = add(frame, "table", style=f"min-width:{len(grid.columns) * NARROWEST}em")
    add(table, "caption", caption, grid.title)
    group, whole = add(table, "colgroup"), sum(column.width for column in grid.columns)
    for column in grid.columns:
        add(group, "col", style=f"width:{number(100 * column.width / whole)}%")
    head = add(add(table, "thead"), "tr")
    for column in grid.columns:
        add(head, "th", text=column.title, scope="col")
    body = add(table, "tbody")
    for row in grid.rows:
        line = add(body, "tr")
        for entry in row:
            _add_entry(line, entry)


def _add_entry(parent: Element, entry: Entry) -> None:
    numeric = isinstance(entry.value, int)
    kinds = [entry.tone.value] if entry.tone is not Tone.PLAIN else []
    cell = add(parent, "td", " ".join([*kinds, *(["number"] if numeric else [])]))
    if isinstance(entry.value, date):
        add_day(cell, entry.value)
    else:
        add_lines(cell, entry.text)
