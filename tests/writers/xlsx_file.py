"""A workbook as the format's own parts say it: sheets, rows, values."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

Element = etree._Element  # lxml names its element class with an underscore; there is no other

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
FIRST = date(1899, 12, 30)  # day 0 of a workbook, for days after February 1900
Value = str | int | date | None


class XlsxFile:
    """The parts of a workbook."""

    def __init__(self, content: bytes) -> None:
        self._archive = ZipFile(BytesIO(content))
        self.names = self._archive.namelist()
        self._book = self._root("xl/workbook.xml")
        shared = "xl/sharedStrings.xml"
        items = list(self._root(shared)) if shared in self.names else []
        self.strings = ["".join(map(str, item.itertext())) for item in items]
        self.days = self._day_styles()

    def part(self, name: str) -> bytes:
        """A part as it is."""
        return self._archive.read(name)

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets in their order."""
        found = _all(self._book, ".//m:sheet")
        return [
            Sheet(str(sheet.get("name")), self._root(f"xl/worksheets/sheet{number}.xml"), self)
            for number, sheet in enumerate(found, 1)
        ]

    def defined(self, name: str) -> list[str]:
        """What a defined name stands for, sheet by sheet."""
        return [str(found.text) for found in _all(self._book, f".//m:definedName[@name='{name}']")]

    def _root(self, name: str) -> Element:
        return etree.fromstring(self.part(name))

    def _day_styles(self) -> set[int]:
        """The numbers of cell formats that show a day."""
        styles = self._root("xl/styles.xml")
        formats = {
            found.get("numFmtId")
            for found in _all(styles, ".//m:numFmt")
            if "yyyy" in str(found.get("formatCode"))
        }
        cells = _all(styles, "./m:cellXfs/m:xf")
        return {place for place, cell in enumerate(cells) if cell.get("numFmtId") in formats}


class Sheet:
    """One sheet."""

    def __init__(self, name: str, root: Element, file: XlsxFile) -> None:
        self.name = name
        self._root = root
        self._file = file

    def all(self, tag: str) -> list[Element]:
        """Every element of a name."""
        return _all(self._root, f".//m:{tag}")

    def one(self, tag: str) -> Element:
        """The only element of a name."""
        (found,) = self.all(tag)
        return found

    @property
    def rows(self) -> list[list[Value]]:
        """The values row by row."""
        return [[self._value(cell) for cell in _all(row, "./m:c")] for row in self.all("row")]

    @property
    def text(self) -> str:
        """All texts, one a line; XML's line breaks inside them are kept."""
        return "\n".join(str(value) for row in self.rows for value in row)

    def _value(self, cell: Element) -> Value:
        written = cell.find("m:v", NAMES)
        if written is None or written.text is None:
            return None
        if cell.get("t") == "s":
            text = self._file.strings[int(written.text)]
            return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)
        if int(cell.get("s", "0")) in self._file.days:
            return FIRST + timedelta(days=int(written.text))
        return int(written.text)


def _all(element: Element, path: str) -> list[Element]:
    return element.findall(path, NAMES)
