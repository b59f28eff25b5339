"""A Word file → a read document: words in reading order, changes accepted, numbers resolved."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.origins import PassageKind, ReadDocument, Span
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.archives import Archive, Element
from plangen.readers.building import Build, Where, stripped
from plangen.readers.docx.body import Body
from plangen.readers.docx.numbering import Numbering
from plangen.readers.docx.package import Package
from plangen.readers.docx.runs import Runs, letters_in
from plangen.readers.docx.styles import Styles
from plangen.readers.docx.wml import W
from plangen.readers.furniture import furniture_finding
from plangen.readers.refusing import refused, remark

_SHOWN = 60  # characters of hidden text that a finding quotes


def read_docx(data: bytes, name: str) -> ReadDocument:
    """The words of a docx file and where they stand. Raises InputError."""
    package = Package(Archive(data, name))
    styles = Styles(package.part("styles"))
    build = Build(name, "docx")
    body = Body(build, styles, Numbering(package.part("numbering"), styles))
    root = package.main()
    content = root.find(f"{W}body")
    if content is None:
        raise refused(name, Message("文件已损坏：没有正文（w:body）；请向发文者重新索取"))
    body.put(content, Where())
    present = letters_in(content) + sum(_notes(package, kind, body) for kind in _NOTES)
    lost = present - body.noticed.letters
    _running_heads(package, styles, build, body)
    build.findings += _findings(name, body, package.has("comments"), lost)
    document_text = "".join(build.pieces)
    build.findings += furniture_finding(name, document_text, build.furniture)
    return build.document()


_NOTES = ("footnote", "endnote")


def _notes(package: Package, kind: str, body: Body) -> int:
    """Put down the notes of a kind; gives how many letters they hold."""
    root = package.part(f"{kind}s")
    letters = 0
    for note in root.findall(f"{W}{kind}") if root is not None else ():
        if (note.get(f"{W}type") or "normal") == "normal":
            letters += letters_in(note)
            body.put(note, Where(kind=PassageKind.FOOTNOTE))
    return letters


def _running_heads(package: Package, styles: Styles, build: Build, body: Body) -> None:
    """Headers and footers: at the end of the whole text, as furniture."""
    runs = Runs(styles, body.noticed)
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for root in package.parts(kind):
            for words in _lines(root, runs):
                if words.strip() and words not in seen:
                    seen.add(words)
                    start = build.write(words + "\n")
                    span = stripped(words, 0, len(words))
                    build.furniture.append(Span(start + span.start, start + span.end))


def _lines(root: Element, runs: Runs) -> Iterator[str]:
    """The words of each paragraph of a header, those in its text boxes after it."""
    for paragraph in root.iter(f"{W}p"):
        box = next(paragraph.iterancestors(f"{W}txbxContent"), None)
        if box is None or box is root:
            words, boxes = runs.words(paragraph)
            yield words
            for inner in boxes:
                yield from _lines(inner, runs)


def _findings(name: str, body: Body, has_comments: bool, lost: int) -> list[Finding]:
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
            bool(noticed.readings),
            "read.ruby",
            Severity.INFO,
            Message("有 {count} 处注音没有读", count=noticed.readings),
        ),
        (
            bool(noticed.formulas),
            "read.formulas",
            Severity.WARN,
            Message("有 {count} 个公式，只按顺序读出其中的文字，请核对", count=noticed.formulas),
        ),
        (
            bool(body.chunks),
            "read.merged-files",
            Severity.WARN,
            Message("有 {count} 处嵌入的其他文件没有读；请在 Word 中打开后另存", count=body.chunks),
        ),
        (
            lost > 0,
            "read.lost-characters",
            Severity.WARN,
            Message(
                "有 {count} 个字符所在的结构认不出，没有读；请在 Word 中打开后另存", count=lost
            ),
        ),
    ]
    return [remark(name, code, weight, text) for is_so, code, weight, text in found if is_so]
