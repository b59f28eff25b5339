"""Other texts than the plan's own, made of its words: as long, or longer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from plangen.document.blocks import Block, Paragraph, Section
from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.sheet.geometry import CHARACTERS, LINES
from plangen.sheet.widths import cells

COMMON = "的"  # stands in nearly every paragraph
TITLE_LINES = 4  # the title and the blank line below it
SHORTEST = 2 * CHARACTERS  # a paragraph of running text


def varied(document: Document, count: int) -> list[Document]:
    """The document with another character for the commonest one, so many times.

    The others are characters of the document too: the fonts need no glyph more.
    """
    source = dump(document)
    others = sorted({c for c in source if "一" <= c <= "龥"} - {COMMON})[:count]
    return [parse(source.replace(COMMON, other)) for other in others]


def with_a_new_character(document: Document, count: int) -> list[Document]:
    """The document with a character that it does not have in place of the commonest one, each time
    another: the font of the text needs other glyphs than the time before.
    """
    source = dump(document)
    others = [c for c in map(chr, range(0x4E00, 0x9FA5)) if c not in source and _is_gb2312(c)]
    return [parse(source.replace(COMMON, other)) for other in others[:count]]


def _is_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def running_text(document: Document, pages: int) -> Document:
    """The document's long paragraphs, over and over, each with a number of its own."""
    enclosed = document.enclosure.blocks if document.enclosure else ()
    texts = [text for text in _texts((*document.blocks, *enclosed)) if cells(text) >= SHORTEST]
    blocks: list[Block] = []
    lines = TITLE_LINES
    for number, text in enumerate(cycle(texts), 1):
        paragraph = f"第{number}项，{text}"
        lines += int((cells(paragraph) + 2) / CHARACTERS) + 1
        if lines > pages * LINES:
            return Document(document.title, blocks=tuple(blocks))
        blocks.append(Paragraph.of(paragraph))
    raise ValueError("the document has no long paragraph")


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield "".join(getattr(inline, "text", "") for inline in block.content)
            case Section():
                yield from _texts(block.blocks)
