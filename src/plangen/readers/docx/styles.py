"""Styles (17.7): which paragraphs are titles and headings, numbered or hidden by their style."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plangen.document.origins import PassageKind
from plangen.readers.archives import Element
from plangen.readers.docx.wml import VAL, W, child, is_on, value, whole_number

_HAN = "一二三四五六七八九"
_HEADING = re.compile(rf"(?:heading|标题)\s*([1-9{_HAN}])|第?([1-9{_HAN}])级标题", re.I)
_TITLE = re.compile(r"(?:title|标题|\S*[^表图]标题)", re.I)
_CONTENTS = re.compile(r"(?:toc|目录)\s*[1-9]", re.I)
_OUTLINE = f"{W}outlineLvl"
_NUMBERED = f"{W}numPr"
_DEEPEST = 9
_MOST_ANCESTORS = 20

Properties = dict[str, Element]


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph.

    ``list`` is its list and ``depth`` the level therein; where that is None, the list says which
    level belongs to the style that ``lister`` names.
    """

    kind: PassageKind = PassageKind.PARAGRAPH
    level: int = 0
    list: str = ""
    depth: int | None = None
    lister: str = ""
    hidden: bool = False


PLAIN = Style()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(f"{W}style") if root is not None else []
        self._elements = {style.get(f"{W}styleId") or "": style for style in found}
        self._known: dict[str, Style] = {}

    def style(self, name: str) -> Style:
        """What a style says, with all that it is based on."""
        if not name:
            return PLAIN
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str) -> Style:
        line: list[Element] = []
        while name in self._elements and len(line) < _MOST_ANCESTORS:
            line.append(self._elements[name])
            name = value(line[-1], "basedOn")
        style = PLAIN
        for element in reversed(line):
            style = _over(style, element)
        return style


def _over(style: Style, element: Element) -> Style:
    """A style over the one that it is based on."""
    name = value(element, "name").strip()
    properties = properties_of(child(element, "pPr"))
    style = described(style, properties)
    if _NUMBERED in properties:
        style = replace(style, lister=element.get(f"{W}styleId") or "")
    if heading := _HEADING.fullmatch(name):
        number = heading.group(1) or heading.group(2)
        level = _HAN.index(number) + 1 if number in _HAN else int(number)
        style = replace(style, kind=PassageKind.HEADING, level=level)
    elif _TITLE.fullmatch(name):
        style = replace(style, kind=PassageKind.TITLE, level=0)
    elif _CONTENTS.fullmatch(name):
        style = replace(style, kind=PassageKind.CONTENTS, level=0)
    if child(element, "rPr", "vanish") is not None:
        style = replace(style, hidden=is_on(element, "rPr", "vanish"))
    return style


def described(style: Style, properties: Properties) -> Style:
    """A style with what paragraph properties of their own say (17.3.1)."""
    outline = properties.get(_OUTLINE)
    if outline is not None and style.kind is not PassageKind.TITLE:
        level = whole_number(outline.get(VAL), _DEEPEST) + 1
        is_heading = 1 <= level <= _DEEPEST
        kind = PassageKind.HEADING if is_heading else PassageKind.PARAGRAPH
        style = replace(style, kind=kind, level=level if is_heading else 0)
    numbered = properties.get(_NUMBERED)
    if numbered is not None:
        number = value(numbered, "numId")
        if ilvl := value(numbered, "ilvl"):
            style = replace(style, depth=whole_number(ilvl))
        style = replace(style, list=number or style.list)
    return style


def properties_of(element: Element | None) -> Properties:
    """The properties of a paragraph by their tags."""
    return {str(part.tag): part for part in element} if element is not None else {}
