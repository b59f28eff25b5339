"""Which template line each line of a composed text came from.

Every line of a template's own text carries an invisible mark through the rendering: which file it
stands in and which line it is. The marks are taken out of the composed text and remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import FrameType

from jinja2 import Template
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context

from plangen.errors import InputError, Message, Problem

LARGEST_TEXT = 20_000_000  # characters

# Characters that Unicode keeps free of meaning: they open and close a mark.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*):([0-9]+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of a template, counted from 1; the template by its file, or by its name."""

    template: str
    line: int


class LineMarks(Extension):
    """Marks the beginning of every line of a template's own text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The template's tokens with marks in its text."""
        name = stream.filename or stream.name
        for token in stream:
            if token.type == "data" and name:
                marked = _marked(token.value, name, token.lineno)
                yield Token(token.lineno, "data", marked)
            else:
                yield token


def _marked(text: str, name: str, first: int) -> str:
    lines = enumerate(text.split("\n"), first)
    return "\n".join(f"{_OPEN}{name}:{number}{_CLOSE}{line}" for number, line in lines)


@dataclass(slots=True)
class Composed:
    """A composed text and the origins of its lines: of each mark the text's line and the origin."""

    text: str = ""
    lines: list[int] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)

    def origin(self, line: int) -> Origin | None:
        """The template line behind a line of the text: the first on it, else the last before."""
        first = bisect_left(self.lines, line)
        if first == len(self.lines) or self.lines[first] != line:
            first = bisect_right(self.lines, line) - 1
        return self.origins[first] if first >= 0 else None


def traced(template: Template, context: Context) -> Composed:
    """Render a template. Raises what the template raises, and InputError for an endless text."""
    return unmarked(_bounded(template.root_render_func(context)))


def _bounded(pieces: Iterable[str]) -> str:
    kept = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST_TEXT:
            message = Message("模板写出的文字超过 {limit} 个字符", limit=LARGEST_TEXT)
            raise InputError(Problem(message))
        kept.append(piece)
    return "".join(kept)


def unmarked(marked: str) -> Composed:
    """A rendered text without its marks, which become the origins of its lines."""
    composed = Composed()
    first, *marks = _MARK.split(marked)
    pieces = [first]
    line = 1 + first.count("\n")
    for name, number, piece in zip(marks[::3], marks[1::3], marks[2::3], strict=True):
        composed.lines.append(line)
        composed.origins.append(Origin(name, int(number)))
        pieces.append(piece)
        line += piece.count("\n")
    composed.text = "".join(pieces)
    return composed


def origin_of_error(error: BaseException) -> Origin | None:
    """The innermost line of a named template that an error passed through."""
    found = None
    trace = error.__traceback__
    while trace:
        found = _frame_origin(trace.tb_frame, trace.tb_lineno) or found
        trace = trace.tb_next
    return found


def _frame_origin(frame: FrameType, line: int) -> Origin | None:
    template = frame.f_globals.get("__jinja_template__")
    if not isinstance(template, Template) or not template.name:
        return None
    return Origin(template.filename or template.name, template.get_corresponding_lineno(line))
