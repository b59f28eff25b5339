"""What the codes of an audit's findings stand for: the cross-checks by their manual, the others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plangen.audit.auditor import NO_DATE, OWN
from plangen.audit.checks.registry import CHECKS
from plangen.audit.uppers import NEWER, NOT_IN_FORCE, NOTHING_ABOVE
from plangen.audit.waiving import EXPIRED, STALE, TO_COME, UNMATCHED
from plangen.errors import Message
from plangen.report.audit_rules import Help

HELPS: Mapping[str, Help] = MappingProxyType(
    {
        **{check.code: Help(check.title, check.manual) for check in CHECKS},
        OWN: Help(
            Message("自定目标"),
            Message("本级提出的目标，上级没有要求。可以保留，请确认不是写错了指标。"),
        ),
        NO_DATE: Help(
            Message("没有成文日期"),
            Message("数据里没有成文日期，按可能的最早一天核对。应补上日期，或用 --as-of 指定。"),
        ),
        NOT_IN_FORCE: Help(
            Message("所落实的文件没有生效"),
            Message("所落实的文件在核对的那一天还没有印发、已被取代或已经结束，没有按它核对。"),
        ),
        NOTHING_ABOVE: Help(
            Message("没有现行的上级文件"),
            Message("核对的那一天，所落实的文件没有一份有效，没有可以核对的要求。"),
        ),
        NEWER: Help(
            Message("上级文件晚于本地文件"),
            Message("上级文件在本地文件成文以后印发，本地文件当时无从落实。应据此修订。"),
        ),
        EXPIRED: Help(
            Message("豁免已经到期"),
            Message("登记的豁免在核对的那一天已经过期，不再算数。应达到要求，或重新报批。"),
        ),
        TO_COME: Help(
            Message("豁免还没有开始"),
            Message("登记的豁免在核对的那一天还没有开始，暂不算数。"),
        ),
        UNMATCHED: Help(
            Message("豁免没有对应的要求"),
            Message("现行的上级要求里没有豁免所说的这一条。应核对它的文件、指标、条款和对象。"),
        ),
        STALE: Help(
            Message("豁免已不需要"),
            Message("豁免的要求已经达到或不适用。可以删去这条豁免。"),
        ),
    }
)
