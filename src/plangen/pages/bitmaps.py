"""Image files and bitmaps: a seal's picture is read, a page's picture is written. The one door to
Pillow.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile

from plangen.errors import InputError, Message, Place, Problem
from plangen.pages.marks import Bitmap

LARGEST_FILE = 10_000_000  # bytes
LARGEST_PICTURE = 16_000_000  # pixels: a seal of 45 mm at 2,250 dots per inch
OPAQUE = 255

# Level 6 takes half as long again, and gains nothing on pages, which are mostly white.
COMPRESSION = 3

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">I4sIIB")  # length and name of the first chunk, width, height, bit depth
_OTHERS = {
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"RIFF": "WebP",
    b"%PDF": "PDF",
    b"<svg": "SVG",
    b"<?xml": "SVG",
}
# What Pillow raises on a damaged file, besides its own errors (which are OSErrors).
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error)


def read_picture(content: bytes, name: str) -> Bitmap:
    """The bitmap in a PNG file: grey, coloured or with a palette; with transparency in every way
    that PNG knows. ``name`` is the file's. Raises InputError where it is no such file, damaged, or
    too large.
    """
    _check_header(content, name)
    try:
        with _whole(), Image.open(BytesIO(content), formats=("PNG",)) as image:
            transparent = image.has_transparency_data
            rows = image.convert("RGBA" if transparent else "RGB")
    except _FAULTS:
        raise _refusal(name, Message("图片文件已损坏，读不出来；请重新导出为 PNG")) from None
    alpha = rows.getchannel("A").tobytes() if transparent else b""
    hides_nothing = alpha.count(OPAQUE) == len(alpha)
    rgb = rows.convert("RGB").tobytes()
    return Bitmap(rows.width, rows.height, rgb, None if hides_nothing else alpha)


@contextmanager
def _whole() -> Iterator[None]:
    """Half a picture is refused, whatever another library wants of Pillow (WeasyPrint does)."""
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def png_bytes(bitmap: Bitmap, dpi: int) -> bytes:
    """A PNG file of a bitmap; the same bitmap gives the same bytes."""
    size = (bitmap.width, bitmap.height)
    image = Image.frombytes("RGB", size, bitmap.rgb)
    if bitmap.alpha is not None:
        image.putalpha(Image.frombytes("L", size, bitmap.alpha))
    output = BytesIO()
    image.save(output, "PNG", dpi=(dpi, dpi), compress_level=COMPRESSION)
    return output.getvalue()


def _check_header(content: bytes, name: str) -> None:
    """Refuse before anything is unpacked: a small file can hold a picture of any size."""
    if len(content) > LARGEST_FILE:
        raise _refusal(
            name,
            Message(
                "图片文件有 {size} 字节，超过上限 {most} 字节；请缩小图片",
                size=len(content),
                most=LARGEST_FILE,
            ),
        )
    if not content.startswith(_SIGNATURE):
        raise _refusal(name, _other_format(content))
    try:
        _, chunk, width, height, depth = _HEADER.unpack_from(content, len(_SIGNATURE))
    except struct.error:
        chunk = b""
    if chunk != b"IHDR" or not width or not height:
        raise _refusal(name, Message("图片文件已损坏，读不出来；请重新导出为 PNG"))
    if width * height > LARGEST_PICTURE:
        raise _refusal(
            name,
            Message(
                "图片有 {width}×{height} 像素，超过上限 {most} 像素；请缩小图片",
                width=width,
                height=height,
                most=LARGEST_PICTURE,
            ),
        )
    if depth == 16:
        raise _refusal(name, Message("图片是每通道 16 位的 PNG；请另存为每通道 8 位的 PNG"))


def _other_format(content: bytes) -> Message:
    for signature, found in _OTHERS.items():
        if content.startswith(signature):
            return Message("这是 {found} 文件，图片只接受 PNG；请另存为 PNG", found=found)
    if not content:
        return Message("图片文件是空的；请换一个 PNG 文件")
    return Message("这不是图片文件，图片只接受 PNG；请换一个 PNG 文件")


def _refusal(name: str, message: Message) -> InputError:
    return InputError(Problem(message, Place(file=name)))
