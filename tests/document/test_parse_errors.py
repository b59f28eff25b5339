"""What a template's author reads when the text form is not as it should be."""

import pytest

from plangen.document.parse import parse
from plangen.errors import InputError, Message, Place
from tests.document.texts import HEADED, faults

BLOCKS = "<p>、<section>、<table>、<roster>"


@pytest.mark.parametrize(
    ("third_line", "message"),
    [
        (
            "<para>甲</para>",
            "<para> 不能出现在 <document> 中；这里可以用：<head>、<title>、<to>、<signature>、"
            f"<note>、<enclosure>、<imprint>、{BLOCKS}、<attendance>、<annex>",
        ),
        (
            "<section title='甲'><b/></section>",
            f"<b> 不能出现在 <section> 中；这里可以用：{BLOCKS}",
        ),
        ("<p>甲<b>乙</b></p>", "<b> 不能出现在 <p> 中；这里可以用：<figure>、<annexref>"),
        (
            "<p><annexref to='a'><b/></annexref></p>",
            "<b> 不能出现在 <annexref> 中；这里可以用：（无）",
        ),
        ("<p style='x'>甲</p>", "<p> 没有属性 style"),
        ("<section titel='甲'/>", "<section> 没有属性 titel"),
        ("<note lang='zh'>甲</note>", "<note> 没有属性 lang"),
        (
            "<section title='甲'>一二三四五六七八九十一二三四五六七八九十一</section>",
            "文字“一二三四五六七八九十一二三四五六七八九十”直接写在 <section> 里，应放进 <p>…</p>",
        ),
        (
            "<section title='甲'><p>甲</p>乙</section>",
            "文字“乙”直接写在 <section> 里，应放进 <p>…</p>",
        ),
        ("<section title='甲'><!-- 注 --></section>", "文档正文中不能有注释或处理指令"),
        ("<section title='甲'><?php x?></section>", "文档正文中不能有注释或处理指令"),
        ("<p/>", "段落是空的"),
        ("<p> </p>", "段落是空的"),
        ("<p>甲\x7f</p>", "字符 U+007F 不能写入文档"),
        ("<p>甲&#13;乙</p>", "文字里有控制字符 U+000D"),
        ("<p>甲\u2028乙</p>", "字符 U+2028 不能写入文档"),
        ("<p>甲<figure target='a'/></p>", "<figure> 是空的"),
        ("<p><figure>80%</figure></p>", "<figure> 缺少属性 target"),
        ("<p><figure target='a'><b/></figure></p>", "<figure> 里只能是文字"),
        ("<p><annexref/></p>", "<annexref> 缺少属性 to"),
        ("<p indent='2'>甲</p>", "属性 indent 的值是“2”，应为：yes、no"),
        ("<note></note>", "<note> 是空的"),
        ("<section/>", "没有标题的层次应以段落开头"),
        ("<section run-in='yes'><p>甲</p></section>", "段首标题需要有标题，并以段落开头"),
        ("<section title='甲' run-in='yes'/>", "段首标题需要有标题，并以段落开头"),
        (
            "<section title='甲' level='5'/>",
            "层次最多四级，这里是第 5 级",
        ),
        (
            "<section title='甲' level='2'><section title='乙' level='2'/></section>",
            "应比上一级深，这里是第 2 级",
        ),
        ("<section title='甲' level='二'/>", "属性 level 的值是“二”，应为整数"),
        ("<section title='甲' level='1234567'/>", "属性 level 的值是“1234567”，应为整数"),
        ("<table/>", "表格至少要有一列"),
        ("<table><column weight='0'/></table>", "表格列宽的份额至少为 1"),
        (
            "<table><column align='top'/></table>",
            "属性 align 的值是“top”，应为：left、center、right、justify",
        ),
        ("<table><column/><tbody><row/></tbody></table>", "表格的一行不满 1 列"),
        (
            "<table><column/><tbody><row><cell/><cell/></row></tbody></table>",
            "表格的一行超过 1 列",
        ),
        (
            "<table><column/><tbody><row><cell rows='2'/></row></tbody></table>",
            "表格的单元格向下合并，超出最后一行",
        ),
        ("<roster><role/></roster>", "<role> 缺少属性 name"),
        ("<roster><role name='组长'><member/></role></roster>", "<member> 缺少属性 name"),
        ("<signature/>", "<signature> 的最后应为 <date>"),
        ("<signature><organ>甲</organ></signature>", "<signature> 的最后应为 <date>"),
        (
            "<signature><date>2021-02-30</date></signature>",
            "“2021-02-30”不是日期，应写作 2020-09-06 这样的形式",
        ),
        (
            "<signature><date>2021年2月3日</date></signature>",
            "“2021年2月3日”不是日期，应写作 2020-09-06 这样的形式",
        ),
        (
            "<signature seal='80'><date>2021-02-03</date></signature>",
            "印章直径 80 毫米，应在 20 到 60 之间",
        ),
        (
            "<imprint><printed on='3月'/></imprint>",
            "“3月”不是日期，应写作 2020-09-06 这样的形式",
        ),
        ("<annex><p>甲</p></annex>", "<annex> 的开头应为 <title>"),
        ("<annex><title/></annex>", "<title> 是空的"),
        ("<annex><title>甲<b/></title></annex>", "<title> 里只能有文字和 <br/>"),
        ("<enclosure/>", "<enclosure> 的开头应为 <title>"),
        (
            "<enclosure mode='x'><title>甲</title></enclosure>",
            "属性 mode 的值是“x”，应为：issued、annexed",
        ),
        (
            "<annex orientation='wide'><title>甲</title></annex>",
            "属性 orientation 的值是“wide”，应为：portrait、landscape",
        ),
        ("<head urgency='火急'/>", "属性 urgency 的值是“火急”，应为：特急、加急、特提、平急"),
        (
            "<head><secrecy level='内部'/></head>",
            "属性 level 的值是“内部”，应为：绝密、机密、秘密",
        ),
        ("<head><mark/></head>", "发文机关标志至少要有一个机关"),
        ("<head><number year='2021' seq='1'/></head>", "<number> 缺少属性 code"),
        ("<head><number code='甲' year='2021'/></head>", "属性 seq 的值是“”，应为整数"),
        ("<title>通知</title>", "<title> 只能有一个"),
        ("<p>见<annexref to='x'/></p>", "没有 id 为“x”的附件"),
    ],
)
def test_a_fault_is_named_with_its_line(third_line: str, message: str) -> None:
    assert faults(HEADED.format(third_line)) == [(3, message)]


