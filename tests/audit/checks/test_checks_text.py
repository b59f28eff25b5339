"""What the checks of figures, dates and annexes leave alone, and see beyond their examples."""

import pytest
from hypothesis import given

from plangen.audit.checks.check import Example
from plangen.audit.checks.passages import GAP, passages
from plangen.audit.checks.prose import prose_of
from plangen.audit.checks.run import cross_check
from plangen.audit.checks.subject import Subject
from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.errors import NOWHERE
from tests.audit.checks.subjects import BY_CODE, DICTIONARY, facts_of, said, text
from tests.document.trees import documents

# ---- figures

TARGET = (
    "targets:\n- {indicator: village_counseling_room_coverage, at_least: 80%, by: 2021-12-31}\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "目前建成率为65%。",
        "上年度知晓率达到65%以上，排名第一。",
        "落实《关于知晓率达到65%以上的意见》。",
        "实现心理服务全覆盖。",
        "在30日内报送，建设3个示范点，到2021年底前完成。",
        "知晓率提高5个百分点。",
    ],
)
def test_a_number_that_is_no_figure_of_the_plan(words: str) -> None:
    assert said("X-FIG-01", Example(data=TARGET, text=text(words))) == []


def test_a_document_without_targets_owns_no_figures() -> None:
    assert said("X-FIG-01", Example(text=text("值班实行24小时制，到岗率达到100%。"))) == []


def test_a_table_of_the_data_holds_its_figures_itself() -> None:
    table = "tables:\n- {id: t, title: 统计表, columns: [地区, 知晓率], rows: [[甲区, 65%]]}\n"
    written = """<document><title>题</title><table><column/><column/>
    <tbody><row><cell><p>甲区</p></cell><cell><p>65%</p></cell></row></tbody></table></document>"""

    assert said("X-FIG-01", Example(data=TARGET + table, text=written)) == []
    assert len(said("X-FIG-01", Example(data=TARGET, text=written))) == 1


def test_the_same_sentence_is_told_once() -> None:
    twice = text("知晓率达到65%以上。", "知晓率达到65%以上。")

    assert said("X-FIG-01", Example(data=TARGET, text=twice)) == [
        "warn 文中的“达到65%以上”不属于任何一个目标（“知晓率达到65%以上”）"
    ]


def test_a_step_that_is_shown_shows_its_target() -> None:
    points = (
        "targets:\n- indicator: general_hospital_clinic_rate\n  points:\n"
        "  - {at_least: 20%, by: 2020-12-31}\n  - {at_least: 40%, by: 2021-12-31}\n"
    )
    figure = '<figure target="general_hospital_clinic_rate" part="value">20%</figure>'

    assert said("X-FIG-03", Example(data=points, text=text(f"达到{figure}。"))) == []
    assert said("X-FIG-04", Example(data=points, text=text(f"达到{figure}。"))) == []


def test_a_date_alone_does_not_show_a_target() -> None:
    figure = '<figure target="village_counseling_room_coverage" part="by">2021年底前</figure>'

    assert said("X-FIG-03", Example(data=TARGET, text=text(f"{figure}建成。"))) == [
        "warn 数据里有目标“村（社区）心理咨询室或社会工作室建成率”，正文却没有写"
    ]


def test_words_kept_as_they_were_read_show_their_target() -> None:
    quoted = TARGET.replace("by: 2021-12-31", "by: 2021-12-31, quote: 村和社区实现全覆盖")

    assert said("X-FIG-03", Example(data=quoted, text=text("村和社区实现全覆盖。"))) == []
    assert len(said("X-FIG-03", Example(data=quoted, text=text("实现全覆盖。")))) == 1


def test_a_text_that_was_read_shows_its_targets_in_its_own_words() -> None:
    read = Example(data=TARGET, text=text("建成率达到80%以上。"), composed=False)

    assert said("X-FIG-03", read) == []


def test_an_undecided_figure_differs_from_nothing() -> None:
    data = "targets:\n- {indicator: village_counseling_room_coverage, at_least: 待定}\n"
    figure = '<figure target="village_counseling_room_coverage">【待定】</figure>'

    assert said("X-FIG-04", Example(data=data, text=text(f"达到{figure}。"))) == []


