"""The blocks of a document as HTML with CSS: what WeasyPrint is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from pdf_routes.blocks import PROFILE, TRACKING, Block, Mark, Row, Space, Text, Turn, Words
from plangen.fonts.face import Face
from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import RED, TYPE_WIDTH

PAGE = """\
@page {{ size: A4; margin: {top}mm {right}mm {bottom}mm {left}mm;
  @bottom-right {{ font: 14pt {songti}; content: "— " counter(page) " —" }} }}
body {{ margin: 0; font: 16pt/{line}mm {fangsong}; letter-spacing: {tracking}mm }}
p {{ margin: 0; text-align: justify; orphans: 1; widows: 1 }}
.row {{ position: relative }}
.cell {{ position: absolute; top: 0; white-space: nowrap }}
.mark {{ position: relative; line-height: 1; letter-spacing: 0; color: #{red} }}
.turn {{ break-before: page }}
.ruled {{ border-bottom: 0.35mm solid #{red}; padding-bottom: 1mm }}
"""


def html(blocks: Iterable[Block], faces: Mapping[FontRole, Face]) -> str:
    """A whole HTML page."""
    names = {role: f'"{face.family}"' for role, face in faces.items()}
    rules = PAGE.format(
        top=PROFILE.top,
        right=PROFILE.right,
        bottom=PROFILE.bottom,
        left=PROFILE.left,
        line=PROFILE.line,
        tracking=TRACKING,
        songti=names[FontRole.SONGTI],
        fangsong=names[FontRole.FANGSONG],
        red=RED,
    )
    for role, name in names.items():
        rules += f".{role.name} {{ font-family: {name}; font-weight: {faces[role].weight} }}\n"
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>\n{rules}</style>'
        f"<body>\n{''.join(map(_block, blocks))}</body></html>"
    )


def _block(block: Block) -> str:
    match block:
        case Text():
            return _text(block)
        case Row():
            return _row(block)
        case Space():
            return f'<div style="height:{block.height}mm"></div>\n'
        case Turn():
            return '<div class="turn"></div>\n'
        case Mark():
            return _mark(block)


def _text(text: Text) -> str:
    style = f"font-size:{text.size}pt;text-align:{text.align};text-indent:{text.first}mm;"
    style += f"padding:0 {text.right}mm 0 {text.left}mm"
    ruled = ' class="ruled"' if text.ruled else ""
    return f'<p{ruled} style="{style}">{"".join(map(_words, text.words))}</p>\n'


def _words(words: Words) -> str:
    style = f' style="letter-spacing:{TRACKING + words.spread}mm"' if words.spread else ""
    text = escape(words.text).replace("\n", "<br>")
    return f'<span class="{words.role.name}"{style}>{text}</span>'


def _row(row: Row) -> str:
    """All cells but the last are out of the flow; the last one makes the row as high as it is."""
    *cells, (last, words) = row.cells
    spans = "".join(
        f'<span class="cell" style="left:{left}mm">{"".join(map(_words, some))}</span>'
        for left, some in cells
    )
    style = f"font-size:{row.size}pt;line-height:{row.line}mm;padding-left:{last}mm"
    return f'<div class="row" style="{style}">{spans}{"".join(map(_words, words))}</div>\n'


def _mark(mark: Mark) -> str:
    return (
        f'<div class="mark" style="height:{mark.height}mm;font-size:{mark.size}pt">'
        + "".join(_letters(mark))
        + "</div>\n"
    )


def _letters(mark: Mark) -> Iterator[str]:
    for letter in mark.letters:
        words = letter.words
        place = f"left:{letter.left}mm;top:{letter.top}mm;max-width:{TYPE_WIDTH}mm"
        style = f"{place};letter-spacing:{words.spread}mm"
        yield f'<span class="cell {words.role.name}" style="{style}">{escape(words.text)}</span>'
