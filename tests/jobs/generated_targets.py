"""Targets that nobody set, each with the sentence that states it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

percents = st.builds("{}%".format, st.integers(1, 100))
permilles = st.builds("{}‰".format, st.decimals(1, 9, places=1).map(lambda d: d.normalize()))
yearly = st.builds(
    "{}{}次".format, st.sampled_from(["每年", "每半年", "每季度", "每月"]), st.integers(1, 9)
)
ratios = st.builds("1:{}".format, st.integers(10, 9000))
hours = st.sampled_from(["24小时", "7×24小时", "7×12小时", "5×8小时"])
schools = st.builds("{}所".format, st.integers(1, 30))
centres = st.builds("{}个".format, st.integers(1, 30))


@dataclass(frozen=True, slots=True)
class Stated:
    """How a sentence states a target: words with a gap for the call; what the values are."""

    indicator: str
    words: str
    values: st.SearchStrategy[str]
    call: str = "figure"
    scopes: tuple[str, ...] = ()
    steps: bool = False  # whether it may have several, one a year
    dated: bool = True


STATED = (
    Stated(
        "village_counseling_room_coverage",
        "心理咨询室或社会工作室建成率达到{}",
        percents,
        scopes=("社区",),
        steps=True,
    ),
    Stated(
        "school_counseling_room_coverage",
        "建立心理辅导室的中小学校比例达到{}",
        percents,
        scopes=("小学", "中学"),
        steps=True,
    ),
    Stated("special_group_counseling_coverage", "特殊人群个性化心理疏导覆盖率达到{}", percents),
    Stated(
        "mental_health_knowledge_awareness", "心理健康核心知识知晓率达到{}", percents, steps=True
    ),
    Stated("registered_patient_management_rate", "在册患者规范管理率达到{}", percents),
    Stated("reported_prevalence", "严重精神障碍患者报告患病率达到{}", permilles),
    Stated("university_counselor_ratio", "高校心理健康教育专职教师师生比{}", ratios, dated=False),
    Stated("hotline_hours", "心理援助热线提供{}服务", hours, "value", dated=False),
    Stated("crisis_team_training_frequency", "心理危机干预队伍系统培训和演练{}", yearly),
    Stated("leading_group_meeting_frequency", "领导小组会议{}", yearly, dated=False),
    Stated("feature_school_count", "创建心理健康教育特色学校{}", schools, "value"),
    Stated("minor_counseling_center_count", "建成未成年人心理健康成长辅导中心{}", centres, "value"),
)
MODALITIES: Mapping[str, str] = {"应当": "", "力争": "力争", "鼓励": "鼓励各单位积极作为，"}
LEADS: Mapping[str, str] = {
    "": "",
    **{who: f"{who}普遍设立专门场所，" for who in ("社区", "小学", "中学")},
}


@st.composite
def statements(draw: st.DrawFn, years: Sequence[int]) -> list[tuple[dict[str, Any], str]]:
    """Targets of different indicators, each with the sentence that states it."""
    chosen = draw(st.lists(st.sampled_from(STATED), min_size=1, max_size=6, unique=True))
    return [_statement(draw, one, years) for one in chosen]


def _statement(draw: st.DrawFn, one: Stated, years: Sequence[int]) -> tuple[dict[str, Any], str]:
    modality = draw(st.sampled_from(list(MODALITIES)))
    scope = draw(st.sampled_from(["", *one.scopes]))
    target: dict[str, Any] = {"indicator": one.indicator}
    if modality != "应当":
        target["modality"] = modality
    if scope:
        target["scope"] = scope
    opening = LEADS[scope] + MODALITIES[modality]
    dates = draw(st.integers(1, 3 if one.steps else 1)) if one.dated else 0
    if dates > 1:
        values = draw(
            st.lists(one.values, min_size=dates, max_size=dates, unique=True).map(
                lambda found: sorted(found, key=lambda text: float(text.rstrip("%")))
            )
        )
        days = [f"{year}-12-31" for year in years[:dates]]
        target["points"] = [
            {"at_least": value, "by": day} for value, day in zip(values, days, strict=True)
        ]
        return target, opening + _ramp(one, days)
    target["at_least"] = draw(one.values)
    call = call_of(one.call, one.indicator)
    if dates and draw(st.booleans()):
        target["by"] = f"{years[0]}-12-31"
        return target, f"{call_of('deadline', one.indicator)}，{opening}{one.words.format(call)}"
    return target, opening + one.words.format(call)


def call_of(function: str, indicator: str, by: str = "") -> str:
    """A call as a text of the data has it."""
    more = f', by="{by}"' if by else ""
    return f'{{{{ {function}("{indicator}"{more}) }}}}'


def _ramp(one: Stated, days: Sequence[str]) -> str:
    """到某年达到多少，到某年达到多少: the name once, then the values."""
    name, _, _ = one.words.partition("达到{}")
    steps = [("" if day == days[-1] else day) for day in days]
    said = [
        f"{call_of('deadline', one.indicator, by)}达到{call_of(one.call, one.indicator, by)}"
        for by in steps
    ]
    return f"{name}{'，'.join(said)}"
