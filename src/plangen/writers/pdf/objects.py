"""The objects of a PDF file and the file they make (ISO 32000-1, 7.5); the one door to pydyf."""

from __future__ import annotations

import zlib
from io import BytesIO

import pydyf  # type: ignore[import-untyped]  # it ships no types

VERSION = b"1.7"

# Level 1: 6 makes the streams of text 5 to 10 % smaller, and takes twice as long.
COMPRESSION = 1
MOST_MEMORY = 9  # zlib's highest: longer blocks, a tenth faster


class Entry(pydyf.Object):  # type: ignore[misc]  # the library has no types
    """An object that has its number before it is filled, so that others can refer to it."""

    number: int

    def __init__(self) -> None:
        super().__init__()
        self._data = b"null"

    @property
    def data(self) -> bytes:
        """The object's value as it stands in the file."""
        return self._data

    @property
    def ref(self) -> str:
        """What stands where another object refers to this one."""
        return f"{self.number} 0 R"

    def fill(self, source: str) -> None:
        """Give the object its value, as it is written in the file."""
        self._data = source.encode("ascii")

    def fill_stream(self, entries: str, content: bytes) -> None:
        """Make the object a stream; ``entries`` are those of its dictionary."""
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("ascii")
        self._data = head + content + b"\nendstream"


class Objects:
    """The objects of a file, numbered as they are announced."""

    def __init__(self) -> None:
        self._file = pydyf.PDF()
        del self._file.objects[1:]  # a catalog and a page tree of the library's own

    def announce(self) -> Entry:
        """A new object, to be filled later."""
        entry = Entry()
        self._file.add_object(entry)
        return entry

    def add(self, source: str) -> Entry:
        """A new object with its value."""
        entry = self.announce()
        entry.fill(source)
        return entry

    def add_stream(self, content: bytes, entries: str = "") -> Entry:
        """A new stream, compressed; ``entries`` are those of its dictionary that say what it is."""
        packer = zlib.compressobj(COMPRESSION, memLevel=MOST_MEMORY)
        packed = packer.compress(content) + packer.flush()
        return self.add_plain_stream(packed, f"{entries}/Filter/FlateDecode")

    def add_plain_stream(self, content: bytes, entries: str) -> Entry:
        """A new stream that holds the content as it is."""
        entry = self.announce()
        entry.fill_stream(entries, content)
        return entry

    def to_bytes(self, catalog: Entry, information: str) -> bytes:
        """The file; its identifier is drawn from all that is in it.

        ``information`` is the value of the document information dictionary. Objects are written
        one by one and not packed into object streams: the library packs at the highest level,
        which takes longer than everything else.
        """
        information_entry = Entry()
        information_entry.fill(information)
        self._file.catalog, self._file.info = catalog, information_entry
        output = BytesIO()
        self._file.write(output, VERSION, identifier=True, compress=False)
        return output.getvalue()
