"""Documents made for one audit, and what it says of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plangen.audit.auditor import Auditor
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.errors import Place
from plangen.load.yaml_text import key_text
from plangen.model.disagreement import KeyPath
from plangen.model.indicators import Indicator
from plangen.model.verdicts import Audit, Row
from tests.model.records import facts

SCHOOLS = {"中小学": ["小学", "中学"], "中小学校": ["中小学"], "企业": ["规模以上企业", "小微企业"]}
KINDS: dict[str, dict[str, Any]] = {
    "rooms": {"name": "建成率", "unit": "percent", "of": "村（社区）"},
    "schools": {"name": "学校建成率", "unit": "percent", "of": "中小学", "parts": SCHOOLS},
    "firms": {"name": "企业覆盖率", "unit": "percent", "of": "企业"},
    "teachers": {"name": "师生比", "unit": "ratio", "applies_if": ["高等院校"]},
    "meetings": {"name": "会议次数", "unit": "frequency", "kind": "flow"},
    "hours": {"name": "服务时间", "unit": "hours"},
    "sites": {"name": "场所数", "unit": "count", "noun": "个"},
    "incidents": {"name": "案件数", "unit": "count", "better": "lower", "kind": "flow"},
    "listed": {"name": "列入规划", "unit": "boolean"},
    "cities": {"name": "试点市数", "unit": "count", "levels": ["province"]},
}
INDICATORS = {name: Indicator.model_validate(given) for name, given in KINDS.items()}
UPPER, LOCAL = "upper/scheme", "local/plan"
DAY = date(2020, 9, 6)


def paper(name: str, **values: Any) -> Paper:
    """A document whose keys are placed in a file of its name."""

    def place(key: KeyPath) -> Place:
        return Place(f"{name}.yaml", 0, key_text(key))

    given = {"level": "national", "issued": "2020-01-01", "ends": "2021-12-31", **values}
    given["targets"] = [_written(target) for target in given.get("targets", ())]
    return Paper(name, facts(**given), place)


def _written(value: Any) -> Any:
    """A target with its days as data files write them."""
    if isinstance(value, Mapping):
        return {key: _written(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_written(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def papers(*documents: Paper) -> dict[str, Paper]:
    """Documents by their ids."""
    return {document.id: document for document in documents}


def local(*targets: Mapping[str, Any], **values: Any) -> Paper:
    """A street's plan of 2020-09-06 below the upper scheme."""
    given = {"level": "street", "issued": "2020-09-06", "implements": [UPPER], **values}
    return paper(LOCAL, targets=list(targets), **given)


def upper(*targets: Mapping[str, Any], **values: Any) -> Paper:
    """The upper scheme."""
    return paper(UPPER, targets=list(targets), **values)


def audited(
    document: Paper,
    *above: Paper,
    as_of: date | None = None,
    against: tuple[str, ...] = (),
    indicators: Mapping[str, Indicator] = INDICATORS,
) -> Audit:
    """The audit of a document below others."""
    auditor = Auditor(Hierarchy(papers(document, *above)), indicators)
    return auditor.audit(document, as_of, against)


def asked(indicator: str = "rooms", at_least: str | None = None, **values: Any) -> dict[str, Any]:
    """A target: 80% of rooms by the end of 2021, where nothing else is said."""
    given = {"indicator": indicator, "by": "2021-12-31", **values}
    bounds = ("at_most", "equals", "points")
    if at_least is None and not any(name in given for name in bounds):
        at_least = "80%"
    if "points" in given:
        del given["by"]
    return given if at_least is None else {**given, "at_least": at_least}


def the_row(promised: Mapping[str, Any] | None, required: Mapping[str, Any], **place: Any) -> Row:
    """The row of one requirement against one target or none."""
    targets = [promised] if promised else []
    (row,) = audited(local(*targets, **place), upper(required)).rows
    return row


def said(audit: Audit) -> list[str]:
    """The findings: code and sentence."""
    return [f"{finding.code}：{finding.message}" for finding in audit.findings]


def verdicts(row: Row) -> list[str]:
    """The verdict and the further shortfalls."""
    return [verdict.value for verdict in (row.verdict, *row.also)]
