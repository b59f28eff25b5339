"""Which template line each part of a composed text came from.

Jinja renders through generators, one a block, the outer waiting on the inner; the innermost one
that is waiting knows the line it stopped at.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from types import FrameType, GeneratorType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context

from plangen.errors import InputError, Message, Problem

LARGEST_TEXT = 20_000_000  # characters


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of a template, counted from 1."""

    template: str
    line: int


@dataclass(slots=True)
class Composed:
    """A composed text and, for each piece of it, the line it starts at and its origin.

    ``literal`` pieces are the template's own text, others what an expression gave.
    """

    text: str = ""
    starts: list[int] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    literal: list[bool] = field(default_factory=list)

    def origin(self, line: int) -> Origin | None:
        """The template line behind a line of the text: that of the first piece on it."""
        index = bisect_left(self.starts, line)
        if index == len(self.starts) or self.starts[index] > line:
            index -= 1
        if index < 0:
            return None
        origin = self.origins[index]
        further = max(0, line - self.starts[index]) if self.literal[index] else 0
        return Origin(origin.template, origin.line + further)


def traced(template: Template, context: Context) -> Composed:
    """Render a template piece by piece. Raises what the template raises, and InputError for a
    text without end.
    """
    composed = Composed()
    pieces = []
    line, size = 1, 0
    generator = template.root_render_func(context)
    for piece in generator:
        size += len(piece)
        if size > LARGEST_TEXT:
            message = Message("模板写出的文字超过 {limit} 个字符", limit=LARGEST_TEXT)
            raise InputError(Problem(message))
        frame = _innermost(generator)
        origin = _frame_origin(frame)
        if origin:
            composed.starts.append(line)
            composed.origins.append(origin)
            # text of the template itself goes on line by line; what a call gave has one origin
            composed.literal.append(frame is not None and piece in frame.f_code.co_consts)
        pieces.append(piece)
        line += piece.count("\n")
    composed.text = "".join(pieces)
    return composed


def _innermost(generator: Any) -> FrameType | None:
    while isinstance(generator.gi_yieldfrom, GeneratorType):
        generator = generator.gi_yieldfrom
    frame = generator.gi_frame
    return frame if isinstance(frame, FrameType) else None


def _frame_origin(frame: FrameType | None, line: int | None = None) -> Origin | None:
    template = frame.f_globals.get("__jinja_template__") if frame else None
    if frame is None or not isinstance(template, Template):
        return None
    name = template.name or "（数据中的文字）"
    return Origin(name, template.get_corresponding_lineno(line or frame.f_lineno))


def origin_of_error(error: BaseException, made: Environment) -> Origin | None:
    """The innermost named template line that an error passed through."""
    found = None
    trace = error.__traceback__
    while trace:
        origin = _frame_origin(trace.tb_frame, trace.tb_lineno)
        if origin and trace.tb_frame.f_globals["__jinja_template__"].name:
            found = origin
        trace = trace.tb_next
    return found
