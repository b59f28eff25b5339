"""What departments answer for (部门职责) out of an annex, a part of the text, or a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from plangen.document.origins import OutlineNode, Passage, PassageKind, ReadDocument, Span
from plangen.errors import Message
from plangen.extract.duties_organs import OrganList, and_others, listed_organs, opening_organs
from plangen.extract.groups_tables import cells, headings
from plangen.extract.groups_words import Organs, joined, unspaced
from plangen.model.dictionary import Dictionary

_TITLE = re.compile("职责|分工(?!负责)")
_NOT_DUTIES = re.compile("任务(?:分解|分工|清单)|名单|岗位职责")
_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、]|[①-⑳])"
)
_NOBODY = re.compile("各|有关|相关|本|其他|所有|上述")  # 各部门: no organ of its own
_OF_TASKS = re.compile("牵头|时限")  # columns of a table of tasks
_SENTENCES = re.compile("(?<=。)")
_HEADINGS: Mapping[str, re.Pattern[str]] = {
    "organs": re.compile("单位|部门|机关|机构"),
    "text": re.compile("职责|分工|任务|内容"),
}


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """What some organs answer for, as printed behind their names, and where it stands."""

    organs: tuple[str, ...]
    text: str
    span: Span
    doubts: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence; ``first`` where a paragraph begins with it, as another organ's duty does."""

    text: str
    span: Span
    first: bool


def duties(document: ReadDocument, dictionary: Dictionary) -> tuple[FoundDuty, ...]:
    """The duties of departments in a document's order; the document has its parts."""
    organs = Organs(dictionary)
    found: list[FoundDuty] = []
    for first, end in _regions(document):
        passages = document.passages[first:end]
        if tables := {p.table for p in passages if p.table is not None}:
            for table in document.tables:
                if table.number in tables:
                    found += _in_table(document, table.number)
        written = [p for p in passages if p.kind is not PassageKind.CELL]
        found += _in_text(list(_sentences(written, document.text)), organs)
    return tuple(found)


def _regions(document: ReadDocument) -> Iterator[tuple[int, int]]:
    """The passages of annexes and parts of the text that are about duties, headings left out."""
    for part in document.parts:
        if _is_about_duties(part.title):
            yield _below_title(document, part.first, part.title), part.end_passage
        else:
            yield from _nodes(part.nodes)


def _nodes(nodes: tuple[OutlineNode, ...]) -> Iterator[tuple[int, int]]:
    for node in nodes:
        if _is_about_duties(node.title):
            yield (node.passage if node.run_in else node.passage + 1), node.end_passage
        else:
            yield from _nodes(node.nodes)


def _is_about_duties(title: str) -> bool:
    return bool(_TITLE.search(title)) and not _NOT_DUTIES.search(title)


def _below_title(document: ReadDocument, first: int, title: str) -> int:
    """The passage behind the lines that an annex's label and title take."""
    wanted = unspaced(title)
    for number in range(first, min(first + 4, len(document.passages))):
        if unspaced(document.passages[number].text).endswith(wanted[-8:]):
            return number + 1
    return first


def _in_text(sentences: Iterable[_Sentence], organs: Organs) -> Iterator[FoundDuty]:
    duty: FoundDuty | None = None
    complete = True
    for sentence in sentences:
        listed = opening_organs(sentence.text, organs)
        if listed and _begins(listed, sentence, complete, duty):
            if duty and duty.text:
                yield duty
            duty = _begun(sentence, listed, organs)
        elif duty and complete and sentence.first and listed and _of_nobody(listed):
            if duty.text:  # 各社区：…… on a line of its own is no duty of the organ before
                yield duty
            duty = None
        elif duty:
            span = Span(duty.span.start, sentence.span.end)
            duty = replace(duty, text=duty.text + sentence.text, span=span)
        complete = sentence.text.endswith(("。", "！", "；"))
    if duty and duty.text:
        yield duty


def _begins(listed: OrganList, sentence: _Sentence, complete: bool, duty: FoundDuty | None) -> bool:
    """Whether organs begin a duty of their own, and are not the subject of a further sentence."""
    if _of_nobody(listed):
        return False
    if sentence.first and (complete or duty is None):
        return True
    if duty is None or listed.organs == duty.organs:
        return False
    return listed.strong and (listed.known or listed.colon)


def _of_nobody(listed: OrganList) -> bool:
    return any(_NOBODY.match(name) for name in listed.organs)


def _begun(sentence: _Sentence, listed: OrganList, organs: Organs) -> FoundDuty:
    doubts = [and_others(listed.organs)] if listed.others else []
    names = list(listed.organs)
    if organs.registered and not listed.known:
        for place, name in enumerate(names):
            known = organs.registered_name(name) != name or organs.opening(name) == name
            full = "" if known else organs.completed(name)
            if full:
                doubts.append(Message("“{name}”按机关名录录为“{full}”", name=name, full=full))
                names[place] = full
            elif not known:
                doubts.append(Message("“{organs}”不在机关名录里，请核对", organs=name))
    text = sentence.text[listed.end :]
    return FoundDuty(tuple(dict.fromkeys(names)), text, sentence.span, tuple(doubts))


def _sentences(passages: Iterable[Passage], text: str) -> Iterator[_Sentence]:
    """The sentences of passages, labels of numbering left out of the first of each.

    One that begins a line of the file is a first one too: short paragraphs may have been joined.
    """
    for passage in passages:
        said = passage.squeezed()
        label = _LABEL.match(said.text)
        start = label.end() if label else 0
        last = 0  # where the sentence before ends in the file; 0 for the first of a passage
        for piece in _SENTENCES.split(said.text[start:]):
            if piece:
                span = said.span(start, start + len(piece))
                yield _Sentence(piece, span, not last or "\n" in text[last : span.start])
                last = span.end
            start += len(piece)


def _in_table(document: ReadDocument, number: int) -> Iterator[FoundDuty]:
    table = next(table for table in document.tables if table.number == number)
    grid = cells(document, table)
    heads = [cell.text for cell in grid[0]] if grid else []
    columns = headings(heads, _HEADINGS)
    if len(columns) < len(_HEADINGS) or any(_OF_TASKS.search(head) for head in heads):
        return
    for row in grid[1:]:
        cell, text = row[columns["organs"]], row[columns["text"]]
        names, others = listed_organs(cell.text)
        if not names or not text.text.strip() or not text.spans:
            continue
        doubts = (and_others(names),)
        span = Span(min(cell.spans[0].start, text.spans[0].start), text.spans[-1].end)
        yield FoundDuty(names, joined(text.text), span, doubts if others else ())
