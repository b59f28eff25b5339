"""Figures that a sentence only mentions: conditions, votes, formulas, shares of a cost.

What is met by such a figure is another thing than the figure: who has 200 workers, under which
temperature, which share of the money comes from whom.
"""

from __future__ import annotations

import re

from plangen.extract.targets.setting import COUNTED, Setting
from plangen.extract.targets.words import BUILD_TAIL
from plangen.quantity.bounds import ABOVE, BELOW, COMPARING_BEFORE
from plangen.quantity.patterns import EACH
from plangen.quantity.values import Unit

_FOLLOWED = re.compile(
    "(?:以上|以下|以内)?的(?=[一-鿿])|(?:以上|以下)(?=[一-鿿])|[且或][^，。；]{0,24}的(?=[一-鿿])"
)
_CASE = re.compile("[^，。；]{0,30}的，|时(?=[，一-鿿])")
_STANDARD = re.compile("的(?:标准|要求|比例)")  # 按照每40户不少于1组的标准配置
_SHARE_CASE = re.compile(
    "(?:以上|以下|以内)?(?:[且或及][^，。；]{0,24})?的[，,；;]|[^，。；]{0,24}(?<![及按准同定小临平届实随学课工])时(?:[，,]|开始|启动|触发|方)"
    "|[^，。；]{0,12}的(?:不得分|(?:得|扣|加)[^，。；]{0,4}分)"
)
_WHOM = re.compile("的(?!标准|比例|要求|速度|目标|水平|任务)[一-鿿]")
_CALLED = re.compile("[^。；]{0,30}的，?(?:称|为(?!主|重)|属|判定|认定|视为|定为)")
_MEASURED_ON = re.compile(
    "(?:不少于|不低于|至少)?[0-9]"
)  # 10亿元以上不少于12个: only the second counts
_NOUN_NEXT = re.compile("(?![并且及和与或的])[一-鿿]")
_SERVED = re.compile("(?:对|为|向|使|让|推动|支持|帮助|面向)(?:全[市县区省])?(?:至少|不少于)?\\Z")
_LISTED = re.compile(
    "对象为|(?:符合|具备|满足|有|达到)(?:以?下列|以下|下述|如下)(?:[^，。；：]{0,8}(?:之一|条件|情形|标准))"
    "|(?:是指|系指|指的是)(?!标)|下列[^。；：]{0,8}(?:属于|为)[^：]{0,20}："
    "|(?:[级型度]|矿井|企业|工程|灾害)指(?![标数导定挥引示南出派])"
    "|(?:开办|申办)[^，。；]{2,14}(?:企业|机构|单位|学校|门店)，"
    "|(?:申请|申领|备案|许可|资质|准入|报考|参评|举办者)[^。；]{0,24}(?:应当?|须|需)(?:同时)?(?:具有|具备)"
    "|条件(?:之一的?|为|是)?[：:]|(?:以?下列|以下|下述)[^，。；：]{0,6}(?:情形|条件)"
)
_IF = re.compile(
    "(?:^|[，。；：、）)])(?:当(?![地前年期日场事中下月天])|如(?![下期实])|若(?!干)|遇|一旦)"
    "[^，。；]{0,40}\\Z"
)
_ONLY_THEN = re.compile(
    "[^，。；]{0,12}(?:后?方可|方能|后才|才能|即可|即为|视为|视同|认定为|评为|列为|属于|的为)"
    "|[^。；]{0,30}(?:的，可以?(?:依次)?(?:申请|享受)|的，判定为|为满分|之一者|，判定为)"
)
_VOTE = re.compile(
    "[^，。；]{0,8}(?:同意|通过|表决|赞成|出席|到会)|[^，。；]{0,8}(?:提议|联名)|[^。；]{0,36}(?:参与表决|业主同意|董事同意)"
)
_FORMULA = re.compile("[×÷=*]\\Z|＝|÷|=[^，。；]*\\Z")
_RECKONED = re.compile(
    "[^，。；]{0,6}(?:计算|测算|折算|核算|计提|计征|分担|承担|负担|配套(?!率)|分成|给予|奖励|补助|补贴|征收|收取"
    "|执行|缴纳|上缴|入库|提取|的税率|加处|加收|的扣除)|(?:、[0-9.]+%)+(?:给予|奖励|补助)"
)
_PAID = re.compile(
    "(?:承担(?!率)|贴息|预付|拨付|代缴|兑付|负担(?!率)|分担(?!率)|补助资金占|配套(?!率)|放宽|上浮|下浮|起付|加成率|(?:报销|支付)比例(?:分别)?为(?:[^，。；]{0,16})|征收率|出资|自筹|支付|返还|抵扣|减免|减征)[^，。；]{0,4}\\Z"
)
_SPLIT = re.compile("(?:承担|负担|分担)[0-9.]+%[^。；]*\\Z")
_COMPOSED = re.compile("由[^，。；]{0,30}\\Z")
_MADE_UP = re.compile("由[^，。；]{0,24}(?:组成|构成)，其中[^。；]*\\Z")
_COMPOSING = re.compile("[^，。；]{0,40}(?:组成|构成|参加|负责)")
_ARTICLE = re.compile(
    "第[一二三四五六七八九十百零0-9]+条(?:[^，。；]{0,20})(?:规定|要求)|(?:依照|按照|根据)[^，。《》]{2,14}法[^，。]{0,6}规定"
)
_PUSHED = re.compile("(?:推动|支持|促进)\\Z")
_OFTEN = re.compile(EACH)
_GRANTED = re.compile("[^。；，]{0,30}的[^。；，]{2,20}，[^。；，]{0,10}(?:补助|给予|奖励|补贴)")
_NOUN_BEFORE = re.compile(
    "(?<!确保)(?<!力争)(?<!实现)(?<!争取)(?<!保证)(?<!要求)(?<=[一-鿿]{2})\\Z"
)
_MEASURES = ("率", "度", "数", "量", "额", "比例", "比重", "收入", "面积")
_SHORT_OF = ("不足", "不到", "不满", "未满")
_SHARES = (Unit.PERCENT, Unit.PERMILLE)


