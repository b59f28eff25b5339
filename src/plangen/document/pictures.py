"""Pictures that a document refers to: seals and signature stamps, by their paths.

The tree keeps the reference; whoever writes pages or a file brings the picture itself.
"""

from __future__ import annotations

import re
from struct import unpack
from typing import TYPE_CHECKING
from zlib import crc32

from plangen.document.inline import require_characters
from plangen.errors import InvalidError

if TYPE_CHECKING:
    from plangen.document.elements import Document

LONGEST_PATH = 200  # characters
ENDING = ".png"
LARGEST_SIDE = 4096  # pixels; a seal of 60 mm at 1200 dpi has 2,835

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = _SIGNATURE + b"\x00\x00\x00\rIHDR"
_OUTSIDE = re.compile(r"[\\:]|^/|(^|/)(\.{0,2})(/|$)")


def require_picture(path: str) -> None:
    """Refuse a path that is no PNG file, or that leads out of the folder it is relative to.

    Raises InvalidError.
    """
    require_characters(path)
    if len(path) > LONGEST_PATH or _OUTSIDE.search(path):
        raise InvalidError(
            "图片路径“{path}”应是工作区里的相对路径，用 / 分隔，不能有 ..", path=path[:LONGEST_PATH]
        )
    if not path.lower().endswith(ENDING):
        raise InvalidError("图片“{path}”应是 PNG 文件（.png）", path=path)


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG picture, from its header.

    Raises InvalidError for what is no PNG or only a part of one, and for a size that no page could
    show. The pixels themselves are not looked at.
    """
    if len(content) < 24 or content[:16] != _HEADER:
        raise InvalidError("不是 PNG 图片")
    _require_whole(content)
    width, height = unpack(">II", content[16:24])
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise InvalidError(
            "图片大小是 {width}×{height} 像素，应在 1 到 {limit} 之间",
            width=width,
            height=height,
            limit=LARGEST_SIDE,
        )
    return width, height


def _require_whole(content: bytes) -> None:
    """Walk through the parts of a PNG: each has its checksum, and the last is IEND."""
    start, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        length = int.from_bytes(content[start : start + 4], "big")
        end = start + 8 + length
        kind, check = content[start + 4 : start + 8], content[end : end + 4]
        if len(check) < 4 or crc32(content[start + 4 : end]) != int.from_bytes(check, "big"):
            raise InvalidError("PNG 图片不完整")
        start = end + 4


def referenced_pictures(document: Document) -> tuple[str, ...]:
    """The paths of all pictures of a document, each once, in reading order."""
    signature = document.signature
    if signature is None:
        return ()
    paths = (*signature.pictures, *(stamp.picture for stamp in signature.stamps))
    return tuple(dict.fromkeys(filter(None, paths)))
