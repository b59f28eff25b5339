"""Chinese numerals, both ways."""

from fractions import Fraction

import pytest

from plangen.quantity.amounts import read_amount, write_decimal
from plangen.quantity.errors import QuantityError
from plangen.quantity.numerals import chinese_integer, chinese_year, read_integer, read_year

INTEGERS = [
    (0, "零"),
    (1, "一"),
    (10, "十"),
    (11, "十一"),
    (20, "二十"),
    (99, "九十九"),
    (100, "一百"),
    (105, "一百零五"),
    (110, "一百一十"),
    (1000, "一千"),
    (1005, "一千零五"),
    (1050, "一千零五十"),
    (10_000, "一万"),
    (10_010, "一万零一十"),
    (12_000, "一万二千"),
    (100_000, "十万"),
    (110_000, "十一万"),
    (1_005_000, "一百万五千"),
    (1_000_500, "一百万零五百"),
    (10**8, "一亿"),
    (10**8 + 5000, "一亿零五千"),
    (1_234_567_890, "十二亿三千四百五十六万七千八百九十"),
]


@pytest.mark.parametrize(("number", "words"), INTEGERS)
def test_an_integer_is_written_and_read(number: int, words: str) -> None:
    assert chinese_integer(number) == words
    assert read_integer(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("〇", 0),
        ("两", 2),
        ("两百", 200),
        ("两万两千", 22_000),
        ("一百〇五", 105),
        ("一十二", 12),
    ],
)
def test_other_spellings_are_read(words: str, number: int) -> None:
    assert read_integer(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "",
        "三四",
        "一二三",
        "一百五",
        "一万二",
        "十百",
        "十两",
        "百",
        "零五",
        "一零五",
        "十几",
        "万",
        "一亿亿",
    ],
)
def test_what_is_no_exact_number_is_refused(words: str) -> None:
    with pytest.raises(QuantityError):
        read_integer(words)


def test_the_refusal_of_a_numeral_names_it() -> None:
    with pytest.raises(QuantityError) as refused:
        read_integer("三四十")

    assert str(refused.value) == (
        "“三四十”不是规范的汉字数字：应写作“八十”“一百零五”“一万二千”之类"
    )


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_out_of_reach_are_not_written(number: int) -> None:
    with pytest.raises(QuantityError) as refused:
        chinese_integer(number)

    assert str(refused.value) == (
        f"“{number}”写不成汉字数字：应为零至九千九百九十九亿九千九百九十九万九千九百九十九"
    )


def test_a_year_is_written_digit_by_digit() -> None:
    assert chinese_year(2021) == "二〇二一"


@pytest.mark.parametrize("words", ["二〇二一", "二零二一"])
def test_a_year_is_read_digit_by_digit(words: str) -> None:
    assert read_year(words) == 2021


@pytest.mark.parametrize("words", ["二〇二", "二千零二十一", "〇二二一", "2021", "二〇二〇一"])
def test_what_is_no_year_is_refused(words: str) -> None:
    with pytest.raises(QuantityError) as refused:
        read_year(words)

    assert str(refused.value) == f"“{words}”不是年份：应写作“二〇二一”之类"


@pytest.mark.parametrize("year", [999, 10_000])
def test_a_year_has_four_digits(year: int) -> None:
    with pytest.raises(QuantityError) as refused:
        chinese_year(year)

    assert str(refused.value) == f"年份“{year}”不是四位数"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("80", Fraction(80)),
        ("007", Fraction(7)),
        ("4.5", Fraction(9, 2)),
        ("1,200", Fraction(1200)),
        ("12\u2009500.5", Fraction(25001, 2)),
        ("八点五", Fraction(17, 2)),
        ("零点〇五", Fraction(1, 20)),
        ("一万二千", Fraction(12_000)),
    ],
)
def test_an_amount_is_exact(text: str, amount: Fraction) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["", "1.", ".5", "1e3", "½", "1" * 16, "0." + "1" * 10, "-1"])
def test_what_is_no_exact_amount_is_refused(text: str) -> None:
    with pytest.raises(QuantityError) as refused:
        read_amount(text)

    assert str(refused.value) == (
        f"“{text}”不是确切的数，或者位数太多：整数不超过15位，小数不超过9位"
    )


@pytest.mark.parametrize(
    ("amount", "text"),
    [(Fraction(0), "0"), (Fraction(80), "80"), (Fraction(9, 2), "4.5"), (Fraction(1, 20), "0.05")],
)
def test_an_amount_is_written_in_digits(amount: Fraction, text: str) -> None:
    assert write_decimal(amount) == text


@pytest.mark.parametrize("amount", [Fraction(1, 3), Fraction(-1), Fraction(10**15)])
def test_an_amount_without_a_short_decimal_is_not_written(amount: Fraction) -> None:
    with pytest.raises(QuantityError) as refused:
        write_decimal(amount)

    assert str(refused.value) == f"“{amount}”写不成位数有限的小数"
