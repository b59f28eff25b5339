"""How a document was issued (发文要素): mark, number, recipients, date, note, 版记."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from plangen.document.origins import Named, Part, PartKind, ReadDocument, Span
from plangen.errors import Message
from plangen.extract.facts_dates import day_in
from plangen.extract.facts_frame import Frame, Value
from plangen.extract.groups_words import joined, split_outside, unspaced
from plangen.quantity.undecided import UNDECIDED

_NUMBER = re.compile(r"(.+?)[〔\[（(【]((?:19|20|21)[0-9]{2})[〕\]）)】]第?0*([0-9]{1,5})号")
_PRINTED = re.compile(r"(.{1,60}?)((?:19|20|21)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)印发")
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
    marked = notice.issuers or notice.signature
    if not signed:
        return
    yield from _form(frame, notice)
    if frame.main is not notice and joined(notice.title):
        yield Value(("issue", "title"), joined(notice.title), notice.title_span)
    yield Value(("issue", "mark", "organs"), _texts(marked), _around(marked))
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


def _date(notice: Part) -> Value:
    key = ("issue", "date")
    if notice.date and (day := day_in(notice.date.text)):
        return Value(key, day.isoformat(), notice.date.span)
    doubt = Message("没有找到成文日期，暂写“{undecided}”", undecided=str(UNDECIDED))
    return Value(key, str(UNDECIDED), None, doubt)


def _form(frame: Frame, notice: Part) -> Iterator[Value]:
    """信函, by the number of the document; by a mark without 文件 where it has no number (10.1)."""
    code = _NUMBER.match(unspaced(notice.number.text)) if notice.number else None
    first = frame.passages(notice)[:1]
    bare = len(notice.issuers) == 1 and first and first[0].text.strip() == notice.issuers[0].text
    if code[1].endswith("函") if code else bare:
        span = notice.number.span if notice.number else notice.issuers[0].span
        yield Value(("issue", "form"), "信函", span)


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
    """抄送 up to its full stop, over as many lines as it takes, and what stands behind it."""
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
        text = joined(name.text)
        if groups[-1] and _AREA.fullmatch(groups[-1][-1]) and _AREA_ORGAN.match(text):
            groups[-1][-1] += f"、{text}"
        else:
            groups[-1].append(text)
    return groups


def listed(text: str) -> list[list[str]]:
    """Organs in their groups: 、 stands inside a group, ， between two."""
    whole = text.strip().rstrip("。.")
    groups = (whole[start:end] for start, end in split_outside(whole, "，,；;"))
    return [[joined(group[s:e]) for s, e in split_outside(group, "、")] for group in groups]


def _texts(names: Iterable[Named]) -> list[str]:
    return [joined(name.text) for name in names]


def _around(names: tuple[Named, ...]) -> Span | None:
    return Span(names[0].span.start, names[-1].span.end) if names else None
