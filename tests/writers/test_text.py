"""Plain text: the words, and nothing to make them look well."""

import pytest
from hypothesis import given, settings

from plangen.document.blocks import Cell, Column, Paragraph, Table
from plangen.document.elements import Annex, Document
from plangen.document.recipients import recipients_in_imprint
from plangen.writers.text import write_text
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.writers.words import first_missing

NOTICE_TEXT = """\
000012
秘密★1年
特急
云溪街道工作委员会 云溪街道办事处文件

签发人：李响　欧阳文博
云街发〔2021〕7号 周全

云溪街道办事处关于印发《云溪街道生活垃圾分类实施方案》的通知

各村（社区）、各学校，驻街各单位：
现将“方案”印发给你们——请按照附件执行。

附件：投放指南

云溪街道工作委员会
云溪街道办事处
2021年3月8日
（此件公开发布）

云溪街道生活垃圾分类实施方案

为做好生活垃圾分类，制定本方案。
一、目标
（一）近期
建成投放点。
（二）远期
1.覆盖面。覆盖率达到95%以上，见附件2。
（1）居民小区全部覆盖。
附带事项
另行通知。
二、保障
经费列入预算，

附件：1. 领导小组成员名单
2. 任务分解表

附件1

领导小组成员名单

组长： 王瑞 街道办事处主任
副组长： 欧阳文博 武装部部长
𠮷朋 派出所所长
成员： 赵一鸣

附件2

任务分解表

任务分解表
序号\t任务\t时限
一\t二和三\t
1\t布置投放点\t4月底
\t培训指导员\t5月底
2\t检查 通报\t

附件

投放指南

厨余垃圾沥干后投放。

抄送：区城管局，区教育局、区卫健局。
云溪街道党政办公室 2021年3月8日印发
"""

ANNEXED_TEXT = """\
云溪区民政局

关于报送养老服务方案的通知

各街道：
方案附后。

附件：养老服务方案

云溪区民政局
2021年3月8日

附件

养老服务方案

正文。
"""


def test_a_notice_with_every_element() -> None:
    assert write_text(NOTICE) == NOTICE_TEXT


def test_a_notice_with_an_annexed_plan() -> None:
    assert write_text(ANNEXED) == ANNEXED_TEXT


LETTER_TEXT = """\
云溪街道办事处

000003 云街办函〔2021〕12号
秘密
加急

关于商请派员指导改造工作的函

安和区住建局：
改造涉及多个专业，特商请选派技术人员参加。

云溪街道办事处
2021年6月8日

抄送：安和区财政局。
"""

ORDER_TEXT = """\
安和区人民政府令

第3号

现予公布，自公布之日起施行。

区长 周正明
2021年6月8日
"""

MINUTES_TEXT = """\
安和区人民政府专题会议纪要

第6期
安和区人民政府办公室 2021年6月8日

研究老旧小区改造工作

会议原则同意改造方案。

出席：周正明，区财政局吴敏、何建国
请假：区发展和改革局郑伟
列席：柳荫里社区

安和区人民政府办公室 2021年6月8日印发
"""


@pytest.mark.parametrize(
    ("document", "text"),
    [(LETTER, LETTER_TEXT), (ORDER, ORDER_TEXT), (MINUTES, MINUTES_TEXT)],
    ids=["letter", "order", "minutes"],
)
def test_a_document_of_a_special_form(document: Document, text: str) -> None:
    assert write_text(document) == text


def test_recipients_in_the_imprint_are_no_part_of_the_text() -> None:
    moved = write_text(recipients_in_imprint(ANNEXED))

    assert "关于报送养老服务方案的通知\n\n方案附后。\n" in moved
    assert moved.endswith("\n主送：各街道。\n")


def test_a_document_that_is_a_title() -> None:
    assert write_text(Document("关于\n印发方案的通知")) == "关于印发方案的通知\n"


def test_annexes_stand_in_order() -> None:
    annexes = tuple(Annex(f"表{letter}") for letter in "丙甲乙")

    text = write_text(Document("通知", annexes=annexes))

    assert text == (
        "通知\n\n附件：1. 表丙\n2. 表甲\n3. 表乙\n\n"
        "附件1\n\n表丙\n\n附件2\n\n表甲\n\n附件3\n\n表乙\n"
    )


@pytest.mark.parametrize("document", [NOTICE, ANNEXED])
def test_nothing_is_padded(document: Document) -> None:
    text = write_text(document)

    assert "\n\n\n" not in text
    assert "  " not in text
    assert all(line == line.strip(" 　") for line in text.split("\n"))
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_a_cell_below_one_that_reaches_down_keeps_its_column() -> None:
    tall = Cell((Paragraph.of("甲"),), rows=2)
    table = Table((Column(), Column()), rows=((tall, Cell.of("乙")), (Cell.of("丙"),)))

    assert write_text(Document("表", blocks=(table,))) == "表\n\n甲\t乙\n\t丙\n"


def test_a_row_has_as_many_tabs_as_it_has_cells() -> None:
    table = Table((Column(), Column()), rows=((Cell.of("甲\t乙"), Cell.of("丙")),))

    assert write_text(Document("表", blocks=(table,))).count("\t") == 1


@settings(max_examples=50)
@given(documents())
def test_no_word_is_lost_and_none_changes_its_place(document: Document) -> None:
    assert first_missing(document, write_text(document)) is None
