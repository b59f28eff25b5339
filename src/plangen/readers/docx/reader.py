"""A Word file → a read document: words in reading order, changes accepted, numbers resolved."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from plangen.document.origins import PassageKind, ReadDocument, Span
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.archives import Archive, Element
from plangen.readers.building import Build, Where, stripped
from plangen.readers.docx.body import Body
from plangen.readers.docx.numbering import Numbering
from plangen.readers.docx.runs import Noticed, Runs
from plangen.readers.docx.styles import Styles
from plangen.readers.docx.wml import STRICT_W, W
from plangen.readers.furniture import furniture_finding
from plangen.readers.refusing import refused, remark

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_RUNNING = re.compile(r"(?:header|footer)\d*\.xml")
_SHOWN = 60  # characters of hidden text that a finding quotes


def read_docx(data: bytes, name: str) -> ReadDocument:
    """The words of a docx file and where they stand. Raises InputError."""
    archive = Archive(data, name)
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    styles = Styles(archive.maybe_xml(f"{folder}/styles.xml"))
    build = Build(name, "docx")
    body = Body(build, styles, Numbering(archive.maybe_xml(f"{folder}/numbering.xml")))
    root = _word(archive, main)
    content = root.find(f"{W}body")
    if content is None:
        raise refused(name, Message("文件已损坏：没有正文（w:body）；请向发文者重新索取"))
    body.put(content, Where())
    for notes in ("footnote", "endnote"):
        _notes(archive, f"{folder}/{notes}s.xml", notes, body)
    _running_heads(archive, folder, styles, build)
    build.findings += _findings(name, body, f"{folder}/comments.xml" in archive.entries)
    document_text = "".join(build.pieces)
    build.findings += furniture_finding(name, document_text, build.furniture)
    return build.document()


def _main_part(archive: Archive) -> str:
    """The part that the package says is its document; where Word puts it by default."""
    relations = archive.maybe_xml("_rels/.rels")
    found = relations.findall(f"{_RELATIONS}Relationship") if relations is not None else []
    for relation in found:
        if (relation.get("Type") or "").endswith("/officeDocument"):
            target = posixpath.normpath((relation.get("Target") or "").lstrip("/"))
            if target in archive.entries:
                return target
    if "word/document.xml" in archive.entries:
        return "word/document.xml"
    message = Message("文件已损坏：缺少正文（word/document.xml）；请向发文者重新索取")
    raise refused(archive.name, message)


def _word(archive: Archive, entry: str) -> Element:
    """A part of the main namespace; the strict form of the standard names it differently."""
    root = archive.xml(entry)
    if str(root.tag).startswith(STRICT_W):
        for element in root.iter(etree.Element):
            element.tag = str(element.tag).replace(STRICT_W, W)
            for key, held in list(element.attrib.items()):
                if key.startswith(STRICT_W):
                    element.set(key.replace(STRICT_W, W), held)
    return root


def _notes(archive: Archive, entry: str, kind: str, body: Body) -> None:
    if entry not in archive.entries:
        return
    for note in _word(archive, entry).findall(f"{W}{kind}"):
        if (note.get(f"{W}type") or "normal") == "normal":
            body.put(note, Where(kind=PassageKind.FOOTNOTE))


def _running_heads(archive: Archive, folder: str, styles: Styles, build: Build) -> None:
    """Headers and footers: at the end of the whole text, as furniture."""
    runs = Runs(styles, Noticed())
    seen: set[str] = set()
    for entry in sorted(archive.entries):
        if posixpath.dirname(entry) != folder or not _RUNNING.fullmatch(posixpath.basename(entry)):
            continue
        for paragraph in _word(archive, entry).iter(f"{W}p"):
            words, _ = runs.words(paragraph)
            if words.strip() and words not in seen:
                seen.add(words)
                start = build.write(words + "\n")
                span = stripped(words, 0, len(words))
                build.furniture.append(Span(start + span.start, start + span.end))


def _findings(name: str, body: Body, has_comments: bool) -> list[Finding]:
    noticed = body.noticed
    found: list[tuple[bool, str, Severity, Message]] = [
        (
            bool(noticed.inserted or noticed.deleted),
            "read.tracked-changes",
            Severity.WARN,
            Message(
                "有修订没有定稿：插入 {inserted} 处、删除 {deleted} 处，都按已接受读",
                inserted=noticed.inserted,
                deleted=noticed.deleted,
            ),
        ),
        (
            bool(noticed.hidden),
            "read.hidden-text",
            Severity.WARN,
            Message(
                "有 {count} 处隐藏文字没有读：“{shown}”",
                count=len(noticed.hidden),
                shown="”“".join(noticed.hidden)[:_SHOWN],
            ),
        ),
        (
            has_comments,
            "read.comments",
            Severity.INFO,
            Message("有批注，批注不是正文，没有读"),
        ),
        (
            bool(noticed.pictures),
            "read.pictures",
            Severity.INFO,
            Message("有 {count} 幅图片，图片里的文字没有读", count=noticed.pictures),
        ),
        (
            bool(body.chunks),
            "read.merged-files",
            Severity.WARN,
            Message("有 {count} 处嵌入的其他文件没有读；请在 Word 中打开后另存", count=body.chunks),
        ),
    ]
    return [remark(name, code, weight, text) for is_so, code, weight, text in found if is_so]
