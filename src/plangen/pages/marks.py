"""Marks on a page: every length in mm from the page's top left, sizes of type in points.

A mark knows the node it belongs to; one without a node is decoration (a rule, a page number),
which is not read aloud.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plangen.fonts.face import Face
from plangen.pages.nodes import Node


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face on one baseline.

    ``x`` is where the first glyph begins and ``y`` the baseline; ``offsets`` are the distances of
    every glyph from ``x`` (the first is 0). ``text`` has exactly one character a glyph.
    ``scale`` narrows the glyphs (1.0: natural). ``turned``: clockwise by a quarter around (x, y),
    so that the offsets run down the page.
    """

    face: Face
    size: float
    x: float
    y: float
    text: str
    glyphs: tuple[int, ...]
    offsets: tuple[float, ...]
    colour: str = "000000"
    scale: float = 1.0
    turned: bool = False
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled box: rules of 版头 and 版记, borders of tables. ``x``, ``y``: its top left."""

    x: float
    y: float
    width: float
    height: float
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class Circle:
    """The dashed outline of a seal's place, on a draft. ``x``, ``y``: its centre."""

    x: float
    y: float
    diameter: float
    colour: str = "FF0000"


@dataclass(frozen=True, slots=True, eq=False)
class Bitmap:
    """An image: 8-bit RGB rows and, where it has transparency, 8-bit alpha rows."""

    width: int
    height: int
    rgb: bytes
    alpha: bytes | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A bitmap in a box: a seal over 署名 and date. ``x``, ``y``: its top left."""

    bitmap: Bitmap
    x: float
    y: float
    width: float
    height: float
    node: Node | None = None


Mark = GlyphRun | Rule | Circle | Picture


@dataclass(slots=True)
class Page:
    """One page: its size in mm as it is read, and its marks in the order of drawing."""

    width: float = 210.0
    height: float = 297.0
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of its document (元数据): never printed."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: date | None = None
    language: str = "zh-CN"


@dataclass(frozen=True, slots=True)
class Pages:
    """A document as it is set: its pages, the tree of its elements, and what is said of it."""

    pages: tuple[Page, ...]
    root: Node
    about: About
