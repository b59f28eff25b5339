"""Where the parts of a document begin and end, and what stands at the head and foot of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plangen.document.labels import label_of
from plangen.document.origins import Named, Part, PartKind, Passage, Span
from plangen.extract.outline_head import Head, head_of
from plangen.extract.outline_lines import Line, names_in, whole
from plangen.extract.outline_nodes import nodes_of
from plangen.quantity.errors import QuantityError
from plangen.quantity.numerals import read_integer

_MOST_SIGNATURES = 40  # lines over the 成文日期
_LONGEST_SIGNATURE = 60  # characters of one of them
_SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Closing:
    """The foot of a notice: the lines of its signature up to ``end``, and that of its date."""

    first: int
    end: int
    date: int | None = None


def parts_of(lines: Sequence[Line], passages: Sequence[Passage]) -> tuple[Part, ...]:
    """The parts, from the first line to the last; every line belongs to one of them."""
    closing = _closing(lines)
    cuts = list(_cuts(lines, closing))
    ends = [first for _, first in cuts[1:]] + [len(lines)]
    return tuple(
        _part(kind, lines[first:end], passages, closing if first == 0 else None)
        for (kind, first), end in zip(cuts, ends, strict=True)
    )


def _cuts(lines: Sequence[Line], closing: Closing | None) -> Iterator[tuple[PartKind, int]]:
    """The kind of each part and its first line."""
    after = _after_notice(lines, closing) if closing else 0
    last = PartKind.NOTICE if _is_notice(lines, closing) else PartKind.ISSUED
    yield last, 0
    for index in range(max(after, 1), len(lines)):
        kind = _opening(lines, index, last)
        if index == after and kind is None:
            kind = PartKind.ISSUED
        if kind:
            last = kind
            yield kind, index


def _opening(lines: Sequence[Line], index: int, last: PartKind) -> PartKind | None:
    """The kind of the part that a line opens, if it does."""
    line = lines[index]
    if line.is_imprint:
        return PartKind.IMPRINT if last is not PartKind.IMPRINT else None
    if opens_annex(lines, index):
        return PartKind.ANNEX
    return None


def opens_annex(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the label at the head of an annex, and no line of a list of annexes."""
    found = lines[index].annex()
    if not found or not lines[index].is_text:
        return False
    if not found["title"]:
        return not (found["stop"] and not found["number"])
    if lines[index].is_closed or len(found["title"]) > 60 or not found["number"]:
        return False
    return not _is_listed(lines, index, found["number"])


def _is_listed(lines: Sequence[Line], index: int, number: str) -> bool:
    """Whether 附件1 and a title are a line of a list: the annex itself comes later, or the next
    line of the list follows."""
    if index + 1 < len(lines) and lines[index + 1].annex():
        return True
    labels = (line.annex() for line in lines[index + 1 :])
    return any(found and found["number"] == number and not found["title"] for found in labels)


def _closing(lines: Sequence[Line]) -> Closing | None:
    """The signature and date that end the notice: the first date with organs over it."""
    for index, line in enumerate(lines):
        if opens_annex(lines, index) or line.is_imprint:
            return _undated(lines[:index])
        if line.is_date and line.is_text:
            first = _first_signature(lines, index)
            if first < index and (first > 1 or _is_notice(lines, None)):
                return Closing(first, index + 1, index)
    return _undated(lines)


def _undated(lines: Sequence[Line]) -> Closing | None:
    """The organs that sign a notice without a date, as drafts do: its last lines."""
    head = head_of(lines)
    first = len(lines)
    while first - 1 > head.body and _may_sign(lines[first - 1]) and lines[first - 1].names_organs:
        first -= 1
    return Closing(first, len(lines)) if head.is_of_notice and first < len(lines) else None


def _first_signature(lines: Sequence[Line], date: int) -> int:
    first = date
    while first > max(0, date - _MOST_SIGNATURES) and _may_sign(lines[first - 1]):
        first -= 1
    return first


