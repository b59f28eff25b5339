"""Numbers in prose that look like values and are none: dates, ordinals, ranges, estimates, words.

A number is refused by what touches it; nothing here knows policies or indicators.
"""

from __future__ import annotations

import re

from plangen.quantity.amounts import AMOUNT
from plangen.quantity.nouns import NOUN, TIMES
from plangen.quantity.numerals import INTEGER_CHARACTERS
from plangen.quantity.patterns import CONNECTOR, ESTIMATE_AFTER, IN_ONE
from plangen.quantity.script import SPACES as S

RANGE_WINDOW = 14  # characters before a value in which the first end of a range stands

_IN_ONE = re.compile(IN_ONE)
_RANGE_BEFORE = re.compile(
    rf"[0-9{INTEGER_CHARACTERS}](?:{S}(?:[%‰]|{NOUN}))?{S}(?:{CONNECTOR}){S}\Z"
)
_RANGE_AFTER = re.compile(rf"{S}(?:{CONNECTOR}){S}(?:{AMOUNT}){S}(?:[%‰]|{NOUN})")
_DATE_AFTER = re.compile(rf"{S}[0-9]{{1,2}}{S}月")
_GROUPED = re.compile("[0-9] [0-9]{3}(?![0-9])")  # 12 500, grouped by a plain space
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9]")
_CLOCK_BEFORE = ("早于", "晚于", "迟于", "时间", "日", "上午", "下午", "晚上")
_RATIO_BEFORE = re.compile(r"[比例按配于][^，。；、,;]*\Z")
_RATIO_AFTER = re.compile("的?(?:比|配)")
# 4.100%: decimals do not end in 0, so this is item 4 and its 100%.
_NUMBERED = re.compile(
    r"(?<![^\n。；：])(?P<label>[1-9][0-9]?\.)[1-9][0-9]*0%(?:以[上下内](?=[一-鿿])|(?!以)(?=[一-鿿]))"
)
_YEARS = re.compile("(?:19|20)[0-9]{2}")

# Written together with a number these characters make a code, a decimal, a ratio or a negative.
_GLUED = frozenset(".-−－‐‑_@#№＃") | frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
_GLUED_TO_DIGIT = frozenset(":/×,")
_ORDINAL = frozenset("第每")
_DIGITS_GO_ON = frozenset("十百千万亿点")
_CONNECTS = frozenset("-–~～—至到")
_VAGUE_TENS = frozenset("几数好")
# 统一, 唯一, 之一, 某一 …: here 一 belongs to the word before it.
_ONE_BELONGS_TO = frozenset("统唯同单逐专任划归不如某哪另这那其之均第每")
_BEFORE_ONCE = frozenset("上下前首")
_NOT_ABOUT = frozenset("节制预公合契条特违签邀隐简")  # 节约, 签约: 约 belongs to them
_NOT_NEAR = frozenset("最附邻靠临")

# A noun and the characters that make another word of it: 3项目, 一名单, 5人员.
_OTHER_WORD = {
    "人": "员民口才均士工",
    "次": "性数序",
    "家": "庭属教",
    "名": "单称录额义誉",
    "条": "例款件文约",
    "处": "理罚置级",
    "场": "所地景合馆",
    "期": "间限望末刊货",
    "批": "准复评示发",
    "户": "籍外口",
    "位": "于置居",
    "部": "分署委队属",
    "门": "户诊店",
    "类": "型别似",
    "组": "织成建件合",
    "支": "持撑付出援",
    "台": "账阶",
    "份": "额",
    "座": "谈位",
    "分": "之别为类级工析布局公支",
    "年": "底末初度级代龄",
    "日": "常报前照志",
    "天": "然空",
    "元": "旦素",
    "课": "程题",
    "起": "来到",
    "例": "如外",
    "个": "百",
    "具": "体有备",
    "周": "岁边围末",
    "卷": "宗入",
    "字": "第号〔样典",
    "床": "边头上",
    "群": "众体团",
    "顶": "层部点端",
    "双": "创基随拥减高低重",
    "把": "关握手",
}
_SAME_WORD = re.compile("项目标|种类[型别]|个百(?!分点)")
_OTHER_WORD_LONG = re.compile("项目|种类|位一体")
# After a Chinese numeral these are most often no measure words: 一起, 一对, 一期, 三部门, 五年.
_WEAK = (
    TIMES
    | frozenset("批部门类种组片块本口头路站室班车节课村区县市省乡镇对回分根箱桶间层期届起面道首")
    | frozenset("席堂校盘眼孔单笔队度米元")
    | {"部门", "乡镇", "街道", "社区"}
)


