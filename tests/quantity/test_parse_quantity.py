"""Whole strings read as values, with every spelling that documents use."""

from fractions import Fraction

import pytest

from plangen.quantity.grammar import parse_quantity, write_quantity
from plangen.quantity.periods import Period, PeriodUnit
from plangen.quantity.values import Quantity, Unit


def percent(amount: int | Fraction) -> Quantity:
    return Quantity(Unit.PERCENT, Fraction(amount))


def times(amount: int, unit: PeriodUnit, multiple: int = 1) -> Quantity:
    return Quantity(Unit.FREQUENCY, Fraction(amount), period=Period(unit, multiple))


def hours(amount: int, days: int | None = None) -> Quantity:
    return Quantity(Unit.HOURS, Fraction(amount), days=days)


def count(amount: int, noun: str) -> Quantity:
    return Quantity(Unit.COUNT, Fraction(amount), noun)


def measure(amount: int | Fraction, noun: str) -> Quantity:
    return Quantity(Unit.MEASURE, Fraction(amount), noun)


YEAR, HALF_YEAR = PeriodUnit.YEAR, PeriodUnit.HALF_YEAR
PERMILLE_4_5 = Quantity(Unit.PERMILLE, Fraction(9, 2))
ONE_TO_4000 = Quantity(Unit.RATIO, Fraction(1, 4000))

SPELLINGS = [
    ("80%", percent(80)),
    ("80％", percent(80)),
    ("８０％", percent(80)),
    ("80 %", percent(80)),
    ("80\u00a0%", percent(80)),
    ("８０\u3000％", percent(80)),
    (" 80%\n", percent(80)),
    ("百分之八十", percent(80)),
    ("百分之80", percent(80)),
    ("百分之八点五", percent(Fraction(17, 2))),
    ("120%", percent(120)),
    ("七成", percent(70)),
    ("八成五", percent(85)),
    ("八成半", percent(85)),
    ("四分之三", percent(75)),
    ("三分之二", percent(Fraction(200, 3))),
    ("全部", percent(100)),
    ("全覆盖", percent(100)),
    ("4.5‰", PERMILLE_4_5),
    ("千分之四点五", PERMILLE_4_5),
    ("1:4000", ONE_TO_4000),
    ("1：4000", ONE_TO_4000),
    ("1∶4000", ONE_TO_4000),
    ("1 : 4000", ONE_TO_4000),
    ("1比4000", ONE_TO_4000),
    ("1:0.4", Quantity(Unit.RATIO, Fraction(5, 2), antecedent=Fraction(1))),
    ("12/10万", Quantity(Unit.RATIO, Fraction(12, 100_000), antecedent=Fraction(12))),
    ("3/万", Quantity(Unit.RATIO, Fraction(3, 10_000), antecedent=Fraction(3))),
    ("0.58", Quantity(Unit.NUMBER, Fraction(58, 100))),
    ("90.0", Quantity(Unit.NUMBER, Fraction(90))),
    ("2:4000", Quantity(Unit.RATIO, Fraction(1, 2000), antecedent=Fraction(2))),
    ("每年2次", times(2, YEAR)),
    ("每年开展2次", times(2, YEAR)),
    ("每年 组织开展 2 次", times(2, YEAR)),
    ("每年度2次", times(2, YEAR)),
    ("一年两次", times(2, YEAR)),
    ("2次/年", times(2, YEAR)),
    ("每半年1次", times(1, HALF_YEAR)),
    ("半年一次", times(1, HALF_YEAR)),
    ("每季度1次", times(1, PeriodUnit.QUARTER)),
    ("每个季度一次", times(1, PeriodUnit.QUARTER)),
    ("每月1次", times(1, PeriodUnit.MONTH)),
    ("每半个月1次", times(1, PeriodUnit.HALF_MONTH)),
    ("每周", times(1, PeriodUnit.WEEK)),
    ("每星期3次", times(3, PeriodUnit.WEEK)),
    ("每日", times(1, PeriodUnit.DAY)),
    ("每学期1次", times(1, PeriodUnit.TERM)),
    ("每学期", times(1, PeriodUnit.TERM)),
    ("每学年2次", times(2, PeriodUnit.SCHOOL_YEAR)),
    ("每两年1次", times(1, YEAR, 2)),
    ("每2年1次", times(1, YEAR, 2)),
    ("每三个月一次", times(1, PeriodUnit.MONTH, 3)),
    ("每年2场", Quantity(Unit.FREQUENCY, Fraction(2), "场", Period(YEAR))),
    ("7×24小时", hours(24, 7)),
    ("7*24", hours(24, 7)),
    ("7*24小时", hours(24, 7)),
    ("7x24小时", hours(24, 7)),
    ("7 × 24 小时", hours(24, 7)),
    ("7天×24小时", hours(24, 7)),
    ("5天每天8小时", hours(8, 5)),
    ("24小时", hours(24)),
    ("全天24小时", hours(24)),
    ("全天候24小时", hours(24)),
    ("每天8小时", hours(8)),
    ("1所", count(1, "所")),
    ("1 个", count(1, "个")),
    ("12名", count(12, "名")),
    ("１２名", count(12, "名")),
    ("1,200名", count(1200, "名")),
    ("一万二千名", count(12_000, "名")),
    ("两个", count(2, "个")),
    ("3万人", count(3, "万人")),
    ("2次", count(2, "次")),
    ("500万元", measure(500, "万元")),
    ("五百万元", measure(500, "万元")),
    ("3.5亿元", measure(Fraction(7, 2), "亿元")),
    ("3千米", measure(3, "千米")),
    ("5张/万人", measure(5, "张/万人")),
    ("30微克/立方米", measure(30, "微克/立方米")),
    ("30微克／立方米", measure(30, "微克/立方米")),
    ("5吨/平方公里·月", measure(5, "吨/平方公里·月")),
    ("6.2亿斤", measure(Fraction(31, 5), "亿斤")),
    ("30日", measure(30, "日")),
    ("两年", measure(2, "年")),
    ("8小时", measure(8, "小时")),
    ("是", Quantity(Unit.BOOLEAN, Fraction(1))),
    ("否", Quantity(Unit.BOOLEAN, Fraction(0))),
    ("yes", Quantity(Unit.BOOLEAN, Fraction(1))),
    ("True", Quantity(Unit.BOOLEAN, Fraction(1))),
    ("no", Quantity(Unit.BOOLEAN, Fraction(0))),
    ("false", Quantity(Unit.BOOLEAN, Fraction(0))),
]


