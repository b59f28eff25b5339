"""What an ods says of cells besides their values: it keeps what they show.

Part of the program that reads workbooks: nothing of plangen here but its neighbours.
"""

from __future__ import annotations

from io import BytesIO
from xml.parsers import expat
from zipfile import ZipFile

from plangen.load.workbooks.looks import Looks

_NUMBERS = ("float", "percentage", "currency", "date", "time", "boolean")
_MOST = 1 << 20  # rows of a sheet
_KEPT_ROWS, _KEPT_COLUMNS = 20_000, 200  # of repeated ones; more are not read anyway


def ods_looks(data: bytes) -> dict[str, Looks]:
    """The looks of every sheet of an ods by its name."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    with ZipFile(BytesIO(data)) as archive, archive.open("content.xml") as file:
        parser.ParseFile(file)
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found: dict[str, Looks] = {}
        self._tables: list[str] = []
        self._row = self._column = 0
        self._rows = self._columns = 1  # how often the row, the cell is repeated
        self._kind = self._shown = self._truth = ""
        self._formula = self._inside = self._remark = False
        self._spans = (1, 1)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "table:table":
                self._tables.append(attributes.get("table:name", ""))
                if len(self._tables) == 1:
                    self.found[self._tables[0]] = Looks()
                    self._row = 0
            case "table:table-row" if len(self._tables) == 1:
                self._column, self._rows = 0, _times(attributes, "table:number-rows-repeated")
                if attributes.get("table:visibility", "visible") != "visible":
                    self.found[self._tables[0]].hidden.update(self._repeated_rows())
            case "table:table-cell" | "table:covered-table-cell" if len(self._tables) == 1:
                self._start_cell(attributes)
            case "text:p" if not self._remark:
                self._inside = True
                self._shown += "\n" if self._shown else ""
            case "office:annotation":
                self._remark = True  # its text is not the cell's

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._columns = _times(attributes, "table:number-columns-repeated")
        error = attributes.get("calcext:value-type") == "error"
        self._kind = "error" if error else attributes.get("office:value-type", "")
        self._truth = attributes.get("office:boolean-value", "")
        self._formula = "table:formula" in attributes
        self._spans = (
            _times(attributes, "table:number-rows-spanned"),
            _times(attributes, "table:number-columns-spanned"),
        )
        self._shown = ""

    def end(self, tag: str) -> None:
        match tag:
            case "table:table":
                self._tables.pop()
            case "table:table-row" if len(self._tables) == 1:
                self._row += self._rows
            case "table:table-cell" | "table:covered-table-cell" if len(self._tables) == 1:
                self._end_cell(self.found[self._tables[0]])
                self._column += self._columns
            case "text:p":
                self._inside = False
            case "office:annotation":
                self._remark = False

    def _end_cell(self, looks: Looks) -> None:
        spot = self._row, self._column
        high, wide = self._spans
        if high > 1:
            looks.merged.append((*spot, self._row + high - 1, self._column + wide - 1))
        if self._kind == "error" or (self._formula and self._shown.startswith(("#", "Err:"))):
            looks.faults[spot] = self._shown
        elif self._kind in _NUMBERS and self._shown:
            if self._truth:  # shown in the language of whoever saved the file
                self._shown = self._truth.upper()
            for row in self._repeated_rows():
                for column in range(self._column, self._column + min(self._columns, _KEPT_COLUMNS)):
                    looks.shown[row, column] = self._shown

    def text(self, text: str) -> None:
        if self._inside and self._kind:
            self._shown += text

    def _repeated_rows(self) -> range:
        return range(self._row, self._row + min(self._rows, _KEPT_ROWS))


def _times(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    return min(int(written), _MOST) if written.isdigit() else 1
