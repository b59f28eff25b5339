"""Data → the text of a data file: each value with its quote, what is doubtful marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

KeyPath = tuple[str | int, ...]
SIGN = "▲"  # of remarks that wait for a person; a later edit finds them by it
WIDEST = 140  # columns of a line with its quote
MOST_ON_A_LINE = 4  # keys of a mapping that stands on one line
WIDTH = 100  # columns of a list that stands on one line; Chinese takes two
PROSE = ("text", "sections", "annexes")  # keys whose paragraphs stand on lines of their own
_PLAIN = re.compile(r"[^\s\x00-\x1f\x7f\-?:,\[\]{}#&*!|>'\"%@`~=<][^\x00-\x1f\x7f-\xa0\ufeff]*")
_UNSAFE = re.compile(r":(?=\s|$)|\s#|\s$|[\u0085\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_DASHED = re.compile(r"-?[0-9][^\s:#,\[\]{}]*")
_NULLS = {"null", "~", ""}
_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")


def data_yaml(
    data: Mapping[str, Any],
    quotes: Mapping[KeyPath, Sequence[str]] | None = None,
    doubts: Mapping[KeyPath, Sequence[str]] | None = None,
    heading: Sequence[str] = (),
) -> str:
    """The text of a data file.

    ``quotes`` are comments beside the value of a key path, ``doubts`` come behind it after ▲; both
    stand above a value that takes several lines. Reading the text gives the data again.
    """
    writer = _Writer(quotes or {}, doubts or {})
    lines = [f"# {_comment(line)}" for line in heading]
    apart = False  # whether the entry before takes several lines
    for key, value in data.items():
        entry = list(writer.entry(key, value, (key,), 0))
        if lines and (len(entry) > 1 or apart):
            lines.append("")
        lines += entry
        apart = len(entry) > 1
    return "\n".join(lines) + "\n"


def scalar(value: Any, *, flow: bool = False) -> str:
    """A value as YAML writes it: plain where nothing could be mistaken, else in double quotes."""
    if value is None:
        return "~"
    text = str(value)
    safe = _PLAIN.fullmatch(text) or _DASHED.fullmatch(text)
    mistaken = _UNSAFE.search(text) or text.lower() in _NULLS
    if safe and not mistaken and not (flow and re.search(r"[,\[\]{}]|:$", text)):
        return text
    return _ESCAPED.sub(_escape, json.dumps(text, ensure_ascii=False))


def _wide(text: str) -> int:
    """The columns that a text takes: Chinese takes two."""
    return len(text) + sum(not sign.isascii() for sign in text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _comment(text: str) -> str:
    return " ".join(_ESCAPED.sub("\ufffd", re.sub(r"[\x00-\x1f\x85]+", " ", text)).split())


class _Writer:
    def __init__(
        self, quotes: Mapping[KeyPath, Sequence[str]], doubts: Mapping[KeyPath, Sequence[str]]
    ) -> None:
        self._quotes, self._doubts = quotes, doubts
        self._above_remarks = {
            key[:length] for key in (*quotes, *doubts) for length in range(1, len(key))
        }

    def entry(self, key: str, value: Any, path: KeyPath, depth: int) -> Iterator[str]:
        """The lines of a key and its value."""
        lines = list(self._value(f"{'  ' * depth}{scalar(key)}:", value, path, depth))
        yield from self._quoted(lines, path, depth)

    def _value(self, head: str, value: Any, path: KeyPath, depth: int) -> Iterator[str]:
        if not isinstance(value, dict | list):
            yield f"{head} {scalar(value)}{self._behind(path)}"
        elif short := self._short(value, path, len(head)):
            yield f"{head} {short}{self._behind(path)}"
        elif isinstance(value, dict):
            yield head + self._behind(path)
            for name, part in value.items():
                yield from self.entry(name, part, (*path, name), depth + 1)
        else:
            yield head + self._behind(path)
            for position, part in enumerate(value):
                yield from self._item(part, (*path, position), depth)

    def _item(self, value: Any, path: KeyPath, depth: int) -> Iterator[str]:
        """One entry of a list; its dash stands where the list's key does."""
        dash = f"{'  ' * depth}-"
        if not (isinstance(value, dict) and value):
            lines = list(self._value(dash, value, path, depth + 1))
        elif short := self._flowing(value, path, len(dash)):
            lines = [f"{dash} {short}{self._behind(path)}"]
        else:
            lines = list(self._block(value, path, depth))
        yield from self._quoted(lines, path, depth)

    def _block(self, value: dict[str, Any], path: KeyPath, depth: int) -> Iterator[str]:
        """A mapping in a list, a key a line, the first one behind the dash."""
        indent = "  " * (depth + 1)
        if behind := self._behind(path).strip():
            yield f"{'  ' * depth}{behind}"
        lines = [
            line
            for name, part in value.items()
            for line in self.entry(name, part, (*path, name), depth + 1)
        ]
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from lines[:first]
        yield f"{'  ' * depth}- {lines[first].removeprefix(indent)}"
        yield from lines[first + 1 :]

    def _flowing(self, value: dict[str, Any], path: KeyPath, used: int) -> str:
        """A mapping of a few short values on one line; empty where it takes more."""
        if len(value) not in range(2, MOST_ON_A_LINE + 1) or path in self._above_remarks:
            return ""
        if "text" in value and path[0] in PROSE:
            return ""
        parts = []
        for key, part in value.items():
            if isinstance(part, dict):
                return ""
            text = self._short(part, (*path, key), 0) if isinstance(part, list) else ""
            if isinstance(part, list) and not text:
                return ""
            parts.append(f"{scalar(key, flow=True)}: {text or scalar(part, flow=True)}")
        text = f"{{{', '.join(parts)}}}"
        return text if used + _wide(text) <= WIDTH else ""

    def _short(self, value: Any, path: KeyPath, used: int) -> str:
        """A list of scalars, or an empty value, on one line; empty where it takes more."""
        if not value:
            return "[]" if isinstance(value, list) else "{}"
        if isinstance(value, dict) or any(isinstance(part, dict | list) for part in value):
            return ""
        if path[-1] == "text" and path[0] in PROSE:
            return ""
        text = f"[{', '.join(scalar(part, flow=True) for part in value)}]"
        fits = used + _wide(text) <= WIDTH and path not in self._above_remarks
        return text if fits else ""

    def _quoted(self, lines: list[str], path: KeyPath, depth: int) -> Iterator[str]:
        """The lines of a value with its quotes: behind it where it is one line, else above it."""
        quotes = [_comment(quote) for quote in self._quotes.get(path, ())]
        behind = f"  # {'；'.join(quotes)}"
        if len(lines) == 1 and "  # " not in lines[0] and _wide(lines[0] + behind) <= WIDEST:
            yield lines[0] + (behind if quotes else "")
            return
        yield from (f"{'  ' * depth}# {quote}" for quote in quotes)
        yield from lines

    def _behind(self, path: KeyPath) -> str:
        doubts = self._doubts.get(path, ())
        return f"  # {SIGN} {'；'.join(map(_comment, doubts))}" if doubts else ""
