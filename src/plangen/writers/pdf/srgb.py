"""The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4, for the archive's PDF.

Written here because the profiles that libraries make carry the time of their making.
"""

from __future__ import annotations

from struct import pack

# The primaries and the white of sRGB as seen under D50, the light of the profile's own space
# (Bradford's adaptation); the same adaptation as a matrix.
COLUMNS = {
    b"rXYZ": (0.436066, 0.222488, 0.013916),
    b"gXYZ": (0.385147, 0.716873, 0.097076),
    b"bXYZ": (0.143066, 0.060608, 0.714096),
}
D50 = (0.9642, 1.0, 0.8249)
ADAPTATION = (
    *(1.047882, 0.022919, -0.050217),
    *(0.029587, 0.990479, -0.017059),
    *(-0.009232, 0.015076, 0.751678),
)
# Exponent, then a, b, c, d of the curve's third form: (a·x + b)^g from d on, c·x below.
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
HEADER_SIZE = 128
VERSION_4_2 = 0x04200000
MADE = (2000, 1, 1, 0, 0, 0)  # a profile must carry a day; this one is the same on all days


def srgb_profile() -> bytes:
    """The profile's bytes."""
    curve = _numbers(b"para", CURVE, 3 << 16)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _numbers(b"XYZ ", D50),
        b"chad": _numbers(b"sf32", ADAPTATION),
        **{tag: _numbers(b"XYZ ", column) for tag, column in COLUMNS.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body = _laid_out(tags)
    size = HEADER_SIZE + len(table) + len(body)
    return _header(size) + table + body


def _header(size: int) -> bytes:
    device = pack(">II4s4s4s", size, 0, pack(">I", VERSION_4_2), b"mntr", b"RGB ") + b"XYZ "
    made = pack(">6H", *MADE) + b"acsp"
    white = b"".join(map(_fixed, D50))
    return (device + made + bytes(28) + white).ljust(HEADER_SIZE, b"\0")


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """The table of tags and their data; what two tags share stands once."""
    start = HEADER_SIZE + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for data in tags.values():
        if data not in places:
            places[data] = start + len(body)
            body += data
    entries = (pack(">4sII", tag, places[data], len(data)) for tag, data in tags.items())
    return pack(">I", len(tags)) + b"".join(entries), body


def _numbers(kind: bytes, values: tuple[float, ...], form: int | None = None) -> bytes:
    head = kind + bytes(4) + (b"" if form is None else pack(">I", form))
    return head + b"".join(map(_fixed, values))


def _text(text: str) -> bytes:
    """A text in one language, padded to a whole number of four bytes."""
    encoded = text.encode("utf-16-be")
    data = pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(encoded), 28) + encoded
    return data + bytes(-len(data) % 4)


def _fixed(value: float) -> bytes:
    """A number of 16 bits before and 16 bits after the point."""
    return pack(">i", round(value * 65536))
