"""OFD (GB/T 33190-2016): the words and rules of its pages at their places."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from plangen.document.origins import ReadDocument
from plangen.errors import Message
from plangen.findings import Severity
from plangen.readers.archives import Archive, Element
from plangen.readers.limits import LONGEST_READING, MOST_GLYPHS, MOST_PAGES
from plangen.readers.ofd_objects import glyphs_of, numbers, rules_of
from plangen.readers.pdf.marks import POINTS, Glyph, Rule, Sheet
from plangen.readers.placed import read_sheets
from plangen.readers.refusing import refused, remark

_A4 = (210.0, 297.0)  # mm


def read_ofd(data: bytes, name: str) -> ReadDocument:
    """The words of an OFD file and where they stand. Raises InputError."""
    archive = Archive(data, name)
    if "OFD.xml" not in archive.entries:
        raise refused(name, Message("文件已损坏：缺少 OFD.xml；请向发文者重新索取"))
    if any(entry.endswith("Encryptions.xml") for entry in archive.entries):
        raise refused(name, Message("文件加了密码；请先解除密码"))
    book = _Book(archive)
    document = read_sheets(_sheets(book), name, "ofd")
    if not book.missing:
        return document
    message = Message("OFD 缺少 {count} 页的内容，没有读；请向发文者重新索取", count=book.missing)
    lost = remark(name, "read.lost-pages", Severity.ERROR, message)
    return replace(document, findings=(lost, *document.findings))


@dataclass(slots=True)
class _Book:
    """The documents of a file; ``missing`` counts pages that are listed and not there."""

    archive: Archive
    missing: int = 0

    def pages(self) -> Iterator[tuple[list[Element], str]]:
        """The contents of each page, its templates first, and the page area of its document."""
        for root in _texts(self.archive.xml("OFD.xml"), "DocRoot"):
            main = _path("", root)
            if main not in self.archive.entries:
                message = Message("文件已损坏：缺少 {entry}", entry=main[:80])
                raise refused(self.archive.name, message)
            document = self.archive.xml(main)
            folder = posixpath.dirname(main)
            area = next(_texts(document, "PhysicalBox"), "")
            templates = {
                one.get("ID") or "": _path(folder, one.get("BaseLoc") or "")
                for one in _named(document, "TemplatePage")
            }
            for page in document.iterfind("{*}Pages/{*}Page"):
                entry = _path(folder, page.get("BaseLoc") or "")
                if entry in self.archive.entries:
                    yield self._contents(self.archive.xml(entry), templates), area
                else:
                    self.missing += 1

    def _contents(self, page: Element, templates: dict[str, str]) -> list[Element]:
        used = (templates.get(one.get("TemplateID") or "", "") for one in _named(page, "Template"))
        return [*(self.archive.xml(e) for e in used if e in self.archive.entries), page]


def _sheets(book: _Book) -> Iterator[Sheet]:
    name = book.archive.name
    end = time.monotonic() + LONGEST_READING
    for count, (contents, area) in enumerate(book.pages()):
        if count >= MOST_PAGES:
            raise refused(name, Message("OFD 超过 {limit} 页，没有读", limit=MOST_PAGES))
        if time.monotonic() > end:
            limit = int(LONGEST_READING)
            raise refused(name, Message("OFD 读了 {limit} 秒还没有读完，已停止", limit=limit))
        sheet = _sheet(contents, area)
        if len(sheet.glyphs) > MOST_GLYPHS:
            raise refused(name, Message("有一页超过 {limit} 个字符，没有读", limit=MOST_GLYPHS))
        yield sheet


def _sheet(contents: list[Element], area: str) -> Sheet:
    width, height = _size(contents[-1], area)
    glyphs: list[Glyph] = []
    rules: tuple[list[Rule], list[Rule]] = ([], [])
    pictures = 0
    for content in contents:
        for text in _named(content, "TextObject"):
            if text.get("Visible") != "false":
                room = MOST_GLYPHS + 1 - len(glyphs)  # one more than is read, to be refused
                glyphs += islice(glyphs_of(text, height), room)
        for path in _named(content, "PathObject"):
            for rule, is_upright in rules_of(path, height):
                rules[is_upright].append(rule)
        pictures += sum(1 for _ in _named(content, "ImageObject"))
    return Sheet(width * POINTS, height * POINTS, glyphs, *rules, 0, "", pictures)


def _path(folder: str, target: str) -> str:
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _named(root: Element, name: str) -> Iterator[Element]:
    return root.iter(f"{{*}}{name}")


def _texts(root: Element, name: str) -> Iterator[str]:
    return (element.text.strip() for element in _named(root, name) if element.text)


def _size(page: Element, area: str) -> tuple[float, float]:
    own = numbers(next(_texts(page, "PhysicalBox"), area))
    return (own[2], own[3]) if len(own) == 4 and min(own[2:]) > 0 else _A4
