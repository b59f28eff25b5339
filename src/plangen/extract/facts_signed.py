"""署名 and 成文日期 of a plan that no notice goes with: under its text, or below its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.document.origins import Part, Span
from plangen.extract.facts_dates import DAY, day_in
from plangen.extract.facts_frame import Frame, Value
from plangen.extract.groups_words import joined, unspaced

_BELOW_TITLE = re.compile(f"[（(](?:[^（）()]{{0,30}}?){DAY.pattern}[^（）()]{{0,40}}[）)]$")
_LINES_BELOW = 3  # under a title in which a date in brackets stands


def signed(frame: Frame, part: Part) -> Iterator[Value]:
    """``issued`` and ``signed_by``: when a plan was made and by whom, as far as it says so."""
    if part.signature:
        span = Span(part.signature[0].span.start, part.signature[-1].span.end)
        yield Value(("signed_by",), [joined(name.text) for name in part.signature], span)
    if part.date and (day := day_in(part.date.text)):
        yield Value(("issued",), day.isoformat(), part.date.span)
    else:
        yield from _below_title(frame, part)


def _below_title(frame: Frame, part: Part) -> Iterator[Value]:
    """The date of a line like （2021年3月5日） or （2021年3月5日某会议通过）."""
    title = part.title_span.start if part.title_span else part.span.start
    near = [passage for passage in frame.passages(part) if passage.start >= title]
    for passage in near[: _LINES_BELOW + 1]:
        match = _BELOW_TITLE.search(unspaced(passage.text))
        if match and (day := day_in(match[0])):
            yield Value(("issued",), day.isoformat(), Span(passage.start, passage.end))
            return
