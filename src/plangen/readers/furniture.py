"""What belongs to the page and not to the text: page numbers (7.5) and running heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plangen.document.origins import Span
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.refusing import remark

_DASH = "[-—–－―‐‑−~～·•·]"
_NUMBER = "[0-9０-９]{1,4}"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}+\s*{_NUMBER}\s*{_DASH}+"
    rf"|第\s*{_NUMBER}\s*页(?:\s*[,，/（(]?\s*共\s*{_NUMBER}\s*页\s*[）)]?)?"
    rf"|[Pp]age\s+{_NUMBER}(?:\s+of\s+{_NUMBER})?"
)
_BARE_NUMBER = re.compile(_NUMBER)
_MID_SENTENCE = re.compile(r"[^\W\d_A-Za-z]|[，、,（(《“]")
_SHOWN = 8  # pieces of furniture that a finding quotes


def is_page_number(line: str) -> bool:
    """Whether a line, without white space at its ends, is a page number as 7.5 writes it."""
    return len(line) < 24 and bool(_PAGE_NUMBER.fullmatch(line))


def is_bare_number(line: str) -> bool:
    """Whether a line is nothing but a number, as page numbers are after copying."""
    return len(line) < 5 and bool(_BARE_NUMBER.fullmatch(line))


def breaks_sentence(before: str, after: str) -> bool:
    """Whether what stands between two lines interrupts a sentence."""
    return bool(_MID_SENTENCE.match(before[-1:]) and _MID_SENTENCE.match(after[:1]))


def furniture_finding(
    name: str, text: str, furniture: Iterable[Span], what: Message | None = None
) -> list[Finding]:
    """The finding that says what was left out as furniture; none where nothing was."""
    words = [text[span.start : span.end] for span in furniture]
    if not words:
        return []
    shown = "，".join(f"“{word}”" for word in _distinct(words))
    kinds = what or Message("页码、页眉、页脚")
    message = Message(
        "{what}不算正文，共 {count} 处：{shown}", what=kinds, count=len(words), shown=shown
    )
    return [remark(name, "read.page-furniture", Severity.INFO, message)]


def _distinct(words: Sequence[str]) -> list[str]:
    return [word[:40] for word in dict.fromkeys(words)][:_SHOWN]