def test_a_figure_with_another_comparator_differs() -> None:
    figure = '<figure target="village_counseling_room_coverage">80%以下</figure>'

    assert said("X-FIG-04", Example(data=TARGET, text=text(f"为{figure}。"))) == [
        "error 文中“村（社区）心理咨询室或社会工作室建成率”写的是“80%以下”，数据里是80%以上"
    ]


def test_two_populations_may_have_two_values() -> None:
    data = (
        "targets:\n- {indicator: school_counseling_room_coverage, at_least: 80%, scope: 小学}\n"
        "- {indicator: school_counseling_room_coverage, at_least: 100%, scope: 中学}\n"
    )

    assert said("X-FIG-02", Example(data=data)) == []


def test_what_is_hoped_for_may_be_more_than_what_must_be() -> None:
    data = (
        "targets:\n- {indicator: school_counseling_room_coverage, at_least: 80%, clause: 二}\n"
        "- {indicator: school_counseling_room_coverage, at_least: 90%, modality: 力争}\n"
    )

    assert said("X-FIG-02", Example(data=data)) == []


# ---- dates


def test_less_for_a_later_date_is_told() -> None:
    data = (
        "targets:\n"
        "- {indicator: general_hospital_clinic_rate, at_least: 40%, by: 2021-12-31, clause: 二}\n"
        "- {indicator: general_hospital_clinic_rate, at_least: 30%, by: 2022-12-31, clause: 三}\n"
    )

    assert said("X-DAT-04", Example(data=data)) == [
        "warn “二级以上综合医院开设精神（心理）门诊比例”在二是2021年12月31日40%以上，"
        "在三是2022年12月31日30%以上，期限不一致"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2019年底前已完成摸底。",
        "截至2019年底，建成3个站点。",
        "落实《2025年底前行动方案》。",
        "2018年11月印发方案。",
    ],
)
def test_a_date_that_sets_no_deadline(words: str) -> None:
    dates = "issued: 2020-09-06\nends: 2021-12-31\n"

    assert said("X-DAT-03", Example(data=dates, text=text(words))) == []


def test_a_number_of_the_recorded_issue_is_left_to_the_check_of_the_data() -> None:
    issue = (
        "issue:\n  mark: {organs: [山城街道办事处]}\n  issuers: [山城街道办事处]\n"
        "  number: {code: 山城发, year: 2019, sequence: 1}\n  date: 2020-09-06\n"
    )
    (example,) = BY_CODE["X-DAT-05"].fails

    assert said("X-DAT-05", Example(data=issue, text=example.text)) == []


# ---- annexes


def test_the_enclosure_may_be_the_annex() -> None:
    enclosed = """<document><title>通知</title><p>方案见附件。</p>
    <enclosure mode="annexed"><title>方案</title><p>略。名单见附件2。</p></enclosure></document>"""

    assert said("X-ANX-01", Example(text=enclosed)) == ["warn 文中提到“附件2”，文件只有 1 个附件"]


def test_an_annex_of_a_document_of_another_year_is_no_reference() -> None:
    annexed = text("具体见其附件3，另见《通知》附件4。")

    assert said("X-ANX-01", Example(text=annexed)) == []


# ---- the text


def test_a_passage_knows_its_clause_and_its_gaps() -> None:
    document = parse(
        """<document><title>题</title><p>甲。</p>
        <section title="目标"><section title="学校"><p>达到<figure target="a">80%</figure>。</p>
        </section></section>
        <annex id="x"><title>名单</title><p>乙，见<annexref to="x"/>。</p></annex></document>"""
    )

    found = list(passages(document))

    assert [(p.number, p.clause, p.text) for p in found] == [
        (1, "", "甲。"),
        (2, "一（一）", f"达到{GAP}。"),
        (3, "附件", f"乙，见{GAP}。"),
    ]
    assert found[1].quote(0, 2) == "达到…"


@given(document=documents())
def test_any_text_can_be_checked(document: Document) -> None:
    facts = facts_of({"targets": [{"indicator": "hotline_hours", "at_least": "7×24小时"}]})
    prose = prose_of(document, composed=False)
    subject = Subject("a/b", facts, DICTIONARY, lambda _: NOWHERE, prose)

    found = cross_check(subject)

    assert found == cross_check(subject)
    assert all(str(finding.message) for finding in found)
