"""Zip files with XML inside (docx, OFD), opened so that no file of them can do harm.

Bounded are the number of entries, the unpacked size of each and of all that is read, and the ratio
to the packed size; XML with a DTD is refused, entities are never resolved and nothing is fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from plangen.errors import Message
from plangen.readers.limits import (
    HIGHEST_RATIO,
    LARGEST_ARCHIVE,
    LARGEST_ENTRY,
    MOST_ENTRIES,
    SMALLEST_SUSPECT,
)
from plangen.readers.refusing import refused

Element = etree._Element

DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError)
"""What zipfile raises for a file that is no zip, or no longer."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_DOCTYPE = b"<!DOCTYPE"
_HEAD = 4_096  # bytes in which a DTD would be declared


class Archive:
    """The entries of a zip by their names."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.count(_DIRECTORY_ENTRY) > MOST_ENTRIES:
            message = Message("压缩包里超过 {limit} 个条目，不像文档", limit=MOST_ENTRIES)
            raise refused(name, message)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise self._damaged(Message("zip 的目录读不出来")) from error
        # Some programs part folders by backslashes, against the rules of zip; Word opens these.
        self._infos = {info.filename.replace("\\", "/"): info for info in self._zip.infolist()}
        self._unpacked = 0
        self.entries = frozenset(self._infos)

    def read(self, entry: str) -> bytes:
        """An entry, unpacked. Raises InputError where it is damaged, encrypted or a bomb."""
        info = self._infos[entry]
        try:
            with self._zip.open(info) as file:
                content = file.read(LARGEST_ENTRY + 1)
        except RuntimeError as error:  # a password is wanted
            raise refused(self.name, Message("文件加了密码；请先解除密码")) from error
        except DAMAGED as error:
            raise self._damaged(Message("{entry} 解不开", entry=entry)) from error
        size = len(content)
        suspect = size > SMALLEST_SUSPECT and size > HIGHEST_RATIO * max(info.compress_size, 1)
        self._unpacked += size
        if self._unpacked > LARGEST_ARCHIVE:
            message = Message("压缩包解压后超过 {limit} 字节，没有读", limit=LARGEST_ARCHIVE)
            raise refused(self.name, message)
        if size > LARGEST_ENTRY or suspect:
            message = Message(
                "{entry} 解压后大得不像文档（超过 {limit} 字节，或者压缩率异常），没有读",
                entry=entry,
                limit=LARGEST_ENTRY,
            )
            raise refused(self.name, message)
        return content

    def xml(self, entry: str) -> Element:
        """The root of an XML entry. Raises InputError where it is not well formed or has a DTD."""
        content = self.read(entry)
        if _DOCTYPE in content[:_HEAD].upper():
            raise self._with_dtd(entry)
        try:
            root = etree.fromstring(content, _parser())
        except etree.XMLSyntaxError as error:
            if "depth" in str(error):
                raise refused(self.name, Message("文件的内容嵌套太深，没有读")) from error
            raise self._damaged(Message("{entry} 不是合格的 XML", entry=entry)) from error
        if root.getroottree().docinfo.doctype:
            raise self._with_dtd(entry)
        return root

    def maybe_xml(self, entry: str) -> Element | None:
        """The root of an XML entry; None where the archive has none of that name."""
        return self.xml(entry) if entry in self.entries else None

    def _with_dtd(self, entry: str) -> Exception:
        message = Message("{entry} 带有 DTD（可能夹带外部实体），没有读", entry=entry)
        return refused(self.name, message)

    def _damaged(self, what: Message) -> Exception:
        message = Message("文件已损坏：{what}；请向发文者重新索取", what=what)
        return refused(self.name, message)


def _parser() -> etree.XMLParser:
    """A parser that fetches nothing, resolves no entity and bounds depth and text."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
