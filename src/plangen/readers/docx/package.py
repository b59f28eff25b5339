"""The parts of a Word package (ECMA-376 part 2): found by relationships, whatever their names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from plangen.errors import Message
from plangen.readers.archives import Archive, Element
from plangen.readers.docx.wml import STRICT_W, W
from plangen.readers.refusing import refused

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_USUAL = "word/document.xml"


class Package:
    """A docx file: its main part, and those that the main part names."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._main = self._main_part()
        self._parts = list(self._related(self._main))

    def main(self) -> Element:
        """The root of the part that holds the body. Raises InputError."""
        return self._word(self._main)

    def has(self, kind: str) -> bool:
        """Whether there is a part of a kind: comments, footnotes, styles …"""
        return next(self._named(kind), None) is not None

    def part(self, kind: str) -> Element | None:
        """The root of the only part of a kind; None where there is none."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        """The roots of all parts of a kind: header, footer."""
        return (self._word(entry) for entry in self._named(kind))

    def _named(self, kind: str) -> Iterator[str]:
        entries = [entry for one, entry in self._parts if one == kind]
        if not entries:  # tools that write no relationships use Word's names
            usual = re.compile(re.escape(posixpath.dirname(self._main)) + rf"/{kind}\d*\.xml")
            entries = sorted(filter(usual.fullmatch, self._archive.entries))
        return iter(dict.fromkeys(entries))

    def _main_part(self) -> str:
        """The part that the package says is its document; where Word puts it by default."""
        for kind, entry in self._related(""):
            if kind == "officeDocument":
                return entry
        if _USUAL in self._archive.entries:
            return _USUAL
        message = Message("文件已损坏：缺少正文（word/document.xml）；请向发文者重新索取")
        raise refused(self._archive.name, message)

    def _related(self, source: str) -> Iterator[tuple[str, str]]:
        """The kinds and names of the parts that a part names, of those that are there."""
        folder, name = posixpath.split(source)
        root = self._archive.maybe_xml(posixpath.join(folder, f"_rels/{name}.rels"))
        for relation in root.findall(f"{_RELATIONS}Relationship") if root is not None else ():
            target = posixpath.join("/", folder, relation.get("Target") or "")
            entry = posixpath.normpath(target).lstrip("/")
            kind = (relation.get("Type") or "").rpartition("/")[2]
            if relation.get("TargetMode") != "External" and entry in self._archive.entries:
                yield kind, entry

    def _word(self, entry: str) -> Element:
        """A part in the main namespace; the strict form of the standard names it differently."""
        root = self._archive.xml(entry)
        if str(root.tag).startswith(STRICT_W):
            for element in root.iter(etree.Element):
                element.tag = str(element.tag).replace(STRICT_W, W)
                for key, held in list(element.attrib.items()):
                    if key.startswith(STRICT_W):
                        element.set(key.replace(STRICT_W, W), held)
        return root
