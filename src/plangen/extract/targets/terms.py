"""Lengths of time that are no targets: terms, deadlines, what happens within a time."""

from __future__ import annotations

import re

from plangen.extract.targets.setting import Setting
from plangen.extract.targets.words import BUILD_TAIL, DRIVEN, LEADS
from plangen.quantity.nouns import TIMES

LENGTH = re.compile(
    "(?:时间|时长|时限|周期|服务期|(?<![效质任示保用限])期)(?:一般|原则上)?(?:为|在|控制在|是)\\Z"
    "|(?:培训|服务|学习|跟师|实习)(?:时间|时长|周期|期)\\Z"
)
_TERM = re.compile(
    "有效期|满|保质|贷款|任期|工龄|办学|试用|(?<!之)日起|保存|许可|合同|公示期|追溯|近|连续|经营|间隔|使用期限|检定周期|年限"
)
_HAPPENS = re.compile("累计|连续|发生|受到|被|新发|不得|禁止|出现|免费|免收|有[0-9]|有期|拘役|拘留")
_VALID = re.compile("(?:有效期|保质期|保修期|追溯期|贷款期限|合同期限|许可期限)[^。；]{0,24}\\Z")
_OWN = re.compile(
    "(?:予以|内|书面)?(?:公开|调解|核实|整改|完成|办结|答复|告知|处理|回复|送达|拨付|反馈|审核|调查|报告|报送|开展|作出|支付)"
)
_ASKED = re.compile("申请人|当事人|可以|有权|复议|诉讼|考生|参保人|投标|应聘")
_BY_THEN = re.compile("开展|参加|进行|接受|不少于|组织")
_BY_WHEN = re.compile("实现|完成|达到|建成|全部|基本|力争")
_LONG = ("年", "个月", "个季度")
_LEADS = re.compile(f"(?:{LEADS}|在|用)*+")
_SHORT = ("控制在", "不超过", "缩短到", "缩短至", "压缩到", "压缩至")
_FREE = re.compile("优惠|免费(?!低|开放)|免收|宽限")
_RATED = re.compile("[^，。；]{1,10}(?:率|的比例)")


def is_term(setting: Setting) -> bool:
    """A length of time that is valid, served or allowed, not promised."""
    if setting.noun not in TIMES:
        return False
    if _is_deadline(setting) or _is_granted(setting):
        return True
    if "之日起" in setting.before:
        return _ASKED.search(setting.sentence_before) is not None or not _OWN.match(setting.after)
    if LENGTH.search(setting.before):
        return False
    if _TERM.search(setting.before[-8:]):
        demanded = _BY_THEN.search(setting.before) or "公示期" in setting.before
        return not (demanded or _is_gap(setting))
    if setting.figure.explicit or DRIVEN.search(setting.before + setting.figure.before):
        return False
    return not (setting.figure.before or BUILD_TAIL.search(setting.before))


def _is_granted(setting: Setting) -> bool:
    """A time for which something is valid, free or allowed, or within which it happens."""
    longest = setting.before.endswith("最长") and setting.noun in ("年", "个月")
    valid = _VALID.search(setting.sentence_before) or _FREE.search(setting.before)
    happens = _HAPPENS.match(setting.after) and not LENGTH.search(setting.before)
    return bool(longest or valid or happens)


def _is_gap(setting: Setting) -> bool:
    """An interval that is to be short: 发车间隔控制在30分钟以内."""
    return setting.before.endswith("间隔") and setting.figure.before in _SHORT


def _is_deadline(setting: Setting) -> bool:
    """三年内 at the head of a clause says by when, not how long."""
    inside = setting.noun in _LONG and setting.figure.bound.after == "内"
    heads = _LEADS.fullmatch(setting.before) or _BY_WHEN.match(setting.after)
    return inside and heads is not None


def is_of_a_rate(setting: Setting) -> bool:
    """A time that belongs to the name of a rate (30日内随访率)."""
    within = setting.figure.bound.after in ("内", "以内", "之内")
    return within and setting.noun in TIMES and _RATED.match(setting.after) is not None
