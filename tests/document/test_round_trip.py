"""The text form holds the whole tree: what ``dump`` writes, ``parse`` reads."""

from hypothesis import given, settings
from lxml import etree

from plangen.document.blocks import Paragraph
from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.document.inline import Figure
from plangen.document.parse import parse, schema
from tests.document.trees import documents


@given(documents())
def test_parsing_what_was_dumped_gives_the_same_tree(document: Document) -> None:
    text = dump(document)

    assert parse(text) == document


@settings(max_examples=30)  # parse, above, validates too
@given(documents())
def test_every_dump_validates_against_the_schema(document: Document) -> None:
    root = etree.fromstring(dump(document).encode())

    assert schema().validate(root), schema().error_log


@settings(max_examples=30)
@given(documents())
def test_a_dump_is_stable(document: Document) -> None:
    text = dump(document)

    assert dump(parse(text)) == text


def test_a_figure_has_no_blanks_at_its_ends() -> None:
    document = Document("通知", blocks=(Paragraph((Figure(" 80% ", "rate"),)),))

    assert document == Document("通知", blocks=(Paragraph((Figure("80%", "rate"),)),))
    assert parse(dump(document)) == document
