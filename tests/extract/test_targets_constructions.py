"""The constructions by which documents state targets, each with all that is found in it."""

from datetime import date

from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.quantity.values import Unit
from tests.extract.told import told


def test_a_list_of_indicators_shares_one_value() -> None:
    found = told("在册患者规范管理率、治疗率和服药率均达到80%以上。")

    assert found == [
        "在册患者规范管理率 >=! 80 percent «在册患者规范管理率、治疗率和服药率均达到80%以上»",
        "治疗率 >=! 80 percent «在册患者规范管理率、治疗率和服药率均达到80%以上»",
        "服药率 >=! 80 percent «在册患者规范管理率、治疗率和服药率均达到80%以上»",
    ]


def test_a_list_of_populations_before_one_indicator_is_one_target() -> None:
    found = told("居民小区、机关单位和学校的设施覆盖率均达到90%。")

    assert found == [
        (
            "居民小区、机关单位和学校的设施覆盖率 >= 90 percent "
            "«居民小区、机关单位和学校的设施覆盖率均达到90%»"
        ),
    ]


def test_what_is_covered_after_a_share_is_not_the_share_of_it() -> None:
    found = told("护理型床位占比达到55%，居家社区养老服务设施实现全覆盖。")

    assert found == [
        "护理型床位占比 >= 55 percent «护理型床位占比达到55%»",
        "居家社区养老服务设施 >= 100 percent «居家社区养老服务设施实现全覆盖»",
    ]


def test_what_each_is_to_have_is_named_by_what_it_is() -> None:
    found = told("每个街道至少建成1个综合养老服务中心。")

    assert found == [
        "综合养老服务中心 >=! 1 count of=每个街道 «至少建成1个综合养老服务中心»",
    ]


def test_a_verb_behind_what_is_counted_is_no_part_of_its_name() -> None:
    assert told("集中充电端口新增1200个。") == [
        "集中充电端口 >= 1200 count «集中充电端口新增1200个»"
    ]


def test_brackets_belong_to_those_before_them() -> None:
    (found,) = told("各乡镇（街道）每季度组织1次集中排查。")

    assert "of=各乡镇（街道）" in found


def test_a_rate_is_no_other_that_stands_before_it() -> None:
    known = Dictionary({"lit": Indicator(name="教室照明达标率", unit=Unit.PERCENT)})

    found = told("教室照明达标率达到100%。每学年监测视力，建档率100%，达标率100%。", known)

    assert [" is=lit " in line for line in found] == [True, False, True]


def test_a_year_before_a_colon_is_a_deadline() -> None:
    assert told("2026年：覆盖率达到95%以上；\n2027年：覆盖率达到98%以上。") == [
        "覆盖率 >=! 95 percent by=2026-12-31 «覆盖率达到95%以上»",
        "覆盖率 >=! 98 percent by=2027-12-31 «覆盖率达到98%以上»",
    ]


def test_a_capacity_a_day_is_named_without_the_day() -> None:
    assert told("厨余垃圾处理能力不低于每日200吨。") == [
        "厨余垃圾处理能力 >=! 200 吨 «厨余垃圾处理能力不低于每日200吨»",
    ]
    assert told("污水排放总量不超过每日200吨。") == [
        "污水排放总量 <=! 200 吨 «污水排放总量不超过每日200吨»",
    ]


def test_respectively_pairs_values_with_names() -> None:
    found = told("粮食产量、油料产量分别达到560万吨、42万吨。")

    assert found == [
        "粮食产量 >= 560 万吨 «粮食产量、油料产量分别达到560万吨»",
        "油料产量 >= 42 万吨 «粮食产量、油料产量分别达到560万吨、42万吨»",
    ]


