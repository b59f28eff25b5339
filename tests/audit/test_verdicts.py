"""One requirement against one target: the verdict and the reason."""

from typing import Any

import pytest

from plangen.findings import Severity
from tests.audit.auditing import asked, audited, local, the_row, upper, verdicts

CASES: list[tuple[str, dict[str, Any] | None, dict[str, Any], list[str]]] = [
    ("the same", asked(), asked(), ["meets"]),
    ("more", asked(at_least="85%"), asked(), ["exceeds"]),
    ("exactly the value", asked(equals="80%"), asked(), ["meets"]),
    ("less", asked(at_least="79.9%"), asked(), ["below"]),
    ("nothing", None, asked(), ["missing"]),
    ("the same, earlier", asked(by="2020-12-31"), asked(), ["meets"]),
    ("the same, a day late", asked(by="2022-01-01"), asked(), ["late"]),
    ("more, but late", asked(at_least="90%", by="2022-12-31"), asked(), ["late"]),
    ("less and late", asked(at_least="50%", by="2022-12-31"), asked(), ["below", "late"]),
    ("the same, only hoped for", asked(modality="力争"), asked(), ["weaker"]),
    ("more than hoped for", asked(), asked(modality="力争"), ["meets"]),
    ("a limit to the good", asked(at_most="90%"), asked(), ["below"]),
    ("each half year", asked("meetings", "每半年1次"), asked("meetings", "每年2次"), ["meets"]),
    ("each quarter", asked("meetings", "每季度1次"), asked("meetings", "每年2次"), ["exceeds"]),
    ("each year", asked("meetings", "每年1次"), asked("meetings", "每半年1次"), ["below"]),
    ("every day", asked("hours", "24小时"), asked("hours", "7×24小时"), ["meets"]),
    ("fewer days", asked("hours", "5×24小时"), asked("hours", "7×24小时"), ["below"]),
    ("fewer hours", asked("hours", "7×12小时"), asked("hours", "7×24小时"), ["below"]),
    ("crossing hours", asked("hours", "5×12小时"), asked("hours", "7×8小时"), ["incomparable"]),
    (
        "fewer incidents",
        asked("incidents", at_most="2起"),
        asked("incidents", at_most="3起"),
        ["exceeds"],
    ),
    (
        "more incidents",
        asked("incidents", at_most="4起"),
        asked("incidents", at_most="3起"),
        ["below"],
    ),
    ("at least incidents", asked("incidents", "1起"), asked("incidents", at_most="3起"), ["below"]),
    ("yes", asked("listed", equals="是"), asked("listed", equals="是"), ["meets"]),
    ("no", asked("listed", equals="否"), asked("listed", equals="是"), ["below"]),
    ("other nouns", asked("sites", "1所"), asked("sites", "1个"), ["incomparable"]),
    ("part of the schools", asked("schools", scope="小学"), asked("schools"), ["narrower"]),
    ("all of the schools", asked("schools", scope="中小学校"), asked("schools"), ["meets"]),
    ("all in words", asked("schools", scope="中学和小学"), asked("schools"), ["meets"]),
    ("other schools", asked("schools", scope="中学"), asked("schools", scope="小学"), ["missing"]),
    ("unknown schools", asked("schools", scope="戏校"), asked("schools"), ["incomparable"]),
    ("new firms", asked("firms", scope="新办企业"), asked("firms"), ["narrower"]),
    (
        "late and part",
        asked("schools", by="2022-12-31", scope="小学"),
        asked("schools"),
        ["late", "narrower"],
    ),
    (
        "less, late, part, hoped for",
        asked("schools", "5%", by="2022-12-31", scope="小学", modality="力争"),
        asked("schools"),
        ["below", "late", "narrower", "weaker"],
    ),
    ("not decided", asked(at_least="待定"), asked(), ["unknown"]),
    ("a date not decided", asked(by="待定"), asked(), ["unknown"]),
    ("less, a date not decided", asked(at_least="70%", by="待定"), asked(), ["below", "late"]),
    ("a requirement not decided", asked(), asked(at_least="待定"), ["unknown"]),
]


