"""Joining what paper and scanning broke: one line a paragraph, every character with its offset.

A file's lines end where the paper ended, pages put their numbers between two halves of a word, and
scanning leaves spaces inside words. The grammar reads words, so these go; what is found is quoted
by the offsets that remain.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from plangen.document.origins import Passage, PassageKind
from plangen.quantity.nouns import NOUN

_BLANK = re.compile(r"[\s　\u200b\ufeff]+")
_PAGE_NUMBER = re.compile(
    r"[-—–－·~]{1,3}\s?[0-9０-９]{1,4}\s?[-—–－·~]{1,3}|[0-9]{1,3}"
    r"|第\s?[0-9]{1,4}\s?页(?:[\s,，/]*共\s?[0-9]{1,4}\s?页)?|[0-9]{1,4}\s?/\s?[0-9]{1,4}"
)
_MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[0-9]{1,2}\s{0,2}(?:[、．]|\.(?![0-9](?!00?%)))|[（(][0-9]{1,2}[)）]|[①-⑳]"
    r"|第[一二三四五六七八九十百0-9]{1,4}[条章节]|附件|附表)"
)
_HEADING = re.compile(
    "[^，。；：！？,;:]{2,28}(?:目标|指标|任务|措施|要求|原则|思想|安排|要点|方案|计划|通知|意见|保障|内容)"
)
_DECIMAL = re.compile(rf"[0-9]{{1,4}}\s?\.\s?[0-9]{{1,2}}\s*(?:[%‰％]|{NOUN})")  # 5 . 6 万亩
_REST_OF_VALUE = re.compile(rf"[0-9]{{1,2}}(?:\.[0-9]+)?\s?(?:[%‰％]|{NOUN})")  # 8 and 7%以上
_STARTER = re.compile("20[0-9]{2}\\s?年|到|截至|全年|力争|确保")
_TITLE_ENDS = frozenset("案划知见务点排表结告定法则函议书：:")
_STARTED = 24  # characters of a line that a sentence only begins in
_IMPRINT = re.compile("印发\\Z|[0-9]{1,2}日\\Z|^抄送|^主送|联系人|电话")
_STOPS = frozenset("。！？；：;!?")
_GOES_ON = frozenset("，、,（(《“和与及的或到达至于率以不在为对从向由把")
_CONTINUES = frozenset("度将的和与及或等率，。、；）)%％‰")
_VALUE_GOES_ON = re.compile(r"[%‰％]|[万亿]?[元个所家次人名项]")
_SHORT = 0.72  # of its neighbours' width: a line this short ended where its paragraph ended
_SHORTER = 0.62  # the same where no blank line follows; a first line may be indented
_NEIGHBOURS = 2  # lines on each side that tell how wide the column is
_YEAR_NEXT = re.compile("(?:19|20)[0-9]{2}")


@dataclass(slots=True)
class Joined:
    """A text of joined lines; ``offset`` leads back into the text that it was made of.

    ``loose`` holds the places where a space between two digits was taken for scanning noise, and
    ``pages`` the first character and the page of each paragraph of a document with pages.
    """

    text: str = ""
    at: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    loose: set[int] = field(default_factory=set)
    pages: list[tuple[int, int]] = field(default_factory=list)

    def offset(self, index: int) -> int:
        """The offset in the source of the character at ``index``."""
        piece = bisect_right(self.at, index) - 1
        return self.offsets[piece] + index - self.at[piece]

    def page(self, index: int) -> int | None:
        """The page of the paragraph that holds the character at ``index``."""
        place = bisect_right(self.pages, index, key=lambda pair: pair[0]) - 1
        return self.pages[place][1] if place >= 0 else None


@dataclass(slots=True)
class _Line:
    text: str
    start: int
    width: int
    blank_before: bool = False


class _Builder:
    """Collects pieces of the source; spaces go but for one between Latin words."""

    def __init__(self) -> None:
        self.joined = Joined()
        self._parts: list[str] = []
        self._length = 0

    def break_paragraph(self) -> None:
        if self._parts and self._parts[-1] != "\n":
            self._append("\n", self.joined.offsets[-1])

    def add(self, text: str, offset: int) -> None:
        """Add a line; ``offset`` is that of its first character."""
        done = 0
        for blank in _BLANK.finditer(text):
            self._piece(text[done : blank.start()], offset + done)
            self._space(text, blank, offset)
            done = blank.end()
        self._piece(text[done:], offset + done)

    def mark_page(self, page: int | None) -> None:
        if page is not None:
            self.joined.pages.append((self._length, page))

    def finish(self) -> Joined:
        self.joined.text = "".join(self._parts)
        return self.joined

    def _piece(self, text: str, offset: int) -> None:
        if text:
            self._append(text, offset)

    def _append(self, text: str, offset: int) -> None:
        self.joined.at.append(self._length)
        self.joined.offsets.append(offset)
        self._parts.append(text)
        self._length += len(text)

    def _space(self, text: str, blank: re.Match[str], offset: int) -> None:
        before, after = text[blank.start() - 1 : blank.start()], text[blank.end() : blank.end() + 1]
        if not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum()):
            return
        single = blank.end() - blank.start() == 1 and before.isdigit() and after.isdigit()
        if single and not _YEAR_NEXT.match(text, blank.end()):
            self.joined.loose.add(self._length)
        else:
            self._append(" ", offset + blank.start())


def join_lines(text: str) -> Joined:
    """The text with broken lines joined, page numbers between them and stray spaces gone."""
    lines = _lines(text)
    builder = _Builder()
    opens = True
    for index, line in enumerate(lines):
        opens = bool(index) and _parts_from(lines, index, opens=opens)
        if opens:
            builder.break_paragraph()
        opens = opens or index == 0
        builder.add(line.text, line.start)
    return builder.finish()


def join_passages(passages: Iterable[Passage]) -> Joined:
    """The passages of a document that was read, one paragraph each; a 目录 is left out."""
    builder = _Builder()
    for passage in passages:
        if passage.kind is PassageKind.CONTENTS:
            continue
        builder.break_paragraph()
        builder.mark_page(passage.page)
        pieces = [*passage.trace.at, len(passage.text)]
        for place, offset in enumerate(passage.trace.offsets):
            builder.add(passage.text[pieces[place] : pieces[place + 1]], offset)
    return builder.finish()


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank and hold no page number, without the space around them."""
    lines: list[_Line] = []
    at, blank = 0, False
    sources = text.split("\n")
    for number, source in enumerate(sources):
        stripped = source.strip()
        if not stripped:
            blank = True
        elif not _is_page_number(stripped, sources, number):
            start = at + source.index(stripped[0])
            lines.append(_Line(stripped, start, len(stripped.encode()) * 2 // 3, blank))
            blank = False
        at += len(source) + 1
    return lines


def _is_page_number(line: str, sources: list[str], number: int) -> bool:
    if len(line) > 20 or not _PAGE_NUMBER.fullmatch(line):
        return False
    following = next((s.strip() for s in sources[number + 1 : number + 4] if s.strip()), "")
    return not _VALUE_GOES_ON.match(following)


def _breaks_off(lines: list[_Line], index: int) -> bool:
    """Whether the line before ends in the middle of a sentence that has a comma already.

    Titles, names and table rows have none; so a short line of this kind was broken by the scan.
    """
    previous, line = lines[index - 1], lines[index]
    marked = _MARKER.match(line.text) and not _DECIMAL.match(line.text)
    if previous.text[-1] in _STOPS or marked:
        return False
    if previous.text[-1].isdigit() and _REST_OF_VALUE.match(line.text):
        return True
    if _only_begins(previous.text):
        return True
    begun = re.split("[。！？；]", previous.text)[-1]
    return ("，" in begun or "、" in begun[2:]) and not _IMPRINT.search(previous.text)


def _only_begins(line: str) -> bool:
    """Whether a short line begins a sentence (2024年全市新) and is no title."""
    return len(line) < _STARTED and line[-1] not in _TITLE_ENDS and _STARTER.match(line) is not None


def _parts_from(lines: list[_Line], index: int, *, opens: bool) -> bool:
    """Whether a paragraph begins with a line; ``opens`` where one began with the line before."""
    previous, line = lines[index - 1], lines[index]
    last = previous.text[-1]
    if last in _GOES_ON or line.text[0] in _CONTINUES or _breaks_off(lines, index):
        return False
    if _MARKER.match(line.text) or (opens and _HEADING.fullmatch(previous.text)):
        return True
    around = lines[max(0, index - 1 - _NEIGHBOURS) : index + _NEIGHBOURS]
    widest = max(other.width for other in around)
    if last in _STOPS and line.blank_before:
        return True
    return previous.width < (_SHORT if line.blank_before else _SHORTER) * widest
