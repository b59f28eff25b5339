"""版记: its rows and their heights."""

import pytest

from plangen.document.elements import Imprint
from plangen.sheet.imprint import ImprintParagraph, ImprintRow, imprint_rows
from tests.document.samples import DAY

COPIES = (("区城管局",), ("区教育局", "区卫健局"))
COPIED = ImprintParagraph("抄送：", "区城管局，区教育局、区卫健局。")
ADDRESSED = ImprintParagraph("主送：", "各街道。")
PRINTED = ImprintParagraph("", "街道党政办", "2021年3月8日印发")


def test_copies_stand_above_the_printer() -> None:
    rows = imprint_rows(Imprint("街道党政办", DAY, COPIES))

    assert rows == (ImprintRow((COPIED,), 1), ImprintRow((PRINTED,), 1))


def test_recipients_stand_above_copies_without_a_rule_between() -> None:
    rows = imprint_rows(Imprint("街道党政办", DAY, COPIES, (("各街道",),)))

    assert rows == (ImprintRow((ADDRESSED, COPIED), 2), ImprintRow((PRINTED,), 1))


def test_the_printer_alone_is_one_row() -> None:
    assert imprint_rows(Imprint("街道党政办", DAY)) == (ImprintRow((PRINTED,), 1),)


def test_the_day_of_printing_may_stand_alone() -> None:
    (row,) = imprint_rows(Imprint(printed_on=DAY))

    assert row.paragraphs == (ImprintParagraph("", "", "2021年3月8日印发"),)


def test_an_empty_imprint_has_no_rows() -> None:
    assert imprint_rows(Imprint()) == ()


@pytest.mark.parametrize(("characters", "lines"), [(1, 1), (24, 1), (25, 2), (49, 2), (50, 3)])
def test_a_line_below_its_label_holds_25_characters(characters: int, lines: int) -> None:
    (row,) = imprint_rows(Imprint(copies_to=(("局" * characters,),)))

    assert row.lines == lines
    assert row.height == pytest.approx(lines * 25 * 25.4 / 72)


def test_a_printer_that_leaves_no_room_for_the_day_takes_two_lines() -> None:
    (row,) = imprint_rows(Imprint("局" * 25, DAY))

    assert row.lines == 2
