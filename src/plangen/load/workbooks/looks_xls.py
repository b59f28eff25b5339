"""What an xls (BIFF 8) says of cells besides their values: [MS-XLS] and, around it, [MS-CFB].

Part of the program that reads workbooks: nothing of plangen here but its neighbours.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from plangen.load.workbooks.looks import BUILT_IN, Looks

_END = 0xFFFFFFFA  # this and above are no sectors
_BIFF8 = 0x0600
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}
_NOT_AVAILABLE = "#N/A"
_HIDDEN = 0x20
_BOF, _EOF, _FORMAT, _XF, _SHEET = 0x0809, 0x000A, 0x041E, 0x00E0, 0x0085
_LOCKED = 0x002F
_NUMBER, _RK, _SEVERAL_RK, _FORMULA, _BOOL_OR_ERROR, _ROW = (
    *(0x0203, 0x027E, 0x00BD),
    *(0x0006, 0x0205, 0x0208),
)


def xls_looks(data: bytes) -> dict[str, Looks]:
    """The looks of every sheet of an xls by its name; of versions before Excel 97, nothing."""
    book = _workbook(data)
    if len(book) < 8 or struct.unpack_from("<H2xH", book) != (_BOF, _BIFF8):
        return {}
    formats, styles, sheets = dict(BUILT_IN), [], []
    for kind, record in _records(book, 0):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", record)[0]] = _text(record[2:], "<H")
        elif kind == _XF:
            styles.append(struct.unpack_from("<2xH", record)[0])
        elif kind == _SHEET:
            sheets.append((struct.unpack_from("<I", record)[0], _text(record[6:], "<B")))
    codes = {place: formats.get(number, "") for place, number in enumerate(styles)}
    return {name: _sheet(book, start, codes) for start, name in sheets}


def is_locked(data: bytes) -> bool:
    """Whether the cells of an xls are encrypted (FilePass)."""
    return any(kind == _LOCKED for kind, _ in _records(_workbook(data), 0))


def _workbook(data: bytes) -> bytes:
    """The stream of the workbook in a compound file; empty where there is none."""
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    tables, directory = struct.unpack_from("<II", data, 44)
    cutoff, mini_start = struct.unpack_from("<II", data, 56)
    (further,) = struct.unpack_from("<I", data, 68)
    sectors = _Sectors(data, 1 << shift, _sector_table(data, 1 << shift, tables, further))
    entries = sectors.chain(directory)
    for start in range(0, len(entries) - 127, 128):
        entry = entries[start : start + 128]
        (size,) = struct.unpack_from("<H", entry, 64)  # of the name, with its end
        if entry[: max(0, size - 2)].decode("utf-16-le", "replace") == "Workbook":
            first, length = struct.unpack_from("<II", entry, 116)
            break
    else:
        return b""
    if length >= cutoff:
        return sectors.chain(first)[:length]
    small = sectors.chain(struct.unpack_from("<I", entries, 116)[0])
    links = _numbers(sectors.chain(mini_start))
    return _Sectors(small, 1 << mini_shift, links, header=False).chain(first)[:length]


def _numbers(data: bytes) -> tuple[int, ...]:
    count = len(data) // 4
    return struct.unpack(f"<{count}I", data[: 4 * count])


def _sector_table(data: bytes, size: int, tables: int, further: int) -> tuple[int, ...]:
    """Which sector follows which; the table lies in sectors of its own."""
    places = list(struct.unpack_from("<109I", data, 76))
    seen: set[int] = set()
    while further < _END and further not in seen:
        seen.add(further)
        *more, further = _numbers(data[(further + 1) * size : (further + 2) * size]) or (_END,)
        places += more
    blocks = b"".join(data[(place + 1) * size : (place + 2) * size] for place in places[:tables])
    return _numbers(blocks)


class _Sectors:
    """Sectors of a file, and which of them follows which."""

    def __init__(
        self, data: bytes, size: int, links: tuple[int, ...], *, header: bool = True
    ) -> None:
        self._data, self._size, self._links, self._skipped = data, size, links, header

    def chain(self, sector: int) -> bytes:
        """The sectors of a chain in one; a circle ends where it closes."""
        found, seen = [], set()
        while sector < len(self._links) and sector not in seen:
            seen.add(sector)
            start = (sector + self._skipped) * self._size
            found.append(self._data[start : start + self._size])
            sector = self._links[sector]
        return b"".join(found)


def _records(book: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of a substream, those of charts inside it left out."""
    depth = 0
    while start + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, start)
        record = book[start + 4 : start + 4 + length]
        start += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            return
        if depth == 1:
            yield kind, record


def _text(data: bytes, count: str) -> str:
    """A text with its length and its width before it."""
    (length,) = struct.unpack_from(count, data)
    start = struct.calcsize(count)
    wide = data[start] & 1
    raw = data[start + 1 : start + 1 + length * (1 + wide)]
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")


def _sheet(book: bytes, start: int, codes: dict[int, str]) -> Looks:
    looks = Looks()
    for kind, record in _records(book, start):
        if kind == _ROW and len(record) >= 14:
            row, options = struct.unpack_from("<H10xH", record)
            if options & _HIDDEN:
                looks.hidden.add(row)
        elif kind in (_NUMBER, _RK, _FORMULA, _BOOL_OR_ERROR) and len(record) >= 8:
            _cell(looks, kind, record, codes)
        elif kind == _SEVERAL_RK:
            row, first = struct.unpack_from("<HH", record)
            for place in range((len(record) - 6) // 6):
                (style,) = struct.unpack_from("<H", record, 4 + 6 * place)
                _keep(looks, (row, first + place), codes.get(style, ""))
    return looks


def _cell(looks: Looks, kind: int, record: bytes, codes: dict[int, str]) -> None:
    row, column, style = struct.unpack_from("<HHH", record)
    spot = row, column
    if kind == _BOOL_OR_ERROR and record[7]:
        looks.faults[spot] = _ERRORS.get(record[6], _NOT_AVAILABLE)
    elif kind == _FORMULA and record[12:14] == b"\xff\xff":
        if record[6] == 2:  # an error; 0 is a text, 1 a truth value, 3 nothing
            looks.faults[spot] = _ERRORS.get(record[8], _NOT_AVAILABLE)
    elif kind != _BOOL_OR_ERROR:
        _keep(looks, spot, codes.get(style, ""))


def _keep(looks: Looks, spot: tuple[int, int], code: str) -> None:
    if code and code not in ("General", "@"):
        looks.codes[spot] = code