def test_respectively_pairs_values_with_scopes() -> None:
    found = told("水稻、小麦、玉米耕种收综合机械化率分别达到90%、98%、92%以上。")

    assert found == [
        (
            "耕种收综合机械化率 >=! 90 percent of=水稻 "
            "«水稻、小麦、玉米耕种收综合机械化率分别达到90%»"
        ),
        (
            "耕种收综合机械化率 >=! 98 percent of=小麦 "
            "«水稻、小麦、玉米耕种收综合机械化率分别达到90%、98%»"
        ),
        (
            "耕种收综合机械化率 >=! 92 percent of=玉米 "
            "«水稻、小麦、玉米耕种收综合机械化率分别达到90%、98%、92%以上»"
        ),
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


def test_values_that_pair_with_nothing_are_doubtful() -> None:
    found = told("粮食、油料产量分别达到50%、80%、90%。")

    assert found == [
        "粮食、油料产量 >= 50 percent doubtful «粮食、油料产量分别达到50%»",
        "粮食、油料产量 >= 80 percent doubtful «粮食、油料产量分别达到50%、80%»",
        "粮食、油料产量 >= 90 percent doubtful «粮食、油料产量分别达到50%、80%、90%»",
    ]


def test_a_share_before_its_noun_names_the_population() -> None:
    found = told("40%的二级以上综合医院开设心理门诊。")

    assert found == [
        (
            "二级以上综合医院开设心理门诊 >= 40 percent of=二级以上综合医院 "
            "«40%的二级以上综合医院开设心理门诊»"
        ),
    ]


def test_a_share_without_de_before_its_noun() -> None:
    found = told("督促80%社区建立心理咨询室。")

    assert found == [
        "社区建立心理咨询室 >= 80 percent of=社区 «80%社区建立心理咨询室»",
    ]


def test_a_count_before_its_noun() -> None:
    found = told("到2027年底，每个乡镇培育3个特色产业村。")

    assert found == [
        "特色产业村 >= 3 count by=2027-12-31 of=每个乡镇 «3个特色产业村»",
    ]


def test_a_ratio_keeps_its_two_terms() -> None:
    found = told("所有高等院校按照师生比不少于1:4000的比例，配备专职教师。")

    assert found == [
        "师生比 >=! 0.00025 ratio «师生比不少于1:4000»",
    ]


def test_a_frequency_reaches_over_thirty_characters() -> None:
    found = told(
        "每年至少为系统内人员及工作对象、确诊患者及家属等重点人群举办2次心理健康知识讲座。"
    )

    assert found == [
        (
            "心理健康知识讲座 >=! 2 per_year "
            "«每年至少为系统内人员及工作对象、确诊患者及家属等重点人群举办2次心理健康知识讲座"
            "»"
        ),
    ]


def test_a_frequency_behind_what_is_done() -> None:
    found = told("县级河长每月巡河不少于1次。")

    assert found == [
        "县级河长巡河 >=! 1 per_month of=县级河长 «县级河长每月巡河不少于1次»",
    ]


def test_a_number_of_times_without_period_borrows_the_one_before() -> None:
    found = told("防火巡查每日不少于2次，夜间防火巡查不少于3次。")

    assert found == [
        "防火巡查 >=! 2 per_day «防火巡查每日不少于2次»",
        "夜间防火巡查 >=! 3 per_day doubtful «夜间防火巡查不少于3次»",
    ]


def test_all_of_them_is_the_whole() -> None:
    found = told("全市所有乡镇均建立应急救援队伍。")

    assert found == [
        "乡镇均建立应急救援队伍 >= 100 percent of=乡镇 «所有乡镇均建立应急救援队伍»",
    ]


def test_all_behind_the_noun_is_the_whole() -> None:
    found = told("建制村全部通客车。")

    assert found == [
        "建制村通客车 >= 100 percent of=建制村 «建制村全部通客车»",
    ]


def test_all_before_a_share_only_says_whose() -> None:
    found = told("全部高层住宅小区的设施完好率达到95%。")

    assert found == [
        "高层住宅小区的设施完好率 >= 95 percent «高层住宅小区的设施完好率达到95%»",
    ]


def test_full_coverage_is_the_whole() -> None:
    found = told("到2025年底，电子印章在市直部门实现全覆盖。")

    assert found == [
        "电子印章在市直部门 >= 100 percent by=2025-12-31 «电子印章在市直部门实现全覆盖»",
    ]


def test_chinese_numerals_are_exact() -> None:
    found = told("农药利用率达到百分之八十五点五。")

    assert found == [
        "农药利用率 >= 85.5 percent «农药利用率达到百分之八十五点五»",
    ]


def test_tenths_are_shares() -> None:
    found = told("七成以上的社区建有助餐点。")

    assert found == [
        "社区建有助餐点 >=! 70 percent of=社区 «七成以上的社区建有助餐点»",
    ]


def test_half_and_more_is_a_share() -> None:
    found = told("半数以上的学校参加试点。")

    assert found == [
        "学校参加试点 >=! 50 percent of=学校 «半数以上的学校参加试点»",
    ]


def test_over_half_is_more_than_half() -> None:
    found = told("普惠托位占比超过半数。")

    assert found == [
        "普惠托位占比 >! 50 percent «普惠托位占比超过半数»",
    ]


def test_thirds_are_exact() -> None:
    found = told("三分之二以上的农村公路实行市场化养护。")

    assert found == [
        (
            "农村公路实行市场化养护 >=! 66.6667 percent of=农村公路 "
            "«三分之二以上的农村公路实行市场化养护»"
        ),
    ]


def test_a_range_keeps_both_ends() -> None:
    found = told("错峰生产比例保持在20%～30%之间。")

    assert found == [
        "错峰生产比例 >= 20 percent to=30 «错峰生产比例保持在20%～30%»",
    ]


def test_a_range_in_words_keeps_both_ends() -> None:
    found = told("各区打造一至两项特色项目。")

    assert found == [
        "特色项目 >= 1 count to=2 «一至两项特色项目»",
    ]


def test_below_and_within_are_upper_limits() -> None:
    found = told("年均浓度控制在32微克/立方米以下，污染天数控制在2天以内。")

    assert found == [
        "年均浓度 <=! 32 微克/立方米 «年均浓度控制在32微克/立方米以下»",
        "污染天数 <=! 2 days «污染天数控制在2天以内»",
    ]


def test_a_duration_is_reduced_to_an_upper_limit() -> None:
    found = told("企业开办时间压缩至1个工作日。")

    assert found == [
        "企业开办时间 <= 1 workdays «企业开办时间压缩至1个工作日»",
    ]


def test_what_is_better_low_is_limited_without_a_word() -> None:
    found = told("漏损率达到9%。")

    assert found == [
        "漏损率 <= 9 percent «漏损率达到9%»",
    ]


def test_percentage_points_are_a_change() -> None:
    found = told("学生近视率比2023年下降3个百分点以上。")

    assert found == [
        "学生近视率 >=! 3 percentage_points down=2023年 «学生近视率比2023年下降3个百分点以上»",
    ]


def test_a_fall_against_a_year_is_a_change_with_its_base() -> None:
    found = told("挥发性有机物排放总量比上年下降18%。")

    assert found == [
        "挥发性有机物排放总量 >= 18 percent down=上年 «挥发性有机物排放总量比上年下降18%»",
    ]


def test_a_rise_without_a_base_is_a_change_all_the_same() -> None:
    found = told("村集体收入增长10%以上。")

    assert found == [
        "村集体收入 >=! 10 percent up=- «村集体收入增长10%以上»",
    ]


def test_from_to_is_the_level_reached_not_the_change() -> None:
    found = told("分类准确率由72%提高到85%。")

    assert found == [
        "分类准确率 >= 85 percent «分类准确率由72%提高到85%»",
    ]


def test_an_estimate_is_doubtful() -> None:
    found = told("优良天数比率达到88%左右。")

    assert found == [
        "优良天数比率 >= 88 percent doubtful «优良天数比率达到88%左右»",
    ]


def test_what_must_not_happen_is_zero() -> None:
    found = told("确保不发生死亡3人以上的火灾事故。")

    assert found == [
        "死亡3人以上的火灾事故 <= 0 count «不发生死亡3人以上的火灾事故»",
    ]


def test_zero_in_words_is_zero() -> None:
    found = told("文物保护单位安全事故为零。")

    assert found == [
        "文物保护单位安全事故 <= 0 count «文物保护单位安全事故为零»",
    ]


def test_effort_and_encouragement_are_weaker() -> None:
    found = told("力争全程网办率突破90%，鼓励各县建设1个基地。")

    assert found == [
        "全程网办率 >! 90 percent 力争 «全程网办率突破90%»",
        "基地 >= 1 count 鼓励 «1个基地»",
    ]


def test_what_has_been_reached_is_achieved() -> None:
    found = told("截至目前，已建成食堂86个，覆盖率95.6%。")

    assert found == [
        "食堂 >= 86 count achieved «食堂86个»",
        "覆盖率 >= 95.6 percent achieved «覆盖率95.6%»",
    ]


def test_a_report_of_an_earlier_year_is_achieved() -> None:
    found = told("2023年，优良天数比率达到86%。", as_of=date(2024, 3, 1))

    assert found == [
        "优良天数比率 >= 86 percent by=2023-12-31 achieved «优良天数比率达到86%»",
    ]


def test_what_there_is_is_background() -> None:
    found = told("全县现有养老机构52家。")

    assert found == [
        "养老机构 = 52 count of=全县 background «养老机构52家»",
    ]


def test_round_the_clock_is_hours_a_day() -> None:
    found = told("心理援助热线提供7×24小时服务。")

    assert found == [
        "心理援助热线提供服务 >= 24 hours_per_day «心理援助热线提供7×24小时服务»",
    ]


def test_hours_a_day_are_read_with_their_period() -> None:
    found = told("中小学生每天体育活动时间不少于2小时。")

    assert found == [
        "中小学生体育活动时间 >=! 2 hours_per_day «中小学生每天体育活动时间不少于2小时»",
    ]


def test_this_year_is_the_year_of_the_document() -> None:
    found = told("年底前，新建充电桩1200个。", as_of=date(2024, 3, 1))

    assert found == [
        "充电桩 >= 1200 count by=2024-12-31 «充电桩1200个»",
    ]


def test_a_quota_is_met_exactly() -> None:
    found = told("遴选50名在职人员，开展2年的专业知识培训。")

    assert found == [
        "在职人员 = 50 count «50名在职人员»",
        "专业知识培训 = 2 years «2年的专业知识培训»",
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


def test_a_norm_per_number_is_doubtful() -> None:
    found = told("按照每300户配备1名专职网格员。")

    assert found == [
        "专职网格员 >= 1 count of=每300户 doubtful «1名专职网格员»",
    ]


def test_a_count_of_a_share_s_noun_is_no_target_of_its_own() -> None:
    found = told("确保80%以上的乡镇建有一所区域性敬老院。")

    assert found == [
        "乡镇建有一所区域性敬老院 >=! 80 percent of=乡镇 «80%以上的乡镇建有一所区域性敬老院»",
    ]


def test_a_frequency_without_a_name_takes_the_clause_before() -> None:
    found = told("学校面向家长开展心理健康教育，每学期至少1次。")

    assert found == [
        "心理健康教育 >=! 1 per_semester «心理健康教育，每学期至少1次»",
    ]


def test_a_name_with_and_inside_is_not_split() -> None:
    found = told("居家患者康复参与率、居家患者及家属疏导服务率分别达到60%以上、50%以上。")

    assert found == [
        (
            "居家患者康复参与率 >=! 60 percent "
            "«居家患者康复参与率、居家患者及家属疏导服务率分别达到60%以上»"
        ),
        (
            "居家患者及家属疏导服务率 >=! 50 percent "
            "«居家患者康复参与率、居家患者及家属疏导服务率分别达到60%以上、50%以上»"
        ),
    ]


def test_a_size_and_its_count_are_both_said() -> None:
    found = told("每个乡镇组建一支不少于20人的救援队伍。")

    assert found == [
        "不少于20人的救援队伍 >= 1 count of=每个乡镇 «一支不少于20人的救援队伍»",
        "救援队伍 >=! 20 count «不少于20人的救援队伍»",
    ]


def test_counts_before_their_nouns_may_be_listed() -> None:
    found = told("建成1个市级、5个县级示范点。")

    assert found == [
        "市级 >= 1 count «1个市级»",
        "县级示范点 >= 5 count «5个县级示范点»",
    ]


def test_a_duration_shortened_by_is_a_change() -> None:
    found = told("全程运行时间缩短30分钟。")

    assert found == [
        "全程运行时间 >= 30 minutes down=- «全程运行时间缩短30分钟»",
    ]


def test_a_time_in_the_name_of_a_rate_is_no_value() -> None:
    found = told("异常人员30日内随访率达到90%。")

    assert found == [
        "异常人员30日内随访率 >= 90 percent «异常人员30日内随访率达到90%»",
    ]


def test_a_service_time_is_an_upper_limit() -> None:
    found = told("投诉类工单5个工作日内办结。")

    assert found == [
        "投诉类工单 <=! 5 workdays «投诉类工单5个工作日内»",
    ]


def test_the_population_of_a_scale_belongs_to_the_name() -> None:
    found = told("每千名老年人配备社会工作者1名以上。")

    assert found == [
        "社会工作者 >=! 1 count of=每千名老年人 «社会工作者1名以上»",
    ]


def test_two_comparators_each_keep_their_own() -> None:
    found = told("网上可办率不低于98%，超时率控制在2%以内。")

    assert found == [
        "网上可办率 >=! 98 percent «网上可办率不低于98%»",
        "超时率 <=! 2 percent «超时率控制在2%以内»",
    ]


def values(text: str, as_of: date | None = None) -> list[str]:
    """What is found without its quotes."""
    return [line.partition(" «")[0] for line in told(text, as_of=as_of)]


def test_an_index_or_coefficient_needs_no_unit() -> None:
    assert values("农田灌溉水有效利用系数提高到0.58以上，火灾死亡率控制在0.17以内。") == [
        "农田灌溉水有效利用系数 >=! 0.58 number",
        "火灾死亡率 <=! 0.17 number",
    ]


def test_a_rate_among_so_many_people_is_a_ratio() -> None:
    assert values("孕产妇死亡率控制在12/10万以下。") == ["孕产妇死亡率 <=! 0.00012 ratio"]


def test_the_comparator_may_stand_before_what_a_share_is_a_share_of() -> None:
    assert values("优秀等次比例不超过参评单位的30%。") == ["优秀等次比例 <=! 30 percent"]


def test_a_population_before_a_bare_share_is_whose_rate_was_named() -> None:
    assert values("机械化率达到75%（其中小麦98%、玉米90%）。") == [
        "机械化率 >= 75 percent",
        "机械化率 >= 98 percent of=小麦",
        "机械化率 >= 90 percent of=玉米",
    ]


def test_populations_belong_to_the_first_rate_of_a_list() -> None:
    assert values("高血压、糖尿病患者管理率和体检率均达到65%以上。") == [
        "高血压、糖尿病患者管理率 >=! 65 percent",
        "体检率 >=! 65 percent",
    ]


def test_what_goes_on_with_a_list_of_promises_needs_no_verb_of_its_own() -> None:
    assert values("建设高标准农田30万亩，其中高效节水灌溉面积8万亩。") == [
        "高标准农田 >= 30 万亩",
        "高效节水灌溉面积 >= 8 万亩",
    ]


def test_nothing_may_happen_is_said_in_many_ways() -> None:
    text = "不发生较大火灾事故和重大疫情，确保人员“零伤亡”，欠薪案件动态清零，无新增抛荒耕地。"

    assert values(text) == [
        "较大火灾事故 <= 0 count",
        "重大疫情 <= 0 count",
        "人员 <= 0 count",
        "欠薪案件 <= 0 count",
        "抛荒耕地 <= 0 count",
    ]


def test_every_one_is_said_in_many_ways() -> None:
    text = "凡新建公共建筑均须配建无障碍设施；每一个监管所都要配齐记录仪；消防通道标识全部到位。"

    assert values(text) == [
        "新建公共建筑均须配建无障碍设施 >= 100 percent of=新建公共建筑",
        "监管所都要配齐记录仪 >= 100 percent of=监管所",
        "消防通道标识到位 >= 100 percent of=消防通道标识",
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


def test_a_range_may_be_a_limit_or_in_points() -> None:
    assert values("损失率控制在3%—5%以内，占比较上年下降2至3个百分点，药物占比为七成至八成。") == [
        "损失率 <= 3 percent to=5",
        "占比 >=! 2 percentage_points to=3 down=上年",
        "药物占比 >= 70 percent to=80",
    ]


def test_an_age_does_not_part_a_period_from_its_number() -> None:
    assert values("每年为65岁以上老年人免费体检一次。") == [
        "为65岁以上老年人免费体检 >= 1 per_year",
    ]
