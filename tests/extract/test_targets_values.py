"""How a target's value is written, each way with all that is found in it."""

from tests.extract.told import told, values


def test_a_ratio_keeps_its_two_terms() -> None:
    found = told("所有高等院校按照师生比不少于1:4000的比例，配备专职教师。")

    assert found == [
        "师生比 >=! 0.00025 ratio «师生比不少于1:4000»",
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


def test_a_quota_is_met_exactly() -> None:
    found = told("遴选50名在职人员，开展2年的专业知识培训。")

    assert found == [
        "在职人员 = 50 count «50名在职人员»",
        "专业知识培训 = 2 years «2年的专业知识培训»",
    ]


def test_a_norm_per_number_is_doubtful() -> None:
    found = told("按照每300户配备1名专职网格员。")

    assert found == [
        "专职网格员 >= 1 count of=每300户 doubtful «1名专职网格员»",
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


def test_two_comparators_each_keep_their_own() -> None:
    found = told("网上可办率不低于98%，超时率控制在2%以内。")

    assert found == [
        "网上可办率 >=! 98 percent «网上可办率不低于98%»",
        "超时率 <=! 2 percent «超时率控制在2%以内»",
    ]


def test_an_index_or_coefficient_needs_no_unit() -> None:
    assert values("农田灌溉水有效利用系数提高到0.58以上，火灾死亡率控制在0.17以内。") == [
        "农田灌溉水有效利用系数 >=! 0.58 number",
        "火灾死亡率 <=! 0.17 number",
    ]


def test_a_rate_among_so_many_people_is_a_ratio() -> None:
    assert values("孕产妇死亡率控制在12/10万以下。") == ["孕产妇死亡率 <=! 0.00012 ratio"]


def test_the_comparator_may_stand_before_what_a_share_is_a_share_of() -> None:
    assert values("优秀等次比例不超过参评单位的30%。") == ["优秀等次比例 <=! 30 percent"]


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


def test_a_range_may_be_a_limit_or_in_points() -> None:
    assert values("损失率控制在3%—5%以内，占比较上年下降2至3个百分点，药物占比为七成至八成。") == [
        "损失率 <= 3 percent to=5",
        "占比 >=! 2 percentage_points to=3 down=上年",
        "药物占比 >= 70 percent to=80",
    ]
