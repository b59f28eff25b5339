"""Findings → the data of a document: heads, targets that are said twice, and what is left out."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from plangen.document.origins import ReadDocument, Span
from plangen.extract.facts import extraction, find
from plangen.extract.facts_frame import Frame, Value
from plangen.extract.facts_head import head
from plangen.extract.facts_record import Extraction, Findings, Notice, remarks
from plangen.extract.facts_targets import data_targets
from plangen.extract.groups import FoundGroup
from plangen.extract.groups_lines import FoundMember
from plangen.extract.outline import outlined
from plangen.extract.targets.record import Change, Extracted, Kind
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.quantity.bounds import Comparator
from plangen.quantity.values import Quantity, Unit
from plangen.readers.reader import read_bytes

DICTIONARY = Dictionary(
    {
        "coverage": Indicator(name="建成率", unit=Unit.PERCENT, of="村（社区）"),
        "schools": Indicator(name="学校数", unit=Unit.COUNT),
    }
)


def read(text: str) -> ReadDocument:
    """A plain text as a document with its parts."""
    return outlined(read_bytes(text.encode(), "某.txt"))


def figure(percent: int = 80, **more: Any) -> Extracted:
    """A figure of the indicator ``coverage``, changed by ``more``."""
    given: dict[str, Any] = {
        "name": "建成率",
        "indicator": "coverage",
        "comparator": Comparator.AT_LEAST,
        "quantity": Quantity(Unit.PERCENT, Fraction(percent)),
        "explicit": True,
        "quote": f"建成率达到 {percent}%以上",
        "written": f"{percent}%以上",
        "start": 0,
        "end": 4,
    }
    return Extracted(**{**given, **more})


def scope_of(figure: Extracted) -> str:
    """The population that a figure names itself."""
    return figure.scope


def targets(*figures: Extracted) -> list[dict[str, Any]]:
    """The targets that figures amount to, without their quotes."""
    found, _ = data_targets(
        figures, DICTIONARY, lambda offset: "二" if offset < 100 else "三", scope_of
    )
    return [{k: v for k, v in target.data.items() if k != "quote"} for target in found]


def left(one: Extracted) -> str:
    """Why a figure is no part of the data."""
    found, (reason,) = data_targets([one], DICTIONARY, lambda _: "", scope_of)
    assert found == ()
    return str(reason.reason)


def test_a_figure_becomes_a_target_with_its_clause_and_quote() -> None:
    (found,), _ = data_targets(
        [figure(by=date(2021, 12, 31))], DICTIONARY, lambda _: "二", scope_of
    )

    assert found.data == {
        "indicator": "coverage",
        "at_least": "80%",
        "by": "2021-12-31",
        "clause": "二",
        "quote": "建成率达到80%以上",
    }


def test_what_is_said_twice_is_one_target_with_the_date_of_either() -> None:
    again = figure(by=date(2021, 12, 31), start=200)

    assert targets(figure(), again) == [
        {"indicator": "coverage", "at_least": "80%", "by": "2021-12-31", "clause": "二"}
    ]


def test_values_by_several_dates_are_steps() -> None:
    later, sooner = figure(90, by=date(2022, 12, 31)), figure(60, by=date(2020, 12, 31))

    assert targets(later, sooner) == [
        {
            "indicator": "coverage",
            "points": [
                {"at_least": "60%", "by": "2020-12-31"},
                {"at_least": "90%", "by": "2022-12-31"},
            ],
            "clause": "二",
        }
    ]


def test_a_third_step_stands_beside_the_first_two() -> None:
    found = targets(*(figure(at, by=date(2020 + at // 20, 12, 31)) for at in (20, 40, 60)))

    assert [step["at_least"] for step in found[0]["points"]] == ["20%", "40%", "60%"]


def test_two_values_at_one_place_are_told() -> None:
    found, _ = data_targets([figure(80), figure(90)], DICTIONARY, lambda _: "二", scope_of)

    assert [target.data["at_least"] for target in found] == ["80%"]
    assert "另一处写的是“建成率达到90%以上”" in str(found[0].doubts[0])


def test_different_populations_are_different_targets() -> None:
    found = targets(figure(scope="小学"), figure(scope="中学", start=200))

    assert [(target["scope"], target["clause"]) for target in found] == [
        ("小学", "二"),
        ("中学", "三"),
    ]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"indicator": None}, "不在指标字典里"),
        ({"change": Change.DOWN}, "升降的幅度"),
        ({"quantity": Quantity(Unit.COUNT, Fraction(3), "所")}, "单位和指标字典不同"),
        (
            {"indicator": "schools", "quantity": Quantity(Unit.COUNT, Fraction(3))},
            "没有写单位",
        ),
    ],
)
def test_what_no_data_can_hold_is_left_out_and_told(more: dict[str, Any], reason: str) -> None:
    assert reason in left(figure(**more))


@pytest.mark.parametrize("kind", [Kind.ACHIEVED, Kind.BACKGROUND])
def test_what_is_reached_or_described_is_no_target(kind: Kind) -> None:
    assert targets(figure(kind=kind)) == []


def test_a_bound_that_leaves_out_its_value_and_a_range_are_doubtful() -> None:
    more = figure(comparator=Comparator.MORE_THAN)
    ranged = figure(60, high=Quantity(Unit.PERCENT, Fraction(80)), scope="小学")

    found, _ = data_targets([more, ranged], DICTIONARY, lambda _: "", scope_of)

    assert "不含本数" in str(found[0].doubts[0])
    assert "上限是80%" in str(found[1].doubts[0])


def values(text: str) -> dict[str, Any]:
    """The head of a document by dotted keys."""
    return {".".join(map(str, v.key)): v.value for v in head(Frame.of(read(text)))}


NOTICE = """某区人民政府办公室文件

