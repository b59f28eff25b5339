"""A document as one HTML page with everything marked that was found in it. No script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from plangen.document.grids import writable
from plangen.document.origins import Span
from plangen.errors import Message
from plangen.extract.facts_record import Extraction, Findings, remarks
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.targets.record import Extracted, Kind
from plangen.quantity.grammar import find_deadlines, write_quantity

Translate = Callable[[str], str]

KINDS: dict[str, tuple[Message, str]] = {
    "target": (Message("目标"), "background:#cfe8ff"),
    "figure": (Message("已达到或背景的数字"), "background:#e6e6e6"),
    "deadline": (Message("期限"), "border-bottom:3px solid #8a4b00"),
    "head": (Message("发文要素"), "background:#ece0fa"),
    "name": (Message("人员"), "background:#d8f2d5"),
    "duty": (Message("部门职责"), "border-left:4px solid #2e7d32;padding-left:2px"),
    "task": (Message("任务"), "border-left:4px solid #6a4bb5;padding-left:2px"),
    "doubt": (Message("请核对"), "outline:2px solid #c62828"),
}
_STYLE = """
body{font:16px/1.8 "Noto Serif CJK SC","Songti SC",SimSun,serif;color:#1a1a1a;background:#fff;
max-width:46em;margin:2em auto;padding:0 1em}
h1{font-size:1.3em}h2{font-size:1.1em}
main{white-space:pre-wrap;overflow-wrap:anywhere;border-top:1px solid #999;padding-top:1em}
mark{background:none;color:inherit}
ul.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5em 1.5em}
a{color:#0b57a4}
@media print{body{margin:0;max-width:none}mark,mark *{print-color-adjust:exact}}
"""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the text, what kind of thing it is, and what was understood."""

    span: Span
    kind: str
    said: str


def explained(made: Extraction, translate: Translate = str) -> str:
    """The page: legend, what needs a person's eye, and the whole text with its marks."""
    document = made.found.document
    notes = [(path, note.translated(translate), span) for path, note, span in remarks(made)]
    marks = [mark for mark in (*_marks(made), *_doubtful(notes)) if mark.span.end > mark.span.start]
    title = translate("从“{name}”读出的内容").format(name=document.name)
    body = "".join(_body(document.text, marks))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{_safe(title)}</title><style>{_STYLE}{_kinds_style()}</style></head>"
        f"<body><h1>{_safe(title)}</h1>{_legend(marks, translate)}"
        f"{_list(notes, translate)}<main>{body}</main></body></html>\n"
    )


def _safe(text: str) -> str:
    return escape(writable(text))


def _kinds_style() -> str:
    return "".join(f".{kind}{{{style}}}" for kind, (_, style) in KINDS.items())


def _legend(marks: Iterable[Marked], translate: Translate) -> str:
    counts = [mark.kind for mark in marks]
    items = (
        f'<li><mark class="{kind}">{_safe(label.translated(translate))}</mark> '
        f"{counts.count(kind)}</li>"
        for kind, (label, _) in KINDS.items()
    )
    return f'<ul class="legend">{"".join(items)}</ul>'


def _list(notes: list[tuple[KeyPath | None, str, Span | None]], translate: Translate) -> str:
    if not notes:
        return ""
    items = (
        f'<li><a href="#d{number}">{_safe(note)}</a></li>' if span else f"<li>{_safe(note)}</li>"
        for number, (_, note, span) in enumerate(notes)
    )
    heading = _safe(KINDS["doubt"][0].translated(translate))
    return f"<h2>{heading}</h2><ol>{''.join(items)}</ol>"


def _doubtful(notes: list[tuple[KeyPath | None, str, Span | None]]) -> Iterator[Marked]:
    for number, (_, note, span) in enumerate(notes):
        if span:
            yield Marked(span, "doubt", f"{number}\n{note}")


def _marks(made: Extraction) -> Iterator[Marked]:
    found = made.found
    for figure in found.figures:
        kind = "target" if figure.kind is Kind.TARGET else "figure"
        yield Marked(Span(figure.start, figure.end), kind, _figure(figure))
    for value in found.head:
        if value.span:
            yield Marked(value.span, "head", ".".join(map(str, value.key)))
    for passage in found.document.passages:
        said = passage.squeezed()
        for one in find_deadlines(said.text):
            span = said.span(one.start, one.end)
            yield Marked(span, "deadline", f"≤{one.deadline.last_day.isoformat()}")
    yield from _people(found)
    for duty in found.duties:
        yield Marked(duty.span, "duty", "、".join(duty.organs))
    for task in found.tasks:
        yield Marked(task.span, "task", task.title)


def _people(found: Findings) -> Iterator[Marked]:
    for group in found.groups:
        for member in group.members:
            said = " ".join((member.role, member.name, "、".join(member.offices)))
            yield Marked(member.span, "name", said)
        if group.office:
            yield Marked(group.office.span, "name", group.office.seat)


def _figure(figure: Extracted) -> str:
    parts = (figure.indicator or figure.name, figure.comparator.value)
    by = f"≤{figure.by.isoformat()}" if figure.by else ""
    return " ".join(filter(None, (*parts, write_quantity(figure.quantity), by)))


def _body(text: str, marks: list[Marked]) -> Iterator[str]:
    """The text in pieces; a piece has every mark that reaches over it."""
    begins: dict[int, list[Marked]] = {}
    ends: dict[int, list[Marked]] = {}
    for mark in marks:
        begins.setdefault(mark.span.start, []).append(mark)
        ends.setdefault(mark.span.end, []).append(mark)
    active: dict[int, Marked] = {}
    last = 0
    for place in sorted({*begins, *ends, len(text)}):
        yield _piece(text[last:place], list(active.values()))
        for mark in ends.get(place, ()):
            active.pop(id(mark), None)
        for mark in begins.get(place, ()):
            active[id(mark)] = mark
            if mark.kind == "doubt":
                yield f'<span id="d{mark.said.partition(chr(10))[0]}"></span>'
        last = place


def _piece(text: str, active: list[Marked]) -> str:
    if not text or not active:
        return _safe(text)
    classes = " ".join(dict.fromkeys(mark.kind for mark in active))
    said = dict.fromkeys(mark.said.rpartition("\n")[2] for mark in active)
    return f'<mark class="{classes}" title="{_safe("；".join(said))}">{_safe(text)}</mark>'
