"""YAML text → plain values and the line of every key; the one door to the YAML library.

Scalars stay text: what 2021, 1:30 or no mean is decided by the field that holds them, never by
YAML's guesses. Anchors, aliases and tags are refused, so that a file cannot unfold into more than
it shows.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from plangen.errors import InputError, Message, Place, Problem

Path = tuple[str | int, ...]

LARGEST_FILE = 5_000_000  # bytes; a large plan's data has about 50,000
LARGEST_DEPTH = 20
_NULLS = ("", "~", "null")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Yaml:
    """The values of a file and where they stand.

    ``in_order`` are the lines of the whole, of every key and of every list entry, in the order of
    the file and counted from 1. Which key path each belongs to is found out when a place is asked
    for: of most files none ever is.
    """

    file: str
    value: Any = None
    in_order: array[int] = field(default_factory=lambda: array("I"))
    _lines: dict[Path, int] | None = None

    @property
    def lines(self) -> dict[Path, int]:
        """The line of every key path."""
        if self._lines is None:
            self._lines = dict(zip(_paths(self.value, ()), self.in_order, strict=False))
        return self._lines

    def place(self, path: Path) -> Place:
        """The place of a key path; the nearest place above where the path itself is not there."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return Place(self.file, self.lines[path[:length]], key_text(path))
        return Place(self.file, 1, key_text(path))


def _paths(value: Any, path: Path) -> Iterator[Path]:
    """The path of a value and of all in it, in the order of the file."""
    yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _paths(part, (*path, key))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from _paths(part, (*path, position))


def key_text(path: Path) -> str:
    """A key path as people write it: ``targets[3].at_least``; list positions count from 1."""
    text = ""
    for key in path:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def read_yaml(text: str, file: str) -> Yaml:
    """Read one YAML document.

    Raises InputError with the line where the text is no YAML, repeats a key, uses anchors, aliases
    or tags, or is larger or deeper than any real data file.
    """
    if len(text) > LARGEST_FILE:
        raise _error(file, 1, Message("文件超过 {limit} 字节", limit=LARGEST_FILE))
    builder = _Builder(Yaml(file))
    try:
        for event in iter(_LOADER(text).get_event, None):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise _error(
            file,
            line,
            Message(
                "YAML 写法有误（{detail}）：请检查缩进、冒号和引号",
                detail=str(error.problem or error.context),
            ),
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        code = f"U+{error.character:04X}" if isinstance(error.character, int) else "?"
        raise _error(file, line, Message("文件里有不能用的字符 {code}", code=code)) from None
    return builder.yaml


def _error(file: str, line: int, message: Message, key: str = "") -> InputError:
    return InputError(Problem(message, Place(file, line, key)))


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled."""

    value: Any
    path: Path
    key: str | None = None


class _Builder:
    """Builds values from parser events without recursion."""

    def __init__(self, target: Yaml) -> None:
        self.yaml = target
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.ScalarEvent():  # the most frequent one first
                self._check_plain(event, line)
                null = event.implicit[0] and event.value.lower() in _NULLS  # a plain scalar
                self._add(None if null else event.value, line)
            case yaml.MappingStartEvent():
                self._start(event, {}, line)
            case yaml.SequenceStartEvent():
                self._start(event, [], line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._refuse(line, Message("一个文件里只能有一份数据（有多余的 ---）"))
            case yaml.AliasEvent():
                raise self._refuse(line, Message("不能用 YAML 别名（*），请把内容写全"))

    def _refuse(self, line: int, message: Message) -> InputError:
        key = key_text(self._open[-1].path) if self._open else ""
        return _error(self.yaml.file, line, message, key)

    def _check_plain(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            raise self._refuse(line, Message("不能用 YAML 锚点（&），请把内容写全"))
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self._refuse(line, Message("不能用 YAML 标签（{tag}）", tag=str(tag)))

    def _start(self, event: yaml.NodeEvent, value: Any, line: int) -> None:
        self._check_plain(event, line)
        if len(self._open) >= LARGEST_DEPTH:
            raise self._refuse(line, Message("嵌套超过 {limit} 层", limit=LARGEST_DEPTH))
        if self._awaits_key():
            raise self._refuse(line, Message("键应为一个词，不能是列表或映射"))
        path = self._next_path()
        self._add(value, line)
        self._open.append(_Open(value, path))

    def _awaits_key(self) -> bool:
        holder = self._open[-1] if self._open else None
        return holder is not None and isinstance(holder.value, dict) and holder.key is None

    def _next_path(self) -> Path:
        """The path of the value that comes next; no key is awaited."""
        if not self._open:
            return ()
        holder = self._open[-1]
        if isinstance(holder.value, list):
            return (*holder.path, len(holder.value))
        return (*holder.path, str(holder.key))

    def _add(self, value: Any, line: int) -> None:
        """Put a value into the list or mapping that is open, or take it for a key."""
        if not self._open:
            self.yaml.value = value
            self.yaml.in_order.append(line)
            return
        holder = self._open[-1]
        if isinstance(holder.value, list):
            holder.value.append(value)
            self.yaml.in_order.append(line)
        elif holder.key is None:
            self._take_key(holder, value, line)
        else:
            holder.value[holder.key] = value
            holder.key = None

    def _take_key(self, holder: _Open, key: str | None, line: int) -> None:
        name = "" if key is None else str(key)
        if name in holder.value:
            first = self.yaml.lines[(*holder.path, name)]
            raise self._refuse(line, Message("键 {key} 重复，第{line}行已有", key=name, line=first))
        holder.key = name
        self.yaml.in_order.append(line)
