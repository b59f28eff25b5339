"""The text of a read document as its data keep it: paragraphs, sections and annexes.

A template prints it again (``plan/written``, ``notice/plain`` …): rosters, tasks and duties come
out of their own keys, figures by calls, all else is the text as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plangen.document.origins import OutlineNode, Part, PartKind, Passage, PassageKind, Span
from plangen.errors import Message
from plangen.extract.facts_figures import Calls
from plangen.extract.facts_frame import Frame
from plangen.extract.facts_numbers import Numbers
from plangen.extract.facts_pieces import Pieces
from plangen.extract.groups_words import joined, unspaced
from plangen.model.body import Section

LONGEST_TITLE = 30  # characters of a title that opens a paragraph; what is longer is a sentence
WIDEST_UPRIGHT = 5  # columns of a table on an upright page
_STOPS = "。！？；：…"
_OUTSIDE = (PassageKind.FOOTNOTE, PassageKind.TEXT_BOX, PassageKind.CONTENTS)
_TEMPLATES: Mapping[str, str] = {"命令": "order/plain", "纪要": "minutes/plain"}

# 牵头单位：甲 责任单位：乙: without its blank nothing would part the two
_UNPARTED = re.compile("(?<=[^；;，,。：（(])(?=(?:牵头|责任|配合|主办|协办)(?:单位|部门)[:：])")

Block = dict[str, Any]


@dataclass(slots=True)
class Written:
    """A document's text as keys of its data, and what of it is not in them."""

    data: dict[str, Any]
    notices: list[tuple[Message, Span | None]]


def written(frame: Frame, data: Mapping[str, Any], calls: Calls, pieces: Pieces) -> Written:
    """``template``, ``text``, ``sections`` and ``annexes`` of a document.

    ``data`` are those that the document has so far; ``pieces`` say which passages are rosters,
    tables, duties and tasks.
    """
    return _Writer(frame, data, calls, pieces).written()


