"""The objects of a PDF file and the file they make (ISO 32000-1, 7.5).

Written here and not by a library: with the libraries at hand an object costs more than what is in
it, or the file's identifier costs a second compression.
"""

from __future__ import annotations

import zlib
from hashlib import blake2b
from struct import pack

HEADER = b"%PDF-1.7\n%\xe5\x85\xac\xe6\x96\x87\n"  # four bytes above 127: the file is binary
PER_STREAM = 100  # objects in one object stream: a viewer must unpack all to read one

# Level 1: 6 makes the streams of text 5 to 10 % smaller, and takes twice as long.
COMPRESSION = 1


class Entry:
    """An object that has its number before it is filled, so that others can refer to it."""

    __slots__ = ("data", "is_stream", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.data = b"null"
        self.is_stream = False

    @property
    def ref(self) -> str:
        """What stands where another object refers to this one."""
        return f"{self.number} 0 R"

    def fill(self, source: str) -> None:
        """Give the object its value, as it is written in the file."""
        self.data = source.encode("ascii")


class Objects:
    """The objects of a file, numbered as they are announced."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def announce(self) -> Entry:
        """A new object, to be filled later."""
        entry = Entry(len(self._entries) + 1)
        self._entries.append(entry)
        return entry

    def add(self, source: str) -> Entry:
        """A new object with its value."""
        entry = self.announce()
        entry.fill(source)
        return entry

    def add_stream(self, content: bytes, entries: str = "", strategy: int = 0) -> Entry:
        """A new stream, compressed; ``entries`` are those of its dictionary that say what it is.

        ``strategy`` is one of zlib's: what suits the content.
        """
        packer = zlib.compressobj(COMPRESSION, strategy=strategy)
        packed = packer.compress(content) + packer.flush()
        return self.add_plain_stream(packed, f"{entries}/Filter/FlateDecode")

    def add_plain_stream(self, content: bytes, entries: str) -> Entry:
        """A new stream that holds the content as it is."""
        entry = self.announce()
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("ascii")
        entry.data = head + content + b"\nendstream"
        entry.is_stream = True
        return entry

    def to_bytes(self, catalog: Entry, info: Entry) -> bytes:
        """The file; its identifier is drawn from all that is in it."""
        places = self._packed()
        lines = [HEADER]
        offset = len(HEADER)
        for entry in self._entries:
            if entry.is_stream:
                line = b"%d 0 obj\n%b\nendobj\n" % (entry.number, entry.data)
                places[entry.number] = pack(">BIH", 1, offset, 0)
                lines.append(line)
                offset += len(line)
        lines.append(self._ending(places, offset, catalog, info, _identifier(lines)))
        return b"".join(lines)

    def _packed(self) -> dict[int, bytes]:
        """Put what is no stream into object streams (7.5.7), and say where each object is."""
        plain = [entry for entry in self._entries if not entry.is_stream]
        places = {}
        for start in range(0, len(plain), PER_STREAM):
            group = plain[start : start + PER_STREAM]
            stream = self._add_group(group)
            for index, entry in enumerate(group):
                places[entry.number] = pack(">BIH", 2, stream.number, index)
        return places

    def _add_group(self, group: list[Entry]) -> Entry:
        offset = 0
        index = ""
        for entry in group:
            index += f"{entry.number} {offset} "
            offset += len(entry.data) + 1
        content = index.encode("ascii") + b"\n".join(entry.data for entry in group)
        return self.add_stream(content, f"/Type/ObjStm/N {len(group)}/First {len(index)}")

    def _ending(
        self, places: dict[int, bytes], offset: int, catalog: Entry, info: Entry, identifier: str
    ) -> bytes:
        """The cross-reference stream (7.5.8), which is an object too, and where it begins."""
        number = len(self._entries) + 1
        places[number] = pack(">BIH", 1, offset, 0)
        table = pack(">BIH", 0, 0, 65535) + b"".join(places[at] for at in range(1, number + 1))
        stream = self.add_stream(
            table,
            f"/Type/XRef/W[1 4 2]/Size {number + 1}/Root {catalog.ref}/Info {info.ref}"
            f"/ID[<{identifier}><{identifier}>]",
        )
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream.data, offset)


def _identifier(lines: list[bytes]) -> str:
    digest = blake2b(digest_size=16)
    for line in lines:
        digest.update(line)
    return digest.hexdigest().upper()
