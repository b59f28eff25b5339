"""Audits as SARIF 2.1.0, for viewers of findings and for pipelines.

One run for all audits. A rule is a verdict (``audit/late``) or the code of a finding. A result is
a requirement or a finding; passed and not applicable ones are results too, of their own ``kind``.

- ``level``: that of the verdict or finding; ``none`` for every ``kind`` but ``fail`` (3.27.10).
- ``suppressions``: the waiver, with its reason: the result keeps its level (3.27.23).
- ``locations``: the local target's file and line where they are known, and its document and
  indicator; ``relatedLocations``: the document above and its clause.
- ``partialFingerprints``: ``plangen/v1`` stays the same while the requirement does, whatever line
  it moves to.
- ``properties``: ``document``, ``asOf``, ``required``, ``promised``, ``also``, ``path``,
  ``advice``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from plangen.errors import Message, Place
from plangen.findings import Finding
from plangen.model.verdicts import Audit, Claim, Row
from plangen.report.audit_rules import KINDS, LEVELS, Help, Translate, all_rules, rule_id
from plangen.report.audit_words import (
    VERDICTS,
    Advise,
    claim_words,
    last_day,
    source_words,
    value_words,
    waived_words,
)

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "plangen/v1"


def audit_sarif(
    audits: Sequence[Audit],
    advise: Advise,
    translate: Translate = str,
    helps: Mapping[str, Help] = MappingProxyType({}),
    language: str = "zh-CN",
) -> str:
    """The text of a SARIF file; the same audits give the same text.

    ``helps`` explain the codes of findings. Suggestions stay in Chinese: they are to be copied.
    """
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [_run(audits, advise, (translate, helps), language)],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(
    audits: Sequence[Audit],
    advise: Advise,
    words: tuple[Translate, Mapping[str, Help]],
    language: str,
) -> dict[str, Any]:
    translate, helps = words
    found = [finding for audit in audits for finding in audit.findings]
    rules = all_rules(found, helps, translate)
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    writer = _Results(advise, translate)
    results = [result for audit in audits for result in writer.of(audit)]
    for result in results:
        result["ruleIndex"] = places[result["ruleId"]]
    return {
        "tool": {"driver": {"name": "plangen", "language": language, "rules": rules}},
        "automationDetails": {"id": "plangen/audit/"},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"audits": [_about(audit) for audit in audits]},
    }


class _Results:
    """Writes the results of one run; it remembers what it has given a fingerprint."""

    def __init__(self, advise: Advise, translate: Translate) -> None:
        self._advise, self._translate = advise, translate
        self._seen = Counter[str]()

    def of(self, audit: Audit) -> Iterator[dict[str, Any]]:
        """Rows, then findings."""
        for row in audit.rows:
            yield self._row(audit, row)
        for finding in audit.findings:
            yield self._finding(audit, finding)

    def _row(self, audit: Audit, row: Row) -> dict[str, Any]:
        required = row.requirement
        kind = KINDS.get(row.verdict, "fail")
        advice = self._advise(row)
        place = row.promise.place if row.promise else Place(_file(audit))
        quoted = row.promise.quote if row.promise else ""
        key = (audit.document, required.document, required.indicator, required.clause)
        return {
            "ruleId": rule_id(row.verdict),
            "kind": kind,
            "level": LEVELS[replace(row, waiver=None).severity] if kind == "fail" else "none",
            "message": {"text": self._sentence(row, advice)},
            "locations": [_location(place, f"{audit.document}#{required.indicator}", quoted)],
            "relatedLocations": [self._related(required)],
            "partialFingerprints": self._fingerprint(
                *key, required.scope, value_words(required), str(last_day(required))
            ),
            **self._suppressed(row),
            "properties": _properties(audit, row, advice),
        }

    def _sentence(self, row: Row, advice: str) -> str:
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
        return "\n".join(filter(None, (said, *notes, advice)))

    def _related(self, required: Claim) -> dict[str, Any]:
        """The requirement's document and clause, and its words."""
        name = f"{required.document}#{required.clause}" if required.clause else required.document
        words = Message(
            "{source}：{words}",
            source=source_words(required),
            words=required.quote or claim_words(required),
        ).translated(self._translate)
        return {**_location(required.place, name, required.quote), "message": {"text": words}}

    def _suppressed(self, row: Row) -> dict[str, Any]:
        """The waiver: an outside decision (3.35.2)."""
        if row.waiver is None:
            return {}
        reason = waived_words(row.waiver).translated(self._translate)
        return {"suppressions": [{"kind": "external", "justification": reason}]}

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


def _file(audit: Audit) -> str:
    """The file of the local document, as far as one of its targets tells it."""
    files = (coverage.promise.place.file for coverage in audit.coverage)
    return next(filter(None, files), "")


def _properties(audit: Audit, row: Row, advice: str) -> dict[str, Any]:
    return {
        "document": audit.document,
        "asOf": audit.as_of.isoformat(),
        "required": _claim(row.requirement),
        "promised": _claim(row.promise) if row.promise else None,
        "also": [verdict.value for verdict in row.also],
        "path": list(row.path),
        "advice": advice,
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
