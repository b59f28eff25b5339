"""The office of a group (办公室): where it sits, who heads it, in the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.document.origins import Passage, Span
from plangen.errors import Message
from plangen.extract.groups_words import HANZI, NAME

BEFORE, BEHIND = 100, 300  # characters around an office that may say who heads it
_SEAT = re.compile(
    r"办公室[^，。；（）()]{0,8}[（(，]?(?:具体)?(?:日常工作)?设(?:在|于)([^，。；、（）()]{2,40})"
    r"|(?:设(?:在|于)|依托)([^，。；、（）()]{2,40}?)的?(?:领导小组|小组)?办公室"
)
_SHORTEST = rf"(?:{HANZI}{{2,4}}?|{NAME})"  # 邢德涛 and not 邢德涛兼
_NAMES = rf"({_SHORTEST}(?:[、和]{_SHORTEST}){{0,9}}?)"
_BY = r"(?:同志)?(?:分别)?(?:兼任|担任|兼|任)"
_OFFICE = r"(?:[^，。；、（）()]{0,20}?办公室)?"
_DIRECTOR = (
    re.compile(rf"(?:^|[，。；、由）)]){_NAMES}{_BY}{_OFFICE}主任"),
    re.compile(rf"(?<!副)主任[由：:]{_NAMES}(?={_BY}|同志|[，。；、（(]|$)"),
)
_DEPUTIES = (
    re.compile(rf"(?:^|[，。；、由）)]){_NAMES}{_BY}{_OFFICE}副主任"),
    re.compile(rf"副主任[由：:]{_NAMES}(?={_BY}|同志|[，。；（(]|$)"),
)


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """The office of a group, and the stretch of text that says so."""

    seat: str
    director: str
    deputies: tuple[str, ...]
    span: Span
    doubts: tuple[Message, ...] = ()


def group_office(passages: Iterable[Passage], members: Iterable[str]) -> FoundOffice | None:
    """The office that the paragraphs around a roster speak of; None where none does.

    An office whose head is not named cannot be recorded: see :func:`headless`.
    """
    known = tuple(members)
    for text, span in _about_offices(passages):
        seat, director = _seat(text), _names(_DIRECTOR, text)
        if not seat or not director:
            continue
        deputies = _names(_DEPUTIES, text)
        doubts = tuple(_strangers((*director[:1], *deputies), known))
        return FoundOffice(seat, director[0], deputies, span, doubts)
    return None


def headless(passages: Iterable[Passage]) -> tuple[str, Span] | None:
    """The seat of an office whose head no sentence names, and where that is said."""
    for text, span in _about_offices(passages):
        seat = _seat(text)
        if seat and not _names(_DIRECTOR, text):
            return seat, span
    return None


def _about_offices(passages: Iterable[Passage]) -> Iterator[tuple[str, Span]]:
    """What paragraphs say around the first office that they name, and where."""
    for passage in passages:
        if "办公室" not in (said := passage.squeezed()).text:
            continue
        place = said.text.index("办公室")
        start, end = max(0, place - BEFORE), min(place + BEHIND, len(said.text))
        yield said.text[start:end], said.span(start, end)


def _seat(text: str) -> str:
    match = _SEAT.search(text)
    return next(filter(None, match.groups()), "") if match else ""


def _names(patterns: Iterable[re.Pattern[str]], text: str) -> tuple[str, ...]:
    for pattern in patterns:
        if match := pattern.search(text):
            return tuple(_person(name) for name in re.split("[、和]", match[1]))
    return ()


def _person(name: str) -> str:
    """A name without the word before it that the pattern cannot tell from a surname."""
    return name.removeprefix("由").removesuffix("同志")


def _strangers(names: Iterable[str], members: tuple[str, ...]) -> Iterator[Message]:
    for name in names:
        if members and name not in members:
            yield Message("办公室的“{name}”不在名单里，请核对", name=name)
