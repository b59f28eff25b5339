"""Rosters in lines: 组长：郭振华 党工委副书记, the label before the first of its role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plangen.document.origins import Span
from plangen.errors import Message
from plangen.extract.groups_words import (
    NAME,
    is_compound_surname,
    is_office,
    is_one_title,
    is_role,
    joined,
    name_and_rest,
    offices,
    split_outside,
    unspaced,
)

LONGEST_LINE = 120  # characters; what is longer is a sentence
LONGEST_LABEL = 12  # characters of a role with the spaces that spread it
FEWEST_NAMES = 3  # without offices and parted by spaces; two tokens are a name and its office
_LINE = re.compile(r"[^\n\f\v\r\u2028\u2029]+")
_PAGE_NUMBER = re.compile(r"[\s\-—–―─·.]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?[\s\-—–―─·.]*")
_WIDE = re.compile(r"((?:\S[ \u3000]{0,4}){2,5}?)(?:\t|[ \u3000]{2,})(?=\S)")
_COLON = re.compile(r"\s*[：:﹕∶]\s*")
_ENDS = re.compile(r"[。！？]|^\s*附\s*件")
_WITH_OFFICE = re.compile(rf"({NAME})(?:[（(〔]([^（）()〔〕]+)[）)〕])?")


@dataclass(frozen=True, slots=True)
class FoundMember:
    """A person on a roster as printed, where it stands, and what a person should look at."""

    role: str
    name: str
    offices: tuple[str, ...]
    span: Span
    organ: str = ""
    doubts: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRoster:
    """The members of one list, in order, and the stretch of text that they stand in."""

    members: tuple[FoundMember, ...]
    span: Span
    doubts: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int

    def span(self, start: int, end: int) -> Span:
        """A stretch of the line without the white space around it."""
        piece = self.text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        return Span(self.start + left, self.start + start + len(piece.rstrip()))


def line_rosters(text: str, start: int, end: int, skipped: Iterable[Span]) -> Iterator[FoundRoster]:
    """The rosters in a stretch of a text; ``skipped`` spans (tables) are passed over."""
    builder = _Builder()
    for line in _lines(text, start, end, tuple(skipped)):
        yield from builder.take(line)
    yield from builder.close()


def _lines(text: str, start: int, end: int, skipped: tuple[Span, ...]) -> Iterator[_Line]:
    waiting = sorted(skipped, key=lambda span: span.start, reverse=True)
    for match in _LINE.finditer(text, start, end):
        while waiting and waiting[-1].end <= match.start():
            waiting.pop()
        if waiting and waiting[-1].start < match.end():
            continue
        if match[0].strip() and not _PAGE_NUMBER.fullmatch(match[0]):
            yield _Line(match[0], match.start())


class _Builder:
    """Takes lines one by one and closes a roster where a line belongs to none."""

    def __init__(self) -> None:
        self._members: list[FoundMember] = []
        self._doubts: list[Message] = []
        self._role = ""
        self._listing = False  # names one after another, without offices
        self._open = False  # the line before ends where another office follows

    def take(self, line: _Line) -> Iterator[FoundRoster]:
        label, body = _label(line)
        follows, self._open = self._open, line.text.rstrip().endswith("、")
        if label:
            found = tuple(_members(line, body, label, listing=True))
            if not found and (said := line.text[body:].strip()):
                message = Message(
                    "“{label}：{text}”没有录入名单，请核对", label=label, text=said[:60]
                )
                self._doubts += [message] if self._members else []
                yield from self.close()  # 成员：各部门负责人 names nobody
                return
            if self._begins_anew(label):
                yield from self.close()
            self._role, self._listing = label, len(found) > 1
            self._members += found
            return
        if not self._role or not self._goes_on(line, follows):
            yield from self.close()

    def close(self) -> Iterator[FoundRoster]:
        members = tuple(self._members)
        if members:
            span = Span(members[0].span.start, members[-1].span.end)
            yield FoundRoster(members, span, tuple(self._doubts))
        self.__init__()  # type: ignore[misc]  # as it was before the first line

    def _begins_anew(self, label: str) -> bool:
        """Whether a chief comes after ordinary members: the next group's roster."""
        return (
            "组长" in label
            and "副" not in label
            and any(member.role in ("成员", "组员") for member in self._members)
        )

    def _goes_on(self, line: _Line, follows: bool) -> bool:
        if len(line.text.strip()) > LONGEST_LINE or _ENDS.search(line.text):
            return False
        found = tuple(_members(line, 0, self._role, self._listing))
        if found and (found[0].offices or self._listing or not self._members):
            self._members += found
            return True
        if self._continues(line, follows):
            return True
        if found and not self._members[-1].offices:
            self._members += found
            return True
        return False

    def _continues(self, line: _Line, follows: bool) -> bool:
        """An office that the line before had no room for."""
        rest, last = line.text.strip(), self._members[-1] if self._members else None
        if last is None or not last.offices or re.search(r"[\s，,：:]", rest):
            return False
        *before, cut = last.offices
        found = (*before, cut, *offices(rest)) if follows else (*before, cut + rest)
        whole = is_office(cut) and not (follows or is_one_title(cut, rest))
        if whole or not is_office(found[-1]):
            return False
        span = Span(last.span.start, line.span(0, len(line.text)).end)
        message = Message("职务分在两行，已接成“{office}”", office="、".join(found))
        self._members[-1] = replace(last, offices=found, span=span, doubts=(*last.doubts, message))
        return True


