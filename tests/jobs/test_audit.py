"""Audits of a workspace's files: what is read, what is refused, and the JSON."""

from datetime import date
from pathlib import Path

import pytest

from plangen.errors import InputError, UsageError
from plangen.jobs.audit import Scope, audit, audit_all
from plangen.jobs.audit_json import all_as_json, as_json
from plangen.jobs.impact import as_json as impact_json
from plangen.jobs.impact import impact
from plangen.load.workspace import Workspace
from tests.load.workspaces import workspace

INDICATORS = """
rate: {name: 覆盖率, unit: percent, of: 社区}
visits: {name: 走访次数, unit: frequency, kind: flow}
"""
UPPER = """
kind: plan
level: city
title: 某市方案
issued: 2030-01-10
ends: 2031-12-31
targets:
- indicator: rate
  at_least: 80%
  by: 2031-12-31
  clause: 二（1）
  quote: 覆盖率达80%以上
- indicator: visits
  at_least: 每半年1次
  clause: 三
"""
PLAN = """
kind: plan
level: street
title: 某街道方案
issued: 2030-05-01
ends: 2031-12-31
implements: [city/scheme]
targets:
- indicator: rate
  at_least: 70%
  by: 2031-12-31
  clause: 一
  quote: 覆盖率达到70%
"""
LATER = """
kind: plan
level: city
title: 某市新方案
issued: 2030-09-01
ends: 2031-12-31
supersedes: [city/scheme]
targets:
- {indicator: rate, at_least: 70%, by: 2031-12-31}
- {indicator: visits, at_least: 每月1次}
"""


def place(folder: Path, **documents: str) -> Workspace:
    """A workspace with a scheme of a city and a plan of a street, and others."""
    files = {"scheme": UPPER, "plan": PLAN, **documents}
    homes = {"scheme": "city/scheme", "plan": "street/plan", "later": "city/later"}
    texts: dict[str, str | bytes] = {
        f"data/{homes.get(name, f'street/{name}')}.yaml": text for name, text in files.items()
    }
    return workspace(folder, {"data/indicators.yaml": INDICATORS, **texts})


def refused(where: Workspace, name: str = "street/plan") -> list[str]:
    """The sentences by which an audit is refused."""
    with pytest.raises(InputError) as caught:
        audit(where, [name])
    return [str(problem.sentence()) for problem in caught.value.problems]


def test_the_json_of_an_audit(tmp_path: Path) -> None:
    waiver = (
        "waivers:\n- {indicator: visits, document: city/scheme, reason: 人手不足, "
        "approver: 市民政局, first: 2030-04-01, last: 2030-06-30}\n"
    )
    found = as_json(audit(place(tmp_path, plan=PLAN + waiver), ["street/plan"]))

    assert found == {
        "document": "street/plan",
        "as_of": "2030-05-01",
        "against": ["city/scheme"],
        "rows": [
            {
                "indicator": "rate",
                "required": {
                    "document": "city/scheme",
                    "clause": "二（1）",
                    "value": "80%以上",
                    "by": "2031-12-31",
                },
                "promised": {
                    "clause": "一",
                    "value": "70%以上",
                    "by": "2031-12-31",
                    "quote": "覆盖率达到70%",
                },
                "verdict": "below",
                "reason": "70%以上达不到要求的80%以上",
                "waiver": None,
            },
            {
                "indicator": "visits",
                "required": {
                    "document": "city/scheme",
                    "clause": "三",
                    "value": "每半年至少1次",
                    "by": "2031-12-31",
                },
                "promised": None,
                "verdict": "missing",
                "reason": "没有提出这项目标",
                "waiver": {
                    "reason": "人手不足",
                    "approver": "市民政局",
                    "first": "2030-04-01",
                    "last": "2030-06-30",
                },
            },
        ],
        "findings": found["findings"],
        "summary": {"below": 1, "missing": 1},
    }
    assert all(
        set(finding) == {"code", "severity", "message", "where"} for finding in found["findings"]
    )


def test_several_documents_are_a_list(tmp_path: Path) -> None:
    where = place(tmp_path, other=PLAN)

    found = as_json(audit(where, ["street/plan", "street/other"]))

    assert [one["document"] for one in found] == ["street/plan", "street/other"]


def test_what_supersedes_a_document_is_found_though_nobody_names_it(tmp_path: Path) -> None:
    where = place(tmp_path, later=LATER)

    before = audit(where, ["street/plan"]).audits[0]
    after = audit(where, ["street/plan"], as_of=date(2030, 9, 1)).audits[0]

    assert (before.against, after.against) == (("city/scheme",), ("city/later",))
    assert [row.verdict.value for row in after.rows] == ["meets", "missing"]


def test_a_broken_file_that_has_nothing_to_do_with_it_does_not_disturb(tmp_path: Path) -> None:
    where = place(tmp_path, broken="kind: plan\nsupersedes: [\n")

    assert audit(where, ["street/plan"]).audits[0].against == ("city/scheme",)