某政办发〔2021〕8号

某区人民政府办公室关于印发某区工作方案的通知

各街道办事处，区政府各部门、各直属机构：
现印发给你们，请认真贯彻执行。

某区人民政府办公室
2021年1月28日
（此件公开发布）

某区工作方案

根据《国务院关于某事的意见》（国发〔2020〕1号）和《某市条例》，制定本方案。
一、工作目标
到2022年底，建成率达到80%以上。

抄送：区委办公室、区人大办，区政协办。
某区人民政府办公室 2021年1月29日印发
"""


def test_the_head_of_a_notice_with_a_plan() -> None:
    found = values(NOTICE)

    assert found == {
        "kind": "plan",
        "level": "district",
        "title": "某区工作方案",
        "place.name": "某区",
        "issue.title": "某区人民政府办公室关于印发某区工作方案的通知",
        "issue.mark.organs": ["某区人民政府办公室"],
        "issue.number": {"code": "某政办发", "year": "2021", "sequence": "8"},
        "issue.issuers": ["某区人民政府办公室"],
        "issue.recipients": [["各街道办事处"], ["区政府各部门", "各直属机构"]],
        "issue.date": "2021-01-28",
        "issue.note": "此件公开发布",
        "issue.copies_to": [["区委办公室", "区人大办"], ["区政协办"]],
        "issue.printed": {"by": "某区人民政府办公室", "on": "2021-01-29"},
        "ends": "2022-12-31",
        "basis.0": {"title": "国务院关于某事的意见", "number": "国发〔2020〕1号"},
        "basis.1": {"title": "某市条例"},
    }


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("全国某项工作方案", "national"),
        ("某省某项工作方案", "province"),
        ("武汉市2021年重点工作任务", "city"),
        ("某县某项工作方案", "district"),
        ("某街道某项工作方案", "street"),
        ("某镇某项工作方案", "street"),
    ],
)
def test_the_level_is_that_of_the_place_in_the_title(title: str, level: str) -> None:
    assert values(f"{title}\n\n为做好工作，制定本方案。\n一、目标\n做好。\n")["level"] == level


def test_a_yearly_list_of_tasks_is_about_its_year() -> None:
    found = values("某市2021年重点工作任务\n\n一、基础\n（一）平台。建好。\n")

    assert (found["starts"], found["ends"]) == ("2021-01-01", "2021-12-31")


def test_a_document_without_anything_is_data_all_the_same() -> None:
    made = extraction(find(read("你好。"), DICTIONARY), DICTIONARY)

    assert made.data == {
        "kind": "plan",
        "level": "street",
        "title": "你好。",
        "template": "plan/written",
    }
    assert [str(message) for _, message, _ in remarks(made)] == [
        "看不出发文机关的层级，请核对",
        "没有找到标题，暂用第一段，请核对",
    ]


def test_every_value_has_its_place_in_the_text() -> None:
    document = read(NOTICE)
    made = extraction(find(document, DICTIONARY), DICTIONARY)

    assert document.quote(made.spans[("issue", "number")][0]) == "某政办发〔2021〕8号"
    assert document.quote(made.spans[("issue", "date")][0]) == "2021年1月28日"
    assert all(document.quote(span) for spans in made.spans.values() for span in spans)


HEAD = (
    Value(("kind",), "plan"),
    Value(("level",), "street"),
    Value(("title",), "某方案"),
)


def made_of(**found: Any) -> Extraction:
    """The data of findings in a document that says nothing else."""
    given = {"head": HEAD, **found}
    return extraction(Findings(read("某方案\n\n略。"), **given), DICTIONARY)


def test_a_person_who_stands_twice_on_a_roster_is_one_with_both_offices() -> None:
    people = tuple(
        FoundMember("成员", "张三", (office,), Span(0, 3)) for office in ("局长", "书记")
    )
    group = FoundGroup("leading", "某小组", people, Span(0, 3))

    made = made_of(groups=(group,))

    (member,) = made.data["groups"][0]["members"]
    assert member["offices"] == ["局长", "书记"]
    assert "出现两次" in str(made.doubts[("groups", 0, "members", 0)][0])


def test_what_the_model_refuses_is_left_out_and_told() -> None:
    group = FoundGroup(
        "leading", "名" * 300, (FoundMember("成员", "张三", (), Span(0, 3)),), Span(0, 3)
    )

    made = made_of(groups=(group,))

    assert "groups" not in made.data
    assert [type(notice) for notice in made.notices] == [Notice]


def test_a_value_of_the_head_that_no_data_can_hold_is_left_out_and_told() -> None:
    issue = {"mark": {"organs": ["某机关"]}, "issuers": ["某机关"], "date": "2021-01-01"}
    number = {"code": "某发", "year": "1900", "sequence": "1"}

    made = made_of(head=(*HEAD, Value(("issue",), {**issue, "number": number})))

    assert made.data["issue"] == issue
    assert made.facts.issue
    assert "没有录入" in str(made.notices[0].message)


def test_signs_of_templates_in_a_document_are_text() -> None:
    document = read(
        "附件3\n\n部门职责\n\n民政局负责{{ figure('x') }}和{% for %}。\n财政局负责经费。\n"
    )

    text = extraction(find(document, DICTIONARY), DICTIONARY).data["duties"][0]["text"]

    import jinja2

    assert jinja2.Environment().from_string(text).render() == "负责{{figure('x')}}和{%for%}。"
