"""A PDF as its readers see it: objects by pikepdf, text by the tags, places by pdfplumber."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class Placed:
    """A character and its origin on the page, in mm from the top left."""

    text: str
    x: float
    y: float


class PdfFile:
    """A PDF, opened."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = pikepdf.open(BytesIO(content))
        self.root: Any = self.pdf.Root

    def stream(self, page: int = 0) -> str:
        """The content of a page, as it is written."""
        contents: Any = self.pdf.pages[page].Contents
        return bytes(contents.read_bytes()).decode("latin-1")

    def placed(self, page: int = 0) -> list[Placed]:
        """The characters of a page in the order of drawing, each at its origin."""
        with pdfplumber.open(BytesIO(self.content)) as opened:
            sheet = opened.pages[page]
            return [
                Placed(
                    char["text"],
                    char["matrix"][4] * MM_PER_POINT,
                    (float(sheet.height) - char["matrix"][5]) * MM_PER_POINT,
                )
                for char in sheet.chars
            ]

    def drawn(self, kind: str, page: int = 0) -> list[dict[str, Any]]:
        """What pdfplumber finds of a kind: rects, curves, chars, images."""
        with pdfplumber.open(BytesIO(self.content)) as opened:
            return list(getattr(opened.pages[page], kind))

    def viewer_text(self, page: int = 0) -> str:
        """The text that a viewer copies, which heeds /ActualText."""
        document = pypdfium2.PdfDocument(self.content)
        try:
            sheet = document[page].get_textpage()
            return str(sheet.get_text_bounded())
        finally:
            document.close()

    @property
    def fonts(self) -> dict[str, Any]:
        """The composite fonts of the file by their names on the first page."""
        resources: Any = self.pdf.pages[0].Resources
        return {str(name): font for name, font in resources.Font.items()}

    @property
    def tree(self) -> str:
        """The elements, one a line, indented; each with its own text, a * for an element in it."""
        kids = self.root.StructTreeRoot.get("/K", [])
        return "\n".join(line for kid in kids for line in self._lines(kid, None, 0))

    def _lines(self, element: Any, page: Any, depth: int) -> Iterator[str]:
        page = element.get("/Pg", page)
        own, inside = "", []
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                own += self._sequences[page.objgen][int(kid)]
            elif kid.get("/Type") == "/MCR":
                own += self._sequences[kid.Pg.objgen][int(kid.MCID)]
            else:
                own += "*"
                inside.append(kid)
        own = own if own.strip("*") else ""
        yield f"{'  ' * depth}{str(element.S)[1:]} {own}".rstrip()
        for kid in inside:
            yield from self._lines(kid, page, depth + 1)

    def elements(self, kind: str) -> list[Any]:
        """The elements of one type in the order of the tree."""

        def below(element: Any) -> Iterator[Any]:
            for kid in element.get("/K", []):
                if not isinstance(kid, int) and "/S" in kid:
                    yield kid
                    yield from below(kid)

        return [found for found in below(self.root.StructTreeRoot) if str(found.S)[1:] == kind]

    @cached_property
    def _sequences(self) -> dict[tuple[int, int], dict[int, str]]:
        return {page.obj.objgen: self._marked(page) for page in self.pdf.pages}

    def _marked(self, page: Any) -> dict[int, str]:
        """What the sequences of a page show, by their numbers; pictures are a □."""
        shown: dict[int, str] = defaultdict(str)
        opened: list[int | None] = []
        meanings: dict[str, str] = {}
        instructions: list[Any] = list(pikepdf.parse_content_stream(page))
        for operands, operator in instructions:
            match str(operator):
                case "BDC" | "BMC":
                    opened.append(_number(operands[-1]))
                case "EMC":
                    opened.pop()
                case "Tf":
                    meanings = to_unicode(page.Resources.Font[operands[0]])
                case "Tj" | "TJ" | "Do":
                    text = "□" if str(operator) == "Do" else _decoded(operands[0], meanings)
                    for innermost in [at for at in opened if at is not None][-1:]:
                        shown[innermost] += text
        return shown


def _number(properties: Any) -> int | None:
    known = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
    return int(properties.MCID) if known else None


def _decoded(shown: Any, meanings: dict[str, str]) -> str:
    strings = [shown] if isinstance(shown, pikepdf.String) else list(shown)
    codes = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String)).hex()
    return "".join(meanings[codes[at : at + 4].upper()] for at in range(0, len(codes), 4))


def to_unicode(font: Any) -> dict[str, str]:
    """Code → character, as the font's character map says."""
    _, _, source = bytes(font.ToUnicode.read_bytes()).decode("ascii").partition("beginbfchar")
    return {
        code: bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", source)
    }
