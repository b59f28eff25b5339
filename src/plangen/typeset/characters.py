"""Marks (标点) in a line: where they may stand, what holds together, how far each can be squeezed.

GB/T 15834-2011 5.1: closing marks do not begin a line, opening ones do not end it; —— and …… are
not split; a mark at the end of a line takes half a character (5.1.10); marks may be squeezed
(5.1.11). GB/T 15835-2011: a number is not split, nor parted from its sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = frozenset("“‘（《〈〔［｛【〖「『")
CLOSING = frozenset("”’）》〉〕］｝】〗」』")
PAUSES = frozenset("，、；：")
STOPS = frozenset("。？！")
MIDDLE = frozenset("·")
CONNECTORS = frozenset("-—～/")  # 5.1.6, 5.1.9: no space beside them
# … because …… hangs together with what it ends
NO_START = CLOSING | PAUSES | STOPS | MIDDLE | frozenset("～%％‰℃°/…")
NO_END = OPENING | frozenset("￥¥＄/")
HALVED_AT_END = CLOSING | PAUSES | STOPS  # 5.1.10

HALF = 0.5  # of a character: what a mark can give up
# In the order in which marks give way: what shows least comes first.
SQUEEZED_IN_ORDER = (MIDDLE, OPENING | CLOSING, PAUSES, STOPS)
KEPT_AT_START = OPENING | MIDDLE  # marks that keep their white at the start of a line
SQUEEZABLE = frozenset().union(*SQUEEZED_IN_ORDER)

BLANKS = frozenset(" \u3000")  # they end a line and never begin one
LONG = 16  # characters: a western token of more may break behind its own marks
_ATTACHED = re.compile("[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef]")
_WESTERN = r"[+±−-]?[A-Za-z0-9](?:[A-Za-z0-9.,:+*×/·_?&=@#~-]*[A-Za-z0-9])?[.%‰℃°]?"
_TOGETHER = re.compile(rf"〔\d{{4}}〕\d+号|{_WESTERN}(?:[—～]{_WESTERN})*|——|……")
_NOT_FIRST = NO_START | BLANKS
_MARKED = re.compile(f"[{re.escape(''.join(sorted(_NOT_FIRST | NO_END | CONNECTORS)))}]")
_INNER_BREAKS = re.compile(r"[/._?&=@#~-]+(?=[A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Places:
    """The places between a text's characters, its two ends included.

    ``held``: no line may begin there. ``tight``: no space may be added there.
    """

    held: bytearray
    tight: bytearray


def places(text: str) -> Places:
    """Where lines of a text may not begin, and where no space may be added.

    The first place and the last are free: a line always begins and ends there.
    """
    found = Places(bytearray(len(text) + 1), bytearray(len(text) + 1))
    long = _hold_together(text, found)
    for match in _MARKED.finditer(text):
        _hold_mark(match[0], match.start(), found)
    for start, end in long:
        for match in _INNER_BREAKS.finditer(text, start, end):
            found.held[match.end()] = 0
    for match in _ATTACHED.finditer(text):  # drawn on the character before
        found.held[match.start()] = found.tight[match.start()] = 1
    found.held[0] = found.held[-1] = 0
    return found


def _hold_together(text: str, places: Places) -> list[tuple[int, int]]:
    """Hold numbers, words, —— and …… together; gives the spans of those that are long."""
    long = []
    for match in _TOGETHER.finditer(text):
        start, end = match.span()
        inner = b"\1" * (end - start - 1)
        places.held[start + 1 : end] = places.tight[start + 1 : end] = inner
        if end - start > LONG:
            long.append((start, end))
    return long


def _hold_mark(mark: str, place: int, places: Places) -> None:
    if mark in _NOT_FIRST or (mark in CONNECTORS and not places.held[place + 1]):
        places.held[place] = 1  # a connector, but not the dash ——, which is held inside
    if mark in NO_END:
        places.held[place + 1] = 1
    if mark in CONNECTORS:
        places.tight[place] = places.tight[place + 1] = 1
