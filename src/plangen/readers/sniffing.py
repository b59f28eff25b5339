"""What kind of file it is, told by its first bytes and the entries of its zip, not by its name."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

from plangen.errors import Message, wording
from plangen.readers.archives import Archive
from plangen.readers.refusing import refused


class Kind(Enum):
    """The kinds that are read: how a person calls each, and the endings of its names."""

    DOCX = (wording("Word 文档（docx）"), (".docx", ".docm", ".dotx"))
    PDF = (wording("PDF"), (".pdf",))
    TEXT = (wording("纯文本"), (".txt", ".text", ".md", ".csv", ".tsv", ".log"))
    HTML = (wording("网页（HTML）"), (".html", ".htm", ".xhtml", ".xht"))
    MHT = (wording("网页归档（MHT）"), (".mht", ".mhtml"))
    OFD = (wording("OFD"), (".ofd",))
    OFFICE = (
        wording("旧版 Word、WPS 文档"),
        (".doc", ".wps", ".dot", ".wpt", ".rtf", ".odt", ".fodt", ".uot", ".uof", ".xml"),
    )

    def __init__(self, shown: str, endings: tuple[str, ...]) -> None:
        self.shown = shown
        self.endings = endings


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_PROGRAMS = (b"MZ\x90", b"\x7fELF")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
# A document of Word 2003 or of the UOF standard as one XML file, often called .doc all the same.
_OFFICE_XML = re.compile(
    rb'progid="Word\.Document"|<w:wordDocument\b|<(?:uof|office):(?:UOF|document)\b'
)
_MHT = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.I)
_RELATED = re.compile(rb"multipart/related|text/html", re.I)
_HEAD = 4_096  # bytes that tell the kind
_SHEETS = ("xl/workbook.xml", "xl/workbook.bin")
_SLIDES = ("ppt/presentation.xml",)


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file. Raises InputError for an empty file and for what holds no text."""
    head = data[:_HEAD]
    if not data.strip(b"\x00\r\n\t "):
        raise refused(name, Message("文件是空的"))
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _kind_of_zip(data, name)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((_OLE, _RTF)):
        return Kind.OFFICE
    _refuse_foreign(head, name)
    if _OFFICE_XML.search(head):
        return Kind.OFFICE
    if _MHT.match(head) and _RELATED.search(head):
        return Kind.MHT
    if _HTML.match(head) or _says_html(head, name):
        return Kind.HTML
    return Kind.TEXT


def _refuse_foreign(head: bytes, name: str) -> None:
    if head.startswith(_IMAGES) and b"\x00" in head:
        raise refused(name, Message("这是图片，没有文字；请先用 OCR 识别"))
    if head.startswith(_ARCHIVES):
        raise refused(name, Message("这是压缩包；请先解压"))
    if head.startswith(_PROGRAMS):
        raise refused(name, Message("这是程序，不是文档"))


def _says_html(head: bytes, name: str) -> bool:
    """Whether a file that is called a page holds tags, though it begins with neither of them."""
    return Path(name).suffix.lower() in Kind.HTML.endings and bool(re.search(rb"<[a-zA-Z!]", head))


def _kind_of_zip(data: bytes, name: str) -> Kind:
    archive = Archive(data, name)
    entries = archive.entries
    mimetype = archive.read("mimetype") if "mimetype" in entries else b""
    if "[Content_Types].xml" in entries and any(e.startswith("word/") for e in entries):
        return Kind.DOCX
    if "OFD.xml" in entries:
        return Kind.OFD
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return Kind.OFFICE
    raise refused(name, _foreign_zip(entries))


def _foreign_zip(entries: frozenset[str]) -> Message:
    if entries.intersection(_SHEETS):
        return Message("这是工作簿（xlsx），不是文档")
    if entries.intersection(_SLIDES):
        return Message("这是演示文稿（pptx），不是文档")
    return Message("这是压缩包，里面没有 Word 或 OFD 文档；请先解压")
