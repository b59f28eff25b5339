"""Word 97 files made in the tests: a compound file with a text in pieces."""

import struct

from plangen.readers.compound import MARK

_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR, _MINI = 512, 64


def compound(main: bytes, small: dict[str, bytes]) -> bytes:
    """A compound file: the stream WordDocument in sectors, and small ones in mini sectors."""
    main = main.ljust(4096, b"\0")
    mini, starts = b"", {}
    mini_table: list[int] = []
    for name, content in small.items():
        starts[name] = len(mini_table)
        count = -(-len(content) // _MINI)
        mini += content.ljust(count * _MINI, b"\0")
        mini_table += [*range(len(mini_table) + 1, len(mini_table) + count), _END]
    root_at = 3 + len(main) // _SECTOR
    entries = _entry("Root Entry", 5, root_at, len(mini)) + _entry("WordDocument", 2, 3, len(main))
    for name, content in small.items():
        entries += _entry(name, 2, starts[name], len(content))
    mini = mini.ljust(-(-len(mini) // _SECTOR) * _SECTOR, b"\0")
    following = [_TABLE, _END, _END, *range(4, root_at), _END]
    following += [*range(root_at + 1, root_at + len(mini) // _SECTOR), _END]
    header = MARK + struct.pack("<16x5H", 0x3E, 3, 0xFFFE, 9, 6).ljust(32, b"\0")
    header += struct.pack("<10I", 0, 1, 1, 0, 4096, 2, 1, _END, 0, 0)
    return (
        b"".join(
            (
                header.ljust(_SECTOR, b"\xff"),
                _numbers(following),
                entries.ljust(_SECTOR, b"\0"),
                _numbers(mini_table),
            )
        )
        + main
        + mini
    )


def _numbers(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers).ljust(_SECTOR, b"\xff")


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    words = name.encode("utf-16-le")
    head = words.ljust(64, b"\0") + struct.pack("<HBB", len(words) + 2, kind, 1)
    return head.ljust(116, b"\0") + struct.pack("<III", first, size, 0)


def old_word(*pieces: str, notes: str = "", heads: str = "", version: int = 193) -> bytes:
    """A Word file whose text lies in pieces, from the last to the first; ASCII ones are packed."""
    stories = [*pieces, notes, heads]
    lengths = [sum(_units(piece) for piece in pieces), _units(notes), _units(heads), 0, 0, 0, 0, 0]
    stream = bytearray(struct.pack("<HH6xH", 0xA5EC, version, 0x0200).ljust(0x4C, b"\0"))
    stream += struct.pack("<8I", *lengths).ljust(1024 - 0x4C, b"\0")
    places = {}
    for index, words in reversed(list(enumerate(stories))):
        places[index] = 2 * len(stream) | 0x40000000 if words.isascii() else len(stream)
        stream += words.encode("ascii") if words.isascii() else _wide(words)
        stream += b"\0" * (len(stream) % 2)
    at = [0]
    for words in stories:
        at.append(at[-1] + _units(words))
    table = struct.pack(f"<{len(at)}I", *at)
    table += b"".join(struct.pack("<HIH", 0, places[i], 0) for i in range(len(stories)))
    clx = b"\x01\x02\x00ab" + struct.pack("<BI", 2, len(table)) + table
    struct.pack_into("<II", stream, 0x01A2, 0, len(clx))
    return compound(bytes(stream), {"1Table": clx})


def _units(words: str) -> int:
    return len(_wide(words)) // 2


def _wide(words: str) -> bytes:
    return words.encode("utf-16-le", "surrogatepass")
