"""The words of a paragraph as they are read when every change is accepted (17.3.3, 17.13.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from plangen.readers.archives import Element
from plangen.readers.docx.styles import Styles
from plangen.readers.docx.wml import W, is_on, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_V = "{urn:schemas-microsoft-com:vml}"

_CONSTANTS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_PASSED_OVER = frozenset(
    f"{W}{name}"
    for name in ("rPr", "pPr", "del", "moveFrom", "instrText", "delText", "rt", "sdtPr")
)
_PICTURES = frozenset((f"{_PIC}pic", f"{_V}imagedata", f"{W}object"))
_TEXTS = frozenset((f"{W}t", f"{_M}t"))


@dataclass(slots=True)
class Noticed:
    """What a document holds beside the words that are read."""

    inserted: int = 0
    deleted: int = 0
    pictures: int = 0
    hidden: list[str] = field(default_factory=list)


class Runs:
    """Takes the words out of paragraphs; ``noticed`` adds up what else is in them."""

    def __init__(self, styles: Styles, noticed: Noticed) -> None:
        self._styles = styles
        self._noticed = noticed
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._handlers: dict[str, Callable[[Element], None]] = {
            f"{W}r": self._run,
            f"{W}sym": self._symbol,
            f"{W}txbxContent": self._boxes.append,
            f"{_MC}AlternateContent": self._alternatives,
            f"{W}ins": self._inserted,
            f"{W}moveTo": self._inserted,
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
                self._pieces.append(part.text or "")
            elif tag in _CONSTANTS:
                self._pieces.append(_CONSTANTS[tag])
            elif tag in _PASSED_OVER:
                self._pass_over(part)
            elif handler := self._handlers.get(tag):
                handler(part)
            else:
                self._noticed.pictures += tag in _PICTURES
                self._inside(part)

    def _pass_over(self, element: Element) -> None:
        self._noticed.deleted += element.tag in (f"{W}del", f"{W}moveFrom")

    def _inserted(self, element: Element) -> None:
        self._noticed.inserted += 1
        self._inside(element)

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
        if 0 < len(code) <= 5 and all(digit in "0123456789abcdefABCDEF" for digit in code):
            number = int(code, 16)
            if number >= 0x20 and not 0xD800 <= number <= 0xDFFF:
                self._pieces.append(chr(number))

    def _alternatives(self, element: Element) -> None:
        """The first of several forms of one content; the older form where it holds no words."""
        forms = [*element.findall(f"{_MC}Choice"), *element.findall(f"{_MC}Fallback")]
        for form in forms:
            if form is forms[-1] or next(form.iter(f"{W}t"), None) is not None:
                self._inside(form)
                return
