"""版头: what stands above the title, with words for a screen reader where the page has none."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.elements import Document, DocumentNumber, Head, Mark, SerialNumber
from plangen.document.wording import copy_number
from plangen.sheet.geometry import Profile
from plangen.sheet.heads import SIGNERS_A_LINE, issued_in_head
from plangen.sheet.letter import DoubleRule, letter_rules
from plangen.sheet.mark import GAP, MARK_TOPS, MarkLayout, mark_layout
from plangen.writers.html.markup import Element, add, add_day, add_fact, add_text, measures, number

Fact = tuple[str, str, str]  # class, label and text of an element of the 版头


def add_head(parent: Element, document: Document, profile: Profile) -> None:
    """The 版头 of every form, in its reading order; the mark is the heading where no title is."""
    head = document.head
    if head == Head():
        return
    above = list(_facts(head))
    layout = mark_layout(head.mark, MARK_TOPS[document.form]) if head.mark else None
    element = add(parent, "header", f"head {'marked' if layout else 'unmarked'}")
    if layout:
        element.set("style", _places(layout, document, profile))
    if document.form != "信函" and above:
        _add_facts(element, above, "facts above")
    if head.mark and layout:
        _add_mark(element, head.mark, layout, "p" if document.title else "h1")
    if document.form == "信函":
        _add_letter(element, head, above, layout)
    else:
        _add_below(element, document)


def _facts(head: Head) -> Iterator[Fact]:
    """份号, 密级 and 紧急程度, those that there are."""
    if head.copy_number:
        yield "copy-number", "份号", copy_number(head.copy_number)
    if head.secrecy:
        yield "secrecy", "密级和保密期限", str(head.secrecy)
    if head.urgency:
        yield "urgency", "紧急程度", head.urgency


def _add_facts(parent: Element, facts: list[Fact], kind: str) -> None:
    listed = add(parent, "dl", kind)
    for name, label, text in facts:
        add_fact(listed, name, label, text)


def _places(layout: MarkLayout, document: Document, profile: Profile) -> str:
    """Where the mark's ink begins and ends on paper, from the top of the text area."""
    end = layout.bottom
    if document.form == "信函":
        end = letter_rules(layout).elements_top
    return measures(mark_top=layout.top - profile.top, mark_end=end - profile.top)


def _add_mark(parent: Element, mark: Mark, layout: MarkLayout, tag: str) -> None:
    """The names under each other, 文件 beside them; sizes of paper and screen from one layout."""
    longest = max(len(name) for name in layout.names)
    cells = longest + (len(layout.suffix) + GAP if layout.suffix else 0)
    element = add(parent, tag, f"mark {'joint' if len(layout.names) > 1 else 'single'}")
    element.set(
        "style",
        measures(
            cells=number(cells),
            size=f"{number(layout.size)}pt",
            scale=number(layout.scale),
            line=layout.line,
        ),
    )
    names = add(element, "span", "names")
    for place, (organ, tracking) in enumerate(zip(mark.organs, layout.tracking, strict=True)):
        if place:
            add_text(names, " ")
        name = add(names, "span", "organ", organ)
        if tracking:
            name.set("style", measures(tracking=f"{number(tracking)}pt"))
    if mark.suffix:
        add(element if layout.suffix else names, "span", "suffix", mark.suffix)


def _add_letter(parent: Element, head: Head, facts: list[Fact], layout: MarkLayout | None) -> None:
    """信函 (10.1): double rules, and the number at the right of the first line of elements."""
    if layout:
        rules = letter_rules(layout)
        for kind, rule in (("first", rules.first), ("second", rules.second)):
            _add_double_rule(parent, f"double-rule {kind}", rule, layout.top)
    if head.number:
        facts.insert(1, ("number", "发文字号", str(head.number)))
    if facts:
        _add_facts(parent, facts, "facts letter")


def _add_double_rule(parent: Element, kind: str, rule: DoubleRule, mark_top: float) -> None:
    """Its place from the top of the mark's ink, and its two strokes."""
    style = measures(below=rule.top - mark_top, upper=rule.upper, lower=rule.lower)
    add(parent, "div", kind, style=style)


def _add_below(parent: Element, document: Document) -> None:
    """发文字号 and 签发人, 令号, or the number and issue of minutes, above the red rule."""
    head, issue = document.head, issued_in_head(document)
    if not (head.number or head.signers or issue):
        if head.mark and document.form != "命令":
            add(parent, "div", "facts rule")
        return
    kind = "order" if document.form == "命令" else "signed rule" if head.signers else "rule"
    listed = add(parent, "dl", f"facts {kind}")
    if head.number:
        add_fact(listed, "number", _number_label(head.number), str(head.number))
    if head.signers:
        _add_signers(listed, head.signers)
    if issue:
        add_fact(listed, "issuer", "编发机关", "、".join(issue.organs))
        add_day(add_fact(listed, "issued", "日期"), issue.date)


def _number_label(given: DocumentNumber | SerialNumber) -> str:
    if isinstance(given, DocumentNumber):
        return "发文字号"
    return "令号" if given.unit == "号" else "期号"


def _add_signers(parent: Element, signers: tuple[str, ...]) -> None:
    """签发人 in pairs (7.2.6): two a line."""
    names = add_fact(parent, "signers-of-head", "签发人：", seen=True)
    for start in range(0, len(signers), SIGNERS_A_LINE):
        pair = add(names, "span", "pair")
        for signer in signers[start : start + SIGNERS_A_LINE]:
            add(pair, "span", "signer-of-head", signer)
            add_text(pair, " ")
