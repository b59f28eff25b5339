"""待定: one value of its own, as data write it and as documents show it."""

from datetime import date

from plangen.quantity.undecided import UNDECIDED, Undecided, decided, shown


def test_data_and_the_text_form_write_the_word() -> None:
    assert str(UNDECIDED) == UNDECIDED.isoformat() == "待定"


def test_a_document_shows_it_in_brackets_and_other_values_as_they_are() -> None:
    assert shown(UNDECIDED) == "【待定】"
    assert [shown(336), shown("待定")] == ["336", "待定"]


def test_a_value_is_decided_unless_it_is_that_one() -> None:
    day = date(2021, 3, 11)

    assert decided(day) is day
    assert decided(UNDECIDED) is None


def test_there_is_one() -> None:
    assert list(Undecided) == [UNDECIDED]
    assert Undecided("待定") is UNDECIDED
