"""Whole strings read as values with a comparator, and written back in the same words."""

from fractions import Fraction

import pytest

from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_bound, parse_quantity, write_bound
from plangen.quantity.values import Quantity, Unit

AT_LEAST, AT_MOST, EQUAL, MORE_THAN, LESS_THAN = Comparator

BOUNDS = [
    ("80%", EQUAL, "80%", False),
    ("80%以上", AT_LEAST, "80%以上", True),
    ("80%及以上", AT_LEAST, "80%以上", True),
    ("80%（含）以上", AT_LEAST, "80%以上", True),
    ("百分之八十以上", AT_LEAST, "80%以上", True),
    ("达到80%", AT_LEAST, "达到80%", False),
    ("达80%", AT_LEAST, "达80%", False),
    ("达到80%以上", AT_LEAST, "达到80%以上", True),
    ("提高到80%", AT_LEAST, "提高到80%", False),
    ("不低于80%", AT_LEAST, "不低于80%", True),
    ("不得低于80%", AT_LEAST, "不得低于80%", True),
    ("≥80%", AT_LEAST, "≥80%", True),
    ("不低于80%以上", AT_LEAST, "不低于80%以上", True),
    ("至少达到80%", AT_LEAST, "至少80%", True),
    ("100%", AT_LEAST, "100%", False),
    ("100%以上", AT_LEAST, "100%以上", True),
    ("5%以下", AT_MOST, "5%以下", True),
    ("控制在5%以内", AT_MOST, "控制在5%以内", True),
    ("控制在5%", AT_MOST, "控制在5%", False),
    ("降至5%", AT_MOST, "降至5%", False),
    ("不超过5%", AT_MOST, "不超过5%", True),
    ("超过80%", MORE_THAN, "超过80%", True),
    ("高于80%", MORE_THAN, "高于80%", True),
    ("不足80%", LESS_THAN, "不足80%", True),
    ("不到80%", LESS_THAN, "不到80%", True),
    ("低于80%", LESS_THAN, "低于80%", True),
    ("三分之二以上", AT_LEAST, "三分之二以上", True),
    ("不少于1:4000", AT_LEAST, "不少于1:4000", True),
    ("每年2次", EQUAL, "每年2次", False),
    ("每年至少2次", AT_LEAST, "每年至少2次", True),
    ("至少每年2次", AT_LEAST, "每年至少2次", True),
    ("每年不少于2次", AT_LEAST, "每年不少于2次", True),
    ("每年至少开展2次", AT_LEAST, "每年至少2次", True),
    ("每年开展至少2次", AT_LEAST, "每年至少2次", True),
    ("每半年至少召开一次", AT_LEAST, "每半年至少1次", True),
    ("每月至少举办1次", AT_LEAST, "每月至少1次", True),
    ("每年2次以上", AT_LEAST, "每年2次以上", True),
    ("每年不超过2次", AT_MOST, "每年不超过2次", True),
    ("≥2次/年", AT_LEAST, "每年≥2次", True),
    ("7×24小时", AT_LEAST, "7×24小时", False),
    ("5×8小时", EQUAL, "5×8小时", False),
    ("不少于5×8小时", AT_LEAST, "不少于5×8小时", True),
    ("每天不少于8小时", AT_LEAST, "每天不少于8小时", True),
    ("24小时", AT_LEAST, "24小时", False),
    ("至少3个", AT_LEAST, "至少3个", True),
    ("至少组织3场", AT_LEAST, "至少3场", True),
    ("3个以上", AT_LEAST, "3个以上", True),
    ("少于3个", LESS_THAN, "少于3个", True),
    ("不超过30日", AT_MOST, "不超过30日", True),
    ("30日内", AT_MOST, "30日内", True),
    ("30日以内", AT_MOST, "30日以内", True),
    ("30微克/立方米以下", AT_MOST, "30微克/立方米以下", True),
    ("是", EQUAL, "是", False),
]


