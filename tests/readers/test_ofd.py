"""OFD: text objects at their places become lines and paragraphs."""

import io
import zipfile

import pytest

from plangen.document.origins import ReadDocument
from plangen.errors import InputError
from plangen.readers.reader import read_bytes
from tests.readers.files import messages, texts, zipped
from tests.readers.ofd_files import book, content, path, text_object

FIRST = "全面贯彻党中央国务院决策部署深刻认识社会主要矛盾的新变化"
SECOND = "打造共建共治共享的社会治理格局。"


def read(*pages: str, common: str = "", more: str = "", **entries: str) -> ReadDocument:
    return read_bytes(book(*pages, common=common, more=more, **entries), "a.ofd")


def test_lines_are_joined_to_paragraphs() -> None:
    lines = [
        text_object(FIRST[:26], 39.3, 60),
        text_object(FIRST[:1] * 28, 28, 70),
        text_object(SECOND, 28, 80),
        text_object("一、工作目标", 39.3, 90),
    ]

    found = read("".join(lines))

    assert texts(found) == [FIRST[:26] + FIRST[:1] * 28 + SECOND, "一、工作目标"]


def test_page_numbers_are_left_out_and_pages_are_known() -> None:
    page = text_object("正文。", 28, 60)

    found = read(page + text_object("— 1 —", 28, 270), page + text_object("— 2 —", 28, 270))

    assert [(p.text, p.page) for p in found.passages] == [("正文。", 1), ("正文。", 2)]
    assert [found.quote(span) for span in found.furniture] == ["— 1 —", "— 2 —"]


def test_numbers_that_are_none_do_no_harm() -> None:
    broken = text_object("正文。", 28, 60).replace("g 2 5.64", "g x y nan 1e999")

    assert "".join(texts(read(broken))).replace(" ", "") == "正文。"


def test_rules_of_paths_make_tables() -> None:
    grid = "M 0 0 L 160 0 L 160 20 L 0 20 C M 0 10 L 160 10 M 60 0 L 60 20"
    words = [
        text_object(text, x, y)
        for text, x, y in (("任务", 30, 62), ("时限", 95, 62), ("建档", 30, 72), ("六月", 95, 72))
    ]

    found = read(path(28, 60, grid) + "".join(words))

    assert found.grid(found.tables[0]) == (("任务", "时限"), ("建档", "六月"))


def test_curves_in_a_path_are_stepped_over() -> None:
    grid = "M 0 0 B 1 1 2 2 3 3 Q 1 1 2 2 A 1 1 0 0 0 5 5 M 0 0 L 160 0 M 0 10 L 160 10"

    found = read(path(28, 60, grid) + text_object("正文。", 30, 62))

    assert (texts(found), found.tables) == (["正文。"], ())


def test_the_template_of_a_page_is_part_of_it() -> None:
    found = read(
        text_object("关于试点的通知", 28, 90),
        common='<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        more='<ofd:Template TemplateID="7"/>',
        **{"Doc_0/Tpls/Tpl_0/Content.xml": content(text_object("云溪街道文件", 60, 40))},
    )

    assert texts(found) == ["云溪街道文件", "关于试点的通知"]


def test_the_matrix_of_an_object_moves_and_stretches_its_words() -> None:
    small = text_object("后", 28, 60, 1.0).replace("Size=", 'CTM="5.64 0 0 5.64 30 0" Size=')

    found = read(small + text_object("先来", 28, 60))

    assert "".join(texts(found)).replace(" ", "") == "先来后"


def test_characters_one_below_the_other_are_lines() -> None:
    upright = (
        '<ofd:TextObject Boundary="28 60 6 60" Size="5"><ofd:TextCode X="0" Y="5" '
        'DeltaY="g 2 8">甲乙丙</ofd:TextCode></ofd:TextObject>'
    )

    assert "".join(texts(read(upright))) == "甲乙丙"


def test_pages_that_are_missing_are_told() -> None:
    listed = '<ofd:Page ID="9" BaseLoc="Pages/Page_9/Content.xml"/>'
    data = book(text_object("正文。", 28, 60))
    whole = zipfile.ZipFile(io.BytesIO(data))
    entries = {name: whole.read(name) for name in whole.namelist()}
    entries["Doc_0/Document.xml"] = entries["Doc_0/Document.xml"].replace(
        b"</ofd:Pages>", f"{listed}</ofd:Pages>".encode()
    )

    found = read_bytes(zipped(entries), "a.ofd")

    assert messages(found) == ["OFD 缺少 1 页的内容，没有读；请向发文者重新索取"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (book("", **{"Encryptions.xml": "<a/>"}), "文件加了密码；请先解除密码"),
        (
            book('<ofd:ImageObject Boundary="0 0 210 297"/>'),
            "OFD 里没有文字层（是扫描的图片）；请先用 OCR 识别，再读",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        read_bytes(data, "a.ofd")
