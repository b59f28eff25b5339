"""Web pages: blocks, headings, tables, encodings; what is not shown is not read."""

import pytest

from plangen.document.origins import PassageKind, ReadDocument
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
