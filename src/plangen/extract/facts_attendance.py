"""出席、请假、列席人员 of minutes (10.3): organs and names, printed without a mark between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plangen.document.origins import Part, Span
from plangen.errors import Message
from plangen.extract.duties_organs import organ_and_rest
from plangen.extract.facts_frame import Frame, Value
from plangen.extract.groups_words import is_name, joined, split_outside, unspaced

LONGEST_LINE = 60  # characters of a broken line of a list
_KINDS = {"出席": "present", "参加": "present", "请假": "excused", "缺席": "excused"}
_KINDS["列席"] = "observing"
_LABEL = re.compile(r"(出席|参加|请假|缺席|列席)(?:人员|单位)?\s*[：:]\s*")


@dataclass(slots=True)
class _List:
    """Those of one kind as they are printed, and where."""

    kind: str
    text: str
    start: int
    end: int


def attendance(frame: Frame, part: Part) -> Iterator[Value]:
    """``attendance`` of minutes; nothing where no line says who was there."""
    lists: list[_List] = []
    for passage in frame.passages(part):
        labels = list(_LABEL.finditer(passage.text))
        before = passage.text[: labels[0].start()] if labels else passage.text
        if lists and before.strip() and _goes_on(lists[-1], before):
            lists[-1].text += before
            lists[-1].end = passage.end
        elif before.strip():
            yield from _told(lists)
            lists = []
            continue
        if not labels:
            continue
        ends = [label.start() for label in labels[1:]] + [len(passage.text)]
        for label, end in zip(labels, ends, strict=True):
            text = passage.text[label.end() : end]
            lists.append(_List(_KINDS[label[1]], text, passage.start, passage.end))
    yield from _told(lists)


def _goes_on(one: _List, text: str) -> bool:
    """Whether a list goes on with a text below its label, or on a line that a page has broken."""
    if not one.text.strip():
        return True
    return "。" not in text and not one.text.rstrip().endswith("。") and len(text) < LONGEST_LINE


def _told(lists: Iterable[_List]) -> Iterator[Value]:
    for one in lists:
        attendees, doubts = [], []
        text = one.text.strip().rstrip("。")
        for start, end in split_outside(text, "，,；;"):
            group, doubt = _group(text[start:end])
            attendees.append(group)
            doubts += [doubt] if doubt else []
        if attendees:
            span = Span(one.start, one.end)
            doubt = doubts[0] if doubts else None
            yield Value(("attendance", one.kind), attendees, span, doubt)


def _group(text: str) -> tuple[dict[str, Any], Message | None]:
    """Those of one organ: 区财政局吴敏、李明; names alone; an organ alone."""
    first, *others = [joined(text[start:end]) for start, end in split_outside(text, "、")]
    organ, name = _parted(text, first)
    names = [*([name] if name else []), *others]
    doubt = None
    if not all(map(is_name, names)):
        doubt = Message("“{text}”里的单位和姓名没有分清，请核对", text=joined(text))
    return {**({"organ": organ} if organ else {}), **({"names": names} if names else {})}, doubt


def _parted(text: str, first: str) -> tuple[str, str]:
    spaced = text.split()
    if len(spaced) == 2 and is_name(spaced[1].split("、")[0]) and len(spaced[0]) > 2:
        return spaced[0], unspaced(spaced[1].split("、")[0])
    organ, rest = organ_and_rest(first)
    return (organ, rest) if organ else ("", first)
