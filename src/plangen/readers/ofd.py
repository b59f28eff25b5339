"""OFD (GB/T 33190-2016): the words of its pages at their places, as lines and paragraphs."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Iterator

from plangen.document.origins import ReadDocument
from plangen.errors import Message
from plangen.readers.archives import Archive, Element
from plangen.readers.limits import LONGEST_READING, MOST_PAGES
from plangen.readers.pdf.marks import Glyph, Rule, Sheet
from plangen.readers.placed import read_sheets
from plangen.readers.refusing import refused

_A4 = (210.0, 297.0)  # mm
_MOST_REPEATS = 10_000  # distances that one "g" of DeltaX stands for


def read_ofd(data: bytes, name: str) -> ReadDocument:
    """The words of an OFD file and where they stand. Raises InputError."""
    archive = Archive(data, name)
    if "OFD.xml" not in archive.entries:
        raise refused(name, Message("文件已损坏：缺少 OFD.xml；请向发文者重新索取"))
    return read_sheets(_sheets(archive), name, "ofd")


def _sheets(archive: Archive) -> Iterator[Sheet]:
    end = time.monotonic() + LONGEST_READING
    for count, (page, area) in enumerate(_pages(archive)):
        if count >= MOST_PAGES:
            raise refused(archive.name, Message("OFD 超过 {limit} 页，没有读", limit=MOST_PAGES))
        if time.monotonic() > end:
            limit = int(LONGEST_READING)
            raise refused(
                archive.name, Message("OFD 读了 {limit} 秒还没有读完，已停止", limit=limit)
            )
        width, height = _size(page, area)
        glyphs = [glyph for text in _named(page, "TextObject") for glyph in _glyphs(text, height)]
        rules: list[Rule] = []
        yield Sheet(width, height, glyphs, rules, [], 0, "")


def _pages(archive: Archive) -> Iterator[tuple[Element, str]]:
    """The content of each page, and the page area of its document."""
    for root in _texts(archive.xml("OFD.xml"), "DocRoot"):
        main = _path("", root)
        if main not in archive.entries:
            raise refused(archive.name, Message("文件已损坏：缺少 {entry}", entry=main[:80]))
        document = archive.xml(main)
        area = next(_texts(document, "PhysicalBox"), "")
        for page in _named(document, "Page"):
            entry = _path(posixpath.dirname(main), page.get("BaseLoc") or "")
            if entry in archive.entries:
                yield archive.xml(entry), area


def _path(folder: str, target: str) -> str:
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _named(root: Element, name: str) -> Iterator[Element]:
    return root.iter(f"{{*}}{name}")


def _texts(root: Element, name: str) -> Iterator[str]:
    return (element.text.strip() for element in _named(root, name) if element.text)


def _size(page: Element, area: str) -> tuple[float, float]:
    own = next(_texts(page, "PhysicalBox"), area)
    numbers = _numbers(own)
    return (numbers[2], numbers[3]) if len(numbers) == 4 and min(numbers[2:]) > 0 else _A4


def _glyphs(text: Element, height: float) -> Iterator[Glyph]:
    """The characters of a text object, each right of the one before by its delta (11.3)."""
    box = [*_numbers(text.get("Boundary") or ""), 0.0, 0.0][:2]
    size = (_numbers(text.get("Size") or "") or [0.0])[0] or 1.0
    scale = _numbers(text.get("CTM") or "")
    stretch = scale[0] if len(scale) == 6 and scale[0] > 0 else 1.0
    x = y = 0.0
    for code in _named(text, "TextCode"):
        x = (_numbers(code.get("X") or "") or [x])[0]
        y = (_numbers(code.get("Y") or "") or [y])[0]
        down = height - box[1] - y * stretch
        steps = _deltas(code.get("DeltaX") or "")
        at = x
        for character in code.text or "":
            left = box[0] + at * stretch
            wide = size * stretch * (0.5 if character.isascii() else 1.0)
            top = down + size * stretch * 0.86
            yield Glyph(character, left, left + wide, top - size * stretch, top, size * stretch)
            at += next(steps, wide / stretch)


def _deltas(text: str) -> Iterator[float]:
    """The distances of characters; ``g 3 5.0`` stands for three of 5.0."""
    words = iter(text.split())
    for word in words:
        if word != "g":
            yield from _numbers(word)
            continue
        count = next(words, "0")
        value = _numbers(next(words, ""))
        if count.isdecimal() and len(count) < 6 and value:
            yield from value * min(int(count), _MOST_REPEATS)


def _numbers(text: str) -> list[float]:
    numbers = []
    for word in text.split():
        try:
            number = float(word)
        except ValueError:
            return []
        if not abs(number) < 1e6:
            return []
        numbers.append(number)
    return numbers
