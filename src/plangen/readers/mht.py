"""Web archives (MHT): what Word and WPS call 单个文件网页, and many offices name .doc."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.message import Message as Mail
from email.parser import BytesParser

from plangen.document.origins import ReadDocument
from plangen.errors import Message
from plangen.readers.html.reader import read_page
from plangen.readers.limits import LARGEST_PAGE
from plangen.readers.refusing import refused

_MOST_PARTS = 1_000
_DEEPEST = 5


def read_mht(data: bytes, name: str) -> ReadDocument:
    """The words of the page that a web archive holds. Raises InputError."""
    if len(data) > LARGEST_PAGE:
        raise refused(name, Message("网页超过 {limit} 字节，没有读", limit=LARGEST_PAGE))
    try:
        mail = BytesParser(policy=policy.compat32).parsebytes(data)
        page = _page(mail, 0)
        content = page.get_payload(decode=True) if page is not None else None
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise refused(name, Message("网页归档（MHT）已损坏；请向发文者重新索取")) from error
    if page is None or not isinstance(content, bytes):
        raise refused(name, Message("网页归档（MHT）里没有网页"))
    return read_page(content, name, page.get_content_charset() or "")


def _page(mail: Mail, depth: int) -> Mail | None:
    """The first page of an archive: that is its main one (RFC 2557)."""
    if mail.get_content_type() in ("text/html", "application/xhtml+xml"):
        return mail
    if depth > _DEEPEST or not mail.is_multipart():
        return None
    parts = mail.get_payload()
    assert isinstance(parts, list)
    found = (_page(part, depth + 1) for part in parts[:_MOST_PARTS] if isinstance(part, Mail))
    return next((one for one in found if one is not None), None)