def _label(line: _Line) -> tuple[str, int]:
    """The role that a line begins with and where its body begins; empty where it has none."""
    left = len(line.text) - len(line.text.lstrip())
    head = line.text[left : left + 2 * LONGEST_LABEL]
    colon = _COLON.search(head)
    if colon and colon.start() <= LONGEST_LABEL:
        label = unspaced(head[: colon.start()])
        return (label, left + colon.end()) if is_role(label) else ("", 0)
    wide = _WIDE.match(head)
    label = unspaced(wide[1]) if wide else ""
    return (label, left + wide.end()) if wide and is_role(label) else ("", 0)


def _members(line: _Line, body: int, role: str, listing: bool) -> Iterator[FoundMember]:
    """The members that a line names behind its label."""
    several = tuple(_several(line, body, role))
    bracketed = bool(several) and all(member.offices for member in several)
    yield from several if several and (listing or bracketed) else _one(line, body, role)


def _several(line: _Line, body: int, role: str) -> Iterator[FoundMember]:
    """张三、李四、王五, with offices in brackets or without; nothing where a piece is no name."""
    rest = line.text[body:]
    stretches = list(split_outside(rest.rstrip("。 \u3000"), "、，,；;"))
    if len(stretches) == 1 and len(rest.split()) >= FEWEST_NAMES:
        stretches = [match.span() for match in re.finditer(r"\S+", rest)]
    matches = [_WITH_OFFICE.fullmatch(unspaced(rest[start:end])) for start, end in stretches]
    if not all(match and not is_office(match[1]) for match in matches):
        return
    if len(matches) < 2 and not (matches and matches[0] and matches[0][2]):
        return
    for match, (start, end) in zip(matches, stretches, strict=True):
        if match:
            span = line.span(body + start, body + end)
            yield FoundMember(role, match[1], offices(match[2] or ""), span)


def _one(line: _Line, body: int, role: str) -> Iterator[FoundMember]:
    """One person: the name and the offices behind it, or before it."""
    rest = line.text[body:]
    tokens = rest.split()
    taken, name = name_and_rest(tokens)
    after = " ".join(tokens[taken:])
    span = line.span(body, len(line.text))
    if taken and not (is_office(name) and tokens[taken:]):
        if not after and is_office(name):
            return
        yield FoundMember(role, name, offices(after), span)
        return
    back, name = name_and_rest(_turned(tokens))
    if back and back < len(tokens) and not is_office(name) and is_office(joined(tokens[0])):
        yield FoundMember(role, name, offices(" ".join(tokens[: len(tokens) - back])), span)


def _turned(tokens: list[str]) -> list[str]:
    """The tokens that may be a name at a line's end, first one first."""
    single = 0
    while single < len(tokens) and len(tokens[-1 - single]) == 1:
        single += 1
    apart = not single and len(tokens) > 1 and is_compound_surname(tokens[-2])
    return tokens[-max(single, 1 + apart) :]
