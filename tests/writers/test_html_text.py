"""HTML: every character of a document stands in the page, as text and never as markup."""

from collections import Counter

import pytest
from hypothesis import given, settings
from lxml.html import tostring

from plangen.document.blocks import Cell, Column, Member, Paragraph, Role, Roster, Section, Table
from plangen.document.elements import Annex, Document, Properties
from plangen.document.inline import Figure, Text
from plangen.writers.text import write_text
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.writers.html_page import HtmlPage
from tests.writers.words import first_missing, squeezed

MARKUP = "<script>alert('1')</script> & &amp; \"𠮷\" </style> <!-- ]]>"


@pytest.mark.parametrize("document", [NOTICE, ANNEXED, LETTER, ORDER, MINUTES])
def test_the_page_says_what_the_plain_text_says(document: Document) -> None:
    page = HtmlPage(document)

    assert Counter(squeezed(page.seen)) == Counter(squeezed(write_text(document)))


@settings(max_examples=50)
@given(documents())
def test_no_word_is_lost_none_is_added_and_none_changes_its_place(document: Document) -> None:
    seen = HtmlPage(document).seen

    assert first_missing(document, seen) is None
    assert Counter(squeezed(seen)) == Counter(squeezed(write_text(document)))


@settings(max_examples=50)
@given(documents())
def test_what_is_written_is_read_back_as_it_was_meant(document: Document) -> None:
    page = HtmlPage(document)

    again = tostring(page.root, doctype="<!DOCTYPE html>", encoding="utf-8")

    assert again == page.content.rstrip()


def everywhere(text: str) -> Document:
    """A document that says the same in every kind of place."""
    roster = Roster((Role(text, (Member(text, text),)),))
    table = Table((Column(),), ((Cell.of(text),),), ((Cell.of(text),),), caption=text)
    paragraph = Paragraph((Text(text), Figure(text, text)))
    blocks = (Section(text, (paragraph,)), Section(text, (paragraph,), run_in=True), roster, table)
    return Document(
        text, blocks=blocks, annexes=(Annex(text),), note=text, properties=Properties(text, (text,))
    )


def test_markup_in_the_text_is_text_in_the_page() -> None:
    document = everywhere(MARKUP)

    page = HtmlPage(document)

    assert squeezed(page.seen) == squeezed(write_text(document))
    assert page.all("//script") == []
    assert len(page.all("//style")) == 1
    figures = page.all("//data")
    assert [(item.get("data-target"), item.get("value")) for item in figures] == [(MARKUP,) * 2] * 2
    assert page.one("//meta[@name='description']").get("content") == MARKUP
    assert page.one("//title").text == MARKUP
    assert "𠮷".encode() in page.content


@pytest.mark.parametrize("document", [NOTICE, LETTER, MINUTES])
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert HtmlPage(document).content == HtmlPage(document).content
