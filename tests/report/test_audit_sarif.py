"""Audits as SARIF: valid, stable, and with nothing left out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plangen.errors import Message, Place
from plangen.findings import Finding, Severity
from plangen.model.verdicts import Audit, Verdict
from plangen.report.audit_rules import Help
from plangen.report.audit_sarif import FINGERPRINT, audit_sarif
from tests.report.audits import FULL, ROOMS_80, SCHOOLS, audit, promised, required, row
from tests.report.composing import advise

GOLDEN = Path(__file__).parent / "golden" / "audit.sarif"
FAILING = {"late", "below", "narrower", "weaker", "missing", "incomparable"}


def run(*audits: Audit, **options: Any) -> dict[str, Any]:
    (only,) = json.loads(audit_sarif(audits, advise, **options))["runs"]
    assert isinstance(only, dict)
    return only


def results(*audits: Audit) -> list[dict[str, Any]]:
    return list(run(*audits)["results"])


def fingerprints(*audits: Audit) -> list[str]:
    return [result["partialFingerprints"][FINGERPRINT] for result in results(*audits)]


def test_the_file_is_what_was_accepted(pytestconfig: pytest.Config) -> None:
    """``pytest tests/jobs tests/report --accept`` rewrites it."""
    text = audit_sarif([FULL], advise)
    if pytestconfig.getoption("--accept", default=False):
        GOLDEN.write_text(text, encoding="utf-8")

    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("audits", [(), (FULL,), (FULL, FULL)])
def test_the_file_is_valid(audits: tuple[Audit, ...]) -> None:
    model = pytest.importorskip("pydantic_sarif.model")

    log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    log.model_validate_json(audit_sarif(audits, advise))


def test_the_check_of_validity_refuses_what_the_schema_lacks() -> None:
    model = pytest.importorskip("pydantic_sarif.model")
    text = audit_sarif([FULL], advise).replace('"ruleId"', '"rule"')

    log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    with pytest.raises(ValueError, match="rule"):
        log.model_validate_json(text)


def test_every_result_points_to_its_rule() -> None:
    only = run(FULL)
    rules = only["tool"]["driver"]["rules"]

    assert [rules[result["ruleIndex"]]["id"] for result in only["results"]] == [
        result["ruleId"] for result in only["results"]
    ]
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_every_verdict_has_a_rule_with_help() -> None:
    rules = {rule["id"]: rule for rule in run(audit())["tool"]["driver"]["rules"]}

    assert list(rules) == [f"audit/{verdict.value.replace('_', '-')}" for verdict in Verdict]
    assert all(rule["help"]["text"].endswith("。") for rule in rules.values())


def test_the_code_of_a_finding_is_explained_where_help_is_given() -> None:
    helps = {"audit/older": Help(Message("较早"), Message("方案比上级文件早。"))}

    rules = {rule["id"]: rule for rule in run(FULL, helps=helps)["tool"]["driver"]["rules"]}

    assert rules["audit/older"]["shortDescription"]["text"] == "较早"
    assert rules["audit/older"]["help"]["text"] == "方案比上级文件早。"
    assert (
        rules["audit/member-missing"]["help"]["text"] == "核对时发现的问题（audit/member-missing）"
    )


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_a_failure_has_a_level(verdict: Verdict) -> None:
    (result,) = results(audit(row(verdict, required("90%"), ROOMS_80)))

    assert (result["kind"] == "fail") == (verdict.value in FAILING)
    assert (result["level"] != "none") == (verdict.value in FAILING)


def test_an_encouraged_requirement_is_a_note() -> None:
    (result,) = results(audit(row(Verdict.MISSING, required("90%", modality="鼓励"))))

    assert result["level"] == "note"


def test_a_waiver_suppresses_and_the_level_stays() -> None:
    (waived,) = [result for result in results(FULL) if "suppressions" in result]

    assert waived["level"] == "error"
    assert waived["suppressions"] == [
        {
            "kind": "external",
            "justification": "已豁免：热线由市级统一设置；武汉市卫生健康委批准，"
            "2020年1月1日至2020年12月31日",
        }
    ]


def test_a_promise_is_found_in_its_file() -> None:
    place = Place("data/山城/plan 2020.yaml", 31, "targets[0]")
    local = replace(ROOMS_80, place=place)

    (result,) = results(audit(row(Verdict.BELOW, required("90%"), local)))

    (found,) = result["locations"]
    assert found["physicalLocation"] == {
        "artifactLocation": {"uri": "data/%E5%B1%B1%E5%9F%8E/plan%202020.yaml"},
        "region": {"startLine": 31, "snippet": {"text": ROOMS_80.quote}},
    }


def test_what_is_missing_is_missing_in_the_file_of_the_others() -> None:
    local = replace(ROOMS_80, place=Place("data/plan.yaml", 31))

    _, missing = results(
        audit(
            row(Verdict.MEETS, required("80%"), local),
            row(Verdict.MISSING, required("80%", SCHOOLS)),
        )
    )

    assert missing["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/plan.yaml"}
    }


def test_the_requirement_is_a_related_location() -> None:
    result = results(FULL)[0]

    assert result["relatedLocations"] == [
        {
            "logicalLocations": [{"fullyQualifiedName": "national/scheme-2018#二（1）"}],
            "message": {"text": "《全国社会心理服务体系建设试点工作方案》二（1）：建成率达80%以上"},
        }
    ]


def test_fingerprints_are_distinct_even_for_the_same_requirement() -> None:
    found = fingerprints(FULL, FULL, audit(*FULL.rows, *FULL.rows))

    assert len(set(found)) == len(found)


def test_a_fingerprint_outlives_lines_and_verdicts() -> None:
    before = audit(row(Verdict.BELOW, required("90%"), ROOMS_80))
    moved = replace(promised("95%"), place=Place("data/plan.yaml", 99))
    after = audit(row(Verdict.EXCEEDS, required("90%"), moved))

    assert fingerprints(before) == fingerprints(after)


def test_the_fingerprint_of_a_finding_outlives_its_line() -> None:
    def at(line: int) -> Audit:
        place = Place("data/plan.yaml", line, "duties[1]")
        return audit(findings=(Finding("x", Severity.WARN, Message("有误"), place),))

    assert fingerprints(at(1)) == fingerprints(at(2))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inside in value.values():
            yield from strings(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from strings(inside)
    elif isinstance(value, str):
        yield value


def test_words_go_through_the_translation() -> None:
    only = run(
        FULL, translate=lambda wording: wording.replace("上级要求", "REQUIRED"), language="en"
    )

    assert only["tool"]["driver"]["language"] == "en"
    assert any("REQUIRED：80%以上" in text for text in strings(only["results"]))