def _may_sign(line: Line) -> bool:
    if len(line.text) > _LONGEST_SIGNATURE or not line.may_be_title() or line.is_number:
        return False
    return not (line.ends_title or line.annex() or line.is_note or line.is_listed)


def _is_notice(lines: Sequence[Line], closing: Closing | None) -> bool:
    return head_of(lines[: closing.first] if closing else lines).is_of_notice


def _after_notice(lines: Sequence[Line], closing: Closing) -> int:
    """The first line after the date and the notes in brackets (7.3.6) under it."""
    index = closing.end
    while index < len(lines) and lines[index].is_note:
        index += 1
    return index


def _part(
    kind: PartKind, lines: Sequence[Line], passages: Sequence[Passage], closing: Closing | None
) -> Part:
    first, last = lines[0].passage, lines[-1].passage
    part = Part(kind, "", first.number, last.number + 1, Span(first.start, _end(lines)))
    if kind is PartKind.IMPRINT:
        return part
    head = head_of(lines, kind is PartKind.NOTICE)
    listed = _annex_list(lines[head.body :])
    skipped = {line.number for line in listed}
    body = [line for line in lines[head.body :] if line.number not in skipped]
    part = _with_head(part, head, lines)
    if closing:
        body = [line for line in body if not closing.first <= line.number < closing.end]
        part = _with_closing(part, lines, closing)
    return replace(part, annexes=_listed(listed), nodes=nodes_of(body, passages))


def _end(lines: Sequence[Line]) -> int:
    return max(line.passage.end for line in lines)


def _with_head(part: Part, head: Head, lines: Sequence[Line]) -> Part:
    annex = lines[0].annex() if part.kind is PartKind.ANNEX else None
    return replace(
        part,
        title=head.title,
        title_span=head.title_span,
        number=head.number,
        issuers=head.issuers,
        recipients=head.recipients,
        label=f"附件{annex['number']}" if annex else "",
        value=_value(annex["number"]) if annex else 0,
    )


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    try:
        return read_integer(number) if number else 0
    except QuantityError:
        return 0


def _with_closing(part: Part, lines: Sequence[Line], closing: Closing) -> Part:
    organs = closing.end if closing.date is None else closing.date
    signed = [name for line in lines[closing.first : organs] for name in _signed(line)]
    date = None if closing.date is None else lines[closing.date]
    dated = Named(date.text, whole(date)) if date else None
    return replace(part, signature=tuple(signed), date=dated)


def _signed(line: Line) -> list[Named]:
    """The organs of a line of the signature: two stand side by side with blanks between them."""
    return names_in(line, _SPACES)


def _annex_list(lines: Sequence[Line]) -> list[Line]:
    """The lines of the 附件说明 (7.3.4)."""
    listed: list[Line] = []
    opened: Line | None = None  # 附件： on a line of its own
    for line in lines:
        found = line.annex()
        if found and found["stop"] and not found["title"] and not found["number"]:
            opened = line
            continue
        is_named = bool(found and found["title"]) and line is not lines[0]
        goes_on = _continues(listed, line) if listed else _begins(opened, line)
        if is_named or goes_on:
            listed.append(line)
    return listed


def _begins(opened: Line | None, line: Line) -> bool:
    """Whether a line is the first of the list: right below 附件：, numbered 1 or not at all."""
    if opened is None or line.number != opened.number + 1 or line.is_closed:
        return False
    label = label_of(line.text)
    return label is None or label.value == 1


def _continues(listed: Sequence[Line], line: Line) -> bool:
    """Whether a line is the next of the list: its number follows, and it stands right below."""
    label = label_of(line.text)
    follows = label is not None and label.value == len(listed) + 1
    return follows and line.number == listed[-1].number + 1 and not line.is_closed


def _listed(lines: Sequence[Line]) -> tuple[Named, ...]:
    names = []
    for line in lines:
        text = re.sub(r"^附\s*件\s*[:：]?\s*", "", line.passage.text)
        label = label_of(text)
        text = (text[label.end :] if label else text).strip()
        at = line.passage.text.rfind(text)
        if text:
            names.append(Named(text, line.passage.span(at, at + len(text))))
    return tuple(names)
