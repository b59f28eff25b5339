"""The page of an audit: what it says before its tables, and what its tables hold."""

from plangen.document.grids import Grid
from plangen.document.web_pages import Charts, WebPage, WebSection, Words
from plangen.report.audit_page import audit_page, rows_table
from tests.report.audits import FULL, PLAN, SCHEME, TASKS, audit
from tests.report.composing import advise


def section(page: WebPage, title: str) -> WebSection:
    (found,) = [section for section in page.sections if section.title == title]
    return found


def test_the_page_of_one_document_is_called_after_it() -> None:
    page = audit_page([FULL], advise)

    assert page.title == f"《{PLAN[1]}》目标衔接核对报告"
    assert page.parts == (
        Words(
            f"以2020年9月6日为准，对照《{SCHEME[1]}》《{TASKS[1]}》，共核对上级要求11项："
            "高于要求1项，符合要求1项，时间滞后2项，低于要求1项，力度偏弱1项，尚未提出2项，"
            "无法比较1项，不适用1项，情况不明1项；其中已豁免1项。"
        ),
    )


def test_the_page_has_its_sections() -> None:
    assert [found.title for found in audit_page([FULL], advise).sections] == [
        "核对结论",
        "逐项核对",
        "目标进度",
        "交叉检查",
        "覆盖",
        "豁免",
    ]


def test_charts_stand_where_there_is_something_to_draw() -> None:
    charts, _ = section(audit_page([FULL], advise), "核对结论").parts
    (ramps,) = section(audit_page([FULL], advise), "目标进度").parts

    assert isinstance(charts, Charts)
    assert isinstance(ramps, Charts)
    assert (len(charts.charts), len(ramps.charts)) == (3, 8)


def test_an_audit_without_requirements_has_no_charts_and_says_so() -> None:
    page = audit_page([audit()], advise)

    assert "对照没有上级文件，共核对上级要求0项。" in str(page.parts)
    assert [found.title for found in page.sections] == ["逐项核对", "交叉检查", "覆盖", "豁免"]


def test_several_documents_have_a_section_each_and_one_table_of_totals() -> None:
    page = audit_page([FULL, audit()], advise)

    words, totals = page.parts
    assert words == Words("共核对2份文件。")
    assert isinstance(totals, Grid)
    assert len(totals.rows) == 2
    assert [len(found.sections) for found in page.sections] == [6, 4]


def test_nothing_to_audit_is_said() -> None:
    assert audit_page([], advise).parts == (Words("没有核对任何文件。"),)


def test_a_side_shows_its_source_and_its_words() -> None:
    line = rows_table(FULL, advise).rows[0]

    assert [entry.text for entry in line[2:5]] == [
        f"80%以上，2021年12月31日\n《{SCHEME[1]}》二（1）\n“建成率达80%以上”",
        "80%以上，2021年12月31日\n〔二〕\n"
        "“到2021年底，以村（社区）为单位，心理咨询室或社会工作室建成率达到80%以上”",
        "符合要求",
    ]


def test_a_waived_row_says_so_beside_its_verdict() -> None:
    (line,) = [line for line in rows_table(FULL, advise).rows if "已豁免" in line[4].text]

    assert line[4].text == "尚未提出（已豁免）"
    assert "武汉市卫生健康委批准" in line[5].text
