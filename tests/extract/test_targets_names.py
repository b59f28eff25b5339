"""What a target is said of: names, populations and lists, each with all that is found in it."""

from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.quantity.values import Unit
from tests.extract.told import told, values


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


def test_the_population_of_a_scale_belongs_to_the_name() -> None:
    found = told("每千名老年人配备社会工作者1名以上。")

    assert found == [
        "社会工作者 >=! 1 count of=每千名老年人 «社会工作者1名以上»",
    ]


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


def test_an_age_does_not_part_a_period_from_its_number() -> None:
    assert values("每年为65岁以上老年人免费体检一次。") == [
        "为65岁以上老年人免费体检 >= 1 per_year",
    ]
