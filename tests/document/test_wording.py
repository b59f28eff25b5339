"""Fixed wordings: dates, lists of organs, labels."""

from datetime import date

import pytest

from plangen.document.elements import Document, Imprint
from plangen.document.wording import (
    annex_label,
    chinese_date,
    copies_line,
    copy_number,
    note_line,
    printed_line,
    recipients_line,
)

GROUPS = (("各管区", "村（居）"), ("各部门",))


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2020, 9, 6), "2020年9月6日"), (date(2021, 12, 31), "2021年12月31日")],
)
def test_dates_have_no_leading_zeros(day: date, written: str) -> None:
    assert chinese_date(day) == written


def test_groups_are_parted_by_commas_and_organs_by_enumeration_commas() -> None:
    assert recipients_line(Document("通知", recipients=GROUPS)) == "各管区、村（居），各部门："
    assert copies_line(GROUPS) == "各管区、村（居），各部门。"


def test_no_recipients_give_no_line() -> None:
    assert recipients_line(Document("通知")) == ""


def test_the_day_of_printing_is_said_where_it_is_known() -> None:
    assert printed_line(Imprint(printed_on=date(2020, 9, 7))) == "2020年9月7日印发"
    assert printed_line(Imprint("办公室")) == ""


def test_annexes_are_numbered_where_there_are_several() -> None:
    assert [annex_label(1, 1), annex_label(1, 2), annex_label(2, 2)] == ["附件", "附件1", "附件2"]


def test_a_copy_number_has_six_digits() -> None:
    assert copy_number("12") == "000012"
    assert copy_number("123456") == "123456"


def test_a_note_stands_in_round_brackets() -> None:
    assert note_line("此件公开发布") == "（此件公开发布）"
