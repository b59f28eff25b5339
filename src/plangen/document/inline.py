"""What stands inside a line: text, figures that know their target, references to annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plangen.errors import InvalidError


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters of one line; never a line break."""

    text: str

    def __post_init__(self) -> None:
        require_line(self.text)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the prose (数据) and the target that owns it.

    ``target`` is the indicator's id (or ``group/size`` style keys for counts); ``part`` says what
    of the target is shown: its bound (``80%以上``), its bare value (``80%``) or its date.
    """

    text: str
    target: str
    part: str = "bound"

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.text.strip())
        require_line(self.text)


@dataclass(frozen=True, slots=True)
class AnnexReference:
    """A mention of an annex (见附件1): the number is computed from the annex's id."""

    annex: str


_REFUSED = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")

Inline = Text | Figure | AnnexReference


def require_line(text: str) -> None:
    """Refuse text that is empty, breaks the line, or cannot stand in XML.

    Raises InvalidError.
    """
    if not text:
        raise InvalidError("文字是空的")
    require_characters(text)


def require_characters(*texts: str) -> None:
    """Refuse characters that break the line or cannot stand in XML. Raises InvalidError."""
    for text in texts:
        found = _REFUSED.search(text)
        if found is None:
            continue
        code = f"U+{ord(found[0]):04X}"
        if found[0] < " ":
            raise InvalidError("文字里有控制字符 {code}", code=code)
        raise InvalidError("字符 {code} 不能写入文档", code=code)


def merged(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same content with neighbouring texts joined: the one normal form of a line."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)


def stripped(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same content without white space at its ends: indents are the sheet's, never typed."""
    inlines = list(content)
    while inlines and isinstance(first := inlines[0], Text):
        text = first.text.lstrip()
        if text:
            inlines[0] = Text(text)
            break
        del inlines[0]
    while inlines and isinstance(last := inlines[-1], Text):
        text = last.text.rstrip()
        if text:
            inlines[-1] = Text(text)
            break
        del inlines[-1]
    return tuple(inlines)
