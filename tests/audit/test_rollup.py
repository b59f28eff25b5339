"""Many audits counted together."""

from typing import Any

from plangen.audit.auditor import Auditor
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.audit.rollup import roll_up
from plangen.findings import Severity
from plangen.model.rollups import Tally
from plangen.model.verdicts import Verdict
from tests.audit.auditing import INDICATORS, UPPER, asked, paper, papers, upper

SCHEME = upper(asked(), asked("teachers", "1:4000"))
NONE = {"高等院校": {"value": 0, "source": "年鉴"}}
WAIVER = {
    "indicator": "rooms",
    "document": UPPER,
    "reason": "正在合并",
    "approver": "县卫生健康局",
    "first": "2020-06-01",
    "last": "2020-12-31",
}


def plan(name: str, place: str, *targets: dict[str, Any], **values: Any) -> Paper:
    given = {
        "level": "street",
        "issued": "2020-09-06",
        "implements": [UPPER],
        "place": {"name": place},
        "targets": list(targets),
        **values,
    }
    return paper(name, **given)


PLANS = (
    plan("east/plan", "东街道", asked(), facts=NONE),
    plan("west/plan", "西街道", waivers=[WAIVER]),
    plan("city/plan", "某市", asked(at_least="70%"), level="city", facts=NONE),
)


def counts(tally: Tally) -> dict[str, int]:
    return {verdict.value: count for verdict, count in tally.verdicts.items()}


def test_audits_are_counted_by_level_place_and_indicator() -> None:
    auditor = Auditor(Hierarchy(papers(SCHEME, *PLANS)), INDICATORS)

    rollup = roll_up(auditor.audit(document) for document in PLANS)

    assert counts(rollup.total) == {
        "meets": 1,
        "below": 1,
        "missing": 1,
        "not_applicable": 2,
        "unknown": 1,
    }
    assert {level: counts(tally) for level, tally in rollup.levels.items()} == {
        "street": {"meets": 1, "missing": 1, "not_applicable": 1, "unknown": 1},
        "city": {"below": 1, "not_applicable": 1},
    }
    assert {place: tally.waived for place, tally in rollup.places.items()} == {
        "东街道": 0,
        "西街道": 1,
        "某市": 0,
    }
    assert {name: counts(tally) for name, tally in rollup.indicators.items()} == {
        "rooms": {"meets": 1, "below": 1, "missing": 1},
        "teachers": {"not_applicable": 2, "unknown": 1},
    }
    assert rollup.indicators["rooms"].documents == 3
    assert (rollup.levels["street"].documents, rollup.total.documents) == (2, 3)


def test_what_does_not_apply_is_seen_and_counts_for_nothing() -> None:
    tally = Tally("", 1, {Verdict.MEETS: 3, Verdict.NOT_APPLICABLE: 2, Verdict.LATE: 1})

    assert (tally.rows, tally.applicable, tally.passed) == (6, 4, 3)


def test_a_document_fails_where_something_weighs_enough() -> None:
    auditor = Auditor(Hierarchy(papers(SCHEME, *PLANS)), INDICATORS)
    audits = [auditor.audit(document) for document in PLANS]

    fails = {
        level: [entry.fails for entry in roll_up(audits, level).documents] for level in Severity
    }

    assert fails == {
        Severity.ERROR: [False, False, True],
        Severity.WARN: [False, True, True],
        Severity.INFO: [True, True, True],
    }
