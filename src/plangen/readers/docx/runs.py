"""The words of a paragraph as they are read when every change is accepted (17.3.3, 17.13.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from plangen.readers.archives import Element
from plangen.readers.docx.styles import Styles
from plangen.readers.docx.wml import MC, W, is_on, value

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_V = "{urn:schemas-microsoft-com:vml}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"

_CONSTANTS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_PASSED_OVER = frozenset(
    f"{W}{name}" for name in ("rPr", "pPr", "del", "moveFrom", "instrText", "delText", "sdtPr")
)
_PICTURES = frozenset(
    (f"{_PIC}pic", f"{_V}imagedata", f"{_C}chart", f"{_DIAGRAM}relIds", f"{W}control")
)
_TEXTS = frozenset((f"{W}t", f"{_M}t", f"{_A}t"))
# Marks of symbol fonts (Wingdings, Wingdings 2) that forms are filled in with.
_SYMBOLS = {
    ("wingdings", 0x6C): "●",
    ("wingdings", 0x6E): "■",
    ("wingdings", 0x6F): "□",
    ("wingdings", 0x71): "❑",
    ("wingdings", 0x75): "◆",
    ("wingdings", 0xA8): "□",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFE): "☑",
    ("wingdings 2", 0x50): "✓",
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x54): "☒",
    ("wingdings 2", 0xA3): "□",
}
_PRIVATE = range(0xF000, 0xF100)  # where symbol fonts keep their characters


def letters_in(element: Element) -> int:
    """How many characters of text stand anywhere in an element, deleted ones apart."""
    return sum(len(text.text or "") for text in element.iter(*_TEXTS))


@dataclass(slots=True)
class Noticed:
    """What a document holds beside the words that are read.

    ``letters`` are the characters that were read, or left out on purpose: what is missing to
    those in the file was lost.
    """

    letters: int = 0
    inserted: int = 0
    deleted: int = 0
    pictures: int = 0
    readings: int = 0  # ruby: how a character is spoken
    formulas: int = 0
    hidden: list[str] = field(default_factory=list)

    def pass_over(self, element: Element) -> None:
        """Note that an element is left out on purpose."""
        self.letters += letters_in(element)


class Runs:
    """Takes the words out of paragraphs; ``noticed`` adds up what else is in them."""

    def __init__(self, styles: Styles, noticed: Noticed) -> None:
        self._styles = styles
        self._noticed = noticed
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._fields: list[bool] = []  # of each open field: whether its result has begun
        self._handlers: dict[str, Callable[[Element], None]] = {
            f"{W}r": self._run,
            f"{W}sym": self._symbol,
            f"{W}fldChar": self._field,
            f"{W}txbxContent": self._boxes.append,
            f"{W}rt": self._reading,
            f"{MC}AlternateContent": self._alternatives,
            f"{W}ins": self._inserted,
            f"{W}moveTo": self._inserted,
            f"{_M}oMath": self._formula,
            f"{_M}f": self._fraction,
        }

    def words(self, paragraph: Element) -> tuple[str, list[Element]]:
        """The words of a paragraph, line breaks as ``\\n``, and the text boxes anchored in it."""
        self._pieces = []
        self._boxes.clear()
        self._inside(paragraph)
        return "".join(self._pieces), list(self._boxes)

    def _inside(self, element: Element) -> None:
        for part in element:
            tag = str(part.tag)
            if tag in _TEXTS:
                self._say(part.text or "")
            elif tag in _CONSTANTS:
                self._pieces.append(_CONSTANTS[tag])
            elif tag in _PASSED_OVER:
                self._pass_over(part)
            elif handler := self._handlers.get(tag):
                handler(part)
            else:
                self._noticed.pictures += tag in _PICTURES
                self._inside(part)

    def _say(self, words: str) -> None:
        self._noticed.letters += len(words)
        if not self._is_instruction():
            self._pieces.append(words)

    def _pass_over(self, element: Element) -> None:
        self._noticed.deleted += element.tag in (f"{W}del", f"{W}moveFrom")
        self._noticed.pass_over(element)

    def _reading(self, element: Element) -> None:
        self._noticed.readings += 1
        self._noticed.pass_over(element)

    def _inserted(self, element: Element) -> None:
        self._noticed.inserted += 1
        self._inside(element)

    def _formula(self, element: Element) -> None:
        self._noticed.formulas += 1
        self._inside(element)

    def _fraction(self, element: Element) -> None:
        """A fraction as one types it: without a stroke, 1 over 2 would read as 12."""
        for index, part in enumerate(element.findall(f"{_M}num") + element.findall(f"{_M}den")):
            if index:
                self._pieces.append("/")
            self._inside(part)

    def _field(self, element: Element) -> None:
        """Where a field begins, its result begins, or it ends (17.16.18)."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _is_instruction(self) -> bool:
        """Whether words are the result of a field inside the instruction of another: not shown.

        The instruction's own words are no text; text right behind a beginning that has no end
        belongs to a damaged field, and is read.
        """
        return len(self._fields) > 1 and self._fields[-1] and not all(self._fields[:-1])

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None or not self._is_hidden(properties):
            self._inside(run)
            return
        start = len(self._pieces)
        self._inside(run)
        words = "".join(self._pieces[start:])
        del self._pieces[start:]
        if words.strip():
            self._noticed.hidden.append(words)

    def _is_hidden(self, properties: Element) -> bool:
        if properties.find(f"{W}vanish") is not None:
            return is_on(properties, "vanish")
        style = value(properties, "rStyle")
        return bool(style) and self._styles.style(style).hidden

    def _symbol(self, element: Element) -> None:
        """A character of a symbol font, by its code."""
        code = element.get(f"{W}char") or ""
        if not 0 < len(code) <= 5 or any(digit not in "0123456789abcdefABCDEF" for digit in code):
            return
        number = int(code, 16)
        plain = number - _PRIVATE.start if number in _PRIVATE else number
        known = _SYMBOLS.get(((element.get(f"{W}font") or "").lower(), plain))
        if known or (number >= 0x20 and not 0xD800 <= number <= 0xDFFF):
            self._pieces.append(known or chr(number))

    def _alternatives(self, element: Element) -> None:
        """The first of several forms of one content; the older form where it holds no words."""
        forms = [*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")]
        chosen = next((form for form in forms if letters_in(form)), forms[-1] if forms else None)
        for form in forms:
            if form is chosen:
                self._inside(form)
            else:
                self._noticed.pass_over(form)
