"""Word 97 to 2003 (MS-DOC): the bare text, where no program is there to convert the file.

The text of such a file lies in pieces, which a table puts in order. Styles, automatic numbers,
rows of tables and tracked changes lie elsewhere and are not read.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from plangen.document.origins import PassageKind, ReadDocument, Span
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.building import Build, Where, stripped
from plangen.readers.compound import Compound, DamagedError
from plangen.readers.furniture import furniture_finding
from plangen.readers.limits import LARGEST_TEXT
from plangen.readers.refusing import refused, remark

_MARK = 0xA5EC
_WORD_97 = 193  # of the file format; earlier ones keep their text in another way
_TABLE_IS_1 = 0x0200
_COMPRESSED = 0x40000000  # one byte a character
_TABLE_AT = 0x01A2  # where the piece table is, in the table stream: offset and length
_LENGTHS_AT = 0x4C  # of the stories, in characters
_STORIES = ("text", "notes", "heads", "macros", "comments", "endnotes", "boxes", "head boxes")
_KINDS = {
    "text": PassageKind.PARAGRAPH,
    "notes": PassageKind.FOOTNOTE,
    "endnotes": PassageKind.FOOTNOTE,
    "boxes": PassageKind.TEXT_BOX,
}
_HEADS = ("heads", "head boxes")
# 13 opens a field, 14 parts its instruction from its result, 15 closes it.
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_DEEPEST_FIELD = 5
_PICTURES = re.compile("[\x01\x08]")
_ENDS = re.compile("[\r\x07\x0c]")  # of a paragraph, a cell, a page
# Breaks of lines, hyphens that do and do not show; what stands for pictures, notes and the like.
_PLAIN = {
    **dict.fromkeys((*range(9), 0x0E, 0x1F)),
    0x0B: "\n",
    0x1E: "-",
}


def read_old_word(data: bytes, name: str) -> ReadDocument:
    """The bare text of a .doc and its paragraphs. Raises InputError."""
    try:
        stories = dict(_stories(Compound(data), name))
    except (DamagedError, struct.error) as error:
        raise refused(name, Message("文件已损坏，打不开；请向发文者重新索取")) from error
    build = Build(name, "office")
    for story, kind in _KINDS.items():
        for words in _paragraphs(stories[story]):
            build.paragraph(words, Where(kind=kind))
    for words in dict.fromkeys(words for story in _HEADS for words in _paragraphs(stories[story])):
        start = build.write(words + "\n")
        span = stripped(words, 0, len(words))
        build.furniture.append(Span(start + span.start, start + span.end))
    build.findings += _findings(name, stories)
    build.findings += furniture_finding(name, "".join(build.pieces), build.furniture)
    return build.document()


def _stories(file: Compound, name: str) -> Iterator[tuple[str, str]]:
    """The text of the document, its notes, heads …, as the lengths in its head part them."""
    stream = file.stream("WordDocument")
    mark, version = struct.unpack_from("<HH", stream)
    if mark != _MARK:
        raise DamagedError
    if version < _WORD_97:
        raise refused(name, Message("这是 Word 97 以前的文档；请在 Word、WPS 中另存为 docx"))
    (flags,) = struct.unpack_from("<H", stream, 10)
    at, size = struct.unpack_from("<II", stream, _TABLE_AT)
    table = file.stream("1Table" if flags & _TABLE_IS_1 else "0Table")[at : at + size]
    units = _units(stream, _pieces(table), name)
    start = 0
    for story, length in zip(_STORIES, struct.unpack_from("<8I", stream, _LENGTHS_AT), strict=True):
        end = start + 2 * length
        yield story, units[start:end].decode("utf-16-le", "replace")
        start = end


def _pieces(table: bytes) -> Iterator[tuple[int, int]]:
    """How many characters each piece has, and where it begins (2.9.38, 2.9.177)."""
    at = 0
    while table[at : at + 1] == b"\x01":  # formatting comes first
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    kind, size = struct.unpack_from("<BI", table, at)
    count = (min(size, len(table) - at - 5) - 4) // 12
    if kind != 2 or count < 0:
        raise DamagedError
    positions = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    for index in range(count):
        (place,) = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * index + 2)
        yield positions[index + 1] - positions[index], place


def _units(stream: bytes, pieces: Iterator[tuple[int, int]], name: str) -> bytes:
    """The text in order, in UTF-16: lengths count its units, and a piece may part a pair."""
    units: list[bytes] = []
    total = 0
    for length, place in pieces:
        total += length
        if length < 0 or total > 2 * LARGEST_TEXT:
            raise refused(name, Message("文件的文字超过 {limit} 个字符", limit=LARGEST_TEXT))
        start = place & ~_COMPRESSED
        if place & _COMPRESSED:
            words = stream[start // 2 : start // 2 + length].decode("cp1252", "replace")
            units.append(words.encode("utf-16-le"))
        else:
            units.append(stream[start : start + 2 * length])
    return b"".join(units)


def _paragraphs(story: str) -> Iterator[str]:
    for _ in range(_DEEPEST_FIELD):
        story, found = _FIELD.subn(lambda field: field.group(1) or "", story)
        if not found:
            break
    for words in _ENDS.split(story):
        if plain := words.translate(_PLAIN).strip():
            yield plain


def _findings(name: str, stories: dict[str, str]) -> Iterator[Finding]:
    yield remark(
        name,
        "read.text-only",
        Severity.WARN,
        Message(
            "旧版 Word 文档只读出了文字：样式、自动编号和表格的行列没有读，修订中删去的文字还在；"
            "请安装 LibreOffice，或者在 Word、WPS 中另存为 docx"
        ),
    )
    if stories["comments"].strip():
        text = Message("有批注，批注不是正文，没有读")
        yield remark(name, "read.comments", Severity.INFO, text)
    if pictures := len(_PICTURES.findall(stories["text"])):
        text = Message("有 {count} 幅图片，图片里的文字没有读", count=pictures)
        yield remark(name, "read.pictures", Severity.INFO, text)
