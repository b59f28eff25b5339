"""What makes a bare count or measure a promise: a verb, a service, a standard for each."""

from __future__ import annotations

import re

from plangen.extract.targets.figure import Form
from plangen.extract.targets.setting import COUNTED, Setting
from plangen.extract.targets.terms import LENGTH
from plangen.extract.targets.words import BUILT, DRIVEN
from plangen.quantity.patterns import EACH
from plangen.quantity.values import Unit

_SERVES = re.compile("(?:为|对|帮助|向|资助)[^，。；]{0,6}\\Z")
_SERVICE_AFTER = re.compile(
    "[^，。；]{0,24}(?:实施|提供|开展|办理|发放|安装|进行(?!处|通|约)|落实|配备|改造)"
)
_EACH = re.compile(
    "每(?:名|个|人|村|户|所|校|班|家|支|镇|乡|社区|街道)[^，。；]{0,16}(?:联系|服务|对接|结对|包联|负责|管护|管理)"
)
_PERIODIC = re.compile(f"(?:{EACH})\\Z")  # 每周4课时


def lacks_driver(setting: Setting) -> bool:
    """Whether a bare count or measure has no verb that makes it a promise."""
    figure = setting.figure
    if figure.form is Form.ZERO or figure.unit not in COUNTED:
        return False
    if figure.explicit or figure.before or LENGTH.search(setting.before):
        return False
    if _SERVES.search(setting.before) and _SERVICE_AFTER.match(setting.after):
        return False
    if figure.unit is Unit.MEASURE and _PERIODIC.search(setting.before):
        return False
    return not (is_driven(setting.before) or _EACH.match(setting.before))


def is_driven(before: str) -> bool:
    """Whether a verb makes what follows a promise."""
    return bool(BUILT.search(before) or DRIVEN.search(before))
