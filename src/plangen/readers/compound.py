"""Compound files (MS-CFB): the streams inside old Office files, by their names."""

from __future__ import annotations

import struct
from collections.abc import Sequence

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512  # bytes
_LISTED = 109  # sectors of the allocation table that the header itself lists
_ENTRY = 128  # bytes of a directory entry
_LAST_SECTOR = 0xFFFFFFFA
_STREAM, _ROOT = 2, 5


class DamagedError(ValueError):
    """A compound file whose tables lead nowhere."""


class Compound:
    """A compound file. Raises DamagedError where it is none, or its tables are not right."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(MARK):
            raise DamagedError
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise DamagedError
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, self._cutoff, mini = (
            struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60)
        )
        self._next = self._table(self._allocation())
        self._mini_next = self._table(self._chain(mini, self._next))
        self._entries = self._listed(self._joined(directory))
        root = next((e for e in self._entries.values() if e[0] == _ROOT), (_ROOT, 0, 0))
        self._mini = self._joined(root[1]) if root[2] else b""

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; empty where there is none of that name."""
        kind, first, size = self._entries.get(name, (0, 0, 0))
        if kind != _STREAM or not size:
            return b""
        if size >= self._cutoff:
            return self._joined(first)[:size]
        width = self._mini_size
        pieces = [self._mini[at * width : (at + 1) * width] for at in self._mini_chain(first)]
        return b"".join(pieces)[:size]

    def _mini_chain(self, first: int) -> list[int]:
        return self._chain(first, self._mini_next)

    def _allocation(self) -> list[int]:
        """The sectors that hold the allocation table."""
        found = list(struct.unpack_from(f"<{_LISTED}I", self._data, 76))
        at, count = struct.unpack_from("<II", self._data, 68)
        each = self._size // 4
        for _ in range(min(count, len(self._data) // self._size)):
            if at >= _LAST_SECTOR:
                break
            *more, at = struct.unpack(f"<{each}I", self._sector(at))
            found += more
        return [sector for sector in found if sector < _LAST_SECTOR]

    def _table(self, sectors: Sequence[int]) -> Sequence[int]:
        if len(sectors) > len(self._data) // self._size + 1:
            raise DamagedError
        content = b"".join(map(self._sector, sectors))
        return struct.unpack(f"<{len(content) // 4}I", content)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise DamagedError
        return self._data[start : start + self._size].ljust(self._size, b"\x00")

    def _chain(self, first: int, following: Sequence[int]) -> list[int]:
        """The sectors of a stream, in order; a chain that bites its own tail is damaged."""
        chain: list[int] = []
        at = first
        while at < _LAST_SECTOR:
            if at >= len(following) or len(chain) > len(following):
                raise DamagedError
            chain.append(at)
            at = following[at]
        return chain

    def _joined(self, first: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first, self._next)))

    @staticmethod
    def _listed(directory: bytes) -> dict[str, tuple[int, int, int]]:
        """Name → kind, first sector and size of each entry; the first of a name counts."""
        found: dict[str, tuple[int, int, int]] = {}
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            (length,) = struct.unpack_from("<H", directory, at + 64)
            name = directory[at : at + min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", directory, at + 116)
            found.setdefault(name, (directory[at + 66], first, size))
        return found