def is_condition(setting: Setting) -> bool:
    """A size that says whom a rule is for: 200人以上的企业应当…."""
    figure = setting.figure
    if figure.before in _SHORT_OF or _is_listed(setting) or _is_whose(setting):
        return True
    if figure.bound.after and _MEASURED_ON.match(setting.after):
        return True
    if figure.unit not in (*COUNTED, Unit.FREQUENCY):
        return False
    if _CASE.match(setting.after) and (figure.explicit or figure.before):
        return True
    if figure.explicit and _CALLED.match(setting.after):
        return True
    if (
        figure.unit is Unit.MEASURE
        and figure.bound.after == "以上"
        and _PUSHED.search(setting.before)
    ):
        return _NOUN_NEXT.match(setting.after) is not None
    return figure.unit in COUNTED and not _is_served(setting) and _describes(setting)


def _is_whose(setting: Setting) -> bool:
    """Whether a limit only says whom something is for: 对不合格率高于3%的企业…."""
    figure = setting.figure
    if figure.before in (*ABOVE, *BELOW):
        often = figure.unit is Unit.FREQUENCY
        beyond = often or _NOUN_BEFORE.search(setting.before) is not None
    else:
        beyond = figure.bound.after in ("以上", "以下") and setting.before.endswith(_MEASURES)
    return beyond and _WHOM.match(setting.after) is not None


def _is_served(setting: Setting) -> bool:
    """Whether a verb before the figure makes it a promise: 培训…人, 对…户."""
    before = setting.before
    if not before and setting.sentence_before[-1:].isalpha():
        return True
    served = _SERVED.search(before) or before.endswith("为期")
    return bool(served or BUILD_TAIL.search(before))


def _describes(setting: Setting) -> bool:
    """Whether the figure only says which: 5000平方米以上的商场."""
    figure = setting.figure
    if figure.before in COMPARING_BEFORE and figure.bound.after:
        return False  # 至少开设5门以上课程 demands
    if figure.explicit and _OFTEN.search(setting.before):
        return False  # 每年接受不少于24学时的培训 demands
    if figure.bound.after in ("以上", "以下") and _NOUN_NEXT.match(setting.after):
        return True
    following = _FOLLOWED.match(setting.after)
    if following is None or _STANDARD.match(setting.after):
        return False
    return bool(figure.explicit or figure.before or "的" in following[0])


def is_case(setting: Setting) -> bool:
    """A value on which something depends: 低于80%的，当年不得评优；达到95%以上后方可上岗."""
    if setting.figure.explicit and _GRANTED.match(setting.after):
        return True
    if setting.figure.unit in _SHARES and _SHARE_CASE.match(setting.after):
        return True
    if _ONLY_THEN.match(setting.after):
        return True
    return bool(_IF.search(setting.sentence_before)) and setting.figure.unit is not Unit.FREQUENCY


def is_vote(setting: Setting) -> bool:
    """A majority: 到会成员三分之二以上同意."""
    return setting.figure.unit in _SHARES and bool(_VOTE.match(setting.after))


def is_reckoning(setting: Setting) -> bool:
    """A term of a formula, or a rate by which something is reckoned: ×100%, 按4:6比例分担."""
    if setting.figure.unit not in (*_SHARES, Unit.RATIO):
        return False
    if _FORMULA.search(setting.sentence_before) or _RECKONED.match(setting.after):
        return True
    bare = not (setting.figure.explicit or setting.figure.before)
    return bool(_PAID.search(setting.before) or (bare and _SPLIT.search(setting.sentence_before)))


def is_composition(setting: Setting) -> bool:
    """What something consists of: 由3个单元组成."""
    if setting.figure.unit is not Unit.COUNT:
        return False
    if _MADE_UP.search(setting.sentence_before):
        return True
    return bool(_COMPOSED.search(setting.before[-34:])) and bool(_COMPOSING.match(setting.after))


def is_cited(setting: Setting) -> bool:
    """What an article of a law says (《消防法》第五十四条规定…)."""
    return bool(_ARTICLE.search(setting.paragraph + setting.sentence_before))


def _is_listed(setting: Setting) -> bool:
    """Whether the sentence lists what somebody must have (符合下列条件：…)."""
    return bool(_LISTED.search(setting.sentence_before))
