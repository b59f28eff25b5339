"""Another policy, made of data alone: clean air, and beds for the old."""

from typing import Any

import pytest

from plangen.model.indicators import Indicator
from tests.audit.auditing import asked, audited, local, upper, verdicts

AIR: dict[str, dict[str, Any]] = {
    "dust": {
        "name": "细颗粒物年均浓度",
        "unit": "measure",
        "better": "lower",
        "noun": "微克/立方米",
        "of": "县级以上城市",
        "parts": {"县级以上城市": ["地级城市", "县级城市"]},
    },
    "beds": {"name": "每万人养老床位数", "unit": "measure", "noun": "张/万人"},
    "burning": {"name": "露天焚烧起数", "unit": "count", "better": "lower", "kind": "flow"},
    "steel": {"name": "钢铁企业改造率", "unit": "percent", "applies_if": ["钢铁企业"]},
}
INDICATORS = {name: Indicator.model_validate(given) for name, given in AIR.items()}


@pytest.mark.parametrize(
    ("promised", "required", "expected"),
    [
        (asked("dust", at_most="35微克/立方米"), asked("dust", at_most="35微克/立方米"), ["meets"]),
        (
            asked("dust", at_most="30微克/立方米"),
            asked("dust", at_most="35微克/立方米"),
            ["exceeds"],
        ),
        (asked("dust", at_most="40微克/立方米"), asked("dust", at_most="35微克/立方米"), ["below"]),
        (
            asked("dust", at_most="0.03毫克/立方米"),
            asked("dust", at_most="35微克/立方米"),
            ["exceeds"],
        ),
        (asked("dust", "30微克/立方米"), asked("dust", at_most="35微克/立方米"), ["below"]),
        (
            asked("dust", at_most="30微克/立方米", by="2022-12-31"),
            asked("dust", at_most="35微克/立方米"),
            ["late"],
        ),
        (
            asked("dust", at_most="35微克/立方米", scope="地级城市"),
            asked("dust", at_most="35微克/立方米"),
            ["narrower"],
        ),
        (asked("beds", "40张/万人"), asked("beds", "35张/万人"), ["exceeds"]),
        (asked("beds", "400张/十万人"), asked("beds", "40张/万人"), ["meets"]),
        (asked("beds", "3张/千人"), asked("beds", "35张/万人"), ["below"]),
        (asked("beds", "35张/万户"), asked("beds", "35张/万人"), ["incomparable"]),
        (asked("burning", at_most="0起"), asked("burning", at_most="0起"), ["meets"]),
        (asked("burning", at_most="1起"), asked("burning", at_most="0起"), ["below"]),
        (None, asked("steel", "100%"), ["unknown"]),
    ],
)
def test_data_alone_make_a_policy(
    promised: dict[str, Any] | None, required: dict[str, Any], expected: list[str]
) -> None:
    plan = local(*([promised] if promised else []))

    (row,) = audited(plan, upper(required), indicators=INDICATORS).rows

    assert verdicts(row) == expected


def test_a_place_without_steel_is_not_asked_about_it() -> None:
    none = {"钢铁企业": {"value": 0, "source": "统计年鉴"}}

    (row,) = audited(local(facts=none), upper(asked("steel", "100%")), indicators=INDICATORS).rows

    assert row.verdict.value == "not_applicable"
