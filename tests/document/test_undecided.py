"""Undecided numbers, dates and figures in the tree and its text form."""

from dataclasses import replace
from datetime import date

import pytest

from plangen.document.dump import dump
from plangen.document.elements import Document, DocumentNumber, SerialNumber
from plangen.document.parse import parse
from plangen.document.undecided import undecided_places
from plangen.document.wording import chinese_date, printed_line
from plangen.quantity.undecided import UNDECIDED
from tests.document.forms import LETTER, MINUTES, ORDER


def left_open(document: Document) -> Document:
    """A document whose number and dates are undecided."""
    head, signature, imprint = document.head, document.signature, document.imprint
    assert head.number is not None
    assert signature is not None
    return replace(
        document,
        head=replace(head, number=replace(head.number, sequence=UNDECIDED)),
        signature=replace(signature, date=UNDECIDED),
        imprint=replace(imprint, printed_on=UNDECIDED)
        if imprint and imprint.printed_on
        else imprint,
    )


@pytest.mark.parametrize("document", [LETTER, ORDER, MINUTES], ids=lambda d: d.form)
def test_the_text_form_of_it_is_read_as_it_was_written(document: Document) -> None:
    opened = left_open(document)

    assert parse(dump(opened)) == opened
    assert parse(dump(document)) == document


def test_it_is_printed_so_that_nobody_takes_it_for_the_text() -> None:
    assert str(DocumentNumber("甲发", 2021, UNDECIDED)) == "甲发〔2021〕【待定】号"
    assert str(SerialNumber(UNDECIDED, "期")) == "第【待定】期"
    assert chinese_date(UNDECIDED) == "【待定】"
    imprint = left_open(MINUTES).imprint
    assert imprint is not None
    assert printed_line(imprint) == "【待定】印发"


def test_its_places_in_the_text_form_are_found() -> None:
    text = (
        "<document>\n<head><mark><organ>甲</organ></mark>\n"
        '<number code="甲发" year="2021" seq="待定"/></head>\n<title>待定</title>\n'
        '<p>达到<figure target="a">【待定】</figure>，待定，\n'
        '<figure target="b">80%以上</figure>。</p>\n'
        "<signature><organ>待定</organ>\n<date>待定</date></signature>\n"
        '<imprint>\n<printed by="待定" on="待定"/></imprint></document>'
    )

    found = [(place.line, place.key) for place in undecided_places(text)]

    assert parse(text)
    assert found == [(3, "<number>"), (5, "<figure>"), (8, "<date>"), (10, "<printed>")]


def test_a_document_with_everything_decided_has_no_such_place() -> None:
    for document in (LETTER, ORDER, MINUTES):
        assert list(undecided_places(dump(document))) == []


def test_a_date_is_still_a_date() -> None:
    assert chinese_date(date(2021, 3, 1)) == "2021年3月1日"
