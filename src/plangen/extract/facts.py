"""All that a document says, in the shape of a data file, each value with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ValidationError

from plangen.document.origins import ReadDocument, Span
from plangen.errors import InvalidError, Message
from plangen.extract.duties import FoundDuty, duties
from plangen.extract.duties_tasks import FoundTask, is_breakdown, tasks
from plangen.extract.facts_frame import Frame, Value
from plangen.extract.facts_groups import each_once, group_data
from plangen.extract.facts_head import head
from plangen.extract.facts_scope import Scopes
from plangen.extract.facts_targets import FoundTarget, Left, data_targets
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.groups import FoundGroup, groups
from plangen.extract.outline import clause_at, part_at
from plangen.extract.targets.assembling import targets
from plangen.extract.targets.record import Extracted
from plangen.model.dictionary import Dictionary
from plangen.model.groups import Duty, Group, Task
from plangen.model.plans import DocumentFacts
from plangen.model.targets import Target
from plangen.quantity.grammar import parse_deadline
from plangen.quantity.undecided import UNDECIDED

MOST_REFUSED = 20  # values of the head that no data can hold
_NEEDED = {"mark", "issuers", "date"}  # without which there is no issue


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should look at, and where it stands, if anywhere."""

    message: Message
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a document, kind by kind, before it becomes data."""

    document: ReadDocument
    figures: tuple[Extracted, ...] = ()
    groups: tuple[FoundGroup, ...] = ()
    duties: tuple[FoundDuty, ...] = ()
    tasks: tuple[FoundTask, ...] = ()
    head: tuple[Value, ...] = ()


@dataclass(slots=True)
class Extraction:
    """A document's data as a data file holds it.

    ``spans`` tell where the value of a key stands, ``doubts`` what a person should look at there,
    and ``notices`` what did not become data.
    """

    found: Findings
    data: dict[str, Any] = field(default_factory=dict)
    spans: dict[KeyPath, tuple[Span, ...]] = field(default_factory=dict)
    doubts: dict[KeyPath, list[Message]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    @property
    def facts(self) -> DocumentFacts:
        """The data as facts."""
        return DocumentFacts.model_validate(self.data)


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


def extraction(found: Findings, dictionary: Dictionary) -> Extraction:
    """The data that findings amount to. What no data file holds is told in ``notices``."""
    builder = _Builder(Extraction(found), dictionary)
    builder.head()
    builder.targets()
    builder.groups()
    builder.duties()
    builder.tasks()
    builder.settle()
    return builder.made


class _Builder:
    def __init__(self, made: Extraction, dictionary: Dictionary) -> None:
        self.made = made
        self._found = made.found
        self._dictionary = dictionary
        self._figures: list[FoundTarget] = []

    def head(self) -> None:
        for value in self._found.head:
            _put(self.made.data, value.key, value.value)
            if value.span:
                self.made.spans[value.key] = (value.span,)
            if value.doubt:
                self.made.doubts.setdefault(value.key, []).append(value.doubt)

    def targets(self) -> None:
        figures = (one for one in self._found.figures if not self._tabled(one.start))
        scopes = Scopes(self._found.document, self._dictionary)
        found, left = data_targets(figures, self._dictionary, self._clause, scopes.of)
        for target in found:
            if self._add("targets", Target, target.data, target.spans, target.doubts):
                self._figures.append(target)
        self._leave(left)

    def _tabled(self, offset: int) -> bool:
        """Whether a place is in a 任务分解表, which says again what the text says."""
        part = part_at(self._found.document.parts, offset)
        return bool(self._found.tasks) and part is not None and is_breakdown(part.title)

    def _clause(self, offset: int) -> str:
        """The clause of a place; what a notice issues as its annex has clauses of its own."""
        parts = self._found.document.parts
        main = Frame.of(self._found.document).main
        clause = clause_at(parts, offset)
        inside = main is not None and main.span.start <= offset < main.span.end
        return clause.removeprefix(main.label) if main and inside else clause

    def groups(self) -> None:
        for group in self._found.groups:
            merged = each_once(group)
            spans = (merged.name_span or merged.span,)
            path = self._add("groups", Group, group_data(merged), spans, merged.doubts)
            for number, member in enumerate(merged.members if path else ()):
                self._note((*path, "members", number), (member.span,), member.doubts)
            if path and merged.office:
                office = merged.office
                self._note((*path, "office"), (office.span,), office.doubts)

    def duties(self) -> None:
        for duty in self._found.duties:
            data = {"organs": list(duty.organs), "text": _untemplated(duty.text)}
            self._add("duties", Duty, data, (duty.span,), duty.doubts)

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
                "text": _untemplated(task.text),
                "lead": list(task.lead),
                "support": list(task.support),
                "by": "" if _day(task.by) == ends else task.by,
                "indicators": list(dict.fromkeys(indicators)),
            }
            written = {key: value for key, value in data.items() if value}
            self._add("tasks", Task, written, (task.span,), task.doubts)

    def settle(self) -> None:
        """Leave out what of the head no data can hold (a year out of bounds), and tell it."""
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


def _untemplated(text: str) -> str:
    """A text in which a template finds nothing to do: its signs are written as what they are."""
    return re.sub(r"\{[{%#]", lambda sign: f'{{{{ "{sign[0]}" }}}}', text)


def remarks(made: Extraction) -> Iterator[tuple[KeyPath | None, Message, Span | None]]:
    """Everything that needs a person's eye, in the order of the data; then what is not in it."""
    for path, doubts in made.doubts.items():
        spans: Mapping[KeyPath, tuple[Span, ...]] = made.spans
        where = spans.get(path) or (None,)
        for doubt in doubts:
            yield path, doubt, where[0]
    for notice in made.notices:
        yield None, notice.message, notice.span
