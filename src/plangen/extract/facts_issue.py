"""How a document was issued (发文要素): mark, number, recipients, date, note, 版记."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from plangen.document.origins import Named, Part, PartKind, ReadDocument, Span
from plangen.errors import Message
from plangen.extract.facts_dates import day_in
from plangen.extract.facts_frame import Frame, Value
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.groups_words import joined, split_outside, unspaced
from plangen.quantity.undecided import UNDECIDED

_NUMBER = re.compile(r"(.+?)[〔\[（(【]((?:19|20|21)[0-9]{2})[〕\]）)】]第?0*([0-9]{1,5})号")
_PRINTED = re.compile(r"(.{1,60}?)((?:19|20|21)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)印发")
_RECIPIENTS = re.compile(r"主\s*送\s*[：:]([^。]*)。?")
_COPIES = re.compile(r"抄\s*送\s*[：:]([^。]*)。?")
# 各省、自治区、直辖市卫生健康委 is one recipient: the areas before it say whose.
_AREA = re.compile(
    "各?(?:自治区|直辖市|计划单列市|[省市县区州盟旗])(?:、(?:自治区|直辖市|[省市县区州盟旗]))*"
)
_AREA_ORGAN = re.compile(
    "(?:自治区|直辖市|计划单列市)|[省市县区州盟旗](?:$|[及和（(]|(?:人民)?政府$|(?:人民)?政府办)"
)
_NOTE = re.compile(r"[（(]([^（）()]{3,60})[）)]")


def issue(frame: Frame, notice: Part) -> Iterator[Value]:
    """发文要素 of a notice; none where no organ is found, without which there is none.

    A notice that bears no date is a draft: its date is undecided.

    Orders and minutes, whose mark is their title, are read by ``facts_forms``.
    """
    signed = notice.signature or notice.issuers
    if not signed:
        return
    form = _form(frame, notice)
    if form:
        yield form
    if frame.main is not notice:
        yield from _title(notice)
    yield _mark(notice, signed, form)
    yield from _number(notice)
    yield Value(("issue", "issuers"), _texts(signed), _around(signed))
    groups = _grouped(frame.document, notice.recipients)
    if groups:
        yield Value(("issue", "recipients"), groups, _around(notice.recipients))
    yield _date(notice)
    yield from _note(frame, notice)
    if frame.main is not None and frame.main.kind is PartKind.ANNEX:
        yield Value(("issue", "enclosure"), "annexed")
    yield from imprint(frame)


def _title(notice: Part) -> Iterator[Value]:
    """The title of the notice around what it issues."""
    if notice.title:
        yield Value(("issue", "title"), notice.title, notice.title_span)


def _mark(notice: Part, signed: tuple[Named, ...], form: Value | None) -> Value:
    """发文机关标志: the organs over the title; where none stand there, those that sign."""
    key: KeyPath = ("issue", "mark", "organs")
    before = notice.title_span.start if notice.title_span else notice.span.end
    marked = tuple(name for name in notice.issuers if name.span.end <= before)
    doubt = None if marked else Message("原文没有发文机关标志，照署名机关写的")
    marked = marked or signed
    if form and len(marked) > 1:
        doubt = Message("信函的发文机关标志只写一个机关，写了主办机关")
        marked = marked[:1]
    return Value(key, _texts(marked), _around(marked), doubt)


def _date(notice: Part) -> Value:
    key = ("issue", "date")
    if notice.date and (day := day_in(notice.date.text)):
        return Value(key, day.isoformat(), notice.date.span)
    doubt = Message("没有找到成文日期，暂写“{undecided}”", undecided=str(UNDECIDED))
    return Value(key, str(UNDECIDED), notice.date.span if notice.date else None, doubt)


def _form(frame: Frame, notice: Part) -> Value | None:
    """信函, by the number of the document; by a mark without 文件 where it has no number (10.1)."""
    code = _NUMBER.match(unspaced(notice.number.text)) if notice.number else None
    first = frame.passages(notice)[:1]
    bare = len(notice.issuers) == 1 and first and first[0].text.strip() == notice.issuers[0].text
    if code[1].endswith("函") if code else bare:
        span = notice.number.span if notice.number else notice.issuers[0].span
        return Value(("issue", "form"), "信函", span)
    return None


def _number(notice: Part) -> Iterator[Value]:
    match = _NUMBER.fullmatch(unspaced(notice.number.text)) if notice.number else None
    if match and notice.number:
        fields = {"code": match[1], "year": match[2], "sequence": match[3]}
        yield Value(("issue", "number"), fields, notice.number.span)


def _note(frame: Frame, notice: Part) -> Iterator[Value]:
    """附注: a line in brackets below the date."""
    after = notice.date.span.end if notice.date else 0
    for passage in frame.passages(notice):
        match = _NOTE.fullmatch(passage.text.strip())
        if passage.start >= after and match:
            yield Value(("issue", "note"), joined(match[1]), Span(passage.start, passage.end))
            return


def imprint(frame: Frame) -> Iterator[Value]:
    """抄送机关, 印发机关 and 印发日期."""
    for part in frame.document.parts:
        if part.kind is not PartKind.IMPRINT:
            continue
        text = "\n".join(passage.text.strip() for passage in frame.passages(part))
        yield from _imprinted(text, part.span)


def _imprinted(text: str, span: Span) -> Iterator[Value]:
    """主送 and 抄送 up to their full stops, over as many lines as they take, and what is behind."""
    if match := _RECIPIENTS.search(text):  # on the first page there was no room for them (7.4.2)
        yield Value(("issue", "recipients"), listed(match[1]), span)
        text = text[: match.start()] + text[match.end() :]
    if match := _COPIES.search(text):
        yield Value(("issue", "copies_to"), listed(match[1]), span)
        text = text[match.end() :]
    for line in text.split("\n"):
        printed = _PRINTED.fullmatch(unspaced(line))
        if printed and (day := day_in(printed[2])):
            fields = {"by": joined(printed[1]), "on": day.isoformat()}
            yield Value(("issue", "printed"), fields, span)


def _grouped(document: ReadDocument, names: tuple[Named, ...]) -> list[list[str]]:
    """Recipients in their groups: 、 stands inside a group, ， between two."""
    if not names:
        return []
    groups = [[joined(names[0].text)]]
    for before, name in pairwise(names):
        between = document.text[before.span.end : name.span.start]
        if "，" in between or "," in between or "；" in between or ";" in between:
            groups.append([])
        groups[-1].append(joined(name.text))
    return [_with_areas(group) for group in groups]


def _with_areas(names: Iterable[str]) -> list[str]:
    """The recipients of a group; areas before an organ say whose it is and are part of it."""
    whole: list[str] = []
    for name in names:
        if whole and _AREA.fullmatch(whole[-1]) and _AREA_ORGAN.match(name):
            whole[-1] += f"、{name}"
        else:
            whole.append(name)
    return whole


def listed(text: str) -> list[list[str]]:
    """Organs in their groups: 、 stands inside a group, ， between two."""
    whole = text.strip().rstrip("。.")
    groups = (whole[start:end] for start, end in split_outside(whole, "，,；;"))
    return [
        _with_areas(joined(group[s:e]) for s, e in split_outside(group, "、")) for group in groups
    ]


def _texts(names: Iterable[Named]) -> list[str]:
    return [joined(name.text) for name in names]


def _around(names: tuple[Named, ...]) -> Span | None:
    return Span(names[0].span.start, names[-1].span.end) if names else None
