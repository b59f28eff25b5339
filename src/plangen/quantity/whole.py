"""Reading a whole string as one value: strict, anything left over is an error that names it."""

from __future__ import annotations

import re
from fractions import Fraction

from plangen.errors import Message
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.errors import QuantityError, shown
from plangen.quantity.patterns import (
    ESTIMATE_AFTER,
    ESTIMATE_BEFORE,
    HEAD,
    RANGE,
    TAIL,
    VALUE,
)
from plangen.quantity.reading import Parts, bound_of
from plangen.quantity.script import plain
from plangen.quantity.values import Quantity, Unit

LONGEST_TEXT = 100  # characters; a value is a few words
FORMS = Message("“80%”“4.5‰”“1:4000”“每年2次”“7×24小时”“1所”之类")
UNIT_FORMS = {
    Unit.PERCENT: Message("百分比，应写作“80%”"),
    Unit.PERMILLE: Message("千分比，应写作“4.5‰”"),
    Unit.RATIO: Message("比，应写作“1:4000”"),
    Unit.FREQUENCY: Message("频次，应写作“每年2次”"),
    Unit.HOURS: Message("服务时间，应写作“7×24小时”"),
    Unit.COUNT: Message("个数，应写作“1所”"),
    Unit.MEASURE: Message("计量，应写作“30微克/立方米”"),
    Unit.NUMBER: Message("指数、系数之类的数，应写作“0.6”“90.0”"),
    Unit.BOOLEAN: Message("是否，应写作“是”或“否”"),
}
_WHOLE = frozenset(["全部", "全覆盖", "实现全覆盖", "全面覆盖"])
_YES = frozenset(["是", "yes", "true"])
_NO = frozenset(["否", "no", "false"])


def read_bound(text: str, unit: Unit | None) -> Bound:
    """The bound that a whole string says, in ``unit`` where one is asked for.

    Raises QuantityError that names the text, or what is left over of it.
    """
    source = text.strip()
    if not source:
        raise QuantityError("数值是空的：应写作{forms}", forms=FORMS)
    if len(source) > LONGEST_TEXT:
        raise QuantityError(
            "“{text}”太长，不是一个数值：应写作{forms}", text=shown(source), forms=FORMS
        )
    bound = _word(source, unit) or _spelled(source, unit)
    if unit is not None and bound.quantity.unit is not unit:
        raise QuantityError(
            "“{text}”的单位不对：这里要写{expected}",
            text=shown(source),
            expected=UNIT_FORMS[unit],
        )
    return bound


def read_quantity(text: str, unit: Unit | None) -> Quantity:
    """The value that a whole string says; words that compare are refused, not dropped."""
    bound = read_bound(text, unit)
    for words in (bound.before, bound.after):
        if words:
            raise QuantityError(
                "“{text}”里有“{words}”：这里只写数值本身", text=shown(text), words=words
            )
    return bound.quantity


def _word(source: str, unit: Unit | None) -> Bound | None:
    """是 and 否, 全部 and 全覆盖: values without a number."""
    word = source.lower()
    if word in _YES or word in _NO:
        return Bound(Comparator.EQUAL, Quantity(Unit.BOOLEAN, Fraction(word in _YES)))
    if word in _WHOLE and unit in (None, Unit.PERCENT):
        return Bound(Comparator.AT_LEAST, Quantity(Unit.PERCENT, Fraction(100)))
    return None


def _spelled(source: str, unit: Unit | None) -> Bound:
    text = plain(source)
    head = HEAD.match(text)
    if head is None:
        raise _unreadable(source)
    value = VALUE.match(text, head.end())
    if value is None and not head["period"]:
        raise _refusal(source, text)
    tail = TAIL.match(text, value.end() if value else head.end())
    end = tail.end() if tail else 0
    if tail is None or text[end:].strip():
        raise _refusal(source, text, end)
    comparing = [head[name] for name in ("first", "second", "third") if head[name]]
    if len(comparing) > 1:
        raise QuantityError("“{text}”里的比较词不止一个", text=shown(source))
    before = comparing[0] if comparing else head["pointing"] or ""
    return bound_of(
        Parts(value, before, tail["after"] or "", head["period"] or "", bool(head["all_day"])), unit
    )


def _refusal(source: str, text: str, end: int = 0) -> QuantityError:
    """Why a text is no value; ``end`` is where the part that could be read ends."""
    if "百分点" in text:
        return QuantityError(
            "“{text}”是增减的幅度，不是数值：应写要达到的数值，如“80%”", text=shown(source)
        )
    if re.search(RANGE, text):
        return QuantityError(
            "“{text}”是一个范围，不是一个数值：应写其中一端，如“60%以上”", text=shown(source)
        )
    if text.startswith(ESTIMATE_BEFORE) or ESTIMATE_AFTER.match(text, end):
        return QuantityError(
            "“{text}”是约数，无法核对：应写确切的数值，如“100人”", text=shown(source)
        )
    number_only = not text[:end].strip() or text[:end].strip()[-1:].isnumeric()
    if number_only:
        return _unreadable(source)
    return QuantityError(
        "数值“{text}”多出“{rest}”：应写作{forms}",
        text=shown(source),
        rest=shown(source[end:]),
        forms=FORMS,
    )


def _unreadable(source: str) -> QuantityError:
    return QuantityError("读不懂数值“{text}”：应写作{forms}", text=shown(source), forms=FORMS)
