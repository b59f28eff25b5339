"""The head of a part: 发文机关标志, 发文字号, title, 主送机关 (7.2, 7.3.1, 7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plangen.document.labels import label_of
from plangen.document.origins import Named, PassageKind, Span
from plangen.extract.outline_lines import Line, names_in, title_of, whole

_MOST_HEAD_LINES = 40
_LONGEST_RECIPIENTS = 400  # characters
_MOST_TITLE_LINES = 5
_SHORT = 12  # characters: a last line of a title that says what kind it is
_WORD = re.compile("文件")
_LISTED = re.compile("[、，,；;]")
_SPACES = re.compile(r"\s")
_ABOUT = re.compile("关于")
_SENTENCE = re.compile("如下|以下|包括|根据|为了|现将|决定|公布|因工作")
# （2021年3月5日某会议通过） on the line of the title, or joined to it
_DATED = re.compile("(?<=.)[（(][^（）()]*[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[^（）()]*[）)]$")
_OUTSIDE = re.compile(r"https?:|[【■]|^[0-9]+$|^(?:绝密|机密|秘密|特急|加急)|签发人|附件")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a part says; ``body`` is the index of the first line below it."""

    title: str
    title_span: Span | None
    number: Named | None
    issuers: tuple[Named, ...]
    recipients: tuple[Named, ...]
    body: int
    marked: bool = False  # with 文件 over the title, as only a document that is issued has

    @property
    def is_of_notice(self) -> bool:
        """Whether it is the head of a document that is issued, and not of a plan alone."""
        return bool(self.recipients or self.number or self.marked)


def head_of(lines: Sequence[Line], is_notice: bool = True) -> Head:
    """The head of a part, told from its first lines; only a notice is addressed to somebody."""
    start = 1 if lines and lines[0].annex() else 0
    to = _recipients(lines, start) if is_notice else None
    end = to if to is not None else _first_of_body(lines, start)
    titles = _title(lines, start, end, to is not None)
    number = next((n for line in lines[:end] if (n := line.document_number())), None)
    body = (to + 1) if to is not None else max(end, (titles[-1] + 1) if titles else start)
    return Head(
        title=_joined(lines, titles, start),
        title_span=_span(lines, titles),
        number=number,
        issuers=_issuers(lines, titles, start),
        recipients=_addressed(lines[to]) if to is not None else (),
        body=body,
        marked=any(line.ends_mark for line in lines[: titles[0] if titles else start]),
    )


def _recipients(lines: Sequence[Line], start: int) -> int | None:
    """The line of the 主送机关: the first that ends with a colon, before any sentence."""
    for index in range(start, min(len(lines), start + _MOST_HEAD_LINES)):
        line = lines[index]
        if line.is_closed or label_of(line.text) or not line.is_text:
            return None
        if line.text.endswith(("：", ":")) and len(line.passage.text) <= _LONGEST_RECIPIENTS:
            return index if _addresses(line, index > start) else None
    return None


def _addresses(line: Line, below_title: bool) -> bool:
    """Whether a line that ends with a colon names organs; without a title over it, several."""
    if "。" in line.text or _SENTENCE.search(line.text):
        return False
    return below_title or line.text.startswith("各") or "、" in line.text


def _addressed(line: Line) -> tuple[Named, ...]:
    """The organs of the 主送机关; blanks part them only where nothing else does."""
    names = names_in(line, _LISTED)
    return tuple(names if len(names) > 1 else names_in(line, _SPACES))


def _first_of_body(lines: Sequence[Line], start: int) -> int:
    """The first line that is no line of a head."""
    for index in range(start, min(len(lines), start + _MOST_HEAD_LINES)):
        line = lines[index]
        below = index > start and line.passage.kind is PassageKind.HEADING
        if below or not (line.may_be_title() or line.is_note):
            return index
    return min(len(lines), start + _MOST_HEAD_LINES)


def _title(lines: Sequence[Line], start: int, end: int, addressed: bool) -> list[int]:
    """The lines of the title: declared ones, the last before the recipients, or the first."""
    declared = [i for i in range(start, end) if lines[i].passage.kind is PassageKind.TITLE]
    if declared:
        return declared
    possible = [i for i in range(start, end) if _may_be_title(lines[i])]
    if not possible:
        return []
    if addressed or any(lines[index].ends_mark for index in possible[:-1]):
        return _upwards(lines, possible)
    return _downwards(lines, possible)


