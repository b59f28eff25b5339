"""Figures that are no targets: conditions, ages, scores, penalties, counts of items, sizes.

Each rule looks at the clause before a figure and at what follows it; none knows a policy.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plangen.extract.targets.figures import Figure, Form
from plangen.extract.targets.words import BUILD_TAIL, BUILT, DRIVEN, LEADS
from plangen.quantity.nouns import EVENTS, TIMES
from plangen.quantity.values import Unit


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure with the text before it (clause), before that (sentence), and after it."""

    figure: Figure
    before: str
    sentence_before: str
    after: str  # up to the end of the sentence
    written: str = ""  # the figure itself
    yearly: bool = False  # whether the document is a plan of one year

    @property
    def noun(self) -> str:
        """The noun of the value: 个, 元, 分钟."""
        return self.figure.bound.quantity.noun


_COUNTED = (Unit.COUNT, Unit.MEASURE)
_SCORED = re.compile("得分|评分|评价|满意度|测评")
_WEIGHT = re.compile("得分|权重|分值|计分|评分|成绩|考核(?:占|权重)")
_MONEY = re.compile(
    "罚|处(?=以?\\Z)|补|奖|资助|标准|收费|缴|给予|每亩|发放|注册资|津贴|赔偿|违法所得|没收"
)
_NEAR = re.compile("(?:步行|车程|可达|[^，。；]{0,8}圈|通达|城市)")
_ITEMS = re.compile(
    "(?:重点|主要|具体|方面|工作|大|子|专项|核心|关键)*"
    "(?:任务|内容|方面|部门|阶段|原则|环节|清单|问题|文件|办法|意见|章|工作组|小组|成员单位|等级|类别|维度|板块"
    "|步骤|措施|指标|要求|批次|条款|部委|单位参加|单位联合|以上部门)"
)
_POINTED_AT = re.compile(
    "(?:前|近|第|这|该|上述|其他|以下|下列|等|满|连续|排名|附件|表|图|图表|每|各|若干)\\Z"
)
_TERM = re.compile(
    "有效期|满|保质|贷款|任期|工龄|办学|试用|之日起|日起|保存|许可|合同|公示期|追溯|近|连续|经营|最长|为期"
)
_BY_THEN = re.compile("开展|参加|进行|接受|不少于|组织")
_CONDITION = re.compile(
    "(?:以上|以下|以内)?的(?=[一-鿿])|(?:以上|以下)(?=[一-鿿])|[且或][^，。；]{0,24}的(?=[一-鿿])"
)
_CASE = re.compile("[^，。；]{0,30}的，|时(?=[，一-鿿])")
_NEARLY = re.compile("(?<![节制预公合契条特违签])约(?:增|减|降|提|下|上|缩|压)[一-鿿]{0,3}\\Z")
_WEEKDAY = re.compile("每(?:周|星期)[一二三四五六日](?:[、，至到和及]|周)")
_SERVICE = re.compile(
    "服务|热线|值班|值守|平台|开放|受理|响应|供应|咨询|监测|监控|可办|营业|在线|接听|不间断|巡|运行|救助|接诊"
)
_RATED = re.compile("[^，。；]{1,10}率")
_NOUN_NEXT = re.compile("(?![并且及和与或的])[一-鿿]")
_TAX = re.compile("税|利率|费率|首付|(?:按|减按)\\Z")
_LONG = ("年", "个月", "个季度")
_SERVED = re.compile("(?:对|为|向|使|让|推动|支持|帮助|面向)(?:全[市县区省])?(?:至少|不少于)?\\Z")
_COMPOSED = re.compile("由[^，。；]{0,30}\\Z")
_COMPOSING = re.compile("[^，。；]{0,40}(?:组成|构成|参加|负责)")
_HEARD = re.compile("听取了?|参加|出席|涉及|涵盖|包含|包括|印发|下设|分为|所列|共分")
_SPEED = re.compile("(?:限速|时速|编号|型号|电话|拨打|热线|限高|限重|载重)\\Z")
_LEADS = re.compile(f"(?:{LEADS}|在|用)*+")
_OPEN, _CLOSE = "“《『", "”》』"
_KNOWN_QUALITY = re.compile("寿命|年龄中位")


def refused(setting: Setting) -> bool:
    """Whether a figure is no target whatever its sentence says."""
    if setting.figure.form in (Form.WHOLE, Form.ZERO):
        return _is_quoted(setting)
    return any(rule(setting) for rule in _RULES)


def _is_age(setting: Setting) -> bool:
    return setting.noun == "岁" and not _KNOWN_QUALITY.search(setting.before)


def _is_score(setting: Setting) -> bool:
    if setting.noun == "分":
        explicit = setting.figure.explicit and _SCORED.search(setting.before)
        return not explicit
    return setting.figure.unit is Unit.PERCENT and bool(_WEIGHT.search(setting.before))


def _is_payment(setting: Setting) -> bool:
    if not setting.noun.endswith("元"):
        return False
    return bool(_MONEY.search(setting.before + setting.after[:12]))


def _is_reach(setting: Setting) -> bool:
    measured = setting.noun in ("分钟", "小时", "公里", "米") or setting.figure.unit is Unit.HOURS
    return measured and bool(_NEAR.match(setting.after))


