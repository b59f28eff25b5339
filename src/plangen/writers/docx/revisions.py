"""Tracked changes (修订): insertions and deletions of characters, paragraphs and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from typing import Literal

from lxml import etree

from plangen.writers.docx.aligning import MOST_EQUAL, Opcode, opcodes, pairs_of_equals
from plangen.writers.docx.wml import Element, add, give, name, text

AUTHOR = "plangen"
Revision = Literal["ins", "del"]

# A number with its sign changes as a whole: 50% → 80%, never 5→8 beside 0%.
_TOKEN = re.compile(r"[0-9]+(?:[.,:：][0-9]+)*[%％‰]?|[A-Za-z]+|.", re.DOTALL)
_SENTENCE = re.compile("[^。！？；]+[。！？；]?|[。！？；]")
_BREAKS = {name("tab"): "\t", name("br"): "\n"}
SHORT = 2  # characters: an island of kept text so short, between longer changes, is no help


@dataclass(frozen=True, slots=True)
class Character:
    """A character of a paragraph with the properties of its run."""

    text: str
    properties: bytes


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that are kept, inserted or deleted together."""

    revision: Revision | None
    characters: tuple[Character, ...]


class Revisions:
    """Writes the tracked changes of one document; each has a number of its own.

    ``day`` is their date as ISO text, without which they carry none: the clock has no say.
    """

    def __init__(self, day: str = "") -> None:
        self._numbers = count(1)
        self._day = day

    def paragraph(self, old: Element, new: Element) -> None:
        """Show in the new paragraph which of its characters are new, and which it lost."""
        before, after = _characters(old), _characters(new)
        if [c.text for c in before] == [c.text for c in after]:
            return
        drawings = []
        for run in new.findall(name("r")):
            new.remove(run)
            drawings += [run] if _drawn(run) else []
        for stretch in stretches(before, after):
            parent = self._wrapper(new, stretch.revision) if stretch.revision else new
            _runs(parent, stretch)
        new.extend(drawings)

    def whole(self, paragraph: Element, revision: Revision) -> None:
        """Mark a paragraph with all that is in it, its end included."""
        for run in paragraph.findall(name("r")):
            if revision == "del" and _drawn(run):  # its picture is no part of the new file
                paragraph.remove(run)
                continue
            if revision == "del":
                _delete_text(run)
            wrapper = self._wrapper(paragraph, revision)
            paragraph.replace(run, wrapper)
            wrapper.append(run)
        self._end(paragraph, revision)

    def row(self, row: Element, revision: Revision) -> None:
        """Mark a table row with all that is in its cells."""
        for paragraph in row.iter(name("p")):
            self.whole(paragraph, revision)
        self._wrapper(_first(row, "trPr"), revision)

    def _end(self, paragraph: Element, revision: Revision) -> None:
        """Mark the end of a paragraph (段落标记)."""
        properties = _first(paragraph, "pPr")
        if revision == "del":  # its section's footers are no part of the new file
            for section in properties.findall(name("sectPr")):
                properties.remove(section)
        characters = properties.find(name("rPr"))
        if characters is None:
            give(paragraph, "rPr")
            characters = properties.find(name("rPr"))
        if characters is not None:
            characters.insert(0, self._wrapper(characters, revision))

    def _wrapper(self, parent: Element, revision: Revision) -> Element:
        element = add(parent, revision, id=next(self._numbers), author=AUTHOR)
        if self._day:
            element.set(name("date"), f"{self._day}T00:00:00Z")
        return element


def _first(element: Element, tag: str) -> Element:
    """The properties of an element, which stand first in it."""
    properties = element.find(name(tag))
    if properties is None:
        properties = add(element, tag)
        element.insert(0, properties)
    return properties


def _drawn(run: Element) -> bool:
    return run.find(name("drawing")) is not None


def _delete_text(run: Element) -> None:
    for element in run.findall(name("t")):
        element.tag = name("delText")


def _characters(paragraph: Element) -> list[Character]:
    """The characters of a paragraph as the writer set them, tabs and line breaks among them."""
    found = []
    for run in paragraph.findall(name("r")):
        properties = run.find(name("rPr"))
        given = b"" if properties is None else etree.tostring(properties)
        for element in run:
            characters = (element.text or "") if element.tag == name("t") else ""
            characters = _BREAKS.get(str(element.tag), characters)
            found += [Character(character, given) for character in characters]
    return found


Token = tuple[Character, ...]


def stretches(old: list[Character], new: list[Character]) -> Iterator[Stretch]:
    """What is kept, deleted and inserted, in the order in which a reader sees it.

    A very long paragraph is compared sentence by sentence instead of character by character.
    """
    before, after = list(_tokens(old, _TOKEN)), list(_tokens(new, _TOKEN))
    if pairs_of_equals(map(_text, before), map(_text, after)) > MOST_EQUAL:
        before, after = list(_tokens(old, _SENTENCE)), list(_tokens(new, _SENTENCE))
    codes = opcodes(list(map(_text, before)), list(map(_text, after)))
    deleted: list[Token] = []
    inserted: list[Token] = []
    for place, (tag, start, end, begin, stop) in enumerate(codes):
        if tag != "equal" or _island(codes, place, after):
            deleted += before[start:end]
            inserted += after[begin:stop]
            continue
        yield from _changed(deleted, inserted)
        yield Stretch(None, _joined(after[begin:stop]))
        deleted, inserted = [], []
    yield from _changed(deleted, inserted)


def _changed(deleted: list[Token], inserted: list[Token]) -> Iterator[Stretch]:
    if deleted:
        yield Stretch("del", _joined(deleted))
    if inserted:
        yield Stretch("ins", _joined(inserted))


def _island(codes: Sequence[Opcode], place: int, new: list[Token]) -> bool:
    """Whether kept tokens are few and the changes on both sides of them longer."""
    if not 0 < place < len(codes) - 1:
        return False
    _, start, end, begin, stop = codes[place]
    sizes = [
        max(code[2] - code[1], code[4] - code[3]) for code in (codes[place - 1], codes[place + 1])
    ]
    return len(_joined(new[begin:stop])) <= SHORT and min(sizes) > end - start


def _joined(tokens: list[Token]) -> tuple[Character, ...]:
    return tuple(character for token in tokens for character in token)


def _tokens(characters: list[Character], pattern: re.Pattern[str]) -> Iterator[Token]:
    begins = 0
    for found in pattern.finditer("".join(c.text for c in characters)):
        yield tuple(characters[begins : begins + len(found[0])])
        begins += len(found[0])


def _text(characters: Iterable[Character]) -> str:
    return "".join(character.text for character in characters)


def _runs(parent: Element, stretch: Stretch) -> None:
    """Characters as runs, each with the properties that they had."""
    for properties, characters in groupby(stretch.characters, lambda c: c.properties):
        run = add(parent, "r")
        if properties:
            run.append(etree.fromstring(properties))
        text(run, _text(characters))
        if stretch.revision == "del":
            _delete_text(run)
