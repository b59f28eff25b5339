"""What the parts of an xlsx say of cells besides their values.

Part of the program that reads workbooks: nothing of plangen here but its neighbours.
"""

from __future__ import annotations

import posixpath
import re
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZipFile

from plangen.load.workbooks.looks import BUILT_IN, Looks, Spot

_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_LETTERS = 26
_BOOK = "xl/workbook.xml"


def xlsx_looks(data: bytes) -> dict[str, Looks]:
    """The looks of every sheet of an xlsx by its name."""
    with ZipFile(BytesIO(data)) as archive:
        book = _find_book(archive)
        folder = posixpath.dirname(book)
        parts = _relations(archive, book, folder)
        codes = _codes(archive, parts)
        found = {}
        for sheet in _all(archive, book, "sheet"):
            relation = next((value for key, value in sheet.items() if key.endswith("}id")), "")
            part = parts.get(relation, ("", ""))[1]
            if part in archive.namelist():
                found[sheet["name"]] = _SheetReader(codes).read(archive, part)
        return found


def _find_book(archive: ZipFile) -> str:
    """The part that lists the sheets; other programs name it otherwise."""
    for relation in _all(archive, "_rels/.rels", "Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation["Target"].lstrip("/")
    return _BOOK


def _relations(archive: ZipFile, book: str, folder: str) -> dict[str, tuple[str, str]]:
    """The parts that the book names: id → kind and name."""
    name = f"{folder}/_rels/{posixpath.basename(book)}.rels".lstrip("/")
    return {
        relation["Id"]: (
            relation.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation["Target"])).lstrip("/"),
        )
        for relation in _all(archive, name, "Relationship")
    }


def _all(archive: ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    """The attributes of all elements of a name."""
    if part not in archive.namelist():
        return []
    with archive.open(part) as file:
        return [
            dict(element.attrib)
            for _, element in ElementTree.iterparse(file)
            if element.tag.rpartition("}")[2] == tag
        ]


def _codes(archive: ZipFile, parts: dict[str, tuple[str, str]]) -> dict[int, str]:
    """The format codes of cell styles by their numbers, but for the general one."""
    part = next((name for kind, name in parts.values() if kind == "styles"), "")
    if part not in archive.namelist():
        return {}
    own = {
        int(found["numFmtId"]): found.get("formatCode", "")
        for found in _all(archive, part, "numFmt")
    }
    with archive.open(part) as file:
        root = ElementTree.parse(file).getroot()
    styles = [style for style in root if style.tag.endswith("}cellXfs")]
    numbers = [int(look.get("numFmtId", "0")) for style in styles for look in style]
    codes = ((place, own.get(code) or BUILT_IN.get(code, "")) for place, code in enumerate(numbers))
    return {place: code for place, code in codes if code and code not in ("General", "@")}


class _SheetReader:
    """Follows the elements of a sheet; keeps what a cell says besides its value."""

    def __init__(self, codes: dict[int, str]) -> None:
        self._codes, self._looks = codes, Looks()
        self._spot: Spot = (-1, -1)
        self._kind, self._style = "", ""
        self._formula, self._value, self._inside = False, "", False

    def read(self, archive: ZipFile, part: str) -> Looks:
        """The looks of one sheet."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        with archive.open(part) as file:
            parser.ParseFile(file)
        return self._looks

    def _start(self, tag: str, attributes: dict[str, Any]) -> None:
        match tag.rpartition(":")[2]:
            case "c":
                self._spot = self._cell(attributes.get("r", ""))
                self._kind, self._style = attributes.get("t", ""), attributes.get("s", "")
                self._formula, self._value = False, ""
            case "f":
                self._formula = True
            case "v":
                self._inside = True
            case "row":
                row = int(attributes.get("r", self._spot[0] + 2)) - 1
                self._spot = (row, -1)
                if attributes.get("hidden") in ("1", "true"):
                    self._looks.hidden.add(row)

    def _end(self, tag: str) -> None:
        match tag.rpartition(":")[2]:
            case "v":
                self._inside = False
            case "c":
                self._end_cell()

    def _end_cell(self) -> None:
        if self._kind == "e":
            self._looks.faults[self._spot] = self._value
        elif self._formula and not self._value and self._kind != "str":
            self._looks.faults[self._spot] = ""
        elif self._value and self._kind in ("", "n", "d") and self._style:
            code = self._codes.get(int(self._style))
            if code:
                self._looks.codes[self._spot] = code

    def _text(self, text: str) -> None:
        if self._inside:
            self._value += text

    def _cell(self, reference: str) -> Spot:
        """The place of a cell; without a reference it follows the one before."""
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            return self._spot[0], self._spot[1] + 1
        column = 0
        for letter in found[1]:
            column = column * _LETTERS + ord(letter) - ord("A") + 1
        return int(found[2]) - 1, column - 1
