"""Sentences and clauses, and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 400  # characters; what runs on without a full stop is looked at in pieces

_SENTENCE = re.compile(
    rf"[^。！？\n]{{1,{LONGEST}}}(?:[。！？]|(?=\n)|\Z)"
    rf"|[^。！？\n]{{1,{LONGEST}}}[，；、]|[^。！？\n]{{1,{LONGEST}}}|[。！？]"
)
_BREAK = re.compile("[，；;]|,(?![0-9]{3})|(?<![0-9]),|(?<![0-9])[:：]|[:：](?![0-9])")
_OPEN, _CLOSE = "（(《<“", "）)》>”"
_MARKERS = (
    re.compile("第[一二三四五六七八九十]{1,3}章"),
    re.compile("第[一二三四五六七八九十]{1,3}节"),
    re.compile("[一二三四五六七八九十]{1,3}、"),
    re.compile("[（(][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"[0-9０-９]{1,2}(?:[、．]|\.(?!\d(?!00?%)))"),
    re.compile("[（(][0-9]{1,2}[)）]|[①-⑳]"),
)
_MARKED = re.compile(
    r"第[一二三四五六七八九十]|[一二三四五六七八九十]{1,3}、|[（(]|[0-9０-９]|[①-⑳]"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the joined text; ``opens`` where it is the first of its paragraph."""

    start: int
    end: int
    text: str
    opens: bool


def sentences_in(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order."""
    for found in _SENTENCE.finditer(text):
        opens = found.start() == 0 or text[found.start() - 1] == "\n"
        yield Sentence(found.start(), found.end(), found[0], opens)


def clauses(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence: where each begins and ends, punctuation excluded."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _BREAK.finditer(text):
        if _unclosed(text, start, stop.start()):
            continue
        found.append((start, stop.start()))
        start = stop.end()
    return [*found, (start, len(text))]


def _unclosed(text: str, start: int, end: int) -> bool:
    opened = sum(text.count(mark, start, end) for mark in _OPEN)
    return bool(opened) and opened > sum(text.count(mark, start, end) for mark in _CLOSE)


def marker(text: str) -> tuple[int, int]:
    """The level (from 1) of the number that a paragraph begins with and its length; else 0, 0."""
    if _MARKED.match(text):
        for level, pattern in enumerate(_MARKERS, 1):
            found = pattern.match(text)
            if found:
                return level, found.end()
    return 0, 0
