"""Values as they are built: what cannot be is refused, what is needed is derived."""

from fractions import Fraction

import pytest

from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_quantity, write_quantity
from plangen.quantity.periods import Period, PeriodUnit
from plangen.quantity.reading import read_period
from plangen.quantity.values import Quantity, Unit

PER_YEAR = [
    ("每年2次", Fraction(2)),
    ("每半年1次", Fraction(2)),
    ("每季度1次", Fraction(4)),
    ("每月1次", Fraction(12)),
    ("每半月1次", Fraction(24)),
    ("每周7次", Fraction(365)),
    ("每日1次", Fraction(365)),
    ("每学期1次", Fraction(2)),
    ("每学年1次", Fraction(1)),
    ("每2年1次", Fraction(1, 2)),
    ("每3个月2次", Fraction(8)),
]


@pytest.mark.parametrize(("text", "rate"), PER_YEAR)
def test_a_frequency_has_an_exact_yearly_rate(text: str, rate: Fraction) -> None:
    assert parse_quantity(text).per_year() == rate


def test_half_yearly_is_another_form_of_twice_a_year() -> None:
    half_yearly, twice = parse_quantity("每半年1次"), parse_quantity("每年2次")

    assert half_yearly != twice
    assert half_yearly.per_year() == twice.per_year()


def test_only_frequencies_have_a_yearly_rate() -> None:
    with pytest.raises(QuantityError) as refused:
        parse_quantity("80%").per_year()

    assert str(refused.value) == "只有频次（如“每年2次”）才能折算成每年的次数"


def test_a_ratio_from_data_has_the_lowest_terms() -> None:
    ratio = Quantity(Unit.RATIO, Fraction(2, 6))

    assert ratio.terms() == (Fraction(1), Fraction(3))
    assert write_quantity(ratio) == "1:3"


def test_only_ratios_have_terms() -> None:
    with pytest.raises(QuantityError) as refused:
        parse_quantity("80%").terms()

    assert str(refused.value) == "只有比（如“1:4000”）才有前项和后项"


def test_a_period_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(QuantityError) as refused:
        read_period("每世纪")

    assert str(refused.value) == ("“每世纪”不是周期：应写作“每年”“每半年”“每3个月”之类")


@pytest.mark.parametrize("amount", [80, 0.8])
def test_an_amount_is_a_fraction(amount: object) -> None:
    with pytest.raises(TypeError):
        Quantity(Unit.PERCENT, amount)  # type: ignore[arg-type]  # the mistake under test


LIMITS = "应不小于零，整数不超过15位，小数不超过9位"
YEARLY = Period(PeriodUnit.YEAR)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((Unit.PERCENT, Fraction(-1)), f"数值“-1”不能用：{LIMITS}"),
        ((Unit.PERCENT, Fraction(1, 10**9 + 7)), f"数值“1/1000000007”不能用：{LIMITS}"),
        ((Unit.PERMILLE, Fraction(1, 3)), f"数值“1/3”不能用：{LIMITS}"),
        ((Unit.COUNT, Fraction(10**15), "个"), f"数值“{10**15}”不能用：{LIMITS}"),
        ((Unit.RATIO, Fraction(0)), "比的两项都应大于零：0"),
        (
            (Unit.RATIO, Fraction(1, 3), "", None, None, Fraction(-1)),
            "比的两项应大于零，写得成有限的小数：-1",
        ),
        (
            (Unit.RATIO, Fraction(3), "", None, None, Fraction(1)),
            "比的两项应大于零，写得成有限的小数：1/3",
        ),
        ((Unit.FREQUENCY, Fraction(2)), "频次要写明周期，如“每年2次”"),
        ((Unit.FREQUENCY, Fraction(1, 2), "", YEARLY), "次数应为整数，不是“1/2”"),
        ((Unit.FREQUENCY, Fraction(2), "名", YEARLY), "频次应以次、场、期之类计，不以“名”计"),
        ((Unit.FREQUENCY, Fraction(2), "次", YEARLY), "频次应以次、场、期之类计，不以“次”计"),
        ((Unit.HOURS, Fraction(25)), "一天只有24小时，不能是“25”"),
        ((Unit.HOURS, Fraction(0)), "一天只有24小时，不能是“0”"),
        ((Unit.HOURS, Fraction(8), "", None, 0), "一周只有7天，不能是“0”"),
        ((Unit.COUNT, Fraction(3), "坨"), "不认识量词或计量单位“坨”"),
        ((Unit.COUNT, Fraction(3), "公里"), "“公里”是计量单位，不是量词"),
        ((Unit.MEASURE, Fraction(3), "所"), "“所”是量词，不是计量单位"),
        ((Unit.MEASURE, Fraction(3), "次/年"), "“次/年”是频次，不是量词"),
        ((Unit.BOOLEAN, Fraction(2)), "是否只有是（1）和否（0），没有“2”"),
        ((Unit.PERCENT, Fraction(80), "所"), "percent 不带 noun"),
        ((Unit.COUNT, Fraction(3), "个", YEARLY), "count 不带 period"),
    ],
)
def test_a_value_that_cannot_be_is_refused(arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(QuantityError) as refused:
        Quantity(*arguments)  # type: ignore[arg-type]  # arguments of several shapes

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("unit", "multiple", "message"),
    [
        (PeriodUnit.YEAR, 0, "周期“每0年”不合适：应为1至99"),
        (PeriodUnit.MONTH, 100, "周期“每100个月”不合适：应为1至99"),
        (PeriodUnit.HALF_YEAR, 2, "周期“每2个半年”请写成整月或整年"),
    ],
)
def test_a_period_that_cannot_be_is_refused(unit: PeriodUnit, multiple: int, message: str) -> None:
    with pytest.raises(QuantityError) as refused:
        Period(unit, multiple)

    assert str(refused.value) == message
