"""Which passages of a document are rosters, tables, duties and tasks, and which its head says.

What other keys of the data hold is printed from there. It stands in the text as a reference, so
that it is kept once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from plangen.document.origins import OutlineNode, Part, PartKind, Passage, ReadDocument, Span
from plangen.errors import Message
from plangen.extract.duties import FoundDuty
from plangen.extract.duties_tasks import FoundTask
from plangen.extract.facts_duties import printed_alike
from plangen.extract.facts_figures import untemplated
from plangen.extract.facts_frame import Frame
from plangen.extract.facts_tables import as_table, is_breakdown_of
from plangen.extract.facts_words import words
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.groups import FoundGroup
from plangen.extract.groups_words import is_role, unspaced
from plangen.extract.outline import headings_at, part_at

LONGEST_NAME = 40  # characters of a heading that a table is called by
HEAD_PASSAGES = 40  # in which the number of a document stands
_NESTED = 16  # footnotes that a passage which runs over two pages may enclose
_TOLD = ("title", "issue", "issued", "signed_by", "attendance")
_LIST_LABEL = re.compile("附件[:：]?")
_DATED = re.compile("[（(][^（）()]*[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[^（）()]*[）)]$")
_ORGANS = re.compile("[（(]?(?:牵头|责任|配合)(?:单位|部门)[:：]")
_MARKS = re.compile(r"[\s；;，,、。.（）()<>〔〕《》:：]")


@dataclass(slots=True)
class Kept:
    """What of a document became data: groups, duties and tasks with their ids and places."""

    groups: list[tuple[FoundGroup, str]] = field(default_factory=list)
    duties: list[FoundDuty] = field(default_factory=list)
    tasks: list[tuple[FoundTask, dict[str, Any]]] = field(default_factory=list)
    every_duty: bool = True  # whether none of the duties was refused


class Pieces:
    """The passages of a document that are printed from other keys. It adds ``tables``."""

    def __init__(
        self, frame: Frame, kept: Kept, spans: Mapping[KeyPath, Sequence[Span]], ends: str = ""
    ) -> None:
        self._frame, self._document, self._kept = frame, frame.document, kept
        self._spans, self._ends = spans, ends
        self.tables: list[dict[str, Any]] = []
        self.breakdown = False
        self._blocks: dict[int, dict[str, Any]] = {}  # first passage of a piece → its block
        self._inside: set[int] = set()
        self._behind: dict[int, str] = {}  # what a page has joined to the end of a roster
        self._printed: set[str] = set()  # tasks that the text refers to
        self._told = self._told_passages()
        self._rosters()
        self._tables()
        self._duties()

    def is_told(self, passage: Passage) -> bool:
        """Whether the head, the signature or the list of annexes says it."""
        return passage.number in self._told

    def is_inside(self, passage: Passage) -> bool:
        """Whether it is printed from another key."""
        return passage.number in self._inside

    def block(self, passage: Passage) -> Iterator[dict[str, Any]]:
        """The reference that is printed in the place of a piece: once, where it begins."""
        if passage.number in self._blocks:
            yield self._blocks[passage.number]
            if behind := self._behind.get(passage.number):
                yield {"text": [untemplated(behind)]}

    def below_head(self, part: Part) -> int:
        """The first passage below the head of a part."""
        named = [*part.recipients, *([part.number] if part.number else [])]
        spans = [part.title_span, *(name.span for name in named), *self._spans.get(("title",), ())]
        inside = [
            number
            for span in spans
            if span and part.span.start <= span.start < part.span.end
            for number in _passages(self._document, span)
            if number < part.first + HEAD_PASSAGES
        ]
        label = part.first if part.kind is PartKind.ANNEX else part.first - 1
        return max([label, *inside]) + 1

    def is_title(self, part: Part, passage: Passage) -> bool:
        """Whether a passage is the label or the title of a part."""
        if part.kind is PartKind.ANNEX and passage.number == part.first:
            return True
        title = part.title_span
        return title is not None and passage.start < title.end and title.start < passage.end

    def dated(self) -> str:
        """The date in brackets below the title of a plan; empty where it is dated otherwise."""
        if ("issued",) not in self._spans or ("signed_by",) in self._spans:
            return ""
        text = unspaced(self._document.quote(self._spans["issued",][0]))
        match = _DATED.search(text)
        return match[0] if match else ""

    def widest(self, first: int, end: int) -> int:
        """The columns of the widest table of a part that is printed as one."""
        tables = {self._document.passages[number].table for number in range(first, end)}
        printed = {number for number in self._blocks if "group" not in self._blocks[number]}
        return max(
            (
                table.columns
                for table in self._document.tables
                if table.number in tables and printed & set(table.passages)
            ),
            default=0,
        )

    def task(self, node: OutlineNode) -> str:
        """The id of the task that a heading and all under it are; empty where it is none."""
        for found, data in self._kept.tasks:
            dated = "by" in data  # which is not printed behind the text
            bare = not data.keys() & {"text", "lead", "support"}  # printed without a full stop
            printed = not (dated or (bare and self._is_closed(node)))
            if found.span.start == node.span.start and printed and self._is_whole(node, found):
                self._printed.add(data["id"])
                return str(data["id"])
        return ""

    def left(self) -> Iterator[tuple[Message, Span]]:
        """What the data hold and the text says in words of its own: both have to be kept."""
        tabled = [task for task, _ in self._kept.tasks if self._is_inside(task)]
        if tabled and not self.breakdown:
            yield Message("任务表照原文保留，改任务时请一并改"), tabled[0].span
        for task, data in self._kept.tasks:
            if data["id"] not in self._printed and task not in tabled:
                message = Message("“{title}”在正文里照原文保留，改任务时请一并改", title=task.title)
                yield message, task.span
        if self._kept.duties and not any("duties" in block for block in self._blocks.values()):
            message = Message("部门职责在正文里照原文保留，改 duties 时请一并改")
            yield message, self._kept.duties[0].span
        for group, identifier in self._kept.groups:
            if all(block.get("group") != identifier for block in self._blocks.values()):
                message = Message(
                    "“{name}”的名单在正文里照原文保留，改名单时请一并改", name=group.name
                )
                yield message, group.span

    def _is_inside(self, task: FoundTask) -> bool:
        return set(_passages(self._document, task.span)) <= self._inside

    def _is_closed(self, node: OutlineNode) -> bool:
        return self._document.passages[node.passage].squeezed().text.endswith("。")

    def _is_whole(self, node: OutlineNode, task: FoundTask) -> bool:
        """Whether title, text and organs of a task are all that stands there, in one paragraph.

        The organs may have one of their own; they are printed behind the text.
        """
        passages = [
            passage
            for passage in self._document.passages[node.passage : node.end_passage]
            if passage.number not in self._told and unspaced(passage.text)
        ]
        if node.nodes or any(passage.table is not None for passage in passages):
            return False
        said = [passage.squeezed().text for passage in passages]
        if any(not _ORGANS.match(text) for text in said[1:]):
            return False
        printed = task.title + task.text
        printed += f"牵头单位{''.join(task.lead)}" if task.lead else ""
        printed += f"责任单位{''.join(task.support)}" if task.support else ""
        whole = "".join(said).removeprefix(node.label)
        return _MARKS.sub("", whole) == _MARKS.sub("", printed)

    def _told_passages(self) -> set[int]:
        told: set[int] = set()
        for key, spans in self._spans.items():
            if key[0] in _TOLD:
                told |= {n for span in spans for n in _passages(self._document, span)}
        for part in self._document.parts:
            told |= {n for name in part.signature for n in _passages(self._document, name.span)}
            told |= {n for name in part.annexes for n in _passages(self._document, name.span)}
            if part.annexes:
                told |= {
                    passage.number
                    for passage in self._frame.passages(part)
                    if _LIST_LABEL.fullmatch(unspaced(passage.text)) and passage.number + 1 in told
                }
        return told

    def _rosters(self) -> None:
        for group, identifier in self._kept.groups:
            numbers = _passages(self._document, group.span)
            table = self._document.passages[numbers[0]].table
            if table is not None:
                numbers = list(self._table(table).passages)
            elif not self._begins_roster(numbers[0], group):
                continue
            elif self._is_label(numbers[0] - 1):
                numbers = [numbers[0] - 1, *numbers]
            self._put(numbers, {"group": identifier})
            last = self._document.passages[numbers[-1]]
            if table is None and last.end > group.span.end:
                self._behind[min(numbers)] = words(self._document, group.span.end, last.end)

    def _is_label(self, number: int) -> bool:
        """Whether a passage is nothing but the label of a role."""
        text = unspaced(self._document.passages[number].text) if number >= 0 else ""
        return is_role(text.rstrip("：:"))

    def _begins_roster(self, number: int, group: FoundGroup) -> bool:
        """Whether nothing but the label of a role stands before the first member."""
        passage = self._document.passages[number]
        before = unspaced(self._document.text[passage.start : group.span.start]).rstrip("：:")
        return not before or is_role(before)

    def _table(self, number: int) -> Any:
        return next(table for table in self._document.tables if table.number == number)

    def _tables(self) -> None:
        for table in self._document.tables:
            taken = self._inside | self._told
            numbers = [number for number in table.passages if number not in taken]
            if not numbers:
                continue
            tasks = self._kept.tasks
            if tasks and is_breakdown_of(self._document, table, tasks, self._ends):
                self.breakdown = True
                self._put(numbers, {"breakdown": "true"})
                continue
            made = as_table(self._document, table, self._title_at(numbers[0]))
            if made is not None:
                made = {"id": f"table_{len(self.tables) + 1}", **made}
                self.tables.append(made)
                self._put(numbers, {"table": made["id"]})

    def _title_at(self, number: int) -> str:
        start = self._document.passages[number].start
        part = part_at(self._document.parts, start)
        over = headings_at(self._document.parts, start)
        if over and len(over[-1].title) <= LONGEST_NAME:
            return over[-1].title
        return (part.title or part.label if part else "") or "附表"

    def _duties(self) -> None:
        """Duties as one piece, where the text has nothing but them between the first and last."""
        duties = self._kept.duties
        if not duties or not self._kept.every_duty:
            return
        numbers = [_passages(self._document, duty.span) for duty in duties]
        first, last = numbers[0][0], numbers[-1][-1]
        one_each = [[number] for number in range(first, last + 1)]
        said = [self._document.passages[one[0]].squeezed().text for one in numbers]
        if numbers == one_each and (block := printed_alike(duties, said)):
            self._put(range(first, last + 1), block)

    def _put(self, numbers: Iterable[int], block: dict[str, Any]) -> None:
        numbers = list(numbers)
        self._blocks[min(numbers)] = block
        self._inside |= set(numbers)


def _passages(document: ReadDocument, span: Span) -> list[int]:
    """The passages that a span touches."""
    first = bisect_right(document.passages, span.start, key=lambda passage: passage.start) - 1
    touched = []
    for passage in islice(document.passages, max(first - _NESTED, 0), None):
        if passage.start >= span.end:
            break
        if span.start < passage.end:
            touched.append(passage.number)
    return touched