def _may_be_title(line: Line) -> bool:
    outside = line.is_number or line.is_note or line.is_date or _OUTSIDE.search(line.text)
    return line.may_be_title() and not outside


def _upwards(lines: Sequence[Line], possible: Sequence[int]) -> list[int]:
    """From the line over the recipients up to the one that says what the document is about."""
    chosen = [possible[-1]]
    if not _has(lines, possible, _ABOUT):
        return chosen
    while not _ABOUT.search(lines[chosen[0]].text) and len(chosen) < _MOST_TITLE_LINES:
        before = chosen[0] - 1
        if before not in possible:
            break
        chosen.insert(0, before)
    return [*_below_number(lines, possible, chosen[0]), *chosen]


def _below_number(lines: Sequence[Line], possible: Sequence[int], first: int) -> list[int]:
    """The organs over 关于 that begin the title: they stand below the number, a mark above it."""
    numbers = [index for index in range(first) if lines[index].is_number]
    over = list(range(numbers[-1] + 1, first)) if numbers else []
    goes_on = _ABOUT.match(lines[first].text) or all(lines[index].names_organs for index in over)
    if not goes_on:
        return []
    return over if set(over) <= set(possible) and len(over) < _MOST_TITLE_LINES else []


def _has(lines: Sequence[Line], indices: Sequence[int], pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(lines[index].text) for index in indices)


def _downwards(lines: Sequence[Line], possible: Sequence[int]) -> list[int]:
    """From the first line on, until the title has said what kind of document it is."""
    chosen = [possible[0]]
    for index in possible[1:_MOST_TITLE_LINES]:
        line = lines[index]
        adds_kind = line.ends_title and len(line.text) <= _SHORT
        if index != chosen[-1] + 1 or (lines[chosen[-1]].ends_title and not adds_kind):
            break
        chosen.append(index)
    return chosen if lines[chosen[-1]].ends_title else chosen[:1]


def _joined(lines: Sequence[Line], titles: Sequence[int], start: int) -> str:
    if titles:
        return _DATED.sub("", title_of(lines[index] for index in titles))
    found = lines[0].annex() if start else None
    return found["title"] if found else ""


def _span(lines: Sequence[Line], titles: Sequence[int]) -> Span | None:
    if not titles:
        return None
    return Span(whole(lines[titles[0]]).start, whole(lines[titles[-1]]).end)


def _issuers(lines: Sequence[Line], titles: Sequence[int], start: int) -> tuple[Named, ...]:
    """The organs of the mark over the title; without one, those that the title begins with."""
    if not titles or start:
        return ()
    over = [
        lines[i]
        for i in range(titles[0])
        if _may_be_title(lines[i]) and not _ABOUT.search(lines[i].text)
    ]
    if over:
        return tuple(name for line in over for name in _marked(line))
    names: list[Named] = []
    for line in (lines[index] for index in titles):
        about = line.passage.text.find("关于")
        if about >= 0:
            before = line.passage.offset(about)
            names += [name for name in names_in(line) if name.span.end <= before]
            return (*names, *_last_issuer(line, about))
        names += names_in(line)
    return ()


def _last_issuer(line: Line, at: int) -> tuple[Named, ...]:
    """The organ right before 关于, which no mark parts from it."""
    start = max(line.passage.text.rfind(mark, 0, max(at, 0)) for mark in "、，, ") + 1
    if at <= start:
        return ()
    text = line.passage.text[start:at].strip()
    return (Named(text, line.passage.span(start, at)),) if text else ()


def _marked(line: Line) -> list[Named]:
    """The organs of a mark without the word 文件, which stands beside the middle one of several."""
    return [part for name in names_in(line, _SPACES) for part in _without_word(name)]


def _without_word(name: Named) -> Iterator[Named]:
    start = 0
    for stop in (*_WORD.finditer(name.text), None):
        end = stop.start() if stop else len(name.text)
        if start < end:
            at = name.span.start
            yield Named(name.text[start:end], Span(at + start, at + end))
        start = stop.end() if stop else end
