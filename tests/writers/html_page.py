"""A page of plangen's as a browser's parser reads it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml.html import HtmlElement, document_fromstring

from plangen.document.elements import Document
from plangen.sheet.geometry import PROFILES
from plangen.writers.html.writer import write_html


class HtmlPage:
    """The elements and the words of a page."""

    def __init__(
        self,
        document: Document,
        pictures: Mapping[str, bytes] = MappingProxyType({}),
        profile: str = "gb33476",
    ) -> None:
        self.content = write_html(document, PROFILES[profile], pictures)
        self.root = document_fromstring(self.content.decode())

    def all(self, path: str) -> list[HtmlElement]:
        """The elements at an XPath."""
        return [element for element in self.root.xpath(path) if isinstance(element, HtmlElement)]

    def one(self, path: str) -> HtmlElement:
        """The only element at an XPath."""
        (element,) = self.all(path)
        return element

    def of_class(self, name: str) -> list[HtmlElement]:
        """The elements of a class."""
        return self.all(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")

    def texts(self, name: str) -> list[str]:
        """What the elements of a class say."""
        return [words(element) for element in self.of_class(name)]

    def headings(self) -> list[tuple[int, str]]:
        """Rank and text of all headings in reading order."""
        found = self.all(
            "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
        )
        return [(int(str(element.tag)[1]), words(element)) for element in found]

    @property
    def style(self) -> str:
        """The style sheet."""
        return str(self.one("//style").text)

    @property
    def seen(self) -> str:
        """The words of the document as the page shows them, names in pictures included."""
        main = document_fromstring(self.content.decode()).find(".//main")
        assert main is not None
        for element in main.xpath(".//*[@class='unseen']"):
            element.text = ""
        for image in main.xpath(".//span[@class='stamp']/img"):
            image.tail = image.get("alt") + (image.tail or "")
        return words(main)


def words(element: HtmlElement) -> str:
    """The text of an element."""
    return str(element.text_content()).strip()