@pytest.mark.parametrize(
    ("promised", "required", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_target_against_a_requirement(
    promised: dict[str, Any] | None, required: dict[str, Any], expected: list[str]
) -> None:
    assert verdicts(the_row(promised, required)) == expected


def test_a_wider_population_is_told_where_a_share_of_it_says_little_of_the_part() -> None:
    row = the_row(asked("schools"), asked("schools", scope="小学"))

    assert verdicts(row) == ["meets"]
    assert [str(note) for note in row.notes] == ["本地目标的对象比要求的宽，比例按更宽的总体计"]


def test_all_of_a_wider_population_needs_no_remark() -> None:
    row = the_row(asked("schools", "100%"), asked("schools", "100%", scope="小学"))

    assert (verdicts(row), row.notes) == (["meets"], ())


@pytest.mark.parametrize(
    ("promised", "required", "reason"),
    [
        (asked(), asked(), "与要求相同"),
        (asked(at_least="81%"), asked(), "严于要求"),
        (
            asked("meetings", "每半年1次"),
            asked("meetings", "每年2次"),
            "“每半年至少1次”与要求的“每年至少2次”相当",
        ),
        (
            asked(by="2022-12-31"),
            asked(),
            "到2022年底才达到80%以上，晚于要求的2021年底",
        ),
        (
            asked(at_least="90%", by="2022-06-30"),
            asked(),
            "到2022年6月底才达到90%以上，晚于要求的2021年底，虽然数值更严",
        ),
        (asked(at_least="70%"), asked(), "70%以上达不到要求的80%以上"),
        (
            asked(at_least="70%", by="2022-12-31"),
            asked(),
            "70%以上达不到要求的80%以上；期限也晚于要求",
        ),
        (asked("schools", scope="小学"), asked("schools"), "对象没有包括中学"),
        (asked(modality="力争"), asked(), "只写“力争”，要求是“应当”"),
        (None, asked(), "没有提出这项目标"),
        (asked(at_least="待定"), asked(), "本地目标的数值或期限还没有定"),
        (asked(), asked(at_least="待定"), "上级要求的数值还没有定"),
        (
            asked("hours", "5×12小时"),
            asked("hours", "7×8小时"),
            "“5×12小时”和“7×8小时”无法比较：一个天数多，一个时数多",
        ),
        (
            asked("schools", scope="中学"),
            asked("schools", scope="小学"),
            "没有对小学提出目标",
        ),
        (
            asked("schools", scope="戏校"),
            asked("schools"),
            "要求的对象是中小学，本地目标的对象是戏校，无法比较",
        ),
        (
            asked("sites", at_most="9个"),
            asked("sites", at_most="8个"),
            "“不超过8个”限制的是好的方向，无法与“不超过9个”比较",
        ),
    ],
)
def test_the_reason_says_what_is_wrong(
    promised: dict[str, Any] | None, required: dict[str, Any], reason: str
) -> None:
    assert str(the_row(promised, required).reason) == reason


def test_a_row_shows_both_sides() -> None:
    row = the_row(
        asked(at_least="70%", clause="二", quote="达到70%以上"),
        asked(clause="三（一）", quote="达80%以上"),
    )

    required, promised = row.requirement, row.promise
    assert promised is not None
    assert (required.document, required.clause, required.quote) == (
        "upper/scheme",
        "三（一）",
        "达80%以上",
    )
    assert (promised.document, promised.clause, promised.quote) == (
        "local/plan",
        "二",
        "达到70%以上",
    )
    assert row.path == ("local/plan", "upper/scheme")
    assert promised.place.key == "targets[1]"


def test_a_target_without_a_date_holds_from_the_beginning() -> None:
    undated = {"indicator": "rooms", "at_least": "80%"}
    row = the_row(undated, asked(by="2020-12-31"))

    assert verdicts(row) == ["meets"]
    assert [str(note) for note in row.notes] == ["本地目标没有写期限，按随时有效核对"]
    assert row.promise is not None
    assert not row.promise.stated


def test_a_requirement_without_a_date_is_due_at_the_end_of_its_period() -> None:
    undated = {"indicator": "rooms", "at_least": "80%"}

    assert verdicts(the_row(asked(by="2021-12-31"), undated)) == ["meets"]
    assert verdicts(the_row(asked(by="2022-01-31"), undated)) == ["late"]


def test_a_plan_that_ends_before_the_requirement_is_due_is_told_so() -> None:
    row = the_row(asked(at_least="50%", by="2020-12-31"), asked(), ends="2020-12-31")

    assert (verdicts(row), row.severity) == (["below"], Severity.INFO)
    assert [str(note) for note in row.notes] == ["本地的实施期在要求的期限之前结束"]


def test_a_plan_that_ends_before_the_requirement_is_due_need_not_promise_it() -> None:
    row = the_row(None, asked(), ends="2020-12-31")

    assert (verdicts(row), row.severity) == (["missing"], Severity.INFO)
    assert [str(note) for note in row.notes] == ["本地的实施期在要求的期限之前结束"]


def test_a_requirement_that_is_due_within_the_period_is_held_against_the_plan() -> None:
    row = the_row(None, asked(by="2020-12-31"), ends="2020-12-31")

    assert (verdicts(row), row.severity, row.notes) == (["missing"], Severity.ERROR, ())


def test_what_is_only_encouraged_is_told_and_not_held_against_the_plan() -> None:
    row = the_row(None, asked(modality="鼓励"))

    assert (verdicts(row), row.severity) == (["missing"], Severity.INFO)


STEPS = asked(
    points=[
        {"at_least": "50%", "by": "2020-12-31"},
        {"at_least": "80%", "by": "2021-12-31"},
    ]
)


def test_every_step_of_a_requirement_is_a_row() -> None:
    rows = audited(local(asked(at_least="90%")), upper(STEPS)).rows

    assert [verdicts(row) for row in rows] == [["late"], ["exceeds"]]


def test_the_step_that_is_due_in_time_decides() -> None:
    rows = audited(local(STEPS), upper(STEPS)).rows

    assert [verdicts(row) for row in rows] == [["meets"], ["meets"]]
    assert [row.promise and row.promise.place.key for row in rows] == [
        "targets[1].points[1]",
        "targets[1].points[2]",
    ]


def test_a_stock_once_reached_holds_and_a_flow_does_not() -> None:
    falling = [("每年4次", "2020-12-31"), ("每年2次", "2021-12-31")]
    meetings = [{"at_least": value, "by": by} for value, by in falling]
    rooms = [{"at_least": "80%", "by": "2020-12-31"}, {"at_least": "60%", "by": "2021-12-31"}]

    flow = the_row(asked("meetings", points=meetings), asked("meetings", "每年4次"))
    stock = the_row(asked(points=rooms), asked())

    assert (verdicts(flow), verdicts(stock)) == (["below"], ["meets"])


def test_each_part_of_a_population_is_answered_by_the_best_target_for_it() -> None:
    plan = local(
        asked("schools", "90%", scope="小学"),
        asked("schools", "80%", scope="中学", clause="二"),
        asked("schools", "10%", scope="小学", clause="三"),
    )

    (row,) = audited(plan, upper(asked("schools"))).rows

    assert verdicts(row) == ["meets"]
    assert row.promise is not None
    assert row.promise.scope == "中学"


def test_the_part_that_fares_worst_decides() -> None:
    plan = local(asked("schools", "90%", scope="小学"), asked("schools", "70%", scope="中学"))

    (row,) = audited(plan, upper(asked("schools"))).rows

    assert verdicts(row) == ["below"]


def test_a_population_of_facts_that_are_none_is_not_left_out() -> None:
    none = {"中学": {"value": 0, "source": "年鉴"}}

    row = the_row(asked("schools", scope="小学"), asked("schools"), facts=none)

    assert (verdicts(row), row.left_out) == (["meets"], ())


@pytest.mark.parametrize(
    ("facts", "promised", "verdict", "reason"),
    [
        ({}, None, "unknown", "没有记录本地有没有高等院校"),
        ({"高等院校": 0}, None, "not_applicable", "本地没有高等院校（依据：年鉴）"),
        ({"高等院校": 2}, None, "missing", "没有提出这项目标"),
        ({}, asked("teachers", "1:4000"), "meets", "与要求相同"),
        ({}, asked("teachers", "1:5000"), "below", "不少于1:5000达不到要求的不少于1:4000"),
        (
            {"高等院校": 0},
            asked("teachers", "1:5000"),
            "not_applicable",
            "本地没有高等院校（依据：年鉴）",
        ),
        ({"中小学": 0}, None, "unknown", "没有记录本地有没有高等院校"),
    ],
)
def test_recorded_facts_decide_whether_a_requirement_applies(
    facts: dict[str, int], promised: dict[str, Any] | None, verdict: str, reason: str
) -> None:
    recorded = {name: {"value": value, "source": "年鉴"} for name, value in facts.items()}

    row = the_row(promised, asked("teachers", "1:4000"), facts=recorded)

    assert (row.verdict.value, str(row.reason)) == (verdict, reason)


def test_a_population_that_is_recorded_to_be_absent_needs_no_target() -> None:
    none = {"中小学校": {"value": 0, "source": "年鉴"}}

    row = the_row(None, asked("schools"), facts=none)

    assert (row.verdict.value, str(row.reason)) == (
        "not_applicable",
        "本地没有中小学校（依据：年鉴）",
    )


@pytest.mark.parametrize(
    ("indicator", "levels", "expected"),
    [
        ("cities", [], "这项要求只约束省级"),
        ("sites", ["city", "district"], "这项要求只约束市级、区县级"),
    ],
)
def test_a_requirement_of_other_levels_does_not_apply(
    indicator: str, levels: list[str], expected: str
) -> None:
    row = the_row(None, asked(indicator, "1个", levels=levels))

    assert (row.verdict.value, str(row.reason)) == ("not_applicable", expected)


def test_the_levels_of_a_target_go_before_those_of_its_indicator() -> None:
    row = the_row(None, asked("cities", "1个", levels=["street"]))

    assert row.verdict.value == "missing"