def test_stray_text_is_named_with_the_line_of_the_element_it_stands_in() -> None:
    assert faults(HEADED.format("游离的文字")) == [
        (1, "文字“游离的文字”直接写在 <document> 里，应放进 <p>…</p>")
    ]


def test_a_document_has_one_head() -> None:
    assert faults(HEADED.format("<head/>\n<head/>")) == [(4, "<head> 只能有一个")]


def test_a_document_has_a_title() -> None:
    assert faults("\n<document><p>甲</p></document>") == [(2, "文档缺少 <title>")]


def test_the_root_is_a_document() -> None:
    assert faults("<html/>") == [(1, "最外层应为 <document>")]


def test_an_annexed_plan_is_the_only_annex() -> None:
    text = "<enclosure mode='annexed'><title>甲</title></enclosure><annex><title>乙</title></annex>"

    assert faults(HEADED.format(text)) == [
        (1, "以附件形式印发的文件是通知的唯一附件，不能再有别的附件")
    ]


def test_elements_out_of_order_are_left_to_the_schema() -> None:
    found = faults(HEADED.format("<p>甲</p>\n<to><group><organ>乙</organ></group></to>"))

    assert found == [(4, "不合文档结构：Did not expect element to there")]


@pytest.mark.parametrize("text", ["", "通知", "<document>", "<document></p>", "<p>\x00</p>"])
def test_text_that_is_no_xml_is_refused(text: str) -> None:
    ((line, message),) = faults(text)

    assert line == 1
    assert message.startswith("XML 写法有误：")


def test_two_annexes_must_not_share_an_id() -> None:
    annex = "<annex id='a'><title>甲</title></annex>"
    enclosure = f"<enclosure><title>乙</title>{annex}</enclosure>"

    assert faults(HEADED.format(enclosure + annex)) == [(3, "两个附件都叫 id=“a”")]


def test_a_fifth_level_by_nesting_is_named_with_its_line() -> None:
    nested = "<section title='甲'>\n" * 5 + "</section>" * 5

    assert faults(HEADED.format(nested)) == [(7, "层次最多四级，这里是第 5 级")]


def test_the_levels_of_an_annex_are_its_own() -> None:
    nested = "<section title='甲'>" * 4 + "</section>" * 4
    part = f"<title>方案</title>{nested}"

    document = parse(
        f"<document><title>通知</title><enclosure>{part}<annex>{part}</annex></enclosure></document>"
    )

    assert document.enclosure is not None


@pytest.mark.parametrize("day", ["20210308", "2021-W10-1"])
def test_only_one_form_of_date_is_read(day: str) -> None:
    assert faults(HEADED.format(f"<signature><date>{day}</date></signature>")) == [
        (3, f"“{day}”不是日期，应写作 2020-09-06 这样的形式")
    ]


@pytest.mark.parametrize("inside", ["<!-- 注 -->", "<?php x?>"])
def test_a_comment_inside_a_paragraph_is_called_a_comment(inside: str) -> None:
    assert faults(HEADED.format(f"<p>甲{inside}乙</p>")) == [(3, "文档正文中不能有注释或处理指令")]


def test_a_fault_shows_its_file_line_and_element() -> None:
    place = Place("a.xml.j2", 3, "<p>")

    assert str(place.message()) == "a.xml.j2 第3行 <p>"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEADED.format("<p/>"), "第3行 <p>：段落是空的"),
        ("<!DOCTYPE document><document/>", "第1行：文档里不能有 DOCTYPE 声明"),
    ],
)
def test_a_fault_shows_its_line_where_no_file_is_known(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text)

    assert str(caught.value) == sentence


def test_a_message_can_be_said_in_another_language() -> None:
    with pytest.raises(InputError) as caught:
        parse(HEADED.format("<p style='x'>甲</p>"))

    message = caught.value.problems[0].message
    english = message.translated({"<{tag}> 没有属性 {name}": "<{tag}> has no {name}"}.__getitem__)

    assert message == Message("<{tag}> 没有属性 {name}", tag="p", name="style")
    assert english == "<p> has no style"
