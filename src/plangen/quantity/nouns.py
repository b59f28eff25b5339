"""Measure words (量词) and units of measurement (计量单位) that follow a number.

The lists are closed: a word that is not here is no noun of a value, so that text left over after
a number is noticed instead of being taken for a unit.
"""

from __future__ import annotations

import re
from fractions import Fraction

PEOPLE = frozenset("名人位")
# What a frequency counts: 每年2次, 每季度1场. 次 is the plain one.
EVENTS = frozenset("次场期轮回遍批") | {"场次", "轮次", "批次"}
# Of one character each, and of more.
_COUNTED = (
    "个所家处项条件张支只台套座间栋幢户份本册部门类种组队例起宗艘辆架株棵片块站室村区县市省乡"
    "镇篇床届头匹根盏桶箱车节课堂班校层孔眼盒瓶枚面盘幅首席道口单笔对路具卷羽趟尾顶床双把群"
)
_COUNTED_LONG = ("台套", "部门", "社区", "乡镇", "街道", "张床", "张床位", "床位")
_COUNTED_TIMES = ("人次", "车次", "件次", "例次", "户次", "架次", "班次", "辆次")
COUNTED = PEOPLE | EVENTS | frozenset(_COUNTED) | {*_COUNTED_LONG, *_COUNTED_TIMES}
_SPANS = ("个月", "个季度", "个学期", "个学年", "个星期", "个工作日", "个小时")
TIMES = frozenset("年周天日秒") | {*_SPANS, "工作日", "小时", "分钟"}
_MEASURED = "元吨克米亩升度分岁倍斤字"
_WEIGHTS = ("公斤", "千克", "毫克", "微克", "吨标准煤", "kg")
_LENGTHS = ("公里", "千米", "厘米", "毫米", "km")
_AREAS = ("平方公里", "平方千米", "平方米", "公顷", "m²")
_VOLUMES = ("立方米", "毫升", "m³")
_OTHERS = (
    "标箱",
    "千伏安",
    "Mbps",
    "美元",
    "欧元",
    "千瓦",
    "千瓦时",
    "千瓦小时",
    "兆瓦",
    "吉焦",
    "分贝",
    "课时",
    "学时",
    "摄氏度",
    "℃",
)
_CONCENTRATIONS = ("μg/m³", "mg/L")
MEASURED = (
    TIMES
    | frozenset(_MEASURED)
    | {*_WEIGHTS, *_LENGTHS, *_AREAS, *_VOLUMES, *_OTHERS, *_CONCENTRATIONS}
)

# 元 and 万元 differ by a factor; so do 公里 and 米. What is not here compares with itself only.
_EXACT = {
    "位": (Fraction(1), "人"),
    "名": (Fraction(1), "人"),
    "天": (Fraction(1), "日"),
    "工作日": (Fraction(1), "个工作日"),
    "周": (Fraction(7), "日"),
    "个星期": (Fraction(7), "日"),
    "年": (Fraction(12), "个月"),
    "个季度": (Fraction(3), "个月"),
    "秒": (Fraction(1, 3600), "小时"),
    "分钟": (Fraction(1, 60), "小时"),
    "个小时": (Fraction(1), "小时"),
    "公里": (Fraction(1000), "米"),
    "千米": (Fraction(1000), "米"),
    "km": (Fraction(1000), "米"),
    "厘米": (Fraction(1, 100), "米"),
    "毫米": (Fraction(1, 1000), "米"),
    "吨": (Fraction(1000), "千克"),
    "公斤": (Fraction(1), "千克"),
    "斤": (Fraction(1, 2), "千克"),
    "kg": (Fraction(1), "千克"),
    "克": (Fraction(1, 1000), "千克"),
    "毫克": (Fraction(1, 10**6), "千克"),
    "微克": (Fraction(1, 10**9), "千克"),
    "m²": (Fraction(1), "平方米"),
    "平方公里": (Fraction(10**6), "平方米"),
    "平方千米": (Fraction(10**6), "平方米"),
    "公顷": (Fraction(10**4), "平方米"),
    "亩": (Fraction(2000, 3), "平方米"),
    "m³": (Fraction(1), "立方米"),
    "升": (Fraction(1, 1000), "立方米"),
    "毫升": (Fraction(1, 10**6), "立方米"),
    "千瓦小时": (Fraction(1), "千瓦时"),
    "兆瓦": (Fraction(1000), "千瓦"),
    "μg/m³": (Fraction(1, 10**9), "千克/立方米"),
    "mg/L": (Fraction(1, 1000), "千克/立方米"),
}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

# One class for the short ones: these patterns stand in many others and are compiled at start.
_SHORT = "".join(sorted(noun for noun in COUNTED | MEASURED if len(noun) == 1))
_LONG = sorted((noun for noun in COUNTED | MEASURED if len(noun) > 1), key=len, reverse=True)
_BASE = f"(?:{'|'.join(_LONG)}|[{_SHORT}])"
_SCALE = "[十百千]?[万亿]|万亿|[百千]"
_HEAD = rf"(?:{_SCALE})?{_BASE}"
NOUN = rf"{_HEAD}(?:/{_HEAD}(?:·(?:{_HEAD}|月))?)?+"  # 吨/平方公里·月 too

_NOUN = re.compile(NOUN)
# 千米 is a unit of its own, 千名 a thousand.
_SCALED = re.compile(rf"(?!{_BASE}(?:/|$))(?P<scale>{_SCALE})(?P<base>.+)")


def is_noun(text: str) -> bool:
    """Whether a text is a measure word or a unit of measurement, scaled (万元) or not."""
    return _NOUN.fullmatch(text) is not None


def is_measure(noun: str) -> bool:
    """Whether a noun measures (公里, 万元, 张/万人) instead of counting things."""
    return "/" in noun or base_of(noun) in MEASURED


def base_of(noun: str) -> str:
    """The noun without its scale: 元 of 万元."""
    scaled = _SCALED.fullmatch(noun)
    return scaled["base"] if scaled else noun


def factor_of(noun: str) -> tuple[Fraction, str]:
    """A noun as a factor and the noun that values of its kind compare by: 万元 is 10000 × 元."""
    head, slash, below = noun.partition("/")
    if slash and noun not in _EXACT:
        above, head = factor_of(head)
        under, below = factor_of(below)
        return above / under, f"{head}/{below}"
    factor = Fraction(1)
    scaled = _SCALED.fullmatch(noun)
    if scaled:
        noun = scaled["base"]
        for power in scaled["scale"]:
            factor *= _POWERS[power]
    exact, noun = _EXACT.get(noun, (Fraction(1), noun))
    return factor * exact, noun
