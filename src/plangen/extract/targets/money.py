"""Sums that are no targets: payments, fines, grants, tariffs, taxes."""

from __future__ import annotations

import re

from plangen.extract.targets.figure import Form
from plangen.extract.targets.setting import Setting
from plangen.quantity.values import Unit

_MONEY = re.compile(
    "罚|处(?=以?\\Z)|补|奖|资助|标准|收费|缴|给予|每亩|发放|注册资|津贴|赔偿|违法所得|没收"
)
_CAPPED = re.compile(
    "(?:生活费|票价|保费|收费|收取|贷款额度|保证金|总额不|以奖代补|津贴|补助|奖励|补贴|资助|注册资本|罚款)[^。]{0,60}\\Z"
)
_SUM = re.compile(
    "(?<!完成)(?<!实现)(?<!引进)(?<!到位)(?:资金|经费|金额)\\Z"
    "|费[^，。；费]{0,8}\\Z|每[人天年月次生具户]+\\Z"
)
_SPENT = re.compile("经费|人均|收入|投入|发放[^，。；]{0,8}贷款|投资|产值")
_FEES = re.compile(
    "收费标准|津贴标准|补贴标准|补助标准|收费为|计费|加收|最高收费|水价|电价|气价|分时|免费停"
)
_PRICES = re.compile("(?:收费|[费价补贴助金])标准")
_CHARGED = re.compile("[^，。；]{0,16}(?:收费|加收|征收|交纳|缴纳|计收)")
_LENT = re.compile("首付款?比例|缴存比例")
_CHANGED = re.compile("(?:较|比)[^，。；]{1,10}(?:下降|降低|减少|上升)\\Z")
_TAX = re.compile("(?:税|利率|费率|首付|免赔率)[^，。；]{0,12}\\Z|(?:按|减按)\\Z")


def is_payment(setting: Setting) -> bool:
    """A sum that is paid, fined or granted: 每人补助2万元."""
    if "元" not in setting.noun:
        return False
    if setting.figure.explicit and _SPENT.search(setting.before):
        return False
    if setting.figure.explicit and "经费" in setting.sentence_before:
        return False
    if _CAPPED.search(setting.sentence_before) or _is_sum(setting):
        return True
    if setting.figure.before and _SPENT.search(setting.before):
        return False
    return bool(_MONEY.search(setting.before + setting.after[:12]))


def _is_sum(setting: Setting) -> bool:
    """A bare sum that was had or spent: 帮扶资金48.6万元."""
    bare = not (setting.figure.explicit or setting.figure.before)
    return bare and _SUM.search(setting.before) is not None


def is_fee(setting: Setting) -> bool:
    """A sum or a time of a tariff: 首小时5元，超过1小时后…."""
    if setting.figure.form is Form.WHOLE:
        return False
    if "元" in setting.noun and _PRICES.search(setting.paragraph):
        return True
    return bool(_FEES.search(setting.sentence_before) or _CHARGED.match(setting.after))


def is_tax(setting: Setting) -> bool:
    """A rate of tax or interest."""
    if setting.figure.unit is Unit.PERCENT and _LENT.search(setting.before):
        return True
    bare = setting.figure.unit is Unit.PERCENT and not setting.figure.explicit
    if not bare or _CHANGED.search(setting.before):
        return False
    return _TAX.search(setting.before) is not None
