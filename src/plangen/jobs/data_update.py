"""A data file's text brought to other data: what is the same keeps its text, comments and order.

Only the parts that differ are written anew. A comment above an entry of a list goes where the entry
goes; that of an entry which is gone stays, so that nobody's words are lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plangen.extract.facts_yaml import data_yaml, scalar
from plangen.load.yaml_tree import Entry, Part, yaml_tree

_NAMES = ("id", "indicator", "name", "organs", "title")  # of an entry that was changed


@dataclass(frozen=True, slots=True)
class _Edit:
    """``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str


def updated(text: str, file: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """The text of a data file whose data are ``old``, with the data ``new``.

    Both are plain keys and texts, as ``plangen.load.workbooks.plain`` gives them. Raises InputError
    where the text is no data file.
    """
    tree = yaml_tree(text, file)
    if tree is None or tree.entries is None:
        return data_yaml(new)
    writer = _Updater(text)
    return _applied(text, 0, len(text), writer.edits(tree, old, new))


class _Updater:
    def __init__(self, text: str) -> None:
        self._text = text

    def edits(self, part: Part, old: Any, new: Any) -> list[_Edit]:
        """What has to be done so that a part says other data."""
        if old == new:
            return []
        if part.entries is not None and isinstance(old, Mapping) and isinstance(new, Mapping):
            return self._mapping(part, part.entries, old, new)
        if self._is_list_of(part, old) and isinstance(new, list) and new and not part.flow:
            return self._list(part, old, new)
        return [self._value(part, new)]

    def _is_list_of(self, part: Part, old: Any) -> bool:
        """Whether every item of the data has lines of its own in the text."""
        items = part.items or ()
        return (
            isinstance(old, list)
            and len(items) == len(old) > 0
            and all(self._dash(item) is not None for item in items)
        )

    def _value(self, part: Part, new: Any) -> _Edit:
        """A value in the place of another, on the same line."""
        space = "" if self._text[part.start - 1 : part.start].isspace() else " "
        plain = isinstance(new, list | Mapping) or part.flow
        said = flowing(new) if plain else scalar(new)
        return _Edit(part.start, part.end, (space if part.start == part.end else "") + said)

    def _mapping(
        self,
        part: Part,
        entries: Sequence[Entry],
        old: Mapping[str, Any],
        new: Mapping[str, Any],
    ) -> list[_Edit]:
        written = {entry.key for entry in entries}
        kept = [entry for entry in entries if entry.key in new]
        gone = [entry for entry in entries if entry.key in old and entry.key not in new]
        added = [key for key in new if key not in written and not _same(old, new, key)]
        if not kept or (part.flow and (gone or added)) or gone[:2] == list(entries[:2]):
            return [self._rewritten(part, new)]
        edits = [edit for entry in kept for edit in self._entry(entry, old, new[entry.key])]
        edits += [self._without(entry, entries) for entry in gone]
        if added:
            edits.append(self._with(entries, {key: new[key] for key in added}))
        return edits

    def _entry(self, entry: Entry, old: Mapping[str, Any], new: Any) -> list[_Edit]:
        """A key's value; lines of its own for a list or mapping that was written otherwise."""
        value, before = entry.value, old.get(entry.key)
        inside = self._text[self._line_start(entry.start) : entry.start].strip(" -")
        single = value.is_scalar and not isinstance(new, list | Mapping)
        mappings = value.entries is not None and isinstance(new, Mapping)
        lists = not value.flow and bool(new) and self._is_list_of(value, before)
        if before == new or inside or single or mappings or (lists and isinstance(new, list)):
            return self.edits(value, before, new)
        lines = _indented(data_yaml({entry.key: new}), self._column(entry.start))
        return [_Edit(entry.start, value.end, lines.lstrip(" "))]

    def _rewritten(self, part: Part, new: Mapping[str, Any]) -> _Edit:
        """A mapping as a whole, where it stands."""
        if part.flow or not new:
            return self._value(part, new)
        return _Edit(
            part.start, part.end, _indented(data_yaml(new), self._column(part.start)).lstrip(" ")
        )

    def _without(self, entry: Entry, entries: Sequence[Entry]) -> _Edit:
        """A key taken away; where a dash stands before it, the next key comes there."""
        start = self._line_start(entry.start)
        if self._text[start : entry.start].strip():
            return _Edit(entry.start, entries[1].start, "")
        return _Edit(start, self._line_end(entry.value.end), "")

    def _with(self, entries: Sequence[Entry], added: Mapping[str, Any]) -> _Edit:
        """Further keys, below the last one."""
        column = self._column(entries[0].start)
        end = self._line_end(entries[-1].value.end)
        lines = _indented(data_yaml(added), column) + "\n"
        apart = "\n" if not column and "\n" in lines.rstrip() else ""
        begins = "" if end == 0 or self._text[end - 1] == "\n" else "\n"
        return _Edit(end, end, f"{begins}{apart}{lines}")

    def _list(self, part: Part, old: list[Any], new: list[Any]) -> list[_Edit]:
        """A list whose items have lines of their own."""
        items = part.items or ()
        came_from = _origins(old, new)
        inner = {
            origin: self.edits(items[origin], old[origin], item)
            for origin, item in zip(came_from, new, strict=True)
            if origin is not None
        }
        if came_from == list(range(len(old))):
            return [edit for edits in inner.values() for edit in edits]
        starts = [self._line_start(item.start) for item in items]
        ends = [self._line_end(item.end) for item in items]
        leads = self._leads(starts, ends, {origin for origin in came_from if origin is not None})
        column = self._column(starts[0] + self._indent(starts[0]))
        pieces = []
        for origin, item in zip(came_from, new, strict=True):
            if origin is None:
                pieces.append(_indented(_item(item), column) + "\n")
            else:
                body = _applied(self._text, starts[origin], ends[origin], inner[origin])
                pieces += [leads[origin], body if body.endswith("\n") else f"{body}\n"]
        return [_Edit(starts[0], ends[-1], "".join([*pieces, leads[len(items)]]))]

    def _leads(self, starts: list[int], ends: list[int], kept: set[int]) -> list[str]:
        """What stands above each item; above one that is gone, it goes to the next that stays.

        What stands above the first belongs to the list, and is not touched.
        """
        found, waiting = [], ""
        for place, start in enumerate(starts):
            waiting += self._text[ends[place - 1] : start] if place else ""
            found.append(waiting if place in kept else "")
            waiting = "" if place in kept else waiting
        return [*found, waiting]

    def _dash(self, item: Part) -> int | None:
        """Where an item's dash is; None where it does not begin a line."""
        start = self._line_start(item.start)
        before = self._text[start : item.start]
        return start + self._indent(start) if before.strip() == "-" else None

    def _indent(self, line: int) -> int:
        text = self._text[line : self._line_end(line)]
        return len(text) - len(text.lstrip(" "))

    def _column(self, index: int) -> int:
        return index - self._line_start(index)

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        """Behind the end of a line, with what stands behind a value on it."""
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end + 1


def flowing(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        inside = (f"{scalar(key, flow=True)}: {flowing(part)}" for key, part in value.items())
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flowing, value))}]"
    return scalar(value, flow=True)


