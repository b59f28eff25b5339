"""Values changed inside a YAML text, and remarks put beside them; all else stays as it is written.

A remark is a comment that begins with a sign of its own, so that whoever edits the file finds all
of them, and a later edit takes them away without touching anybody else's comments.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from plangen.load.yaml_text import Path, read_yaml

SIGN = "▲"
_REMARK = re.compile(rf"^[ \t]*# {SIGN}[^\n]*|  # {SIGN}[^\n]*", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar's characters ``text[start:end]``, quotes included.

    A block text begins where the line of its sign ends: what stands on that line is layout.
    """

    start: int
    end: int
    style: str  # the quotes, | or >; empty for plain text

    @property
    def is_block(self) -> bool:
        """Whether it is a text in lines of its own, below its key."""
        return self.style in ("|", ">")


@dataclass(slots=True)
class Layout:
    """Where everything of a file stands: keys, values that are scalars, and ends of values."""

    text: str
    keys: dict[Path, Scalar] = field(default_factory=dict)
    values: dict[Path, Scalar] = field(default_factory=dict)
    ends: dict[Path, int] = field(default_factory=dict)
    flowing: bool = False  # the whole file is one {…}

    def source(self, path: Path) -> str:
        """A scalar as it is written in the file."""
        scalar = self.values[path]
        return self.text[scalar.start : scalar.end]


def layout(text: str, file: str) -> Layout:
    """The layout of a YAML text. Raises InputError where ``read_yaml`` would."""
    read_yaml(text, file)
    reader = _LayoutReader(Layout(text))
    for event in yaml.parse(text, Loader=_LOADER):
        reader.take(event)
    return reader.layout


def _index(mark: Any) -> int:
    """A place that the parser gives, counted in characters."""
    return int(mark.index)


class _LayoutReader:
    """Follows the parser's events with the key path of each."""

    def __init__(self, found: Layout) -> None:
        self.layout = found
        self._open: list[tuple[Path, bool]] = []  # collections: path, whether a list
        self._key: list[str | None] = []
        self._count: list[int] = []
        self._last: list[int] = []  # where the last entry of each ends
        self._begun: list[int] = []

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                if not self._open and isinstance(event, yaml.MappingStartEvent):
                    self.layout.flowing = bool(event.flow_style)
                path = self._next()
                self._open.append((path, isinstance(event, yaml.SequenceStartEvent)))
                self._key.append(None)
                self._count.append(0)
                self._last.append(0)
                self._begun.append(_index(event.start_mark))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(_index(event.end_mark))

    def _close(self, end: int) -> None:
        path, _ = self._open.pop()
        self._key.pop()
        self._count.pop()
        last, start = self._last.pop(), self._begun.pop()
        if not last:  # nothing in it: [] or {}
            self.layout.values[path] = Scalar(start, end, "")
        # A block collection ends where its last entry does, not at the next token.
        flow = self.layout.text[max(0, end - 1) : end] in ("]", "}")
        self._end(path, end if flow else last)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _index(event.start_mark), _index(event.end_mark)
        if event.style in ("|", ">"):
            sign_line = self.layout.text.find("\n", start)
            start = min(sign_line if sign_line >= 0 else end, end)
        scalar = Scalar(start, end, event.style or "")
        if self._open and not self._open[-1][1] and self._key[-1] is None:
            self._key[-1] = event.value
            self.layout.keys[(*self._open[-1][0], event.value)] = scalar
            return
        path = self._next()
        self.layout.values[path] = scalar
        self._end(path, start + len(self.layout.text[start:end].rstrip()))

    def _end(self, path: Path, index: int) -> None:
        self.layout.ends[path] = index
        if self._last:
            self._last[-1] = index

    def _next(self) -> Path:
        if not self._open:
            return ()
        path, is_list = self._open[-1]
        if is_list:
            self._count[-1] += 1
            return (*path, self._count[-1] - 1)
        key, self._key[-1] = self._key[-1], None
        return (*path, key or "")


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one value: its new writing, and the remarks beside it.

    ``source`` None leaves the value; remarks alone may stand beside a list or mapping too.
    """

    source: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key of the file's outermost mapping, to be written after another one."""

    after: str
    text: str
    remark: str


