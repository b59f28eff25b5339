"""The words of a document between two places, without what a page puts between them."""

from __future__ import annotations

import re
from bisect import bisect_left

from plangen.document.origins import ReadDocument
from plangen.extract.groups_words import joined

_SENTENCE = re.compile("[。！？；]")


def words(document: ReadDocument, start: int, end: int) -> str:
    """What stands from one character to another; page numbers and running heads left out."""
    passage = document.passage_at(start)
    if passage is None or end > passage.end:
        return joined(document.text[start:end])
    said = passage.squeezed()
    places = range(len(said.text))
    first, last = (bisect_left(places, offset, key=said.offset) for offset in (start, end))
    return joined(said.text[first:last])


def sentence_before(document: ReadDocument, offset: int) -> str:
    """The sentence that a character stands in, up to that character and without white space."""
    passage = document.passage_at(offset)
    if passage is None:
        return ""
    said = passage.squeezed()
    index = bisect_left(range(len(said.text)), offset, key=said.offset)
    return _SENTENCE.split(said.text[:index])[-1]
