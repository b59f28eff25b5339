"""The rules of an audit's SARIF file: the verdicts, and the codes of findings, with their help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.verdicts import Verdict
from plangen.report.audit_words import VERDICTS

Translate = Callable[[str], str]
LEVELS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "note"}
)
KINDS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.EXCEEDS: "pass",
        Verdict.MEETS: "pass",
        Verdict.NOT_APPLICABLE: "notApplicable",
        Verdict.UNKNOWN: "open",
    }
)
HELP: Mapping[Verdict, Message] = MappingProxyType(
    {
        Verdict.EXCEEDS: Message("本级目标比上级要求的数值更严，期限不晚于要求。"),
        Verdict.MEETS: Message("本级目标的数值、期限、对象和措辞都符合上级要求。"),
        Verdict.LATE: Message(
            "本级目标达到要求的数值，期限却晚于上级要求。应提前，或增加阶段目标。"
        ),
        Verdict.BELOW: Message("到要求的期限，本级目标的数值低于上级要求。应提高。"),
        Verdict.NARROWER: Message("本级目标的对象只是上级要求的一部分。应扩大对象。"),
        Verdict.WEAKER: Message("上级要求“应当”做到，本级只说“力争”或“鼓励”。应加强措辞。"),
        Verdict.MISSING: Message("上级有要求，本级没有提出目标。应增加。"),
        Verdict.INCOMPARABLE: Message("单位、口径不同，无法比较。应改用上级的口径。"),
        Verdict.NOT_APPLICABLE: Message("登记的本地情况表明这项要求在本地没有对象。"),
        Verdict.UNKNOWN: Message("登记的情况不足以判断。应查明并登记后重新核对。"),
    }
)


@dataclass(frozen=True, slots=True)
class Help:
    """What the code of a finding stands for: in a few words, and in full."""

    title: Message
    text: Message


def all_rules(
    findings: Sequence[Finding], helps: Mapping[str, Help], translate: Translate
) -> list[dict[str, Any]]:
    """Every verdict, and the codes that occur, by their ids."""
    rules = []
    for verdict in Verdict:
        name = VERDICTS[verdict].translated(translate)
        level = "none" if verdict in KINDS else LEVELS[verdict.severity]
        rules.append(_rule(rule_id(verdict), name, HELP[verdict].translated(translate), level))
    codes = {finding.code: finding.severity for finding in findings}
    for code, severity in sorted(codes.items()):
        found = Message("核对时发现的问题（{code}）", code=code)
        said = helps.get(code, Help(found, found))
        title, text = said.title.translated(translate), said.text.translated(translate)
        rules.append(_rule(code, title, text, LEVELS[severity]))
    return rules


def rule_id(verdict: Verdict) -> str:
    """The id of a verdict's rule: audit/not-applicable."""
    return f"audit/{verdict.value.replace('_', '-')}"


def _rule(identifier: str, name: str, help_text: str, level: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "shortDescription": {"text": name},
        "fullDescription": {"text": help_text},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": level},
    }
