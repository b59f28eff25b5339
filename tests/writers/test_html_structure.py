"""The structure of the page: language, landmarks, headings, links and labels."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from plangen.document.blocks import Paragraph, Section
from plangen.document.elements import Annex, Document, Enclosure, Head, Mark
from plangen.document.inline import AnnexReference, Figure, Text
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.writers.html_page import HtmlPage, words

NOTICE_HEADINGS = [
    (1, "云溪街道办事处关于印发《云溪街道生活垃圾分类实施方案》的通知"),
    (2, "云溪街道生活垃圾分类实施方案"),
    (3, "一、目标"),
    (4, "（一）近期"),
    (4, "（二）远期"),
    (5, "附带事项"),
    (3, "二、保障"),
    (2, "领导小组成员名单"),
    (2, "任务分解表"),
    (2, "投放指南"),
]


def leads(page: HtmlPage) -> list[tuple[str, str]]:
    """Text and goal of all links of the document."""
    return [(words(link), link.get("href", "")) for link in page.all("//main//a")]


def test_the_page_names_its_language_and_says_what_it_is() -> None:
    page = HtmlPage(NOTICE)

    about = {meta.get("name"): meta.get("content") for meta in page.all("//meta[@name]")}

    assert page.content.startswith(
        b'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
    )
    assert page.one("//title").text == NOTICE_HEADINGS[0][1]
    assert about == {
        "viewport": "width=device-width, initial-scale=1",
        "author": "云溪街道工作委员会、云溪街道办事处",
        "description": "生活垃圾分类",
        "keywords": "垃圾, 分类",
        "dcterms.created": "2021-03-08",
        "generator": "plangen",
    }


def test_headings_follow_the_outline() -> None:
    assert HtmlPage(NOTICE).headings() == NOTICE_HEADINGS


def test_levels_that_are_left_out_leave_no_hole_in_the_headings() -> None:
    deep = Section("丙", (Paragraph.of("文"),), level=4)
    blocks = (
        Section("甲", (Section("乙", (deep,), level=3),), level=1),
        Section("丁", (), level=2),
    )

    page = HtmlPage(Document("题", blocks=blocks))

    assert page.headings() == [
        (1, "题"),
        (2, "一、甲"),
        (3, "1.乙"),
        (4, "（1）丙"),
        (3, "（一）丁"),
    ]


@pytest.mark.parametrize("document", [NOTICE, ANNEXED, LETTER, ORDER, MINUTES])
def test_the_skip_link_leads_to_the_title_or_to_the_text(document: Document) -> None:
    page = HtmlPage(document)

    first = page.one("//body/*[1]")

    assert (first.tag, words(first), first.get("href")) == ("a", "跳到正文", "#text")
    assert len(page.all("//*[@id='text']")) == 1


def test_an_order_without_a_title_has_its_mark_as_heading() -> None:
    assert HtmlPage(ORDER).headings() == [(1, "安和区人民政府令")]


def test_a_document_of_neither_title_nor_mark_still_has_a_heading() -> None:
    page = HtmlPage(Document("", form="命令", blocks=(Paragraph.of("现予公布。"),)))

    assert page.headings() == [(1, "命令")]
    assert page.one("//title").text == "命令"
    assert page.seen == "现予公布。"


def test_what_is_issued_is_an_article_that_its_heading_names() -> None:
    page = HtmlPage(NOTICE)

    issued = page.one("//main/article/article")

    assert issued.get("id") == "enclosure"
    title = page.one(f"//*[@id='{issued.get('aria-labelledby')}']")
    assert words(title) == "云溪街道生活垃圾分类实施方案"


def test_annexes_are_reached_from_their_list_and_from_the_text() -> None:
    page = HtmlPage(NOTICE)

    assert leads(page) == [
        ("附件", "#annex-1"),
        ("投放指南", "#annex-1"),
        ("附件2", "#enclosure-annex-2"),
        ("领导小组成员名单", "#enclosure-annex-1"),
        ("任务分解表", "#enclosure-annex-2"),
    ]
    assert words(page.one("//*[@id='enclosure-annex-2']/h2")) == "任务分解表"
    assert words(page.one("//*[@id='annex-1']/h2")) == "投放指南"


def test_an_annexed_plan_is_reached_from_the_list() -> None:
    page = HtmlPage(ANNEXED)

    assert leads(page) == [("养老服务方案", "#enclosure")]
    assert words(page.one("//*[@id='enclosure']/p[1]")) == "附件"


def test_a_figure_says_which_target_it_comes_from() -> None:
    figure = HtmlPage(NOTICE).one("//data")

    assert dict(figure.attrib) == {
        "class": "figure",
        "value": "95%以上",
        "title": "数据来源：coverage",
        "data-target": "coverage",
        "data-part": "bound",
    }


def test_a_run_in_heading_opens_its_paragraph() -> None:
    page = HtmlPage(NOTICE)

    run_in, bare = page.all("//article[@id='enclosure']/p[span]")

    assert words(run_in) == "1.覆盖面。覆盖率达到95%以上，见附件2。"
    assert [words(span) for span in run_in.xpath("span")] == ["1.覆盖面。"]
    assert words(bare) == "（1）居民小区全部覆盖。"


def test_dates_can_be_read_by_programs() -> None:
    page = HtmlPage(NOTICE)

    dates = [(words(time), time.get("datetime")) for time in page.all("//time")]

    assert dates == [("2021年3月8日", "2021-03-08")] * 2


def test_a_line_break_of_a_title_is_kept_and_no_character() -> None:
    title = HtmlPage(NOTICE).one("//h1")

    assert [title.text, *(br.tail for br in title)] == [
        "云溪街道办事处关于印发",
        "《云溪街道生活垃圾分类实施方案》的通知",
    ]


@settings(max_examples=50)
@given(documents())
def test_headings_never_jump_ids_are_unique_and_links_lead_somewhere(document: Document) -> None:
    page = HtmlPage(document)

    ranks = [rank for rank, _ in page.headings()]
    ids = [element.get("id") for element in page.all("//*[@id]")]
    goals = [str(link.get("href")).removeprefix("#") for link in page.all("//a")]

    assert ranks.count(1) == 1
    assert ranks[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    assert len(ids) == len(set(ids))
    assert set(goals) <= set(ids)


@settings(max_examples=50)
@given(documents())
def test_nothing_outside_the_file_is_asked_for_and_nothing_runs(document: Document) -> None:
    page = HtmlPage(document)

    assert page.all("//script | //link | //iframe | //object | //base | //form") == []
    assert page.root.xpath("//@*[starts-with(name(), 'on')]") == []
    assert page.root.xpath("//@src[not(starts-with(., 'data:'))]") == []
    assert "url(" not in page.style
    assert "@import" not in page.style


def test_references_to_annexes_of_both_parts_lead_to_their_own() -> None:
    first, second = AnnexReference("a"), AnnexReference("b")
    enclosure = Enclosure("方案", (Paragraph((second,)),), (Annex("乙", id="b"),))
    blocks = (Paragraph((Text("见"), first, Figure("3个", "count"))),)
    document = Document("题", blocks=blocks, enclosure=enclosure, annexes=(Annex("甲", id="a"),))

    goals = [goal for _, goal in leads(HtmlPage(document))]

    assert goals == ["#annex-1", "#annex-1", "#enclosure-annex-1", "#enclosure-annex-1"]


def test_a_mark_without_a_title_of_a_joint_order_is_one_heading() -> None:
    head = Head(mark=Mark(("甲部", "乙部"), "令"))

    assert HtmlPage(Document("", form="命令", head=head)).headings() == [(1, "甲部 乙部令")]