@pytest.mark.parametrize(("text", "quantity"), SPELLINGS)
def test_a_spelling_is_read(text: str, quantity: Quantity) -> None:
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize(
    ("text", "unit", "quantity"),
    [
        ("1", Unit.COUNT, count(1, "")),
        ("50", Unit.MEASURE, measure(50, "")),
        ("1/4000", Unit.RATIO, ONE_TO_4000),
        ("三分之二", Unit.RATIO, Quantity(Unit.RATIO, Fraction(2, 3))),
        ("24小时", Unit.MEASURE, measure(24, "小时")),
        ("8小时", Unit.HOURS, hours(8)),
        ("80%", Unit.PERCENT, percent(80)),
    ],
)
def test_the_unit_settles_what_words_leave_open(text: str, unit: Unit, quantity: Quantity) -> None:
    assert parse_quantity(text, unit) == quantity


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("百分之八十", "80%"),
        ("80.50%", "80.5%"),
        ("三分之二", "三分之二"),
        ("四分之三", "75%"),
        ("千分之四点五", "4.5‰"),
        ("1：4000", "1:4000"),
        ("2:4000", "2:4000"),
        ("1:0.4", "1:0.4"),
        ("每半年一次", "每半年1次"),
        ("每年2次", "每年2次"),
        ("每两年一次", "每2年1次"),
        ("每三个月一场", "每3个月1场"),
        ("每学期", "每学期1次"),
        ("一年两次", "每年2次"),
        ("7*24", "7×24小时"),
        ("24 小时", "24小时"),
        ("每日8小时", "每天8小时"),
        ("五百万元", "500万元"),
        ("两所", "2所"),
        ("yes", "是"),
    ],
)
def test_a_value_is_written_in_the_form_it_was_read(text: str, written: str) -> None:
    assert write_quantity(parse_quantity(text)) == written