def _item(value: Any) -> str:
    """An entry of a list, with its dash."""
    if isinstance(value, Mapping) and value:
        return data_yaml({"x": [value]}).split("\n", 1)[1]
    return f"- {flowing(value)}"


def _indented(text: str, column: int) -> str:
    return "\n".join(" " * column + line if line else "" for line in text.rstrip("\n").split("\n"))


def _applied(text: str, start: int, end: int, edits: Iterable[_Edit]) -> str:
    """A piece of the text with its edits."""
    return "".join(_pieces(text, start, end, sorted(edits, key=lambda edit: edit.start)))


def _pieces(text: str, start: int, end: int, edits: Iterable[_Edit]) -> Iterator[str]:
    for edit in edits:
        yield text[start : edit.start]
        yield edit.new
        start = edit.end
    yield text[start:end]


def _origins(old: list[Any], new: list[Any]) -> list[int | None]:
    """Which old item each new one was: the same one, else one of its name, else one like it."""
    found: list[int | None] = [None] * len(new)
    free = dict(enumerate(old))
    for key in (_whole, _named):
        places: dict[str, list[int]] = {}
        for place, item in free.items():
            if name := key(item):
                places.setdefault(name, []).append(place)
        for position, item in enumerate(new):
            waiting = places.get(key(item)) if found[position] is None else None
            if waiting:
                place = found[position] = waiting.pop(0)
                del free[place]
    for position, item in enumerate(new):
        if found[position] is None and (like := _most_like(item, position, free)) is not None:
            found[position] = like
            del free[like]
    return found


def _most_like(item: Any, position: int, free: Mapping[int, Any]) -> int | None:
    """The mapping with the most of an item's values, the nearest of several."""
    if not isinstance(item, Mapping):
        return None
    likeness = {
        place: sum(_same(old, item, key) for key in item)
        for place, old in free.items()
        if isinstance(old, Mapping)
    }
    best = max(likeness, key=lambda place: (likeness[place], -abs(place - position)), default=None)
    return best if best is not None and likeness[best] else None


def _same(old: Mapping[str, Any], new: Mapping[str, Any], key: str) -> bool:
    return key in old and key in new and bool(old[key] == new[key])


def _whole(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def _named(item: Any) -> str:
    """What an item is called; empty for one without a name."""
    if not isinstance(item, Mapping):
        return ""
    return next((f"{key}: {_whole(item[key])}" for key in _NAMES if key in item), "")
