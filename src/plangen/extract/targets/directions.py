"""The comparator of a value that has none in words: 达到80% is at least, 降至2% at most."""

from __future__ import annotations

import re

from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.record import Change, Kind
from plangen.extract.targets.words import QUOTA
from plangen.model.indicators import Indicator
from plangen.quantity.bounds import Comparator
from plangen.quantity.nouns import TIMES
from plangen.quantity.values import Unit

# What is better low, where no dictionary says so.
_LOW = re.compile(
    "漏损|失业(?!人员|保险|农民工)|死亡|事故|浓度|排放|消耗|能耗(?!建筑)|近视|发病|投诉|违法|超标|大班额|空置|流失率|人才流失|生源流失|辍学|用水量|污染天数|污染物"
    "|用药量|用肥量|时限|用时|办理时间|办理时长|成本|跑动|超时|肇事|发案|泄漏率|劣[ⅤV五]|失火"
)
_HIGH = re.compile(
    "(?:办结|整改|处置|合格|达标|满意|完成|治理|清理|查处|回复|处理|控制|救治|知晓|签订|覆盖|改善|修复)"
    "[^率度]{0,4}[率度]\\Z"
)
_REACHES = ("达到", "达")  # of what is better low too: 漏损率达到9%
_DOWNWARDS = ("控制在",)


def comparator_of(
    figure: Figure, name: str, before: str, change: Change | None, indicator: Indicator | None
) -> Comparator:
    """The comparator of a figure: its words', else the one that its direction gives."""
    bound = figure.bound
    if figure.explicit or figure.form in (Form.WHOLE, Form.ZERO, Form.COVERED):
        return bound.comparator
    if figure.form is Form.RANGE:
        length = bound.quantity.noun in TIMES and not figure.before
        return Comparator.EQUAL if length else bound.comparator
    if change:
        return Comparator.AT_LEAST
    if indicator:
        return _directed(figure, before, lower=indicator.better == "lower")
    if _has_words(figure) and figure.before not in _REACHES:
        return bound.comparator
    if before.endswith(_DOWNWARDS):
        return Comparator.AT_MOST
    return _directed(figure, before, lower=_is_better_low(name, figure))


def _is_better_low(name: str, figure: Figure) -> bool:
    timed = figure.bound.quantity.noun in TIMES and name.endswith("登记")
    return timed or (bool(_LOW.search(name)) and not _HIGH.search(name))


def of_kind(kind: Kind, comparator: Comparator) -> Comparator:
    """What only describes is what it is."""
    return Comparator.EQUAL if kind is Kind.BACKGROUND else comparator


def _has_words(figure: Figure) -> bool:
    return bool(figure.before) or figure.explicit


def _directed(figure: Figure, before: str, *, lower: bool) -> Comparator:
    quantity = figure.bound.quantity
    if quantity.unit is Unit.COUNT and QUOTA.search(before):
        return Comparator.EQUAL
    length = quantity.unit is Unit.MEASURE and quantity.noun in TIMES
    if length and before.endswith(("提前", "延长至", "延长到")):
        return Comparator.AT_LEAST
    if length and not lower and not _has_words(figure):
        return Comparator.EQUAL
    return Comparator.AT_MOST if lower else Comparator.AT_LEAST
