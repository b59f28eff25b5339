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
from plangen.extract.targets.figure import Form
from plangen.extract.targets.setting import COUNTED, Setting
from plangen.extract.targets.words import BUILD_TAIL, BUILT, DRIVEN, LEADS
from plangen.quantity.nouns import EVENTS, TIMES
from plangen.quantity.values import Unit

_SCORED = re.compile("得分|评分|评价|满意度|测评")
_WEIGHT = re.compile("得分|权重|分值|计分|评分|成绩|考核(?:占|权重)")
_MONEY = re.compile(
    "罚|处(?=以?\\Z)|补|奖|资助|标准|收费|缴|给予|每亩|发放|注册资|津贴|赔偿|违法所得|没收"
)
_CAPPED = re.compile("(?:补助|奖励|补贴|资助|注册资本|罚款)[^。]{0,60}\\Z")
_NEAR = re.compile("(?:步行|车程|可达|[^，。；]{0,8}圈|通达|城市)")
_ITEMS = re.compile(
    "(?:重点|主要|具体|方面|工作|大|子|专项|核心|关键)*"
    "(?:任务|内容|方面|部门|阶段|原则|环节|清单|问题|文件|办法|意见|章|工作组|小组|成员单位|等级|类别|维度|板块"
    "|奖项|单元|步骤|措施|指标|要求|批次|条款|部委|单位参加|单位联合|以上部门)"
)
_WHOSE_RATE = re.compile("[^，。；]{1,14}的[^，。；]{0,12}(?:率|比例)")
_FEES = re.compile(
    "收费标准|津贴标准|补贴标准|补助标准|收费为|计费|加收|最高收费|水价|电价|气价|分时|免费停"
)
_SCALE = re.compile("每(?:下降|上升|提高|增加|减少|降低|超过|高|低|差|[一-鿿]{2})\\Z")
_EVENT = re.compile("于[^，。；]{2,20}(?:举行|召开|举办|开幕)")
_POINTED_AT = re.compile(
    "(?:前|近|第|这|该|上述|其他|以下|下列|等|满|连续|排名|附件|表|图|图表|每|各|若干)\\Z"
)
_TERM = re.compile(
    "有效期|满|保质|贷款|任期|工龄|办学|试用|之日起|日起|保存|许可|合同|公示期|追溯|近|连续|经营"
)
_HAPPENS = re.compile("累计|连续|发生|受到|被|新发|出现|有[0-9]|有期|拘役|拘留")
_LENGTH = re.compile("(?:时间|时长|时限|周期|服务期)(?:为|在|控制在|是)?\\Z")
_SERVES = re.compile("(?:为|对|帮助|向|资助)[^，。；]{0,6}\\Z")
_SERVICE_AFTER = re.compile(
    "[^，。；]{0,24}(?:实施|提供|开展|办理|发放|安装|进行(?!处|通|约)|落实|配备|改造)"
)
_EACH = re.compile(
    "每(?:名|个|人|村|户|所|校|班|家|支|镇|乡|社区|街道)[^，。；]{0,16}(?:联系|服务|对接|结对|包联|负责|管护|管理)"
)
_VALID = re.compile("(?:有效期|保质期|保修期|追溯期|贷款期限|合同期限|许可期限)[^。；]{0,24}\\Z")
_BY_THEN = re.compile("开展|参加|进行|接受|不少于|组织")
_NEARLY = re.compile("(?<![节制预公合契条特违签])约(?:增|减|降|提|下|上|缩|压)[一-鿿]{0,3}\\Z")
_WEEKDAY = re.compile("每(?:周|星期)[一二三四五六日](?:[、，至到和及]|周)")
_SERVICE = re.compile(
    "服务|热线|值班|值守|平台|开放|受理|响应|供应|咨询|监测|监控|可办|营业|在线|接听|不间断|巡|运行|救助|接诊"
)
_RATED = re.compile("[^，。；]{1,10}率")
_TAX = re.compile("税|利率|费率|首付|(?:按|减按)\\Z")
_LONG = ("年", "个月", "个季度")
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
    if "元" not in setting.noun:
        return False
    if _CAPPED.search(setting.sentence_before):
        return True
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


def _is_fee(setting: Setting) -> bool:
    """A sum or a time of a tariff: 首小时5元，超过1小时后…."""
    measured = setting.figure.unit in (Unit.MEASURE, Unit.HOURS)
    return measured and bool(_FEES.search(setting.sentence_before + setting.after[:10]))


def _is_step(setting: Setting) -> bool:
    """A step of a scale: 每下降1个百分点, 每吸纳1名."""
    figure = setting.figure
    one = figure.bound.quantity.amount == 1 and figure.unit is not Unit.FREQUENCY
    return one and _SCALE.search(setting.before) is not None


def _is_staged(setting: Setting) -> bool:
    """What an event consists of: 于5月25日举行，主会场设6个展区."""
    if setting.figure.unit is not Unit.COUNT or setting.figure.explicit:
        return False
    return _EVENT.search(setting.sentence_before) is not None


def _is_pointed_at(setting: Setting) -> bool:
    return setting.figure.unit in COUNTED and bool(_POINTED_AT.search(setting.before))


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
    if _is_deadline(setting) or _VALID.search(setting.sentence_before):
        return True
    if _HAPPENS.match(setting.after) or _LENGTH.search(setting.before):
        return not _LENGTH.search(setting.before)
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


def _is_label(setting: Setting) -> bool:
    return setting.figure.unit in COUNTED and bool(_SPEED.search(setting.before))


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
    if figure.form is Form.ZERO or figure.unit not in COUNTED:
        return False
    if figure.explicit or figure.before or _LENGTH.search(setting.before):
        return False
    if _SERVES.search(setting.before) and _SERVICE_AFTER.match(setting.after):
        return False
    return not (_is_driven(setting.before) or _EACH.match(setting.before))


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
    _is_enclosed,
    _is_whose,
    _is_fee,
    _is_step,
    _is_staged,
    _is_pointed_at,
    _is_quoted,
    _is_term,
    is_condition,
    is_case,
    is_vote,
    is_reckoning,
    is_composition,
    is_cited,
    _is_label,
    _is_single_event,
    _has_compound_unit,
    _is_tax,
    _is_weekday,
    _is_near,
    _is_round_the_clock,
    _is_of_a_rate,
)
