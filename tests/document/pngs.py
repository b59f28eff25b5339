"""PNG pictures made for one test."""

import zlib


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG file: its length, its kind, what is in it, and their checksum."""
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


def png(width: int, height: int, *, pixels: bool = True) -> bytes:
    """A transparent picture; without pixels a file that tells a size and holds nothing."""
    sides = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    row = b"\0" + b"\0\0" * width if pixels else b""
    head = chunk(b"IHDR", sides + b"\x08\x04\0\0\0")
    rows = chunk(b"IDAT", zlib.compress(row * height))
    return b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")
