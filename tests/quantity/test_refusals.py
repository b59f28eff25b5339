"""What whole strings are refused with, word for word."""

import pytest

from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_bound, parse_quantity
from plangen.quantity.values import Unit

FORMS = "应写作“80%”“4.5‰”“1:4000”“每年2次”“7×24小时”“1所”之类"
CHANGE = "是增减的幅度，不是数值：应写要达到的数值，如“80%”"
RANGE = "是一个范围，不是一个数值：应写其中一端，如“60%以上”"
ESTIMATE = "是约数，无法核对：应写确切的数值，如“100人”"
NUMERALS = "不是规范的汉字数字：应写作“八十”“一百零五”“一万二千”之类"

REFUSED = [
    ("", f"数值是空的：{FORMS}"),
    (" \n", f"数值是空的：{FORMS}"),
    ("80percent", f"读不懂数值“80percent”：{FORMS}"),
    ("很多", f"读不懂数值“很多”：{FORMS}"),
    ("不少于", f"读不懂数值“不少于”：{FORMS}"),
    ("3坨", f"读不懂数值“3坨”：{FORMS}"),
    ("-3%", f"读不懂数值“-3%”：{FORMS}"),
    ("80%以上的村", f"数值“80%以上的村”多出“的村”：{FORMS}"),
    ("每年2次培训", f"数值“每年2次培训”多出“培训”：{FORMS}"),
    ("1" * 101, f"“{'1' * 30}……”太长，不是一个数值：{FORMS}"),
    ("80", "“80”没有写单位：应写作“80%”“4.5‰”“1:4000”“每年2次”“1所”之类"),
    ("5个百分点", f"“5个百分点”{CHANGE}"),
    ("提高5个百分点", f"“提高5个百分点”{CHANGE}"),
    ("60%～80%", f"“60%～80%”{RANGE}"),
    ("60-80%", f"“60-80%”{RANGE}"),
    ("3至5个", f"“3至5个”{RANGE}"),
    ("从20%到50%", f"“从20%到50%”{RANGE}"),
    ("约100人", f"“约100人”{ESTIMATE}"),
    ("近50家", f"“近50家”{ESTIMATE}"),
    ("50余家", f"“50余家”{ESTIMATE}"),
    ("80%左右", f"“80%左右”{ESTIMATE}"),
    ("三四个", f"“三四”{NUMERALS}"),
    ("一百五名", f"“一百五”{NUMERALS}"),
    ("零分之一", "“零分之一”的分母是零"),
    ("1:0", "比“1:0”的两项都应大于零"),
    ("0:4000", "比“0:4000”的两项都应大于零"),
    ("1/4000", "“1/4000”像日期或编号：比应写作“1:4000”"),
    ("每年10名", "频次应以次、场、期之类计，如“每年2次”，不以“名”计"),
    ("每年80%", "“每年”后面应写次数，如“每年2次”"),
    ("每年1.5次", "次数应为整数，不是“3/2”"),
    ("每0年1次", "周期“每0年”不合适：应为1至99"),
    ("3×30小时", "一天只有24小时，不能是“30”"),
    ("8×24小时", "一周只有7天，不能是“8”"),
    ("2×3", "“2×3”不是服务时间：应写作“7×24小时”之类"),
    ("每年24小时", "“每年24小时”不是服务时间：应写作“24小时”“每天8小时”“7×24小时”之类"),
    (
        "1234567890123456个",
        "“1234567890123456”不是确切的数，或者位数太多：整数不超过15位，小数不超过9位",
    ),
    (
        "超过80%以上",
        "“超过”和“以上”互相矛盾：以上、以下、以内包含本数，超过、不足不含本数",
    ),
    ("至少每年不少于2次", "“至少每年不少于2次”里的比较词不止一个"),
    ("80%内", "“内”只能跟在时间后面，如“30日内”；这里应写“以内”"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_refusal_says_what_was_found_and_what_is_expected(text: str, message: str) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_bound(text)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "words"), [("80%以上", "以上"), ("不低于80%", "不低于"), ("达到80%", "达到")]
)
def test_a_bare_value_has_no_comparator(text: str, words: str) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_quantity(text)

    assert str(refused.value) == f"“{text}”里有“{words}”：这里只写数值本身"


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        (Unit.PERCENT, "4.5‰", "百分比，应写作“80%”"),
        (Unit.PERMILLE, "80%", "千分比，应写作“4.5‰”"),
        (Unit.RATIO, "80%", "比，应写作“1:4000”"),
        (Unit.FREQUENCY, "2次", "频次，应写作“每年2次”"),
        (Unit.HOURS, "80%", "服务时间，应写作“7×24小时”"),
        (Unit.COUNT, "30微克/立方米", "个数，应写作“1所”"),
        (Unit.MEASURE, "1所", "计量，应写作“30微克/立方米”"),
        (Unit.BOOLEAN, "1所", "是否，应写作“是”或“否”"),
    ],
)
def test_a_value_of_another_unit_is_refused(unit: Unit, text: str, expected: str) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_quantity(text, unit)

    assert str(refused.value) == f"“{text}”的单位不对：这里要写{expected}"


@pytest.mark.parametrize("unit", [Unit.PERCENT, Unit.RATIO, Unit.FREQUENCY, Unit.BOOLEAN])
def test_a_number_alone_is_no_value_of_these_units(unit: Unit) -> None:
    with pytest.raises(QuantityError):
        parse_quantity("80", unit)
