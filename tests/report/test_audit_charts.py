"""Charts of audits: what they count and how values come onto one scale."""

from datetime import date
from fractions import Fraction

import pytest

from plangen.document.charts import StepLines, described
from plangen.model.verdicts import Audit, Coverage, Verdict
from plangen.report.audit_charts import target_charts, verdict_charts
from tests.report.audits import (
    FULL,
    MEETINGS,
    ROOMS,
    ROOMS_80,
    TASKS,
    audit,
    promised,
    required,
    row,
)

END_2019, END_2020, END_2021 = (date(year, 12, 31) for year in (2019, 2020, 2021))


def only(found: Audit) -> StepLines:
    (chart,) = target_charts(found)
    return chart


def steps(chart: StepLines) -> dict[str, list[tuple[date, Fraction, str]]]:
    return {
        line.name: [(step.day, step.value, step.text) for step in line.steps]
        for line in chart.lines
    }


def test_verdicts_are_counted_by_level_document_and_part() -> None:
    levels, documents, parts = verdict_charts(FULL)

    assert [bar.label for bar in levels.bars] == ["国家", "市级"]
    assert levels.bars[1].counts == (0, 0, 2, 1, 0, 0, 0, 0, 0, 0)
    assert [bar.total for bar in documents.bars] == [8, 3]
    assert sum(bar.total for bar in parts.bars) == len(FULL.rows)
    assert [series.name for series in levels.series][-2:] == ["不适用", "情况不明"]


def test_an_audit_without_rows_has_no_charts() -> None:
    assert verdict_charts(audit()) == ()
    assert target_charts(audit()) == ()


def test_the_ramp_of_each_level_stands_beside_the_local_one() -> None:
    local = promised("80%以上", by=END_2021)
    found = audit(
        row(Verdict.MEETS, required("80%以上", by=END_2021), local),
        row(Verdict.LATE, required("50%以上", by=END_2020), local),
        row(Verdict.LATE, required("60%以上", document=TASKS, by=END_2020), local),
    )

    chart = only(found)

    assert chart.title == ROOMS[1]
    assert steps(chart) == {
        "国家": [(END_2020, Fraction(50), "50%以上"), (END_2021, Fraction(80), "80%以上")],
        "市级": [(END_2020, Fraction(60), "60%以上")],
        "本级目标": [(END_2021, Fraction(80), "80%以上")],
    }
    assert [line.own for line in chart.lines] == [False, False, True]


@pytest.mark.parametrize(
    ("values", "strictest"), [(("50%以上", "60%以上"), "60%以上"), (("5%以下", "4%以下"), "4%以下")]
)
def test_the_stricter_of_two_values_of_one_day_stands(
    values: tuple[str, str], strictest: str
) -> None:
    found = audit(*(row(Verdict.MISSING, required(value)) for value in values))

    assert [text for _, _, text in steps(only(found))["国家"]] == [strictest]


def test_other_populations_have_lines_of_their_own() -> None:
    found = audit(
        row(Verdict.MEETS, required("80%"), promised("80%", scope="小学")),
        row(Verdict.MISSING, required("70%", scope="农村")),
    )

    assert list(steps(only(found))) == ["国家", "国家（农村）", "本级目标（小学）"]


def test_frequencies_are_counted_by_the_year() -> None:
    found = audit(
        row(Verdict.BELOW, required("每季度1次", MEETINGS), promised("每半年1次", MEETINGS))
    )

    lines = steps(only(found))

    assert (lines["国家"][0][1], lines["本级目标"][0][1]) == (Fraction(4), Fraction(2))


def test_values_without_one_scale_have_no_chart() -> None:
    found = audit(row(Verdict.INCOMPARABLE, required("80%"), promised("12所")))

    assert target_charts(found) == ()


@pytest.mark.parametrize(
    "silent", [required("待定"), required("80%", by=None), required("是")], ids=str
)
def test_what_has_no_value_or_no_day_is_not_drawn(silent: object) -> None:
    found = audit(row(Verdict.UNKNOWN, silent))  # type: ignore[arg-type]

    assert target_charts(found) == ()


def test_steps_of_a_target_that_no_requirement_met_are_drawn_too() -> None:
    early = promised("40%", by=END_2019)
    found = audit(
        row(Verdict.MEETS, required("80%以上"), ROOMS_80),
        coverage=(Coverage(early), Coverage(ROOMS_80)),
    )

    assert [day for day, _, _ in steps(only(found))["本级目标"]] == [END_2019, END_2021]


def test_the_words_of_a_chart_say_every_number() -> None:
    levels, _, _ = verdict_charts(FULL)

    assert described(levels) == (
        "核对结论（按要求的层级）。国家：高于要求1项，符合要求1项，力度偏弱1项，尚未提出2项，"
        "无法比较1项，不适用1项，情况不明1项；市级：时间滞后2项，低于要求1项。"
    )
    assert described(target_charts(FULL)[0]) == (
        "村（社区）心理咨询室或社会工作室建成率。国家：2021-12-31起80%以上；"
        "市级：2020-12-31起50%以上；本级目标：2021-12-31起80%以上。"
    )
