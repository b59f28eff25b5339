"""The text of a document as data: headings however they are typed, tables, rosters."""

import pytest

from plangen.extract.facts import extraction, find
from plangen.extract.outline import outlined
from plangen.model.dictionary import Dictionary
from plangen.model.organs import Organ
from plangen.readers.reader import read_bytes
from tests.extract.texts import INDICATORS, PLACE, made, printed, read, sections, told


def test_headings_of_four_levels_become_sections() -> None:
    text = "一、甲\n（一）乙\n1.丙\n（1）丁\n戊。"

    assert sections(text) == [
        {
            "heading": "甲",
            "sections": [
                {
                    "heading": "乙",
                    "sections": [
                        {"heading": "丙", "sections": [{"heading": "丁", "text": ["戊。"]}]}
                    ],
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("一、甲\n(一)乙\n1、丙\n(1)丁", "一、甲（一）乙1.丙（1）丁"),
        ("一、甲\n（一）、乙\n１．丙\n（１）丁", "一、甲（一）乙1.丙（1）丁"),
        ("一、甲\n1.乙\n2.丙\n二、丁\n1.戊", "一、甲1.乙2.丙二、丁1.戊"),
        (
            "第一章 总则\n一、甲\n（一）乙\n第二章 附则\n二、丙",
            "第一章总则一、甲（一）乙第二章附则二、丙",
        ),
        ("第一章 总则\n一、甲\n第二章 附则\n一、丙", "第一章总则一、甲第二章附则一、丙"),
        ("一、甲\n三、乙\n四、丙", "一、甲三、乙四、丙"),
        ("一、甲\n（一）乙\n二、丙\n（二）丁", "一、甲（一）乙二、丙（二）丁"),
        ("一、甲\n（1）乙；\n①丙；\n②丁。", "一、甲（1）乙；①丙；②丁。"),
    ],
)
def test_numbers_are_printed_again_in_the_forms_of_the_standard(typed: str, standard: str) -> None:
    assert printed(made(typed)) == f"某镇工作方案{standard}"


def test_headings_by_their_style_alone_are_not_numbered() -> None:
    html = "<h1>某镇工作方案</h1><h2>目标</h2><p>略。</p><h2>任务</h2><h3>建站</h3><p>1.选址</p>"
    document = outlined(read_bytes(html.encode(), "某.html"))

    assert extraction(find(document, PLACE), PLACE).data["sections"] == [
        {"heading": "目标", "numbered": "false", "text": ["略。"]},
        {
            "heading": "任务",
            "numbered": "false",
            "sections": [
                {
                    "heading": "建站",
                    "numbered": "false",
                    "sections": [{"heading": "选址"}],
                }
            ],
        },
    ]


def test_a_title_at_the_head_of_a_paragraph_runs_in_and_a_sentence_is_an_item() -> None:
    long = "各村要普遍设立服务站，配备专职人员和必要的设备，为群众就近提供方便可及的服务"

    found = sections(f"一、任务\n（一）抓宣传。各村要广泛宣传。\n（二）{long}。按季度检查。")

    assert found[0]["sections"] == [
        {"heading": "抓宣传", "run_in": "true", "text": ["各村要广泛宣传。"]},
        {"numbered": "true", "text": [f"{long}。按季度检查。"]},
    ]


def test_characters_that_nothing_prints_are_left_out() -> None:
    long = "健全机制，形成合力，定期会商，及时解决推进中的问题。" * 10

    found = made(f"一、说\x07明\n{long}做好\x01工作。")

    assert found.data["sections"] == [{"heading": "说明", "text": [f"{long}做好工作。"]}]


def test_a_table_stands_in_the_data_and_is_referred_to() -> None:
    html = (
        "<h1>某镇工作方案</h1><p>一、分布</p><table><tr><td>村</td><td>数量</td></tr>"
        "<tr><td>甲村</td><td>3个</td></tr><tr><td>乙村</td><td></td></tr></table>"
    )
    document = outlined(read_bytes(html.encode(), "某.html"))

    data = extraction(find(document, PLACE), PLACE).data

    assert data["tables"] == [
        {
            "id": "table_1",
            "title": "分布",
            "columns": ["村", "数量"],
            "rows": [["甲村", "3个"], ["乙村", None]],
        }
    ]
    assert data["sections"] == [{"heading": "分布", "table": "table_1"}]


def test_tasks_are_referred_to_and_printed_with_their_numbers() -> None:
    text = (
        "一、责任\n1.抓属地。层层签订责任书。（牵头单位：县林业局；责任单位：各乡镇、街道）\n"
        "二、保障\n2.抓物资。备足物资。（牵头单位：县财政局）"
    )

    found = made(text)

    assert found.data["sections"] == [
        {"heading": "责任", "sections": [{"task": "task_1", "level": "3"}]},
        {
            "heading": "保障",
            "sections": [{"task": "task_2", "level": "3", "continued": "true"}],
        },
    ]
    assert printed(found) == f"某镇工作方案{''.join(text.split())}"


ANNEXES = """一、要求
做好工作。

附件：1.某镇领导小组成员名单
2.部门职责

附件1

某镇领导小组成员名单

组长：张三 镇长
成员：李四 林业站站长
领导小组办公室设在林业站。

附件2

部门职责

{duties}
"""


def test_rosters_and_duties_stand_in_the_annexes_by_reference() -> None:
    found = made(ANNEXES.format(duties="派出所负责查案。\n林业站负责巡护。"))

    assert found.data["annexes"] == [
        {
            "title": "某镇领导小组成员名单",
            "sections": [{"group": "leading"}, {"text": ["领导小组办公室设在林业站。"]}],
        },
        {"title": "部门职责", "sections": [{"duties": "true"}]},
    ]


@pytest.mark.parametrize(
    ("duties", "block"),
    [
        (
            "派出所：负责查案。\n林业站：负责巡护。",
            {"duties": "true", "colon": "true"},
        ),
        (
            "1.派出所负责查案。\n2.林业站负责巡护。",
            {"duties": "true", "numbered": "true", "level": "3"},
        ),
        (
            "一、派出所：负责查案。\n二、林业站：负责巡护。",
            {"duties": "true", "colon": "true", "numbered": "true", "level": "1"},
        ),
    ],
)
def test_duties_are_printed_as_they_were(duties: str, block: dict[str, str]) -> None:
    found = made(ANNEXES.format(duties=duties))

    assert found.data["annexes"][1]["sections"] == [block]
    assert "".join(duties.split()) in printed(found)


def test_duties_among_other_words_stay_text_and_are_told() -> None:
    found = made(ANNEXES.format(duties="各部门分工如下：\n派出所负责查案。\n以上请遵照执行。"))

    assert "duties" not in str(found.data["annexes"])
    assert "部门职责在正文里照原文保留，改 duties 时请一并改" in told(found)


def test_what_stands_before_the_title_is_told() -> None:
    text = "下载网址：https://example.org/abc\n\n某镇关于印发《方案》的通知\n\n各村：\n请落实。\n\n"
    document = read(f"{text}某镇人民政府\n2021年3月5日")

    found = extraction(find(document, PLACE), PLACE)

    assert found.data["text"] == ["请落实。"]
    assert "标题前面的文字没有放进正文" in told(found)


@pytest.mark.parametrize(
    ("mark", "template"),
    [
        ("某区人民政府令\n\n第3号\n\n《办法》现予公布。\n\n区长 张三\n2021年3月5日", "order/plain"),
        (
            "某区专题会议纪要\n第3期\n某区政府办公室 2021年3月5日\n研究改造工作\n会议同意方案。",
            "minutes/plain",
        ),
        (
            "某区民政局\n\n某民函〔2021〕3号\n\n关于商请支持的函\n\n某局：\n请支持。\n\n"
            "某区民政局\n2021年3月5日",
            "letter/plain",
        ),
        (
            "某镇文件\n\n某发〔2021〕3号\n\n某镇关于防汛的通知\n\n各村：\n请落实。\n\n"
            "某镇人民政府\n2021年3月5日",
            "notice/plain",
        ),
    ],
)
def test_each_form_has_its_template(mark: str, template: str) -> None:
    assert extraction(find(read(mark), PLACE), PLACE).data["template"] == template


def test_organs_that_a_register_lacks_are_left_out_where_the_data_must_be_readable() -> None:
    place = Dictionary(INDICATORS, (Organ(name="林业站"),))
    text = ANNEXES.format(duties="派出所负责查案。\n林业站负责巡护。")
    document = read(f"某镇工作方案\n{text}")

    found = extraction(find(document, place), place, strict=True)

    assert [duty["organs"] for duty in found.data["duties"]] == [["林业站"]]
    assert "派出所负责查案。" in str(found.data["annexes"][1])
    assert "“派出所”不在机关名录里，这条职责没有录入" in told(found)