class _Writer:
    def __init__(self, frame: Frame, data: Mapping[str, Any], calls: Calls, pieces: Pieces) -> None:
        self._frame, self._data, self._calls, self._pieces = frame, data, calls, pieces
        self._notices: list[tuple[Message, Span | None]] = []
        self._numbers = Numbers()

    def written(self) -> Written:
        """All of it."""
        frame = self._frame
        alone = frame.main is None or frame.main is frame.notice
        made: dict[str, Any] = {"template": self._template(alone)}
        if alone:
            text, sections = _opening(self._blocks_of(frame.main) if frame.main else [])
        else:
            text = self._notice_text() if "issue" in self._data else []
            sections = self._blocks_of(frame.main) if frame.main else []
        annexes = list(self._annexes())
        self._notices += self._pieces.left()
        keys = {"text": text, "sections": sections, "annexes": annexes}
        return Written(made | {key: value for key, value in keys.items() if value}, self._notices)

    def _template(self, alone: bool) -> str:
        issue = self._data.get("issue")
        if not (alone and issue):
            return "plan/written"
        form = issue.get("form", "")
        return _TEMPLATES.get(form, "letter/plain" if form == "信函" else "notice/plain")

    def _notice_text(self) -> list[str]:
        """The paragraphs of the notice around what it issues; its numbers stay as typed."""
        notice = self._frame.notice
        if notice is None:
            return []
        return [self._said(passage) for passage in self._body(notice) if passage.table is None]

    def _blocks_of(self, part: Part) -> list[Block]:
        """The blocks of a part, sections in sections."""
        self._numbers = Numbers()
        passages = {passage.number: passage for passage in self._body(part)}
        blocks: list[Block] = []
        if part is self._frame.main and (dated := self._pieces.dated()):
            blocks.append({"text": [dated]})
        _add(blocks, self._blocks(passages, part.first, part.end_passage, part.nodes, 0))
        return blocks

    def _annexes(self) -> Iterator[Block]:
        for part in self._frame.document.parts:
            if part.kind is PartKind.IMPRINT or part in (self._frame.notice, self._frame.main):
                continue
            title = joined(part.title) or part.label or "附件"
            annex: Block = {"title": title[:2000]}
            if self._pieces.widest(part.first, part.end_passage) > WIDEST_UPRIGHT:
                annex["landscape"] = "true"
            if sections := self._blocks_of(part):
                annex["sections"] = sections
            yield annex

    def _body(self, part: Part) -> list[Passage]:
        """The passages of a part that are text: no head, no signature, no list of annexes."""
        passages = self._frame.passages(part)
        first = self._pieces.below_head(part)
        kept, outside, over = [], [], []
        for passage in passages:
            if self._pieces.is_told(passage) or not unspaced(passage.text):
                continue
            if passage.number < first:
                over += [] if self._pieces.is_title(part, passage) else [passage]
            elif passage.kind in _OUTSIDE:
                outside.append(passage)
            else:
                kept.append(passage)
        self._tell(over, Message("标题前面的文字没有放进正文"))
        self._tell(
            [passage for passage in outside if passage.kind is not PassageKind.CONTENTS],
            Message("脚注、文本框里的文字没有放进正文"),
        )
        return kept

    def _tell(self, left: list[Passage], message: Message) -> None:
        if left:
            self._notices.append((message, Span(left[0].start, left[0].end)))

    def _blocks(
        self,
        passages: Mapping[int, Passage],
        first: int,
        end: int,
        nodes: Iterable[OutlineNode],
        level: int,
    ) -> list[Block]:
        """What stands from one passage to another: paragraphs, rosters, tables, headings."""
        blocks: list[Block] = []
        for node in nodes:
            if node.passage not in passages or self._pieces.is_inside(passages[node.passage]):
                continue  # a number inside a roster or a table is no heading
            _add(blocks, self._plain(passages, first, node.passage))
            _add(blocks, self._node(passages, node, level))
            first = node.end_passage
        _add(blocks, self._plain(passages, first, end))
        return blocks

    def _plain(self, passages: Mapping[int, Passage], first: int, end: int) -> Iterator[Block]:
        """Passages without headings."""
        for number in range(first, end):
            passage = passages.get(number)
            if passage is None:
                continue
            if self._pieces.is_inside(passage):
                yield from self._pieces.block(passage)
            else:
                yield {"text": [self._said(passage)]}

    def _node(
        self, passages: Mapping[int, Passage], node: OutlineNode, parent: int
    ) -> Iterator[Block]:
        """A heading or an item with all under it; flat where its number cannot be computed."""
        passage = passages[node.passage]
        place = self._numbers.place(node, parent)
        if place is None:
            yield {"text": [self._said(passage)]}
            yield from self._blocks(
                passages, node.passage + 1, node.end_passage, node.nodes, parent
            )
            return
        if not place.typed and (task := self._pieces.task(node)):
            yield {"task": task, **place.keys()}
            return
        headed = self._headed(node, passage, place.typed)
        if place.typed and "heading" not in headed:  # an item whose number cannot be computed
            headed = {"text": [self._said(passage)]}
        block = {**headed, **(place.keys() if _opens(headed) else {})}
        under = parent if place.chapter else place.level
        inner = self._blocks(passages, node.passage + 1, node.end_passage, node.nodes, under)
        if inner and not _opens(inner[0]):
            _merge(block, inner.pop(0))
        if place.chapter or not _opens(block):
            yield from (_in_order(block), *inner)
            return
        if inner:
            block["sections"] = inner
        yield _in_order(block)

    def _headed(self, node: OutlineNode, passage: Passage, label: str) -> Block:
        """The heading of a node and the text that runs on behind it, or an item's paragraph."""
        said = passage.squeezed().text
        title = joined(node.title)
        at = said.find(title)
        behind = said[at + len(title) :] if title and at >= 0 else ""
        stop = behind[:1] if behind[:1] in _STOPS else ""
        rest = behind[len(stop) :]
        if not title or at < 0 or not self._is_title(title, stop, rest, node):
            text = said[max(at, 0) :]
            return {"numbered": "true", "text": [self._calls.text(text, _whole(passage))]}
        if not rest:
            return {"heading": f"{label}{title}{stop}"}
        rest = _UNPARTED.sub("；", rest)
        text = self._calls.text(rest, Span(node.span.end, passage.end))
        return {"heading": f"{label}{title}", "run_in": "true", "text": [text]}

    def _is_title(self, title: str, stop: str, rest: str, node: OutlineNode) -> bool:
        """Whether words behind a number are a title, and not the first sentence of an item.

        What states a figure is a sentence, where it has clauses or is all that the item says.
        """
        if not stop:
            return True
        tells = self._calls.holds(node.span) and (not rest or re.search("[，,]", title))
        return stop == "。" and len(title) <= LONGEST_TITLE and not tells

    def _said(self, passage: Passage) -> str:
        said = _UNPARTED.sub("；", passage.squeezed().text)
        return self._calls.text(said, _whole(passage))


def _whole(passage: Passage) -> Span:
    return Span(passage.start, passage.end)


def _opening(blocks: list[Block]) -> tuple[list[str], list[Block]]:
    """The paragraphs before the first heading, and the rest."""
    if blocks and blocks[0].keys() == {"text"}:
        return blocks[0]["text"], blocks[1:]
    return [], blocks


def _opens(block: Block) -> bool:
    return "heading" in block or "numbered" in block or "task" in block


def _in_order(block: Block) -> Block:
    """A block with its keys in the order of the model."""
    return {key: block[key] for key in Section.model_fields if key in block}


def _add(blocks: list[Block], more: Iterable[Block]) -> None:
    """Put blocks behind others; paragraphs in a row are one block."""
    for block in more:
        last = blocks[-1] if blocks else None
        if last is not None and last.keys() == {"text"} and block.keys() == {"text"}:
            last["text"] = [*last["text"], *block["text"]]
        elif last is not None and last.keys() == {"text"} and not _opens(block):
            _merge(last, block)
        else:
            blocks.append(dict(block))


def _merge(block: Block, more: Block) -> None:
    """Paragraphs, and what is printed behind them, as the beginning of a block."""
    text = [*block.get("text", ()), *more.get("text", ())]
    block |= {**more, **({"text": text} if text else {})}
