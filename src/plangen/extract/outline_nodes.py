"""Numbered headings → the tree of a part (7.3.3), whatever forms its author typed.

The forms nest in the order in which they appear: a form that is already open goes on with its
list, another one opens a list under the last heading: 1. over （一） is as good as （一） over
1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plangen.document.labels import STANDARD_LEVELS, Label, LabelForm, label_of
from plangen.document.origins import OutlineNode, Passage, PassageKind, Span
from plangen.extract.outline_lines import Line

_STOP = re.compile("[。；！？;!?]")
_LEVELS = STANDARD_LEVELS | {
    LabelForm.VOLUME: 1,
    LabelForm.CHAPTER: 1,
    LabelForm.DIVISION: 2,
    LabelForm.ARTICLE: 3,
}


@dataclass(slots=True)
class _Open:
    """A heading whose end is not yet known."""

    level: int
    form: LabelForm | None  # None: a heading by its style alone
    label: str
    value: int
    line: Line
    title: Span  # in the passage's text
    run_in: bool
    nodes: list[_Open] = field(default_factory=list)
    end: int = 0  # the passage after the last one under it


def nodes_of(lines: Sequence[Line], passages: Sequence[Passage]) -> tuple[OutlineNode, ...]:
    """The headings of a part's text and all that stands under them."""
    top: list[_Open] = []
    stack: list[_Open] = []
    for line in lines:
        heading = _heading(line, stack)
        if heading is None:
            continue
        _close(stack, heading, line.number)
        (stack[-1].nodes if stack else top).append(heading)
        stack.append(heading)
    last = lines[-1].number + 1 if lines else 0
    for heading in stack:
        heading.end = last
    return tuple(_frozen(heading, passages) for heading in top)


def _heading(line: Line, stack: Iterable[_Open]) -> _Open | None:
    if not line.is_text:
        return None
    label = label_of(line.passage.text)
    if label and not (label.doubtful and not _follows(label, stack)):
        return _numbered(line, label)
    passage = line.passage
    if passage.kind is PassageKind.HEADING and passage.level:
        return _Open(passage.level, None, "", 0, line, Span(0, len(passage.text)), False)
    return None


def _follows(label: Label, stack: Iterable[_Open]) -> bool:
    return any(one.form is label.form and one.value + 1 == label.value for one in stack)


def _numbered(line: Line, label: Label) -> _Open:
    text = line.passage.text
    stop = _STOP.search(text, label.end)
    end = stop.start() if stop else len(text)
    run_in = bool(stop) and bool(text[stop.end() :].strip() if stop else "")
    level = _LEVELS[label.form]
    return _Open(level, label.form, label.text, label.value, line, Span(label.end, end), run_in)


def _close(stack: list[_Open], heading: _Open, passage: int) -> None:
    """End what a heading ends: its own form and all below it, or the same style level."""
    depth = len(stack)
    for index, one in enumerate(stack):
        if _ends(one, heading):
            depth = index
            break
    for one in stack[depth:]:
        one.end = passage
    del stack[depth:]


def _ends(one: _Open, heading: _Open) -> bool:
    if heading.form is None or one.form is None:
        return one.level >= heading.level
    return one.form is heading.form or (
        max(one.form, heading.form) <= LabelForm.HAN and heading.form < one.form
    )


def _frozen(heading: _Open, passages: Sequence[Passage]) -> OutlineNode:
    passage = heading.line.passage
    title = heading.title
    head_end = passage.span(0, max(title.end, 1)).end
    return OutlineNode(
        level=heading.level,
        label=heading.label,
        value=heading.value,
        title=passage.text[title.start : title.end].strip(),
        passage=passage.number,
        end_passage=heading.end,
        span=Span(passage.start, head_end),
        body=Span(passage.start, max(passages[heading.end - 1].end, passage.end)),
        run_in=heading.run_in,
        nodes=tuple(_frozen(node, passages) for node in heading.nodes),
    )
