"""Audits as SARIF 2.1.0, for viewers of findings and for pipelines.

One run for all audits. A rule is a verdict (``audit/late``) or the code of a finding. A result is
a requirement or a finding; passed and not applicable ones are results too, of their own ``kind``.

- ``level``: that of the verdict or finding; ``none`` for every ``kind`` but ``fail`` (3.27.10).
- ``suppressions``: the waiver, with its reason: the result keeps its level (3.27.23).
- ``locations``: the local target's file and line where they are known, and its document and
  indicator; ``relatedLocations``: the document above and its clause.
- ``partialFingerprints``: ``plangen/v1`` stays the same while the requirement does, whatever line
  it moves to.
- ``properties``: ``document``, ``asOf``, ``required``, ``promised``, ``also``, ``advice``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from plangen.errors import NOWHERE, Message, Place
from plangen.findings import Finding, Severity
from plangen.model.verdicts import Audit, Claim, Row, Verdict
from plangen.report.audit_advice import advice
from plangen.report.audit_words import (
    VERDICTS,
    claim_words,
    last_day,
    source_words,
    value_words,
    waiver_words,
)

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "plangen/v1"
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

Locate = Callable[[str, str], Place]
"""Where a document (its id) states a target for an indicator; "" for the document as a whole."""
Translate = Callable[[str], str]


def nowhere(_document: str, _indicator: str) -> Place:
    """The place of a target where nothing is known of files."""
    return NOWHERE


def audit_sarif(
    audits: Sequence[Audit],
    locate: Locate = nowhere,
    translate: Translate = str,
    helps: Mapping[str, Message] = MappingProxyType({}),
    language: str = "zh-CN",
) -> str:
    """The text of a SARIF file; the same audits give the same text.

    ``helps`` explain the codes of findings. Suggestions stay in Chinese: they are to be copied.
    """
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [_Run(locate, translate, helps).of(audits, language)],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


class _Run:
    """Writes one run; it remembers which rules there are."""

    def __init__(self, locate: Locate, translate: Translate, helps: Mapping[str, Message]) -> None:
        self._locate = locate
        self._translate = translate
        self._helps = helps
        self._seen = Counter[str]()

    def of(self, audits: Sequence[Audit], language: str) -> dict[str, Any]:
        rules = [self._verdict_rule(verdict) for verdict in Verdict]
        found = (finding for audit in audits for finding in audit.findings)
        codes = {finding.code: finding.severity for finding in found}
        rules += [self._finding_rule(code, severity) for code, severity in sorted(codes.items())]
        places = {rule["id"]: place for place, rule in enumerate(rules)}
        results = [result for audit in audits for result in self._results(audit)]
        for result in results:
            result["ruleIndex"] = places[result["ruleId"]]
        return {
            "tool": {"driver": {"name": "plangen", "language": language, "rules": rules}},
            "automationDetails": {"id": "plangen/audit/"},
            "columnKind": "unicodeCodePoints",
            "results": results,
            "properties": {"audits": [_about(audit) for audit in audits]},
        }

    def _verdict_rule(self, verdict: Verdict) -> dict[str, Any]:
        help_text = HELP[verdict].translated(self._translate)
        level = LEVELS[verdict.severity] if verdict not in KINDS else "none"
        name = VERDICTS[verdict].translated(self._translate)
        return _rule(_rule_id(verdict), name, help_text, level)

    def _finding_rule(self, code: str, severity: Severity) -> dict[str, Any]:
        said = self._helps.get(code, Message("核对时发现的问题（{code}）", code=code))
        words = said.translated(self._translate)
        return _rule(code, words, words, LEVELS[severity])

    def _results(self, audit: Audit) -> Iterator[dict[str, Any]]:
        for row in audit.rows:
            yield self._row(audit, row)
        for finding in audit.findings:
            yield self._finding(audit, finding)

    def _row(self, audit: Audit, row: Row) -> dict[str, Any]:
        required = row.requirement
        kind = KINDS.get(row.verdict, "fail")
        place = self._locate(audit.document, required.indicator if row.promise else "")
        quoted = row.promise.quote if row.promise else ""
        key = (audit.document, required.document, required.indicator, required.clause)
        return {
            "ruleId": _rule_id(row.verdict),
            "kind": kind,
            "level": LEVELS[row.verdict.severity] if kind == "fail" else "none",
            "message": {"text": self._sentence(row)},
            "locations": [_location(place, f"{audit.document}#{required.indicator}", quoted)],
            "relatedLocations": [_related(required)],
            "partialFingerprints": self._fingerprint(
                *key, required.scope, value_words(required), str(last_day(required))
            ),
            **_suppressed(row),
            "properties": _properties(audit, row),
        }

    def _sentence(self, row: Row) -> str:
        said = Message(
            "{name}：{verdict}。上级要求：{required}（{source}）；本级目标：{promised}。{reason}",
            name=row.requirement.name,
            verdict=VERDICTS[row.verdict],
            required=claim_words(row.requirement),
            source=source_words(row.requirement),
            promised=claim_words(row.promise),
            reason=row.reason,
        ).translated(self._translate)
        notes = [note.translated(self._translate) for note in row.notes]
        return "\n".join(filter(None, (said, *notes, advice(row))))

    def _finding(self, audit: Audit, finding: Finding) -> dict[str, Any]:
        message = finding.message.translated(self._translate)
        key = (audit.document, finding.code, str(finding.message), finding.place.key)
        return {
            "ruleId": finding.code,
            "kind": "fail",
            "level": LEVELS[finding.severity],
            "message": {"text": message},
            "locations": [_location(finding.place, audit.document, "")],
            "partialFingerprints": self._fingerprint(*key),
            "properties": {
                "document": audit.document,
                "asOf": audit.as_of.isoformat(),
                "clause": finding.clause,
            },
        }

    def _fingerprint(self, *key: str) -> dict[str, str]:
        """What a result is known by from one run to the next; of equals the second says so."""
        text = "\x1f".join(key)
        self._seen[text] += 1
        number = self._seen[text]
        whole = text if number == 1 else f"{text}\x1f{number}"
        return {FINGERPRINT: sha256(whole.encode("utf-8", "replace")).hexdigest()[:32]}


def _rule_id(verdict: Verdict) -> str:
    return f"audit/{verdict.value.replace('_', '-')}"


def _rule(identifier: str, name: str, help_text: str, level: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "shortDescription": {"text": name},
        "fullDescription": {"text": help_text},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": level},
    }


def _about(audit: Audit) -> dict[str, Any]:
    return {
        "document": audit.document,
        "title": audit.title,
        "asOf": audit.as_of.isoformat(),
        "against": list(audit.against),
        "summary": {verdict.value: count for verdict, count in audit.summary.items()},
        "waived": audit.waived,
    }


def _location(place: Place, logical: str, quoted: str) -> dict[str, Any]:
    found: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": logical}]}
    if place.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line:
            snippet = {"snippet": {"text": quoted}} if quoted else {}
            physical["region"] = {"startLine": place.line, **snippet}
        found["physicalLocation"] = physical
    if place.key:
        found["message"] = {"text": place.key}
    return found


def _uri(file: str) -> str:
    """A path as a reference: what cannot stand in one is escaped."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix().encode("utf-8", "replace"), safe="/")


def _related(required: Claim) -> dict[str, Any]:
    """The requirement's document and clause, and its words."""
    name = f"{required.document}#{required.clause}" if required.clause else required.document
    words = f"{source_words(required)}：{required.quote or claim_words(required)}"
    return {"logicalLocations": [{"fullyQualifiedName": name}], "message": {"text": words}}


def _suppressed(row: Row) -> dict[str, Any]:
    """The waiver: an outside decision (3.35.2), accepted while it is in force."""
    if row.waiver is None:
        return {}
    words = waiver_words(row.waiver)
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": words}]}


def _properties(audit: Audit, row: Row) -> dict[str, Any]:
    return {
        "document": audit.document,
        "asOf": audit.as_of.isoformat(),
        "required": _claim(row.requirement),
        "promised": _claim(row.promise) if row.promise else None,
        "also": [verdict.value for verdict in row.also],
        "advice": advice(row),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    day = last_day(claim)
    return {
        "document": claim.document,
        "clause": claim.clause,
        "indicator": claim.indicator,
        "value": value_words(claim),
        "by": day.isoformat() if day else None,
        "scope": claim.scope,
        "modality": claim.modality,
        "quote": claim.quote,
    }
