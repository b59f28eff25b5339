"""Changes: a value that is the distance from a base (比上年下降18%), and what the base is."""

from __future__ import annotations

import re

from plangen.extract.targets.record import Change
from plangen.quantity.bounds import COMPARING_BEFORE

_RISE = "提高|(?<!改造)提升|增长|增加|上升|递增|增幅|增速|上涨|增产|增收"
_FALL = "下降|降低|减少|压减|精简|压缩|缩减|缩短|削减|下降率|降幅|压降"
_BASE = (
    "(?:(?:(?<!占)比(?!例|重)|较)(?P<base>[^，。；比较]{1,14}?)(?:的?基础上|水平)?"
    "|(?:在|与|同)(?P<above>[^，。；比较]{1,14}?)(?:的?基础上|相比))[，,]?"
)
_ADVERBS = (
    "(?:再|均|都|分别|累计|年均|每年|同比|平均|各|共|总体|进一步|力争|确保|实现|至少|应|要)*+"
)
_CHANGE = re.compile(
    rf"(?:{_BASE})?(?P<adverbs>{_ADVERBS})(?:(?P<up>{_RISE})|(?P<down>{_FALL}))"
    r"(?:了|幅度?)?(?:达到?|为|不低于|不少于|超过)?\Z"
)
_FROM = re.compile("(?:由|从)(?P<base>[^，。；]{0,16})\\Z")
_TO = re.compile(
    "(?:的)?(?:逐步|进一步)?(?:提高|提升|增加|增长|降低|下降|减少|压缩|缩短|压减|精简|调整|升|降)(?:到|至|为)"
)
_ABOVE = re.compile("(?:高于|低于|快于|慢于)[^，。；]{1,12}\\Z")  # 高于经济增速1个百分点
_RATES = ("增幅", "降幅", "增速")
_WINDOW = 40  # characters before a value in which its change is said


def change_of(before: str, reaches: str) -> tuple[Change | None, str]:
    """The direction and the base that the words before a value say; None where it is a level.

    ``reaches`` are the words of the figure itself: 提高到85% is a level, whatever it rose from.
    """
    if reaches.endswith(("到", "至", "在")):
        return None, ""
    found = _CHANGE.search(before[-_WINDOW:])
    if found is None or _ABOVE.search(before[-_WINDOW:]) or _is_level(found, reaches):
        return None, ""
    base = found["base"] or found["above"] or ("同比" if "同比" in found["adverbs"] else "")
    return (Change.UP if found["up"] else Change.DOWN), base


def _is_level(found: re.Match[str], reaches: str) -> bool:
    """Whether a rate of change is limited like any other level: 增幅不超过5%."""
    return (found["up"] or found["down"]) in _RATES and reaches in COMPARING_BEFORE


def without_change(before: str) -> str:
    """The text before a value without the words of its change and its base."""
    window = before[-_WINDOW:]
    found = _CHANGE.search(window) or _FROM.search(window)
    return before[: len(before) - len(window) + found.start()] if found else before


def is_base(before: str, after: str) -> bool:
    """Whether a value is where a change starts (由72%提高到85%), not what is to be reached."""
    return bool(_FROM.search(before[-_WINDOW:])) and bool(_TO.match(after))


def is_passage(before: str) -> bool:
    """Whether two values are the way from one to the other (从20%到50%), not a range."""
    return before.endswith(("从", "由"))
