"""By when a target is to be reached, as sentences, paragraphs and headings say it."""

from datetime import date

from tests.extract.told import told, values


def test_a_year_before_a_colon_is_a_deadline() -> None:
    assert told("2026年：覆盖率达到95%以上；\n2027年：覆盖率达到98%以上。") == [
        "覆盖率 >=! 95 percent by=2026-12-31 «覆盖率达到95%以上»",
        "覆盖率 >=! 98 percent by=2027-12-31 «覆盖率达到98%以上»",
    ]


def test_respectively_pairs_values_with_years() -> None:
    found = told("2024年、2025年、2026年回收率分别达到20%、25%、30%以上。")

    assert found == [
        "回收率 >=! 20 percent by=2024-12-31 «回收率分别达到20%»",
        "回收率 >=! 25 percent by=2025-12-31 «回收率分别达到20%、25%»",
        "回收率 >=! 30 percent by=2026-12-31 «回收率分别达到20%、25%、30%以上»",
    ]


def test_years_of_the_sentence_head_pair_with_values_too() -> None:
    found = told("2024年和2025年，优良天数分别达到310天和315天。")

    assert found == [
        "优良天数 >= 310 days by=2024-12-31 «优良天数分别达到310天»",
        "优良天数 >= 315 days by=2025-12-31 «优良天数分别达到310天和315天»",
    ]


def test_a_year_before_each_value_is_its_own() -> None:
    found = told("筛查覆盖率2024年达到85%，2025年达到95%。")

    assert found == [
        "筛查覆盖率 >= 85 percent by=2024-12-31 «筛查覆盖率2024年达到85%»",
        "筛查覆盖率 >= 95 percent by=2025-12-31 «达到95%»",
    ]


def test_a_fall_against_a_year_is_a_change_with_its_base() -> None:
    found = told("挥发性有机物排放总量比上年下降18%。")

    assert found == [
        "挥发性有机物排放总量 >= 18 percent down=上年 «挥发性有机物排放总量比上年下降18%»",
    ]


def test_a_report_of_an_earlier_year_is_achieved() -> None:
    found = told("2023年，优良天数比率达到86%。", as_of=date(2024, 3, 1))

    assert found == [
        "优良天数比率 >= 86 percent by=2023-12-31 achieved «优良天数比率达到86%»",
    ]


def test_this_year_is_the_year_of_the_document() -> None:
    found = told("年底前，新建充电桩1200个。", as_of=date(2024, 3, 1))

    assert found == [
        "充电桩 >= 1200 count by=2024-12-31 «充电桩1200个»",
    ]


def test_the_head_of_the_sentence_dates_all_its_values() -> None:
    found = told("到2026年，藏书量达到1.2册；阅读率提升至85%以上。")

    assert found == [
        "藏书量 >= 1.2 count by=2026-12-31 «藏书量达到1.2册»",
        "阅读率 >=! 85 percent by=2026-12-31 «阅读率提升至85%以上»",
    ]


def test_the_opening_sentence_dates_its_paragraph() -> None:
    found = told("到2026年，空气质量明显改善。优良天数比率达到88%。")

    assert found == [
        "优良天数比率 >= 88 percent by=2026-12-31 «优良天数比率达到88%»",
    ]


def test_a_heading_with_goals_dates_its_section() -> None:
    found = told(
        "二、工作目标\n到2025年，管养水平显著提升。\n（一）优等路率达到50%以上。\n三、保障措施\n抽查比例不低于10%。"
    )

    assert found == [
        "优等路率 >=! 50 percent by=2025-12-31 «优等路率达到50%以上»",
        "抽查比例 >=! 10 percent «抽查比例不低于10%»",
    ]


def test_a_heading_with_a_year_dates_what_follows() -> None:
    found = told("（二）2026年目标\n普及率达到99.5%。\n（三）2027年目标\n普及率达到99.8%。")

    assert found == [
        "普及率 >= 99.5 percent by=2026-12-31 «普及率达到99.5%»",
        "普及率 >= 99.8 percent by=2027-12-31 «普及率达到99.8%»",
    ]


def test_the_end_of_a_five_year_plan_is_a_date() -> None:
    found = told("到“十四五”末，森林覆盖率达到42%。")

    assert found == [
        "森林覆盖率 >= 42 percent by=2025-12-31 «森林覆盖率达到42%»",
    ]


def test_a_base_year_is_no_deadline() -> None:
    found = told("用水量较2020年下降16%。")

    assert found == [
        "用水量 >= 16 percent down=2020年 «用水量较2020年下降16%»",
    ]


def test_in_a_yearly_plan_once_is_once_a_year() -> None:
    found = told("2025年重点工作任务\n开展一次联合调研评估。")

    assert found == [
        "联合调研评估 >= 1 per_year «一次联合调研评估»",
    ]


def test_a_heading_that_its_paragraph_repeats_counts_once() -> None:
    found = told("（三）开展一项特色项目。各地针对问题，组织实施一项特色项目。")

    assert found == [
        "特色项目 >= 1 count «一项特色项目»",
    ]


def test_a_month_is_of_the_year_named_before_it() -> None:
    assert values("2025年3月底前建档率达到80%；9月底前整改率达到90%。") == [
        "建档率 >= 80 percent by=2025-03-31",
        "整改率 >= 90 percent by=2025-09-30",
    ]


def test_a_quarter_of_this_year_is_of_the_document_s_year() -> None:
    found = values("到今年三季度末，覆盖率达到90%。", date(2024, 3, 1))

    assert found == ["覆盖率 >= 90 percent by=2024-09-30"]


def test_a_span_of_years_gives_each_value_its_year() -> None:
    assert values("2024年至2026年，每年分别新增托位400个、450个、500个。") == [
        "托位 >= 400 count by=2024-12-31",
        "托位 >= 450 count by=2025-12-31",
        "托位 >= 500 count by=2026-12-31",
    ]


def test_a_year_in_the_brackets_of_a_heading_governs_what_stands_below_it() -> None:
    assert values("二、年度任务（2024年）\n1.建设农村公路150公里。") == [
        "农村公路 >= 150 公里 by=2024-12-31"
    ]