@pytest.mark.parametrize(
    ("documents", "sentence"),
    [
        (
            {"scheme": UPPER.replace("indicator: rate", "indicator: rates")},
            "data/city/scheme.yaml 第8行 targets[1].indicator："
            "没有名为“rates”的指标，是不是“rate”？",
        ),
        (
            {"scheme": UPPER.replace("80%", "80个", 1)},
            "data/city/scheme.yaml 第9行 targets[1].at_least："
            "“覆盖率”的单位是百分比（80%），这里写的是个数（1所）",
        ),
        (
            {"plan": PLAN.replace("at_least: 70%", "at_least: 每年2次")},
            "data/street/plan.yaml 第10行 targets[1].at_least："
            "“覆盖率”的单位是百分比（80%），这里写的是频次（每年2次）",
        ),
        (
            {"scheme": UPPER + "implements: [street/plan]\n"},
            "data/city/scheme.yaml 第16行 implements[1]："
            "文件互相落实，绕成了圈：street/plan → city/scheme → street/plan",
        ),
        (
            {"scheme": UPPER + "supersedes: [city/later]\n", "later": LATER},
            "data/city/later.yaml 第7行 supersedes[1]："
            "文件互相取代，绕成了圈：city/scheme → city/later → city/scheme",
        ),
        (
            {
                "plan": PLAN
                + "waivers:\n- {indicator: rate, document: city/scheme, reason: 无, "
                + "approver: 市, first: 2030-02-01, last: 2030-01-01}\n"
            },
            "data/street/plan.yaml 第15行 waivers[1]："
            "豁免的最后一天（2030-01-01）早于第一天（2030-02-01）",
        ),
        (
            {
                "plan": PLAN
                + "waivers:\n- {indicator: rat, document: city/scheme, reason: 无, "
                + "approver: 市, first: 2030-01-01, last: 2030-02-01}\n"
            },
            "data/street/plan.yaml 第15行 waivers[1].indicator："
            "没有名为“rat”的指标，是不是“rate”？",
        ),
        (
            {"plan": PLAN.replace("city/scheme", "city/schema")},
            "data/street/plan.yaml 第7行 implements[1]：没有文件“city/schema”",
        ),
        (
            {
                "plan": PLAN.replace("issued: 2030-05-01\n", ""),
                "scheme": UPPER.replace("issued: 2030-01-10\n", ""),
            },
            "data/street/plan.yaml 第2行 issued：没有成文日期，不知道按哪一天核对；"
            "请写上日期，或用 --as-of 指定",
        ),
    ],
)
def test_bad_input_is_refused_with_file_and_line(
    documents: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    assert sentence in refused(place(tmp_path, **documents))


def test_populations_that_are_parts_of_themselves_are_refused(tmp_path: Path) -> None:
    where = place(tmp_path)
    dictionary = tmp_path / "data/indicators.yaml"
    dictionary.write_text(
        INDICATORS.replace("of: 社区}", "of: 社区, parts: {社区: [小区], 小区: [社区]}}")
    )

    assert refused(where) == ["data/indicators.yaml：对象的组成部分绕成了圈：社区 → 小区 → 社区"]


def test_a_document_that_is_not_there_is_no_fault_of_the_data(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有文件“street/none”"):
        audit(place(tmp_path), ["street/none"])


def test_all_documents_of_a_workspace_are_counted(tmp_path: Path) -> None:
    where = place(tmp_path, other=PLAN.replace("70%", "90%"))

    found = audit_all(where, Scope())

    assert [entry.document for entry in found.rollup.documents] == ["street/other", "street/plan"]
    assert {verdict.value: count for verdict, count in found.rollup.total.verdicts.items()} == {
        "exceeds": 1,
        "below": 1,
        "missing": 2,
    }
    assert found.fails()
    assert all_as_json(found)["rollup"]["levels"] == {
        "street": {
            "documents": 2,
            "verdicts": {"exceeds": 1, "below": 1, "missing": 2},
            "waived": 0,
        }
    }


def test_a_folder_of_a_workspace_is_counted_alone(tmp_path: Path) -> None:
    where = place(tmp_path)
    below = tmp_path / "data/east/plan.yaml"
    below.parent.mkdir()
    below.write_text(PLAN, encoding="utf-8")

    for name in ("east", "data/east", "east/plan", "data/east/plan.yaml"):
        found = audit_all(where, Scope((name,)))
        assert [entry.document for entry in found.rollup.documents] == ["east/plan"], name


def test_a_faulty_document_does_not_stop_the_others(tmp_path: Path) -> None:
    where = place(tmp_path, broken=PLAN.replace("at_least: 70%", "at_least: 七成多"))

    found = audit_all(where, Scope(), keep=True)

    assert [entry.document for entry in found.rollup.documents] == ["street/plan"]
    assert [one.document for one in found.audits] == ["street/plan"]
    assert [str(problem.place.message()) for problem in found.problems] == [
        "data/street/broken.yaml 第10行 targets[1].at_least"
    ]


@pytest.mark.parametrize("names", [("city",), ("nowhere",)])
def test_where_there_is_nothing_to_audit_that_is_said(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(UsageError):
        audit_all(place(tmp_path), Scope(names))


def test_the_impact_of_a_new_document(tmp_path: Path) -> None:
    where = place(tmp_path, later=LATER)

    found = impact_json(impact(where, "city/later", ["street/plan"]))

    (plan,) = found["plans"]
    effects = [
        (
            effect["indicator"],
            effect["kind"],
            effect["before"]["verdict"],
            effect["after"]["verdict"],
        )
        for effect in plan["effects"]
    ]
    assert (plan["document"], plan["as_of"], plan["replaced"]) == (
        "street/plan",
        "2030-09-01",
        ["city/scheme"],
    )
    assert effects == [
        ("rate", "better", "below", "meets"),
        ("visits", "same", "missing", "missing"),
    ]


def test_a_new_document_is_not_compared_with_itself(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="city/scheme 不能和自己核对"):
        impact(place(tmp_path), "city/scheme", ["city/scheme"])
