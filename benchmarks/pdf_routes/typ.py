"""The blocks of a document in the language of typst."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pdf_routes.blocks import BODY, PROFILE, TRACKING, Block, Mark, Row, Space, Text, Turn, Words
from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import MM_PER_POINT, RED, TYPE_WIDTH

SETTINGS = """\
#set page(paper: "a4", margin: (top: {top}mm, right: {right}mm, bottom: {bottom}mm, left: {left}mm),
  footer: context align(right, text(font: {songti}, size: 14pt)[— #counter(page).display() —]))
#set text(font: {fangsong}, size: 16pt, tracking: {tracking}mm, lang: "zh", region: "cn",
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, spacing: {leading}mm, leading: {leading}mm)
#set block(spacing: {leading}mm)
"""
JUSTIFIED = "justify"
ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "left"}


def typst_source(blocks: Iterable[Block], families: Mapping[FontRole, str]) -> str:
    """A whole source file; ``families`` are the names by which typst finds the fonts."""
    names = {role: f'"{family}"' for role, family in families.items()}
    settings = SETTINGS.format(
        top=PROFILE.top + _leading(BODY) / 2,
        right=PROFILE.right,
        bottom=PROFILE.bottom - _leading(BODY) / 2,
        left=PROFILE.left,
        tracking=TRACKING,
        leading=_leading(BODY),
        songti=names[FontRole.SONGTI],
        fangsong=names[FontRole.FANGSONG],
    )
    for role, name in names.items():
        bold = ', weight: "bold"' if role is FontRole.XIAOBIAOSONG else ""
        settings += f"#let {role.name}(it) = text(font: {name}{bold}, it)\n"
    return settings + "".join(map(_block, blocks))


def _leading(size: float) -> float:
    """The white between the lines of type of a size, in mm."""
    return PROFILE.line - size * MM_PER_POINT


def _block(block: Block) -> str:
    match block:
        case Text():
            return _text(block)
        case Row():
            return _row(block)
        case Space():
            return f"#v({block.height - _leading(BODY)}mm)\n"
        case Turn():
            return "#pagebreak()\n"
        case Mark():
            return _mark(block)


def _text(text: Text) -> str:
    words = "".join(map(_words, text.words))
    rule = f'#line(length: 100%, stroke: 0.35mm + rgb("#{RED}"))\n' if text.ruled else ""
    if text.align == JUSTIFIED and not text.left:
        return f"#[{_indented(text)}{words}\n\n]\n{rule}"
    hanging = max(0.0, -text.first)
    inset = f"(left: {text.left - hanging}mm, right: {text.right}mm)"
    settings = f"#set align({ALIGN[text.align]});#set par(justify: false);{_indented(text)}"
    return f"#block(width: 100%, inset: {inset})[{settings}{_set_size(text.size)}{words}]\n{rule}"


def _indented(text: Text) -> str:
    first = f"(amount: {max(0.0, text.first)}mm, all: true)"
    return f"#set par(first-line-indent: {first}, hanging-indent: {max(0.0, -text.first)}mm);"


def _set_size(size: float) -> str:
    return "" if size == BODY else f"#set text(size: {size}pt);"


def _words(words: Words) -> str:
    text = "\\\n".join(f'#"{_escaped(line)}"' for line in words.text.split("\n"))
    if words.spread:
        text = f"#text(tracking: {TRACKING + words.spread}mm)[{text}]"
    return text if words.role is FontRole.FANGSONG else f"#{words.role.name}[{text}]"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _row(row: Row) -> str:
    *cells, (last, words) = row.cells
    placed = "".join(f"#place(dx: {left}mm)[{''.join(map(_words, some))}]" for left, some in cells)
    rest = f"#pad(left: {last}mm)[#set par(justify: false);{''.join(map(_words, words))}]"
    return f"#block(width: 100%)[{_set_size(row.size)}{placed}{rest}]\n"


def _mark(mark: Mark) -> str:
    settings = f'#set text(size: {mark.size}pt, tracking: 0pt, fill: rgb("#{RED}"));'
    letters = "".join(
        f"#place(dx: {letter.left}mm, dy: {letter.top}mm)"
        f"[#box(width: {TYPE_WIDTH}mm)[#text(tracking: {letter.words.spread}mm)"
        f'[#{letter.words.role.name}[#"{_escaped(letter.words.text)}"]]]]'
        for letter in mark.letters
    )
    return f"#block(height: {mark.height}mm, width: 100%)[{settings}{letters}]\n"
