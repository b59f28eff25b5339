"""Orders and minutes (GB/T 9704-2012, 10.2, 10.3): the mark stands where a title would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.document.origins import Part, Passage, Span
from plangen.errors import Message
from plangen.extract.facts_attendance import attendance
from plangen.extract.facts_dates import day_in
from plangen.extract.facts_frame import ALONE, Frame, Value
from plangen.extract.facts_issue import imprint
from plangen.extract.groups_words import is_name, joined, unspaced

_SERIAL = re.compile(r"第\s*([0-9]{1,5})\s*[号期]")
_ISSUED = re.compile(r"(.{0,60}?)((?:19|20|21)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)")
HEAD_PASSAGES = 8  # in which the number and the line of organ and date stand
FORMS = {"令": "命令", "命令": "命令", "纪要": "纪要"}


def order_or_minutes(frame: Frame, part: Part, mark: Passage) -> Iterator[Value]:
    """发文要素 of an order or of minutes, which bear ``mark``; none where no date is found."""
    said = unspaced(mark.text)
    match = ALONE.search(said)
    if match is None:
        return
    organ, suffix = said[: match.start()], match[1]
    values = list(_minutes(frame, part) if suffix == "纪要" else _order(part, organ))
    if not organ or not any(value.key == ("issue", "date") for value in values):
        return
    yield Value(("issue", "form"), FORMS[suffix])
    yield Value(("issue", "mark", "organs"), [organ], _span(mark))
    if suffix != "纪要":
        yield Value(("issue", "mark", "suffix"), suffix)
    for passage in frame.passages(part)[:HEAD_PASSAGES]:
        if number := _SERIAL.fullmatch(passage.text.strip()):
            yield Value(("issue", "serial"), number[1], _span(passage))
            break
    yield from values
    yield from imprint(frame)
    if suffix == "纪要":
        yield from attendance(frame, part)


def _order(part: Part, organ: str) -> Iterator[Value]:
    """The date, and the leader who signed: 区长 周正明."""
    day = day_in(part.date.text) if part.date else None
    if day is None or part.date is None:
        return
    named = [joined(name.text) for name in part.signature]
    signed = len(named) > 1 and is_name(named[-1])
    unread = Message("没有读出签发人的姓名（可能在签名章的图片里），请补 stamps")
    yield Value(("issue", "issuers"), [organ], None, None if signed else unread)
    yield Value(("issue", "date"), day.isoformat(), part.date.span)
    if signed:
        span = Span(part.signature[0].span.start, part.signature[-1].span.end)
        stamp = {"office": "".join(named[:-1]), "name": named[-1]}
        yield Value(("issue", "stamps"), [stamp], span)


def _minutes(frame: Frame, part: Part) -> Iterator[Value]:
    """The organ and the date below the number, and the title below them."""
    passages = frame.passages(part)[:HEAD_PASSAGES]
    for place, passage in enumerate(passages[1:-1], 1):
        match = _ISSUED.fullmatch(unspaced(passage.text))
        if not match or not (day := day_in(match[2])):
            continue
        before, following = passages[place - 1], passages[place + 1]
        organ = joined(match[1]) or joined(before.text)  # on one line, or the date below it
        yield Value(("issue", "issuers"), [organ], _span(passage if match[1] else before))
        yield Value(("issue", "date"), day.isoformat(), _span(passage))
        yield Value(("title",), joined(following.text)[:2000], _span(following))
        return


def _span(passage: Passage) -> Span:
    return Span(passage.start, passage.end)