def is_part_of_something_else(text: str, value: re.Match[str], after: str) -> bool:
    """Whether a number with its unit is a piece of something that is no value."""
    return (
        _continues_what_precedes(text, value)
        or (not after and is_continued(text, value))
        or _is_time_of_day_or_year(text, value)
        or _is_range(text, value)
        or _is_estimate(text, value)
    )


def label_length(text: str, at: int) -> int:
    """How many characters of a number are the label of a paragraph run into it (4.100%)."""
    numbered = _NUMBERED.match(text, at)
    return len(numbered["label"]) if numbered else 0


def is_weak(value: re.Match[str]) -> bool:
    """Whether only a comparator or a period around it makes this a value: 三年, 一期, 30日."""
    noun = value["noun"]
    return noun == "日" or bool(noun in _WEAK and not value["number"].isascii())


def _continues_what_precedes(text: str, value: re.Match[str]) -> bool:
    at = value.start()
    near = text[at - 1] if at else ""
    farther = text[at - 2] if at > 1 else ""
    if near in _GLUED or (near in _GLUED_TO_DIGIT and farther.isdigit()):
        return True
    before = text[max(0, at - 4) : at].rstrip()[-1:]
    if before in _ORDINAL or _IN_ONE.match(text, at):
        return True
    if text[at].isascii():
        if near == "点":
            return farther in INTEGER_CHARACTERS and farther != ""
        return near in _DIGITS_GO_ON or bool(at > 1 and _GROUPED.match(text, at - 2))
    return _chinese_continues(text, at, near, farther)


def _chinese_continues(text: str, at: int, near: str, farther: str) -> bool:
    if near.isdigit() or near in _VAGUE_TENS or (near == "、" and farther in INTEGER_CHARACTERS):
        return True
    if text[at] != "一":
        return False
    return near in _ONE_BELONGS_TO or (near in _BEFORE_ONCE and text.startswith("一次", at))


def is_continued(text: str, value: re.Match[str]) -> bool:
    """Whether what follows makes another word of the noun, or another number of the number."""
    end = value.end()
    following = text[end : end + 1]
    if value["tenths"]:
        return "一" <= following <= "鿿" and following != "的"
    noun = value["noun"]
    if noun is None:
        return bool(value["second"]) and following in (":", "%", "‰")
    last = end - 1
    if _SAME_WORD.match(text, last):
        return False
    others = _OTHER_WORD.get(noun, "")
    return (following != "" and following in others) or bool(_OTHER_WORD_LONG.match(text, last))


def _is_time_of_day_or_year(text: str, value: re.Match[str]) -> bool:
    if value["noun"] == "年":
        return len(value["number"]) > 2 or bool(_DATE_AFTER.match(text, value.end()))
    if value["noun"] == "日":
        return text[max(0, value.start() - 4) : value.start()].rstrip().endswith("月")
    if not value["second"]:
        return False
    if "比" in value[0]:
        # 2020比2019 and 80比75 compare; a ratio in words begins with one.
        return value["number"] not in ("1", "一")
    if _YEARS.fullmatch(value["number"]) or not _CLOCK.fullmatch(value[0].replace(" ", "")):
        return False
    before = text[max(0, value.start() - 8) : value.start()]
    after = text[value.end() : value.end() + 3]
    if before.endswith(_CLOCK_BEFORE):
        return True
    return not (_RATIO_BEFORE.search(before) or _RATIO_AFTER.match(after))


def _is_range(text: str, value: re.Match[str]) -> bool:
    at = value.start()
    before = text[max(0, at - 4) : at].rstrip()[-1:]
    if before in _CONNECTS and _RANGE_BEFORE.search(text, max(0, at - RANGE_WINDOW), at):
        return True
    return bool(_RANGE_AFTER.match(text, value.end()))


def _is_estimate(text: str, value: re.Match[str]) -> bool:
    before = text[max(0, value.start() - 4) : value.start()].rstrip()
    last, farther = before[-1:], before[-2:-1]
    if (last == "约" and farther not in _NOT_ABOUT) or (last == "近" and farther not in _NOT_NEAR):
        return True
    return bool(ESTIMATE_AFTER.match(text, value.end()))
