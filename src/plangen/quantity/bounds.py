"""Bounds (界限): a value with its comparator, and the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plangen.quantity.errors import QuantityError
from plangen.quantity.nouns import TIMES
from plangen.quantity.values import Quantity, Unit


class Comparator(StrEnum):
    """How a figure stands to its value. 以上, 以下, 以内 include it (民法典 art. 1259)."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUAL = "equal"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


# Words that compare alone and, denied by one of ``DENIALS``, the other way.
BELOW = ["低于", "少于", "小于", "短于"]
ABOVE = ["超过", "高于", "多于", "大于", "长于"]
_RISES = ["提高", "提升", "增加", "增长", "增", "升", "上升", "扩大"]
_FALLS = ["降", "降低", "下降", "减少", "减", "压减", "压缩", "缩短", "缩减", "精简"]
DENIALS = ["不", "不得", "不应", "不能", "不可", "不宜", "不准", "不允许"]

# Words before a value that compare.
COMPARING_BEFORE: dict[str, Comparator] = {
    **dict.fromkeys(["至少", "最少", "起码", "≥", ">=", "≧"], Comparator.AT_LEAST),
    **dict.fromkeys([no + word for no in DENIALS for word in BELOW], Comparator.AT_LEAST),
    **dict.fromkeys(["至多", "最多", "≤", "<=", "≦"], Comparator.AT_MOST),
    **dict.fromkeys([no + word for no in DENIALS for word in (*ABOVE, "突破")], Comparator.AT_MOST),
    **dict.fromkeys([*ABOVE, "突破", ">"], Comparator.MORE_THAN),
    **dict.fromkeys([*BELOW, "不足", "不到", "不满", "未满", "<"], Comparator.LESS_THAN),
    **dict.fromkeys(["等于", "="], Comparator.EQUAL),
}
# Verbs before a value that name no comparator and yet show the way it points.
POINTING_BEFORE: dict[str, Comparator] = {
    **dict.fromkeys(["达到", "达"], Comparator.AT_LEAST),
    **{rise + to: Comparator.AT_LEAST for rise in _RISES for to in ("到", "至")},
    "控制在": Comparator.AT_MOST,
    **{fall + to: Comparator.AT_MOST for fall in _FALLS for to in ("到", "至")},
}
COMPARING_AFTER: dict[str, Comparator] = {
    "以上": Comparator.AT_LEAST,
    **dict.fromkeys(["以下", "以内", "之内", "内"], Comparator.AT_MOST),
}
# The words a bound gets that comes from data: (before, after), by unit where custom differs.
_SHARES = (Unit.PERCENT, Unit.PERMILLE)
_OWN_WORDS = {
    **{(Comparator.AT_LEAST, unit): ("", "以上") for unit in _SHARES},
    **{(Comparator.AT_MOST, unit): ("", "以下") for unit in _SHARES},
    **{(Comparator.LESS_THAN, unit): ("低于", "") for unit in _SHARES},
    (Comparator.AT_LEAST, Unit.FREQUENCY): ("至少", ""),
}
_PLAIN_WORDS = {
    Comparator.AT_LEAST: ("不少于", ""),
    Comparator.AT_MOST: ("不超过", ""),
    Comparator.MORE_THAN: ("超过", ""),
    Comparator.LESS_THAN: ("少于", ""),
}


@dataclass(frozen=True, slots=True)
class Bound:
    """A value and how a figure is to stand to it.

    ``before`` and ``after`` are the words of the text (不低于80%, 80%以上, 达到80%); without them a
    bound gets the usual ones of its unit. A value without any words is ``equal``, but for the
    whole (100%, 1000‰, 24小时, 7×24小时): nothing lies above it, at least and equal are one, so it
    is held as ``at_least`` and written without words. 是 and 否 are always ``equal``.

    Raises QuantityError where words and comparator disagree.
    """

    comparator: Comparator
    quantity: Quantity
    before: str = ""
    after: str = ""

    def __post_init__(self) -> None:
        if self.quantity.unit is Unit.BOOLEAN:
            self._settle_boolean()
        elif self.before or self.after:
            self._check_words()
        elif is_whole(self.quantity) and self.comparator is Comparator.EQUAL:
            object.__setattr__(self, "comparator", Comparator.AT_LEAST)
        elif not (is_whole(self.quantity) and self.comparator is Comparator.AT_LEAST):
            before, after = usual_words(self.comparator, self.quantity.unit)
            object.__setattr__(self, "before", before)
            object.__setattr__(self, "after", after)

    @property
    def explicit(self) -> bool:
        """Whether the words name the comparator (80%以上), not only the value (80%, 达到80%)."""
        return self.before in COMPARING_BEFORE or bool(self.after)

    def _check_words(self) -> None:
        if comparator_of(self.before, self.after) is not self.comparator:
            raise QuantityError(
                "“{words}”不表示 {comparator}",
                words="…".join(filter(None, (self.before, self.after))),
                comparator=self.comparator.value,
            )
        if self.after == "内" and self.quantity.noun not in TIMES:
            raise QuantityError("“内”只能跟在时间后面，如“30日内”；这里应写“以内”")

    def _settle_boolean(self) -> None:
        # At least 是 is 是, at most 否 is 否: there is nothing beyond either.
        end = Comparator.AT_LEAST if self.quantity.amount else Comparator.AT_MOST
        if self.before or self.after or self.comparator not in (Comparator.EQUAL, end):
            raise QuantityError("是和否没有高低，不能写“以上”“至少”之类")
        object.__setattr__(self, "comparator", Comparator.EQUAL)


def comparator_of(before: str, after: str) -> Comparator:
    """What the words around a value say; ``equal`` where there are none.

    A verb such as 达到 yields to what follows the value (控制在5%以内). Raises QuantityError for
    unknown words, and for words that contradict each other (超过80%以上).
    """
    if after and after not in COMPARING_AFTER:
        raise QuantityError("不认识数值后面的“{words}”", words=after)
    if before and before not in COMPARING_BEFORE and before not in POINTING_BEFORE:
        raise QuantityError("不认识数值前面的“{words}”", words=before)
    ahead, behind = COMPARING_BEFORE.get(before), COMPARING_AFTER.get(after)
    if ahead and behind and ahead is not behind:
        raise QuantityError(
            "“{before}”和“{after}”互相矛盾：以上、以下、以内包含本数，超过、不足不含本数",
            before=before,
            after=after,
        )
    return ahead or behind or POINTING_BEFORE.get(before, Comparator.EQUAL)


def usual_words(comparator: Comparator, unit: Unit) -> tuple[str, str]:
    """The words before and after a value of a unit by which documents usually compare."""
    if comparator is Comparator.EQUAL:
        return "", ""
    return _OWN_WORDS.get((comparator, unit)) or _PLAIN_WORDS[comparator]


def is_whole(quantity: Quantity) -> bool:
    """Whether a share, or service hours, are all there can be: 100%, 1000‰, 24小时, 7×24小时."""
    match quantity.unit:
        case Unit.PERCENT:
            return quantity.amount == 100
        case Unit.PERMILLE:
            return quantity.amount == 1000
        case Unit.HOURS:
            return quantity.amount == 24 and quantity.days in (None, 7)
        case _:
            return False
