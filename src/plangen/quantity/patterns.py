"""The patterns of the grammar. Whole strings and prose are read with the same ones.

Every pattern works on text as :func:`plangen.quantity.script.plain` gives it, and takes linear
time: what repeats is possessive, and no two neighbours that repeat share a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plangen.quantity.amounts import AMOUNT
from plangen.quantity.bounds import (
    ABOVE,
    BELOW,
    COMPARING_AFTER,
    COMPARING_BEFORE,
    DENIALS,
    POINTING_BEFORE,
)
from plangen.quantity.nouns import EVENTS, NOUN
from plangen.quantity.numerals import INTEGER_CHARACTERS
from plangen.quantity.script import SPACES as S


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_DENIABLE = (*BELOW, *ABOVE)
_PLAIN = [word for word in COMPARING_BEFORE if not word.endswith(_DENIABLE)]
COMPARING = rf"(?:{_any(DENIALS)})?(?:{_any(_DENIABLE)})|{_any(_PLAIN)}"
POINTING = _any(POINTING_BEFORE)
# 至少召开一次: between the comparator and the number stands what is to be done.
VERBS = _any(["组织开展", "开展", "召开", "举办", "举行", "组织", "进行", "实施"])

_SPAN = "半个?月|半年|(?:个?(?:学年|学期|季度|星期|月))|季|年度|年|周|旬|日|天"  # 每… each of these
_MANY = "[一二两三四五六七八九十]{1,3}+|[0-9]{1,2}+"
EACH = rf"每{S}(?:(?:{_MANY}){S})?(?:{_SPAN})"
# Without 每, only what cannot be a date: 一年两次, 半年一次; 一季度 is the first quarter.
_SPAN_ALONE = "个月|个季度|个?学期|个?学年|个星期|周|年|天"
_FEW = rf"(?:(?<![{INTEGER_CHARACTERS}])[一两二三四五六]|(?<![0-9])[1-9])"
_ONCE = rf"{_FEW}{S}(?:{_SPAN_ALONE})|半年|半个?月"
_TIMES_FOLLOW = rf"(?={S}(?:{COMPARING})?{S}(?:{VERBS})?{S}{AMOUNT}{S}(?:{_any(EVENTS)}))"
IN_ONE = rf"(?:{_ONCE}){_TIMES_FOLLOW}"

PERIOD = re.compile(EACH)
PERIOD_PARTS = re.compile(
    rf"每?(?P<many>{_MANY})?个?(?P<unit>半月|半年|学年|学期|季度|星期|月|季|年度|年|周|旬|日|天)"
)

HEAD = re.compile(
    rf"{S}(?P<first>{COMPARING})?{S}(?P<period>{EACH}|{IN_ONE})?{S}"
    rf"(?P<second>{COMPARING})?{S}(?:{VERBS})?{S}(?P<third>{COMPARING})?{S}"
    rf"(?P<pointing>{POINTING})?{S}(?P<all_day>全天候?)?{S}"
)

VALUE = re.compile(
    rf"(?P<base>百分之|千分之|万分之){S}(?P<share>{AMOUNT})"
    rf"|(?P<under>{AMOUNT}){S}分之{S}(?P<over>{AMOUNT})"
    rf"|(?P<tenths>[一二两三四五六七八九])成(?P<tenth>[一二三四五六七八九半])?"
    rf"|(?P<number>{AMOUNT}){S}(?:(?P<sign>[%‰])"
    rf"|天?{S}×{S}(?P<hours>{AMOUNT}){S}(?P<clock>个?小时|h)?"
    rf"|天{S}[、,，]?(?:每[天日]){S}(?P<daily>{AMOUNT}){S}个?小时"
    rf"|[:比]{S}(?P<second>{AMOUNT})"
    rf"|/{S}(?P<denominator>[0-9]*+(?:[十百千]?万(?![元亿]))|[0-9]++)"
    rf"|(?P<event>{_any(EVENTS)})/(?P<rate>{_SPAN})"
    rf"|(?P<noun>{NOUN}))?+"
)

TAIL = re.compile(rf"{S}(?:(?:及|[（(]含[）)])?(?P<after>{_any(COMPARING_AFTER)}))?")

CONNECTOR = "[-–~～]|—(?!—)|至|到"
RANGE = rf"(?:{AMOUNT}){S}(?:[%‰]|{NOUN})?{S}(?:{CONNECTOR}){S}(?:{AMOUNT})"
ESTIMATE_BEFORE = ("约", "近", "接近", "大概")
# 3个多月, 50多家; 3名多年从事 is no estimate.
ESTIMATE_AFTER = re.compile(rf"{S}(?:左右|上下|余|多(?![年种方元层部门渠形样媒]))")