def edited(found: Layout, changes: Mapping[Path, Change], new: Sequence[NewKey] = ()) -> str:
    """The text with its changes; remarks of an earlier edit are gone."""
    editor = _Editor(found)
    editor.take_remarks_away()
    for path, change in changes.items():
        if change.source is not None:
            scalar = found.values[path]
            editor.replace(scalar.start, scalar.end, change.source)
        if change.remarks:
            editor.remark(path, change.remarks)
    for key in new:
        editor.insert(key)
    return editor.text()


class _Editor:
    def __init__(self, found: Layout) -> None:
        self._layout = found
        self._text = found.text
        scalars = (*found.keys.values(), *found.values.values())
        self._spans = sorted((scalar.start, scalar.end) for scalar in scalars)
        self._starts = [start for start, _ in self._spans]
        self._operations: list[tuple[int, int, str]] = []
        self._remarks: dict[int, list[str]] = {}  # at the end of a line
        self._lines: dict[int, list[str]] = {}  # above a line

    def replace(self, start: int, end: int, text: str) -> None:
        self._operations.append((start, end, text))

    def take_remarks_away(self) -> None:
        for match in _REMARK.finditer(self._text):
            if self._inside(match.end()) or self._inside(match.start() + 1):
                continue
            alone = match.start() == self._line_start(match.start())
            end = match.end() + (alone and match.end() < len(self._text))
            self.replace(match.start(), end, "")

    def remark(self, path: Path, remarks: Sequence[str]) -> None:
        """At the end of the value's line; above it where a comment there would be text."""
        scalar = self._layout.values.get(path) or self._layout.keys[path]
        end = scalar.start if scalar.is_block else self._line_end(scalar.end)
        single = self._line_end(scalar.start) == end
        if single and not self._inside(end):
            self._remarks.setdefault(end, []).extend(remarks)
            return
        start = self._line_start(scalar.start)
        while start and self._inside(start):
            start = self._line_start(start - 1)
        self._lines.setdefault(start, []).extend(remarks)

    def insert(self, key: NewKey) -> None:
        end = self._layout.ends[(key.after,)]
        if self._layout.flowing:
            self.replace(end, end, f", {key.text}")
            return
        end = self._line_end(end)
        self.replace(end, end, f"\n{key.text}  # {SIGN} {key.remark}")

    def text(self) -> str:
        """The text with everything done; what was put at one place stays in its order."""
        for end, remarks in self._remarks.items():
            self._operations.append((end, end, f"  # {SIGN} {_joined(remarks)}"))
        for start, remarks in self._lines.items():
            indent = re.match("[ \t]*", self._text[start:])
            space = indent[0] if indent else ""
            self._operations.append((start, start, f"{space}# {SIGN} {_joined(remarks)}\n"))
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        done = 0
        for start, end, text in sorted(self._operations, key=_order):
            yield self._text[done:start]
            yield text
            done = max(done, end)
        yield self._text[done:]

    def _inside(self, index: int) -> bool:
        """Whether a place is inside a scalar, where a comment would be its text."""
        place = bisect_right(self._starts, index) - 1
        while place >= 0 and self._spans[place][0] == index:
            place -= 1
        return place >= 0 and index < self._spans[place][1]

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end


def _order(operation: tuple[int, int, str]) -> tuple[int, int, bool]:
    """By place; what goes away before what comes, a remark before a line below it."""
    start, end, text = operation
    return start, end, text.startswith("\n")


def _joined(remarks: Sequence[str]) -> str:
    return "；".join(dict.fromkeys(remarks))
