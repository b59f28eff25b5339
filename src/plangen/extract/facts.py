"""All that a document says, in the shape of a data file, each value with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ValidationError

from plangen.document.origins import ReadDocument, Span
from plangen.errors import InvalidError, Message
from plangen.extract.duties import duties
from plangen.extract.duties_tasks import is_breakdown, tasks
from plangen.extract.facts_figures import Calls, printable
from plangen.extract.facts_frame import Frame
from plangen.extract.facts_groups import each_once, group_data
from plangen.extract.facts_head import head
from plangen.extract.facts_pieces import Kept, Pieces
from plangen.extract.facts_record import Extraction, Findings, Notice
from plangen.extract.facts_scope import Scopes
from plangen.extract.facts_targets import FoundTarget, Left, data_targets
from plangen.extract.facts_text import written
from plangen.extract.facts_words import words
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.groups import FoundGroup, groups
from plangen.extract.outline import clause_at, part_at
from plangen.extract.targets.assembling import targets
from plangen.model.dictionary import Dictionary
from plangen.model.groups import Duty, Group, Task
from plangen.model.plans import DocumentFacts
from plangen.model.targets import Target
from plangen.quantity.grammar import parse_deadline
from plangen.quantity.undecided import UNDECIDED

MOST_REFUSED = 20  # values of the head that no data can hold
_NEEDED = {"mark", "issuers", "date"}  # without which there is no issue


def find(document: ReadDocument, dictionary: Dictionary, as_of: date | None = None) -> Findings:
    """Everything that a document with its parts states; ``as_of`` dates 今年 and 年底前."""
    values = head(Frame.of(document))
    said = {value.key: value.value for value in values}
    issued = said.get(("issue", "date")) or said.get(("issued",))
    day = as_of or (date.fromisoformat(issued) if issued and issued != str(UNDECIDED) else None)
    return Findings(
        document,
        tuple(targets(document.text, dictionary, document.passages, day)),
        groups(document, dictionary),
        duties(document, dictionary),
        tasks(document),
        values,
    )


def extraction(found: Findings, dictionary: Dictionary, *, strict: bool = False) -> Extraction:
    """The data that findings amount to. What no data file holds is told in ``notices``.

    ``strict`` leaves out what a data file of the place could not be read with: organs that the
    register of the place does not have.
    """
    builder = _Builder(Extraction(found), dictionary, strict)
    builder.head()
    builder.targets()
    builder.groups()
    builder.duties()
    builder.tasks()
    builder.text()
    builder.settle()
    return builder.made


class _Builder:
    def __init__(self, made: Extraction, dictionary: Dictionary, strict: bool) -> None:
        self.made = made
        self._strict = strict and bool(dictionary.organs)
        self._found = made.found
        self._dictionary = dictionary
        self._figures: list[FoundTarget] = []
        self._frame = Frame.of(made.found.document)
        self._kept = Kept()
        self._calls = Calls(())

    def head(self) -> None:
        for value in self._found.head:
            _put(self.made.data, value.key, value.value)
            if value.span:
                self.made.spans[value.key] = (value.span,)
            if value.doubt:
                self.made.doubts.setdefault(value.key, []).append(value.doubt)

    def targets(self) -> None:
        document = self._found.document
        figures = (
            replace(one, quote=words(document, one.start, one.end))
            for one in self._found.figures
            if not self._tabled(one.start)
        )
        scopes = Scopes(self._found.document, self._dictionary)
        found, left = data_targets(figures, self._dictionary, self._clause, scopes.of)
        for target in found:
            if self._add("targets", Target, target.data, target.spans, target.doubts):
                self._figures.append(target)
        self._leave(left)
        ends, where = self.made.data.get("ends"), self.made.spans.get(("ends",))
        period = (where[0], date.fromisoformat(ends)) if ends and where else None
        self._calls = Calls(self._figures, period)

    def _tabled(self, offset: int) -> bool:
        """Whether a place is in a 任务分解表, which says again what the text says."""
        part = part_at(self._found.document.parts, offset)
        return bool(self._found.tasks) and part is not None and is_breakdown(part.title)

    def _clause(self, offset: int) -> str:
        """The clause of a place; what a notice issues as its annex has clauses of its own."""
        parts = self._found.document.parts
        main = self._frame.main
        clause = clause_at(parts, offset)
        inside = main is not None and main.span.start <= offset < main.span.end
        return clause.removeprefix(main.label) if main and inside else clause

    def groups(self) -> None:
        for group in self._found.groups:
            merged = self._registered(each_once(group))
            spans = (merged.name_span or merged.span,)
            path = self._add("groups", Group, group_data(merged), spans, merged.doubts)
            if path:
                self._kept.groups.append((group, merged.id))
            for number, member in enumerate(merged.members if path else ()):
                self._note((*path, "members", number), (member.span,), member.doubts)
            if path and merged.office:
                office = merged.office
                self._note((*path, "office"), (office.span,), office.doubts)

    def _registered(self, group: FoundGroup) -> FoundGroup:
        """The group without an office that sits with an organ which the register lacks."""
        office = group.office
        if not (self._strict and office and self._dictionary.organ(office.seat) is None):
            return group
        doubt = Message("办公室设在“{seat}”，机关名录里没有，办公室没有录入", seat=office.seat)
        return replace(group, office=None, doubts=(*group.doubts, doubt))

    def duties(self) -> None:
        for duty in self._found.duties:
            unknown = [name for name in duty.organs if self._dictionary.organ(name) is None]
            if self._strict and unknown:
                organs = "、".join(unknown)
                message = Message("“{organs}”不在机关名录里，这条职责没有录入", organs=organs)
                self.made.notices.append(Notice(message, duty.span))
                self._kept.every_duty = False
                continue
            text = self._calls.text(duty.text, duty.span)
            data = {"organs": list(duty.organs), "text": text}
            if self._add("duties", Duty, data, (duty.span,), duty.doubts):
                self._kept.duties.append(duty)
            else:
                self._kept.every_duty = False

    def tasks(self) -> None:
        ends = self.made.data.get("ends", "-")  # by which all is due that has no date of its own
        for number, task in enumerate(self._found.tasks, 1):
            indicators = [
                target.data["indicator"]
                for target in self._figures
                if any(_inside(span, task.span) for span in target.spans)
            ]
            data = {
                "id": f"task_{number}",
                "title": task.title,
                "part": task.part,
                "text": self._calls.text(task.text, task.span),
                "lead": list(task.lead),
                "support": list(task.support),
                "by": "" if _day(task.by) == ends else task.by,
                "indicators": list(dict.fromkeys(indicators)),
            }
            filled = {key: value for key, value in data.items() if value}
            if self._add("tasks", Task, filled, (task.span,), task.doubts):
                self._kept.tasks.append((task, filled))

    def text(self) -> None:
        """The text itself, with references to what other keys hold."""
        data = self.made.data
        pieces = Pieces(self._frame, self._kept, self.made.spans, data.get("ends", ""))
        told = written(self._frame, data, self._calls, pieces)
        more: dict[str, Any] = {"tables": pieces.tables} if pieces.tables else {}
        more |= {"breakdown": "true"} if pieces.breakdown else {}
        self.made.data = ordered({**data, **told.data, **more})
        for message, span in told.notices:
            self.made.notices.append(Notice(message, span))
        for figure in self._calls.left:
            message = Message(
                "正文里的这个数值照原文保留，改目标时请一并改：“{text}”", text=figure.written
            )
            self.made.notices.append(Notice(message, Span(figure.start, figure.end)))

    def settle(self) -> None:
        """Leave out what of the head no data can hold (a year out of bounds), and tell it."""
        self.made.data = printable(self.made.data)
        for _ in range(MOST_REFUSED):
            try:
                DocumentFacts.model_validate(self.made.data)
            except ValidationError as error:
                fault = error.errors(include_url=False)[0]
                self._refuse(fault["loc"], str(fault["msg"]))
            else:
                return

    def _refuse(self, where: KeyPath, reason: str) -> None:
        message = Message("有一处合不上数据的格式，没有录入（{reason}）", reason=reason[:200])
        spans = self.made.spans.get(where[:2]) or (None,)
        self.made.notices.append(Notice(message, spans[0]))
        issue = self.made.data.get("issue", {})
        if where[:1] == ("issue",) and len(where) > 1 and where[1] in issue.keys() - _NEEDED:
            del issue[where[1]]
        else:
            self.made.data.pop(str(where[0]), None)

    def _add(
        self,
        key: str,
        model: type[BaseModel],
        data: dict[str, Any],
        spans: Iterable[Span],
        doubts: Iterable[Message],
    ) -> KeyPath:
        """Put one thing into the data; nothing where its model refuses it, which is told."""
        where = tuple(spans)
        try:
            model.model_validate(data)
        except ValidationError as error:
            reason = str(error.errors(include_url=False)[0]["msg"])[:200]
            message = Message("有一处合不上数据的格式，没有录入（{reason}）", reason=reason)
            self.made.notices.append(Notice(message, where[0] if where else None))
            return ()
        entries = self.made.data.setdefault(key, [])
        entries.append(data)
        path: KeyPath = (key, len(entries) - 1)
        self._note(path, where, doubts)
        return path

    def _note(self, path: KeyPath, spans: tuple[Span, ...], doubts: Iterable[Message]) -> None:
        self.made.spans[path] = spans
        if said := list(doubts):
            self.made.doubts.setdefault(path, []).extend(said)

    def _leave(self, left: Iterable[Left]) -> None:
        for one in left:
            span = Span(one.figure.start, one.figure.end)
            self.made.notices.append(Notice(one.reason, span))


def _day(text: str) -> str:
    """The last day of a deadline as the data writes days; empty for a text that is none."""
    try:
        return parse_deadline(text).last_day.isoformat()
    except InvalidError:
        return ""


def _put(data: dict[str, Any], key: KeyPath, value: Any) -> None:
    """Put a value into nested data; a list grows by one entry at a time."""
    holder: Any = data
    for step, following in pairwise(key):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(holder, list):
            if step == len(holder):
                holder.append(empty)
            holder = holder[int(step)]
        else:
            holder = holder.setdefault(step, empty)
    if isinstance(holder, list):
        holder.append(value)
    else:
        holder[key[-1]] = value


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def ordered(data: Mapping[str, Any]) -> dict[str, Any]:
    """The keys in the order in which a person looks for them: the long text comes last."""
    first = ("kind", "level", "title", "template")
    last = (
        *("targets", "groups", "duties", "tasks", "breakdown"),
        *("tables", "text", "sections", "annexes"),
    )
    middle = [key for key in data if key not in (*first, *last)]
    return {key: data[key] for key in (*first, *middle, *last) if key in data}
