"""XML text → tree: the reader of the text form, with errors a template author understands."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from lxml import etree

from plangen.errors import InputError, InvalidError, Message, Place, Problem
from plangen.quantity.undecided import UNDECIDED, Undecided

Element = etree._Element  # lxml names its element class with an underscore; there is no other

T = TypeVar("T")

LARGEST_TEXT = 20_000_000  # characters; a plan has about 10,000
LARGEST_DEPTH = 40

_LAYOUT = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")  # from the first blank on: linear
_WHERE = re.compile(r",?\s+line [0-9]+(, column [0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LATIN = re.compile(r"[!-~]")


class Reader:
    """One element being read: hands out its attributes and children, and refuses the rest.

    Every method raises InputError with the element's line where it does not find what it asks for.
    """

    def __init__(self, element: Element) -> None:
        self.element = element
        self._left = dict(element.attrib)

    def error(self, message: Message) -> InputError:
        """An error at this element's line."""
        line = self.element.sourceline or 0
        return InputError(
            Problem(
                message,
                Place(
                    line=line,
                    key=f"<{self.element.tag}>" if isinstance(self.element.tag, str) else "",
                ),
            )
        )

    def optional(self, name: str, default: str = "") -> str:
        """An attribute that may be left out."""
        return str(self._left.pop(name, default))

    def required(self, name: str) -> str:
        """An attribute that must say something."""
        value = self.optional(name)
        if not value:
            raise self.error(
                Message("<{tag}> 缺少属性 {name}", tag=str(self.element.tag), name=name)
            )
        return value

    def choice(self, name: str, choices: tuple[str, ...], default: str = "") -> str:
        """An attribute that is one of ``choices``."""
        value = self.optional(name, default)
        if value not in choices:
            raise self.error(
                Message(
                    "属性 {name} 的值是“{value}”，应为：{choices}",
                    name=name,
                    value=value,
                    choices="、".join(filter(None, choices)),
                )
            )
        return value

    def flag(self, name: str, default: bool) -> bool:
        """A yes or no attribute."""
        return self.choice(name, ("yes", "no"), "yes" if default else "no") == "yes"

    def integer(self, name: str, default: int | None = None) -> int:
        """A whole number of at most six digits."""
        value = self.optional(name, "" if default is None else str(default))
        if not re.fullmatch(r"[0-9]{1,6}", value):
            raise self.error(
                Message("属性 {name} 的值是“{value}”，应为整数", name=name, value=value)
            )
        return int(value)

    def sequence(self, name: str) -> int | Undecided:
        """A number of a document: a whole number, or 待定."""
        if self._left.get(name) == str(UNDECIDED):
            del self._left[name]
            return UNDECIDED
        return self.integer(name)

    def day(self, text: str) -> date | Undecided:
        """A date as 2020-09-06, or 待定."""
        if text == str(UNDECIDED):
            return UNDECIDED
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise self.error(Message("“{text}”不是日期，应写作 2020-09-06 这样的形式", text=text))

    def children(self, *tags: str) -> list[Element]:
        """All child elements; those of other names, and stray text, are refused."""
        self.no_more_attributes()
        self._no_text(self.element.text)
        found = []
        for child in self.element:
            if not isinstance(child.tag, str):
                raise self.error(Message("文档正文中不能有注释或处理指令"))
            if child.tag not in tags:
                raise Reader(child).error(
                    Message(
                        "<{tag}> 不能出现在 <{parent}> 中；这里可以用：{allowed}",
                        tag=child.tag,
                        parent=str(self.element.tag),
                        allowed="、".join(f"<{tag}>" for tag in tags) or Message("（无）"),
                    )
                )
            self._no_text(child.tail)
            found.append(child)
        return found

    def no_more_attributes(self) -> None:
        """Refuse attributes that nobody asked for."""
        for name in self._left:
            raise self.error(
                Message("<{tag}> 没有属性 {name}", tag=str(self.element.tag), name=str(name))
            )

    def _no_text(self, text: str | None) -> None:
        if text and text.strip():
            raise self.error(
                Message(
                    "文字“{text}”直接写在 <{tag}> 里，应放进 <p>…</p>",
                    text=text.strip()[:20],
                    tag=str(self.element.tag),
                )
            )

    def text(self) -> str:
        """The element's text, which must be there and hold no elements."""
        self.no_more_attributes()
        if len(self.element):
            raise self.error(Message("<{tag}> 里只能是文字", tag=str(self.element.tag)))
        text = line_text(self.element.text or "").strip()
        if not text:
            raise self.error(Message("<{tag}> 是空的", tag=str(self.element.tag)))
        return text

    def built(self, make: Callable[[], T]) -> T:
        """What ``make`` builds; its InvalidError becomes an error at this line."""
        try:
            return make()
        except InvalidError as invalid:
            raise self.error(invalid.message) from None


def line_text(text: str, before: str = "", after: str = "") -> str:
    """Text without the line breaks of its layout; ``before`` and ``after`` stand beside it.

    White space around a line break belongs to the layout of the template: it vanishes between
    Chinese characters and is one space between Latin ones. Other white space is content.
    """
    if "\n" not in text:
        return text

    def joint(match: re.Match[str]) -> str:
        left = (before + text[: match.start()])[-1:]
        right = (text[match.end() :] + after)[:1]
        return " " if _LATIN.match(left) and _LATIN.match(right) else ""

    return _LAYOUT.sub(joint, text)


def read_xml(text: str) -> Element:
    """The root element of an XML text; no DTD, no entities, bounded in size and depth."""
    if len(text) > LARGEST_TEXT:
        raise InputError(Problem(Message("文档超过 {limit} 个字符", limit=LARGEST_TEXT)))
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except UnicodeEncodeError:
        raise InputError(Problem(Message("文档里有不完整的字符"))) from None
    except etree.XMLSyntaxError as error:
        detail = " ".join(_WHERE.sub("", error.msg or "?").split())
        raise InputError(
            Problem(Message("XML 写法有误：{detail}", detail=detail), Place(line=error.lineno or 0))
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(Problem(Message("文档里不能有 DOCTYPE 声明"), Place(line=1)))
    if _depth(root) > LARGEST_DEPTH:
        raise InputError(Problem(Message("文档嵌套超过 {limit} 层", limit=LARGEST_DEPTH)))
    return root


def _depth(root: Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
