"""The order of values: exact, and refused where there is none."""

import pytest

from plangen.quantity.comparison import IncomparableError, compare
from plangen.quantity.grammar import parse_quantity

SAME = [
    ("80%", "百分之八十"),
    ("75%", "四分之三"),
    ("1:2000", "2:4000"),
    ("每半年1次", "每年2次"),
    ("每学期1次", "每年2次"),
    ("每学年2次", "每学期1次"),
    ("每季度1次", "每3个月1次"),
    ("每日1次", "每周7次"),
    ("每2年1次", "每4年2次"),
    ("每年2场", "每年2次"),
    ("7×24小时", "24小时"),
    ("12名", "12人"),
    ("12000名", "1.2万人"),
    ("0.5亿元", "5000万元"),
    ("5张/万人", "0.5张/千人"),
    ("30μg/m³", "30微克/立方米"),
    ("2年", "24个月"),
    ("30日", "30天"),
    ("3公里", "3000米"),
    ("90分钟", "1.5小时"),
    ("15亩", "1公顷"),
]
LESS = [
    ("79.999999999%", "80%"),
    ("66.666666666%", "三分之二"),
    ("4.5‰", "5‰"),
    ("1:4000", "1:3999"),
    ("每半年1次", "每季度1次"),
    ("每年2次", "每季度1次"),
    ("每月1次", "每周1次"),
    ("每2年1次", "每年1次"),
    ("5×8小时", "7×24小时"),
    ("5×8小时", "5×24小时"),
    ("5×24小时", "24小时"),
    ("1所", "2所"),
    ("499万元", "0.05亿元"),
    ("否", "是"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_values_that_say_the_same_compare_as_the_same(left: str, right: str) -> None:
    assert compare(parse_quantity(left), parse_quantity(right)) == 0


@pytest.mark.parametrize(("left", "right"), LESS)
def test_less_is_less_and_more_is_more(left: str, right: str) -> None:
    assert compare(parse_quantity(left), parse_quantity(right)) == -1
    assert compare(parse_quantity(right), parse_quantity(left)) == 1


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("80%", "4.5‰", "单位不同"),
        ("24小时", "8小时", "单位不同"),
        ("每年2次", "2次", "单位不同"),
        ("1所", "1个", "计量单位不同"),
        ("5张/万人", "5张", "单位不同"),
        ("30微克/立方米", "30毫克", "计量单位不同"),
        ("30日", "1个月", "计量单位不同"),
        ("7×8小时", "5×24小时", "一个天数多，一个时数多"),
    ],
)
def test_values_without_an_order_are_refused(left: str, right: str, reason: str) -> None:
    with pytest.raises(IncomparableError) as refused:
        compare(parse_quantity(left), parse_quantity(right))

    assert str(refused.value) == f"“{left}”和“{right}”无法比较：{reason}"
