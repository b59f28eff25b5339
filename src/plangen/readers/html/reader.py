"""A web page → a read document: its blocks in reading order, without scripts and styles."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from plangen.document.origins import ReadDocument
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.building import Build
from plangen.readers.encoding import decoded, decoded_as
from plangen.readers.furniture import furniture_finding
from plangen.readers.html.page import Noticed, Page
from plangen.readers.limits import LARGEST_PAGE
from plangen.readers.refusing import refused, remark

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(
    rb"(?:charset\s*=\s*[\"']?|<\?xml[^>]{0,80}encoding\s*=\s*[\"'])\s*([A-Za-z0-9_-]{2,20})", re.I
)


def read_html(data: bytes, name: str) -> ReadDocument:
    """The words of a web page and where they stand. Raises InputError."""
    return read_page(data, name, "")


def read_page(data: bytes, name: str, encoding: str) -> ReadDocument:
    """The words of a web page whose encoding was told (empty where it was not)."""
    if len(data) > LARGEST_PAGE:
        raise refused(name, Message("网页超过 {limit} 字节，没有读", limit=LARGEST_PAGE))
    text, findings = _decoded(data, name, encoding)
    build = Build(name, "html")
    build.findings += findings
    page = Page(build)
    page.put_all(_parsed(text, name))
    build.findings += furniture_finding(
        name, "".join(build.pieces), build.furniture, Message("菜单和只给读屏软件的文字")
    )
    build.findings += _findings(name, page.noticed)
    return build.document()


def _decoded(data: bytes, name: str, encoding: str) -> tuple[str, list[Finding]]:
    declared = _CHARSET.search(data[:2048])
    if not data.startswith(_MARKS):
        for told in (encoding, declared.group(1).decode("ascii") if declared else ""):
            text = decoded_as(data, told)
            if text is not None:
                return text, []
    return decoded(data, name)


def _parsed(text: str, name: str) -> HtmlElement:
    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refused(name, Message("网页里没有内容，或者读不出来")) from error


def _findings(name: str, noticed: Noticed) -> list[Finding]:
    found = [
        (
            noticed.hidden,
            "read.hidden-text",
            Severity.WARN,
            Message("有 {count} 处不显示的文字没有读", count=noticed.hidden),
        ),
        (
            noticed.deleted,
            "read.tracked-changes",
            Severity.WARN,
            Message("有 {count} 处标为已删除的文字没有读", count=noticed.deleted),
        ),
        (
            noticed.readings,
            "read.ruby",
            Severity.INFO,
            Message("有 {count} 处注音没有读", count=noticed.readings),
        ),
        (
            noticed.pictures,
            "read.pictures",
            Severity.INFO,
            Message("有 {count} 幅图片，图片里的文字没有读", count=noticed.pictures),
        ),
    ]
    return [remark(name, code, weight, text) for count, code, weight, text in found if count]
