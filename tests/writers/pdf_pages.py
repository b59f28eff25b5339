"""Pages for the tests of the PDF writer: faces made on the spot, and runs on a grid of a font."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Unpack

from plangen.fonts.face import Face
from plangen.pages.marks import About, GlyphRun, Mark, Page, Pages
from plangen.pages.nodes import Node, NodeKind
from tests.fonts.made import Details, Outlines, built, font

MM_PER_POINT = 25.4 / 72
ABOUT = About("关于试点工作的通知", "云溪街道办事处", "试点", ("公文", "方案"), date(2021, 3, 8))


def face(
    folder: Path,
    characters: str,
    outlines: Outlines = "truetype",
    name: str = "Made",
    **details: Unpack[Details],
) -> Face:
    """A face with glyphs for some characters."""
    return Face(font(folder / f"{name}-{outlines}.font", name, characters, outlines, **details))


def face_with_radical(folder: Path) -> Face:
    """A face that draws 心 and the radical ⼼ by one glyph, as Fandol does."""
    made = built("Radical", "一心理", "cff", cid_keyed=True)
    for table in made["cmap"].tables:
        table.cmap[ord("⼼")] = table.cmap[ord("心")]
    path = folder / "radical.otf"
    made.save(path)
    return Face(path)


def run(
    face: Face,
    text: str,
    x: float = 28.0,
    y: float = 41.9,
    offsets: Sequence[float] = (),
    **more: Any,
) -> GlyphRun:
    """A run in 16 points, one glyph beside the other unless ``offsets`` say otherwise."""
    size = more.setdefault("size", 16.0)
    glyphs = tuple(map(face.glyph, text))
    if not offsets:
        widths = [face.advance(glyph) * size * MM_PER_POINT for glyph in glyphs]
        offsets = [sum(widths[:place]) for place in range(len(glyphs))]
    return GlyphRun(face, x=x, y=y, text=text, glyphs=glyphs, offsets=tuple(offsets), **more)


def paged(
    *pages: Iterable[Mark], root: Node | None = None, about: About = ABOUT, **size: float
) -> Pages:
    """Pages with these marks; their elements are below ``root``."""
    made = tuple(Page(marks=list(marks), **size) for marks in pages)
    return Pages(made, root or Node(NodeKind.DOCUMENT), about)


def one_paragraph(face: Face, text: str, **more: Any) -> Pages:
    """One page with one run of one paragraph."""
    root = Node(NodeKind.DOCUMENT)
    return paged([run(face, text, node=root.add(NodeKind.PARAGRAPH), **more)], root=root)
