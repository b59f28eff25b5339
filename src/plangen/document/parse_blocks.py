"""XML text → the blocks of a text: paragraphs, sections, tables, rosters."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast, get_args

from plangen.document.blocks import (
    Block,
    Cell,
    Column,
    ColumnAlign,
    Member,
    Paragraph,
    Role,
    Roster,
    Row,
    Section,
    Table,
)
from plangen.document.inline import AnnexReference, Figure, Inline, Text
from plangen.document.reading import Element, Reader, line_text
from plangen.errors import Message

BLOCK_TAGS = ("p", "section", "table", "roster")


def read_blocks(elements: list[Element]) -> tuple[Block, ...]:
    """The blocks that the elements stand for; raises InputError with the line of a fault."""
    return tuple(_BLOCK_READERS[str(element.tag)](element) for element in elements)


def _paragraph(element: Element) -> Paragraph:
    reader = Reader(element)
    indented = reader.flag("indent", default=True)
    reader.no_more_attributes()
    return reader.built(lambda: Paragraph(_content(element), indented))


def _content(element: Element) -> tuple[Inline, ...]:
    """What stands in a line; layout white space at its ends is left out."""
    inlines: list[Inline] = []
    texts = [element.text or ""]
    for child in element:
        inlines.append(_inline(child))
        texts.append(child.tail or "")
    content: list[Inline] = []
    for position, text in enumerate(texts):
        before = inlines[position - 1] if position else None
        after = inlines[position] if position < len(inlines) else None
        text = line_text(text, _shown(before), _shown(after))
        content.extend([Text(text)] if text else [])
        content.extend([after] if after else [])
    return tuple(content)


def _shown(inline: Inline | None) -> str:
    """The characters that an element beside a text shows, as far as they are known."""
    return inline.text if isinstance(inline, Text | Figure) else ""


def _inline(element: Element) -> Inline:
    reader = Reader(element)
    if not isinstance(element.tag, str):
        raise reader.error(Message("文档正文中不能有注释或处理指令"))
    if element.tag == "figure":
        target, part = reader.required("target"), reader.optional("part", "bound")
        return Figure(reader.text(), target, part)
    if element.tag == "annexref":
        reference = AnnexReference(reader.required("to"))
        reader.children()
        return reference
    raise reader.error(
        Message("<{tag}> 不能出现在 <p> 中；这里可以用：<figure>、<annexref>", tag=str(element.tag))
    )


def _section(element: Element) -> Section:
    reader = Reader(element)
    title = reader.optional("title")
    level = reader.integer("level", 0)
    run_in = reader.flag("run-in", default=False)
    numbered = reader.flag("numbered", default=True)
    continued = reader.flag("continued", default=False)
    blocks = read_blocks(reader.children(*BLOCK_TAGS))
    return reader.built(lambda: Section(title, blocks, run_in, numbered, level or None, continued))


def _table(element: Element) -> Table:
    reader = Reader(element)
    caption = reader.optional("caption")
    children = reader.children("column", "thead", "tbody")
    columns = tuple(_column(child) for child in children if child.tag == "column")
    head, body = (
        tuple(
            _row(row)
            for child in children
            if child.tag == tag
            for row in Reader(child).children("row")
        )
        for tag in ("thead", "tbody")
    )
    return reader.built(lambda: Table(columns, head, body, caption))


def _column(element: Element) -> Column:
    reader = Reader(element)
    weight = reader.integer("weight") if "weight" in element.attrib else None
    align = reader.choice("align", get_args(ColumnAlign), "left")
    reader.children()
    return reader.built(lambda: Column(weight, cast("ColumnAlign", align)))


def _row(element: Element) -> Row:
    return tuple(_cell(cell) for cell in Reader(element).children("cell"))


def _cell(element: Element) -> Cell:
    reader = Reader(element)
    columns, rows = reader.integer("columns", 1), reader.integer("rows", 1)
    return Cell(tuple(_paragraph(p) for p in reader.children("p")), columns, rows)


def _roster(element: Element) -> Roster:
    return Roster(tuple(_role(role) for role in Reader(element).children("role")))


def _role(element: Element) -> Role:
    reader = Reader(element)
    name = reader.required("name")
    return Role(name, tuple(_member(member) for member in reader.children("member")))


def _member(element: Element) -> Member:
    reader = Reader(element)
    member = Member(reader.required("name"), reader.optional("office"))
    reader.children()
    return member


_BLOCK_READERS: dict[str, Callable[[Element], Block]] = {
    "p": _paragraph,
    "section": _section,
    "table": _table,
    "roster": _roster,
}