@pytest.mark.parametrize(("text", "comparator", "written", "explicit"), BOUNDS)
def test_a_bound_is_read_and_written_back(
    text: str, comparator: Comparator, written: str, explicit: bool
) -> None:
    bound = parse_bound(text)

    assert bound.comparator is comparator
    assert bound.explicit is explicit
    assert write_bound(bound) == written


@pytest.mark.parametrize(
    ("text", "unit"),
    [("24小时", Unit.HOURS), ("24小时内", Unit.MEASURE), ("每天24小时以内", Unit.HOURS)],
)
def test_24_hours_with_a_limit_is_a_length_of_time(text: str, unit: Unit) -> None:
    assert parse_bound(text).quantity.unit is unit


@pytest.mark.parametrize(
    ("comparator", "value", "written"),
    [
        (AT_LEAST, "80%", "80%以上"),
        (AT_MOST, "5%", "5%以下"),
        (EQUAL, "80%", "80%"),
        (MORE_THAN, "80%", "超过80%"),
        (LESS_THAN, "80%", "低于80%"),
        (AT_LEAST, "100%", "100%"),
        (EQUAL, "100%", "100%"),
        (AT_MOST, "100%", "100%以下"),
        (AT_LEAST, "1000‰", "1000‰"),
        (AT_LEAST, "1:4000", "不少于1:4000"),
        (AT_LEAST, "每年2次", "每年至少2次"),
        (AT_MOST, "每年2次", "每年不超过2次"),
        (LESS_THAN, "每年2次", "每年少于2次"),
        (AT_LEAST, "7×24小时", "7×24小时"),
        (AT_LEAST, "24小时", "24小时"),
        (AT_LEAST, "5×24小时", "不少于5×24小时"),
        (AT_LEAST, "每天8小时", "每天不少于8小时"),
        (AT_LEAST, "1所", "不少于1所"),
        (AT_MOST, "30微克/立方米", "不超过30微克/立方米"),
        (AT_LEAST, "是", "是"),
        (AT_MOST, "否", "否"),
    ],
)
def test_a_bound_from_data_gets_the_usual_words(
    comparator: Comparator, value: str, written: str
) -> None:
    assert write_bound(Bound(comparator, parse_quantity(value))) == written


def test_at_least_and_equal_are_one_where_nothing_lies_above() -> None:
    whole = parse_quantity("100%")

    assert Bound(EQUAL, whole) == Bound(AT_LEAST, whole)
    assert Bound(EQUAL, whole).comparator is AT_LEAST


def test_yes_and_no_are_always_equal() -> None:
    assert Bound(AT_LEAST, parse_quantity("是")).comparator is EQUAL


@pytest.mark.parametrize(
    ("comparator", "value", "before", "after", "message"),
    [
        (AT_LEAST, "否", "", "", "是和否没有高低，不能写“以上”“至少”之类"),
        (EQUAL, "是", "至少", "", "是和否没有高低，不能写“以上”“至少”之类"),
        (AT_MOST, "80%", "", "以上", "“以上”不表示 at_most"),
        (EQUAL, "80%", "不低于", "以上", "“不低于…以上”不表示 equal"),
        (AT_LEAST, "80%", "大约", "", "不认识数值前面的“大约”"),
        (AT_LEAST, "80%", "", "左右", "不认识数值后面的“左右”"),
        (AT_MOST, "80%", "", "内", "“内”只能跟在时间后面，如“30日内”；这里应写“以内”"),
        (
            MORE_THAN,
            "80%",
            "超过",
            "以上",
            "“超过”和“以上”互相矛盾：以上、以下、以内包含本数，超过、不足不含本数",
        ),
    ],
)
def test_words_and_comparator_must_agree(
    comparator: Comparator, value: str, before: str, after: str, message: str
) -> None:
    with pytest.raises(QuantityError) as refused:
        Bound(comparator, parse_quantity(value), before, after)

    assert str(refused.value) == message


def test_a_percentage_above_the_whole_is_the_models_affair() -> None:
    assert Bound(AT_LEAST, Quantity(Unit.PERCENT, Fraction(120))).after == "以上"
