"""Font files: which there are in some folders, and whether one is whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import Struct, error

from plangen.fonts.typefaces import key

DEEPEST = 8  # folders below the first
MOST_FILES = 20_000  # font files that are taken note of
MOST_ENTRIES = 200_000  # of folders that are looked at
MOST_FACES = 64  # of one collection
SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})

_COLLECTION = Struct(">4s4xI")
_FONT = Struct(">4sH6x")
_TABLE = Struct(">4s4xII")
_KINDS = frozenset({b"\0\1\0\0", b"OTTO", b"true"})


class FontFiles:
    """The font files of some folders, by the stem of their names."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._by_stem: dict[str, list[Path]] = {}
        self._all: list[Path] = []
        for path in _found(folders):
            self._all.append(path)
            self._by_stem.setdefault(key(path.stem), []).append(path)

    def named(self, stem: str) -> list[Path]:
        """The files of a stem, as :func:`plangen.fonts.typefaces.key` writes it."""
        return self._by_stem.get(stem, [])

    def others(self, stems: frozenset[str], smallest: int, most: int) -> Iterator[Path]:
        """Files of none of the stems and of a size in bytes at least, so many at most."""
        for path in self._all:
            if most <= 0:
                return
            if key(path.stem) not in stems and _size(path) >= smallest:
                most -= 1
                yield path


def _found(folders: Iterable[Path]) -> Iterator[Path]:
    """The font files under the folders, each folder once; within bounds of depth and number."""
    seen: set[str] = set()
    left, files = MOST_ENTRIES, 0
    waiting = [(str(folder), 0) for folder in folders][::-1]
    while waiting:
        folder, depth = waiting.pop()
        real = os.path.realpath(folder)  # folders may be links, and links lead in circles
        if real in seen:
            continue
        seen.add(real)
        entries = _entries(folder, left)
        left -= len(entries)
        for entry in reversed(entries):
            if depth < DEEPEST and _is_folder(entry):
                waiting.append((entry.path, depth + 1))
        for entry in entries:
            if files < MOST_FILES and _is_font_file(entry):
                files += 1
                yield Path(entry.path)


def _entries(folder: str, most: int) -> list[os.DirEntry[str]]:
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if len(found) >= most:
                    break
                found.append(entry)
    except OSError:  # gone, or not for us to read
        pass
    return sorted(found, key=lambda entry: entry.name)


def _is_font_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file called like a font; a pipe would keep its reader waiting."""
    try:
        entry.path.encode()  # a name that is no text cannot be passed on
        return os.path.splitext(entry.name)[1].lower() in SUFFIXES and entry.is_file()
    except (OSError, UnicodeEncodeError):
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def whole_faces(path: Path) -> int:
    """How many faces a file holds whose tables all lie inside it; 0 where it is no font."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            offsets = _offsets(file.read(_COLLECTION.size + 4 * MOST_FACES))
            for offset in offsets:
                file.seek(offset)
                kind, tables = _FONT.unpack(file.read(_FONT.size))
                directory = file.read(_TABLE.size * tables)
                if kind not in _KINDS or not _inside(directory, tables, size):
                    return 0
            return len(offsets)
    except (OSError, error):
        return 0


def _offsets(head: bytes) -> list[int]:
    """Where the faces of a file begin."""
    kind, count = _COLLECTION.unpack_from(head)
    if kind != b"ttcf":
        return [0]
    count = min(count, MOST_FACES)
    return list(Struct(f">{count}I").unpack_from(head, _COLLECTION.size))


def _inside(directory: bytes, tables: int, size: int) -> bool:
    if len(directory) < tables * _TABLE.size:
        return False
    return all(
        tag.isascii() and offset + length <= size
        for tag, offset, length in _TABLE.iter_unpack(directory)
    )
