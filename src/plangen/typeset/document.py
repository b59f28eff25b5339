"""A document, set: lines broken, pages cut, every glyph at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plangen.document.elements import Document
from plangen.document.wording import document_name
from plangen.errors import InputError, Message, Problem
from plangen.fonts.fonts import Fonts
from plangen.pages.marks import About, GlyphRun, Page, Pages
from plangen.quantity.undecided import decided
from plangen.sheet.arrangement import Item, SetMark, arrange, first_page_numbered
from plangen.sheet.geometry import DOUBLE_RULE_GAP, Profile
from plangen.sheet.letter import SetDoubleRules
from plangen.typeset.drawing import Drawer, Extras
from plangen.typeset.drawing_head import mark_bottom
from plangen.typeset.fit import fitted
from plangen.typeset.flow import flow
from plangen.typeset.paging import paged
from plangen.typeset.pen import Pen

NO_GLYPH = 0
SHOWN = 10  # missing characters that a message names; more would be a font's whole fault


def typeset(
    document: Document, profile: Profile, fonts: Fonts, extras: Extras | None = None
) -> Pages:
    """The pages of a document whose titles are broken.

    Raises InputError where no font has one of its characters, UsageError where a role has no font.
    """
    pen = Pen.of(fonts)
    flowed = tuple(flow(tuple(_below_ink(arrange(document), pen)), pen.measures))
    pages = paged(flowed, profile, fitted(flowed, profile))
    numbered = replace(extras or Extras(), first_numbered=first_page_numbered(document))
    drawer = Drawer(pages, pen, numbered)
    _refuse_missing(drawer.pages)
    return Pages(tuple(drawer.pages), drawer.elements.root, about(document))


def _below_ink(items: Iterable[Item], pen: Pen) -> Iterator[Item]:
    """The items, the first double rule of a letter (10.1) 4 mm below the ink of its very mark."""
    bottom = 0.0
    for item in items:
        if isinstance(item, SetMark):
            bottom = mark_bottom(item.layout, pen)
        if isinstance(item, SetDoubleRules) and bottom:
            yield replace(item, first=replace(item.first, top=bottom + DOUBLE_RULE_GAP))
        else:
            yield item


def _refuse_missing(pages: Iterable[Page]) -> None:
    """A page with an empty box in a name must not be printed unseen."""
    characters = list(dict.fromkeys(_missing(pages)))
    if not characters:
        return
    shown = "、".join(f"{c}（U+{ord(c):04X}）" for c in characters[:SHOWN])
    if len(characters) > SHOWN:
        shown += "……"
    raise InputError(
        Problem(
            Message(
                "没有字体含有字符 {characters}；请安装含有它的字体，"
                "或放进工作区的 fonts 文件夹（plangen fonts 列出已有的字体）",
                characters=shown,
            )
        )
    )


def _missing(pages: Iterable[Page]) -> Iterator[str]:
    """The characters for which a page has the glyph of what is missing."""
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, GlyphRun) and NO_GLYPH in mark.glyphs:
                yield from (c for c, g in zip(mark.text, mark.glyphs, strict=True) if g == NO_GLYPH)


def about(document: Document) -> About:
    """What a file says of its document."""
    signature = document.signature
    organs = signature.organs if signature else ()
    mark = document.head.mark.organs if document.head.mark else ()
    return About(
        title=document_name(document),
        author="、".join(organs or mark),
        subject=document.properties.subject,
        keywords=document.properties.keywords,
        date=decided(signature.date) if signature else None,
    )
