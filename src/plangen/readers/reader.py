"""A file of any kind → a read document: the kind is told by what the file holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from plangen.document.origins import ReadDocument
from plangen.errors import InputError, Message
from plangen.findings import Severity
from plangen.readers.docx.reader import read_docx
from plangen.readers.html.reader import read_html
from plangen.readers.limits import LARGEST_FILE
from plangen.readers.mht import read_mht
from plangen.readers.ofd import read_ofd
from plangen.readers.office import read_office
from plangen.readers.pdf.reader import read_pdf
from plangen.readers.refusing import refused, remark
from plangen.readers.sniffing import Kind, kind_of
from plangen.readers.text import read_text

_READERS: dict[Kind, Callable[[bytes, str], ReadDocument]] = {
    Kind.DOCX: read_docx,
    Kind.PDF: read_pdf,
    Kind.TEXT: read_text,
    Kind.HTML: read_html,
    Kind.MHT: read_mht,
    Kind.OFD: read_ofd,
    Kind.OFFICE: read_office,
}


def read_file(path: Path, name: str = "") -> ReadDocument:
    """What a file says, and where; ``name`` is how a person knows it (the path by default).

    Raises InputError, one line about the file, where it cannot be read: empty, damaged,
    encrypted, without text, too large, or of a kind that holds no document.
    """
    shown = name or str(path)
    return read_bytes(_bytes(path, shown), shown)


def read_bytes(data: bytes, name: str) -> ReadDocument:
    """What the bytes of a file say; ``name`` with its ending, against which they are checked."""
    kind = kind_of(data, name)
    try:
        document = _READERS[kind](data, name)
    except RecursionError as error:
        raise refused(name, Message("文件的内容嵌套太深，没有读")) from error
    ending = Path(name).suffix.lower()
    if not document.passages:
        raise refused(name, Message("文件里没有文字"))
    if not ending or ending in kind.endings:
        return document
    lie = remark(
        name,
        "read.wrong-ending",
        Severity.WARN,
        Message(
            "文件名以“{ending}”结尾，内容却是 {kind}；按内容读",
            ending=ending,
            kind=Message(kind.shown),
        ),
    )
    return replace(document, findings=(lie, *document.findings))


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not path.exists():
            raise refused(name, Message("没有这个文件"))
        if not path.is_file():
            raise refused(name, Message("不是文件"))
        if path.stat().st_size > LARGEST_FILE:
            raise _too_large(name)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason: Message | str = Message(error.strerror) if error.strerror else str(error)
        raise refused(name, Message("读不了文件：{reason}", reason=reason)) from None
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    return data


def _too_large(name: str) -> InputError:
    return refused(name, Message("文件超过 {limit} 字节", limit=LARGEST_FILE))
