"""What a clerk is told to write: the whole sentence for each verdict."""

from datetime import date

import pytest

from plangen.model.verdicts import Row, Verdict
from tests.report.audits import (
    FULL,
    HOTLINE,
    MEETINGS,
    ROOMS_80,
    SCHOOLS,
    SCHOOLS_80,
    TASKS,
    promised,
    required,
    row,
)
from tests.report.composing import advise

NAME = "村（社区）心理咨询室或社会工作室建成率"
DUST = ("dust", "细颗粒物浓度")
PLANNED = ("planned", "列入规划")
NEXT_YEAR = date(2022, 12, 31)
CASES = {
    "below": (
        row(Verdict.BELOW, required("100%"), ROOMS_80),
        f"建议将“{NAME}”由80%提高到100%，期限不晚于2021年12月31日。",
    ),
    "below, counted": (
        row(Verdict.BELOW, required("每季度1次", MEETINGS), promised("每半年1次", MEETINGS)),
        "建议将“领导小组会议次数”由每半年1次增加到每季度1次，期限不晚于2021年12月31日。",
    ),
    "below, the lower the better": (
        row(
            Verdict.BELOW,
            required("不超过35微克/立方米", DUST, stated=False),
            promised("不超过40微克/立方米", DUST),
        ),
        "建议将“细颗粒物浓度”由40微克/立方米减少到35微克/立方米。",
    ),
    "below, yes or no": (
        row(Verdict.BELOW, required("是", PLANNED), promised("否", PLANNED)),
        "建议将“列入规划”由否调整为是，期限不晚于2021年12月31日。",
    ),
    "below, undecided": (
        row(Verdict.BELOW, required("100%"), promised("待定")),
        f"建议将“{NAME}”定为100%，期限不晚于2021年12月31日。",
    ),
    "late, the same value": (
        row(Verdict.LATE, required("80%以上", by=date(2020, 12, 31)), ROOMS_80),
        f"建议将“{NAME}”（80%以上）的完成期限由2021年12月31日提前到2020年12月31日。",
    ),
    "late, a step is missing": (
        row(Verdict.LATE, required("50%以上", by=date(2020, 12, 31), stated=False), ROOMS_80),
        f"建议增加阶段目标“2020年12月31日前，{NAME}达到50%以上”，"
        "原定目标（80%以上，2021年12月31日）保留。",
    ),
    "late, no date": (
        row(Verdict.LATE, required("80%以上"), promised("80%", by=None)),
        f"建议为“{NAME}”（80%）写明完成期限，不晚于2021年12月31日。",
    ),
    "late and narrower": (
        row(
            Verdict.LATE,
            required("80%以上", SCHOOLS, TASKS, by=date(2020, 12, 31)),
            SCHOOLS_80,
            also=(Verdict.NARROWER,),
            left_out=("初中", "高中"),
        ),
        "建议将“建立心理辅导室的中小学校比例”（80%以上）的完成期限由2021年12月31日"
        "提前到2020年12月31日；对象由“小学”扩大，补充初中、高中。",
    ),
    "below and narrower": (
        row(Verdict.BELOW, required("100%", SCHOOLS), SCHOOLS_80, also=(Verdict.NARROWER,)),
        "建议将“建立心理辅导室的中小学校比例”由80%提高到100%，期限不晚于2021年12月31日；"
        "对象由“小学”扩大到上级要求的全部对象。",
    ),
    "narrower, the population is named": (
        row(Verdict.NARROWER, required("80%", SCHOOLS, scope="中小学"), SCHOOLS_80),
        "建议将“建立心理辅导室的中小学校比例”的对象由“小学”扩大到“中小学”。",
    ),
    "weaker": (
        row(Verdict.WEAKER, required("80%"), promised("80%", modality="力争")),
        f"建议将“{NAME}”的表述由“力争”改为“应当”。",
    ),
    "missing": (
        row(Verdict.MISSING, required("80%以上", scope="农村")),
        f"建议增加目标“2021年12月31日前，{NAME}（农村）达到80%以上”。",
    ),
    "missing, no date": (
        row(Verdict.MISSING, required("每年至少2次", MEETINGS, by=None)),
        "建议增加目标“领导小组会议次数每年至少2次”。",
    ),
    "missing, the lower the better": (
        row(Verdict.MISSING, required("5%以下")),
        f"建议增加目标“2021年12月31日前，{NAME}控制在5%以下”。",
    ),
    "missing, yes or no": (
        row(Verdict.MISSING, required("是", PLANNED)),
        "建议增加目标“2021年12月31日前，列入规划为‘是’”。",
    ),
    "incomparable": (
        row(Verdict.INCOMPARABLE, required("80%"), promised("12所")),
        f"建议将“{NAME}”由“12所”改为与上级要求同一口径的表述：“2021年12月31日前，{NAME}达到80%”。",
    ),
    "narrower and weaker": (
        row(
            Verdict.NARROWER,
            required("80%", SCHOOLS, scope="中小学"),
            promised("80%", SCHOOLS, scope="小学", modality="力争"),
            also=(Verdict.WEAKER,),
            left_out=("中学",),
        ),
        "建议将“建立心理辅导室的中小学校比例”的对象由“小学”扩大，补充中学；表述由“力争”改为“应当”。",
    ),
    "late with less, and narrower": (
        row(
            Verdict.LATE,
            required("70%以上", SCHOOLS, by=date(2020, 12, 31)),
            SCHOOLS_80,
            also=(Verdict.NARROWER,),
            left_out=("中学",),
        ),
        "建议增加阶段目标“2020年12月31日前，建立心理辅导室的中小学校比例达到70%以上”，"
        "原定目标（80%以上，2021年12月31日）保留；"
        "将“建立心理辅导室的中小学校比例”的对象由“小学”扩大，补充中学。",
    ),
    "unknown": (
        row(Verdict.UNKNOWN, required("7×24小时", HOTLINE)),
        "建议查明并登记与“心理援助热线服务时间”有关的本地情况及其依据后重新核对；"
        "适用的，应明确“2021年12月31日前，心理援助热线服务时间达到7×24小时”。",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_sentence_says_what_to_write(case: str) -> None:
    found, sentence = CASES[case]

    assert advise(found) == sentence


@pytest.mark.parametrize("verdict", [Verdict.MEETS, Verdict.EXCEEDS])
def test_nothing_is_advised_where_the_requirement_is_met(verdict: Verdict) -> None:
    assert advise(row(verdict, required("80%"), ROOMS_80)) == ""


def test_nothing_is_advised_where_the_requirement_does_not_apply() -> None:
    assert advise(row(Verdict.NOT_APPLICABLE, required("80%"))) == ""


def test_a_waived_requirement_may_wait() -> None:
    (waived,) = [found for found in FULL.rows if found.waiver]

    assert advise(waived) == (
        "建议增加目标“2021年12月31日前，心理援助热线服务时间达到7×24小时”（豁免期内可暂不修改）。"
    )


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("promise", [None, ROOMS_80, promised("待定", by=None)])
def test_every_shortfall_has_advise(verdict: Verdict, promise: Row | None) -> None:
    found = row(verdict, required("90%以上"), promise)  # type: ignore[arg-type]

    assert bool(advise(found)) is not verdict.passed
