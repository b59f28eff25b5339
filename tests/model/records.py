"""Facts and dictionaries made for one test, and what the check of consistency says."""

from collections.abc import Mapping
from typing import Any

from plangen.findings import Severity
from plangen.load.yaml_text import key_text
from plangen.model.consistency import disagreements
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.model.organs import Organ
from plangen.model.plans import DocumentFacts

KINDS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("room_coverage", "建成率", "percent", {}),
    ("growth_rate", "增长率", "percent", {"may_exceed_whole": True}),
    ("prevalence", "患病率", "permille", {}),
    ("teacher_ratio", "师生比", "ratio", {}),
    ("meeting_frequency", "会议次数", "frequency", {}),
    ("hotline_hours", "热线时间", "hours", {}),
    ("school_count", "学校数", "count", {"noun": "所"}),
    ("dust_level", "颗粒物浓度", "measure", {"better": "lower"}),
    ("has_plan", "列入规划", "boolean", {}),
]
INDICATORS: Mapping[str, Indicator] = {
    name: Indicator.model_validate({"name": title, "unit": unit, **more})
    for name, title, unit, more in KINDS
}
ORGANS = (
    Organ(name="卫计岗", aliases=("卫计",), functions=("卫生健康",)),
    Organ(name="综治中心", full_name="某街道综治中心", functions=("综治", "信访")),
    Organ(name="信访岗", functions=("信访",)),
)
DICTIONARY = Dictionary(INDICATORS, ORGANS, ("卫生健康", "综治", "信访"))


def facts(**values: Any) -> DocumentFacts:
    """A document's facts: those given, and the three that every document has."""
    given = {"kind": "plan", "level": "street", "title": "某方案", **values}
    return DocumentFacts.model_validate(given)


def issue(**values: Any) -> dict[str, Any]:
    """The facts of an issue on 2020-09-06, changed by those given."""
    given = {"mark": {"organs": ["某机关"]}, "issuers": ["某机关"], "date": "2020-09-06"}
    return {**given, **values}


def group(*members: Mapping[str, Any], **values: Any) -> dict[str, Any]:
    """A group with members."""
    return {"id": "leading", "name": "某小组", "members": list(members), **values}


def said(document: DocumentFacts, dictionary: Dictionary = DICTIONARY) -> list[str]:
    """What the check says: key path and sentence, a warning after a question mark."""
    marks = {Severity.ERROR: "！", Severity.WARN: "？"}
    return [
        f"{key_text(found.path)}{marks[found.severity]}{found.message}"
        for found in disagreements(document, dictionary)
    ]
