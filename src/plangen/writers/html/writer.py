"""A document as one HTML file: nothing outside it is needed, and no script runs in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml.html import Element as HtmlRoot
from lxml.html import tostring

from plangen.document.elements import Annex, Document, Enclosure
from plangen.document.outline import (
    document_annex_notes,
    listed_annexes,
)
from plangen.document.wording import annex_label, document_name, recipients_line
from plangen.quantity.undecided import decided
from plangen.sheet.geometry import Profile
from plangen.sheet.heads import issued_in_head
from plangen.writers.html.blocks import Blocks
from plangen.writers.html.closing import (
    add_annex_list,
    add_attendance,
    add_imprint,
    add_note,
)
from plangen.writers.html.head import add_head
from plangen.writers.html.markup import DOCTYPE, UNSEEN, Element, add, add_lines, break_lines
from plangen.writers.html.print_style import print_style
from plangen.writers.html.references import ENCLOSURE, References, annex_anchor
from plangen.writers.html.screen_style import SCREEN_STYLE
from plangen.writers.html.signature import Pictures, add_signature

FORMS: Mapping[str, str] = MappingProxyType(
    {"文件": "document", "信函": "letter", "命令": "order", "纪要": "minutes"}
)  # class of the page
TEXT = "text"  # the id of the title, where the skip link leads
TITLE, PART = 1, 2  # ranks of the headings: the title; what is issued or annexed


def write_html(
    document: Document, profile: Profile, pictures: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """The bytes of a page in UTF-8; the same document gives the same bytes.

    On paper it is laid out by a profile. ``pictures`` are the PNG files of seals and signature
    stamps by their paths in the document; where one is missing its place stays free.

    Raises InvalidError for a picture that is no PNG.
    """
    root = HtmlRoot("html", lang="zh-CN")
    _add_about(root, document, profile)
    body = add(root, "body", FORMS[document.form])
    add(body, "a", "skip", "跳到正文", href=f"#{TEXT}")
    article = add(add(body, "main"), "article")
    _Page(article, document, profile, Pictures(pictures)).add()
    break_lines(root)
    return tostring(root, doctype=DOCTYPE, encoding="utf-8")


def _add_about(root: Element, document: Document, profile: Profile) -> None:
    """What the file says of itself; the date is the document's, never the clock's."""
    head = add(root, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title", text=document_name(document) or document.form)
    for name, content in _said(document).items():
        if content:
            add(head, "meta", name=name, content=content)
    add(head, "style", text=SCREEN_STYLE + print_style(profile))


def _said(document: Document) -> dict[str, str]:
    signature, mark = document.signature, document.head.mark
    organs = (signature.organs if signature else ()) or (mark.organs if mark else ())
    day = decided(signature.date) if signature else None
    return {
        "author": "、".join(organs),
        "description": document.properties.subject,
        "keywords": ", ".join(document.properties.keywords),
        "dcterms.created": day.isoformat() if day else "",
        "generator": "plangen",
    }


class _Page:
    """Writes the elements of one document in their order."""

    def __init__(
        self, article: Element, document: Document, profile: Profile, pictures: Pictures
    ) -> None:
        self._article = article
        self._document = document
        self._profile = profile
        self._pictures = pictures
        self._references = References.of(document)

    def add(self) -> None:
        """From 份号 to 版记."""
        document, article = self._document, self._article
        add_head(article, document, self._profile)
        self._title()
        if document.recipients:
            add(article, "p", "recipients", recipients_line(document))
        Blocks(article, self._references, TITLE).add(document.blocks)
        self._closing()
        if document.enclosure:
            self._enclosure(document.enclosure)
        self._annexes(article, document.annexes, enclosed=False)
        if document.imprint:
            add_imprint(article, document.imprint, ruled=document.form != "信函")

    def _title(self) -> None:
        """The heading that every page has: the title, else the mark, else the form's name."""
        document = self._document
        if document.title:
            add_lines(add(self._article, "h1", "title", id=TEXT), document.title)
        elif document.head.mark:
            add(self._article, "div", "untitled", id=TEXT)
        else:
            add(self._article, "h1", UNSEEN, document.form, id=TEXT)

    def _closing(self) -> None:
        document, article = self._document, self._article
        notes = document_annex_notes(document)
        annexed = document.enclosure is not None and document.enclosure.mode == "annexed"
        if notes:
            anchors = [ENCLOSURE] if annexed else _anchors(len(notes), enclosed=False)
            add_annex_list(article, zip(notes, anchors, strict=True))
        if document.attendance:
            add_attendance(article, document.attendance)
        if document.signature and not issued_in_head(document):
            add_signature(article, document.signature, self._profile, self._pictures)
        if document.note:
            add_note(article, document.note)

    def _enclosure(self, enclosure: Enclosure) -> None:
        """What is issued: a document of its own, whose heading names it."""
        title = f"{ENCLOSURE}-title"
        part = add(self._article, "article", "part", id=ENCLOSURE, aria_labelledby=title)
        if enclosure.mode == "annexed":
            add(part, "p", "annex-label", annex_label(1, 1))
        kind = "annex-title" if enclosure.mode == "annexed" else "issued-title"
        add_lines(add(part, f"h{PART}", kind, id=title), enclosure.title)
        Blocks(part, self._references, PART).add(enclosure.blocks)
        notes = listed_annexes(enclosure.annexes)
        if notes:
            add_annex_list(part, zip(notes, _anchors(len(notes), enclosed=True), strict=True))
        self._annexes(part, enclosure.annexes, enclosed=True)

    def _annexes(self, parent: Element, annexes: tuple[Annex, ...], enclosed: bool) -> None:
        for number, annex in enumerate(annexes, 1):
            kind = f"annex {annex.orientation}"
            part = add(parent, "section", kind, id=annex_anchor(number, enclosed))
            add(part, "p", "annex-label", annex_label(number, len(annexes)))
            add_lines(add(part, f"h{PART}", "annex-title"), annex.title)
            Blocks(part, self._references, PART).add(annex.blocks)


def _anchors(count: int, enclosed: bool) -> list[str]:
    return [annex_anchor(number, enclosed) for number in range(1, count + 1)]
