"""Figures that are no targets: conditions, ages, scores, penalties, counts of items, sizes.

Each rule looks at the clause before a figure and at what follows it; none knows a policy.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from plangen.extract.targets.conditions import (
    is_case,
    is_cited,
    is_composition,
    is_condition,
    is_reckoning,
    is_vote,
)
from plangen.extract.targets.drivers import is_driven
from plangen.extract.targets.figure import Form
from plangen.extract.targets.money import is_fee, is_payment, is_tax
from plangen.extract.targets.setting import COUNTED, Setting
from plangen.extract.targets.terms import is_of_a_rate, is_term
from plangen.extract.targets.words import BUILD_TAIL
from plangen.quantity.nouns import EVENTS
from plangen.quantity.values import Unit

_SCORED = re.compile("得分|评分|评价|满意度|测评")
_WEIGHT = re.compile("得分|权重|分值|计分|评分|成绩|考核(?:占|权重)")
_NEAR = re.compile("(?:步行|车程|可达|[^，。；]{0,8}圈|通达|城市)")
_ITEMS = re.compile(
    "(?:重点|主要|具体|方面|工作|大|子|专项|核心|关键)*"
    "(?:任务|内容|方面|部门|阶段|原则|环节|清单|问题|文件|办法|意见|章|工作组|小组|成员单位|等级|类别|维度|板块"
    "|奖项|单元|步骤|措施|指标|要求|批次|条款|部委|单位参加|单位联合|以上部门)"
)
_KEPT = re.compile("(?:湿度|储存温度|温度)\\Z")
_STORED = re.compile("储存|保存|冷藏|避光|阴凉|常温")
_MARKED = re.compile("(?:、[^，。；]{1,12}[0-9]+%)*评分")
_RANK = re.compile("(?<![底末月日年之以])前\\Z")
_WHOSE_RATE = re.compile("[^，。；]{1,14}的[^，。；]{0,12}(?:率|比例)")
_SCALE = re.compile(
    "每(?:下降|上升|提高|增加|减少|降低|超过|高|低|差|(?!学[期年]|季度|半年|个月)[一-鿿]{2})\\Z"
)
_EVENT = re.compile("于[^，。；]{2,40}(?:举行|召开|举办|开幕)")
_BODY = re.compile(
    "(?:体重|身高|收缩压|间距|误差|偏差|[一二三特金银铜]等?奖)[^，。；]{0,6}\\Z|±\\Z"
)
_POINTED_AT = re.compile(
    "(?:(?<![底末月日年之以提])前|近|第|这|该|上述|其他|以下|下列|等|满|连续|排名|附件|表|图|图表|每|各|若干)\\Z"
)
_NEARLY = re.compile("(?<![节制预公合契条特违签])约(?:增|减|降|提|下|上|缩|压)[一-鿿]{0,3}\\Z")
_WEEKDAY = re.compile("每(?:周|星期)[一二三四五六日](?:[、，至到和及]|周)")
_SERVICE = re.compile(
    "服务|热线|值班|值守|平台|开放|受理|响应|供应|咨询|监测|监控|可办|营业|在线|接听|不间断|巡|运行|救助|接诊"
)
_HEARD = re.compile("听取了?|参加|出席|涉及|涵盖|包含|包括|印发|下设|分为|所列|共分")
_SPEED = re.compile("(?:限速|时速|编号|型号|电话|拨打|热线|限高|限重|载重)\\Z")
_OPEN, _CLOSE = "“《『", "”》』"
_KNOWN_QUALITY = re.compile("寿命|年龄中位")


def refused(setting: Setting) -> bool:
    """Whether a figure is no target whatever its sentence says."""
    if setting.figure.form in (Form.WHOLE, Form.ZERO):
        return _is_quoted(setting) and "零" not in setting.written
    return any(rule(setting) for rule in _RULES)


def _is_age(setting: Setting) -> bool:
    return setting.noun == "岁" and not _KNOWN_QUALITY.search(setting.before)


def _is_score(setting: Setting) -> bool:
    if setting.noun == "分":
        explicit = setting.figure.explicit and _SCORED.search(setting.before)
        return not explicit
    weighed = _WEIGHT.search(setting.before) or _MARKED.match(setting.after)
    return setting.figure.unit is Unit.PERCENT and bool(weighed)


def _is_reach(setting: Setting) -> bool:
    measured = setting.noun in ("分钟", "小时", "公里", "米") or setting.figure.unit is Unit.HOURS
    return measured and bool(_NEAR.match(setting.after))


def _counts_items(setting: Setting) -> bool:
    if setting.figure.unit is not Unit.COUNT:
        return False
    if setting.noun == "部门" or _ITEMS.match(setting.after):
        return True
    return bool(_HEARD.search(setting.before) and not BUILD_TAIL.search(setting.before))


def _is_rank(setting: Setting) -> bool:
    """A place among others: 全球前1%."""
    share = setting.figure.unit in (Unit.PERCENT, Unit.PERMILLE)
    return share and _RANK.search(setting.before) is not None


def _is_base(setting: Setting) -> bool:
    """Where a change starts: 在2023年达到10.6‰的基础上."""
    return setting.after.startswith("的基础上")


def _is_climate(setting: Setting) -> bool:
    """A temperature or a humidity at which something is kept."""
    if setting.figure.unit is Unit.PERCENT:
        return _KEPT.search(setting.before) is not None
    stored = not setting.figure.explicit or _STORED.search(setting.sentence_before + setting.after)
    return setting.noun == "℃" and bool(stored)


def _is_scale(setting: Setting) -> bool:
    """The scale of a map: 1:10000风险调查."""
    mapped = setting.after.startswith(("比例尺", "地形", "风险", "地质", "测图", "调查", "数字"))
    return setting.figure.unit is Unit.RATIO and mapped


def _is_enclosed(setting: Setting) -> bool:
    """A count in brackets of its own tells how many a list has: （6项）."""
    return (
        setting.figure.unit is Unit.COUNT
        and setting.before.endswith(("（", "("))
        and setting.after.startswith(("）", ")"))
    )


def _is_whose(setting: Setting) -> bool:
    """A bare count that only says whose rate follows: 十个重点小区的问题整改率."""
    figure = setting.figure
    bare = figure.unit is Unit.COUNT and not (figure.explicit or figure.before)
    return bare and _WHOSE_RATE.match(setting.after) is not None


def _is_step(setting: Setting) -> bool:
    """A step of a scale: 每下降1个百分点, 每吸纳1名."""
    figure = setting.figure
    one = figure.bound.quantity.amount == 1 and figure.unit is not Unit.FREQUENCY
    one = one and not figure.explicit
    return one and _SCALE.search(setting.before) is not None


def _is_staged(setting: Setting) -> bool:
    """What an event consists of: 于5月25日举行，主会场设6个展区."""
    if setting.figure.unit is not Unit.COUNT or setting.figure.explicit:
        return False
    return _EVENT.search(setting.sentence_before) is not None


def _is_of_a_body(setting: Setting) -> bool:
    """A size of a person, a distance, a tolerance or a prize: 体重不低于50公斤, ±30%, 金奖3名."""
    return _BODY.search(setting.before) is not None


def _is_pointed_at(setting: Setting) -> bool:
    return setting.figure.unit in COUNTED and bool(_POINTED_AT.search(setting.before))


def _is_quoted(setting: Setting) -> bool:
    text = setting.sentence_before
    opened = max(text.rfind(mark) for mark in _OPEN)
    if opened < 0 or opened < max(text.rfind(mark) for mark in _CLOSE):
        return False
    return setting.figure.unit is not Unit.PERCENT or "《" in text[opened:]


def _is_label(setting: Setting) -> bool:
    return setting.figure.unit in COUNTED and bool(_SPEED.search(setting.before))


def _is_single_event(setting: Setting) -> bool:
    """一次 without a period, a comparator or a yearly plan says that something happens."""
    return (
        setting.figure.unit is Unit.COUNT
        and setting.noun in EVENTS
        and not setting.figure.explicit
        and (not is_driven(setting.before) or _is_once(setting))
    )


def _is_once(setting: Setting) -> bool:
    return not setting.yearly and setting.figure.bound.quantity.amount == 1


def _has_compound_unit(setting: Setting) -> bool:
    return setting.after[:1] in ("/", "·")


def _is_near(setting: Setting) -> bool:
    """An estimate before the verb of a change (约减少3天)."""
    return _NEARLY.search(setting.before[-8:]) is not None


def _is_weekday(setting: Setting) -> bool:
    return _WEEKDAY.match(setting.written) is not None


def _is_round_the_clock(setting: Setting) -> bool:
    """24小时 is a service only where something serves: not 24小时降雨量."""
    if setting.figure.unit is not Unit.HOURS or setting.written != "24小时":
        return False
    if not setting.before and setting.after.startswith(("自助", "便利", "药店", "营业的")):
        return True
    return not _SERVICE.search(setting.before[-12:] + setting.after[:16])


_RULES: tuple[Callable[[Setting], bool], ...] = (
    _is_age,
    _is_score,
    is_payment,
    _is_reach,
    _counts_items,
    _is_rank,
    _is_base,
    _is_climate,
    _is_scale,
    _is_enclosed,
    _is_whose,
    is_fee,
    _is_step,
    _is_staged,
    _is_of_a_body,
    _is_pointed_at,
    _is_quoted,
    is_term,
    is_condition,
    is_case,
    is_vote,
    is_reckoning,
    is_composition,
    is_cited,
    _is_label,
    _is_single_event,
    _has_compound_unit,
    is_tax,
    _is_weekday,
    _is_near,
    _is_round_the_clock,
    is_of_a_rate,
)
