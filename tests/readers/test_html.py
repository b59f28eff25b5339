"""Web pages: blocks, headings, tables, encodings; what is not shown is not read."""

import re
from base64 import b64encode
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.document.origins import PassageKind, ReadDocument
from plangen.errors import InputError
from plangen.readers.reader import read_bytes
from tests.readers.files import messages, texts


def read(body: str) -> ReadDocument:
    return read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a.html")


def test_blocks_are_passages_and_inline_elements_are_not() -> None:
    found = read("<div>建成率<b>80%</b>以上。<p>下一段<br>接着说</p>尾</div>")

    assert texts(found) == ["建成率80%以上。", "下一段接着说", "尾"]


def test_headings_have_their_levels() -> None:
    found = read("<h1>通知</h1><h2>一、目标</h2><h3>（一）甲</h3><p>正文</p>")

    assert [(p.kind, p.level) for p in found.passages] == [
        (PassageKind.TITLE, 0),
        (PassageKind.HEADING, 1),
        (PassageKind.HEADING, 2),
        (PassageKind.PARAGRAPH, 0),
    ]


def test_cells_have_their_places() -> None:
    found = read(
        "<table><caption>表</caption><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>丙<td>丁</table>"
    )

    assert [(p.text, p.row, p.column, p.rows, p.columns) for p in found.passages[1:]] == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 1, 1),
    ]
    assert found.grid(found.tables[0]) == (("甲", "乙", ""), ("", "丙", "丁"))


def test_scripts_and_styles_are_no_text() -> None:
    found = read("<script>甲</script><style>乙</style><p>丙</p><!-- 丁 -->")

    assert found.text.split() == ["丙"]


def test_what_is_not_shown_is_told_and_not_read() -> None:
    found = read('<p>公开</p><p style="display: none">内部</p><p hidden>也是</p>')

    assert texts(found) == ["公开"]
    assert messages(found) == ["有 2 处不显示的文字没有读"]


def test_menus_and_links_that_skip_them_are_furniture() -> None:
    found = read('<a class="skip" href="#t">跳到正文</a><nav>首页</nav><p id="t">正文</p>')

    assert texts(found) == ["正文"]
    assert messages(found) == ["菜单和只给读屏软件的文字不算正文，共 2 处：“跳到正文”，“首页”"]


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "utf-8"])
def test_the_encoding_that_the_page_names_is_believed(encoding: str) -> None:
    page = f"<html><meta charset={encoding}><p>关于印发方案的通知</p></html>"

    assert texts(read_bytes(page.encode(encoding), "a.html")) == ["关于印发方案的通知"]


def test_a_wrong_name_of_the_encoding_does_no_harm() -> None:
    page = "<html><meta charset=utf-8><p>关于印发方案的通知</p></html>"

    assert texts(read_bytes(page.encode("gb18030"), "a.html")) == ["关于印发方案的通知"]


def test_items_of_a_numbered_list_have_their_numbers() -> None:
    found = read("<ol><li>甲<li><p>乙</p><ol type=a><li>子<li>丑</ol><li>丙</ol>")

    assert texts(found) == ["1.甲", "2.乙", "a.子", "b.丑", "3.丙"]
    assert [passage.label for passage in found.passages] == ["1.", "2.", "a.", "b.", "3."]


def test_a_list_may_begin_elsewhere_leap_and_run_backwards() -> None:
    assert texts(read("<ol start=5><li>甲<li value=9>乙<li>丙</ol>")) == ["5.甲", "9.乙", "10.丙"]
    assert texts(read("<ol reversed><li>甲<li>乙</ol>")) == ["2.甲", "1.乙"]
    assert texts(read("<ol type=I start=4><li>甲</ol>")) == ["IV.甲"]


def test_a_list_style_may_ask_for_chinese_numbers_or_for_none() -> None:
    chinese = '<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>'
    none = '<ol style="list-style: none"><li>甲</ol>'

    assert texts(read(chinese + none)) == ["一、甲", "二、乙", "甲"]


def test_a_blank_keeps_the_number_of_an_item_apart_from_a_figure() -> None:
    assert texts(read("<ol><li>80%以上的村</ol>")) == ["1. 80%以上的村"]


def test_items_without_numbers_have_none() -> None:
    assert texts(read("<ul><li>甲</ul><ol><li></ol><p>乙</p>")) == ["甲", "乙"]


def test_lines_of_preformatted_text_are_kept() -> None:
    found = read("<pre>一、目标。\n二、任务。</pre>")

    assert texts(found) == ["一、目标。", "二、任务。"]


def test_what_was_deleted_and_how_words_are_spoken_is_told_and_not_read() -> None:
    found = read("<p>达到<del>70%</del><ins>80%</ins><ruby>云<rt>yún</rt></ruby></p>")

    assert texts(found) == ["达到80%云"]
    assert messages(found) == ["有 1 处标为已删除的文字没有读", "有 1 处注音没有读"]


def test_pictures_are_told() -> None:
    assert messages(read("<p>正文<img src=a.png></p>")) == ["有 1 幅图片，图片里的文字没有读"]


def test_words_in_a_table_outside_its_cells_are_read() -> None:
    found = read("<table>单位：个<tr>注<td>甲</td></tr></table>")

    assert sorted(texts(found)) == ["单位：个", "注", "甲"]


@pytest.mark.parametrize("told", ["gb2312", "GBK", "utf-16", "x-unknown", "rot13"])
def test_a_page_is_read_whatever_it_calls_its_encoding(told: str) -> None:
    page = f'<html><meta charset="{told}"><p>社会心理服务，到2021年底。</p></html>'

    assert texts(read_bytes(page.encode("gbk"), "a.html")) == ["社会心理服务，到2021年底。"]


ELEMENTS = st.sampled_from(
    (
        *("p", "div", "table", "tr", "td", "th", "tbody", "caption", "ol", "ul", "li", "span", "b"),
        *("pre", "h2", "center", "form", "dl", "dd", "br", "article"),
    )
)


@given(st.lists(ELEMENTS | st.sampled_from(["/", "甲", "乙丙", " ", "\n"]), max_size=40))
@settings(max_examples=300)
def test_no_words_are_lost_whatever_elements_hold_them(pieces: list[str]) -> None:
    page, open_elements = "<html><body><p>首", list[str]()
    for piece in pieces:
        if piece == "/":
            page += f"</{open_elements.pop()}>" if open_elements else ""
        elif piece.isascii() and piece.isalnum():
            page += f"<{piece}>"
            open_elements.append(piece)
        else:
            page += piece

    found = read_bytes(page.encode(), "a.html")

    said = "".join(character for character in "".join(texts(found)) if character in "首甲乙丙")
    assert Counter(said) == Counter(re.sub("[^首甲乙丙]", "", page))
    starts = [passage.start for passage in found.passages]
    assert starts == sorted(starts)


def test_a_web_archive_called_doc_is_read_by_what_it_holds() -> None:
    page = "<html><meta charset=gb2312><p>社会心理服务</p></html>".encode("gb2312")
    archive = (
        b"From: plangen\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b64encode(page)
        + b"\r\n--b--\r\n"
    )

    found = read_bytes(archive, "通知.doc")

    assert texts(found) == ["社会心理服务"]
    assert messages(found) == ["文件名以“.doc”结尾，内容却是 网页归档（MHT）；按内容读"]


def test_a_web_archive_without_a_page_is_refused() -> None:
    archive = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n"

    with pytest.raises(InputError, match="网页归档（MHT）里没有网页"):
        read_bytes(archive, "a.mht")
