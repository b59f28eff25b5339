"""What templates ask of the facts: figures that know their target, organs, groups and tasks."""

from pathlib import Path

import pytest

from plangen.document.inline import Figure
from tests.compose.composing import composed, figures, page, refused, text

AT = "templates/own/plan.xml.j2 第3行"


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("figure('room_coverage')", "80%以上"),
        ("figure('incident_rate')", "4.5‰以下"),
        ("figure('meeting_frequency')", "每半年至少1次"),
        ("figure('school_count')", "1所"),
        ("figure('hotline_hours')", "7×24小时"),
        ("figure('stepped')", "90%以上"),
        ("figure('stepped', by='2020-12-31')", "60%以上"),
        ("figure('stepped', by='2020年底前')", "60%以上"),
        ("figure('stepped', by=doc.targets[7].points[0].by.last_day)", "60%以上"),
        ("figure('scoped', scope='小学')", "50%以上"),
        ("value('room_coverage')", "80%"),
        ("value('meeting_frequency')", "每半年1次"),
        ("deadline('room_coverage')", "2021年底前"),
        ("deadline('incident_rate')", "2021年9月底前"),
        ("deadline('stepped', by='2020-12-31')", "2020年底前"),
    ],
)
def test_a_figure_is_written_in_chinese(call: str, written: str, tmp_path: Path) -> None:
    document = composed(tmp_path, page(f"<p>达到{{{{ {call} }}}}。</p>"))

    assert text(document) == [f"达到{written}。"]


@pytest.mark.parametrize(
    ("call", "figure"),
    [
        ("figure('room_coverage')", Figure("80%以上", "room_coverage")),
        ("value('room_coverage')", Figure("80%", "room_coverage", "value")),
        ("deadline('room_coverage')", Figure("2021年底前", "room_coverage", "by")),
    ],
)
def test_a_figure_keeps_its_target_and_what_of_it_is_shown(
    call: str, figure: Figure, tmp_path: Path
) -> None:
    document = composed(tmp_path, page(f"<p>{{{{ {call} }}}}</p>"))

    assert figures(document) == [figure]


def test_equal_figures_are_said_once(tmp_path: Path) -> None:
    document = composed(
        tmp_path, page("<p>甲、乙{{ shared('room_coverage', 'same_coverage') }}</p>")
    )

    assert text(document) == ["甲、乙均达到80%以上"]
    assert [figure.target for figure in figures(document)] == ["room_coverage same_coverage"]


def test_figures_that_differ_are_said_one_by_one(tmp_path: Path) -> None:
    call = "shared('room_coverage', 'school_coverage', 'meeting_frequency')"

    document = composed(tmp_path, page(f"<p>甲、乙、丙{{{{ {call} }}}}</p>"))

    assert text(document) == ["甲、乙、丙分别达到80%以上、75%以上、每半年至少1次"]
    assert [figure.target for figure in figures(document)] == [
        "room_coverage",
        "school_coverage",
        "meeting_frequency",
    ]


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            "figure('room_coverag')",
            "数据里没有“room_coverag”的目标，是不是“room_coverage”？",
        ),
        ("figure('zzz')", "数据里没有“zzz”的目标"),
        ("value('zzz')", "数据里没有“zzz”的目标"),
        ("shared('room_coverage', 'zzz')", "数据里没有“zzz”的目标"),
        ("deadline('school_coverage')", "指标“school_coverage”的目标没有写期限（by）"),
        ("figure('stepped', by='2019-12-31')", "指标“stepped”没有 2019-12-31 的目标"),
        ("figure('scoped')", "指标“scoped”有几个目标，请用 scope=… 指明对象：小学、中学"),
        ("group('leading')", "数据里没有“leading”的小组"),
        ("task('rooms')", "数据里没有“rooms”的任务"),
        ("organ('卫生')", "数据里没有“卫生”的承担此职能的机关或部门，是不是“卫生健康”？"),
        ("organs('公安', '气象')", "数据里没有“气象”的承担此职能的机关或部门"),
    ],
)
def test_what_is_not_there_stops_the_run_at_the_template_s_line(
    call: str, sentence: str, tmp_path: Path
) -> None:
    assert refused(tmp_path, page(f"<p>{{{{ {call} }}}}</p>")) == f"{AT}：{sentence}"


def test_a_scope_without_a_target_does_not_suggest_the_indicator_itself(tmp_path: Path) -> None:
    sentence = refused(tmp_path, page("<p>{{ figure('scoped', scope='大学') }}</p>"))

    assert sentence.startswith(f"{AT}：")
    assert "是不是“scoped”" not in sentence


def test_a_date_that_cannot_be_read_names_the_line(tmp_path: Path) -> None:
    sentence = refused(tmp_path, page("<p>{{ figure('stepped', by='明天') }}</p>"))

    assert sentence.startswith(f"{AT}：")
    assert "“明天”" in sentence


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("has('room_coverage')", "是"),
        ("has('zzz')", "否"),
        ("performs('公安')", "是"),
        ("performs('气象')", "否"),
    ],
)
def test_a_template_can_ask_what_is_there(condition: str, answer: str, tmp_path: Path) -> None:
    document = composed(tmp_path, page(f"<p>{{{{ '是' if {condition} else '否' }}}}</p>"))

    assert text(document) == [answer]


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("organ('公安')", "派出所"),
        ("organ('交通')", "交警队"),
        ("organs('公安', '卫生健康')", "派出所、卫计岗"),
        ("organs('卫生健康', '民政', '公安')", "卫计岗、派出所"),
    ],
)
def test_organs_are_called_by_the_function_they_perform(
    call: str, written: str, tmp_path: Path
) -> None:
    document = composed(tmp_path, page(f"<p>{{{{ {call} }}}}</p>"))

    assert text(document) == [written]


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("issue.date | date", "2020年9月6日"),
        ("issue.date | year_end", "2020年底"),
        ("issue.date | month", "2020年9月"),
        ("['甲', '乙'] | listed", "甲、乙"),
        ("[['甲', '乙'], ['丙']] | groups", "甲、乙，丙"),
        ("12 | chinese", "十二"),
        ("'关于《甲》的\n通知' | quoted", "《关于〈甲〉的通知》"),
    ],
)
def test_a_filter_writes_chinese(expression: str, written: str, tmp_path: Path) -> None:
    document = composed(tmp_path, page(f"<p>{{{{ {expression} }}}}</p>"))

    assert text(document) == [written]


def test_groups_and_tasks_are_called_by_their_ids(tmp_path: Path) -> None:
    document = composed(
        tmp_path,
        page("<p>{{ group('leading').name }}，{{ task('rooms').title }}</p>"),
        groups=[{"id": "leading", "name": "某小组", "members": [{"role": "组长", "name": "甲"}]}],
        tasks=[{"id": "rooms", "title": "建好场所"}],
    )

    assert text(document) == ["某小组，建好场所"]