def _counts_items(setting: Setting) -> bool:
    if setting.figure.unit is not Unit.COUNT:
        return False
    if setting.noun == "部门" or _ITEMS.match(setting.after):
        return True
    return bool(_HEARD.search(setting.before) and not BUILD_TAIL.search(setting.before))


def _is_pointed_at(setting: Setting) -> bool:
    return setting.figure.unit in _COUNTED and bool(_POINTED_AT.search(setting.before))


def _is_quoted(setting: Setting) -> bool:
    text = setting.sentence_before
    opened = max(text.rfind(mark) for mark in _OPEN)
    if opened < 0 or opened < max(text.rfind(mark) for mark in _CLOSE):
        return False
    return setting.figure.unit is not Unit.PERCENT or "《" in text[opened:]


def _is_term(setting: Setting) -> bool:
    """A length of time that is valid, served or allowed, not promised."""
    if setting.noun not in TIMES:
        return False
    if _is_deadline(setting):
        return True
    promised = _BY_THEN.search(setting.before)
    if _TERM.search(setting.before[-8:]):
        return not promised
    if setting.figure.explicit or DRIVEN.search(setting.before + setting.figure.before):
        return False
    return not (setting.figure.before or BUILD_TAIL.search(setting.before))


def _is_deadline(setting: Setting) -> bool:
    """三年内 at the head of a clause says by when, not how long."""
    inside = setting.noun in _LONG and setting.figure.bound.after == "内"
    return inside and _LEADS.fullmatch(setting.before) is not None


def _is_tax(setting: Setting) -> bool:
    return setting.figure.unit is Unit.PERCENT and bool(_TAX.search(setting.before[-8:]))


def _is_condition(setting: Setting) -> bool:
    """A size that says whom a rule is for: 200人以上的企业应当…."""
    figure = setting.figure
    if figure.unit not in _COUNTED:
        return False
    if _CASE.match(setting.after) and figure.explicit:
        return True
    if not setting.before and setting.sentence_before[-1:].isalpha():
        return False
    if _SERVED.search(setting.before) or setting.before.endswith("为期"):
        return False
    if BUILD_TAIL.search(setting.before):
        return False
    if figure.bound.after in ("以上", "以下") and _NOUN_NEXT.match(setting.after):
        return True
    following = _CONDITION.match(setting.after)
    if following is None:
        return False
    return bool(figure.explicit or figure.before or "的" in following[0])


def _is_composition(setting: Setting) -> bool:
    if setting.figure.unit is not Unit.COUNT:
        return False
    return bool(_COMPOSED.search(setting.before[-34:])) and bool(_COMPOSING.match(setting.after))


def _is_label(setting: Setting) -> bool:
    return setting.figure.unit in _COUNTED and bool(_SPEED.search(setting.before))


def _is_single_event(setting: Setting) -> bool:
    """一次 without a period, a comparator or a yearly plan says that something happens."""
    return (
        setting.figure.unit is Unit.COUNT
        and setting.noun in EVENTS
        and not setting.figure.explicit
        and (not _is_driven(setting.before) or _is_once(setting))
    )


def _is_once(setting: Setting) -> bool:
    return not setting.yearly and setting.figure.bound.quantity.amount == 1


def _has_compound_unit(setting: Setting) -> bool:
    return setting.after[:1] in ("/", "·")


def lacks_driver(setting: Setting) -> bool:
    """Whether a bare count or measure has no verb that makes it a promise."""
    figure = setting.figure
    if figure.form is Form.ZERO or figure.unit not in _COUNTED:
        return False
    if figure.explicit or figure.before:
        return False
    return not _is_driven(setting.before)


def _is_driven(before: str) -> bool:
    return bool(BUILT.search(before) or DRIVEN.search(before))


def _is_near(setting: Setting) -> bool:
    """An estimate before the verb of a change (约减少3天)."""
    return _NEARLY.search(setting.before[-8:]) is not None


def _is_weekday(setting: Setting) -> bool:
    return _WEEKDAY.match(setting.written) is not None


def _is_round_the_clock(setting: Setting) -> bool:
    """24小时 is a service only where something serves: not 24小时降雨量."""
    if setting.figure.unit is not Unit.HOURS or setting.written != "24小时":
        return False
    return not _SERVICE.search(setting.before[-12:] + setting.after[:16])


def _is_of_a_rate(setting: Setting) -> bool:
    """A time that belongs to the name of a rate (30日内随访率)."""
    within = setting.figure.bound.after in ("内", "以内", "之内")
    return within and setting.noun in TIMES and _RATED.match(setting.after) is not None


_RULES: tuple[Callable[[Setting], bool], ...] = (
    _is_age,
    _is_score,
    _is_payment,
    _is_reach,
    _counts_items,
    _is_pointed_at,
    _is_quoted,
    _is_term,
    _is_condition,
    _is_composition,
    _is_label,
    _is_single_event,
    _has_compound_unit,
    _is_tax,
    _is_weekday,
    _is_near,
    _is_round_the_clock,
    _is_of_a_rate,
)
